"""One page value, several answers: HTML, or JSON under the same address with .json after its path."""

import json
from typing import Any
from urllib.parse import urlencode

from flask import Response, current_app, g, make_response, render_template, request

from graph.settings import Settings
from web.errors import wants_json
from web.filters import one_word
from web.later import has_later, in_parts, whole
from web.plain import plain
from web.unknown import unknown
from web.unread import unread


def answer(template: str, page: Any) -> Response:
    """Render `page` with its template, or give its fields as JSON where the address ends in .json.

    A page with filters names what they name and the graph does not know, in JSON as `unknown`, and every page the
    parts of the address that it does not read, in JSON as `unread`. A page of which a part is read later is sent in
    parts. Raises AddressError where the address asks for its pictures in a way there is none, before any part is sent.
    """
    is_tabled()
    if wants_json():
        filters = getattr(page, "filters", None)
        return as_json(whole(page) | {"unread": unread()} | ({"unknown": unknown(filters)} if filters else {}))
    return in_parts(template, page) if has_later(page) else make_response(render_template(template, page=page))


def as_json(value: Any) -> Response:
    """Give a value as JSON; days print as ISO text."""
    text = json.dumps(value, ensure_ascii=False, default=plain, separators=(",", ":"))
    return current_app.response_class(text, mimetype="application/json")


def cypher_address(query: str, parameters: dict[str, Any]) -> str:
    """Give the console's address for a query and its parameters.

    A parameter travels as `p.name=` and JSON; text that is neither empty nor JSON itself travels bare.
    """
    parts = [("q", query)]
    for name, value in parameters.items():
        parts.append((f"p.{name}", _written(value)))
    return "/cypher?" + urlencode(parts)


def _written(value: Any) -> str:
    """Give a parameter as an address holds it."""
    is_bare = isinstance(value, str) and value and not _is_json(value)
    return str(value) if is_bare else _compact(value)


def other_format(name: str) -> str:
    """Give this page's address in another format, with everything the address says."""
    path = request.path.rstrip("/") or "/index"
    query = request.query_string.decode("utf-8", "replace")
    return f"{path}.{name}" + (f"?{query}" if query else "")


def here(**parts: str) -> str:
    """Give this page's own address with some of its parts changed; an empty one is left out."""
    kept = [(name, value) for name, value in request.args.items(multi=True) if name not in parts]
    query = urlencode([*kept, *((name, value) for name, value in parts.items() if value)])
    return f"{request.path}?{query}" if query else request.path


def as_shown(address: str) -> str:
    """Give an address of a page with pictures of time, which shows them as tables where this page does."""
    if not address or not is_tabled():
        return address
    return f"{address}{'&' if '?' in address else '?'}bars=table"


def is_tabled() -> bool:
    """Say whether the address asks for pictures of time as tables.

    Raises AddressError where it asks for something else.
    """
    known: bool | None = g.get("is_tabled")
    if known is None:
        known = g.is_tabled = one_word(request.args, "bars", ("picture", "table")) == "table"
    return known


def settings() -> Settings:
    """Give the settings the app was made with."""
    found: Settings = current_app.extensions["settings"]
    return found


def _compact(value: Any) -> str:
    """Give a parameter as compact JSON."""
    return json.dumps(value, ensure_ascii=False, default=plain, separators=(",", ":"))


def _is_json(text: str) -> bool:
    """Say whether a text would be read as JSON."""
    try:
        json.loads(text)
    except RecursionError:
        return True
    except ValueError:
        return False
    return True
