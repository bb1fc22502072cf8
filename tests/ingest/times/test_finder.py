"""Times found in a text and resolved against its day."""

from datetime import date, timedelta

import edtf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import Published
from ingest.times import TimeFinder, build_times
from ingest.times.genre import Genre

DATA = build_times()
FINDER = TimeFinder(DATA)
WORDS = sorted(
    {word for entry in DATA["classes"].values() for word in entry["words"]}
    | {
        "1998",
        "31",
        "45",
        "3rd",
        "1990s",
        "'70s",
        "'96",
        "470s",
        "FY98",
        "8-5-2009",
        "'s",
        "-",
        "5:30",
        "6pm",
        "2008-12-05",
        "3/4/2008",
        "B.C.",
        "(",
        ")",
        "\n\n",
        "said",
        "²",
        "٣",
    }
)
RELATIVE = [
    "on Monday", "last Tuesday", "next Friday", "yesterday", "tomorrow night", "three days ago", "two weeks ago today",
    "this morning", "overnight", "over the weekend", "last week", "in the past two weeks", "late Thursday",
    "the week before last", "at 2000 GMT Thursday", "early next week", "a week ago Monday", "earlier today",
]  # fmt: skip
DAYS = st.dates(date(1950, 1, 1), date(2090, 1, 1))


def given_on(day: date) -> Published:
    return Published(day, day, "given")


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(WORDS), st.booleans()), max_size=40),
    st.sampled_from([None, date(1998, 2, 28)]),
    st.sampled_from([None, *Genre]),
)
def test_no_row_of_time_words_makes_it_fail(row: list[tuple[str, bool]], day: date | None, genre: Genre | None) -> None:
    text = " ".join(word.capitalize() if is_capital else word for word, is_capital in row)
    spans = FINDER.tag(text, genre=genre)

    for found in FINDER.resolve(text, spans, Published(day, day, "given")):
        assert text[found.start : found.end] == found.text
        if found.when and found.when.first and found.when.last:
            assert found.when.first <= found.when.last
        if found.when and found.when.edtf:
            assert edtf.parse_edtf(found.when.edtf)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_no_text_makes_it_fail(text: str) -> None:
    spans = FINDER.tag(text)

    FINDER.resolve(text, spans, given_on(date(2013, 6, 5)))


@pytest.mark.parametrize(
    "text",
    [
        f"It fell {'9' * 5000} million years ago.",
        f"It fell {'9' * 18} million years ago.",
        f"It came two {'million ' * 100}years ago.",
        f"It came {'9' * 18} weeks ago Monday.",
        f"They met {'9' * 18} days after Monday.",
        f"It is 3.{'9' * 400} centuries long.",
    ],
    ids=["digits", "millions", "words", "weeks", "days after", "decimals"],
)
@pytest.mark.parametrize("day", [date.min, date(2013, 6, 5), date.max, None])
def test_no_number_however_long_makes_it_fail_or_is_a_day(text: str, day: date | None) -> None:
    found = FINDER.resolve(text, FINDER.tag(text), Published(day, day, "given"))

    assert all(time.when is None or not time.when.is_day() or "Monday" in time.text for time in found)


@settings(deadline=None)
@given(st.sampled_from(RELATIVE), DAYS)
def test_a_week_later_everything_relative_is_a_week_later(expression: str, day: date) -> None:
    text = f"They met {expression} in town."
    early, late = (
        FINDER.resolve(text, FINDER.tag(text), given_on(published))[0].when for published in (day, day + timedelta(7))
    )

    assert early is not None
    assert late is not None
    assert early.first is not None
    assert late.first == early.first + timedelta(7)


@settings(deadline=None)
@given(st.sampled_from(["Monday", "Sunday night", "yesterday", "last Friday"]), DAYS, st.integers(1, 400), DAYS)
def test_bounds_of_publication_hold_whatever_the_day_was(
    expression: str, first: date, width: int, inside: date
) -> None:
    last = first + timedelta(width)
    day = first + timedelta((inside - date(1950, 1, 1)).days % (width + 1))
    text = f"They met on {expression}."
    spans = FINDER.tag(text)

    between = FINDER.resolve(text, spans, Published(first, last, "inferred"))[0].when
    exact = FINDER.resolve(text, spans, given_on(day))[0].when

    assert between is not None
    assert exact is not None
    assert between.first is not None and between.last is not None
    assert exact.first is not None and exact.last is not None
    assert between.first <= exact.first <= exact.last <= between.last


