"""Turns the bytes of a file into text, or says why not."""

import codecs
from pathlib import Path

from charset_normalizer import CharsetMatch, from_bytes

from ingest.errors import ReadError

MOST_BYTES = 5_000_000
MOST_CHAOS = 0.05
CLOSE_CHAOS = 0.03
CLOSE_COHERENCE = 0.15
# Byte order marks of wide encodings, those of UTF-32 first: one begins like UTF-16's.
WIDE = {
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
SIGNATURES = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"\xd0\xcf\x11\xe0")
ENCODINGS = [
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "koi8_r", "mac_roman"),
    *("utf_16", "utf_32", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
]


def decode(data: bytes, path: Path, *, line: int | None = None) -> str:
    """Decode the bytes of a text, line ends as they stand.

    UTF-8 with or without a byte order mark; another encoding where charset-normalizer is sure of it.
    Raises ReadError for what is too large, empty, binary or in no encoding that can be told.
    """
    wanted = "a text in UTF-8"
    if len(data) > MOST_BYTES:
        raise ReadError(path, f"{len(data):,} bytes", f"an article of at most {MOST_BYTES:,} bytes", line=line)
    if not data.removeprefix(codecs.BOM_UTF8).strip():
        raise ReadError(path, "empty", "an article", line=line)
    wide = next((name for mark, name in WIDE.items() if data.startswith(mark)), "")
    if data.startswith(SIGNATURES) or (b"\0" in data and not wide):
        raise ReadError(path, "a binary file", wanted, line=line)
    if wide:
        return _decode_wide(data, wide, path, line)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        return _guess(data, path, problem.start, line)


def _decode_wide(data: bytes, encoding: str, path: Path, line: int | None) -> str:
    """Decode what begins with the mark of a wide encoding. Raises ReadError where the rest is no text in it."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as problem:
        raise ReadError(path, f"no {encoding} after its mark (byte {problem.start})", "a text", line=line) from problem
    odd = sum(not (character.isprintable() or character.isspace()) for character in text)
    if "\0" in text or odd * 100 > len(text):
        raise ReadError(path, "a binary file", "a text in UTF-8", line=line)
    return text


def _guess(data: bytes, path: Path, at: int, line: int | None) -> str:
    """Decode what is not UTF-8. Raises ReadError where two encodings are as likely and read differently."""
    found = [match for match in from_bytes(data, cp_isolation=ENCODINGS) if match.chaos <= MOST_CHAOS]
    close = [match for match in found if _is_close(match, found[0])]
    if len({str(match) for match in close}) == 1:
        return str(close[0])
    names = " or ".join(match.encoding for match in close) or "no encoding that can be told"
    raise ReadError(path, f"not UTF-8 (byte {at}), but {names}", "a text in UTF-8", line=line)


def _is_close(match: CharsetMatch, best: CharsetMatch) -> bool:
    """Say whether a reading is about as likely as the best one."""
    return match.chaos - best.chaos <= CLOSE_CHAOS and best.coherence - match.coherence <= CLOSE_COHERENCE
