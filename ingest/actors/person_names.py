"""Finds which words of a document may be names of persons."""

from collections.abc import Iterator

from ingest.actors.folding import words_of
from ingest.actors.scene import Scene, runs
from ingest.actors.titles import is_beside_people
from ingest.document import Token

_PERSON = "PERSON"
_MISTAKEN = frozenset({"ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "WORK_OF_ART"})
_UNSEEN = _MISTAKEN | {""}
_BESIDE = frozenset({"cc", "conj", "punct", "case", "appos", "relcl", "acl"})
_LONGEST = 6
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_JOINING = frozenset({"-", "'", "’"})


def name_spans(scene: Scene) -> Iterator[tuple[int, int]]:
    """Give the spans of names: known people, what the model calls a person, and proper nouns after a rank."""
    tokens = scene.document.tokens
    spans = {(span.first, span.last) for span in scene.span_at.values() if span.meaning == "person"}
    yield from sorted(spans)
    known = {i for first, last in spans for i in range(first, last)}
    labelled = (token.i for token in tokens if token.entity == _PERSON and token.i not in known)
    for first, last in runs(labelled):
        sentence = scene.document.sentence_at(first)
        first = _widened(scene, first, sentence.first)
        trimmed = _trimmed(scene, first, min(last, sentence.last))
        if trimmed:
            yield trimmed
            known.update(range(*trimmed))
    for token in tokens:
        if token.entity in _UNSEEN and token.i not in known and _is_lone_chief(scene, token):
            yield token.i, token.i + 1
            known.add(token.i)
    for first, last in _apposed(scene, known):
        yield first, last
        known.update(range(first, last))
    for first, last in _told_of(scene, known):
        yield first, last
        known.update(range(first, last))
    for token in tokens:
        if token.i not in known and token.pos == "PROPN" and token.entity != _PERSON:
            span = _after_rank(scene, token)
            if span and not known.intersection(range(*span)):
                known.update(range(*span))
                yield span


def _is_lone_chief(scene: Scene, token: Token) -> bool:
    """Say whether a word by itself, subject of a verb, is the surname of a chief or leader.

    Surnames the model takes for common nouns count too, unless they are everyday words.
    """
    words = words_of(token.text)
    is_apposed = token.dep == "ROOT" and any(scene.document.dependents(token.i, "appos"))
    if (
        not (token.dep == "nsubj" or is_apposed)
        or len(words) != 1
        or token.i in scene.span_at
        or not token.text[:1].isupper()
    ):
        return False
    beside = (scene.document.tokens[child].dep in _BESIDE for child in scene.document.children[token.i])
    if not all(beside) or not scene.is_free(token.i, token.i + 1):
        return False
    if token.pos != "PROPN" and words[0] in scene.book.plain_surnames:
        return False
    return any(scene.book.is_prominent(key, scene.day) for key in scene.book.surnames.get(words[0], ()))


def _apposed(scene: Scene, known: set[int]) -> Iterator[tuple[int, int]]:
    """Give names the model took for something else that stand beside people: "two officials, X and Y"."""
    tokens = scene.document.tokens
    free = (token.i for token in tokens if _may_be_apposed(scene, token, known))
    for first, last in runs(free):
        last = min(last, scene.document.sentence_at(first).last)
        is_name = 1 < last - first < _LONGEST and all(
            _is_name(scene, tokens[i], inside=True) for i in range(first, last)
        )
        if is_name and tokens[first].pos == "PROPN" and scene.is_free(first, last):
            words = [word for token in tokens[first:last] for word in words_of(token.text)]
            if not any(word in scene.book.org_words for word in words) and is_beside_people(scene, first, last):
                yield first, last


def _told_of(scene: Scene, known: set[int]) -> Iterator[tuple[int, int]]:
    """Give names the model took for something else of whom a clause tells who they are: "X, a tycoon who owned"."""
    document = scene.document
    free = (token.i for token in document.tokens if _may_be_apposed(scene, token, known))
    for first, last in runs(free):
        is_name = 1 < last - first < _LONGEST and all(document.tokens[i].pos == "PROPN" for i in range(first, last))
        if not is_name or not scene.is_free(first, last) or document.sentence_at(first).last < last:
            continue
        head = document.tokens[last - 1].i
        nouns = [noun for noun in document.dependents(head, "appos") if noun.tag == "NN" and noun.i > head]
        clauses = [clause for noun in nouns for clause in document.dependents(noun.i, "relcl")]
        if any(
            word.lemma == "who" for clause in clauses for word in document.dependents(clause.i, "nsubj", "nsubjpass")
        ):
            yield first, last


def _may_be_apposed(scene: Scene, token: Token, known: set[int]) -> bool:
    """Say whether a word may be part of a name the model did not see as a person's."""
    is_new = token.i not in known and token.i not in scene.span_at
    return is_new and (token.entity in _MISTAKEN or (not token.entity and token.pos == "PROPN"))


def _widened(scene: Scene, first: int, lowest: int) -> int:
    """Give where a name begins whose first words the model left out: proper nouns that hang on the rest."""
    tokens = scene.document.tokens
    while first > lowest:
        token = tokens[first - 1]
        if token.pos != "PROPN" or token.dep != "compound" or token.head < first or not _is_name(scene, token):
            break
        if is_title(scene, token) or token.i in scene.span_at or token.entity in ("ORG", "GPE", "DATE", "NORP"):
            break
        first -= 1
    return first


def _trimmed(scene: Scene, first: int, last: int) -> tuple[int, int] | None:
    """Give a labelled span without titles before it and what is no name after it; None where nothing is left."""
    tokens = scene.document.tokens
    while first < last and (is_title(scene, tokens[first]) or not _is_name(scene, tokens[first])):
        first += 1
    end = first
    while end < last and _is_name(scene, tokens[end], inside=True):
        end += 1
    while end > first and not _is_name(scene, tokens[end - 1]):
        end -= 1
    if (
        end == first
        or not scene.is_free(first, end)
        or not any(_is_surname(scene, tokens[i]) for i in range(first, end))
    ):
        return None
    if _names_place(scene, tokens[end - 1]) or (end - first == 1 and _is_body(scene, tokens[first])):
        return None
    if end - first == 1 and _is_capital(scene, tokens[first]):
        return None
    generics = scene.book.generics
    words = [word for token in tokens[first:end] for word in words_of(token.text)]
    folded = " ".join(words)
    if (
        folded in scene.placed
        or folded in scene.book.ranks
        or (end - first == 1 and (_is_town(scene, tokens[first], words) or folded in generics))
    ):
        return None
    if all(word in scene.words("no_person") or word in scene.words("particles") for word in words):
        return None
    return first, end


def _is_body(scene: Scene, token: Token) -> bool:
    """Say whether a name is that of a body by the noun beside it: "X, the national carrier"."""
    nouns = (noun for noun in scene.document.dependents(token.i, "appos") if noun.tag == "NN")
    return any(noun.lemma in scene.book.bodies for noun in nouns)


def _is_surname(scene: Scene, token: Token) -> bool:
    """Say whether a word is a proper noun, by the model or as a surname of the lexicon that is no everyday word."""
    words = words_of(token.text)
    is_known = bool(words) and words[-1] in scene.book.surnames and words[-1] not in scene.book.plain_surnames
    return token.pos == "PROPN" or (is_known and token.text[:1].isupper())


def _names_place(scene: Scene, token: Token) -> bool:
    """Say whether a name is that of a place by the noun it stands before ("Morazan department")."""
    head = scene.document.tokens[token.head]
    return token.dep == "compound" and head.i == token.i + 1 and head.lemma.lower() in scene.words("place_nouns")


def _is_capital(scene: Scene, token: Token) -> bool:
    """Say whether a name by itself is that of a capital, which the model may take for somebody: "Kyiv says"."""
    span = scene.span_at.get(token.i)
    before = scene.document.tokens[token.i - 1] if token.i else token
    return span is not None and span.meaning == "seat" and not is_title(scene, before)


def _is_town(scene: Scene, token: Token, words: list[str]) -> bool:
    """Say whether one word by itself is a town's name and no subject ("the Juarez cartel")."""
    return " ".join(words) in scene.book.cities and token.dep not in ("nsubj", "nsubjpass")


def placed_names(scene: Scene) -> Iterator[str]:
    """Give the folded names that stand where no person stands: after "in" or "near", after "the town of"."""
    tokens = scene.document.tokens
    for token in tokens[1:-1]:
        if token.pos != "ADP" or tokens[token.i + 1].pos != "PROPN":
            continue
        is_town = token.lemma == "of" and tokens[token.i - 1].lemma in scene.words("place_nouns")
        if is_town or token.lemma in scene.words("placing"):
            end = token.i + 1
            while end < len(tokens) and tokens[end].pos == "PROPN":
                end += 1
            yield " ".join(word for one in tokens[token.i + 1 : end] for word in words_of(one.text))


def is_title(scene: Scene, token: Token) -> bool:
    """Say whether a token is a rank or title by itself."""
    words = words_of(token.text)
    return bool(words) and words[0] in scene.book.ranks and words[0] not in scene.words("no_title")


def _is_name(scene: Scene, token: Token, *, inside: bool = False) -> bool:
    """Say whether a token may be part of a person's name."""
    if token.i in scene.span_at and scene.span_at[token.i].meaning in ("adjective", "country", "org"):
        return False
    if inside and (token.text in _JOINING or token.lemma in scene.words("particles")):
        return True
    words = words_of(token.text)
    return bool(words) and token.text[0].isupper() and token.text not in _POSSESSIVE and not words[0].isdigit()


def _after_rank(scene: Scene, token: Token) -> tuple[int, int] | None:
    """Give the run of proper nouns that begins at a token, where a rank or title stands just before it."""
    tokens = scene.document.tokens
    before = tokens[token.i - 1] if token.i else None
    if before is None or not is_title(scene, before):
        return None
    if not before.text[:1].isupper() and before.dep != "compound":
        return None
    if _names_place(scene, token):
        return None
    if is_title(scene, token) or not _is_name(scene, token) or token.entity in ("DATE", "GPE", "LOC", "TIME"):
        return None
    end = token.i + 1
    sentence = scene.document.sentence_at(token.i)
    while end < sentence.last and _is_name(scene, tokens[end], inside=True) and tokens[end].pos in ("PROPN", "PUNCT"):
        end += 1
    while end > token.i and not _is_name(scene, tokens[end - 1]):
        end -= 1
    return (token.i, end) if scene.is_free(token.i, end) else None
