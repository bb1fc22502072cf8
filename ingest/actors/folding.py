"""Folds names, so that spellings of one name meet."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from rapidfuzz.fuzz import ratio

from graph.letters import plain_letters
from ingest.lexicon import LEXICONS, read_toml

_WORD = re.compile(r"[^\W_]+")
_VOWELS = re.compile(r"[aeiouyh]")
_DOUBLE = re.compile(r"(.)\1+")
CLOSE = 66.0


@cache
def _rules() -> tuple[frozenset[str], tuple[tuple[re.Pattern[str], str], ...]]:
    """Give the words a skeleton leaves out, and its patterns with the letter that stands for each."""
    tables = read_toml(LEXICONS / "folding.toml")
    letters = tuple((re.compile(pattern), letter) for pattern, letter in tables["sounds"]["letters"])
    return frozenset(tables["articles"]["words"].split()), letters


@lru_cache(maxsize=65536)
def words_of(text: str) -> tuple[str, ...]:
    """Give the folded words of a text: lower case, no marks over letters, no points, split at hyphens.

    >>> words_of("Al-Qaïda"), words_of("U.N."), words_of("B'Tselem")
    (('al', 'qaida'), ('un',), ('b', 'tselem'))
    """
    return tuple(_WORD.findall(plain_letters(text).replace(".", "")))


def fold(text: str) -> str:
    """Give a name's folded words in one line, without a leading article.

    >>> fold("The Haqqani Network")
    'haqqani network'
    """
    words = words_of(text)
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def slug(text: str) -> str:
    """Give a name as it stands in an id.

    >>> slug("São Tomé")
    'sao-tome'
    """
    return "-".join(words_of(text))


def actor_id(name: str, kind: str, country: str) -> str:
    """Give the id of an actor outside the lexicon: folded name, kind and country.

    >>> actor_id("Palestinian gunmen", "armed_group", "PSE")
    'palestinian-gunmen-armed-group-pse'
    """
    return "-".join(part for part in (slug(name), kind.replace("_", "-"), country.lower()) if part)


@lru_cache(maxsize=65536)
def skeleton(folded: str) -> str:
    """Give the consonants that transliterations of one name have in common.

    >>> skeleton("muammar qaddafi") == skeleton("moammar gadhafi")
    True
    """
    articles, sounds = _rules()
    bones = []
    for word in folded.split():
        if word in articles and len(folded) > len(word):
            continue
        for pattern, letter in sounds:
            word = pattern.sub(letter, word)
        bone = _DOUBLE.sub(r"\1", _VOWELS.sub("", word))
        bones.append(bone or word[:1])
    return " ".join(bones)


def is_same_name(one: str, other: str) -> bool:
    """Say whether two folded names may be spellings of one: same bones, and close word by word.

    >>> is_same_name("mohammed morsi", "muhammad mursi"), is_same_name("hassan nasrallah", "hussein nasrallah")
    (True, False)
    """
    if skeleton(one) != skeleton(other):
        return False
    articles, _ = _rules()
    pairs = zip(*([word for word in name.split() if word not in articles] for name in (one, other)), strict=False)
    return all(ratio(first, second) >= CLOSE for first, second in pairs)


def other_names(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """Give the names beside the first that tell more than it and one another: none that holds another, word by word.

    >>> other_names("Rapid Support Forces", ["RSF", "RSF fighters", "Sudan's Rapid Support Forces", "rsf"])
    ('RSF',)
    """
    told = {f" {fold(name)} ": ""}
    for one in sorted(filter(None, names), key=lambda one: (len(one), one)):
        if not any(shorter in f" {fold(one)} " for shorter in told):
            told[f" {fold(one)} "] = one
    return tuple(filter(None, told.values()))
