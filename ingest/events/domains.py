"""Reads the words by which a sentence tells what it speaks of."""

from dataclasses import dataclass
from pathlib import Path

from ingest.errors import LexiconError
from ingest.lexicon import LEXICONS, lists_of, read_toml

PATH = LEXICONS / "domains.toml"
PUBLIC, DOUBTFUL, COURT, NAME, PLACE = "public", "doubtful", "court", "name", "place"
ACCIDENT, BUSINESS, MARKET = "accident", "business", "market"
_PARTS = 2  # compounds() joins no more
WEIGHED = (PUBLIC, DOUBTFUL, COURT, NAME, PLACE)
LISTS = (
    "fiction",
    "works",
    "telling",
    "memorials",
    "commemorating",
    "harmless",
    "bursting",
    "marking",
    "ages",
    "anybody",
    "persons",
    "figurative",
    "players",
    "acting",
    "kin",
    "burning",
    "blazing",
    "catching",
    "sized",
    "makers",
    "disaster",
    "helping",
    "rescuing",
    "covering",
    "artists",
    "careers",
    "storms",
    "surviving",
    "young",
)
FAMILIES = ("causes", "causeless", "unfought", "nouns", "spoiling", "trade", "peaceful", "leisure")


@dataclass(frozen=True, slots=True)
class Domains:
    """Words by what they speak of.

    of: lemma to its domain; weights: what a word of each says for or against conflict; families: domains that do the
    same, by what it is; fiction: works that are made up; works: those that are where a verb of `telling` follows;
    memorials: what recalls where a verb of `commemorating` follows;
    harmless: words of `doubtful` that accidents use; bursting: more of them where a word of `industry` stands; marking:
    days kept for what is long past; ages: words before the age of the dead; anybody: words for one private person;
    persons: pronouns for somebody; figurative: words of `public` that only mean many before a bare plural;
    players, acting: people whose verbs of acting tell what is made up; kin: whom people of private life have, and whom
    they quarrel with; burning: fires; blazing: verbs of what they do;
    catching: what they are in; sized: adjectives that say nothing of who shot; makers: ends of words for firms;
    disaster: of nature, in which those of `helping` come to help by a verb of `rescuing`;
    covering: verbs whose object is only dealt with, by `artists`, by works, or by those of `careers` at another time;
    storms: words before the name of one; surviving: verbs of what somebody went through as one of `young`.
    """

    of: dict[str, str]
    weights: dict[str, float]
    families: dict[str, frozenset[str]]
    fiction: frozenset[str]
    works: frozenset[str]
    telling: frozenset[str]
    memorials: frozenset[str]
    commemorating: frozenset[str]
    harmless: frozenset[str]
    bursting: frozenset[str]
    marking: frozenset[str]
    ages: frozenset[str]
    anybody: frozenset[str]
    persons: frozenset[str]
    figurative: frozenset[str]
    players: frozenset[str]
    acting: frozenset[str]
    kin: frozenset[str]
    burning: frozenset[str]
    blazing: frozenset[str]
    catching: frozenset[str]
    sized: frozenset[str]
    makers: frozenset[str]
    disaster: frozenset[str]
    helping: frozenset[str]
    rescuing: frozenset[str]
    covering: frozenset[str]
    artists: frozenset[str]
    careers: frozenset[str]
    storms: frozenset[str]
    surviving: frozenset[str]
    young: frozenset[str]


def read_domains(path: Path = PATH) -> Domains:
    """Give the words of each domain; a word of two belongs to the first.

    Raises LexiconError where a list or a figure is missing, and for a word that no text can match.
    """
    tables = read_toml(path)
    for table, names in (("weights", WEIGHED), ("families", FAMILIES)):
        for name in names:
            if name not in tables.get(table, {}):
                raise LexiconError(path.name, table, f"no {name}", f"a filled `{name}`")
    weights = {key: value for key, value in tables["weights"].items() if isinstance(value, int | float)}
    domains = lists_of(path, tables, (domain for domain in tables if domain in weights))
    of = {word: domain for domain in reversed(domains) for word in domains[domain]}
    families = {name: frozenset(tables["families"][name].split()) for name in FAMILIES}
    lists = lists_of(path, tables, LISTS)
    for name, words in (*domains.items(), *lists.items()):
        if name != "makers":  # ends of words
            _check(path, words)
    return Domains(of, weights, families, **lists)


def _check(path: Path, words: frozenset[str]) -> None:
    """Refuse words that no text can match: compounds join two lower-case lemmas in their order."""
    for word in sorted(words):
        parts = word.split("-")
        if len(parts) > _PARTS:
            raise LexiconError(path.name, word, f"{len(parts)} parts", "one word, or two joined by a hyphen")
        if not all(parts) or word != word.lower():
            raise LexiconError(path.name, word, "a capital or an empty part", "lemmas in lower case")
        if len(parts) == _PARTS and parts[0] != parts[1] and f"{parts[1]}-{parts[0]}" in words:
            raise LexiconError(path.name, word, "stands the other way round too", "the parts in the order of texts")