@pytest.mark.parametrize("expression", RELATIVE)
def test_without_a_day_of_publication_nothing_relative_is_a_day(expression: str) -> None:
    text = f"They met {expression} in town."

    for found in FINDER.resolve(text, FINDER.tag(text), Published(None, None, "inferred")):
        assert found.when is None or not found.when.is_day()


def test_coordinated_days_share_the_part_of_day() -> None:
    text = "Rockets were fired last Wednesday and Thursday night."

    times = FINDER.resolve(text, FINDER.tag(text), given_on(date(2019, 8, 26)))

    assert [found.value for found in times] == ["2019-08-21TNI", "2019-08-22TNI"]


@pytest.mark.parametrize(("country", "value"), [("GBR", "2008-04-03"), ("USA", "2008-03-04"), ("", "2008-03-04")])
def test_numerals_follow_the_country_of_the_text(country: str, value: str) -> None:
    text = "It was signed on 3/4/2008."

    assert FINDER.resolve(text, FINDER.tag(text), given_on(date(2008, 6, 1)), country)[0].value == value


@pytest.mark.parametrize(
    ("text", "edtf_text"),
    [
        ("Signed on 3/4/2008, it was changed on 23/4/2008.", "2008-04-03"),
        ("Signed on 3/4/2008, it was changed on 4/23/2008.", "2008-03-04"),
        ("Signed on 3/4/2008, it came into force on 1/6/2008.", "2008-04-03"),
        ("It was signed on 3/4/2008.", "2008-03-04/2008-04-03"),
        ("It was signed on 3.4.2008.", "2008-04-03"),
        ("It was signed on 4/4/2008.", "2008-04-04"),
    ],
)
def test_numerals_follow_what_their_own_text_tells_and_else_hold_both_readings(text: str, edtf_text: str) -> None:
    when = FINDER.resolve(text, FINDER.tag(text), given_on(date(2008, 6, 1)))[0].when

    assert when is not None
    assert when.edtf == edtf_text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ocurrió el 12 de mayo de 2009 en el norte.", "2009-05-12"),
        ("Foi assinado em 7 de março de 2010.", "2010-03-07"),
        ("Le 1er mars 2012, il est revenu.", "2012-03-01"),
        ("Am 3. Oktober 1990 war es soweit.", "1990-10-03"),
        ("Il 2 giugno 1946 votarono.", "1946-06-02"),
        ("Op 12 maart 2010 kwam hij terug.", "2010-03-12"),
        ("Он умер 12 августа 2000 г.", "2000-08-12"),
        ("Це сталося 24 серпня 1991 року.", "1991-08-24"),
        ("Dnia 3 maja 1991 uchwalono.", "1991-05-03"),
        ("15 Temmuz 2016 gecesi.", "2016-07-15"),
        ("Pada 17 Agustus 1945 merdeka.", "1945-08-17"),
        ("خرج الناس في 25 يناير 2011 إلى الشارع.", "2011-01-25"),
        ("הוכרזה ב-14 במאי 1948 בעיר.", "1948-05-14"),
        ("Στις 17 Νοεμβρίου 1973 βγήκαν.", "1973-11-17"),
        ("Den 3 maj 2010 kom han.", "2010-05-03"),
        ("La 22 decembrie 1989 a fugit.", "1989-12-22"),
        ("1956. október 23. volt.", "1956-10-23"),
        ("Tarehe 7 Aprili 1994 walifika.", "1994-04-07"),
        ("2011年3月11日に地震。", "2011-03-11"),
        ("2013년 6월 5일 발표.", "2013-06-05"),
    ],
)
def test_a_full_date_of_another_language_is_read(text: str, value: str) -> None:
    times = FINDER.resolve(text, FINDER.tag(text), given_on(date(2013, 6, 5)))

    assert value in [found.value for found in times]


