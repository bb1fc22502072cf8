"""What the page of the graph says of itself: how much is shown, how it is counted, and what is left out and why."""

from web.filters import Filters
from web.ties import Ties
from web.window import possibly_told
from web.words import counted

COUNTED = (
    "Ties count events: one with several actors or recipients, or in which two fought each other, counts on each of "
    "its ties, so ties add up to more than the events."
)


def sentence_of(ties: Ties, held: int) -> str:
    """Say how much is shown. held: all actors of the graph."""
    shown, between = len(ties.actors), counted(len(ties.shown), "tie")
    if len(ties.shown) < ties.all_ties or not ties.is_whole:
        between = f"the {len(ties.shown):,} strongest ties"
    if shown == ties.all_actors:
        actors = counted(held, "actor") if shown == held else f"{shown:,} of {counted(held, 'actor')}"
        return f"{actors}, {between}."
    least = "" if ties.is_whole else "at least "
    cut = f"Showing {shown:,} of {least}{counted(ties.all_actors, 'actor')}, ranked by events"
    return f"{cut}, and {between} between them."


def remarks_of(filters: Filters, ties: Ties, held: int) -> tuple[str, ...]:
    """Say what the picture leaves out. held: all actors of the graph."""
    remarks = []
    if ties.is_whole and held > ties.all_actors:
        without = counted(held - ties.all_actors, "actor has", "actors have")
        under = " under these filters" if filters.is_narrow() else ""
        remarks.append(f"{without} no tie{under}: no event that counts names both them and whom they act on.")
    remarks.append("Events without both a known actor and a known recipient are not drawn; the timeline has them.")
    if not filters.statuses:
        remarks.append("Only what happened is counted, not what was planned, threatened, denied or claimed.")
    remarks.append(COUNTED)
    remarks += possibly_told(filters)
    if ties.since:
        remarks.append(f"Counted from {ties.since} on: with those before there are too many events to read at once.")
    if len(ties.shown) < ties.all_ties or not ties.is_whole:
        remarks.append("Weaker ties are left out; narrow the filters to see them.")
    return tuple(remarks)


def already_shown(name: str, strongest: int, number: int) -> str:
    """Say that the strongest partners of an actor are in the picture already. number: how many partners it has.

    >>> already_shown("Egypt", 3, 3), already_shown("Egypt", 25, 412)
    ('All 3 partners of Egypt are shown already.', 'The 25 strongest of 412 partners of Egypt are shown already.')
    """
    if number < 2:
        return f"{'The one' if number else 'No'} partner of {name} is shown already."
    which = f"All {number:,}" if strongest == number else f"The {strongest:,} strongest of {number:,}"
    return f"{which} partners of {name} are shown already."
