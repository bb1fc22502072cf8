"""Tells the towns that are shelled, bombed or taken, which a model often takes for persons or bodies, and by whom."""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import replace

from ingest.actors.book import Book
from ingest.actors.folding import words_of
from ingest.actors.kinds import ARMED, FORCES
from ingest.document import PLACE_ENTITIES, Actors, Document, Token

_MISTAKEN = frozenset(("", "PERSON", "ORG", "PRODUCT", "WORK_OF_ART", "NORP"))
_OBJECTS = frozenset(("dobj", "nsubjpass"))
_LOOSE = frozenset(("npadvmod", "advmod"))  # "bombed X on Monday" with X read as a time
_NAMING = frozenset(("compound", "punct", "nmod"))
_ACTORS = frozenset(("org", "person", "country", "people", "adjective"))
_ARMIES = frozenset(("org", "country", "adjective", "seat"))
_DESCRIBING = frozenset(("det", "poss", "amod", "nummod", "appos"))


def is_struck(tokens: Sequence[Token], i: int, words: Mapping[str, frozenset[str]]) -> bool:
    """Say whether token i is what a verb of taking or striking does it to, or names it: "took the town of X"."""
    token = tokens[_struck(tokens, i, words)]
    verb = tokens[token.head]
    return token.dep in _OBJECTS and verb.pos == "VERB" and verb.lemma in words["striking"] | words["grounding"]


def _struck(tokens: Sequence[Token], i: int, words: Mapping[str, frozenset[str]]) -> int:
    """Give the token that stands for i beside the verb: the first of a list, the noun before "of"."""
    token = tokens[i]
    if token.dep == "conj" and token.head < i:
        return _struck(tokens, token.head, words)
    return _struck(tokens, tokens[token.head].head, words) if _is_titled(tokens, i, words) else i


def _is_titled(tokens: Sequence[Token], i: int, words: Mapping[str, frozenset[str]]) -> bool:
    """Say whether a name stands after what kind of place it is: "the village of X"."""
    token, of = tokens[i], tokens[tokens[i].head]
    noun = tokens[of.head]
    return token.dep == "pobj" and of.lemma == "of" and noun.i < i and noun.lemma in words["kinds"] - words["sites"]


def strikers(document: Document, actors: Actors, i: int, words: Mapping[str, frozenset[str]]) -> set[str]:
    """Give the countries (ISO 3166-1 alpha-3) of who strikes or takes what token i names, by a verb or by a noun."""
    tokens, struck = document.tokens, document.tokens[_struck(document.tokens, i, words)]
    above = tokens[struck.head]
    if is_struck(tokens, i, words):
        doers = list(_doers(document, above.i))
    elif above.pos == "ADP" and tokens[above.head].lemma in words["blows"]:  # "Syrian raids on X"
        doers = [tokens[above.head], *document.dependents(above.head, "amod", "poss", "compound", "nmod")]
        doers += _agents(document, above.head)
    else:
        return set()
    mentions = (actors.by_head.get(one.i) for doer in doers for one in (doer, *document.dependents(doer.i, "conj")))
    return {actors.by_id[mention.actor].country for mention in mentions if mention} - {""}


def _doers(document: Document, i: int) -> Iterator[Token]:
    """Give who does what a verb tells, its subject or that of the verb it goes on from."""
    verb = document.tokens[i]
    own = [*document.dependents(i, "nsubj"), *_agents(document, i)]
    if not own and verb.dep in ("advcl", "conj", "xcomp") and verb.head != i:
        yield from _doers(document, verb.head)
    yield from own


def _agents(document: Document, i: int) -> Iterator[Token]:
    """Give who stands after "by"."""
    for by in document.dependents(i, "agent", "prep"):
        if by.lemma == "by":
            yield from document.dependents(by.i, "pobj")


def relabelled(
    document: Document,
    places: Container[str],
    book: Book,
    words: Mapping[str, frozenset[str]],
    country: Callable[[str], str],
) -> Document:
    """Give the document with every town that is struck or taken labelled as a place and as object of its verb.

    places: the folded names of the table; country: gives the one country that has a town of a folded name.
    A name of the table is a town, as is a word by itself after a verb of taking ground: persons have their full name
    or a title where they come up first. It is none where it is a known actor or somebody of whom the text tells.
    """
    tokens, towns = list(document.tokens), []
    for token in document.tokens:
        span = _span(document, tokens, token, words)
        if span and _is_town(document, range(*span), places, book, words, country):
            towns.append((*span, country(_folded(document, range(*span)))))
            dep = "dobj" if token.dep in _LOOSE else token.dep
            for i in range(*span):
                tokens[i] = tokens[i]._replace(entity="GPE")
            tokens[token.i] = tokens[token.i]._replace(pos="PROPN", tag="NNP", dep=dep)
    return replace(document, tokens=tuple(tokens), towns=tuple(towns))


