"""Reads the ranks, titles and groups that stand around a person's name."""

from dataclasses import dataclass

from ingest.actors.folding import words_of
from ingest.actors.groups import generic_at, owner_of
from ingest.actors.scene import Scene
from ingest.document import Token

_FARTHEST = 9
_LONGEST = 5
_INSIDE = frozenset({"NOUN", "PROPN", "ADJ", "PART"})


@dataclass(frozen=True, slots=True)
class Title:
    """What is said somebody is: the words, the office and sector they mean, whose it is; former where past."""

    text: str
    office: str
    sector: str
    actor: str = ""
    country: str = ""
    is_former: bool = False


def titles_around(scene: Scene, first: int, last: int) -> tuple[list[Title], int]:
    """Give the titles of the name on tokens first to last, and where the words before it begin."""
    start = _start_of_titles(scene, first)
    titles = []
    before = _title_before(scene, start, first)
    if before:
        titles.append(before)
    titles += _titles_apart(scene, first, last)
    return titles, _kept_start(scene, start, first)


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


def _kept_start(scene: Scene, start: int, first: int) -> int:
    """Give where a mention with its title begins: at the title itself, owners before it stand alone."""
    tokens = scene.document.tokens
    at = first
    while at > start and at - 1 not in scene.span_at and tokens[at - 1].pos in ("NOUN", "PROPN", "ADJ"):
        at -= 1
    return at


def _title_before(scene: Scene, start: int, first: int) -> Title | None:
    """Give the title in the words just before a name."""
    if start == first:
        return None
    tokens = scene.document.tokens
    words = [(word, token.i) for token in tokens[start:first] for word in words_of(token.text)]
    text, office, sector, at = _rank_in(scene, words)
    actor, country = "", ""
    for i in range(first - 1, start - 1, -1):
        span, mention = scene.span_at.get(i), scene.mention_at.get(i)
        if mention and scene.actors[mention.actor].kind not in ("country", "person"):
            actor = actor or mention.actor
            country = country or scene.actors[mention.actor].country
        elif span and span.meaning in ("adjective", "people", "country", "region", "city", "seat"):
            country = country or span.key
    if not office and not actor and not country:
        return None
    if not office:
        text, sector = _generic_title(scene, first - 1)
    is_former = any(word in scene.words("former") for word, i in words if i <= at)
    return Title(text, office, sector, actor, country, is_former)


def _rank_in(scene: Scene, words: list[tuple[str, int]]) -> tuple[str, str, str, int]:
    """Give the longest rank or title among words, the nearest to the end: words, office, sector, last token."""
    for end in range(len(words), 0, -1):
        for count in range(min(_LONGEST, end), 0, -1):
            phrase = " ".join(word for word, _ in words[end - count : end])
            found = scene.book.ranks.get(phrase)
            if found:
                return phrase, found[0], found[1], words[end - 1][1]
    return "", "", "", words[-1][1] if words else -1


def _generic_title(scene: Scene, i: int) -> tuple[str, str]:
    """Give the common noun before a name as a title, with its sector."""
    found = generic_at(scene, i)
    return (found[0], found[1].sector) if found else ("", "")


def _titles_apart(scene: Scene, first: int, last: int) -> list[Title]:
    """Give the titles set apart by a comma or a relative clause: "X, the Hamas leader", "two officials, X and Y"."""
    tokens = scene.document.tokens
    head = next((i for i in range(last - 1, first - 1, -1) if not first <= tokens[i].head < last), last - 1)
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
                text, (office, sector) = phrase, scene.book.ranks[phrase]
    if not office:
        text, sector = _generic_title(scene, noun.i)
    owner = owner_of(scene, noun.i)
    if not text and not (owner and owner.actor):
        return None
    is_former = any(word in scene.words("former") for word, _ in words)
    return Title(text, office, sector, owner.actor if owner else "", owner.country if owner else "", is_former)


def _joined(words: list[tuple[str, int]]) -> str:
    """Give the words in one line."""
    return " ".join(word for word, _ in words)
