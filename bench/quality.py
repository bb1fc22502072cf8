"""Scores what is read against gold files: python bench/quality.py COMMAND GOLD... --out FOLDER

Gold files stay outside the repository; their paths are arguments. Predictions are written to FOLDER under the
name of their gold file, one JSON line an article.
"""

import json
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import click

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.gold_events import code_rows, is_apart, sentence_record
from bench.gold_incidents import whens_of
from bench.gold_muc import template_record
from bench.gold_times import Interval, Record, anchored, day_of, score_days, score_times
from graph.model import Article, Published, When
from ingest.parse import Parser
from ingest.pipeline import Pipeline
from ingest.times import TimeFinder, build_times, read_wording

GOLD = click.argument("gold", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
OUT = click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder to write to.")


@click.group()
def cli() -> None:
    """Score what is read against gold files."""


def _articles(path: Path) -> list[Record]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _write(out: Path, gold: Path, rows: list[Record]) -> None:
    out.mkdir(parents=True, exist_ok=True)
    lines = (json.dumps(row, ensure_ascii=False) for row in rows)
    (out / gold.name).write_text("".join(f"{line}\n" for line in lines), "utf-8")


def _show(name: str, figures: dict[str, float]) -> None:
    click.echo(f"{name:28s} " + "  ".join(f"{key} {value}" for key, value in figures.items()))


@cli.command()
@GOLD
@OUT
def times(gold: tuple[Path, ...], out: Path) -> None:
    """Find the time expressions of GOLD articles and score extent, type and value."""
    finder = TimeFinder(build_times())
    for path in gold:
        articles = _articles(path)
        begun = time.perf_counter()
        found = {article["id"]: _timexes(finder, article) for article in articles}
        rate = len(articles) / (time.perf_counter() - begun)
        _write(out, path, [{"id": name, "timexes": rows} for name, rows in found.items()])
        _show(path.name, score_times(articles, found) | {"articles a second": round(rate)})
        kept = [article for place, article in enumerate(articles) if place % 3 == 2]
        _show("  every third", score_times(kept, found))


def _timexes(finder: TimeFinder, article: Record) -> list[Record]:
    """Give the expressions of a gold article as its scorer reads them."""
    text, given = article["text"], day_of(article.get("dct"))
    spans = finder.tag(text, published=given)
    published: Published = finder.date_article(text, spans, given)
    return [
        {"start": one.start, "end": one.end, "text": one.text, "type": one.type, "value": one.value}
        for one in finder.resolve(text, spans, published)
    ]


@cli.command()
@GOLD
@OUT
@click.option("--best", is_flag=True, help="Write only the main event of each sentence.")
@click.option("--convention", type=click.Choice(["", "plv", "wikievents"]), default="", help="Keep to a set's habits.")
@click.option("--third", type=click.Choice(["all", "work", "apart"]), default="all", help="Part of the file, by id.")
@click.option("--scorer", type=click.Path(exists=True, path_type=Path), help="Scorer of the gold files to run on each.")
def events(gold: tuple[Path, ...], out: Path, best: bool, convention: str, third: str, scorer: Path | None) -> None:
    """Code the events of GOLD texts, map them to the shape of their file and score them."""
    pipeline = Pipeline()
    for path in gold:
        rows = [row for row in _articles(path) if third == "all" or is_apart(row["id"]) == (third == "apart")]
        begun = time.perf_counter()
        coded = code_rows(pipeline, rows)
        rate = len(rows) / (time.perf_counter() - begun)
        if "templates" in rows[0]:
            kind, found = "muc4", [template_record(row, one) for row, one in zip(rows, coded, strict=True)]
        else:
            kind, found = (
                "sent",
                [
                    sentence_record(row["id"], one, is_best=best, convention=convention)
                    for row, one in zip(rows, coded, strict=True)
                ],
            )
        _write(out, path, found)
        _show(f"{path.name} {third}", {"texts": len(rows), "texts a second": round(rate, 1)})
        if scorer is not None:
            part = out / "gold" / path.name
            _write(part.parent, path, rows)
            subprocess.run([sys.executable, scorer, kind, part, out / path.name], check=True)


@cli.command()
@GOLD
@OUT
def anchors(gold: tuple[Path, ...], out: Path) -> None:
    """Say when the events of GOLD articles happened and score the day.

    Events without a place in the text are looked for by their type and location. A scorer reads one interval an
    event: it finds the likeliest days in OUT, and the days they lie between in OUT/bounds, each in its shape.
    """
    finder, words, parser = TimeFinder(build_times()), read_wording(), Parser()
    for path in gold:
        articles = anchored(_articles(path))
        ours: dict[str, list[When]] = {}
        given = [Article(article["id"], "", article["text"], day_of(article.get("dct"))) for article in articles]
        for article, (_, document) in zip(articles, parser.parse(given), strict=True):
            ours[article["id"]] = whens_of(finder, words, article, document)
        days = {name: [(when.first, when.last) for when in whens] for name, whens in ours.items()}
        bounds = {name: [when.bounds() for when in whens] for name, whens in ours.items()}
        _write(out, path, [_predictions(row, date=days[row["id"]], bounds=bounds[row["id"]]) for row in articles])
        _write(out / "bounds", path, [_predictions(row, date=bounds[row["id"]]) for row in articles])
        _show(path.name, score_days(articles, days, bounds))
        _show("  every third", score_days(articles[2::3], days, bounds))


@cli.command()
@GOLD
def quiet(gold: tuple[Path, ...]) -> None:
    """Say how many sentences of everyday news yield nothing: a header, then a sentence a line, a tab behind it."""
    pipeline = Pipeline(cache=None)
    for path in gold:
        texts = [line.partition("\t")[0] for line in path.read_text("utf-8").splitlines()[1:]]
        articles = [Article(str(place), "", text, date(2025, 3, 5)) for place, text in enumerate(texts)]
        silent = sum(not coded.reports for _, coded in pipeline.code(articles))
        _show(path.name, {"quiet": silent, "sentences": len(texts), "share": round(silent / len(texts), 3)})


def _predictions(article: Record, **intervals: list[Interval]) -> Record:
    """Give the times of an article's events as their scorer reads them: it looks at "date"."""
    rows: list[Record] = [{"i": event["i"]} for event in article["events"]]
    for name, found in intervals.items():
        for row, days in zip(rows, found, strict=True):
            row[name] = [day.isoformat() if day else None for day in days]
    return {"id": article["id"], "events": rows}


if __name__ == "__main__":
    cli()
