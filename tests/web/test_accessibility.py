"""Every page, light and dark, wide and narrow, before the axe of accessibility."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

AXE = Path(__file__).parent / "axe/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = (
    "/",
    "/?actors=hamas",
    "/graph?sel=actor:hamas",
    "/graph?sel=path:un~israel",
    "/graph?view=matrix",
    "/graph?view=table",
    "/graph/compare?then-from=2019-08-25&then-to=2019-08-25&from=2019-08-26&to=2019-08-29",
    "/timeline",
    "/timeline?from=2019-08-25&to=2019-08-25",
    "/timeline?undated=1",
    "/timeline?bars=table",
    "/search?q=israel",
    "/search?q=isreal",
    "/event/e1",
    "/article/a1",
    "/actor/hamas",
    "/pair/hamas/israel",
    "/cypher",
    "/nowhere",
    "/timeline?from=soon",
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_no_violation(new_page: Callable[..., Any], address: str, path: str, scheme: str) -> None:
    # axe is injected, which the pages' own policy rightly refuses
    page = new_page(color_scheme=scheme, bypass_csp=True, viewport={"width": 1440, "height": 900})
    page.goto(address + path)
    page.evaluate(AXE.read_text("utf-8"))
    options = {"resultTypes": ["violations"], "runOnly": RULES}
    found = page.evaluate("options => axe.run(document, options)", options)["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


def test_the_main_path_goes_by_keyboard_alone(open_page: Callable[..., Any]) -> None:
    page = open_page("/graph?view=table")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('td.number a')"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**sel=tie**")
    page.focus("#details .told a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/event/e3")
    assert "Israel accused Hamas." in page.inner_text("main")
