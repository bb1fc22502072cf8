"""Compiles the tables of actors into plain data for the finder."""

from collections import defaultdict
from typing import Any

from graph.model import Kind
from ingest.actors.folding import fold, other_names, words_of
from ingest.actors.kinds import kind_of
from ingest.actors.terms import compile_people
from ingest.errors import LexiconError
from ingest.lexicon import LEXICONS, read_table, read_toml
from ingest.places.towns import towns
from ingest.words import is_english, lemma_of, plural_of

CAPS, AMBIGUOUS, DEFAULT = 1, 2, 4
_NOTE, _BARRED = "ambiguous: ", "not with: "
_LARGE = 100_000
_PLAINLY_NAMED = frozenset({Kind.PARTY, Kind.ALLIANCE, "region", Kind.MEDIA, Kind.ETHNIC_GROUP})
_RENOWNED = frozenset({Kind.GOVERNMENT, Kind.MINISTRY, Kind.IGO, Kind.COURT})
_FORCES = {Kind.MILITARY: "army", Kind.POLICE: "police", Kind.INTELLIGENCE: "intelligence"}
_FORCE_WORDS = {"army": ("army", "armed forces", "military"), "police": ("police",), "intelligence": ("intelligence",)}


def build_actors() -> dict[str, Any]:
    """Give all that is known of actors: phrases with what they may name, people with their terms, words.

    Raises LexiconError for a row or rule that cannot stand.
    """
    countries = read_table(LEXICONS / "demonyms.tsv", ("iso3", "name", "nouns", "adjectives", "capital"))
    organisations = read_table(LEXICONS / "organisations.tsv", ("name", "aliases", "kind", "country", "sector"))
    phrases: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
    cities, generics = _cities(), _generics()
    _add_countries(phrases, countries, cities)
    for name, isos in cities.items():
        if " " in name:
            phrases[name] += [("city", iso, 0) for iso in isos]
    _add_organisations(phrases, organisations)
    _add_regions(phrases)
    ranks = _ranks()
    words = _words()
    people = compile_people(_bodies(phrases, organisations), words["given_first"])
    aliases = _aliases(countries, organisations) | people.pop("aliases")
    for person, names in people.pop("names").items():
        for name in names:
            if name.count(" ") > 1 or name.split(" ")[0] not in ranks:
                phrases[name].append(("person", person, 0))
    return {
        "phrases": {phrase: tuple(dict.fromkeys(entries)) for phrase, entries in phrases.items()},
        "lengths": _lengths(phrases),
        "countries": {row["iso3"]: (row["id"], row["name"], row["adjectives"].split("|")[0]) for row in countries},
        "organisations": {row["id"]: _organisation(row) for row in organisations},
        "aliases": aliases,
        "forces": _forces(countries, phrases, organisations),
        "cities": cities,
        "generics": generics,
        "generic_ends": frozenset(phrase.rsplit(" ", 1)[-1] for phrase in generics),
        "persons": _persons() - generics.keys() - ranks.keys(),
        "ranks": ranks,
        "relations": _relations({row["id"] for row in organisations}),
        "org_words": _org_words(),
        "bodies": _nouns_for_bodies(),
        "words": words,
        **people,
    }


def _aliases(countries: list[dict[str, str]], organisations: list[dict[str, str]]) -> dict[str, tuple[str, ...]]:
    """Give the other names of states and organisations by their ids."""
    states = {row["id"]: other_names(row["name"], _split(row["other_names"])) for row in countries}
    bodies = {row["id"]: other_names(row["name"], _split(row["aliases"])) for row in organisations}
    return states | bodies


def _ranks() -> dict[str, tuple[str, str]]:
    """Give office and sector by folded rank or title."""
    rows = read_table(LEXICONS / "ranks.tsv", ("title", "office", "sector"))
    return {fold(row["title"]): (row["office"], row["sector"]) for row in rows}


def _relations(known: set[str]) -> list[tuple[str, str, str, str, str]]:
    """Give who rules where from when to when; refuse an actor that is no organisation of the lexicon."""
    path = LEXICONS / "relations.tsv"
    rows = read_table(path, ("actor", "relation", "place", "first", "last"))
    for row in rows:
        if row["actor"] not in known:
            raise LexiconError(path.name, row["id"], f"no organisation {row['actor']}", "an id of organisations.tsv")
    return [(row["actor"], row["relation"], fold(row["place"]), row["first"], row["last"]) for row in rows]


