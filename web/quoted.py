"""The sentences that a file of the graph takes along: of its strongest ties the latest events, a sentence each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from graph.export.told import Quote, Quotes, TieQuotes, ToldEvent
from web.evidence import safe_url
from web.filters import Filters
from web.remembered import remembered
from web.ties import Tie, Ties
from web.told import told_events
from web.words import counted, status_name

MOST_TIES = 150
EVENTS_EACH = 3
MOST_LETTERS = 600


def quotes_of(found: Ties, filters: Filters) -> Quotes:
    """Give the latest EVENTS_EACH events of the MOST_TIES strongest ties under the filters, with a sentence each."""
    strongest = sorted(found.shown, key=lambda tie: (-tie.events, tie.actor, tie.recipient, tie.sign))[:MOST_TIES]
    ids = _latest(strongest, filters)
    told = {event.id: event for event in told_events(list(dict.fromkeys(id_ for some in ids.values() for id_ in some)))}
    events = {tie: [told[id_] for id_ in some if id_ in told] for tie, some in ids.items()}
    ties = tuple(
        TieQuotes(tie.actor, tie.recipient, tie.sign, tie.events, tuple(_quotes(events[tie]))) for tie in strongest
    )
    return Quotes(ties, _remark(len(found.shown) - len(ties)))


def _latest(ties: Sequence[Tie], filters: Filters) -> dict[Tie, list[str]]:
    """Give the ids of the latest events of each tie under the filters, read with one query for all of them."""
    names = {tie: f"{tie.actor}~{tie.recipient}~{tie.sign}" for tie in ties}
    actors = sorted({tie.actor for tie in ties})
    asked = {"actors": actors, "ties": list(names.values()), "each": EVENTS_EACH, "limit": max(len(ties), 1)}
    parts = ("low", "high", "last", "types", "quads", "statuses", "sources", "places")
    found = {row["tie"]: row["ids"] for row in remembered("ties_latest", **asked, **filters.asked(*parts))}
    return {tie: found.get(name, []) for tie, name in names.items()}


def _quotes(events: Iterable[ToldEvent]) -> Iterator[Quote]:
    """Give one sentence of each event, the first that tells it."""
    for event in events:
        for one in event.citations[:1]:
            text = one.sentence if len(one.sentence) <= MOST_LETTERS else one.sentence[: MOST_LETTERS - 1] + "…"
            status = "" if event.status == "actual" else status_name(event.status)
            cited = replace(one, sentence=text, url=safe_url(one.url))
            yield Quote(event.when, status, event.reports, cited)


def _remark(left: int) -> str:
    """Say what is left out."""
    each = f"Of each tie the latest {EVENTS_EACH} events, with the first sentence that tells each of them"
    rest = f"; {counted(left, 'weaker tie')} without sentences" if left > 0 else ""
    return f"{each}{rest}. What is left out stands in the graph this page was made from."
