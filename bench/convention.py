"""What a gold set labels otherwise than the manual, or not at all: tables of rows, the first that fits speaks.

A table stands beside this file, NAME.tsv: type and mode of a report (no mode: any), how a word of its rule's id begins
(none: any), the type the set has for it (none: it has no type for it), and why, by the definitions of its own types.
"""

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph.model import Report


@dataclass(frozen=True, slots=True)
class Row:
    """One habit of a gold set. `becomes` is "" for what it has no type for."""

    type: str
    mode: str
    words: tuple[str, ...]
    becomes: str
    why: str

    def fits(self, report: Report) -> bool:
        """Say whether this row speaks of a report."""
        if report.type != self.type or self.mode not in ("", report.mode):
            return False
        told = re.split("[-_]", report.rule)[2:]
        return not self.words or any(word.startswith(self.words) for word in told)


@cache
def read_convention(name: str) -> tuple[Row, ...]:
    """Give the rows of a set's table, in its order."""
    path = Path(__file__).parent / f"{name}.tsv"
    with path.open(encoding="utf-8", newline="") as lines:
        return tuple(
            Row(row["type"], row["mode"], tuple(filter(None, row["words"].split("|"))), row["becomes"], row["why"])
            for row in csv.DictReader(lines, delimiter="\t")
        )


def labelled(report: Report, rows: Iterable[Row]) -> str:
    """Give the type a set has for a report: its own where no row speaks of it, "" where the set has none."""
    return next((row.becomes for row in rows if row.fits(report)), report.type)