def _org_words() -> dict[str, tuple[Kind, str]]:
    """Give kind and sector by a word in the name of an organisation."""
    rows = read_table(LEXICONS / "org_words.tsv", ("word", "kind", "sector"))
    return {row["word"]: (kind_of("org_words.tsv", row["id"], row["kind"]), row["sector"]) for row in rows}


def _nouns_for_bodies() -> dict[str, tuple[frozenset[Kind], bool]]:
    """Give the kinds of body a definite noun takes up, and whether only one whose name has the noun is meant."""
    rows = read_table(LEXICONS / "bodies.tsv", ("noun", "kinds", "by_name"))
    return {
        row["noun"]: (
            frozenset(kind_of("bodies.tsv", row["id"], kind) for kind in _split(row["kinds"])),
            row["by_name"] == "1",
        )
        for row in rows
    }


def _words() -> dict[str, frozenset[str]]:
    """Give the word lists by name."""
    tables = read_toml(LEXICONS / "actors.toml", wanted=("source", "words"))
    return {name: frozenset(table["words"]) for name, table in tables.items()}


def _split(cell: str) -> list[str]:
    """Give the parts of a cell with several values."""
    return [part for part in cell.split("|") if part]


def _add_countries(
    phrases: dict[str, list[tuple[str, str, int]]], countries: list[dict[str, str]], cities: dict[str, tuple[str, ...]]
) -> None:
    """Enter names of states, their demonyms, and the capitals and seats that may stand for them."""
    for row in countries:
        iso = row["iso3"]
        places = {fold(name) for name in _split(row["place_names"])}
        for name in [row["name"], *_split(row["other_names"]), *_split(row["former_names"])]:
            kind = "region" if fold(name) in places else "country"
            phrases[fold(name)].append((kind, iso, CAPS if name.isupper() and len(name) < 5 else 0))
        for column, kind in (("adjectives", "adjective"), ("nouns", "people")):
            for name in _split(row[column]):
                phrases[fold(name)].append((kind, iso, 0))
        doubtful = set(_split(row["ambiguous_metonyms"]))
        for name in {*_split(row["metonyms"]), row["capital"]} - {""}:
            isos = cities.get(fold(name), ())
            flags = AMBIGUOUS if name in doubtful or set(isos) - {iso} else 0
            phrases[fold(name)].append(("seat", iso, flags))
            phrases[fold(name)] += [("city", other, 0) for other in isos]


def _add_organisations(phrases: dict[str, list[tuple[str, str, int]]], rows: list[dict[str, str]]) -> None:
    """Enter names and aliases of organisations, with what each needs before it counts."""
    defaults = {
        (fold(row["alias"]), row["resolution"].split()[1].rstrip(";"))
        for row in read_table(LEXICONS / "collisions.tsv", ("alias", "ids", "resolution"))
        if row["resolution"].startswith("default ")
    }
    for row in rows:
        doubtful = _doubtful(row)
        for name in [row["name"], *_split(row["aliases"])]:
            flags = CAPS if name.upper() == name else 0
            flags |= AMBIGUOUS if doubtful is None or name in doubtful else 0
            flags |= AMBIGUOUS if not flags & CAPS and _is_plain(fold(name), row["kind"]) else 0
            flags |= DEFAULT if (fold(name), row["id"]) in defaults else 0
            if row["kind"] == Kind.ETHNIC_GROUP and any(kind == "people" for kind, _, _ in phrases.get(fold(name), ())):
                continue
            phrases[fold(name)].append(("org", row["id"], flags))


def _is_plain(folded: str, kind: str) -> bool:
    """Say whether a name is made of everyday words only, so that it needs context: "National Union", "The Front"."""
    words = folded.split()
    longest = 2 if kind in _PLAINLY_NAMED else 1
    return len(words) <= longest and kind not in _RENOWNED and all(is_english(word) for word in words)


def _doubtful(row: dict[str, str]) -> set[str] | None:
    """Give the aliases of an organisation that need context; None where all of them do."""
    if row["ambiguous"] != "1":
        return set()
    for part in row["note"].split("; "):
        if part.startswith(_NOTE):
            return set(part[len(_NOTE) :].split(", "))
    return None


