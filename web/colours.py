"""By what the actors of the picture are coloured: their detected community, or their country."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from flask import request

from web.countries import country_name
from web.filters import one_word
from web.network import Node

WAYS = ("community", "country")
NAMED = 7
COMMUNITIES = "Colours tell apart communities that were detected by who acts on whom."
SWATCHES = ("#4c63c4", "#d0a136", "#9a5fb4", "#4da3cf", "#c4698b", "#84893a", "#8a6248", "#6b7a8c")

Legend = tuple[tuple[int, str], ...]


def way_of_colouring() -> str:
    """Read from the address by what actors are coloured.

    Raises AddressError where it is neither of WAYS.
    """
    return one_word(request.args, "colour", WAYS)


def communities_told(groups: Iterable[int]) -> str:
    """Say what colours mean that tell communities apart, "" where there is but one. groups: of the actors."""
    return COMMUNITIES if len(set(groups)) > 1 else ""


def coloured(nodes: Sequence[Node], way: str) -> tuple[list[Node], Legend]:
    """Give the actors with their colours, and what each colour means where that has a name.

    The countries with most actors have a colour each; all others, and who has none, share the last.
    """
    if way != "country":
        return list(nodes), ()
    counts = Counter(node.country for node in nodes if node.country)
    ranked = sorted(counts, key=lambda code: (-counts[code], code))[:NAMED]
    places = {code: number for number, code in enumerate(ranked)}
    found = [replace(node, group=places.get(node.country, NAMED)) for node in nodes]
    legend = tuple((number, country_name(code)) for code, number in places.items())
    has_rest = any(node.group == NAMED for node in found)
    return found, (*legend, (NAMED, "another country, or none known")) if has_rest else legend
