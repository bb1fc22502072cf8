"""The words that tell what became of people, each with what it tells."""

from dataclasses import dataclass
from typing import NamedTuple

from graph.model import EFFECTS, Kind, Toll
from ingest.document import Token
from ingest.events.tallies import TallyWords, tally_words
from ingest.events.tree import Tree
from ingest.lexicon import LEXICONS, read_toml

PATH = LEXICONS / "casualties.toml"
_FORCES = (Kind.MILITARY, Kind.POLICE)


@dataclass(frozen=True, slots=True)
class Effects:
    """Lemmas that tell what became of people, each with its effects."""

    verbs: dict[str, tuple[str, ...]]
    deaths: dict[str, tuple[str, ...]]
    nouns: dict[str, tuple[str, ...]]
    states: dict[str, tuple[str, ...]]
    people: frozenset[str]
    causes: frozenset[str]
    counted_again: frozenset[str]
    taking: frozenset[str]
    losing: frozenset[str]
    bearing: frozenset[str]
    wounds: frozenset[str]
    parts: frozenset[str]
    apart: frozenset[str]
    forces: dict[str, Kind]
    members: frozenset[str]
    tallies: TallyWords
    settlements: frozenset[str]
    driven: frozenset[str]
    driving: frozenset[str]


def read_effects() -> Effects:
    """Give the words of casualties. Raises LexiconError where the file cannot stand."""
    tables = read_toml(PATH)
    found: dict[str, dict[str, tuple[str, ...]]] = {"verbs": {}, "deaths": {}, "nouns": {}, "states": {}}
    for effect in EFFECTS:
        for kind, words in found.items():
            for word in tables[effect][kind].split():
                words[word] = (*words.get(word, ()), effect)
    lists = {name: frozenset(table["words"].split()) for name, table in tables.items() if "words" in table}
    return Effects(
        **found,
        people=lists["people"],
        causes=lists["causes"],
        counted_again=lists["counted-again"],
        taking=lists["taking-lives"],
        losing=lists["losing-lives"],
        bearing=lists["bearing"],
        wounds=lists["wounds"],
        parts=lists["parts"],
        apart=lists["apart"],
        forces={word: kind for kind in _FORCES for word in tables[f"{kind.value}-words"]["words"].split()},
        members=lists["members"],
        settlements=lists["settlements"],
        driven=lists["driven"],
        driving=lists["driving"],
        tallies=tally_words(tables),
    )


def is_apart(tree: Tree, token: Token, effects: Effects) -> bool:
    """Say whether a word, or "since" before a clause, parts a harm from what is below: "died since he left"."""
    marks = (tree.tokens[mark].lemma for mark in tree.kids(token.i, "mark"))
    return (token.pos in ("ADP", "SCONJ") and token.lemma in effects.apart) or "since" in marks


def is_driven_off(tree: Tree, i: int, effects: Effects) -> bool:
    """Say whether verb i drives some off: "beat them back", not "shot him a mile away"."""
    if tree.tokens[i].lemma not in effects.driving:
        return False
    adverbs = (k for k in tree.kids(i, "prt", "advmod") if tree.tokens[k].text.lower() in effects.driven)
    return any(not tree.children[k] for k in adverbs)


class Harm(NamedTuple):
    """What became of whom: head is the token of the victims, word the token that tells it.

    is_listed: one of those counted already, by name: "killed three guards: A, B and C".
    """

    effect: str
    head: int
    word: int
    toll: Toll
    is_listed: bool = False


def of_doer(tree: Tree, harms: list[Harm], i: int) -> list[Harm]:
    """Give the harms of verb i without those of the clause it is joined to, where it names by whom or what.

    "Two nurses died on a mine, and four guards were killed by another" tells of four dead by the second mine.
    """
    first = tree.tokens[i].head if tree.tokens[i].dep == "conj" else i
    is_by = any(not tree.is_time(q) for by in tree.kids(i, "agent") for q in tree.kids(by, "pobj"))
    is_told_apart = first != i and is_by and tree.kids(i, "nsubjpass") and tree.kids(first, "nsubj", "nsubjpass")
    return [harm for harm in harms if not (is_told_apart and harm.word == first)]
