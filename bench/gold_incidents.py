"""Finds where an article tells an incident that gold knows only by its type and place."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from bench.gold_times import Record, day_of
from graph.model import Published, When
from ingest.document import Document, Sentence, Token
from ingest.times import Account, TimeFinder, Wording, account_of, govern, govern_all

# What tells a threat: gold dates it by the day it was made.
THREATS = r"threat|warn|menac|intimidat|ultimatum|vow|announc"
WORDS = {
    "KIDNAPPING": r"kidnap|abduct|captur|hostage|seiz|held|disappear|arrest|detain|detention",
    "BOMBING": r"bomb|explo|dynamit|blast|grenade|device|charge|detonat|blow|car-?bomb|mortar",
    "ATTACK": (
        r"attack|kill|murder|assassin|shoot|shot|massacre|ambush|clash|wound|die|death|combat|raid|machinegun|slay|slain|"
        r"gun|assault|execut|fight|strafe|riddle|injur|fire|stab|strangl|shell"
    ),
    "ARSON": r"burn|fire|arson|set",
    "ROBBERY": r"rob|stole|steal|theft|take|loot|pillag|plunder|ransack",
    "HIJACKING": r"hijack",
    "FORCED WORK STOPPAGE": r"strike|stoppage",
}
ANY = (
    r"attack|kill|murder|explo|bomb|shoot|shot|fight|clash|die|wound|destroy|occupy|throw|hurl|fire|rob|kidnap|burn|loot|"
    r"arrest|capture|down"
)
EVENT_NOUN = re.compile(
    r"attack|explosion|blast|charge|stick|raid|assault|attempt|strike|operation|action|incident|offensive|killing|murder|wave"
)
# Who or what does it, and no deed: "gunmen", "assassins", "killers", "gunships".
DOER = re.compile(
    r"(?!murder$|slaughter$|fire$|disorder$|massacre$)\w+(?:er|or|man|ship|gun)$|assassin$|gunmen$|firemen$"
)
BODY = re.compile(r"\[TEXT\]|-- ")
PLACE, FINEST, NEAR, ELSEWHERE = 1.5, 0.5, 0.5, 1.0
TOLD, REACHED, LATER, EARLIER_TOLD = 2.5, 1.0, 0.06, 1.0
AHEAD = 2.0
UNDATED = 1.0
RIVAL, RIVAL_DAYS = 4.0, 21
BESIDE, REACH = 0.5, 200
CHOSEN = 0.5


class Telling(NamedTuple):
    """A word that may tell an incident, where it stands, when that was, and how well it fits."""

    score: float
    when: When
    place: int
    sentence: int


def whens_of(finder: TimeFinder, words: Wording, article: Record, document: Document) -> list[When]:
    """Give the time of each gold event of an article."""
    text, given = article["text"], day_of(article.get("dct"))
    spans = finder.tag(text, published=given)
    published = finder.date_article(text, spans, given)
    account = account_of(document, finder.resolve(text, spans, published), published, words)
    if any("start" not in event for event in article["events"]):
        return days_of_incidents(article, account)
    starts = [token.start for token in document.tokens]
    places = [max(0, bisect_right(starts, event["start"]) - 1) for event in article["events"]]
    return [govern(account, place) for place in places]


def days_of_incidents(article: Record, account: Account) -> list[When]:
    """Say when each gold incident of an article happened, in their order.

    Incidents of one type and place take other days where several are told, in the order of the text. Those told
    best choose first, and a sentence one has chosen is worth less to the others.
    """
    rows = article["events"]
    alike: dict[tuple[str, str, bool], list[int]] = {}
    for i, event in enumerate(rows):
        alike.setdefault(_key(event), []).append(i)
    tellings = {key: _all_tellings(account, rows, rows[places[0]]) for key, places in alike.items()}
    found: dict[int, When] = {}
    chosen: set[int] = set()
    for key in sorted(alike, key=lambda key: -max((one.score for one in tellings[key]), default=0.0)):
        if not key[2]:
            tellings[key] = [one for one in tellings[key] if not _is_ahead(one.when, account.published)]
        free = [one._replace(score=one.score - CHOSEN * (one.sentence in chosen)) for one in tellings[key]]
        whens = [_between(when, free) for when in _best_days(free, len(alike[key]))] or [_lead(account)]
        found.update((i, whens[min(rank, len(whens) - 1)]) for rank, i in enumerate(alike[key]))
        chosen |= {max(free, key=lambda one: one.score).sentence} if free else set()
    return [found[i] for i in range(len(rows))]


def _all_tellings(account: Account, rows: list[Record], event: Record) -> list[Telling]:
    """Give the words that may tell an incident, those of its type or, where none of them has a day, of any."""
    others = {place for one in rows for place in _places(one)[-1:]} - set(_places(event))
    words = THREATS if event.get("stage") == "THREATENED" else WORDS.get(event["type"], ANY)
    of_type = list(_tellings(account, words, _places(event), others))
    if any(one.when.is_day() for one in of_type):
        return of_type
    of_any = _tellings(account, ANY, _places(event), others)
    return of_type + [one for one in of_any if one.when.is_day() or not of_type]


def _key(event: Record) -> tuple[str, str, bool]:
    """Give what tells incidents of one article apart: type, place, and whether it is no more than a threat."""
    return event["type"], event.get("location") or "", event.get("stage") == "THREATENED"


def _best_days(tellings: list[Telling], wanted: int) -> list[When]:
    """Give the best different days of some tellings in the order of the text, no more than are wanted and well told."""
    best: dict[tuple[Any, Any], Telling] = {}
    told_first: dict[tuple[Any, Any], int] = {}
    for one in sorted(tellings, key=lambda one: -one.score):
        days = one.when.first, one.when.last
        best.setdefault(days, one)
        if one.when.basis != "inferred" or days not in told_first:
            told_first[days] = min(one.place, told_first.get(days, one.place))
    chosen = [one for rank, one in enumerate(best.values()) if rank < wanted and (not rank or one.score > EARLIER_TOLD)]
    return [one.when for one in sorted(chosen, key=lambda one: told_first[one.when.first, one.when.last])]


def _between(when: When, tellings: list[Telling]) -> When:
    """Widen the bounds of a day by others told of such deeds then: which of them tells the incident is open."""
    day, best = when.first, max((one.score for one in tellings), default=0.0)
    if day is None or not when.is_day():
        return when
    told = [one.when.first for one in tellings if one.score >= best - RIVAL and one.when.is_day() and one.when.first]
    rivals = [first for first in told if abs((first - day).days) <= RIVAL_DAYS]
    earliest, latest = when.bounds()
    return replace(when, earliest=min(filter(None, [earliest, *rivals])), latest=max(filter(None, [latest, *rivals])))


def _places(event: Record) -> list[str]:
    """Give the two finest places of an incident, or of each that it may lie in, lower-cased, the finest last."""
    found: list[str] = []
    for one in (event.get("location") or "").split(" / "):
        bare = one[1:-1] if one.startswith("(") else one
        names = re.split(r"[:\-]", re.sub(r"\(.*?\)", "", bare))
        found += [name.strip().lower() for name in names if name.strip()][1:][-2:]
    return found


def _body(document: Document) -> int:
    """Give where the text proper begins, after its dateline."""
    match = BODY.search(document.text, 0, 600)
    return match.end() if match else 0


def _tellings(account: Account, words: str, places: list[str], others: set[str]) -> Iterator[Telling]:
    """Give every word that may tell an incident, with the day it is told to have happened.

    others: places of other incidents of the article.
    """
    document = account.document
    low, body = document.text.lower(), _body(document)
    pattern = re.compile(words)
    texts = [low[one.start : one.end] for one in document.sentences]
    is_there = [any(place in text for place in places) for text in texts]
    sentences = [one for one in document.sentences if one.end > body]
    for rank, sentence in enumerate(sentences, 1):
        number = sentence.number
        is_near = any(is_there[max(0, number - 1) : number + 2])
        is_finest = bool(places) and places[-1] in texts[number]
        is_elsewhere = not is_there[number] and any(place in texts[number] for place in others)
        score = PLACE * is_there[number] + NEAR * (is_near and not is_there[number]) - LATER * rank
        score += FINEST * is_finest - ELSEWHERE * is_elsewhere
        named = [match.start() for place in places[-1:] for match in re.finditer(re.escape(place), texts[number])]
        told = [
            (token, when) for token in _matching(document, sentence, pattern) for when in govern_all(account, token.i)
        ]
        has_rivals = len({when.first for _, when in told if when.is_day()}) > 1
        for token, when in told:
            far = min((abs(sentence.start + start - token.start) for start in named), default=REACH)
            close = BESIDE * max(0.0, 1.0 - far / REACH) if has_rivals and when.is_day() else 0.0
            yield Telling(score + close + _worth(when, account.published), when, token.i, number)


def _worth(when: When, published: Published) -> float:
    """Say what it is worth that a day is told: most by its own sentence, nothing where it lies ahead."""
    if not when.is_day() or when.first is None:
        return -UNDATED
    return (REACHED if when.basis == "inferred" else TOLD) - AHEAD * _is_ahead(when, published)


def _is_ahead(when: When, published: Published) -> bool:
    """Say whether a day lies after publication."""
    return when.first is not None and published.last is not None and when.first > published.last


def _matching(document: Document, sentence: Sentence, pattern: re.Pattern[str]) -> Iterator[Token]:
    """Give the words of a sentence that tell an event of a kind; of a compound its head."""
    for token in document.tokens_of(sentence):
        if token.pos not in {"VERB", "NOUN", "PROPN", "AUX"} or token.dep == "amod" or not pattern.match(token.lemma):
            continue
        if token.pos != "VERB" and DOER.match(token.lemma.lower()):
            continue
        while token.dep == "compound" and token.head != token.i:
            token = document.tokens[token.head]
        is_about_goods = token.pos == "VERB" and token.lemma.startswith(("charge", "device"))
        if not is_about_goods and (pattern.match(token.lemma) or EVENT_NOUN.match(token.lemma)):
            yield token


def _lead(account: Account) -> When:
    """Give the day of the first sentence's main event."""
    document = account.document
    body = _body(document)
    lead = next((one for one in document.sentences if one.end > body and not one.is_headline), document.sentences[-1])
    root = next((token.i for token in document.tokens_of(lead) if token.head == token.i), lead.first)
    return govern(account, root)
