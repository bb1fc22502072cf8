"""Says in which country an article was written: by the domain it was published under, or by its dateline."""

import re
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from graph.model import Article
from ingest.actors.folding import fold
from ingest.places.build import Row

_HEAD = 1500
# A place in capitals at the head of a line, perhaps with its country or state, then what closes or dates it.
_DATELINE = re.compile(
    r"^(?P<place>[A-Z][A-Z .'’-]{2,40}?)(?:, (?P<country>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}?))?"
    r"(?=,? \(|,? [A-Z][a-z]{2,8}\.? \d|,? \d{1,2} [A-Z]| ?--| ?[-–—] )",
    re.MULTILINE,
)


def country_of(
    article: Article, rows: Sequence[Row], names: Mapping[str, Sequence[int]], domains: Mapping[str, str]
) -> str:
    """Give a country (ISO 3166-1 alpha-3), "" where nothing tells.

    rows, names, domains: of the table of places, as build_places gives it.
    """
    host = _host(article.url)
    if host and host.rpartition(".")[2] in domains:
        return domains[host.rpartition(".")[2]]
    dateline = _DATELINE.search(article.text[:_HEAD])
    if dateline is None:
        return ""
    named = (_country(part, rows, names) for part in (dateline["country"], dateline["place"]) if part)
    return next(filter(None, named), "")


def _host(url: str) -> str:
    """Give the host of an address, "" where it has none."""
    try:
        return (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""


def _country(name: str, rows: Sequence[Row], names: Mapping[str, Sequence[int]]) -> str:
    """Give the country of the largest place of a name, "" where it has none or lies in several."""
    found = names.get(fold(name), ())
    countries = rows[found[0]][2] if found else ()
    return countries[0] if len(countries) == 1 else ""
