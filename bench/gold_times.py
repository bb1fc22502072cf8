"""Gold files of times: their shapes, what we predict for them, and how a prediction scores.

Times are scored as TempEval-3 does: expressions are paired where they overlap, one to one; strict counts equal
extents, relaxed any pair; the F1 of type and value is the relaxed F1 times the share of pairs that agree.
Days of events are scored against gold anchors: a single day is right where ours is the same single day.
"""

import calendar
import re
import statistics
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

Record = dict[str, Any]
Interval = tuple[date | None, date | None]
UNSCORED = frozenset({"unknown", "na", "bad", "disjunctive", "before"})
PARTIAL = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def day_of(text: str | None) -> date | None:
    """Read a day of a gold file, None for none and for one that cannot be."""
    try:
        return date.fromisoformat((text or "")[:10]) if text else None
    except ValueError:
        return None


def pairs(gold: list[Record], ours: list[Record]) -> list[tuple[Record, Record]]:
    """Pair overlapping expressions one to one, equal extents first, then the longest overlap."""
    found = []
    for i, one in enumerate(gold):
        for j, two in enumerate(ours):
            overlap = min(one["end"], two["end"]) - max(one["start"], two["start"])
            if overlap > 0:
                differs = (one["start"], one["end"]) != (two["start"], two["end"])
                found.append((differs, -overlap, one["start"], two["start"], i, j))
    used_gold: set[int] = set()
    used_ours: set[int] = set()
    chosen = []
    for *_, i, j in sorted(found):
        if i not in used_gold and j not in used_ours:
            used_gold.add(i)
            used_ours.add(j)
            chosen.append((gold[i], ours[j]))
    return chosen


def _f1(right: int, ours: int, gold: int) -> float:
    return 200 * right / (ours + gold) if ours + gold else 0.0


def score_times(gold: Iterable[Record], ours: dict[str, list[Record]]) -> dict[str, float]:
    """Score predicted expressions, by article id, against gold articles. All figures are per cent."""
    counts: Counter[str] = Counter()
    for article in gold:
        until = article.get("scored_to", len(article["text"]))
        mine = [one for one in ours.get(article["id"], []) if one["start"] < until]
        counts["gold"] += len(article["timexes"])
        counts["ours"] += len(mine)
        for theirs, own in pairs(article["timexes"], mine):
            counts["relaxed"] += 1
            same = (theirs["start"], theirs["end"]) == (own["start"], own["end"])
            counts["strict"] += same or theirs["text"].split() == own["text"].split()
            counts["type"] += theirs.get("type") == own["type"]
            counts["value"] += (theirs.get("value") or "") == own["value"]
    totals = counts["ours"], counts["gold"]
    return {name: round(_f1(counts[name], *totals), 2) for name in ("strict", "relaxed", "type", "value")}


@dataclass(frozen=True, slots=True)
class Anchor:
    """When a gold event began and ended, each within days (None is open)."""

    begin: Interval
    end: Interval

    @property
    def day(self) -> date | None:
        """Give the one day of the event, None where it is not one day for certain."""
        first = self.begin[0]
        return first if first and self.begin == self.end == (first, first) else None


def _partial(text: str) -> Interval:
    """Give first and last day of a date whose day or month may be missing."""
    match = PARTIAL.fullmatch(text.replace("-XX", ""))
    if not match:
        return None, None
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None:
        return None, None
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    last = day or calendar.monthrange(year, month)[1]
    return date(year, month, day or 1), date(year, month, last)


def anchor_of(event: Record) -> Anchor | None:
    """Read the anchor of a gold event, None where it is not scored."""
    anchor = event["anchor"]
    if anchor is None or anchor.get("kind") in UNSCORED:
        return None
    if anchor.get("date"):
        both = day_of(anchor["date"][0]), day_of(anchor["date"][1])
        return Anchor(both, both)
    value = anchor.get("value") or ""
    if "/" in value:
        begin, end = value.split("/")
        return Anchor(_partial(begin), _partial(end))
    both = _partial(value)
    return Anchor(both, both) if both != (None, None) else None


def anchored(articles: Iterable[Record]) -> list[Record]:
    """Give the articles that have events to score, each with those only where they have no place in the text.

    "i" is the place of an event among all of its article.
    """
    kept = []
    for article in articles:
        has_places = all("start" in event for event in article["events"])
        numbered = [{**event, "i": place} for place, event in enumerate(article["events"])]
        events = [event for event in numbered if has_places or anchor_of(event)]
        if events:
            kept.append({**article, "events": events})
    return kept


def score_days(
    gold: Iterable[Record], ours: dict[str, list[Interval]], bounds: dict[str, list[Interval]]
) -> dict[str, float]:
    """Score the days of events, by article id and in the order of the gold.

    exact: of events of one certain day; exact_elsewhere: of those not on the day of publication. covered,
    median_width and mean_width: of the same events, the gold day inside our bounds, and their width in days
    where they have two ends.
    """
    counts: Counter[str] = Counter()
    widths = []
    for article in gold:
        published = day_of(article.get("dct"))
        of_article = zip(article["events"], ours[article["id"]], bounds[article["id"]], strict=True)
        for event, (first, last), (earliest, latest) in of_article:
            anchor = anchor_of(event)
            day = anchor.day if anchor else None
            if anchor is None or day is None:
                if anchor and anchor.begin == anchor.end:
                    counts["others"] += 1
                    counts["others_exact"] += (first, last) == anchor.begin
                continue
            elsewhere = published is not None and day != published
            counts["days"] += 1
            counts["elsewhere"] += elsewhere
            is_exact = (first, last) == (day, day)
            counts["exact"] += is_exact
            counts["exact_elsewhere"] += is_exact and elsewhere
            counts["covered"] += (earliest or day) <= day <= (latest or day)
            if earliest and latest:
                widths.append((latest - earliest).days + 1)
    days, elsewhere_days = counts["days"] or 1, counts["elsewhere"] or 1
    return {
        "days": counts["days"],
        "exact": round(100 * counts["exact"] / days, 2),
        "elsewhere": counts["elsewhere"],
        "exact_elsewhere": round(100 * counts["exact_elsewhere"] / elsewhere_days, 2),
        "covered": round(100 * counts["covered"] / days, 2),
        "open": counts["days"] - len(widths),
        "median_width": statistics.median(widths) if widths else 0,
        "mean_width": round(statistics.fmean(widths), 1) if widths else 0,
        "other_intervals": counts["others"],
        "other_exact": round(100 * counts["others_exact"] / (counts["others"] or 1), 2),
    }
