"""The whole line on articles of our own, held against what was recorded and read.

`pytest tests/ingest/test_pipeline.py --update-cases` records anew; the change is read before it is kept.
"""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph.model import Published
from ingest.article import make_article
from ingest.document import Coded
from ingest.pipeline import Pipeline
from ingest.record import record

CASES = sorted((Path(__file__).parents[1] / "cases").iterdir())


def coded(pipeline: Pipeline, case: Path) -> dict[str, Any]:
    """Code a case, and keep of its record what a reader would check."""
    expected = json.loads((case / "expected.json").read_text("utf-8"))
    day = date.fromisoformat(expected["published"]) if expected["published"] else None
    article = make_article("", (case / "article.txt").read_text("utf-8"), day)
    whole = record(*next(pipeline.code([article])))
    return {
        "published": expected["published"],
        "came out": whole["published"],
        "times": [[time["text"], time["type"], time["value"], time["edtf"]] for time in whole["times"]],
        "events": [short(event, article.text) for event in whole["events"]],
    }


def short(event: dict[str, Any], text: str) -> dict[str, Any]:
    names = {role: [one["name"] for one in event[role]] for role in ("actors", "recipients", "mediators")}
    kept = {key: event[key] for key in ("type", "mode", "status", "edtf", "killed", "injured", "weapon", "rule")}
    trigger = text[event["trigger"]["start"] : event["trigger"]["end"]]
    place = event["place"] and event["place"]["name"]
    speaker = event["speaker"] and event["speaker"]["name"]
    return {"trigger": trigger, **kept, **names, "place": place, "speaker": speaker, "under": bool(event["under"])}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_article_is_coded_as_recorded(pipeline: Pipeline, case: Path, request: pytest.FixtureRequest) -> None:
    found = coded(pipeline, case)
    if request.config.getoption("--update-cases"):
        (case / "expected.json").write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", "utf-8")

    assert found == json.loads((case / "expected.json").read_text("utf-8"))


def test_an_undated_article_gets_bounds_and_no_invented_day(pipeline: Pipeline) -> None:
    article = make_article("", "The army struck the camp on Tuesday. Three people were killed.", None)
    whole: Coded = next(pipeline.code([article]))[1]

    assert whole.published == Published(None, None, "inferred", whole.published.reasons)
    assert whole.reports
    assert not any(report.when.is_day() for report in whole.reports)


def test_the_same_words_give_the_same_ids_and_offsets_lead_to_them(pipeline: Pipeline) -> None:
    text = "TALKS\r\n\r\nOn Monday the army attacked the rebels in Sudan.\r\n"
    article = make_article("", text, date(2023, 5, 13))
    first, second = (next(pipeline.code([article]))[1] for _ in range(2))

    assert first.reports == second.reports
    assert [text[report.trigger_start : report.trigger_end] for report in first.reports] == ["attacked"]
    assert first.times
    assert all(text[time.start : time.end] == time.text for time in first.times)


@pytest.mark.parametrize(("domain", "day"), [("uk", date(2008, 4, 3)), ("us", date(2008, 3, 4))])
def test_a_date_in_digits_follows_the_country_of_the_article(pipeline: Pipeline, domain: str, day: date) -> None:
    article = make_article(
        "", "The accord was signed on 3/4/2008.", date(2008, 6, 1), url=f"https://news.example.{domain}/1"
    )

    ((_, found),) = pipeline.code([article])

    assert [time.when.first for time in found.times if time.when] == [day]
