"""Finds the times of a text: what the pipeline calls."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from graph.model import Basis, Grain, Published, When
from ingest.document import Constraint, TimeExpression
from ingest.errors import LexiconError
from ingest.times.around import make_around, read_around
from ingest.times.genre import Genre
from ingest.times.grammar import FOLDER, compile_grammar, read_grammar
from ingest.times.meaning import Span
from ingest.times.names import NameFinder, read_names
from ingest.times.publication import date_article
from ingest.times.resolver import BY_KIND, answers
from ingest.times.screening import CHECKS
from ingest.times.story import Answer
from ingest.times.tagger import Tagger
from ingest.times.values import interval, when_of


def build_times(folder: Path = FOLDER) -> dict[str, Any]:
    """Read and check the lexicons of time. Gives plain values; raises LexiconError for a bad entry."""
    grammar = read_grammar(folder)
    for rule_id, rule in grammar["rules"].items():
        if rule["kind"] not in BY_KIND:
            raise LexiconError(folder, rule_id, f"kind is {rule['kind']!r}", " or ".join(sorted(BY_KIND)))
        for check in rule.get("refuse", ()):
            if check not in CHECKS:
                raise LexiconError(folder, rule_id, f"refuse has {check!r}", " or ".join(sorted(CHECKS)))
    return {**grammar, **read_names(folder), "around": read_around(folder / "around.toml")}


class TimeFinder:
    """Tags and resolves time expressions, with one set of lexicons."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._around = make_around(data["around"], data["classes"])
        self._tagger = Tagger(compile_grammar(dict(data)), NameFinder(data, self._around), self._around)
        self._names = {"days": data["days"], "periods": data["periods"]}

    def tag(self, text: str, *, published: date | None = None, genre: Genre | None = None) -> tuple[Span, ...]:
        """Find the time expressions of a text, in order, with what their own words mean.

        published: the day the text came out where it is given; it helps to tell news from narratives.
        genre: which of the two it is, where the caller knows.
        """
        return self._tagger.tag(text, published, genre)

    def date_article(
        self,
        text: str,
        spans: tuple[Span, ...],
        given: date | None,
        constraints: tuple[Constraint, ...] = (),
        today: date | None = None,
    ) -> Published:
        """Say when an article came out, as given, by its dateline, or as far as its words and constraints tell.

        given: the day its source states; today: the day it is read, if known. Constraints that contradict each other
        are left out, the later ones first.
        """
        return date_article(text, spans, given, constraints, today=today, around=self._around)

    def resolve(
        self, text: str, spans: tuple[Span, ...], published: Published, country: str = ""
    ) -> tuple[TimeExpression, ...]:
        """Resolve the expressions of a text against its publication.

        Where the day of publication is not known, what leans on it has bounds or no time at all.
        country (ISO 3166-1 alpha-3): whose way of writing dates in digits the text follows.
        """
        if not spans:
            return ()
        genre = spans[0].genre
        if published.day or (published.first is None and published.last is None):
            read = answers(text, spans, genre, published.day, self._names, self._around, country)
            return tuple(_expression(span, answer) for span, answer in read)
        ends = [
            [_expression(*one) for one in answers(text, spans, genre, end, self._names, self._around, country)]
            for end in (published.first, published.last, None)
        ]
        return tuple(
            _by_weekday(span, early, late) or _between(early, late, undated)
            for span, early, late, undated in zip(spans, *ends, strict=True)
        )


def _expression(span: Span, answer: Answer) -> TimeExpression:
    """Put an answer into the form of TIMEX3, with its When."""
    modifier = span.meaning.modifier
    when: When | None
    if answer.edtf:
        when = When(
            answer.first, answer.last, Grain.UNKNOWN, answer.basis, answer.edtf, span.text, span.start, span.end
        )
    elif answer.type in {"DATE", "TIME"}:
        when = when_of(answer.value, modifier, answer.basis, span.text, span.start, span.end)
    else:
        when = None
    return TimeExpression(span.start, span.end, span.text, answer.type, answer.value, when, span.rule, modifier)


def _by_weekday(span: Span, early: TimeExpression, late: TimeExpression) -> TimeExpression | None:
    """Choose between two years by the weekday told beside a month and day, None where it does not tell them apart."""
    weekday, meaning = span.meaning.weekday, span.meaning
    whens = [one.when for one in (early, late) if one.when and one.when.is_day() and one.when.first]
    if meaning.kind != "date" or not weekday or meaning.year or len(whens) != 2:
        return None
    days = [when.first for when in whens if when.first]
    fitting = [one for one, day in zip((early, late), days, strict=True) if day.isoweekday() == weekday]
    if days[1].year - days[0].year > 1 or len(fitting) != 1 or fitting[0].when is None:
        return None
    return replace(fitting[0], when=replace(fitting[0].when, basis=Basis.INFERRED))


def _between(early: TimeExpression, late: TimeExpression, undated: TimeExpression) -> TimeExpression:
    """Join what an expression means at the first and the last possible day of publication.

    undated: what it means where nothing is known of that day; its value holds whatever the day.
    """
    if early.value == late.value and early.when == late.when:
        return early
    first = early.when.first if early.when else None
    last = late.when.last if late.when else None
    if first and last and first > last:
        first, last = last, first
    edtf = interval(first, last)
    when = When(first, last, Grain.UNKNOWN, Basis.INFERRED, edtf, early.text, early.start, early.end) if edtf else None
    return replace(undated, when=when)
