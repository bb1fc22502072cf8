"""Tells dates that cannot be: a year out of range after a day, a day that no month has.

What is left of such a date ("1 January" of "1 January 10000") would be another date, so the whole of it gets none.
"""

from collections.abc import Sequence
from dataclasses import replace

from ingest.times.around import Around
from ingest.times.meaning import Meaning, Span
from ingest.times.tokens import Word, shape

NOTHING = "nothing"
YEARLY = frozenset({"season", "quarter", "half", "named-day", "calendar-day"})
YEAR_DIGITS = 4
DASHES = frozenset("-–—")
EDGE = Word("\n", 0, 0, False)


def whole_date(span: Span, text: str, words: Sequence[Word], around: Around) -> Span:
    """Give an expression as it is, or the impossible date it is a part of, which means no time.

    A number behind a day is its year where the text goes on as after a date; "14 Ramadan 5779" is one of its calendar.
    """
    told = span.meaning.date or span.meaning
    if told.year is not None or told.short_year is not None or told.reference:
        first = _first_of_no_day(span, told, words) if told.year is not None else span.first
        return span if first == span.first else _none(span, text, words, first, span.last)
    if not told.month and span.meaning.kind not in YEARLY:
        return span
    last = _last_of_no_year(span, told, words, around)
    if last > span.last and span.meaning.kind == "calendar-day" and len(words[last].lower) <= YEAR_DIGITS:
        year = replace(span.meaning, year=int(words[last].lower))
        return replace(span, end=words[last].end, text=text[span.start : words[last].end], last=last, meaning=year)
    first = _first_of_no_day(span, told, words) if _ends(words, last, around) else span.first
    return span if (first, last) == (span.first, span.last) else _none(span, text, words, first, last)


def _none(span: Span, text: str, words: Sequence[Word], first: int, last: int) -> Span:
    """Make the words of an impossible date an expression that means no time."""
    start, end = words[first].start, words[last].end
    meaning = Meaning(NOTHING)
    return replace(span, start=start, end=end, text=text[start:end], meaning=meaning, first=first, last=last)


def _word(words: Sequence[Word], place: int) -> Word:
    return words[place] if 0 <= place < len(words) else EDGE


def _ends(words: Sequence[Word], last: int, around: Around) -> bool:
    """Say whether a text goes on as after a date rather than with what a number counts."""
    return around.has("after-date", _word(words, last + 1).lower)


def _first_of_no_day(span: Span, told: Meaning, words: Sequence[Word]) -> int:
    """Give the place of a number no month has as a day, right before a month; else where the expression begins."""
    is_open = told.month and not told.day and span.meaning.kind == "date" and not span.meaning.modifier
    before = _word(words, span.first - 1)
    if is_open and _is_no_day(before.lower) and _word(words, span.first - 2).lower not in DASHES:
        return span.first - 1
    return span.first


def _last_of_no_year(span: Span, told: Meaning, words: Sequence[Word], around: Around) -> int:
    """Give the place of a number that can only be the year of an expression, or a day with its year; else its last."""
    sign = _word(words, span.last + 1).lower
    is_parted = sign == "of" or (sign == "," and (told.day or told.name))
    place = span.last + 1 + bool(is_parted)
    number = _word(words, place).lower
    if told.month and not told.day and not is_parted and _is_no_day(number):
        year = place + 1 + (_word(words, place + 1).lower == ",")
        if "year" in shape(_word(words, year).lower):
            return year
        return place if _ends(words, place, around) else span.last
    is_year = _is_no_year(number) or (not is_parted and _is_no_day(number))
    return place if is_year and _ends(words, place, around) else span.last


def _is_no_day(word: str) -> bool:
    return word.isascii() and word.isdigit() and len(word) <= 2 and not 1 <= int(word) <= 31


def _is_no_year(word: str) -> bool:
    """Say whether digits are nought, too many or too few for a year, and no time of day."""
    if not (word.isascii() and word.isdigit() and (len(word) > 2 or int(word) == 0)):
        return False
    is_clock = word[0] == "0" and word != "0000" and "military-clock" in shape(word)
    return "year" not in shape(word) and not is_clock
