"""Two deeds of one day, place and doer stay two where their sentences tell of other victims, sites or demands."""

from collections.abc import Callable
from datetime import date

import pytest

from graph.model import Article
from ingest.merge import Known, merge
from ingest.pipeline import Pipeline

DAY = date(2024, 3, 5)
Count = Callable[..., int]


@pytest.fixture(scope="module")
def most_told(pipeline: Pipeline) -> Count:
    """Give a function that codes some texts and gives how many of them tell the event that most of them tell."""

    def run(*texts: str) -> int:
        articles = {f"a{n}": Article(f"a{n}", "", text, DAY) for n, text in enumerate(texts)}
        coded = list(pipeline.code(list(articles.values())))
        reports = [report for _, one in coded for report in one.reports]
        actors = {key: actor for _, one in coded for key, actor in one.actors.by_id.items()}
        merged = merge(reports, Known(), articles, actors=actors)
        of = {report.id: (report.article, report.start) for report in reports}
        events = {link.event for link in merged.links}
        return max(len({of[link.report] for link in merged.links if link.event == event}) for event in events)

    return run


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Gunmen killed a mayor in Cali on Monday.", "Gunmen killed a journalist in Cali on Monday."),
        (
            "Israel bombed a school in Gaza City on Monday, killing nine.",
            "Israel bombed a mosque in Gaza City on Monday, killing four.",
        ),
        (
            "A bomb killed two soldiers in Mogadishu on Monday.",
            "A mortar attack killed two civilians in Mogadishu on Monday.",
        ),
        (
            "The rebels kidnapped a priest in Goma on Monday.",
            "The rebels kidnapped three aid workers near Goma on Monday.",
        ),
        (
            "China accused the Philippines of entering its waters on Monday.",
            "China accused the Philippines on Monday of lying about a collision.",
        ),
        ("Kenya asked Uganda for help on Monday.", "Kenya asked Uganda to extradite a rebel on Monday."),
    ],
)
def test_deeds_with_other_victims_sites_or_contents_stay_two(most_told: Count, first: str, second: str) -> None:
    assert most_told(first, second) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested an opposition leader in Kampala on Monday. Later police arrested two students in Kampala.",
        "Soldiers shot dead a farmer near Nablus on Monday. Soldiers also shot a boy near Nablus.",
        "A bomb exploded at a market in Kabul on Monday. Hours later a second bomb exploded at a mosque in Kabul.",
    ],
)
def test_a_further_deed_of_an_article_is_another(most_told: Count, text: str) -> None:
    assert most_told(text) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "A suicide bomber killed 14 people at a mosque in Kabul on Monday.",
            "At least 14 people died on Monday when a bomber blew himself up in a mosque in Kabul.",
        ),
        (
            "Israeli strikes killed 22 people in Rafah on Monday.",
            "At least 22 Palestinians were killed on Monday in Israeli air strikes on Rafah.",
        ),
        (
            "Boko Haram fighters abducted 40 schoolgirls from Chibok on Monday.",
            "Forty girls were kidnapped in Chibok on Monday by Boko Haram.",
        ),
        (
            "China accused the Philippines of entering its waters on Monday.",
            "China accused the Philippines on Monday of having entered Chinese waters.",
        ),
    ],
)
def test_one_deed_told_twice_is_one(most_told: Count, first: str, second: str) -> None:
    assert most_told(first, second) == 2