def _organisation(row: dict[str, str]) -> tuple[str, Kind, str, str, str, str, str]:
    """Give an organisation as name, kind, country, sector, parent, first and last year."""
    kind = kind_of("organisations.tsv", row["id"], row["kind"])
    return (row["name"], kind, row["country"], row["sector"], row["parent"], row["first"], row["last"])


def _add_regions(phrases: dict[str, list[tuple[str, str, int]]]) -> None:
    """Enter regions: those in one state tell the country of people named after them, the others none."""
    for row in read_table(LEXICONS / "regions.tsv", ("name", "aliases", "country")):
        entry = ("area", "") if "|" in row["country"] else ("region", row["country"])
        for name in [row["name"], *_split(row["aliases"])]:
            phrases[fold(name)].append((*entry, AMBIGUOUS if _is_plain(fold(name), "region") else 0))


def _bodies(
    phrases: dict[str, list[tuple[str, str, int]]], organisations: list[dict[str, str]]
) -> dict[str, tuple[tuple[str, str], ...]]:
    """Give the organisations and states each phrase names, with their countries; the default of several first."""
    countries = {row["id"]: row["country"] for row in organisations}
    found = {}
    for phrase, entries in phrases.items():
        ordered = sorted(entries, key=lambda entry: not entry[2] & DEFAULT)
        bodies = [(key, countries[key]) for kind, key, _ in ordered if kind == "org"]
        states = [("", key) for kind, key, _ in entries if kind == "country"]
        if bodies or states:
            found[phrase] = (*bodies, *states)
    return found


def _lengths(phrases: dict[str, list[tuple[str, str, int]]]) -> dict[str, int]:
    """Give, for each word a phrase begins with, how many words the longest such phrase has."""
    lengths: dict[str, int] = {}
    for phrase in phrases:
        first, count = phrase.split(" ", 1)[0], phrase.count(" ") + 1
        lengths[first] = max(lengths.get(first, 0), count)
    return lengths


def _forces(
    countries: list[dict[str, str]], phrases: dict[str, list[tuple[str, str, int]]], rows: list[dict[str, str]]
) -> dict[str, str]:
    """Give the organisation that is a state's army, police or intelligence service, by "ISO army"."""
    kinds = {row["id"]: Kind(row["kind"]) for row in rows}
    forces: dict[str, str] = {}
    for row in countries:
        for adjective in _split(row["adjectives"]):
            for force, words in _FORCE_WORDS.items():
                for word in words:
                    for kind, key, _ in phrases.get(fold(f"{adjective} {word}"), ()):
                        if kind == "org" and _FORCES.get(kinds[key]) == force:
                            forces.setdefault(f"{row['iso3']} {force}", key)
    return forces


def _cities() -> dict[str, tuple[str, ...]]:
    """Give the countries that have a town of 100,000 people or more of a name, the largest town's first."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for town in towns(least=_LARGE):
        isos = found[fold(town.name)]
        isos[town.country] = max(isos.get(town.country, 0), town.population)
    return {name: tuple(sorted(isos, key=lambda iso: -isos[iso])) for name, isos in found.items()}


def _persons() -> frozenset[str]:
    """Give the nouns that mean a person and nothing else."""
    return frozenset(
        row["id"] for row in read_table(LEXICONS / "event_classes.tsv", ("classes",)) if row["classes"] == "PERSON"
    )


def _generics() -> dict[str, tuple[Kind, str, str, bool, frozenset[str]]]:
    """Give kind, sector, name as a group, whether they may be civilian victims, what bars them, by word and lemma."""
    found: dict[str, tuple[Kind, str, str, bool, frozenset[str]]] = {}
    for row in read_table(LEXICONS / "generics.tsv", ("word", "kind", "sector", "civilian_victim", "note")):
        words = list(words_of(row["word"]))
        lemma = lemma_of(words[-1])
        forms = (words[-1],) if row["note"] == "plural only" else (words[-1], lemma)
        plural = row["word"] if lemma != words[-1] else " ".join([*words[:-1], plural_of(lemma)])
        plural = row["note"].removeprefix("group ") if row["note"].startswith("group ") else plural
        barring = frozenset(row["note"].removeprefix(_BARRED).split() if row["note"].startswith(_BARRED) else ())
        entry = (
            kind_of("generics.tsv", row["id"], row["kind"]),
            row["sector"],
            plural,
            row["civilian_victim"] == "1",
            barring,
        )
        for last in forms:
            found.setdefault(" ".join([*words[:-1], last]), entry)
    return found