def _span(
    document: Document, tokens: Sequence[Token], token: Token, words: Mapping[str, frozenset[str]]
) -> tuple[int, int] | None:
    """Give first and last (excluded) of a bare name that is done to what a verb of striking says."""
    is_loose = token.dep in _LOOSE and token.head < token.i and _is_verb(document, token.head, words)
    if is_loose and any(document.dependents(token.head, "dobj", "nsubjpass")):
        return None
    if not (is_loose or is_struck(tokens, token.i, words)) or not token.text[:1].isupper():
        return None
    if (token.entity not in _MISTAKEN and not (is_loose and token.entity in PLACE_ENTITIES)) or any(
        document.dependents(token.i, *_DESCRIBING)
    ):
        return None
    first = min([token.i, *(child.i for child in document.dependents(token.i, *_NAMING) if child.i < token.i)])
    is_whole = all(one.text[:1].isupper() or one.text in "-'’" for one in document.tokens[first : token.i])
    return (first, token.i + 1) if is_whole and not token.text[1:].isupper() else None


def _is_verb(document: Document, i: int, words: Mapping[str, frozenset[str]]) -> bool:
    token = document.tokens[i]
    return token.pos == "VERB" and token.lemma in words["striking"] | words["grounding"]


def _is_town(
    document: Document,
    span: range,
    places: Container[str],
    book: Book,
    words: Mapping[str, frozenset[str]],
    country: Callable[[str], str],
) -> bool:
    """Say whether a name at tokens of a span is that of a town; where it is a surname too, of a known one taken."""
    name, last = _folded(document, span), document.tokens[span[-1]]
    parts = name.split()
    if not parts or any(kind in _ACTORS for kind, _, _ in book.phrases.get(name, ())) or parts[0] in book.ranks:
        return False
    if _is_somebody(document, span):
        return False
    verb = document.tokens[last.head].lemma
    is_taken = verb in words["grounding"]
    if name in places:
        is_told = is_taken and country(name) in _countries(document, book)
        return len(parts) > 1 or name not in book.surnames or is_told
    if _is_titled(document.tokens, last.i, words):
        return True
    is_ground = verb in words["entering"]  # of no person: "entered X Y"
    if parts[-1] in book.surnames or not (is_taken or is_ground) or not _is_by_fighters(document, book, last.head):
        return False
    is_one_word = len(parts) == 1 or any("-" in document.tokens[i].text for i in span)
    return (is_one_word or is_ground) and last.entity != "ORG"


def _countries(document: Document, book: Book) -> set[str]:
    """Give the countries (ISO 3166-1 alpha-3) a text names, or names a body of: "Chad", "Chadian", "Boko Haram"."""
    texts = [word for token in document.tokens for word in words_of(token.text)]
    phrases = (" ".join(texts[i : i + count]) for i in range(len(texts)) for count in (1, 2, 3))
    entries = [entry for phrase in phrases for entry in book.phrases.get(phrase, ())]
    found = {key for kind, key, _ in entries if kind in ("adjective", "country", "people", "seat")}
    bodies = (book.organisations[key][2].split("|") for kind, key, _ in entries if kind == "org")
    return found | {country for body in bodies for country in body}


def _is_by_fighters(document: Document, book: Book, i: int) -> bool:
    """Say whether who does what a verb tells can take ground: troops, rebels, a state, a known group, not a club."""
    for doer in _doers(document, i):
        words = [doer, *document.dependents(doer.i, "amod", "compound", "nmod")]
        names = [word.text.lower() for word in words] + [" ".join(word.text.lower() for word in sorted(words))]
        known = (entry for name in names for entry in book.phrases.get(name, ()))
        kind = (book.generics.get(doer.text.lower()) or book.generics.get(doer.lemma) or (None,))[0]
        if kind in ARMED | FORCES or doer.pos == "PRON" or any(entry[0] in _ARMIES for entry in known):
            return True
        if doer.entity in ("NORP", "GPE") and doer.i and not any(word.pos == "PROPN" for word in words[1:]):
            return True
    return False


def _folded(document: Document, span: range) -> str:
    return " ".join(word for i in span for word in words_of(document.tokens[i].text))


def _is_somebody(document: Document, span: range) -> bool:
    """Say whether the text has the last word of a name for that of somebody who acts or has another name before it."""
    tokens = document.tokens
    return any(_is_person(document, one) for one in _same(tokens, span))


def _same(tokens: Sequence[Token], span: range) -> Iterator[Token]:
    word = tokens[span[-1]].text
    return (one for one in tokens if one.text == word and one.i not in span)


def _is_person(document: Document, token: Token) -> bool:
    """Say whether the model takes a name for a person's where it has a first name or a verb."""
    before = [one for one in document.dependents(token.i, "compound") if one.entity == "PERSON"]
    return token.entity == "PERSON" and (bool(before) or token.dep in ("nsubj", "nsubjpass", "poss"))
