"""Finds where an article tells an incident that gold knows only by its type and place."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, NamedTuple

from bench.gold_times import Record, day_of
from graph.model import Published, When
from ingest.document import Document, Sentence, Token
from ingest.times import Account, TimeFinder, Wording, account_of, date_article, govern, govern_all

WORDS = {
    "KIDNAPPING": r"kidnap|abduct|captur|hostage|seiz|held|disappear",
    "BOMBING": r"bomb|explo|dynamit|blast|grenade|device|charge|detonat|blow|car-?bomb|mortar",
    "ATTACK": (
        r"attack|kill|murder|assassin|shoot|shot|massacre|ambush|clash|wound|die|death|combat|raid|machinegun|slay|slain|"
        r"gunfire|assault|execut|fight|strafe|riddle|injur|fire"
    ),
    "ARSON": r"burn|fire|arson|set",
    "ROBBERY": r"rob|stole|steal|theft|take|loot",
    "HIJACKING": r"hijack",
    "FORCED WORK STOPPAGE": r"strike|stoppage",
}
ANY = (
    r"attack|kill|murder|explo|bomb|shoot|shot|fight|clash|die|wound|destroy|occupy|throw|hurl|fire|rob|kidnap|burn|loot|"
    r"arrest|capture|down"
)
EVENT_NOUN = re.compile(
    r"attack|explosion|blast|charge|raid|assault|attempt|strike|operation|action|incident|offensive|killing|murder|wave"
)
BODY = re.compile(r"\[TEXT\]|-- ")
PLACE, NEAR, TOLD, REACHED, LATER, EARLIER_TOLD = 1.5, 0.5, 2.5, 0.5, 0.06, 1.8
AHEAD = 2.0


class Telling(NamedTuple):
    """A word that may tell an incident, when that was, and how well it fits."""

    score: float
    when: When


def whens_of(finder: TimeFinder, words: Wording, article: Record, document: Document) -> list[When]:
    """Give the time of each gold event of an article."""
    text, given = article["text"], day_of(article.get("dct"))
    spans = finder.tag(text, published=given)
    published = date_article(text, spans, given)
    account = account_of(document, finder.resolve(text, spans, published), published, words)
    if any("start" not in event for event in article["events"]):
        return days_of_incidents(article, account)
    starts = [token.start for token in document.tokens]
    places = [max(0, bisect_right(starts, event["start"]) - 1) for event in article["events"]]
    return [govern(account, place) for place in places]


def days_of_incidents(article: Record, account: Account) -> list[When]:
    """Say when each gold incident of an article happened, in their order.

    Of several incidents of one type and place the later ones take other days than the first where told.
    """
    taken: dict[tuple[str, str], set[tuple[Any, Any]]] = {}
    found = []
    for event in article["events"]:
        key = (event["type"], event.get("location") or "")
        used = taken.setdefault(key, set())
        tellings = list(_tellings(account, WORDS.get(event["type"], ANY), _places(event)))
        tellings = tellings or list(_tellings(account, ANY, _places(event)))
        fresh = [one for one in tellings if (one.when.first, one.when.last) not in used and one.score > EARLIER_TOLD]
        best = max(fresh or tellings, key=lambda one: one.score, default=None)
        when = best.when if best else _lead(account)
        used.add((when.first, when.last))
        found.append(when)
    return found


def _places(event: Record) -> list[str]:
    """Give the two finest places of an incident, lower-cased."""
    names = re.split(r"[:\-]", re.sub(r"\(.*?\)", "", event.get("location") or ""))
    return [name.strip().lower() for name in names if name.strip()][1:][-2:]


def _body(document: Document) -> int:
    """Give where the text proper begins, after its dateline."""
    match = BODY.search(document.text, 0, 600)
    return match.end() if match else 0


def _tellings(account: Account, words: str, places: list[str]) -> Iterator[Telling]:
    """Give every word that may tell an incident, with the day it is told to have happened."""
    document = account.document
    low, body = document.text.lower(), _body(document)
    pattern = re.compile(words)
    is_there = [any(place in low[one.start : one.end] for place in places) for one in document.sentences]
    sentences = [one for one in document.sentences if one.end > body]
    for rank, sentence in enumerate(sentences, 1):
        number = sentence.number
        is_near = any(is_there[max(0, number - 1) : number + 2])
        for token in _matching(document, sentence, pattern):
            score = PLACE * is_there[number] + NEAR * (is_near and not is_there[number]) - LATER * rank
            for when in govern_all(account, token.i):
                yield Telling(score + _worth(when, account.published), when)


def _worth(when: When, published: Published) -> float:
    """Say what it is worth that a day is told: most by its own sentence, nothing where it lies ahead."""
    if not when.is_day() or when.first is None:
        return 0.0
    is_ahead = published.last is not None and when.first > published.last
    return (REACHED if when.basis == "inferred" else TOLD) - AHEAD * is_ahead


def _matching(document: Document, sentence: Sentence, pattern: re.Pattern[str]) -> Iterator[Token]:
    """Give the words of a sentence that tell an event of a kind; of a compound its head."""
    for token in document.tokens_of(sentence):
        if token.pos not in {"VERB", "NOUN", "PROPN", "AUX"} or token.dep == "amod" or not pattern.match(token.lemma):
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
