"""What one actor did to another, the latest first; what has no day comes last."""

from graph.rows import UNDATED
from web.filters import Filters
from web.remembered import remembered
from web.ties import keys_query

PAST_DAYS = "9999-99"
PARTS = ("low", "high", "last", "types", "statuses", "sources", "places")


def latest_between(actor: str, recipient: str, quads: list[str], filters: Filters, limit: int) -> list[dict[str, str]]:
    """Give ids and keys of the latest events under the filters, those a tie counts where no status is asked for.

    quads: the quad classes that are asked for, empty for all. At most `limit` rows; events without a day fill
    what those with one leave.
    """
    asked = filters.asked(*PARTS) | {"actor": actor, "recipient": recipient, "quads": quads}
    query = keys_query(actor, recipient)
    rows = remembered(query, **asked | {"high": min(str(asked["high"]), PAST_DAYS), "limit": limit})
    if len(rows) < limit and str(asked["high"]) > UNDATED:
        rows = rows + remembered(query, **asked | {"low": UNDATED, "limit": limit - len(rows)})
    return rows


def by_day(row: dict[str, str]) -> tuple[bool, str]:
    """Give by what the rows of several ties are put in order: reversed, what has no day comes last."""
    return row["key"] < UNDATED, row["key"]
