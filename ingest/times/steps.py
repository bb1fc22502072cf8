"""Counts units of time from a point: the week before, two months later."""

from ingest.times.story import Point
from ingest.times.values import add_months, shift_day, week_value, write, year_text


def step(point: Point | None, unit: str, count: float) -> str:
    """Give the unit of time that lies some units from a point, as a value; "" where that cannot be told.

    >>> step(Point(1998, 3, 4), "W", -1)
    '1998-W09'
    """
    if point is None:
        return ""
    if unit in {"Y", "E", "C", "L"}:
        return _step_years(point.year, unit, int(count))
    if unit in {"M", "Q", "H"}:
        return _step_months(point, unit, int(count))
    day = point.date()
    if unit in {"TH", "TM", "TS"}:
        return day.isoformat() if day else ""
    if unit == "F":
        unit, count = "W", count * 2
    if day is None:
        return _step_unknown(point, unit)
    moved = shift_day(day, int(count * (1 if unit == "D" else 7)))
    if moved is None:
        return ""
    return moved.isoformat() if unit == "D" else week_value(moved, weekend=unit == "WE")


def _step_years(year: int, unit: str, count: int) -> str:
    if unit == "Y":
        moved = year + count
        return year_text(moved) if moved and abs(moved) < 10000 else ""
    size, digits = {"E": (10, 3), "C": (100, 2), "L": (1000, 1)}[unit]
    number = abs(year) // size + (count if year > 0 else -count)
    return ("BC" if year < 0 else "") + str(number).zfill(digits) if number >= 0 else ""


def _step_months(point: Point, unit: str, count: int) -> str:
    if not point.month:
        return f"{year_text(point.year)}-XX"
    year, month = add_months(point.year, point.month, count * {"M": 1, "Q": 3, "H": 6}[unit])
    if not 0 < year < 10000 and not (point.year < 0 and year < 0):
        return ""
    return f"{year_text(year)}-Q{(month + 2) // 3}" if unit == "Q" else write(year, month)


def _step_unknown(point: Point, unit: str) -> str:
    """Give the coarser time within which a day or week lies that cannot be told."""
    if unit == "D":
        return write(point.year, point.month) + ("-XX" if point.month else "-XX-XX")
    if unit == "W":
        return write(point.year, point.month) if point.month else f"{year_text(point.year)}-WXX"
    return ""
