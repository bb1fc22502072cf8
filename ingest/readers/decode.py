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
# What files begin with that are no texts, and what they look like.
SIGNATURES = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a ZIP archive or a document of an office program",
    b"\xd0\xcf\x11\xe0": "a document of an office program",
    b"\x1f\x8b": "a compressed file (gzip)",
    b"\x89PNG": "an image (PNG)",
    b"\xff\xd8\xff": "an image (JPEG)",
    b"GIF8": "an image (GIF)",
    b"II*\0": "an image (TIFF)",
    b"MM\0*": "an image (TIFF)",
}
WANTED = "plain text in UTF-8: an article with its title on the first line, or one article a line of JSON (.jsonl)"
HOW = "Save it as UTF-8, or convert it: iconv -f ENCODING -t UTF-8 FILE"
ENCODINGS = [
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "koi8_r", "mac_roman"),
    *("utf_16", "utf_32", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
]


def decode(data: bytes, path: Path, *, line: int | None = None) -> str:
    """Decode the bytes of a text, line ends as they stand.

    UTF-8 with or without a byte order mark; another encoding where charset-normalizer is sure of it.
    Raises ReadError for what is too large, empty, binary or in no encoding that can be told.
    """
    if len(data) > MOST_BYTES:
        raise ReadError(path, f"{len(data):,} bytes", f"an article of at most {MOST_BYTES:,} bytes", line=line)
    if not data.removeprefix(codecs.BOM_UTF8).strip():
        raise ReadError(path, "empty", "an article", line=line)
    wide = next((name for mark, name in WIDE.items() if data.startswith(mark)), "")
    looks = _looks(data)
    if looks or (b"\0" in data and not wide):
        raise ReadError(path, f"looks like {looks or 'a binary file'}", WANTED, line=line)
    if wide:
        return _decode_wide(data, wide, path, line)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        return _guess(data, path, problem.start, line)


def _looks(data: bytes) -> str:
    """Say what bytes look like that are no text, "" where nothing tells."""
    if data.startswith(b"\0\0\0") and data[4:8] == b"ftyp":  # behind the length of the first part
        return "an image or a film (HEIC, AVIF, MP4)"
    return next((name for mark, name in SIGNATURES.items() if data.startswith(mark)), "")


def _decode_wide(data: bytes, encoding: str, path: Path, line: int | None) -> str:
    """Decode what begins with the mark of a wide encoding. Raises ReadError where the rest is no text in it."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as problem:
        raise ReadError(path, f"no {encoding} after its mark (byte {problem.start})", "a text", line=line) from problem
    odd = sum(not (character.isprintable() or character.isspace()) for character in text)
    if "\0" in text or odd * 100 > len(text):
        raise ReadError(path, "looks like a binary file", WANTED, line=line)
    return text


def _guess(data: bytes, path: Path, at: int, line: int | None) -> str:
    """Decode what is not UTF-8. Raises ReadError where two encodings are as likely and read differently."""
    found = [match for match in from_bytes(data, cp_isolation=ENCODINGS) if match.chaos <= MOST_CHAOS]
    close = [match for match in found if _is_close(match, found[0])]
    if len({str(match) for match in close}) == 1:
        return str(close[0])
    names = " or ".join(match.encoding for match in close)
    problem = f"not UTF-8 (byte {at})" + (f"; it may be {names}, which read it differently" if close else "")
    raise ReadError(path, problem, f"{WANTED}. {HOW}", line=line)


def _is_close(match: CharsetMatch, best: CharsetMatch) -> bool:
    """Say whether a reading is about as likely as the best one."""
    return match.chaos - best.chaos <= CLOSE_CHAOS and best.coherence - match.coherence <= CLOSE_COHERENCE
