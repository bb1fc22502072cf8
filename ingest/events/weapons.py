"""Finds the weapon an attack was made with."""

from ingest.events.tree import Tree
from ingest.lexicon import LEXICONS, read_table

PATH = LEXICONS / "weapons.tsv"
_LINKS = frozenset(
    (
        "dobj", "nsubj", "nsubjpass", "pobj", "prep", "agent", "compound", "amod", "nmod", "conj", "acl", "advcl",
        "xcomp", "attr", "relcl", "npadvmod",
    )
)  # fmt: skip
_STEPS = 3
# A thing that only carries or is hit: a weapon where something is fired from it or done with it.
_HIT = frozenset(("destroy", "damage", "hit", "attack", "seize", "capture", "down", "intercept"))


def read_weapons() -> dict[str, tuple[tuple[str, str], ...]]:
    """Give (words before, weapon) by the last word of each name, longer names first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for row in read_table(PATH, ("words", "weapon")):
        *before, last = row["words"].split()
        found.setdefault(last, []).append((" ".join(before), row["weapon"]))
    return {last: tuple(sorted(names, key=lambda name: -len(name[0]))) for last, names in found.items()}


def weapon_of(tree: Tree, weapons: dict[str, tuple[tuple[str, str], ...]], trigger: int) -> str:
    """Give the weapon named nearest to the trigger of an attack, "" where none is.

    What the attack was made on ("attacked the tank") is no weapon.
    """
    tokens = tree.tokens
    target = tree.direct_object(trigger) if tokens[trigger].lemma in _HIT and tree.is_verbal(trigger) else None
    reached, frontier = {trigger}, [trigger]
    for _ in range(_STEPS + 1):
        for place in frontier:
            if place != target and (name := _name_at(tree, weapons, place)):
                return name
        frontier = [near for place in frontier for near in _linked(tree, place) if near not in reached]
        reached.update(frontier)
    return ""


def _name_at(tree: Tree, weapons: dict[str, tuple[tuple[str, str], ...]], i: int) -> str:
    """Give the weapon that the words ending at token i name."""
    token = tree.tokens[i]
    if token.pos not in ("NOUN", "PROPN", "ADJ"):
        return ""
    for before, weapon in weapons.get(token.lemma, ()):
        count = len(before.split())
        words = [tree.tokens[place].lemma for place in range(max(0, i - count), i)]
        if not before or " ".join(words) == before:
            return weapon
    return ""


def _linked(tree: Tree, i: int) -> list[int]:
    """Give the tokens one step from i, what stands under it first."""
    near = [child for child in tree.children[i] if tree.tokens[child].dep in _LINKS]
    token = tree.tokens[i]
    if token.dep in _LINKS and token.head != i:
        near.append(token.head)
    return near
