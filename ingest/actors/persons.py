"""Finds people: full names, then surnames inside the article, with rank, title and whose they are."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.model import Actor, Membership
from ingest.actors.folding import actor_id, is_same_name, words_of
from ingest.actors.scene import Scene, runs
from ingest.actors.titles import Title, is_beside_people, titles_around
from ingest.document import Token

_PERSON = "PERSON"
_MISTAKEN = frozenset({"ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "WORK_OF_ART"})
_UNSEEN = _MISTAKEN | {""}
_LONGEST = 6
_ORGANISED = frozenset({"armed_group", "rebel_movement", "militia", "party", "alliance", "religious_group"})
_OF_STATE = frozenset({"GOV", "LEG", "MIL", "COP", "JUD", "SPY"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


@dataclass(slots=True)
class Person:
    """One person of the article: folded words of the fullest name, where named, and what is said of office."""

    words: tuple[str, ...]
    name: str
    known: str = ""
    places: list[tuple[int, int]] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)


def find_people(scene: Scene) -> None:
    """Enter every person named, the same person once, and what they belong to."""
    full: list[tuple[int, int, tuple[str, ...]]] = []
    short: list[tuple[int, int, tuple[str, ...]]] = []
    for first, last in _candidates(scene):
        words = tuple(word for token in scene.document.tokens[first:last] for word in words_of(token.text))
        (full if len(words) > 1 else short).append((first, last, words))
    people: list[Person] = []
    for first, last, words in sorted(full, key=lambda item: -len(item[2])):
        _take(scene, people, first, last, words)
    for first, last, words in short:
        person = _by_surname(people, words)
        if person:
            person.places.append((first, last))
        else:
            _take(scene, people, first, last, words)
    taken = {i for person in people for first, last in person.places for i in range(first, last)}
    _find_later(scene, people, taken)
    for person in people:
        _enter(scene, person)


def _candidates(scene: Scene) -> Iterator[tuple[int, int]]:
    """Give the spans of names: known people, what the model calls a person, and proper nouns after a rank."""
    tokens = scene.document.tokens
    spans = {(span.first, span.last) for span in scene.span_at.values() if span.meaning == "person"}
    yield from sorted(spans)
    known = {i for first, last in spans for i in range(first, last)}
    labelled = (token.i for token in tokens if token.entity == _PERSON and token.i not in known)
    for first, last in runs(labelled):
        sentence = scene.document.sentence_at(first)
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
    for token in tokens:
        if token.i not in known and token.pos == "PROPN" and token.entity != _PERSON:
            span = _after_rank(scene, token)
            if span and not known.intersection(range(*span)):
                known.update(range(*span))
                yield span


def _is_lone_chief(scene: Scene, token: Token) -> bool:
    """Say whether a word by itself, subject of a verb, is the surname of a head of state or government."""
    tokens, words = scene.document.tokens, words_of(token.text)
    joined = all(tokens[child].dep in ("cc", "conj", "punct", "case") for child in scene.document.children[token.i])
    is_alone = token.dep == "nsubj" and joined and scene.is_free(token.i, token.i + 1)
    if not is_alone or token.i in scene.span_at or token.pos != "PROPN" or len(words) != 1:
        return False
    bearers = scene.book.surnames.get(words[0], ())
    return tokens[token.i].text[:1].isupper() and any(scene.book.is_chief(key, scene.day) for key in bearers)


def _apposed(scene: Scene, known: set[int]) -> Iterator[tuple[int, int]]:
    """Give names the model took for something else that stand beside people: "two officials, X and Y"."""
    tokens = scene.document.tokens
    free = (token.i for token in tokens if token.entity in _MISTAKEN and token.i not in known | scene.span_at.keys())
    for first, last in runs(free):
        last = min(last, scene.document.sentence_at(first).last)
        is_name = 1 < last - first < _LONGEST and all(
            _is_name(scene, tokens[i], inside=True) for i in range(first, last)
        )
        if is_name and tokens[first].pos == "PROPN" and scene.is_free(first, last):
            words = [word for token in tokens[first:last] for word in words_of(token.text)]
            if not any(word in scene.book.org_words for word in words) and is_beside_people(scene, first, last):
                yield first, last


def _trimmed(scene: Scene, first: int, last: int) -> tuple[int, int] | None:
    """Give a labelled span without titles before it and what is no name after it; None where nothing is left."""
    tokens = scene.document.tokens
    while first < last and (_is_title(scene, tokens[first]) or not _is_name(scene, tokens[first])):
        first += 1
    end = first
    while end < last and _is_name(scene, tokens[end], inside=True):
        end += 1
    while end > first and not _is_name(scene, tokens[end - 1]):
        end -= 1
    if end == first or not scene.is_free(first, end) or not any(tokens[i].pos == "PROPN" for i in range(first, end)):
        return None
    if _is_placed(scene, first) or _names_place(scene, tokens[end - 1]):
        return None
    generics = scene.book.generics
    words = [word for token in tokens[first:end] for word in words_of(token.text)]
    folded = " ".join(words)
    if folded in scene.book.ranks or (
        end - first == 1 and (_is_town(scene, tokens[first], words) or folded in generics)
    ):
        return None
    if all(word in scene.words("no_person") or word in scene.words("particles") for word in words):
        return None
    return first, end


def _names_place(scene: Scene, token: Token) -> bool:
    """Say whether a name is that of a place by the noun it stands before ("Morazan department")."""
    head = scene.document.tokens[token.head]
    return token.dep == "compound" and head.i == token.i + 1 and head.lemma.lower() in scene.words("place_nouns")


def _is_town(scene: Scene, token: Token, words: list[str]) -> bool:
    """Say whether one word by itself is a town's name and no subject ("the Juarez cartel")."""
    return " ".join(words) in scene.book.cities and token.dep not in ("nsubj", "nsubjpass")


