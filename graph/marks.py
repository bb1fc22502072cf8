"""What words of an article stand for, and how its node holds that."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any


class MarkKind(StrEnum):
    """What words of an article stand for."""

    TIME = "time"
    ACTOR = "actor"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of an article that mean something: a time, an actor or a place, from start to end.

    id: of the actor or place; type, value: TIMEX3's; edtf, first, last: of a time that has days.
    """

    kind: MarkKind
    start: int
    end: int
    text: str
    id: str = ""
    type: str = ""
    value: str = ""
    edtf: str = ""
    first: date | None = None
    last: date | None = None


def marks_text(marks: Iterable[Mark]) -> str:
    """Write marks as one JSON text, what they do not have left out."""
    rows = [{key: value for key, value in asdict(mark).items() if value not in ("", None)} for mark in marks]
    return json.dumps(rows, default=date.isoformat, ensure_ascii=False, separators=(",", ":"))


def read_marks(text: str | None) -> tuple[Mark, ...]:
    """Give the marks of an article from the text its node holds."""
    return tuple(_mark(row) for row in json.loads(text or "[]"))


def _mark(row: dict[str, Any]) -> Mark:
    read: dict[str, Any] = {"kind": MarkKind(row["kind"])}
    read |= {side: date.fromisoformat(row[side]) for side in ("first", "last") if side in row}
    return Mark(**(row | read))
