"""Tells where an event took place, from the places of its sentence and the dateline."""

from collections.abc import Iterator

from graph.model import PlaceMention
from ingest.actors.lying_in import is_left_for
from ingest.document import Document, Token
from ingest.places.bounds import (
    WORDS_OF_SPEECH,
    Words,
    has_own_site,
    is_against,
    is_at_site,
    is_beside_speech,
    is_destination,
    is_from,
    is_goal_above,
    is_in_next_clause,
    is_of_caller,
    is_of_nameless,
    is_of_others,
    is_of_people,
    is_of_weapon,
    is_site,
    is_speakers,
    is_there,
    is_told_earlier,
    is_where,
    kids,
)
from ingest.places.datelines import token_at
from ingest.places.desks import Desks, dateline, is_dateline
from ingest.places.lying import chain

_FARTHEST = 4
_ABOVE = 5  # ranks of the event's own words are lower


def place_of(
    document: Document, trigger: int, mentions: tuple[PlaceMention, ...], words: Words, desks: Desks, quad: str = ""
) -> PlaceMention | None:
    """Give where the event that token `trigger` tells, of a quad class, took place.

    The event's own words come first ("in Lima", "near the town of X"), then those of what it was done
    to and who did it, then where it was directed ("into southern Israel"), then where it came from,
    then the clause above. A dateline counts for the opening sentences only, that of a capital for its country.
    """
    sentence = document.sentence_at(trigger)
    near = [mention for mention in mentions if sentence.start <= mention.start < sentence.end]
    near = [mention for mention in near if not _is_left(document, mention, near)]
    told = next((mention for mention in near if is_where(document, trigger, mention)), None)
    if told or is_there(document, trigger):
        before = [mention for mention in near if mention.end <= document.tokens[trigger].start]
        return told or (before[0] if len({mention.place.id for mention in before}) == 1 else None)
    sites = [mention for mention in near if is_site(document, mention, near, words)]
    has_own = has_own_site(document, trigger, near, words)
    ranked = []
    for mention in sites:
        rank = _rank(document, trigger, token_at(document, mention.end - 1), words, quad)
        if rank is not None and not (has_own and rank >= _ABOVE):
            is_owner = document.tokens[token_at(document, mention.end - 1)].dep == "poss"  # "Chad's Lac region"
            ranked.append((rank, is_owner, mention.start, mention))
    if ranked:
        return _narrowest(document, [item[-1] for item in sorted(ranked, key=lambda item: item[:3])], words)
    own = [mention for mention in near if not is_dateline(document, mention)]
    if own and len({mention.place.id for mention in own}) == 1:
        is_other = own[0] not in sites or has_own or _is_far(document, trigger, own[0], words)
        return None if is_other or not _may_lie(document, trigger, own[0], quad) else own[0]
    return (
        None
        if own or is_of_nameless(document, trigger, words)
        else dateline(
            document,
            trigger,
            mentions,
            desks,
            is_word=quad in WORDS_OF_SPEECH,
            has_site=has_own or is_at_site(document, trigger, words),
        )
    )


def _is_left(document: Document, mention: PlaceMention, near: list[PlaceMention]) -> bool:
    """Say whether only people from a place are told of, in a place of another country: "exiles from Homs in Berlin"."""
    last = token_at(document, mention.end - 1) + 1
    others = (one for one in near if one.place.country != mention.place.country)
    return any(is_left_for(document.tokens, last, token_at(document, one.start)) for one in others)


def _narrowest(document: Document, ranked: list[PlaceMention], words: Words) -> PlaceMention:
    """Give the first of places, or what its own words put in it: "took the town of Bara, in North Kordofan"."""
    first = ranked[0]
    within = (one for one in ranked[1:] if first in chain(one, sorted(ranked, key=_start), document.text, words)[1:])
    return next(within, first)


def _start(mention: PlaceMention) -> int:
    return mention.start


def _may_lie(document: Document, trigger: int, mention: PlaceMention, quad: str) -> bool:
    """Say whether an event may lie at a place that no rank ties it to: a word only where it is told with the word."""
    below: list[Token] = []
    for token in _path(document, token_at(document, mention.end - 1)):
        if token.i == trigger:
            return not is_beside_speech(document, quad, (), below)
        below.append(token)
    return quad not in WORDS_OF_SPEECH


