"""Makes an article out of what a reader found: its id, its day, its digest."""

import hashlib
import re
import unicodedata
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urlsplit

from graph.model import Article
from ingest.errors import ReadError

LANGUAGES = ("en",)
SCHEMES = ("http", "https")
ID_LENGTH = 20
SURROGATE = re.compile(r"[\ud800-\udfff]")


def make_article(
    title: str,
    text: str,
    published: date | None,
    *,
    source: str = "",
    url: str = "",
    language: str = "en",
    given_id: str = "",
    path: Path | str = "",
    line: int | None = None,
) -> Article:
    """Make an article. Its id is the hash of its URL, or else of its normalised text.

    source: who published it; the host of its URL where that is not said.
    given_id: its id in its file, kept beside ours.
    Raises ReadError where the language is not read, the URL is no address of the web or the text holds half characters.
    """
    language = language.lower().split("-")[0]
    if language not in LANGUAGES:
        raise ReadError(path, f"language {language!r}", "one of " + ", ".join(LANGUAGES), line=line)
    path = str(path).encode("utf-8", "replace").decode()  # a file's name may be no text
    if SURROGATE.search("".join((text, title, source, url, given_id))):
        raise ReadError(path, "the text holds half a character (a lone surrogate)", "whole characters", line=line)
    url = read_address(url, path, line=line)
    source = source or urlsplit(url).hostname or ""
    digest = _hash("\0".join((title, text, str(published), source, url)))
    name = _hash(_normal_url(url) or " ".join(unicodedata.normalize("NFC", text).split()))[:ID_LENGTH]
    return Article(name, title, text, published, source, url, language, digest, path, line, given_id)


def id_at(url: str) -> str:
    """Give the id of the article at an address, however that is spelt. Raises ValueError where it is none."""
    return _hash(_normal_url(url.strip()))[:ID_LENGTH]


def _hash(text: str) -> str:
    """Hash a text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def _normal_url(url: str) -> str:
    """Write one address one way: host in small letters, no fragment, no closing slash."""
    if not url:
        return ""
    parts = urlsplit(url)
    return f"{parts.scheme.lower()}://{parts.netloc.lower()}{parts.path.rstrip('/')}?{parts.query}".rstrip("?")


def read_address(text: str, path: Path | str, *, line: int | None = None) -> str:
    """Read the address of an article: absolute, of the web, with a host; "" where none is given.

    Raises ReadError with the place and what was wanted.
    """
    text = text.strip()
    if text and not _is_address(text):
        wanted = "a whole address with http:// or https://, such as https://example.org/a"
        raise ReadError(path, f"url {text[:80]!r}", wanted, line=line)
    return text


def _is_address(text: str) -> bool:
    """Say whether a text is an address of the web with a host, without blanks."""
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port  # a port that is none raises too
    except ValueError:
        return False
    has_host = any(letter.isalnum() for letter in host)
    return parts.scheme in SCHEMES and has_host and text.isprintable() and " " not in text


def read_day(text: str, path: Path | str, *, line: int | None = None) -> date:
    """Read a publication day: 2019-08-27, or the day of a time such as 2019-08-27T21:40:00+03:00.

    Raises ReadError with the place and what was wanted.
    """
    text = text.strip()
    try:
        return date.fromisoformat(text) if len(text) <= 10 else datetime.fromisoformat(text).date()
    except ValueError as problem:
        raise ReadError(path, f"date {text[:40]!r}", "a day such as 2019-08-27", line=line) from problem
