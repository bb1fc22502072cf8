"""Joins the rows of office-holders into people with their terms."""

from calendar import monthrange
from collections import Counter, defaultdict
from datetime import date, timedelta
from typing import Any

from ingest.actors.folding import actor_id, fold, skeleton
from ingest.lexicon import LEXICONS, read_table

OFFICE_FILES = ("offices.tsv", "offices_sharealike.tsv")
_GAP = timedelta(days=31)
Row = dict[str, str]
# office, title, organisation, first and last day ("" where unknown), source
Term = tuple[str, str, str, str, str, str]


def compile_people(organisations: dict[str, str]) -> dict[str, Any]:
    """Give people by id with their terms, their names, and who bears a surname or held an office.

    organisations: id by folded name, to name what people led.
    """
    people: dict[str, tuple[str, str, tuple[Term, ...]]] = {}
    names: dict[str, list[str]] = {}
    surnames: dict[str, set[str]] = defaultdict(set)
    holders: dict[str, set[str]] = defaultdict(set)
    bones: dict[str, set[str]] = defaultdict(set)
    for group in _same_people(_rows()):
        name = Counter(row["person"] for row in group).most_common(1)[0][0]
        country = Counter(row["country"] for row in group).most_common(1)[0][0]
        terms = _joined([_term(row, organisations) for row in group])
        key = actor_id(name, "person", country)
        people[key] = (name, country, terms)
        names[key] = sorted({form for row in group for form in _forms(row) if " " in form or len(form) > 4})
        for form in names[key]:
            bones[skeleton(form)].add(key)
            surnames[form.rsplit(" ", 1)[-1]].add(key)
        for term in terms:
            holders[f"{country or term[2]} {term[0]}"].add(key)
    return {
        "people": people,
        "names": names,
        "surnames": _frozen(surnames),
        "holders": _frozen(holders),
        "bones": _frozen(bones),
    }


def _rows() -> list[Row]:
    """Give the rows of all files of offices that are there; the share-alike one may be left out."""
    columns = ("person", "aliases", "country", "org", "office", "first", "last")
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

    for row in rows:
        place = row["country"] or row["org"]
        forms = [f"{place} {form}" for form in _forms(row)]
        for form in forms[1:]:
            leader[find(form)] = find(forms[0])
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[find(f"{row['country'] or row['org']} {_forms(row)[0]}")].append(row)
    return list(groups.values())


def _term(row: Row, organisations: dict[str, str]) -> Term:
    """Give a row as a term with whole days."""
    organisation = organisations.get(fold(row["org"]), "") if row["org"] else ""
    return (
        row["office"],
        row["title"],
        organisation,
        _day(row["first"]),
        _day(row["last"], is_end=True),
        row["source"],
    )


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
            joined[-1] = (*before[:4], last, before[5])
        else:
            joined.append(term)
    return tuple(joined)


def _adjoins(last: str, first: str) -> bool:
    """Say whether a term that begins on `first` carries on one that ended on `last`."""
    if not last:
        return True
    return bool(first) and date.fromisoformat(first) - date.fromisoformat(last) <= _GAP
