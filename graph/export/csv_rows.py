"""Rows as CSV (RFC 4180), safe to open in a spreadsheet."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")


def csv_text(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """Give rows under a line of column names.

    Text which a spreadsheet would take for a formula gets an apostrophe in front; numbers stay
    numbers. Lists and maps are JSON, what is unknown is empty.

    >>> csv_text(["n", "t"], [{"n": -2, "t": "=1+1"}])
    "n,t\\r\\n-2,'=1+1\\r\\n"
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(defused(column) for column in columns)
    for row in rows:
        writer.writerow(field(row.get(column)) for column in columns)
    return out.getvalue()


def field(value: Any) -> str | int | float:
    """Give one value as it stands in a CSV field."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return value
    if isinstance(value, str):
        return defused(value)
    if isinstance(value, date) or hasattr(value, "isoformat"):
        return str(value.isoformat())
    return defused(json.dumps(value, ensure_ascii=False, default=_plain))


def defused(text: str) -> str:
    """Give a text no spreadsheet takes for a formula.

    >>> defused("@SUM(A1)"), defused("Gaza")
    ("'@SUM(A1)", 'Gaza')
    """
    return f"'{text}" if text.lstrip(" ").startswith(RISKY) else text


def _plain(value: Any) -> str:
    """Give a day or time inside a list or map as ISO text."""
    return str(value.isoformat()) if hasattr(value, "isoformat") else str(value)
