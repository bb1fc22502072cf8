"""Scores the coder on one article with hand-made gold: python bench/seed.py GOLD.json

The gold names its article, a file beside it, and says in `scoring` what counts as right. The article is coded
with its day of publication and without; without it no event may be given a single day. An event is spurious when it
is told as happened and none of the reports it was merged from is one that was found for the gold.
"""

import argparse
import json
import re
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from graph.model import HAPPENED, Article, Event, Report
from ingest.article import make_article
from ingest.document import Coded
from ingest.merge import Known, merge
from ingest.pipeline import Pipeline
from ingest.readers.text import split_front_matter

LEAD = 40
DAY = r"\d{4}-\d\d-\d\d"
COUNTS = ("found", "actors", "dates", "status")
Gold = dict[str, Any]


def fold(text: str) -> str:
    """Fold a text for comparing: small letters, one kind of apostrophe, single blanks."""
    return " ".join(text.replace("’", "'").lower().split())


def interval(edtf: str | None) -> tuple[date, date] | None:
    """Give first and last day of a gold date; None where it is in words or missing."""
    if not edtf or not edtf[0].isdigit():
        return None
    days = list(edtf.rstrip("~").split("/"))
    slack = timedelta(days=edtf.endswith("~"))
    first, last = days[0], days[-1]
    first = first if re.fullmatch(DAY, first) else f"{first}-01-01"[:10]
    return date.fromisoformat(first) - slack, date.fromisoformat(last) + slack


def bears(coded: Coded, arguments: tuple[Any, ...], names: set[str]) -> bool:
    """Say whether one of our actors bears one of the names."""
    for argument in arguments:
        actor = coded.actors.by_id[argument.actor]
        for name in map(fold, (actor.name, argument.text)):
            if name in names or any(re.search(rf"\b{re.escape(name)}\b", gold) for gold in names):
                return True
    return False


def judge(gold: Gold, event: Gold, coded: Coded, report: Report) -> dict[str, bool]:
    """Judge one of our reports against a gold event whose type and place it has."""
    names = {actor["id"]: set(map(fold, actor["names"])) for actor in gold["actors"]}
    roles = [("source", report.actors), ("target", report.recipients)]
    right = [
        not event[role] or bears(coded, ours, set().union(*(names[one] for one in event[role]))) for role, ours in roles
    ]
    days, when = interval(event["date"]), report.when
    dated = days is None or bool(when.first and when.last and days[0] <= when.first and when.last <= days[1])
    statuses = {event["status"], *event.get("status_alt", ())}
    return {"found": True, "actors": all(right), "dates": dated, "status": str(report.status) in statuses}


def score(gold: Gold, text: str, coded: Coded) -> tuple[dict[str, dict[str, bool]], set[str]]:
    """Judge every gold event by the best of our reports that fits its type and quote and is not used yet.

    Gives what is right of each, and the ids of the reports used.
    """
    used: set[str] = set()
    results = {}
    folded = text.replace("’", "'")
    for event in gold["events"]:
        start = folded.index(event["quote"].replace("’", "'"))
        types = {event["type"], *event.get("type_alt", ())}
        fitting = [
            report
            for report in coded.reports
            if report.id not in used
            and report.type in types
            and start - LEAD <= report.trigger_start < start + len(event["quote"])
        ]
        judged = [(judge(gold, event, coded, report), report.id) for report in fitting]
        if judged:
            best, report_id = max(judged, key=lambda pair: sum(pair[0].values()))
            used.add(report_id)
            results[event["id"]] = best
        else:
            results[event["id"]] = dict.fromkeys(COUNTS, False)
    return results, used


def spurious(article: Article, coded: Coded, used: set[str]) -> list[Event]:
    """Give the events told as happened none of whose reports was used."""
    merged = merge(coded.reports, Known(), {article.id: article}, actors=coded.actors.by_id)
    return [event for event in merged.events if event.status in HAPPENED and used.isdisjoint(event.reports)]


def main() -> None:
    """Print the counts, and with --verbose every gold event and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    gold = json.loads(options.gold.read_text("utf-8"))
    article = options.gold.parent / gold["article"]
    text = split_front_matter(article.read_text("utf-8"), article)[1]
    pipeline = Pipeline()
    (read, dated), (_, undated) = (
        next(pipeline.code([make_article("", text, day)])) for day in (date.fromisoformat(gold["published"]), None)
    )
    results, used = score(gold, text, dated)
    for name in COUNTS:
        print(f"{name:8} {sum(result[name] for result in results.values()):3} of {len(results)}")
    others = spurious(read, dated, used)
    print(f"spurious {len(others):3}")
    actors = {fold(actor.name) for actor in dated.actors.by_id.values()} | {
        fold(mention.text) for mention in dated.actors.mentions
    }
    print("actors that are none:", sorted(name for name in gold["not_actors"] if fold(name) in actors) or "none")
    days = [report for report in undated.reports if report.when.is_day()]
    print(
        f"without its date: published {undated.published.first} to {undated.published.last}, {len(days)} invented days"
    )
    if options.verbose:
        tell(gold, results, dated, days)
        for event in others:
            print("spurious:", event.type, event.mode, f"[{event.status}]", event.summary)


def tell(gold: Gold, results: dict[str, dict[str, bool]], coded: Coded, days: list[Report]) -> None:
    """Print what became of each gold event, and all reports."""
    for event in gold["events"]:
        missed = [name for name, is_right in results[event["id"]].items() if not is_right]
        print(event["id"], event["type"], "all right" if not missed else "not " + ", ".join(missed))
    for report in coded.reports:
        who, whom = (" & ".join(a.actor for a in side) or "-" for side in (report.actors, report.recipients))
        when, rule = report.when.edtf or "undated", report.rule
        print(f"{report.type} {report.mode} [{report.status}] {who} > {whom} | {when} | {rule} | {report.quote[:90]}")
    for report in days:
        print("invented:", report.when.edtf, report.quote)


if __name__ == "__main__":
    main()
