"""Of places that lie in one another an event happened at the narrowest its words name."""

import pytest

from graph.model import Article
from ingest.pipeline import Pipeline
from tests.ingest.events.conftest import MARCH


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A bomb exploded in Pakistan's southwestern Balochistan province on Monday.", "Balochistan"),
        ("Rebels attacked a village in India's Manipur state.", "Manipur"),
        ("Gunmen killed ten men in Nigeria's northwestern Zamfara state.", "Zamfara State"),
        ("The army recaptured the town of Bara, in North Kordofan.", "Bara"),
        ("Gunmen stormed the town of Umm Baru.", "Umm Baru"),
        ("Rebels attacked a base in eastern Chad.", "eastern Chad"),
    ],
)
def test_an_event_lies_in_the_narrowest_place_its_words_name(pipeline: Pipeline, text: str, place: str) -> None:
    ((_, article),) = pipeline.code([Article("a", "", text, MARCH)])

    assert [report.place.place.name for report in article.reports if report.place] == [place]


def test_a_town_no_table_knows_lies_in_the_country_of_the_region_it_is_told_in(pipeline: Pipeline) -> None:
    ((_, article),) = pipeline.code([Article("a", "", "Gunmen stormed the town of Umm Baru in North Darfur.", MARCH)])

    assert [report.place.place.country for report in article.reports if report.place] == ["SDN"]
