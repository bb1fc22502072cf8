"""Finds people: full names, then surnames inside the article, with rank, title and whose they are."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.model import TOLD, Actor, Kind, Membership
from ingest.actors.folding import actor_id, is_same_name, words_of
from ingest.actors.kinds import STATE_BODIES
from ingest.actors.person_names import is_title, name_spans, placed_names
from ingest.actors.scene import Scene, root_of
from ingest.actors.titles import Title, titles_around
from ingest.document import Token

_ORGANISED = frozenset(
    {Kind.ARMED_GROUP, Kind.REBEL_MOVEMENT, Kind.MILITIA, Kind.PARTY, Kind.ALLIANCE, Kind.RELIGIOUS_GROUP}
)
_OF_STATE = frozenset({"GOV", "LEG", "MIL", "COP", "JUD", "SPY"})
_FAR_MORE = 3


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
    scene.placed = set(placed_names(scene))
    full: list[tuple[int, int, tuple[str, ...]]] = []
    short: list[tuple[int, int, tuple[str, ...]]] = []
    for first, last in name_spans(scene):
        words = tuple(word for token in scene.document.tokens[first:last] for word in words_of(token.text))
        (full if len(words) > 1 else short).append((first, last, words))
    people: list[Person] = []
    for first, last, words in sorted(full, key=lambda item: -len(item[2])):
        _take(scene, people, first, last, words)
    for first, last, words in short:
        person = _by_surname(scene, people, words)
        if person:
            person.places.append((first, last))
        else:
            _take(scene, people, first, last, words)
    taken = {i for person in people for first, last in person.places for i in range(first, last)}
    _find_later(scene, people, taken)
    for person in people:
        _enter(scene, person)


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
    """Say whether a name holds another as its end: "Van Dijk" of "Pieter Van Dijk"."""
    return words[-len(part) :] == part


def _by_surname(scene: Scene, people: list[Person], words: tuple[str, ...]) -> Person | None:
    """Give the one person of the article whose name ends so, or has the word inside; None where two have."""
    for matches in (
        [person for person in people if len(person.words) > 1 and person.words[-1] == words[-1]],
        [person for person in people if len(person.words) > 2 and words[-1] in person.words[1:-1]],
        [person for person in people if person.words == words or _has_family_first(scene, person, words[-1])],
    ):
        if len(matches) == 1:
            return matches[0]
    return None


def _has_family_first(scene: Scene, person: Person, word: str) -> bool:
    """Say whether a word is the first name by which somebody is called where he comes from ("Xi" of "Xi Jinping")."""
    country = scene.book.people[person.known][1] if person.known else ""
    return (
        len(person.words) > 1
        and person.words[0] == word
        and country in (scene.words("family_first") | scene.words("given_first"))
    )


def _find_later(scene: Scene, people: list[Person], taken: set[int]) -> None:
    """Add surnames of people already named which the model did not see as names of people."""
    surnames = {person.words[-1] for person in people if len(person.words) > 1}
    for token in scene.document.tokens:
        if token.i in taken or not token.text[:1].isupper() or not scene.is_free(token.i, token.i + 1):
            continue
        words = words_of(token.text)
        if words and words[-1] in surnames and _may_be_name(scene, token) and not is_title(scene, token):
            person = _by_surname(scene, people, words)
            if person:
                first = token.i
                while first and set(words_of(scene.document.tokens[first - 1].text)) & set(person.words):
                    first -= 1
                person.places.append((first, token.i + 1))
                taken.update(range(first, token.i + 1))


def _may_be_name(scene: Scene, token: Token) -> bool:
    """Say whether a capitalised word can be a name whatever the model takes it for: not an everyday word."""
    if token.pos == "PROPN":
        return True
    is_opening = token.i == scene.document.sentence_at(token.i).first
    word = token.text.lower()
    is_known = word in scene.book.surnames and word not in scene.book.plain_surnames
    return is_known or not is_opening or (token.dep == "nsubj" and word not in scene.book.plain_surnames)


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
    if len(person.words) == 1 and not person.titles and not any(_acts(scene, *place) for place in person.places):
        return None  # one word that nobody calls a person and that does nothing is more likely a place
    country = next((title.country for title in person.titles if title.country), "")
    if not country and len(person.words) == 1:
        country = _country_by_surname(scene, person)
    sector = _sector(scene, person)
    if not country and sector in _OF_STATE and _is_at_home(scene, person):
        country = scene.main_country()
    return Actor(actor_id(person.name, Kind.PERSON, country), person.name, Kind.PERSON, country, sector)


def _is_at_home(scene: Scene, person: Person) -> bool:
    """Say whether an office named without a state is that of the state the text is about.

    Not an envoy's or a UN official's, not "a minister" of some state, not where a body is named with it.
    """
    own = [title for title in person.titles if title.sector in _OF_STATE]
    if any(title.office in scene.words("foreign_offices") or title.actor for title in person.titles):
        return False
    if any(_leads_others(scene, *place) for place in person.places):
        return False
    return any(not title.is_indefinite for title in own)


def _leads_others(scene: Scene, first: int, last: int) -> bool:
    """Say whether a clause tells that somebody leads those of no state: "General X, who commands the UN force"."""
    document = scene.document
    for clause in document.dependents(root_of(document, first, last), "relcl", "acl"):
        for led in document.dependents(clause.i, "dobj") if clause.lemma in scene.words("leading") else ():
            near = [led.i, *(child.i for child in document.dependents(led.i, "compound", "nmod", "amod", "poss"))]
            spans = [scene.span_at[i] for i in near if i in scene.span_at]
            bodies = [scene.book.organisation(span.key) for span in spans if span.meaning == "org"]
            if any(body.kind in (Kind.IGO, Kind.ALLIANCE, Kind.PEACEKEEPING) for body in bodies):
                return True
    return False


def _acts(scene: Scene, first: int, last: int) -> bool:
    """Say whether a name is the subject of a verb."""
    token = scene.document.tokens[root_of(scene.document, first, last)]
    return token.dep in ("nsubj", "nsubjpass") and scene.document.tokens[token.head].pos in ("VERB", "AUX")


def _known_by_spelling(scene: Scene, person: Person) -> str:
    """Give the office-holder of whom a full name is another spelling, where the country speaks for one."""
    if len(person.words) < 2:
        return ""
    countries = {title.country for title in person.titles} | {*scene.evidence, ""}
    found = [key for key in scene.book.people_spelt(person.name) if scene.book.people[key][1] in countries]
    return found[0] if len(found) == 1 else ""


def _known_by_title(scene: Scene, person: Person) -> str:
    """Give the office-holder a surname means: by office and country, or the one chief or leader of that name.

    Without a title the country must be one the text speaks of; the head of the UN has none.
    """
    bearers = scene.book.surnames.get(person.words[-1], ()) if len(person.words) == 1 else ()
    bodies = [scene.actors[title.actor] for title in person.titles if title.actor in scene.actors]
    if any(body.kind == Kind.IGO for body in bodies):
        bearers = tuple(key for key in bearers if not scene.book.people[key][1])  # "UN chief X" heads no state
        return _only(key for key in bearers if scene.day is None or scene.book.is_prominent(key, scene.day))
    offices = {title.office for title in person.titles}
    countries = {title.country for title in person.titles} - {""} or {*scene.evidence, ""}
    near = [key for key in bearers if scene.book.people[key][1] in countries]
    for found in (
        [key for key in near if scene.book.has_office(key, offices, scene.day)] if offices else [],
        [key for key in near if scene.book.is_prominent(key, scene.day)],
        [key for key in near if scene.day and scene.book.holds_any(key, scene.day)] if person.titles else [],
        [key for key in bearers if scene.day and scene.book.is_chief(key, scene.day)],
        [key for key in bearers if len(bearers) == 1 and scene.book.is_chief(key, None)],
    ):
        if len(found) == 1:
            return found[0]
        if found:
            return _leading(scene, found)
    return ""


def _leading(scene: Scene, keys: list[str]) -> str:
    """Give the one of several people whose country the text names far more often than the others', else ""."""
    ranked = sorted(keys, key=lambda key: -scene.evidence[scene.book.people[key][1]])
    first, second = (scene.evidence[scene.book.people[key][1]] for key in ranked[:2])
    return ranked[0] if first > _FAR_MORE * second else ""


def _only(keys: Iterable[str]) -> str:
    """Give the only one of some keys, "" where there are none or several."""
    found = list(keys)
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
    """Enter what a title says somebody belongs to: the body, and the state whose body it is; not what they left."""
    if title.is_former:
        return
    country = title.country
    if title.actor:
        scene.join(actor.id, Membership(title.actor, title.text, source=TOLD))
        body = scene.actors[title.actor]
        country = body.country if body.kind in STATE_BODIES and body.sector in _OF_STATE else ""
    if country in scene.book.countries and title.sector not in ("REB", "CRM", "UAF"):
        state = scene.book.countries[country][0]
        if not any(part.organisation == state for part in scene.actors[actor.id].part_of):
            scene.join(actor.id, Membership(state, "" if title.actor else title.text, source=TOLD))
