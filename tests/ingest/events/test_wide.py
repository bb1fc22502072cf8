"""News of all kinds: how often the coder is quiet where it should be, and how much it hears of conflict."""

from datetime import date
from pathlib import Path

import pytest

from graph.model import Article
from ingest.pipeline import Pipeline

CASES = Path(__file__).parent / "cases"
DAY = date(2024, 6, 15)


def share_told(pipeline: Pipeline, name: str) -> float:
    """Give the share of the texts of a file of cases that yield an event."""
    texts = [line.partition("\t")[0] for line in (CASES / f"{name}.tsv").read_text("utf-8").splitlines()[1:]]
    articles = [Article(str(number), "", text, DAY) for number, text in enumerate(texts)]
    return sum(bool(coded.reports) for _, coded in pipeline.code(articles)) / len(texts)


@pytest.mark.parametrize(("name", "least"), [("told_wide", 0.80), ("told_stories", 0.86)])
def test_texts_of_conflict_and_politics_yield_an_event(name: str, least: float, pipeline: Pipeline) -> None:
    assert share_told(pipeline, name) >= least


def test_three_in_four_sentences_of_everyday_news_yield_nothing(pipeline: Pipeline) -> None:
    assert share_told(pipeline, "quiet_wide") <= 0.25


def test_nine_in_ten_plain_sentences_of_everyday_news_yield_nothing(pipeline: Pipeline) -> None:
    assert share_told(pipeline, "quiet_plain") <= 0.10
