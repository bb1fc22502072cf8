"""How alike two reports are: a score from 0 to about 1 with its reasons, or that they cannot be one event.

A wrong merge costs more than a missed one. So a contradiction (other days, a place far away, somebody
else who did it) rules a pair out whatever else agrees, and a pair from two articles needs agreement
on two of who, whom and where beside its day, or on one and on how and how many.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from graph.gather import WIDE_PLACES, overlaps, width
from graph.model import HAPPENED, Place, Report, Status, Toll, When
from graph.plover import plover
from ingest.contrast import are_apart
from ingest.likeness_who import who_to_whom
from ingest.parties import Parties
from ingest.wording import (
    OUTCOMES,
    are_modes_alike,
    has_same_trigger,
    is_deed_and_outcome,
    is_definite,
    names_parties_of,
    names_place,
    shared_words,
    speaks_of_parties_of,
)

DISPUTED = frozenset({Status.CLAIMED, Status.ACCUSED, Status.DENIED})
PRECISE_DAYS, WEEK_DAYS, MONTH_DAYS = 3, 10, 31
NEAR_KM, AROUND_KM, REGION_KM = 10.0, 40.0, 250.0
EARTH_KM = 6371.0
MAY_BE_ONE_DAY, DAY_APART = "days may be one", "a day apart"
RETOLD = "told again by a noun for it"
MOST_RISE, LEAST_RISEN, MANY_DEAD = 5, 5, 20
FEW_WORDS, MANY_WORDS = 2, 4
# Least score and least weight of what agrees: of two articles, of one, of one where a day is missing.
ACROSS, WITHIN, UNDATED = (0.65, 2.0), (0.6, 1.5), (0.5, 2.0)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike a pair is.

    weight: how much agrees beyond doubt: 1 each for who, whom and where, 2 for a person by name to whom
    it was done, a half each for how and how many and for an actor that is part of the other; a half less
    where only one says how, 1 less where numbers differ.
    """

    score: float
    weight: float
    reasons: tuple[str, ...]


def can_be_one_status(a: Status, b: Status) -> bool:
    """Say whether one event may be told so and so: what happened and what is said to have, or both alike."""
    return a == b or (a in HAPPENED | DISPUTED and b in HAPPENED | DISPUTED)


def _time(a: When, b: When, *, is_same_article: bool) -> tuple[float, str] | None:
    """Score the days; None where they cannot be the same, little where only the days they lie between can."""
    if not overlaps(a, b):
        days = [a.first, a.last, b.first, b.last]
        if is_same_article or None in days or max(width(a), width(b)) > PRECISE_DAYS:
            return None
        return (0.1, DAY_APART) if _gap(a, b) == 1 else None
    if _gap(a, b) > 0:
        return 0.1, MAY_BE_ONE_DAY
    widest = max(width(a), width(b))
    if (a.first, a.last) == (b.first, b.last):
        return (0.3, "same day") if widest <= PRECISE_DAYS else (0.15, "same days")
    if widest <= PRECISE_DAYS:
        return 0.25, "days overlap"
    if widest <= MONTH_DAYS:
        return (0.1 if widest <= WEEK_DAYS else 0.05), "days overlap"
    return 0.0, ""


def _gap(a: When, b: When) -> int:
    starts = max(a.first or date.min, b.first or date.min)
    ends = min(a.last or date.max, b.last or date.max)
    return (starts - ends).days


