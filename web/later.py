"""Parts of a page that are read while what stands above them is on its way already."""

import zlib
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

import brotli
from flask import Response, current_app, request, stream_with_context
from jinja2 import Template

from graph.errors import GraphError
from web.errors import told_midway

T = TypeVar("T")
Press = Callable[[bytes], bytes]
End = Callable[[], bytes]

# where a template has written what is known, and what comes must be read first; there may be several
PAUSE = "\x1dpause\x1d"
GZIP = 31


class Later(Generic[T]):
    """The part of a page that is read when its template comes to it."""

    def __init__(self, read: Callable[[], T]) -> None:
        self._read = read

    @cached_property
    def now(self) -> T:
        """Read it, once."""
        return self._read()


def whole(page: Any) -> Any:
    """Give a page with what would be read later among its own fields; anything else as it is."""
    if not is_dataclass(page) or isinstance(page, type):
        return page
    found: dict[str, Any] = {}
    for field in fields(page):
        value = getattr(page, field.name)
        found |= whole(value.now) if isinstance(value, Later) else {field.name: value}
    return found


def has_later(page: Any) -> bool:
    """Say whether a part of a page is read later."""
    return any(isinstance(getattr(page, field.name), Later) for field in fields(page))


def in_parts(template: str | Template, page: Any) -> Response:
    """Render a page, and send what its template writes before each pause before the rest is read.

    Where the rest cannot be read or made, the page says so in its place: what it answers with has been sent.
    """
    context: dict[str, Any] = {"page": page}
    current_app.update_template_context(context)
    pieces = current_app.jinja_env.get_template(template).generate(context)
    first = _until_pause(pieces)

    def parts() -> Iterator[str]:
        yield first
        written: list[str] = []
        try:
            for piece in pieces:
                if piece != PAUSE:
                    written.append(piece)
                    continue
                yield "".join(written)
                written.clear()
        except Exception as problem:  # as Flask itself does where a request ends: what is sent cannot be a 500 any more
            if not isinstance(problem, GraphError) and (current_app.testing or current_app.debug):
                raise
            written.append(told_midway(problem))
        yield "".join(written)

    return _packed(stream_with_context(parts()))


def _until_pause(pieces: Iterator[str]) -> str:
    """Give what a template writes until it comes to its pause, or to its end."""
    written = []
    for piece in pieces:
        if piece == PAUSE:
            break
        written.append(piece)
    return "".join(written)


def _packed(parts: Iterator[str]) -> Response:
    """Send parts compressed, each of them at once, where the browser takes that."""
    asked = request.accept_encodings
    way = next((name for name in ("br", "gzip") if asked[name] > 0), "")
    sent: Iterator[bytes] = map(str.encode, parts)
    if way:
        press = _brotli(current_app.config["COMPRESS_BR_LEVEL"]) if way == "br" else _gzip()
        sent = _pressed(sent, *press)
    response = current_app.response_class(sent, mimetype="text/html")
    # nobody knows yet whether the rest can be read: a page without it must not come up again without being asked for
    response.headers["Cache-Control"] = "no-cache"
    if way:
        response.headers["Content-Encoding"] = way
    return response


def _pressed(parts: Iterator[bytes], press: Press, end: End) -> Iterator[bytes]:
    """Compress parts as they come, each so that it can be read at once."""
    for part in parts:
        yield press(part)
    yield end()


def _brotli(level: int) -> tuple[Press, End]:
    """Give what compresses a part, and what is sent at the end."""
    compressor = brotli.Compressor(quality=level)
    return lambda part: compressor.process(part) + compressor.flush(), compressor.finish


def _gzip() -> tuple[Press, End]:
    """Give the same for gzip."""
    compressor = zlib.compressobj(wbits=GZIP)
    return lambda part: compressor.compress(part) + compressor.flush(zlib.Z_SYNC_FLUSH), compressor.flush