def test_a_number_a_word_and_a_year_are_no_date() -> None:
    text = "Some 12 tanks 2009 models, 5 zebras 1998 and 7 volunteers 2012."

    assert "other-date" not in {span.rule for span in FINDER.tag(text)}


def test_a_distance_from_an_event_counts_from_its_day_where_it_was_told() -> None:
    text = "The ceasefire began on May 3, 2019 in the north. Two days after the ceasefire, troops withdrew."

    times = FINDER.resolve(text, FINDER.tag(text), given_on(date(2019, 6, 1)))

    assert times[1].value == "P2D"
    assert times[1].when is not None
    assert times[1].when.edtf == "2019-05-05"


@pytest.mark.parametrize(
    ("text", "edtf_text"),
    [
        ("He fasted during Ramadan 2013.", "2013-07-09~/2013-08-07~"),
        ("It was quiet on Yom Kippur 1973.", "1973-10-06"),
        ("They agreed on Good Friday 1998.", "1998-04-10"),
        ("The truce for Orthodox Easter 2022 failed.", "2022-04-24"),
        ("Since the second intifada, walls have risen.", "2000-09-28/2005-02-08"),
        ("He rose during the Cold War.", "1947/1991-12-26"),
        ("Diwali 2019 was loud.", "2019-10-27"),
    ],
)
def test_named_days_and_periods_come_from_their_calendars_and_tables(text: str, edtf_text: str) -> None:
    when = FINDER.resolve(text, FINDER.tag(text), given_on(date(2023, 6, 5)))[0].when

    assert when is not None
    assert when.edtf == edtf_text


@pytest.mark.parametrize(
    "text",
    ["The Tet offensive shook them.", "The 19 April Movement agreed.", "They won 2:1.", "Theresa May resigned."],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert FINDER.tag(text) == ()


@pytest.mark.parametrize(
    ("text", "edtf_text"),
    [
        ("He left less than two weeks ago.", "2019-08-12/2019-08-26"),
        ("He left more than two weeks ago.", "/2019-08-12"),
        ("He will be back less than two weeks from now.", "2019-08-26/2019-09-09"),
    ],
)
def test_less_and_more_than_a_distance_are_bounds(text: str, edtf_text: str) -> None:
    published = Published(date(2019, 8, 26), date(2019, 8, 26), "given")
    (time,) = FINDER.resolve(text, FINDER.tag(text), published)

    assert time.when is not None
    assert time.when.edtf == edtf_text


@pytest.mark.parametrize(("aside", "day"), [("", "2019-08-20"), ("Nobody else was told. " * 25, "2019-08-27")])
def test_later_in_the_day_means_the_day_just_told_or_else_the_day_of_the_news(aside: str, day: str) -> None:
    text = f"HARARE, Aug 27 (Agency) - The talks that began on August 20 went on. {aside}He left later in the day."
    published = given_on(date(2019, 8, 27))

    times = FINDER.resolve(text, FINDER.tag(text, published=published.first), published, "ZWE")

    assert times[-1].value == day


@pytest.mark.parametrize(
    "text",
    [
        "The ceasefire began on 1 June 2019. Two days after the ceasefire shells fell.",
        "Two days after the ceasefire of 1 June 2019, shells fell.",
        "The ceasefire began on 1 June 2019. Two days into the ceasefire shells fell.",
    ],
)
def test_a_distance_from_an_event_counts_from_the_day_told_of_it_before_or_right_behind_it(text: str) -> None:
    published = Published(date(2019, 6, 14), date(2019, 6, 14), "given")

    times = FINDER.resolve(text, FINDER.tag(text), published)

    assert "2019-06-03" in [time.when.edtf for time in times if time.when]


@pytest.mark.parametrize("text", ["In the last days of 2023, shells fell.", "In the last days of the war shells fell."])
def test_the_last_days_of_something_else_are_not_those_before_publication(text: str) -> None:
    published = Published(date(2024, 3, 14), date(2024, 3, 14), "given")

    times = FINDER.resolve(text, FINDER.tag(text, genre=Genre.NEWS), published)

    assert times[0].when is None
