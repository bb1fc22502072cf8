"""Joins the rows of office-holders into people with their terms."""

import re
from calendar import monthrange
from collections import Counter, defaultdict
from datetime import date, timedelta
from typing import Any

from graph.model import Kind
from ingest.actors.folding import actor_id, fold, other_names, skeleton
from ingest.lexicon import LEXICONS, read_table
from ingest.words import is_english

OFFICE_FILES = ("offices.tsv", "offices_sharealike.tsv")
_GAP = timedelta(days=31)
_OPEN = re.compile(r"open at (\d{4})")
_SHARED = frozenset({"other", "envoy", "spokesperson", "faction_leader", "un_official", "military_chief"})
Row = dict[str, str]
Bodies = dict[str, tuple[tuple[str, str], ...]]
# office, title, organisation ("" for the state), first and last day ("" where unknown), source, and
# for a term without an end the day up to which it is known to have lasted ("" where it is not told)
Term = tuple[str, str, str, str, str, str, str]
People = tuple[str, str, tuple[Term, ...]]
UNKNOWN_BODY = "-"


def compile_people(bodies: Bodies, given_first: frozenset[str]) -> dict[str, Any]:
    """Give people by id with their terms, their names, and who bears a surname or held an office.

    bodies: id and country of organisations by folded name, to name what people led; no id for a state.
    given_first: countries whose people are called by their first name.
    """
    people: dict[str, People] = {}
    names: dict[str, list[str]] = {}
    aliases: dict[str, tuple[str, ...]] = {}
    surnames: dict[str, set[str]] = defaultdict(set)
    holders: dict[str, set[str]] = defaultdict(set)
    bones: dict[str, set[str]] = defaultdict(set)
    for group in _same_people(_rows()):
        name = Counter(row["person"] for row in group).most_common(1)[0][0]
        country = Counter(row["country"] for row in group).most_common(1)[0][0]
        terms = _joined([_term(row, bodies) for row in group])
        key = actor_id(name, Kind.PERSON, country)
        people[key] = (name, country, terms)
        aliases[key] = other_names(name, (one for row in group for one in (row["person"], *row["aliases"].split("|"))))
        names[key] = sorted({form for row in group for form in _forms(row) if " " in form or len(form) > 4})
        for form in names[key]:
            bones[skeleton(form)].add(key)
            surnames[form.rsplit(" ", 1)[-1]].add(key)
            if country in given_first:
                surnames[form.split(" ", 1)[0]].add(key)
        for term in terms:
            holders[f"{country or term[2]} {term[0]}"].add(key)
    return {
        "people": _succeeded(people),
        "names": names,
        "aliases": aliases,
        "surnames": _frozen(surnames),
        "plain_surnames": frozenset(surname for surname in surnames if is_english(surname)),
        "holders": _frozen(holders),
        "bones": _frozen(bones),
    }


def _succeeded(people: dict[str, People]) -> dict[str, People]:
    """Give the people, terms without an end known to last no longer than until somebody else took the office."""
    begun: dict[tuple[str, str, str], list[tuple[str, str]]] = defaultdict(list)
    for key, (_, country, terms) in people.items():
        for term in terms:
            if term[0] not in _SHARED and term[3]:
                begun[country, term[0], term[2]].append((term[3], key))
    return {
        key: (name, country, tuple(_limited(term, key, begun[country, term[0], term[2]]) for term in terms))
        for key, (name, country, terms) in people.items()
    }


def _limited(term: Term, key: str, begun: list[tuple[str, str]]) -> Term:
    """Give a term without an end with the day the next person's begins, where that is before what is known."""
    later = [first for first, other in begun if other != key and first > term[3]]
    if term[4] or not term[3] or not later:
        return term
    until = min(later)
    return (*term[:6], min(until, term[6]) if term[6] else until)


def _rows() -> list[Row]:
    """Give the rows of all files of offices that are there; the share-alike one may be left out."""
    columns = ("person", "aliases", "country", "org", "office", "first", "last", "note")
    paths = [LEXICONS / name for name in OFFICE_FILES if (LEXICONS / name).exists()]
    return [row for path in paths for row in read_table(path, columns)]


