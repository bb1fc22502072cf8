"""How else the names of places are spelt, so that a search finds them by any of these."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from graph.letters import folded
from graph.model import PlaceMention

_CODE_LENGTH = 3
_LEAST_LETTERS = 2


def spellings_of(name: str, others: Iterable[str]) -> tuple[str, ...]:
    """Give the other names of a place that a search may be made for, each once however its letters are marked.

    Codes ("IEV") and names that begin with a small letter, which are transcripts of other scripts, are none.

    >>> spellings_of("Kyiv", ["Kiev", "KIEV", "IEV", "kiv", "Kíev", "Київ", "Kyiv"])
    ('Kiev', 'Київ')
    """
    found = {folded(name): ""}
    for other in others:
        is_code = len(other) <= _CODE_LENGTH and other.isupper()
        if not (is_code or other[:1].islower()) and len(folded(other)) >= _LEAST_LETTERS:
            found.setdefault(folded(other), other)
    return tuple(other for other in found.values() if other)


def spelt(mentions: Sequence[PlaceMention], spellings: Mapping[str, str]) -> tuple[PlaceMention, ...]:
    """Give the places of a text with their other names. spellings: by id, with strokes between them."""
    return tuple(
        replace(one, place=replace(one.place, aliases=tuple(spellings[one.place.id].split("|"))))
        if one.place.id in spellings
        else one
        for one in mentions
    )
