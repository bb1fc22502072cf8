"""The words a verb or noun keeps company with, and how closely each stands."""

from dataclasses import dataclass

from ingest.events.tree import NOMINAL, Tree

CLOSE, NEAR, FAR = 2.0, 1.0, 0.5

_VERB_HEADS = ("attr", "oprd", "acomp", "dative", "advmod", "npadvmod", "xcomp", "prt")
_NOUN_HEADS = ("compound", "amod", "poss", "nmod", "acl")
_MODIFIERS = frozenset(("compound", "amod", "nmod", "poss", "conj", "quantmod", "nummod", "advmod", "dobj", "acl"))
_OCCASIONS = frozenset(("when", "as", "after"))
_WIDTH = 7  # words further than this from their head are no part of the picture


@dataclass(frozen=True, slots=True)
class Company:
    """words: lemma to how closely it stands; barring: those of them that can forbid a frame."""

    words: dict[str, float]
    barring: frozenset[str]


def company_of(tree: Tree, i: int, close: frozenset[str]) -> Company:
    """Give the company of token i: its arguments, their modifiers, its prepositions and what they govern.

    close: the prepositions behind which a noun stands close to it.
    """
    tokens = tree.tokens
    heads, far = _heads(tree, i)
    words: dict[str, float] = {}
    for head in heads:
        words.setdefault(tokens[head].lemma, CLOSE)
        for modifier in _modifiers(tree, head):
            words.setdefault(tokens[modifier].lemma, NEAR)
    for place in far:
        words.setdefault(tokens[place].lemma, NEAR)
        for child in tree.children[place]:
            words.setdefault(tokens[child].lemma, FAR)
    loose = set()
    if not tree.kids(i, "dobj"):
        for lemma in _occasion(tree, i):
            if lemma not in words:
                words[lemma] = FAR
                loose.add(lemma)
    for prep, governed in tree.preps(i):
        if not tree.is_time(governed):
            words.setdefault(prep, NEAR)
        if prep not in close or tree.is_time(governed):
            loose.add(tokens[governed].lemma)
        for measured in _measured(tree, governed):
            words.setdefault(tokens[measured].lemma, NEAR)
            loose.add(tokens[measured].lemma)
    return Company(words, frozenset(words) - loose)


def _occasion(tree: Tree, i: int) -> list[str]:
    """Give what tells on what occasion a verb without object happened: "died when a shell fell on the clinic"."""
    clauses = [clause for clause in tree.kids(i, "advcl") if tree.kids(clause, "nsubj", "nsubjpass", "advmod")]
    clauses = [one for one in clauses if any(tree.tokens[c].lemma in _OCCASIONS for c in tree.children[one])]
    subjects = [subject for clause in clauses for subject in tree.kids(clause, "nsubj", "nsubjpass")]
    near = [*clauses, *subjects, *(word for subject in subjects for word in tree.kids(subject, "compound", "amod"))]
    return [tree.tokens[one].lemma for one in near]


def _heads(tree: Tree, i: int) -> tuple[list[int], list[int]]:
    """Give the arguments of i, and what prepositions on them govern."""
    tokens = tree.tokens
    if tree.is_verbal(i):
        given = (tree.surface_subject(i), tree.direct_object(i))
        heads = [head for head in given if head is not None]
        heads += tree.kids(i, *_VERB_HEADS)
        heads += [clause for clause in tree.kids(i, "advcl") if tree.has_to(clause)]
    else:
        heads = tree.kids(i, *_NOUN_HEADS)
        clauses = tree.kids(i, "advcl", "acl", "relcl", "ccomp")  # "the call for Chile to open talks"
        heads += [mark for clause in clauses for mark in tree.kids(clause, "mark")]
    far = [q for head in heads if tokens[head].pos in NOMINAL for _, q in tree.preps(head)]
    heads += [governed for _, governed in tree.preps(i)]
    if tokens[i].pos in NOMINAL and tokens[i].dep in ("dobj", "pobj", "nsubj", "nsubjpass"):
        governor = tokens[i].head
        heads.append(tokens[governor].head if tokens[i].dep == "pobj" else governor)
    return heads, far


def _measured(tree: Tree, i: int) -> list[int]:
    """Give what a length of time is filled with: "died in three months of protests"."""
    return [q for prep, q in tree.preps(i) if prep == "of"] if tree.is_time(i) else []


def _modifiers(tree: Tree, head: int) -> list[int]:
    """Give the modifiers of a head and theirs, as far as they stand near it."""
    found = []
    for child in tree.children[head]:
        if abs(child - head) < _WIDTH:
            if tree.tokens[child].dep in _MODIFIERS:
                found.append(child)
            found += [
                inner
                for inner in tree.children[child]
                if tree.tokens[inner].dep in _MODIFIERS and abs(inner - head) < _WIDTH
            ]
    return found