def _kilometres(a: Place, b: Place) -> float | None:
    """Give the great-circle distance, None where a place has no coordinates."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    x, y = math.radians(a.latitude), math.radians(b.latitude)
    arc = math.sin((y - x) / 2) ** 2
    arc += math.cos(x) * math.cos(y) * math.sin(math.radians(b.longitude - a.longitude) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(arc))


def _place(a: Place, b: Place) -> tuple[float, float, str] | None:
    """Score the places, with whether they agree beyond doubt; None where they are far apart."""
    wide = max(WIDE_PLACES.get(a.kind, 0), WIDE_PLACES.get(b.kind, 0))
    if a.id == b.id:
        return (0.1, 0, "same region") if wide else (0.2, 1, "same place")
    distance = _kilometres(a, b)
    if wide:
        is_inside = bool(a.country) and a.country == b.country
        if is_inside and wide == WIDE_PLACES["country"]:
            return 0.08, 0, "one place lies in the other"
        if is_inside and (distance is None or distance <= REGION_KM):
            return 0.1, 0.5, "one place lies in the other"
        return (0.0, 0, "") if distance is not None and distance <= AROUND_KM else None
    if distance is not None and distance <= AROUND_KM:
        return (0.15, 1, "nearby place") if distance <= NEAR_KM else (0.05, 0, "places not far apart")
    return None


def _where(a: Report, b: Report) -> tuple[float, float, str] | None:
    """Score the places; a town in a region is the same place where the other sentence names the town too.

    Where one report lies nowhere, its sentence may still name the place of the other, in another article.
    """
    if not a.place or not b.place:
        lying, other = (a, b) if a.place else (b, a)
        named = lying.place.text if lying.place and lying.place.place.kind not in WIDE_PLACES else ""
        is_named = a.article != b.article and names_place(other, named)
        return (0.1, 0.5, "the same place in the sentence") if is_named else (0.05, 0, "")
    found = _place(a.place.place, b.place.place)
    if found and 0 < found[0] <= 0.1 and a.place.place.id != b.place.place.id:
        fine, other = (a, b) if a.place.place.kind not in WIDE_PLACES else (b, a)
        if fine.place and fine.place.place.kind not in WIDE_PLACES and names_place(other, fine.place.text):
            return 0.2, 1.0, "same place"
    return found


def _is_loose(toll: Toll) -> bool:
    """Say whether a toll is no count but a word such as "several" or "dozens"."""
    return toll.high is not None and toll.high >= MOST_RISE * max(toll.low, 1)


def _is_same(a: Toll, b: Toll) -> bool:
    """Say whether two tolls give one count, "at least" regarded or not."""
    return a == b or (a.low == b.low and None in (a.high, b.high))


def _tolls(
    a: Mapping[str, Toll], b: Mapping[str, Toll], *, is_one_spot: bool, is_same_article: bool
) -> tuple[float, float, str]:
    """Score the tolls; other figures speak against a pair but do not rule it out: counts rise.

    is_one_spot: day and place are the same, so that one count is much and one that grew nothing against it.
    """
    score, weight, reason = 0.0, 0.0, ""
    for effect in sorted(a.keys() & b.keys()):
        x, y = a[effect], b[effect]
        x_most, y_most = (toll.low if toll.high is None else toll.high for toll in (x, y))
        if _is_same(x, y) and x_most:
            score, weight, reason = 0.15, (1.0 if is_one_spot and x.low > 1 else 0.5), f"same number {effect}"
        elif (y.high is None or x.low <= y.high) and (x.high is None or y.low <= x.high):
            score, reason = max(score, 0.08), reason or f"numbers {effect} agree"
            if is_same_article and min(x.low, y.low) >= MANY_DEAD:
                weight = max(weight, 0.5)  # an article counts so many once, and again when more are known
        elif not (_is_loose(x) or _is_loose(y)):
            most_rise = MOST_RISE if is_one_spot else 2
            if min(x_most, y_most) * most_rise < max(x.low, y.low):
                return -0.2, -1.0, f"numbers {effect} differ"
            if is_one_spot and min(x.low, y.low) >= LEAST_RISEN:
                weight, reason = max(weight, 0.5), reason or f"numbers {effect} rose"
    return score, weight, reason


def _mode(a: Report, b: Report) -> tuple[float, float, str] | None:
    """Score the modes; None where they tell different deeds.

    Where one names none it may mean another deed, unless it tells what came of it: "killed three".
    """
    if a.mode == b.mode:
        return (0.1, 0.5, "same mode") if a.mode else (0.03, 0.0, "")
    if not a.mode or not b.mode:
        bare = b if a.mode else a
        return 0.0, (0.0 if bare.tolls.keys() & OUTCOMES else -0.5), ""
    return (-0.05, 0.0, "modes close") if are_modes_alike(a.mode, b.mode) else None


def _words(
    a: Report, b: Report, parties: Parties, *, is_same_day: bool, is_same_article: bool
) -> tuple[float, float, list[str]]:
    """Score what both sentences say in the same words; of another day, words say nothing.

    Within an article a deed told again as "the attack" is the one told before by that word.
    """
    if not is_same_day:
        return 0.0, 0.0, []
    count, is_same = shared_words(a, b), has_same_trigger(a, b)
    score, weight, reasons = 0.0, 0.0, []
    if is_same:
        score, weight, reasons = 0.1, (1.0 if plover().quad(a.type) == "VC" else 0.5), ["same word for it"]
        later = max(a, b, key=lambda report: report.trigger_start)
        if is_same_article and is_definite(later):
            return 0.25, 1.5, ["told again by the same word"]
    if count >= FEW_WORDS:
        many = count >= MANY_WORDS
        score, weight = score + (0.1 if many else 0.05), weight + (1.0 if many else 0.0)
        reasons.append("much the same words" if many else "words in common")
    is_named = is_same and names_parties_of(a, b, parties.surname_of)
    if is_named or (is_same and count >= FEW_WORDS and speaks_of_parties_of(a, b)):
        score, weight, reasons = score + 0.1, weight + 1.0, [*reasons, "the same party in the sentence"]
    return score, weight, reasons


def is_dated(when: When) -> bool:
    """Say whether both ends of a time are known."""
    return when.first is not None and when.last is not None


def likeness(a: Report, b: Report, parties: Parties) -> Likeness | None:
    """Give how alike two reports are, None where they cannot tell one event."""
    is_same_article = a.article == b.article
    if is_same_article and (a.retells or a.id) == (b.retells or b.id):
        is_one_sentence = a.start == b.start
        return Likeness(0.9, 3.0, ("told by two words of one sentence" if is_one_sentence else RETOLD,))
    if a.type != b.type or not can_be_one_status(a.status, b.status):
        return None
    is_same_sentence = is_same_article and a.start == b.start
    if b.id == a.under or a.id == b.under or (is_same_sentence and not is_deed_and_outcome(a, b)):
        return None
    if are_apart(a, b):
        return None
    mode, who = _mode(a, b), who_to_whom(a, b, parties)
    time = _time(a.when, b.when, is_same_article=is_same_article)
    place = _where(a, b)
    if mode is None or who is None or time is None or place is None:
        return None
    if is_same_sentence:
        return Likeness(0.8, 2.0, ("a deed and its outcome in one sentence",))
    is_one_spot = place[2] == "same place" and time[1] == "same day"
    tolls = _tolls(a.tolls, b.tolls, is_one_spot=is_one_spot, is_same_article=is_same_article)
    if time[1] == DAY_APART and not tolls[1] > 0:
        return None
    words = _words(a, b, parties, is_same_day=time[1] == "same day", is_same_article=is_same_article)
    score = time[0] + who[0] + place[0] + tolls[0] + mode[0] + words[0] - 0.05 * (a.status != b.status)
    reasons = (time[1], *who[2], place[2], tolls[2], mode[2], *words[2])
    weight = who[1] + place[1] + tolls[1] + mode[1] + words[1]
    return Likeness(round(min(max(score, 0.0), 1.0), 3), weight, tuple(reason for reason in reasons if reason))


def is_one_event(a: Report, b: Report, found: Likeness) -> bool:
    """Say whether a pair is alike enough. Two articles must both know the days.

    Undated reports within one article need strong agreement, and words said are never taken for
    each other: who threatens twice has threatened twice.
    """
    if is_dated(a.when) and is_dated(b.when):
        score, weight = WITHIN if a.article == b.article else ACROSS
    elif a.article == b.article and plover().quad(a.type) != "VX":
        score, weight = UNDATED
    else:
        return False
    return found.score >= score and found.weight >= weight
