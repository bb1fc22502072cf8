"""How far events reach, and what a picture leaves out at its beginning."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import day


@pytest.mark.parametrize("path", ["/", "/timeline"])
def test_the_few_events_long_before_all_others_are_named_by_their_years_and_led_to(
    world: Any, client_of: Callable[[Any], FlaskClient], path: str
) -> None:
    world.say("a1", "old", "Israel met Egypt.", "CONSULT", "israel", "egypt", day("1979-03-26"))
    for number in range(60):
        world.say("a1", f"n{number}", "Israel met Egypt.", "CONSULT", "israel", "egypt", day("2019-08-25"))
    client = client_of(world)

    text = client.get(path).text
    assert "The bars leave 1979 to 2018 out, with 1 event of all kinds" in " ".join(text.split())
    window = "/timeline?from=1979-01-01&amp;to=2018-12-31"
    assert f'href="{window}">see 1979 to 2018' in text
    assert "1 event that happened" in client.get(window.replace("&amp;", "&")).text


def test_under_filters_no_number_is_told_that_they_were_not_held_against(
    world: Any, client_of: Callable[[Any], FlaskClient]
) -> None:
    world.say("a1", "old", "Israel met Egypt.", "CONSULT", "israel", "egypt", day("1979-03-26"))
    for number in range(60):
        world.say("a1", f"n{number}", "Israel met Egypt.", "CONSULT", "israel", "egypt", day("2019-08-25"))
    text = " ".join(client_of(world).get("/timeline?actors=hamas").text.split())
    assert "The bars leave 1979 to 2018 out:" in text
