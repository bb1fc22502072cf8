"""Every dispatch in seeds/ says what it is, when it was printed and where its facts can be checked."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from graph.model import Article
from ingest import readers
from ingest.readers.text import split_front_matter

SEEDS = Path(__file__).parents[2] / "seeds"
DISPATCHES = sorted(SEEDS.glob("*.txt"))
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
MONTH = "|".join(MONTHS)
DATELINE = re.compile(
    rf"[A-Z][A-Z' ,]+ - |[A-Z][A-Z' ,]+, (?:(?P<m>{MONTH}) (?P<d>\d+)|(?P<d2>\d+) (?P<m2>{MONTH})) - "
)
WEEKDAY_AND_DATE = re.compile(
    rf"\b({'|'.join(DAYS)}),? (?:(?P<m>{MONTH}) (?P<d>\d+)|(?P<d2>\d+) (?P<m2>{MONTH}))(?:,? (?P<y>\d{{4}}))?"
)

each_dispatch = pytest.mark.parametrize("path", DISPATCHES, ids=lambda path: path.stem)


def _facts_and_text(path: Path) -> tuple[dict[str, str], str]:
    facts, text = split_front_matter(path.read_text(encoding="utf-8"), path)
    return {key: fact.text for key, fact in facts.items()}, text


def _printed(path: Path) -> date:
    """Give the day of print: it opens the file's name."""
    return date.fromisoformat(path.name[:10])


def _month_and_day(match: re.Match[str]) -> tuple[int, int]:
    return MONTHS.index(match["m"] or match["m2"]) + 1, int(match["d"] or match["d2"])


def _weekdays_with_dates(path: Path) -> Iterator[tuple[str, str, date]]:
    """Give each weekday beside a date: its words, the weekday, and the nearest such day to the day of print."""
    printed = _printed(path)
    for match in WEEKDAY_AND_DATE.finditer(_facts_and_text(path)[1]):
        month, day = _month_and_day(match)
        years = [int(match["y"])] if match["y"] else [printed.year - 1, printed.year, printed.year + 1]
        nearest = min((date(year, month, day) for year in years), key=lambda then: abs(then - printed))
        yield match[0], match[1], nearest


def test_there_are_enough_dispatches() -> None:
    assert len(DISPATCHES) >= 43


@each_dispatch
def test_a_dispatch_states_its_date_its_origin_and_two_sources(path: Path) -> None:
    facts, _ = _facts_and_text(path)
    sources = [source.strip() for source in facts["sources"].split("|")]
    assert facts["note"].startswith("Written for this project from public facts.")
    assert facts["source"].startswith("Casus dispatch, ")
    assert facts["language"] == "en"
    assert len(sources) >= 2
    assert all(sources)
    stated = facts["date"] if "date" in facts else re.findall(r"Day of print \(([\d-]+)\)", facts["note"])[0]
    assert stated == _printed(path).isoformat()


@each_dispatch
def test_a_dispatch_has_a_title_and_150_to_500_words(path: Path) -> None:
    title, _, body = _facts_and_text(path)[1].strip().partition("\n")
    assert body.startswith("\n")
    assert not title.endswith(".")
    assert 150 <= len(body.split()) <= 500


@each_dispatch
def test_a_dateline_bears_the_day_of_print(path: Path) -> None:
    body = _facts_and_text(path)[1].strip().partition("\n")[2].strip()
    match = DATELINE.match(body)
    assert match
    if match["m"] or match["m2"]:
        assert _month_and_day(match) == (_printed(path).month, _printed(path).day)
    else:
        assert "date" not in _facts_and_text(path)[0]


@each_dispatch
def test_a_weekday_beside_a_date_is_that_day(path: Path) -> None:
    wrong = [words for words, weekday, then in _weekdays_with_dates(path) if DAYS[then.weekday()] != weekday]
    assert not wrong


@each_dispatch
def test_no_date_lies_long_after_the_day_of_print(path: Path) -> None:
    years = [int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", _facts_and_text(path)[1])]
    assert all(year <= (_printed(path) + timedelta(days=366)).year for year in years)


@each_dispatch
def test_a_dispatch_is_plain_utf8_without_quotation_marks(path: Path) -> None:
    whole = path.read_bytes().decode("utf-8")
    assert whole.endswith("\n")
    assert unicodedata.is_normalized("NFC", whole)
    assert all(sign == "\n" or sign.isprintable() for sign in whole)
    assert not set(_facts_and_text(path)[1]) & set('"“”„«»')


def test_the_text_reader_reads_every_dispatch() -> None:
    for path in DISPATCHES:
        (article,) = readers.read(path)
        assert isinstance(article, Article)
        assert article.title
        assert article.source.startswith("Casus dispatch, ")


def test_the_readme_lists_every_dispatch() -> None:
    readme = (SEEDS / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in DISPATCHES if path.name not in readme] == []
