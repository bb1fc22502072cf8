"""Reads the ranks, titles and groups that stand around a person's name."""

from dataclasses import dataclass

from graph.model import Kind
from ingest.actors.folding import words_of
from ingest.actors.owners import generic_at, owner_of
from ingest.actors.scene import Scene, root_of
from ingest.document import Token

_FARTHEST = 9
_LONGEST = 5
_BODIES = frozenset({Kind.COMPANY, Kind.NGO, Kind.PARTY, Kind.MEDIA, Kind.COURT, Kind.RELIGIOUS_GROUP})
_INSIDE = frozenset({"NOUN", "PROPN", "ADJ", "PART"})


@dataclass(frozen=True, slots=True)
class Title:
    """What is said somebody is: the words, the office and sector they mean, whose it is; former where past.

    is_indefinite: one of several ("a minister").
    """

    text: str
    office: str
    sector: str
    actor: str = ""
    country: str = ""
    is_former: bool = False
    is_indefinite: bool = False


def titles_around(scene: Scene, first: int, last: int) -> tuple[list[Title], int]:
    """Give the titles of the name on tokens first to last, and where a title right before it begins."""
    start = _start_of_titles(scene, first)
    before, begun = _title_before(scene, start, first)
    titles = [*([before] if before else []), *_titles_apart(scene, first, last), *_known_as(scene, last)]
    return titles, begun


def _start_of_titles(scene: Scene, first: int) -> int:
    """Give the first of the nouns and adjectives that stand before a name without a break."""
    tokens, lowest = scene.document.tokens, scene.document.sentence_at(first).first
    start = first
    while start > max(lowest, first - _FARTHEST):
        token = tokens[start - 1]
        is_inside = token.pos in _INSIDE or token.text == "-" or (token.text == "of" and start < first)
        if not is_inside or (token.pos == "PART" and token.text.lower() == "to"):
            break
        start -= 1
    while start < first and tokens[start].pos in ("PART", "ADP", "PUNCT"):
        start += 1
    return start


def _title_before(scene: Scene, start: int, first: int) -> tuple[Title | None, int]:
    """Give the title in the words just before a name, and where it begins where nothing parts it from the name."""
    words = [(word, token.i) for token in scene.document.tokens[start:first] for word in words_of(token.text)]
    if not words:
        return None, first
    text, office, sector, begun, ended = _rank_in(scene, words)
    actor, country = _owner_before_name(scene, start, first)
    kept = begun if office and ended == first - 1 else first
    if not office:
        text, sector = _generic_title(scene, first - 1)
    if not text and not actor and not country:
        return None, first
    is_former = any(word in scene.words("former") for word, i in words if i <= ended)
    article = scene.document.tokens[start - 1].text.lower() if start else ""
    is_indefinite = article in scene.words("indefinite")
    return Title(text, office, sector, actor, country, is_former, is_indefinite), kept


def _owner_before_name(scene: Scene, start: int, first: int) -> tuple[str, str]:
    """Give the actor and the country named between two tokens, the nearest to the end."""
    actor, country = "", ""
    for i in range(first - 1, start - 1, -1):
        span, mention = scene.span_at.get(i), scene.mention_at.get(i)
        if mention and scene.actors[mention.actor].kind not in (Kind.COUNTRY, Kind.PERSON):
            actor = actor or mention.actor
            country = country or scene.actors[mention.actor].country
        elif span and span.meaning in ("adjective", "people", "country", "region", "city", "seat"):
            country = country or span.key
    return actor, country


def _rank_in(scene: Scene, words: list[tuple[str, int]]) -> tuple[str, str, str, int, int]:
    """Give the longest rank or title among words, the nearest to the end: words, office, sector, first and last token.

    Ranks that follow one another ("Army Maj. Gen.") begin with the first of them.
    """
    for end in range(len(words), 0, -1):
        for count in range(min(_LONGEST, end), 0, -1):
            phrase = " ".join(word for word, _ in words[end - count : end])
            found = scene.book.ranks.get(phrase)
            if found:
                before = words[end - count - 1] if end > count else ("", 0)
                text, office = _lesser(scene, before[0], phrase, found[0])
                begun = before[1] if text != phrase else words[end - count][1]
                return text, office, found[1], begun, words[end - 1][1]
    return "", "", "", words[-1][1] + 1, words[-1][1]


def _lesser(scene: Scene, before: str, phrase: str, office: str) -> tuple[str, str]:
    """Give an office with the word before it that makes another office of it: "deputy" of "deputy president"."""
    return (f"{before} {phrase}", "other") if before in scene.words("lesser") else (phrase, office)


def _known_as(scene: Scene, last: int) -> list[Title]:
    """Give the body of which somebody is said to be the face: "X, known as the Coordinator of Y"."""
    tokens = scene.document.tokens
    for i in range(last, min(last + _FARTHEST, scene.document.sentence_at(last - 1).last - 2)):
        if tokens[i].pos in ("VERB", "AUX") and tokens[i].lemma not in ("know", "serve"):
            return []
        if tokens[i].lemma == "as" and i > last:
            mention = scene.mention_at.get(i + 1) or scene.mention_at.get(i + 2)
            if mention and scene.actors[mention.actor].kind not in (Kind.PERSON, Kind.COUNTRY):
                actor = scene.actors[mention.actor]
                return [Title(mention.text, "", actor.sector, actor.id, actor.country)]
    return []


