"""Tells the things an event was done to: what kind of thing, what became of it, what a bomb went off at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.events.naming import Names, name_at, read_names
from ingest.events.tree import Tree
from ingest.lexicon import LEXICONS, read_toml

if TYPE_CHECKING:
    from ingest.events.matcher import Hit

TABLE, WORDS = LEXICONS / "targets.tsv", LEXICONS / "damage.toml"
_BLASTS = frozenset(("explosives", "suicide-attack", "heavy-weapons"))


@dataclass(frozen=True, slots=True)
class Targets:
    """kinds: names of things to their kind; effects: lemma to what it makes of a thing; beside: words of nearness.

    around: kinds where a bomb goes off that it is not meant for; unbuilt: kinds nobody builds, drives or works in.
    """

    kinds: Names
    effects: dict[str, str]
    beside: frozenset[str]
    around: frozenset[str]
    unbuilt: frozenset[str]


def read_targets() -> Targets:
    """Give the words of things and of damage. Raises LexiconError where a file cannot stand."""
    words = {name: frozenset(table["words"].split()) for name, table in read_toml(WORDS).items()}
    effects = {word: name for name in ("damaged", "destroyed") for word in words[name]}
    return Targets(read_names(TABLE, "kind"), effects, words["beside"], words["around"], words["unbuilt"])


def kind_of(tree: Tree, targets: Targets, i: int) -> str:
    """Give the kind of the thing token i heads, or is a part of ("the roof of a school"); "" where it is none."""
    kind = name_at(tree, targets.kinds, i)
    if kind and tree.tokens[i].lemma not in targets.beside:
        return kind
    wholes = (q for prep, q in tree.preps(i) if prep == "of")
    return next((whole for q in wholes if (whole := name_at(tree, targets.kinds, q))), kind)


def effect_of(tree: Tree, targets: Targets, hit: Hit) -> str:
    """Give what the event makes of a thing: "destroyed", "damaged" or ""."""
    return targets.effects.get(hit.frame.head) or targets.effects.get(tree.tokens[hit.i].lemma, "")


def struck(tree: Tree, hit: Hit) -> frozenset[int]:
    """Give the words for whom or what an event hits, which may be anybody or anything: "a baker was killed"."""
    heads = tree.kids(hit.i, "nsubjpass", "dobj") if tree.is_verbal(hit.i) else []
    heads += [q for i in (hit.i, *hit.parts) for prep, q in tree.preps(i) if prep in hit.frame.recipient]
    return frozenset(place for head in heads for place in tree.subtree(head))


def blasted(tree: Tree, targets: Targets, hit: Hit) -> Iterator[int]:
    """Give the things an explosion was set off at: "a bomb exploded in front of the bank", "placed at a hotel"."""
    if hit.frame.mode not in _BLASTS:
        return
    places = [hit.i, *hit.parts]
    subject = tree.surface_subject(hit.i) if tree.is_verbal(hit.i) else None
    for bomb in (subject,) if subject is not None else (hit.i,):
        places += [bomb, *tree.kids(bomb, "acl", "relcl")]
    seen = set()
    for place in places:
        for prep, governed in tree.preps(place):
            thing = _beyond(tree, targets, governed) if prep in targets.beside else None
            if thing is not None and thing not in seen:
                seen.add(thing)
                yield thing


def _beyond(tree: Tree, targets: Targets, i: int) -> int | None:
    """Give the thing at token i, past words of its parts ("the entrance of the bank"); None where it is none."""
    if tree.tokens[i].lemma in targets.beside:
        whole = next((q for prep, q in tree.preps(i) if prep in ("of", "to")), None)
        beyond = _beyond(tree, targets, whole) if whole is not None else None
        if beyond is not None:
            return beyond
    kind = kind_of(tree, targets, i)
    return i if kind and kind not in targets.around else None
