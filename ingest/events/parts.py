"""Finds those a sentence names among the harmed, and what kind of people a part of a force is."""

from collections.abc import Container, Iterator

from graph.model import Kind
from ingest.actors.kinds import ARMED
from ingest.document import Actors
from ingest.events.effects import Effects
from ingest.events.tree import Tree

_BESIDE = frozenset(("advcl", "appos", "conj", "dep", "npadvmod", "attr", "dobj", "oprd"))
_FORCES = ARMED | {Kind.MILITARY, Kind.POLICE}


def named_among(tree: Tree, parts: frozenset[str], victim: int, word: int) -> Iterator[int]:
    """Give the heads of those told as some of the victims: "were hurt in the blast, including X", "among them Y".

    parts: prepositions that name a part; word: the verb or noun that tells the harm, on which the list may hang.
    """
    yield from (q for prep, q in tree.preps(victim) if prep in parts)
    hosts = [word, *(q for _, q in tree.preps(word))]
    for host in hosts:
        for child in tree.kids(host, "prep"):
            is_apart = child > victim and tree.tokens[child - 1].text in (",", "(", "-", "--")
            if is_apart and tree.tokens[child].text.lower() in parts:
                yield from tree.kids(child, "pobj")
    for host in (word, victim):
        yield from (place for place in tree.kids(host, *_BESIDE) if place > victim and _is_among(tree, place))


def _is_among(tree: Tree, i: int) -> bool:
    """Say whether a phrase stands behind "among them" or "among whom"."""
    return any(prep == "among" and tree.tokens[q].pos == "PRON" for prep, q in tree.preps(i))


def kind_of_part(tree: Tree, actors: Actors, effects: Effects, i: int) -> Kind | None:
    """Give the kind of the force that people are told to be of: "army members", "two of the troops".

    None where no force is named.
    """
    token = tree.tokens[i]
    if token.pos == "NUM" or token.lemma in effects.members:
        places = [*tree.kids(i, "compound", "amod", "nmod"), *(q for prep, q in tree.preps(i) if prep == "of")]
        for place in places:
            mention = actors.by_head.get(place)
            kind = actors.by_id[mention.actor].kind if mention else effects.forces.get(tree.tokens[place].lemma.lower())
            if kind in _FORCES:
                return kind
    own = actors.by_head.get(i)
    apposed = (actors.by_head.get(q) for q in tree.kids(i, "appos") if own is None)
    kinds = (actors.by_id[mention.actor].kind for mention in apposed if mention)  # "a chief of section, a sergeant"
    if (rank := next((kind for kind in kinds if kind in _FORCES), None)) is not None:
        return rank
    return Kind.MILITARY if token.lemma == "prisoner" and _is_of_war(tree, i) else None


def _is_of_war(tree: Tree, i: int) -> bool:
    return any(prep == "of" and tree.tokens[q].lemma == "war" for prep, q in tree.preps(i))


def told_among(tree: Tree, i: int) -> int | None:
    """Give who is told to be one of those in a state: "two judges were among the dead", "was among those killed"."""
    tokens = tree.tokens
    those = tokens[i].head if tokens[i].dep == "acl" and tokens[tokens[i].head].pos == "PRON" else i
    among = tokens[tokens[those].head]
    is_among = tokens[those].dep == "pobj" and among.lemma in ("among", "amongst")
    return tree.surface_subject(among.head) if is_among and tokens[among.head].lemma == "be" else None


def counted_by(tree: Tree, i: int, vague: Container[str]) -> int | None:
    """Give what a number counts by "of": the houses of "burned dozens of houses"; None where it counts nothing so."""
    token = tree.tokens[i]
    if token.pos != "NUM" and token.text.lower() not in vague:
        return None
    return next((q for prep, q in tree.preps(i) if prep == "of" and tree.tokens[q].pos == "NOUN"), None)
