"""Tells in which country a text puts a town, whatever larger town has its name: "Palma in northern Mozambique"."""

from collections.abc import Callable, Collection, Sequence
from functools import cache
from typing import NamedTuple

from ingest.actors.folding import fold
from ingest.document import Token
from ingest.lexicon import LEXICONS, read_toml

_LONGEST = 4  # words of a country's name
_HIGHEST = 3  # steps up from a town to what is said of it
_CLAUSES = frozenset(("acl", "relcl"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))


class Atlas(NamedTuple):
    """What is known of names as they stand: country gives the ISO 3166-1 alpha-3 code of a state, "" for others;
    lands those of the countries that have a known town of a name.
    """

    country: Callable[[str], str]
    lands: Callable[[str], Collection[str]]


def country_told(tokens: Sequence[Token], last: int, atlas: Atlas) -> str:
    """Give the country that a text puts a town in whose name ends before token `last`, "" where it does not.

    It stands just behind by "in", or between commas: in "in Gao, Mali said" the state speaks and puts Gao nowhere.
    Where no town of that name is known there but one elsewhere is, the words must leave no doubt: in "refugees from
    Mosul in Turkey" it is the people who are there.
    """
    iso = _country_behind(tokens, last, atlas)
    first = _first(tokens, last)
    if not iso or is_left(tokens, last):
        return ""
    lands = [atlas.lands(" ".join(token.text for token in tokens[i:last])) for i in range(first, last)]
    known = next((found for found in lands if found), ())
    return iso if not known or iso in known or _is_there(tokens, first, last - 1) else ""


def countries_told(tokens: Sequence[Token], atlas: Atlas) -> dict[str, str]:
    """Give, by the folded last word of its name, the one country that a text puts a town in."""
    told: dict[str, set[str]] = {}
    for token in tokens:
        if token.pos == "PROPN" and token.text[:1].isupper() and (iso := country_told(tokens, token.i + 1, atlas)):
            told.setdefault(fold(token.text), set()).add(iso)
    return {name: next(iter(found)) for name, found in told.items() if len(found) == 1}


def is_left(tokens: Sequence[Token], last: int) -> bool:
    """Say whether the town that ends before token `last` is where somebody is from, and no more: "exiles from Homs".

    Who is fired at or withdraws from a town left it in no such way, and a resident of a town is there.
    """
    preposition, governor = _governors(tokens, _first(tokens, last), last - 1)
    if preposition is None or preposition.lemma not in _words("leaving"):
        return False
    if governor is None or governor.lemma.lower() in _words("placing"):
        return governor is None
    if governor.pos == "VERB":
        return governor.lemma in _words("coming")
    return preposition.lemma != "of" or governor.lemma.lower() in _words("natives")


def is_left_for(tokens: Sequence[Token], last: int, place: int) -> bool:
    """Say whether people from the town that ends before token `last` are in the place that begins at token `place`."""
    is_in = last < place and tokens[last].text.lower() in _words("there")
    return is_in and place <= _past(tokens, last + 1, "passed") and is_left(tokens, last)


@cache
def _words(name: str) -> frozenset[str]:
    tables = read_toml(LEXICONS / "lying_in.toml", wanted=("source", "example", "words"))
    return frozenset(tables[name]["words"])


def _country_behind(tokens: Sequence[Token], last: int, atlas: Atlas) -> str:
    """Give the country that stands by "in" or between commas from token `last` on, "" for none or a list of them."""
    if last >= len(tokens) or tokens[last].text.lower() not in _words("opening"):
        return ""
    i = _past(tokens, last + 1, "passed")
    iso, end = _country_at(tokens, i, atlas)
    if not iso or tokens[last].text != ",":
        return iso
    is_closed = end == len(tokens) or tokens[end].text in _words("closing")
    is_listed = bool(_country_at(tokens, _past(tokens, end, "listing"), atlas)[0])
    return iso if is_closed and not is_listed and tokens[end - 1].dep not in _SUBJECTS else ""


def _past(tokens: Sequence[Token], i: int, name: str) -> int:
    """Give the first token from i on that is none of some words."""
    while i < len(tokens) and tokens[i].text.lower() in _words(name):
        i += 1
    return i


def _country_at(tokens: Sequence[Token], i: int, atlas: Atlas) -> tuple[str, int]:
    """Give the country whose name begins at token i, and where it ends."""
    for end in range(min(len(tokens), i + _LONGEST), i, -1):
        words = [token.text for token in tokens[i:end]]
        iso = atlas.country(" ".join(words)) if words[-1][:1].isalpha() else ""
        if iso:
            return iso, end
    return "", i


def _first(tokens: Sequence[Token], last: int) -> int:
    """Give where the name begins that ends before token `last`."""
    i = last - 1
    while i and tokens[i - 1].pos == "PROPN" and tokens[i - 1].text[:1].isupper():
        i -= 1
    return i


def _governors(tokens: Sequence[Token], first: int, i: int) -> tuple[Token | None, Token | None]:
    """Give the preposition before a name, and the word that it hangs on; of names in a row that of the first."""
    while tokens[i].dep == "conj" and tokens[i].head < i:
        i = tokens[i].head
        first = i
    before = first - 1
    while before > 0 and tokens[before].pos in ("DET", "ADJ", "PROPN"):
        before -= 1
    if before < 0 or tokens[before].pos != "ADP":
        return (tokens[tokens[i].head], None) if tokens[tokens[i].head].pos == "ADP" else (None, None)
    is_noun = before > 0 and tokens[before - 1].pos in ("NOUN", "PROPN", "VERB")
    return tokens[before], tokens[before - 1] if is_noun else tokens[tokens[before].head]


def _is_there(tokens: Sequence[Token], first: int, i: int) -> bool:
    """Say whether a town stands as where something is or is done, so that a country behind it is where it lies."""
    preposition, governor = _governors(tokens, first, i)
    if preposition is not None and preposition.lemma in _words("there"):
        return True
    if preposition is not None and (governor is None or not _is_placing(preposition, governor)):
        return False
    is_in_row = (first and tokens[first - 1].text == ",") or (tokens[i].dep == "conj" and preposition is None)
    return not is_in_row and not _is_talked_of(tokens, i)


def _is_placing(preposition: Token, governor: Token) -> bool:
    """Say whether a town below these is where something is: "the siege of", "residents of", "fired from"."""
    if governor.lemma.lower() in _words("placing"):
        return True
    if governor.pos == "VERB":
        return preposition.lemma == "from" and governor.lemma not in _words("coming")
    return preposition.lemma == "of" and governor.lemma.lower() not in _words("natives")


def _is_talked_of(tokens: Sequence[Token], i: int) -> bool:
    """Say whether what is done to a town is told in a clause of somebody, or what somebody talks of."""
    for _ in range(_HIGHEST):
        if tokens[i].head == i:
            return False
        i = tokens[i].head
        if tokens[i].dep in _CLAUSES or tokens[i].lemma in _words("calling"):
            return True
    return False
