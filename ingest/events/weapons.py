"""Finds the weapon an attack was made with."""

from ingest.events.naming import Names, name_at, read_names
from ingest.events.tree import Tree
from ingest.lexicon import LEXICONS

PATH = LEXICONS / "weapons.tsv"
_LINKS = frozenset(
    (
        "dobj", "nsubj", "nsubjpass", "pobj", "prep", "agent", "compound", "amod", "nmod", "conj", "acl", "advcl",
        "xcomp", "attr", "relcl", "npadvmod",
    )
)  # fmt: skip
_STEPS = 3


def read_weapons() -> Names:
    """Give (words before, weapon) by the last word of each name, longer names first."""
    return read_names(PATH, "weapon")


def weapon_of(tree: Tree, weapons: Names, struck: frozenset[str], trigger: int) -> str:
    """Give the weapon named nearest to the trigger of an attack, "" where none is.

    What the attack was made on ("attacked the tank") is no weapon. struck: the verbs that say so; a thing that only
    carries or is hit is a weapon where something is fired from it or done with it.
    """
    tokens = tree.tokens
    target = tree.direct_object(trigger) if tokens[trigger].lemma in struck and tree.is_verbal(trigger) else None
    reached, frontier = {trigger}, [trigger]
    for _ in range(_STEPS + 1):
        for place in frontier:
            if place != target and (name := name_at(tree, weapons, place)):
                return name
        frontier = [near for place in frontier for near in _linked(tree, place) if near not in reached]
        reached.update(frontier)
    return ""


def _linked(tree: Tree, i: int) -> list[int]:
    """Give the tokens one step from i, what stands under it first."""
    near = [child for child in tree.children[i] if tree.tokens[child].dep in _LINKS]
    token = tree.tokens[i]
    if token.dep in _LINKS and token.head != i:
        near.append(token.head)
    return near
