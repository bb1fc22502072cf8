"""The day an account had reached, and events that are planned, called for or only told with them."""

from datetime import date
from pathlib import Path

import pytest

from ingest.article import make_article
from ingest.pipeline import Pipeline


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> Pipeline:
    cache: Path = tmp_path_factory.mktemp("lexicons")
    return Pipeline(cache=cache)


@pytest.mark.parametrize(
    ("text", "word", "edtf"),
    [
        ("Rebels shelled the town on Saturday. Oman urged talks with Iran.", "urged", "2019-08-24?"),
        ("Rebels shelled the town on Saturday. Oman urged talks with Iran.", "talks", "2019-08-24/"),
        (
            "CAIRO, August 25 - Oman and Iran said that they would resume relations in an agreement sealed in Egypt.",
            "sealed",
            "2019-08-25?",
        ),
    ],
)
def test_a_day_carried_over_opens_what_is_called_for_and_nothing_done_by_then(
    pipeline: Pipeline, text: str, word: str, edtf: str
) -> None:
    _, coded = next(pipeline.code([make_article("", text, date(2019, 8, 25))]))

    (report,) = (one for one in coded.reports if text[one.trigger_start : one.trigger_end] == word)

    assert report.when.edtf == edtf
