"""The day an article came out: given, in its dateline, or inferred."""

from datetime import date

import pytest

from graph.model import Basis, Published
from ingest.document import Constraint
from ingest.times import TimeFinder, build_times

FINDER = TimeFinder(build_times())
TERM = Constraint(date(2018, 11, 18), date(2020, 5, 17), "who was minister of defence")


def dated(text: str, given: date | None = None, *constraints: Constraint, today: date | None = None) -> Published:
    return FINDER.date_article(text, FINDER.tag(text), given, constraints, today)


def test_a_given_day_is_the_day() -> None:
    assert dated("On 5 May 2001 they met.", date(2019, 8, 26)) == Published(
        date(2019, 8, 26), date(2019, 8, 26), "given"
    )


@pytest.mark.parametrize(
    "text",
    [
        "CAIRO, 26 August 2019 (Agency) - They met.",
        "Talks resume\nAugust 26, 2019\nThey met in Cairo.",
        "BOGOTA, 26 AUG 19 -- THE ARMY SAID SO.",
    ],
)
def test_a_dateline_is_the_day(text: str) -> None:
    published = dated(text)

    assert (published.day, published.basis) == (date(2019, 8, 26), "dateline")


def test_a_day_told_in_a_sentence_is_no_dateline() -> None:
    published = dated("The truce of 26 August 2019 was broken when rockets were fired.")

    assert (published.first, published.last, published.basis) == (date(2019, 8, 26), None, "inferred")


def test_past_times_and_terms_of_office_bound_the_day_with_reasons() -> None:
    published = dated("They have fought three wars since 2008. Rockets were fired on Sunday.", None, TERM)

    assert (published.first, published.last) == (date(2018, 11, 18), date(2020, 5, 17))
    assert published.reasons == ("who was minister of defence",)


def test_a_dateline_without_its_year_takes_the_one_the_constraints_leave() -> None:
    published = dated(
        "CAIRO, Aug. 26 (Agency) - They met.", None, Constraint(date(2019, 3, 1), date(2020, 2, 1), "term")
    )

    assert published.day == date(2019, 8, 26)


def test_a_weekday_beside_a_day_chooses_the_year() -> None:
    published = dated("They met on Monday, August 26, and left.", None, TERM)

    assert published.first is not None and published.last is not None
    assert date(2019, 2, 1) < published.first < date(2019, 8, 26) < published.last < date(2020, 3, 1)


def test_constraints_that_contradict_do_not_make_a_day() -> None:
    early = Constraint(None, date(2001, 1, 1), "first")
    late = Constraint(date(2010, 1, 1), None, "second")

    assert dated("They met.", None, early, late) == Published(None, date(2001, 1, 1), "inferred", ("first",))


def test_an_article_that_tells_nothing_has_no_day() -> None:
    assert dated("They met on Sunday and again yesterday.") == Published(None, None, "inferred")


def test_a_dateline_without_its_year_takes_only_years_that_fit_the_weekdays_told() -> None:
    term = Constraint(date(2002, 1, 1), date(2014, 12, 31), "term")
    published = dated("KABUL, Aug 14 (Agency) - A bomb fell on Monday, 13 August.", None, term)

    assert (published.first, published.last) == (date(2007, 8, 14), date(2012, 8, 14))
    assert published.reasons == ("dateline 14 August, 2007 or 2012",)


def test_a_weekday_that_fits_several_years_bounds_by_all_of_them() -> None:
    term = Constraint(date(2012, 1, 1), date(2020, 12, 31), "term")
    published = dated("They met on Monday, August 26, and left.", None, term)

    assert (published.first, published.last) == (date(2013, 2, 24), date(2020, 2, 25))
    assert published.reasons == ("Monday, 26 August falls in 2013 or 2019",)


def test_the_weekday_of_a_day_without_year_tells_its_year_where_publication_leaves_two() -> None:
    text = "Shells fell on Friday, 18 July."
    published = Published(date(2014, 6, 7), date(2015, 7, 10), "inferred")

    (time,) = FINDER.resolve(text, FINDER.tag(text), published)

    assert time.when is not None
    assert (time.when.edtf, time.when.basis) == ("2014-07-18", Basis.INFERRED)


def test_in_an_undated_article_ago_counts_from_no_day_it_tells() -> None:
    text = "The truce of 3 May 2019 held. It was broken two days ago."
    times = FINDER.resolve(text, FINDER.tag(text), Published(date(2019, 5, 3), None, "inferred"))

    assert [time.when.edtf for time in times if time.when] == ["2019-05-03", "2019-05-01/"]


def test_of_many_years_a_reason_names_only_the_first() -> None:
    term = Constraint(date(1985, 1, 1), date(2019, 12, 31), "term")
    published = dated("They met on Monday, August 26, and left.", None, term)

    assert "Monday, 26 August falls in 1985 or 1991 or 1996 or 3 later years" in published.reasons


def test_the_day_of_reading_ends_the_days_an_article_may_have_come_out() -> None:
    published = dated("They have fought three wars since 2008.", today=date(2026, 11, 30))

    assert (published.first, published.last) == (date(2008, 1, 1), date(2026, 11, 30))
    assert published.reasons == ("read on 2026-11-30", "“2008” is told as past")


def test_a_weekday_beside_a_day_has_few_years_between_a_past_time_and_the_day_of_reading() -> None:
    told = "Since 2019 they have met often. A pact was signed on Saturday, November 12."

    assert dated(told).last is None
    published = dated(told, today=date(2026, 11, 30))
    assert (published.first, published.last) == (date(2022, 5, 13), date(2023, 5, 14))
    assert published.reasons == ("Saturday, 12 November falls in 2022",)


def test_the_day_of_reading_bounds_no_article_that_is_dated() -> None:
    given = date(2019, 8, 26)

    assert dated("They met.", given, today=date(2026, 11, 30)) == Published(given, given, "given")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The boats will be delivered in 2014.", None, date(2014, 12, 31)),
        ("In 2014, the mission is to hand over to the army.", None, date(2014, 12, 31)),
        ("He will suspend the truce that was decreed on 21 March 2008.", date(2008, 3, 21), None),
        ("In 2008 the army seized the port.", date(2008, 1, 1), None),
        ("The United Nations aims to end hunger in 2030.", None, None),
        ("One hundred schools open in 2030.", None, None),
        ("The need for grain doubles in 2030.", None, None),
        ("The UN-backed plan brings power to all in 2030.", None, None),
        ("The divided country votes in 2030.", None, None),
        ("Oman wants to launch two boats in 2030.", None, None),
        ("The United Nations condemned the raid in 2008.", date(2008, 1, 1), None),
        ("The union, which Rwanda joined in 2008, is strong.", date(2008, 1, 1), None),
        ("It was hoped that the boats can be tested in 2010.", None, None),
        ("The war would have killed 30,000 by the end of 2021.", None, None),
        ("Aid was promised for 2010.\n\nThe minister said so.", None, None),
        ("They showed the 2011 version of the boat.", None, None),
        ("The party, which ruled until the reformers came in 2018, is to hand over its arms.", date(2018, 1, 1), None),
    ],
)
def test_a_stated_time_bounds_the_day_only_where_its_clause_says_whether_it_had_come(
    text: str, first: date | None, last: date | None
) -> None:
    published = dated(text)

    assert (published.first, published.last) == (first, last)


def test_the_date_of_a_letter_that_an_article_gives_is_not_its_own() -> None:
    published = dated("The rebels sent a letter, which reads:\n23 December 2009\nTo the minister: we shall not talk.")

    assert published.day is None
