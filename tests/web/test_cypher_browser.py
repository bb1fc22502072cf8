"""The console in a browser: its comforts, without them, on a narrow screen, and for everybody."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

NETWORK = "MATCH (a:Actor)-[x:ACTED_ON]->(b:Actor) RETURN a, x, b ORDER BY a.id, b.id, x.type"


def at(query: str, **more: str) -> str:
    """Give the console's address for a query."""
    return f"/cypher?{urlencode({'q': query, **more})}"


def test_an_error_selects_its_place_in_the_browser(new_page: Callable[..., Any], address: str) -> None:
    page = new_page()
    page.goto(address + at("MATCH (n:Actor)\nRETUN n"))
    chosen = page.evaluate("(({value, selectionStart, selectionEnd}) => value.slice(selectionStart, selectionEnd))(q)")
    focused = page.evaluate("document.activeElement.id")

    assert (chosen, focused) == ("RETUN", "q")


def test_words_are_told_apart_as_they_are_typed(open_page: Callable[..., Any]) -> None:
    page = open_page("/cypher")
    page.fill("#q", "MATCH (n:Actor {id: $id}) RETURN 'a' // all")

    assert page.locator("#shade .word-keyword").all_inner_texts() == ["MATCH", "RETURN"]
    assert page.locator("#shade .word-parameter").inner_text() == "$id"
    assert page.locator("#shade .word-string").inner_text() == "'a'"


def test_a_query_runs_by_keyboard_and_is_remembered(open_page: Callable[..., Any]) -> None:
    page = open_page("/cypher")
    page.focus("#q")
    page.keyboard.type("MATCH (a:Actor {id: $who}) RETURN a.name AS name")
    page.fill("input[name='p.who']", "hamas")
    page.focus("#q")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#result")
    page.wait_for_selector("#past a")

    assert page.locator("#result td").all_inner_texts() == ["Hamas"]
    assert page.locator("#past a").count() == 1

    page.click("#forget")
    assert page.locator("#history").is_hidden()


def test_the_console_works_without_script(open_page: Callable[..., Any]) -> None:
    page = open_page("/cypher", java_script_enabled=False)
    page.fill("#q", "MATCH (a:Actor {id: 'egypt'}) RETURN a.name AS name")
    page.click("button.primary")
    page.wait_for_selector("#result td")

    assert page.locator("#result td").all_inner_texts() == ["Egypt"]


def test_the_console_fits_a_narrow_screen(open_page: Callable[..., Any]) -> None:
    page = open_page(at(NETWORK, view="graph"), viewport={"width": 390, "height": 800})

    assert page.evaluate("document.documentElement.scrollWidth") <= 390