def _is_placed(scene: Scene, first: int) -> bool:
    """Say whether a name stands after "in" or "near", where no person stands."""
    before = scene.document.tokens[first - 1] if first else None
    return before is not None and before.pos == "ADP" and before.lemma in ("in", "near", "inside", "outside", "at")


def _is_title(scene: Scene, token: Token) -> bool:
    """Say whether a token is a rank or title by itself."""
    words = words_of(token.text)
    return bool(words) and words[0] in scene.book.ranks and words[0] not in ("pope", "king", "rose")


def _is_name(scene: Scene, token: Token, *, inside: bool = False) -> bool:
    """Say whether a token may be part of a person's name."""
    if token.i in scene.span_at and scene.span_at[token.i].meaning in ("adjective", "country", "org"):
        return False
    if inside and (token.text in ("-", "'", "’") or token.lemma in scene.words("particles")):
        return True
    words = words_of(token.text)
    return bool(words) and token.text[0].isupper() and token.text not in _POSSESSIVE and not words[0].isdigit()


def _after_rank(scene: Scene, token: Token) -> tuple[int, int] | None:
    """Give the run of proper nouns that begins at a token, where a rank or title stands just before it."""
    tokens = scene.document.tokens
    before = tokens[token.i - 1] if token.i else None
    if before is None or not _is_title(scene, before):
        return None
    if not before.text[:1].isupper() and before.dep != "compound":
        return None
    if _is_title(scene, token) or not _is_name(scene, token) or token.entity in ("DATE", "GPE", "LOC", "TIME"):
        return None
    end = token.i + 1
    sentence = scene.document.sentence_at(token.i)
    while end < sentence.last and _is_name(scene, tokens[end], inside=True) and tokens[end].pos in ("PROPN", "PUNCT"):
        end += 1
    while end > token.i and not _is_name(scene, tokens[end - 1]):
        end -= 1
    return (token.i, end) if scene.is_free(token.i, end) else None


def _take(scene: Scene, people: list[Person], first: int, last: int, words: tuple[str, ...]) -> None:
    """Enter a name as that of somebody new, or of somebody who has it or a fuller form of it already."""
    for person in people:
        if len(words) > 1 and (_holds(person.words, words) or is_same_name(" ".join(person.words), " ".join(words))):
            person.places.append((first, last))
            return
    tokens = scene.document.tokens
    name = scene.document.text[tokens[first].start : tokens[last - 1].end]
    span = scene.span_at.get(first)
    known = span.key if span and span.meaning == "person" else ""
    people.append(Person(words, name, known, [(first, last)]))


def _holds(words: tuple[str, ...], part: tuple[str, ...]) -> bool:
    """Say whether a name holds another as its end: "Abu Rukun" of "Kamil Abu Rukun"."""
    return words[-len(part) :] == part


def _by_surname(people: list[Person], words: tuple[str, ...]) -> Person | None:
    """Give the one person of the article whose name ends so, or has the word inside; None where two have."""
    for matches in (
        [person for person in people if len(person.words) > 1 and person.words[-1] == words[-1]],
        [person for person in people if len(person.words) > 2 and words[-1] in person.words[1:-1]],
        [person for person in people if person.words == words],
    ):
        if len(matches) == 1:
            return matches[0]
    return None


