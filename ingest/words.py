"""English word forms out of lemminflect: the only module that knows it. Its tables load on first use."""

import tomllib
from functools import cache
from pathlib import Path

from ingest.lexicon import read_table

LEXICONS = Path(__file__).parent / "lexicons"


@cache
def _casing(kind: str) -> frozenset[str]:
    """Give the words of one table of casing.toml."""
    with (LEXICONS / "casing.toml").open("rb") as file:
        return frozenset(tomllib.load(file)[kind]["words"].split())


def is_english(form: str) -> bool:
    """Say whether a lower-case form is in the dictionary or in a closed word class.

    >>> is_english("attacked"), is_english("of"), is_english("cristiani")
    (True, True, False)
    """
    from lemminflect import getAllLemmas  # its tables take half a second, and few runs need them

    return form in _casing("small") or bool(getAllLemmas(form))


def is_adjective(form: str) -> bool:
    """Say whether a lower-case form may be an adjective.

    >>> is_adjective("colonial"), is_adjective("villa")
    (True, False)
    """
    from lemminflect import getAllLemmas

    return "ADJ" in getAllLemmas(form)


def verb_forms(lemma: str) -> frozenset[str]:
    """Give the inflected forms of a verb, the lemma itself among them where it is one.

    >>> sorted(verb_forms("shell"))
    ['shell', 'shelled', 'shelling', 'shells']
    """
    from lemminflect import getAllInflections

    return frozenset(form for forms in getAllInflections(lemma, upos="VERB").values() for form in forms)


def lemma_of(noun: str) -> str:
    """Give the singular of a noun, itself where the dictionary has none.

    >>> lemma_of("armies"), lemma_of("police")
    ('army', 'police')
    """
    from lemminflect import getLemma

    return str((getLemma(noun, upos="NOUN") or (noun,))[0])


def plural_of(noun: str) -> str:
    """Give the plural of a noun.

    >>> plural_of("congressman"), plural_of("army")
    ('congressmen', 'armies')
    """
    from lemminflect import getInflection

    return noun[:-3] + "men" if noun.endswith("man") else str(getInflection(noun, tag="NNS")[0])


@cache
def capitalised() -> frozenset[str]:
    """Give the lower-case forms that English writes with a capital: names of days, months, countries."""
    names = set(_casing("capital"))
    for row in read_table(LEXICONS / "demonyms.tsv", ("name", "nouns", "adjectives", "capital")):
        for column in ("name", "nouns", "adjectives", "capital"):
            for name in row[column].split("|"):
                names.update(word.lower() for word in name.split() if word[:1].isupper())
    return frozenset(names - _casing("small"))


@cache
def short_forms() -> frozenset[str]:
    """Give the all-capital names of the organisations' table, such as FARC and UN."""
    rows = read_table(LEXICONS / "organisations.tsv", ("name", "aliases"))
    names = (name for row in rows for name in (row["name"], *row["aliases"].split("|")))
    return frozenset(name for name in names if name.isalpha() and name.isupper() and len(name) > 1)
