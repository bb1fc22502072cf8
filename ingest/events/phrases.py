"""Finds the words of a frame of several words around the word that heads it."""

from collections.abc import Iterable

from ingest.events.frames import Frame
from ingest.events.tree import Tree

_NOUN_BEFORE = ("compound", "amod", "nmod", "poss", "nummod")
_VERB_FIRST = (
    "prt", "prep", "advmod", "acomp", "dobj", "attr", "oprd", "xcomp", "ccomp", "nsubjpass", "dative",
    "agent", "npadvmod", "advcl", "aux", "nmod", "amod", "pcomp", "dep", "acl",
)  # fmt: skip
_VERB_SECOND = frozenset(
    ["pobj", "compound", "amod", "conj", "prep", "poss", "nmod", "pcomp", "dobj", "prt", "attr", "nsubj"]
)  # of what stands under the verb
_NOUN_SECOND = frozenset(["compound", "amod", "conj", "nmod", "prep", "pobj"])
_CLAUSES = frozenset(("xcomp", "ccomp", "advcl", "acl"))


def around_of(tree: Tree, i: int, *, is_noun: bool) -> list[int]:
    """Give the tokens in which the other words of a frame at token i may stand, nearest first."""
    return _around_noun(tree, i) if is_noun else _around_verb(tree, i)


def parts_of(tree: Tree, i: int, frame: Frame, around: list[int], obliging: frozenset[str]) -> tuple[int, ...] | None:
    """Give the tokens of the frame's words besides its head, None where one is missing.

    around: what around_of gave for token i. obliging: verbs of duty, which stand before a verb.
    """
    if not frame.rest:
        return ()
    found: list[int] = []
    for word in frame.rest:
        if word == "to" and frame.rest[-1] == "to" and (clause := _infinitive(tree, i)) is not None:
            found.append(clause)
            continue
        part = _obliged(tree, i, word) if word in obliging else _pick(tree, word, around, found, i)
        if part is None and word == "for":
            part = _for_clause(tree, i)
        if part is None:
            return None
        found.append(part)
    return tuple(found)


def _pick(tree: Tree, word: str, around: Iterable[int], found: list[int], i: int) -> int | None:
    """Give the first token around with this lemma or form that is not taken and heads no date."""
    for place in around:
        token = tree.tokens[place]
        is_it = token.lemma == word or token.text.lower() == word or ("-" in word and _ends_with(tree, place, word))
        if is_it and place != i and place not in found and not _is_other_word(tree, place, word):
            is_dated = token.dep == "prep" and any(tree.is_time(q) for q in tree.kids(place, "pobj"))
            is_mark = word == "to" and token.dep == "aux"  # "to open talks" is not "open to"
            if not is_dated and not is_mark:
                return place
    return None


def _is_other_word(tree: Tree, place: int, word: str) -> bool:
    """Say whether a token only looks like a word of a frame: "according" for an accord, "after he fired" for fire.

    A participle in a frame is no active verb: "said a reform was needed", not "said they needed a reform".
    """
    token = tree.tokens[place]
    is_inflected = token.text.lower() != word
    if not is_inflected and token.lemma != word and token.pos == "VERB" and tree.kids(place, "dobj"):
        return True
    return is_inflected and (token.dep == "prep" or (token.pos == "VERB" and token.dep == "advcl"))


def _ends_with(tree: Tree, place: int, word: str) -> bool:
    """Say whether token place ends, or begins, a hyphenated word, whose parts are tokens of their own."""
    text, token = tree.document.text, tree.tokens[place]
    return text[token.end - len(word) : token.end].lower() == word or text[token.start :][: len(word)].lower() == word


def _infinitive(tree: Tree, i: int) -> int | None:
    """Give the infinitive under i."""
    return next((c for c in tree.kids(i, *_CLAUSES) if tree.has_to(c)), None)


def _for_clause(tree: Tree, i: int) -> int | None:
    """Give the clause in "appealed for Nigeria to open the border"."""
    clauses = tree.kids(i, "advcl", "ccomp", "xcomp")
    return next((c for c in clauses if any(tree.tokens[m].lemma == "for" for m in tree.kids(c, "mark"))), None)


def _obliged(tree: Tree, i: int, modal: str) -> int | None:
    """Give the clause under i that says what must or should be done."""
    return next(
        (c for c in tree.kids(i, "ccomp") if any(tree.tokens[a].lemma == modal for a in tree.kids(c, "aux"))),
        None,
    )


def _around_noun(tree: Tree, i: int) -> list[int]:
    """Give what stands before a noun and theirs, then its prepositions and what they govern."""
    before = tree.kids(i, *_NOUN_BEFORE)
    before += [c for place in before for c in tree.kids(place, "compound", "amod", "advmod", "nmod")]
    return before + [q for _, q in tree.preps(i)] + tree.kids(i, "prep")


def _is_near(tree: Tree, place: int, child: int) -> bool:
    """Say whether a word two steps under a verb may belong to its frame; of a clause only its frame does."""
    dep = tree.tokens[child].dep
    if tree.tokens[place].dep == "ccomp":
        return dep in ("nsubj", "acomp", "attr", "prep")
    return dep in _VERB_SECOND and (tree.tokens[place].dep not in _CLAUSES or dep == "nsubj")


def _around_verb(tree: Tree, i: int) -> list[int]:
    """Give the words under a verb, two steps down, nearest first."""
    tokens = tree.tokens
    first = tree.kids(i, *_VERB_FIRST)
    target = tree.direct_object(i) if tree.is_verbal(i) else None
    if target is not None:
        first += [target] if target not in first else []
        # "holds the party that runs the port responsible": the parser may hang the last word on "runs"
        first += [word for clause in tree.kids(target, "relcl") for word in tree.kids(clause, "oprd")]
    around = first + [child for place in first for child in tree.children[place] if _is_near(tree, place, child)]
    third = [
        child
        for place in around
        if tokens[place].dep in ("pobj", "dobj", "conj")
        for child in tree.children[place]
        if tokens[child].dep in _NOUN_SECOND
    ]
    around += third
    return around + [c for place in around if tokens[place].dep == "prep" for c in tree.kids(place, "pobj")]
