"""Finds time expressions: the longest stretch of words that a rule fits, with its meaning."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from ingest.times.around import Around
from ingest.times.genre import Genre, genre_of
from ingest.times.grammar import Grammar, Rule
from ingest.times.impossible import whole_date
from ingest.times.meaning import Span, read_meaning
from ingest.times.names import Match, NameFinder
from ingest.times.screening import CHECKS, Scene
from ingest.times.tokens import Word, words_of

REACH = 3
SHOUT_SAMPLE = 800
KNOWN_RUN = re.compile("[^x]+")
PHRASE_WORDS = 6
NAMED_DAY = Rule("named-day", "DATE", "named-day", "", {}, ("name-of-show", "name-in-story"))
PERIOD = Rule("period", "DATE", "period", "news", {}, ())
NAME_ORDER = -2000
YEAR = re.compile("1[0-9]{3}|20[0-9]{2}")
EXTENDED = frozenset({"duration", "stretch", "nth-day"})


class Candidate(NamedTuple):
    """A rule that fits words first to last (last included); of the same words the lowest order wins."""

    rule: Rule
    order: int
    first: int
    last: int
    kept: dict[str, list[str]]


class Tagger:
    """Finds the time expressions of texts with one grammar."""

    def __init__(self, grammar: Grammar, names: NameFinder, around: Around) -> None:
        self._grammar, self._names, self._around = grammar, names, around
        self._triggers = grammar.alphabet.triggers()

    def tag(self, text: str, published: date | None = None, genre: Genre | None = None) -> tuple[Span, ...]:
        """Find all expressions. genre: how the text tells time, where the caller knows."""
        words = words_of(text)
        genre = genre or genre_of(text, words, self._around, published)
        places, codes = self._searched(self._grammar.alphabet.encode(words))
        candidates = self._candidates(codes, places, words, genre)
        parts = self._grammar.values["modifier"]
        named = (_named(words, match, parts, self._around) for match in self._names.find(words))
        candidates += [one for one in named if one.rule.genre in {"", genre}]
        is_shouted = text[:SHOUT_SAMPLE].isupper()
        spans = []
        for candidate in self._chosen(candidates, words, genre, is_shouted):
            rule = candidate.rule
            meaning = read_meaning(rule.kind, rule.given, candidate.kept, self._grammar.values)
            start, end = words[candidate.first].start, words[candidate.last].end
            spans.append(
                Span(start, end, text[start:end], rule.type, rule.id, meaning, candidate.first, candidate.last, genre)
            )
        spans = [_fit(whole_date(span, text, words, self._around), words, text, self._around) for span in spans]
        return tuple(_apart(sorted(spans, key=lambda span: span.start)))

    def _searched(self, codes: str) -> tuple[list[int], str]:
        """Leave out the words around which no expression can stand.

        Gives for every character kept the word it stands for, and the characters.
        """
        places: list[int] = []
        kept: list[str] = []
        done = 0
        for run in KNOWN_RUN.finditer(codes):
            if self._triggers.isdisjoint(run[0]):
                continue
            start, end = max(run.start() - REACH, done), min(run.end() + 1, len(codes))
            kept += [codes[start:end], "x"]
            places += [*range(start, end), end]
            done = end
        return places, "".join(kept)

    def _candidates(self, codes: str, places: list[int], words: list[Word], genre: Genre) -> list[Candidate]:
        present = set(codes)
        found = []
        for order, (rule, need) in enumerate(self._grammar.patterns):
            if (rule.genre and rule.genre != genre) or any(present.isdisjoint(one) for one in need.codes):
                continue
            for match in need.pattern.finditer(codes):
                first, last = _extent(match)
                if last >= first:
                    kept = _kept(match, places, words)
                    has_context = last - first + 1 < match.end() - match.start()
                    found.append(Candidate(rule, order - 1000 * has_context, places[first], places[last], kept))
        return found

    def _chosen(
        self, candidates: list[Candidate], words: list[Word], genre: Genre, is_shouted: bool
    ) -> list[Candidate]:
        """Take the longest first; among equals, the rule that stands first."""
        candidates.sort(key=lambda c: (c.first - c.last, c.order, c.first))
        used = bytearray(len(words) + 1)
        chosen = []
        for candidate in candidates:
            if any(used[candidate.first : candidate.last + 1]):
                continue
            scene = Scene(words, candidate.first, candidate.last, genre, is_shouted, self._around)
            if any(CHECKS[name](scene) for name in candidate.rule.refuse):
                continue
            used[candidate.first : candidate.last + 1] = b"\1" * (candidate.last + 1 - candidate.first)
            chosen.append(candidate)
        return chosen


def _named(words: list[Word], match: Match, parts: Mapping[str, str], around: Around) -> Candidate:
    """Make a candidate of a name, with the words before and the year after it. parts: "end", "start" and the like."""
    kept = {"name": ["|".join(match.ids)]}
    first, last = match.first, match.last
    if not match.is_day:
        return Candidate(PERIOD, NAME_ORDER, first, last, kept)
    before = words[first - 1].lower if first else ""
    has_of = any(word.lower == "of" for word in words[first : last + 1])
    if around.has("choosing", before):
        kept["offset"] = [before]
        first -= 1
    elif before == "of" and first > 1 and around.has("eve", words[first - 2].lower):
        kept["shift"] = ["last"]
        first -= 2 + (first > 2 and words[first - 3].lower == "the")
    elif before == "the" and has_of:
        first -= 1
    elif before == "of" and first > 1 and words[first - 2].lower in parts:
        kept["modifier"] = [words[first - 2].lower]
        first -= 2 + (first > 2 and words[first - 3].lower == "the")
    for gap in (1, 2):
        place = last + gap
        is_next = gap == 1 or (place <= len(words) and words[place - 1].lower in {",", "of", "in"})
        if is_next and place < len(words) and YEAR.fullmatch(words[place].lower):
            kept["year"], last = [words[place].lower], place
            break
    else:
        if _word(words, last + 2) == "year" and around.has("choosing", _word(words, last + 1)) and "offset" not in kept:
            kept["offset"], kept["unit"], last = [words[last + 1].lower], ["year"], last + 2
    return Candidate(NAMED_DAY, NAME_ORDER, first, last, kept)


def _extent(match: re.Match[str]) -> tuple[int, int]:
    """Give the first and last character of the expression in a match with or without context."""
    groups = match.re.groupindex
    if "from_" in groups:
        return match.start("from_"), match.end("to_") - 1
    return match.start(), match.end() - 1


def _kept(match: re.Match[str], places: list[int], words: list[Word]) -> dict[str, list[str]]:
    """Give the words the pattern kept, by role."""
    kept: dict[str, list[str]] = {}
    for name in match.re.groupindex:
        if name[-1] != "_" and match.start(name) >= 0:
            role = name.rpartition("__")[0].replace("_", "-")
            row = [words[places[i]].lower for i in range(*match.span(name))]
            if row:
                kept.setdefault(role, []).extend(row)
    return kept


def _fit(span: Span, words: list[Word], text: str, around: Around) -> Span:
    """Move the ends of an expression to where the annotation of its genre puts them.

    News leaves out "just" and "only"; narratives take in what fills a duration ("two months of battles").
    """
    if span.genre is Genre.NEWS:
        if around.has("lead", words[span.first].lower) and span.last > span.first:
            start = words[span.first + 1].start
            return replace(span, start=start, text=text[start : span.end], first=span.first + 1)
        return span
    if (span.meaning.kind not in EXTENDED and span.rule != "anniversary") or _word(words, span.last + 1) != "of":
        return span
    stop = span.last + 2
    while (
        stop < min(len(words), span.last + 2 + PHRASE_WORDS - 1)
        and words[stop].lower not in around.lists["phrase-stop"]
    ):
        stop += 1
    while stop > span.last + 2 and around.has("determiner", words[stop - 1].lower):
        stop -= 1
    if stop == span.last + 2:
        return span
    return replace(span, end=words[stop - 1].end, text=text[span.start : words[stop - 1].end], last=stop - 1)


def _apart(spans: list[Span]) -> Iterator[Span]:
    """Leave out what lies within the expression before it: the year of a day that cannot be."""
    end = 0
    for span in spans:
        if span.start >= end:
            yield span
            end = span.end


def _word(words: list[Word], place: int) -> str:
    return words[place].lower if place < len(words) else ""
