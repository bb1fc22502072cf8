"""Compiles towns, regions and states into one table of places."""

from collections import defaultdict
from statistics import median
from typing import Any

from ingest.actors.folding import fold, slug
from ingest.lexicon import LEXICONS, read_table, read_toml
from ingest.places.spellings import spellings_of
from ingest.places.towns import Town, domains, towns

_RENOWNED = 50_000
_SPELT = 15_000
_DIVISION_WEIGHT = 90_000
_REGION_WEIGHT = 3_000_000
_CODE_LENGTH = 3
# id, name, countries, latitude, longitude, kind, weight (people, or what stands for them)
Row = tuple[str, str, tuple[str, ...], float | None, float | None, str, int]


def build_places() -> dict[str, Any]:
    """Give all places known, with the folded names that may mean them.

    Raises LexiconError for a row that cannot stand.
    """
    rows: list[Row] = []
    regions: dict[str, str] = {}
    spellings: dict[str, str] = {}
    divisions = {row["id"]: row["name"] for row in read_table(LEXICONS / "divisions.tsv", ("name", "region"))}
    names: dict[str, list[int]] = defaultdict(list)
    by_country: dict[str, list[Town]] = defaultdict(list)
    for town in towns():
        by_country[town.country].append(town)
        position = (round(town.latitude, 4), round(town.longitude, 4))
        rows.append((f"geonames-{town.id}", town.name, (town.country,), *position, "town", town.population))
        if division := divisions.get(f"{town.country}.{town.division}"):
            regions[rows[-1][0]] = division
        if town.population >= _SPELT:
            spellings[rows[-1][0]] = "|".join(spellings_of(town.name, town.spellings))
        for name in {fold(name) for name in _town_names(town)}:
            names[name].append(len(rows) - 1)
    tables = read_toml(LEXICONS / "places.toml", wanted=("source", "words"))
    words = {name: frozenset(table["words"]) for name, table in tables.items()}
    _add_regions(rows, names, spellings)
    _add_countries(rows, names, by_country, spellings)
    return {
        "rows": rows,
        "desks": _desks(by_country),
        "names": {name: tuple(sorted(set(found), key=lambda i: -rows[i][6])) for name, found in names.items() if name},
        "regions": regions,
        "spellings": {key: text for key, text in spellings.items() if text},
        "lengths": _lengths(names),
        "domains": {name: iso for name, iso in domains().items() if name not in words["open-domains"]},
        "parts": {iso: _parts(found) for iso, found in by_country.items()},
        "words": words,
    }


def _town_names(town: Town) -> list[str]:
    """Give the names a town is looked up by; other spellings only for towns news is likely to name."""
    if town.population < _RENOWNED:
        return [town.name]
    return [town.name, *(name for name in town.aliases if len(name) > _CODE_LENGTH or not name.isupper())]


def _add_regions(rows: list[Row], names: dict[str, list[int]], spellings: dict[str, str]) -> None:
    """Enter regions, camps, crossings and the like."""
    for row in read_table(LEXICONS / "regions.tsv", ("name", "aliases", "kind", "country", "latitude", "longitude")):
        countries = tuple(code for code in row["country"].split("|") if code)
        position = (float(row["latitude"]), float(row["longitude"])) if row["latitude"] else (None, None)
        weight = _DIVISION_WEIGHT if row["kind"] == "province" else _REGION_WEIGHT
        rows.append((row["id"], row["name"], countries, *position, row["kind"], weight))
        spellings[row["id"]] = "|".join(spellings_of(row["name"], row["aliases"].split("|")))
        for name in {fold(name) for name in (row["name"], *row["aliases"].split("|"))}:
            names[name].append(len(rows) - 1)


def _add_countries(
    rows: list[Row], names: dict[str, list[int]], by_country: dict[str, list[Town]], spellings: dict[str, str]
) -> None:
    """Enter states; their centre is the median of their towns, where people live."""
    for row in read_table(LEXICONS / "demonyms.tsv", ("iso3", "name", "other_names", "former_names", "place_names")):
        found = by_country.get(row["iso3"], [])
        centre = (_median(town.latitude for town in found), _median(town.longitude for town in found))
        people = sum(town.population for town in found) + _REGION_WEIGHT
        rows.append((row["id"], row["name"], (row["iso3"],), *centre, "country", people))
        regions = {fold(name) for name in row["place_names"].split("|")}
        others = f"{row['other_names']}|{row['former_names']}".split("|")
        spellings[row["id"]] = "|".join(spellings_of(row["name"], others))
        for name in {fold(name) for name in (row["name"], *others)}:
            if name not in regions:
                names[name].append(len(rows) - 1)


def _desks(by_country: dict[str, list[Town]]) -> frozenset[str]:
    """Give the ids of towns where desks for a whole state sit: its capital, and its largest town."""
    found = {f"geonames-{max(towns, key=lambda town: town.population).id}" for towns in by_country.values()}
    for row in read_table(LEXICONS / "demonyms.tsv", ("iso3", "capital")):
        named = [
            town for town in by_country.get(row["iso3"], ()) if fold(row["capital"]) in map(fold, _town_names(town))
        ]
        if named:
            found.add(f"geonames-{max(named, key=lambda town: town.population).id}")
    return frozenset(found)


def _median(values: Any) -> float | None:
    """Give the median, None of nothing."""
    listed = list(values)
    return round(median(listed), 3) if listed else None


def _parts(found: list[Town]) -> dict[str, tuple[float, float]]:
    """Give the centre of each quarter of a country: the median of the towns in its outer third.

    Keys are "north", "south", "east", "west" and "central".
    """
    latitudes = sorted(town.latitude for town in found)
    longitudes = sorted(town.longitude for town in found)
    third = len(found) // 3
    low, high = latitudes[third], latitudes[-third - 1]
    left, right = longitudes[third], longitudes[-third - 1]
    groups = {
        "north": [town for town in found if town.latitude >= high],
        "south": [town for town in found if town.latitude <= low],
        "east": [town for town in found if town.longitude >= right],
        "west": [town for town in found if town.longitude <= left],
        "central": [town for town in found if low <= town.latitude <= high and left <= town.longitude <= right],
    }
    return {
        part: (round(median(town.latitude for town in group), 3), round(median(town.longitude for town in group), 3))
        for part, group in groups.items()
        if group
    }


def _lengths(names: dict[str, list[int]]) -> dict[str, int]:
    """Give, for each word a name begins with, how many words the longest such name has."""
    lengths: dict[str, int] = {}
    for name in names:
        first, count = name.split(" ", 1)[0], name.count(" ") + 1
        lengths[first] = max(lengths.get(first, 0), count)
    return lengths


def place_id(name: str, country: str) -> str:
    """Give the id of a place no table knows: folded name and country.

    >>> place_id("Wadi Harqa", "YEM")
    'wadi-harqa-yem'
    """
    return "-".join(part for part in (slug(name), country.lower()) if part)
