"""Reads the words by which a sentence tells what it speaks of."""

from dataclasses import dataclass

from ingest.lexicon import LEXICONS, read_toml

PATH = LEXICONS / "domains.toml"
PUBLIC, DOUBTFUL, COURT, NAME, PLACE = "public", "doubtful", "court", "name", "place"
FAMILIES = ("causes", "causeless", "unfought", "nouns", "spoiling", "trade")


@dataclass(frozen=True, slots=True)
class Domains:
    """Words by what they speak of.

    of: lemma to its domain; weights: what a word of each says for or against conflict; families: domains that do the
    same, by what it is; fiction: works that are made up; works: those that are where a verb of `telling` follows;
    harmless: words of `doubtful` that accidents use; bursting: more of them where a word of `industry` stands; marking:
    days kept for what is long past; ages: words before the age of the dead; anybody: words for one private person;
    persons: pronouns for somebody.
    """

    of: dict[str, str]
    weights: dict[str, float]
    families: dict[str, frozenset[str]]
    fiction: frozenset[str]
    works: frozenset[str]
    telling: frozenset[str]
    harmless: frozenset[str]
    bursting: frozenset[str]
    marking: frozenset[str]
    ages: frozenset[str]
    anybody: frozenset[str]
    persons: frozenset[str]


def read_domains() -> Domains:
    """Give the words of each domain; a word of two belongs to the first. Raises LexiconError."""
    tables = read_toml(PATH)
    found: dict[str, str] = {}
    weights = {key: value for key, value in tables["weights"].items() if isinstance(value, int | float)}
    for domain, table in reversed(tables.items()):
        if domain in weights:
            found.update((word, domain) for word in table["words"].split())
    kinds = ("fiction", "works", "telling", "harmless", "bursting", "marking", "ages", "anybody", "persons")
    made_up = (frozenset(tables[name]["words"].split()) for name in kinds)
    families = {name: frozenset(tables["families"][name].split()) for name in FAMILIES}
    return Domains(found, weights, families, *made_up)