def _generic_title(scene: Scene, i: int) -> tuple[str, str]:
    """Give the common noun before a name as a title, with its sector."""
    found = generic_at(scene, i)
    return (found[0], found[1].sector) if found else ("", "")


def _titles_apart(scene: Scene, first: int, last: int) -> list[Title]:
    """Give the titles set apart by a comma or a relative clause: "X, the Hamas leader", "two officials, X and Y"."""
    tokens = scene.document.tokens
    head = root_of(scene.document, first, last)
    found = []
    for child in scene.document.children[head]:
        if tokens[child].dep == "appos" and not first <= child < last:
            found.append(_title_of(scene, tokens[child]))
        if tokens[child].dep == "relcl" and tokens[child].lemma == "be":
            found += [_title_of(scene, noun) for noun in scene.document.dependents(child, "attr")]
    governor = _governor(scene, tokens[head])
    if governor is not None and governor.pos in ("NOUN", "PROPN") and not first <= governor.i < last:
        found.append(_title_of(scene, governor))
    elif first >= 2 and tokens[first - 1].text == "," and _is_role(scene, tokens[first - 2]):
        found.append(_title_of(scene, tokens[first - 2]))
    return [title for title in found if title is not None]


def is_beside_people(scene: Scene, first: int, last: int) -> bool:
    """Say whether a name stands in apposition to a noun for people, by the parse or after a comma."""
    tokens = scene.document.tokens
    head = root_of(scene.document, first, last)
    governor = _governor(scene, tokens[head])
    if any(_is_role(scene, noun) for noun in scene.document.dependents(head, "appos") if noun.i >= last):
        return True
    if governor is None and first >= 2 and tokens[first - 1].text == ",":
        governor = tokens[first - 2]
    if governor is None or governor.pos != "NOUN":
        return False
    found = generic_at(scene, governor.i)
    return found is not None and found[0] not in scene.words("body_nouns") and found[1].kind not in _BODIES


def _is_role(scene: Scene, token: Token) -> bool:
    """Say whether a token is a common noun for people or a title."""
    words = words_of(token.text)
    return (
        token.pos == "NOUN" and bool(words) and (words[0] in scene.book.ranks or generic_at(scene, token.i) is not None)
    )


def _governor(scene: Scene, token: Token) -> Token | None:
    """Give the noun a name stands in apposition to, also by way of a name it is joined to by "and"."""
    tokens = scene.document.tokens
    while token.dep == "conj" and token.head != token.i:
        token = tokens[token.head]
    return tokens[token.head] if token.dep == "appos" else None


def _title_of(scene: Scene, noun: Token) -> Title | None:
    """Give the title that a noun phrase states, with whose it is."""
    tokens = scene.document.tokens
    if noun.pos not in ("NOUN", "PROPN") or noun.entity == "PERSON":
        return None
    words = [(word, token.i) for token in tokens[max(noun.i - 4, 0) : noun.i + 1] for word in words_of(token.text)]
    ends = [at for at, (_, i) in enumerate(words) if i == noun.i]
    text, office, sector = "", "", ""
    for count in range(min(_LONGEST, len(words)), 0, -1):
        for phrase in (_joined(words[-count:]), _joined([*words[-count:-1], (noun.lemma, noun.i)])):
            if ends and not office and phrase in scene.book.ranks:
                office, sector = scene.book.ranks[phrase]
                text, office = _lesser(scene, words[-count - 1][0] if len(words) > count else "", phrase, office)
    if not office:
        text, sector = _generic_title(scene, noun.i)
    owner = owner_of(scene, noun.i)
    if text in scene.words("before_names") or (owner is None and _is_of_unknown_body(scene, noun)):
        office, sector = "", ""
    if not text and not (owner and owner.actor):
        return None
    is_former = any(word in scene.words("former") for word, _ in words)
    articles = {child.text.lower() for child in scene.document.dependents(noun.i, "det")}
    is_indefinite = bool(articles & scene.words("indefinite"))
    actor, country = (owner.actor, owner.country) if owner else ("", "")
    return Title(text, office, sector, actor, country, is_former, is_indefinite)


def _is_of_unknown_body(scene: Scene, noun: Token) -> bool:
    """Say whether an office is that of a body no table knows: "president of the Democratic Union"."""
    named = [
        governed
        for preposition in scene.document.dependents(noun.i, "prep")
        if preposition.lemma == "of"
        for governed in scene.document.dependents(preposition.i, "pobj")
    ]
    return any(token.pos == "PROPN" and token.i not in scene.span_at for token in named)


def _joined(words: list[tuple[str, int]]) -> str:
    """Give the words in one line."""
    return " ".join(word for word, _ in words)
