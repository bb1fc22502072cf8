"""Turns the bytes of a file into text, or says why not."""

import codecs
from pathlib import Path

from charset_normalizer import from_bytes

from ingest.errors import ReadError

MOST_BYTES = 5_000_000
MOST_CHAOS = 0.05
WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
SIGNATURES = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"\xd0\xcf\x11\xe0")


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
    if data.startswith(SIGNATURES) or (b"\0" in data and not data.startswith(WIDE)):
        raise ReadError(path, "a binary file", wanted, line=line)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        best = from_bytes(data).best()
        if best is None or best.chaos > MOST_CHAOS:
            found = f"neither UTF-8 (byte {problem.start}) nor another encoding that can be told for sure"
            raise ReadError(path, found, wanted, line=line) from problem
        return str(best)
