"""Who takes part in an event, as tokens."""

from collections.abc import Callable
from dataclasses import dataclass

from ingest.events.matcher import Hit


@dataclass(frozen=True, slots=True)
class Roles:
    """Tokens that head the phrases of an event's parties, in order of the text.

    is_mutual: the parties did it to each other; all are actors, and none is a recipient.
    """

    actors: tuple[int, ...] = ()
    recipients: tuple[int, ...] = ()
    mediators: tuple[int, ...] = ()
    is_mutual: bool = False


Cast = Callable[[Hit], Roles]
