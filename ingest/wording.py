"""What the sentences of two reports say of whether they tell one event: their words, and how the deeds hang together.

All of it is read from the reports' own quotes, so it holds whatever order articles come in.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache, lru_cache

from graph.model import Argument, Report, Role, Toll
from ingest.lexicon import LEXICONS, read_toml

TABLE = LEXICONS / "wording.toml"
WORD = re.compile(r"[^\W_]+")
COUNTING = re.compile(r"\bover (?=\d)")  # says how many, and of no cause
STEM, LEAST_WORD, MOST_APART = 5, 4, 120
OUTCOMES = frozenset({"killed", "injured"})


@dataclass(frozen=True, slots=True)
class Words:
    """The lists of wording.toml; it says of each what it is; outcomes and signing are stems, alike groups of modes."""

    common: frozenset[str]
    apart: frozenset[str]
    outcomes: frozenset[str]
    denying: frozenset[str]
    definite: frozenset[str]
    pointing: frozenset[str]
    means: frozenset[str]
    signing: frozenset[str]
    another: frozenset[str]
    alike: tuple[frozenset[str], ...]


@cache
def _words() -> Words:
    """Give the lists, read once. Raises LexiconError where the file is broken."""
    table = read_toml(TABLE, wanted=("source",))
    wanted = {item.name for item in fields(Words)}
    lists = {name: frozenset(entry["words"].split()) for name, entry in table.items() if name in wanted - {"alike"}}
    for name in ("outcomes", "signing"):
        lists[name] = frozenset(map(stem, lists[name]))
    alike = tuple(frozenset(entry["alike"].split()) for entry in table.values() if "alike" in entry)
    return Words(**lists, alike=alike)


def are_modes_alike(a: str, b: str) -> bool:
    """Say whether reporters use two modes for one another.

    >>> are_modes_alike("drone", "explosives"), are_modes_alike("drone", "firearms")
    (True, False)
    """
    return any({a, b} <= family for family in _words().alike)


def is_means(mode: str) -> bool:
    """Say whether a mode tells a deed done with a weapon, of which deaths may be the outcome."""
    return mode in _words().means


def stem(word: str) -> str:
    """Give the first letters of a word, by which words of one root are known."""
    return word.lower()[:STEM]


@lru_cache(maxsize=50_000)
def _stems(quote: str) -> frozenset[str]:
    """Give the stems of a sentence's words that say something, numbers among them."""
    words = WORD.findall(quote)
    return frozenset(
        stem(w) for w in words if (len(w) >= LEAST_WORD or w.isdigit()) and w.lower() not in _words().common
    )


def trigger_stem(report: Report) -> str:
    """Give the first letters of the word that tells the event, "" where the quote does not hold it."""
    low, high = report.trigger_start - report.start, report.trigger_end - report.start
    return stem(report.quote[low:high]) if 0 <= low < high <= len(report.quote) else ""


def named_stems(report: Report) -> frozenset[str]:
    """Give the stems of the words that name who, whom and where, which count elsewhere."""
    texts = [argument.text for argument in (*report.actors, *report.recipients, *report.mediators)]
    texts += [report.place.text, report.place.place.name] if report.place else []
    return frozenset(stem(word) for text in texts for word in WORD.findall(text))


def shared_words(a: Report, b: Report) -> int:
    """Count the telling words that both sentences have, without the triggers and without names told apart."""
    return len(
        (_stems(a.quote) & _stems(b.quote)) - {trigger_stem(a), trigger_stem(b)} - named_stems(a) - named_stems(b)
    )


def _call_signs(text: str) -> Iterator[str]:
    """Give a name and its initials, where it has three words or more: "African National Congress", "ANC"."""
    yield text
    initials = "".join(word[0] for word in WORD.findall(text) if word[0].isupper())
    if len(initials) > 2:
        yield initials


def _bare_and_full(a: Report, b: Report) -> tuple[Report, tuple[Argument, ...]] | None:
    """Give a report without parties and the parties of the other."""
    bare, full = (a, b) if not (a.actors or a.recipients) else (b, a)
    return None if bare.actors or bare.recipients else (bare, (*full.actors, *full.recipients))


def names_parties_of(a: Report, b: Report, surname_of: Callable[[str], str]) -> bool:
    """Say whether the sentence of one report, which has no parties, names a party of the other.

    surname_of: gives a person's last name, by the actor's id, "" for one that is no person.
    """
    if not (found := _bare_and_full(a, b)):
        return False
    bare, parties = found
    words = f" {' '.join(WORD.findall(bare.quote))} "
    signs = {sign for party in parties if party.text[:1].isupper() for sign in _call_signs(party.text)}
    signs |= {surname_of(party.actor) for party in parties} - {""}
    return any(f" {' '.join(WORD.findall(sign))} " in words for sign in signs)


