"""Groups named by who leads them, and the country of people nobody owns."""

from collections.abc import Callable
from datetime import date

import pytest

from graph.model import Actor, Article, Published
from ingest.actors import ActorFinder
from ingest.parse import Parser

DAY = date(2021, 6, 3)
Found = Callable[[str], dict[str, Actor]]


@pytest.fixture(scope="module")
def actors_of(parser: Parser, actor_finder: ActorFinder) -> Found:
    def found(text: str) -> dict[str, Actor]:
        ((_, document),) = parser.parse([Article("a", "", text, DAY)])
        actors = actor_finder.find(document, Published(DAY, DAY, "given"))
        return {mention.text: actors.by_id[mention.actor] for mention in actors.mentions}

    return found


@pytest.mark.parametrize(
    ("text", "told", "name"),
    [
        ("The NATO-led force attacked a village.", "NATO-led force", "NATO-led force"),
        ("The African Union-led force attacked al Shabaab.", "African Union-led force", "African Union-led force"),
        ("The U.S.-led coalition struck Hodeidah.", "U.S.-led coalition", "US-led coalition"),
        ("The Kurdish-led militia attacked the base.", "Kurdish-led militia", "Kurdish-led militia"),
        ("The Saudi-led coalition bombed Sanaa.", "Saudi-led coalition", "Saudi-led coalition"),
    ],
)
def test_a_group_under_a_lead_is_one_of_its_own(actors_of: Found, text: str, told: str, name: str) -> None:
    actors = actors_of(text)

    assert actors[told].name == name
    assert not {"NATO", "African Union", "Kurdish", "Saudi"} & set(actors)


def test_a_coalition_is_one_the_text_names_in_full(actors_of: Found) -> None:
    text = "The US-led coalition against Islamic State met. The U.S.-led coalition killed ten militants."

    assert actors_of(text)["U.S.-led coalition"].id == "coalition-against-is"


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("BEIRUT - The Syrian army bombed Idlib, killing five civilians.", "civilians", "SYR"),
        ("Russian troops killed two people in Kherson.", "people", ""),
        ("Russian troops killed two people.", "people", ""),
        ("Fighting went on in Peru. Gunmen killed two people.", "people", "PER"),
        ("Two people sought refuge at a base of Russian troops, and Moscow said it had taken them in.", "people", ""),
        ("Russian troops fired on people, and Russia said it had not.", "people", ""),
    ],
)
def test_victims_are_of_where_they_are_not_of_their_attacker(
    actors_of: Found, text: str, word: str, country: str
) -> None:
    assert actors_of(text)[word].country == country
