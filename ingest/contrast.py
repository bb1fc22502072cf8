"""Tells what sets two reports of like deeds apart: who was struck, at what sort of site, what was said, a word such as
"also".

All of it is read from the reports' own quotes and victims, so it holds whatever order articles come in.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from graph.model import Kind, Report
from graph.plover import plover
from ingest.lexicon import LEXICONS, read_table, read_toml
from ingest.wording import TABLE, WORD, is_definite, named_stems, stem, trigger_stem

TARGETS = LEXICONS / "targets.tsv"
SITES = frozenset(
    (
        "worship",
        "school",
        "health",
        "commerce",
        "energy",
        "bank",
        "diplomatic",
        "police",
        "vessel",
        "military",
        "transport",
    )
)
STRIKING = frozenset(("ASSAULT", "COERCE"))
SAYING = frozenset(("ACCUSE", "REQUEST", "REJECT", "THREATEN"))
OF_STATE = frozenset((Kind.MILITARY, Kind.POLICE, Kind.INTELLIGENCE, Kind.MILITIA, Kind.PEACEKEEPING))
OF_REBELS = frozenset((Kind.ARMED_GROUP, Kind.REBEL_MOVEMENT))
NEAR_WORDS, OPENING_WORDS, LEAST_WORD = 3, 3, 4


def are_apart(a: Report, b: Report) -> bool:
    """Say whether two reports of one type tell of deeds that cannot be one, by what their own sentences say."""
    if a.type in STRIKING and (_are_others_struck(a, b) or _are_sites_apart(a, b)):
        return True
    if a.type in SAYING and _is_said_of_other_things(a, b):
        return True
    return a.article == b.article and a.start != b.start and _is_a_further_one(max(a, b, key=lambda one: one.start))


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(read_toml(TABLE, wanted=("source",))[name]["words"].split())


@cache
def _sites() -> dict[str, str]:
    """Give the kind of each word for a site, of words in a row with a hyphen between."""
    rows = read_table(TARGETS, ("id", "words", "kind", "source"))
    return {row["words"].lower(): row["kind"] for row in rows if row["kind"] in SITES}


def _singular(word: str) -> Iterator[str]:
    yield word
    if word.endswith("ies"):
        yield f"{word[:-3]}y"
    if word.endswith("es"):
        yield word[:-2]
    if word.endswith("s"):
        yield word[:-1]


@lru_cache(maxsize=50_000)
def _sites_in(quote: str) -> frozenset[str]:
    """Give the kinds of site that a sentence names by common nouns."""
    words = [word for word in WORD.findall(quote) if not word[:1].isupper()]
    phrases = [*words, *(f"{x}-{y}" for x, y in pairwise(words))]
    return frozenset(_sites()[one] for phrase in phrases for one in _singular(phrase) if one in _sites())


def _are_sites_apart(a: Report, b: Report) -> bool:
    """Say whether both sentences name sites and none of one sort: "bombed a school", "bombed a mosque"."""
    sites, others = _sites_in(a.quote), _sites_in(b.quote)
    return bool(sites and others) and not sites & others


def _sides(report: Report, effect: str) -> set[str]:
    """Give to which side those belong to whom something was done, "" where anybody may be meant."""
    kinds = {victim.kind for victim in report.victims if victim.effect == effect}
    return {
        ""
        if kind in (Kind.PEOPLE, Kind.PERSON)
        else "state"
        if kind in OF_STATE
        else "rebels"
        if kind in OF_REBELS
        else "civil"
        for kind in kinds
    }


def _heads(report: Report, effect: str) -> set[str] | None:
    """Give the nouns for those to whom something was done, None where one is a name or tells too little."""
    heads = set()
    for victim in report.victims:
        if victim.effect != effect:
            continue
        before = victim.text.split(",")[0].split(" of ")[0].split(" in ")[0].split(" from ")[0].split(" who ")[0]
        words = WORD.findall(before)
        if not words or words[-1][:1].isupper() or words[-1].lower() in _list("anybody"):
            return None
        heads.add(stem(words[-1]))
    return heads


def _are_others_struck(a: Report, b: Report) -> bool:
    """Say whether the victims are others: soldiers and civilians, or a judge and a priest."""
    for effect in a.tolls.keys() & b.tolls.keys():
        sides, others = _sides(a, effect), _sides(b, effect)
        if sides and others and "" not in sides | others and not sides & others:
            return True
        is_one = 1 in (a.tolls[effect].high, b.tolls[effect].high)
        heads, further = _heads(a, effect), _heads(b, effect)
        if is_one and heads and further and not heads & further:
            return True
    return False


def _said(report: Report) -> set[str]:
    """Give the stems of what a sentence says besides who says it and to whom; all words for attacks are one."""
    words = (word for word in WORD.findall(report.quote) if word.islower() and len(word) >= LEAST_WORD)
    common, attacks = _list("common") | _list("telling"), {stem(word) for word in _list("attacks")}
    stems = {stem(word) for word in words if word not in common} - {trigger_stem(report)} - named_stems(report)
    return {"attack" if one in attacks else one for one in stems}


def _is_said_of_other_things(a: Report, b: Report) -> bool:
    """Say whether two accusations, demands, refusals or threats share no word of what they are about."""
    said, others = _said(a), _said(b)
    return bool(said and others) and not said & others


def _is_a_further_one(later: Report) -> bool:
    """Say whether a sentence tells of one more deed: "also shot a boy", "Hours later a second bomb"."""
    if is_definite(later) or plover().quad(later.type).startswith("V"):
        return False
    low = max(later.trigger_start - later.start, 0)
    before = [word.lower() for word in WORD.findall(later.quote[:low])]
    further = _list("further")
    return bool(further & {*before[-NEAR_WORDS:], *before[:OPENING_WORDS]})
