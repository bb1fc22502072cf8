"""Values as JSON can hold them."""

from dataclasses import fields, is_dataclass
from datetime import date, datetime
from typing import Any


def plain(value: Any) -> Any:
    """Give a value JSON does not know as one it does.

    Raises TypeError where there is none.
    """
    if is_dataclass(value) and not isinstance(value, type):
        return {item.name: getattr(value, item.name) for item in fields(value)}
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, set | frozenset):
        return sorted(value)
    if hasattr(value, "iso_format"):
        return value.iso_format()
    raise TypeError(f"{type(value).__name__} has no form in JSON")