def _find_later(scene: Scene, people: list[Person], taken: set[int]) -> None:
    """Add surnames of people already named which the model did not see as names of people."""
    surnames = {person.words[-1] for person in people if len(person.words) > 1}
    for token in scene.document.tokens:
        if token.pos != "PROPN" or token.i in taken or not scene.is_free(token.i, token.i + 1):
            continue
        words = words_of(token.text)
        if words and words[-1] in surnames and token.text[:1].isupper() and not _is_title(scene, token):
            person = _by_surname(people, words)
            if person:
                first = token.i
                while first and set(words_of(scene.document.tokens[first - 1].text)) & set(person.words):
                    first -= 1
                person.places.append((first, token.i + 1))
                taken.update(range(first, token.i + 1))


def _enter(scene: Scene, person: Person) -> None:
    """Enter a person: who it is, what they belong to, every mention with the title before it."""
    spans = []
    for first, last in sorted(person.places):
        titles, start = titles_around(scene, first, last)
        person.titles += titles
        spans.append((start, first, last))
    actor = identify(scene, person)
    if actor is None:
        return
    for start, first, last in spans:
        if scene.is_free(first, last):
            scene.add(actor, start if scene.is_free(start, first) else first, last, "name")
    for title in person.titles if actor.id in scene.actors else ():
        scene.titles.setdefault(actor.id, set()).add(title.text)
        _join(scene, actor, title)


def identify(scene: Scene, person: Person) -> Actor | None:
    """Give the actor somebody is: known by name, by title and surname, or new."""
    day = scene.day
    if not person.known:
        person.known = _known_by_spelling(scene, person) or _known_by_title(scene, person)
    if person.known:
        actor = scene.book.person(person.known, day)
        scene.evidence[actor.country] += bool(actor.country)
        return actor
    country = next((title.country for title in person.titles if title.country), "")
    if not country and len(person.words) == 1:
        country = _country_by_surname(scene, person)
    sector = _sector(scene, person)
    if not country and sector in _OF_STATE:
        country = scene.main_country()
    return Actor(actor_id(person.name, "person", country), person.name, "person", country, sector)


def _known_by_spelling(scene: Scene, person: Person) -> str:
    """Give the office-holder of whom a full name is another spelling, where the country speaks for one."""
    if len(person.words) < 2:
        return ""
    countries = {title.country for title in person.titles} | set(scene.evidence)
    found = [key for key in scene.book.people_spelt(person.name) if scene.book.people[key][1] in countries]
    return found[0] if len(found) == 1 else ""


def _known_by_title(scene: Scene, person: Person) -> str:
    """Give the office-holder a surname means: by office and country, or the one chief of that name in power."""
    bearers = scene.book.surnames.get(person.words[-1], ()) if len(person.words) == 1 else ()
    offices = {title.office for title in person.titles}
    countries = {title.country for title in person.titles} - {""} or set(scene.evidence)
    found = [
        key
        for key in bearers
        if scene.book.people[key][1] in countries
        and (scene.book.has_office(key, offices, scene.day) or scene.book.is_chief(key, scene.day))
    ]
    if len(found) != 1 and scene.day:
        found = [key for key in bearers if scene.book.is_chief(key, scene.day)]
    if not found and len(bearers) == 1 and scene.book.is_chief(bearers[0], None):
        found = list(bearers)
    return found[0] if len(found) == 1 else ""


def _country_by_surname(scene: Scene, person: Person) -> str:
    """Give the country whose chiefs alone bear a surname, where several of them do."""
    bearers = scene.book.surnames.get(person.words[-1], ())
    countries = {scene.book.people[key][1] for key in bearers}
    is_chief = any(scene.book.is_chief(key, None) for key in bearers)
    return countries.pop() if len(countries) == 1 and is_chief else ""


def _sector(scene: Scene, person: Person) -> str:
    """Give the sector that the group or the title gives."""
    for title in person.titles:
        group = scene.actors.get(title.actor) if title.actor else None
        if group and (group.kind in _ORGANISED or not title.sector) and group.sector:
            return group.sector
    return next((title.sector for title in person.titles if title.sector), "")


def _join(scene: Scene, actor: Actor, title: Title) -> None:
    """Enter what a title says somebody belongs to."""
    if title.actor:
        scene.join(actor.id, Membership(title.actor, title.text, source="the article"))
    elif title.country in scene.book.countries and title.sector not in ("REB", "CRM", "UAF"):
        known = scene.actors[actor.id]
        state = scene.book.countries[title.country][0]
        if not any(part.organisation == state for part in known.part_of):
            scene.join(actor.id, Membership(state, title.text, source="the article"))