def speaks_of_parties_of(a: Report, b: Report) -> bool:
    """Say whether the sentence of one report, which has no parties, has an adjective of a party of the other.

    "Malian" is told by the first letters of "Mali" where both have STEM of them: "Chadian" of "Chad" is not.
    """
    if not (found := _bare_and_full(a, b)):
        return False
    bare, parties = found
    names = {stem(one.text) for one in parties if one.text[:1].isupper() and one.text.isalpha()}
    names = {name for name in names if len(name) == STEM}
    return bool(names & {stem(word) for word in WORD.findall(bare.quote) if word[0].isupper()})


def names_place(report: Report, place: str) -> bool:
    """Say whether the sentence of a report names a place, whatever place it was given."""
    return bool(place) and f" {' '.join(WORD.findall(place))} " in f" {' '.join(WORD.findall(report.quote))} "


def has_same_trigger(a: Report, b: Report) -> bool:
    """Say whether one word tells both: "signed" and "signed", "attack" and "attacked"."""
    told = trigger_stem(a)
    return len(told) >= LEAST_WORD and told == trigger_stem(b)


def is_signed_again(a: Report, b: Report) -> bool:
    """Say whether a signing is told a second time by the same word, and of no other paper in its article."""
    later = max(a, b, key=lambda report: report.trigger_start)
    is_new = a.article == b.article and _word_behind(later) in _words().another
    return has_same_trigger(a, b) and trigger_stem(a) in _words().signing and not is_new


def is_signed_for_a_side(a: Report, b: Report) -> bool:
    """Say whether the second of two reports of one article says that somebody signed for others."""
    later = max(a, b, key=lambda report: report.trigger_start)
    return a.article == b.article and _word_behind(later) == "for"


def _word_behind(report: Report) -> str:
    words = WORD.findall(report.quote[max(report.trigger_end - report.start, 0) :].lower())
    return words[0] if words else ""


def is_definite(report: Report) -> bool:
    """Say whether the event is told as one known already: "the attack", "the two explosions"."""
    low = report.trigger_start - report.start
    words = WORD.findall(report.quote[: max(low, 0)].lower())[-2:]
    return bool(_words().definite & set(words) or _words().pointing & set(words[-1:]))


def _between(a: Report, b: Report) -> str:
    """Give the words between the triggers of two deeds of one sentence."""
    low, high = sorted((a, b), key=lambda report: report.trigger_start)
    return COUNTING.sub("", low.quote[max(low.trigger_end - low.start, 0) : max(high.trigger_start - low.start, 0)])


def are_set_apart(a: Report, b: Report) -> bool:
    """Say whether a word between two deeds of one sentence sets them apart, as "and" alone does not."""
    return bool(set(WORD.findall(_between(a, b).lower())) & (_words().apart - {"and"}))


def _is_named_as_doer(deed: Report, outcome: Report) -> bool:
    """Say whether one deed is what did the other: "an air strike" of "an air strike killed ten"."""
    return any(
        thing.role == Role.ACTOR and thing.start <= deed.trigger_start and deed.trigger_end <= thing.end
        for thing in outcome.things
    )


def _doers(report: Report) -> frozenset[int]:
    """Give where those who do it, known or not, stand in the text."""
    things = (thing.start for thing in report.things if thing.role == Role.ACTOR)
    return frozenset((*things, *(argument.start for argument in report.actors)))


def _is_outcome(report: Report) -> bool:
    return not report.mode and bool(report.tolls.keys() & OUTCOMES)


def _clash(a: Mapping[str, Toll], b: Mapping[str, Toll]) -> bool:
    return any(a[effect] != b[effect] for effect in a.keys() & b.keys())


def is_deed_and_outcome(a: Report, b: Report) -> bool:
    """Say whether one sentence tells a deed and what came of it: "a car blew up and killed ten".

    The deed is what did it, or one doer did both, or both have one count and nothing sets them apart.
    """
    if a.type != b.type or not (_is_outcome(a) or _is_outcome(b)) or _clash(a.tolls, b.tolls):
        return False
    words, lists = set(WORD.findall(_between(a, b).lower())), _words()
    if any(mode and mode not in lists.means for mode in (a.mode, b.mode)) or words & lists.denying:
        return False
    if abs(a.trigger_start - b.trigger_start) > MOST_APART:
        return False
    if _is_named_as_doer(a, b) or _is_named_as_doer(b, a):
        return True
    if _doers(a) & _doers(b):
        return not words & (lists.apart - {"and"})
    counted = [toll for effect, toll in a.tolls.items() if toll.low and b.tolls.get(effect) == toll]
    is_listed = (trigger_stem(a) in lists.outcomes) != (trigger_stem(b) in lists.outcomes)
    return bool(counted) and not words & (lists.apart - {"and"} if is_listed else lists.apart)