def _path(document: Document, i: int) -> Iterator[Token]:
    """Give the tokens from one up to the root."""
    token = document.tokens[i]
    yield token
    while token.head != token.i:
        token = document.tokens[token.head]
        yield token


def _rank(document: Document, trigger: int, place: int, words: Words, quad: str) -> int | None:
    """Rank how closely a place hangs on an event, 0 the closest; None where another clause stands between."""
    path: list[Token] = []
    for token in _path(document, place):
        if token.i == trigger:
            if is_from(document, trigger, path, words) or is_against(document, trigger, path, words):
                return None
            if is_destination(document, trigger, path, words) or is_beside_speech(document, quad, (), path):
                return None
            rank = _rank_below(path if not is_of_weapon(document, trigger, path, words) else path[-1:], words)
            return rank + _ABOVE if rank is not None and is_in_next_clause(document, path) else rank
        path.append(token)
    above = [token.i for token in _path(document, trigger)]
    for steps, token in enumerate(path):
        if token.i in above:
            climbed = above.index(token.i)
            between = [document.tokens[i] for i in above[:climbed]]
            below = path[:steps]
            is_told_apart = any(one.dep in ("ccomp", "relcl") for one in between) or steps > _FARTHEST + 2
            if (
                is_told_apart
                or is_told_earlier(document, between, words)
                or is_goal_above(document, between, below, words)
                or is_from(document, trigger, below, words)
                or is_of_others(document, below, words)
                or is_of_people(document, between, below, words)
                or is_of_caller(document, above, [one.i for one in path], words)
                or is_beside_speech(document, quad, between, below)
            ):
                return None
            rank = _rank_below(below, words)
            return None if rank is None else rank + _ABOVE + climbed
    return None


def _rank_below(path: list[Token], words: Words) -> int | None:
    """Rank a place by the tokens between it and the event above it."""
    if any(token.dep in words["clauses"] for token in path):
        return None
    prepositions = [token for token in path if token.pos == "ADP" and token.lemma != "of"]
    if not prepositions:
        return 1 if len(path) <= _FARTHEST else None
    outer = prepositions[-1]
    below = len([token for token in path if token.pos in ("NOUN", "PROPN") and path.index(token) > path.index(outer)])
    if outer.lemma in words["inside"]:
        return 0 if not below else 1 + any(token.dep in ("nsubj", "nsubjpass") for token in path[-1:])
    return (3 if outer.lemma in words["towards"] else 4) if outer.lemma in words["towards"] | words["from"] else None


def _is_far(document: Document, trigger: int, mention: PlaceMention, words: Words) -> bool:
    """Say whether a place is in a clause of its own beside the event's, or that of who tells of it."""
    place = token_at(document, mention.end - 1)
    if is_speakers(document, trigger, place, words):
        return True
    above, ends = list(_path(document, trigger)), list(_path(document, place))
    if is_of_caller(document, [token.i for token in above], [token.i for token in ends], words):
        return True
    below, between = [token for token in ends if token not in above], [token for token in above if token not in ends]
    if any(token.dep == "relcl" for token in between) or is_told_earlier(document, between, words):
        return True
    if is_goal_above(document, between, below, words) or is_destination(document, trigger, below, words):
        return True
    if is_from(document, trigger, below, words) or is_against(document, trigger, below, words):
        return True
    if _is_of_another_time(document, trigger, below, words):
        return True
    if is_of_others(document, below, words) or is_of_people(document, between, below, words):
        return True
    if any(token.lemma == "by" and document.tokens[token.head].lemma in words["bidding"] for token in below):
        return True  # "was ordered by the commander of forces in X"
    return any(token.dep in words["clauses"] for token in below)


def _is_of_another_time(document: Document, trigger: int, below: list[Token], words: Words) -> bool:
    """Say whether a place is of what came before or after: "left after an attack in X", "came out of X and left".

    What harmed people lies where they came to harm: "killed after shelling in X".
    """
    is_harm = document.tokens[trigger].lemma in words["harming"]
    for token in below:
        if token.pos not in ("ADP", "SCONJ") or token.lemma not in words["since"] | words["leaving"]:
            continue
        governed = kids(document, token.i, "pobj", "pcomp")
        causes = [one for one in governed if {one.lemma, one.text.lower()} & (words["blows"] | words["bursts"])]
        if not (is_harm and token.lemma == "after" and causes):
            return True
    return False