def _frozen(sets: dict[str, set[str]]) -> dict[str, tuple[str, ...]]:
    """Give the sets as sorted tuples."""
    return {key: tuple(sorted(values)) for key, values in sets.items()}


def _forms(row: Row) -> list[str]:
    """Give the folded names of the person in a row."""
    return [fold(name) for name in [row["person"], *row["aliases"].split("|")] if name]


def _same_people(rows: list[Row]) -> list[list[Row]]:
    """Group rows of one country that share a spelling."""
    leader: dict[str, str] = {}

    def find(key: str) -> str:
        """Give the spelling that stands for a group."""
        while leader.setdefault(key, key) != key:
            key = leader[key]
        return key

    shared = _of_namesakes(rows)
    for row in rows:
        forms = [f"{row['country']} {form}" for form in _forms(row)]
        for form in forms[1:]:
            if form not in shared:
                leader[find(form)] = find(forms[0])
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[find(f"{row['country']} {_forms(row)[0]}")].append(row)
    return list(groups.values())


def _of_namesakes(rows: list[Row]) -> set[str]:
    """Give the names, with their country, that people share whom only their initials part: "George Bush" of two."""
    initials: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for row in rows:
        words = _forms(row)[0].split()
        first, between, last = words[0], words[1:-1], words[-1]
        if between and all(len(word) == 1 for word in between):
            initials[f"{row['country']} {first} {last}"].add(tuple(between))
    return {name for name, found in initials.items() if len(found) > 1}


def _term(row: Row, bodies: Bodies) -> Term:
    """Give a row as a term with whole days."""
    return (
        row["office"],
        row["title"],
        _body(row, bodies) if row["org"] else "",
        _day(row["first"]),
        _day(row["last"], is_end=True),
        row["source"],
        "" if row["last"] else _known_until(row["note"]),
    )


def _known_until(note: str) -> str:
    """Give the last day a note vouches for: the end of the year after the one in which the table was open.

    >>> _known_until("open at 2022-07")
    '2023-12-31'
    """
    found = _OPEN.search(note)
    return f"{int(found[1]) + 1}-12-31" if found else ""


def _body(row: Row, bodies: Bodies) -> str:
    """Give the organisation a row names: of the row's own country where several bear the name.

    "" stands for the state, also under a former name of it; "-" for a body that no table knows.
    """
    found = bodies.get(fold(row["org"]), ())
    near = [key for key, country in found if row["country"] in country.split("|")]
    if near or not found:
        return near[0] if near else UNKNOWN_BODY
    return found[0][0] or UNKNOWN_BODY


def _day(text: str, *, is_end: bool = False) -> str:
    """Give the first or last day of a year, month or day.

    >>> _day("2011-02"), _day("2011-02", is_end=True), _day("")
    ('2011-02-01', '2011-02-28', '')
    """
    if len(text) == 4:
        return text + ("-12-31" if is_end else "-01-01")
    if len(text) == 7:
        year, month = int(text[:4]), int(text[5:])
        return f"{text}-{monthrange(year, month)[1] if is_end else 1:02}"
    return text


def _joined(terms: list[Term]) -> tuple[Term, ...]:
    """Give terms in order, those of one office that adjoin made one."""
    joined: list[Term] = []
    for term in sorted(set(terms), key=lambda term: (term[0], term[2], term[3])):
        before = joined[-1] if joined else None
        if before and before[0] == term[0] and before[2] == term[2] and _adjoins(before[4], term[3]):
            last = "" if not term[4] else max(before[4], term[4])
            joined[-1] = (*before[:4], last, before[5], term[6])
        else:
            joined.append(term)
    return tuple(joined)


def _adjoins(last: str, first: str) -> bool:
    """Say whether a term that begins on `first` carries on one that ended on `last`."""
    if not last:
        return True
    return bool(first) and date.fromisoformat(first) - date.fromisoformat(last) <= _GAP
