"""One plain sentence for an event."""

from collections.abc import Sequence

from graph.model import Status
from graph.plover import Words, plover

MOST_NAMES = 3
PLURALS = ("s", "men", "people", "police", "children")


def _joined(names: Sequence[str]) -> str:
    """Join names as English does; past three, the rest is counted."""
    if len(names) > MOST_NAMES:
        names = [*names[: MOST_NAMES - 1], f"{len(names) - MOST_NAMES + 1} others"]
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def _are_many(names: Sequence[str]) -> bool:
    """Say whether "were" follows: several names, or a common noun in the plural ("Palestinian gunmen")."""
    return len(names) > 1 or any(word.islower() and word.endswith(PLURALS) for word in names[0].split())


def _place_phrase(place: str) -> str:
    if not place:
        return ""
    article = "the " if place.split()[-1] in plover().the and not place.lower().startswith("the ") else ""
    return f" in {article}{place}"


def _without_actor(words: Words, recipients: Sequence[str]) -> str:
    if not recipients:
        return words.noun
    passive = words.passive
    if _are_many(recipients) and passive.startswith("was "):
        passive = f"were {passive[4:]}"
    return f"{_joined(recipients)} {passive}"


def _with_actor(words: Words, status: Status, actors: Sequence[str], recipients: Sequence[str]) -> str:
    forms = words.whom if recipients else words.alone
    do, did, done = (f"{form} {_joined(recipients)}".rstrip() for form in forms)
    told = plover().told[status]
    if _are_many(actors):
        told = told.replace("{actor} was", "{actor} were")
    return told.format(actor=_joined(actors), do=do, did=did, done=done)


def summarise(
    type_: str,
    mode: str,
    status: Status,
    actors: Sequence[str],
    recipients: Sequence[str],
    mediators: Sequence[str],
    place: str,
) -> str:
    """Tell an event in one sentence made of its names; what did not simply happen is marked.

    >>> summarise("ASSAULT", "aerial", Status.ACTUAL, ["Israel"], ["Hamas"], [], "Gaza Strip")
    'Israel struck Hamas in the Gaza Strip.'
    >>> summarise("ASSAULT", "aerial", Status.PLANNED, [], ["Hamas"], [], "")
    'Hamas was struck from the air (planned).'
    >>> summarise("COERCE", "arrest", Status.ACCUSED, ["gunmen"], [], [], "")
    'Gunmen were accused of having made arrests.'
    """
    words = plover().types[type_].mode(mode).words
    if actors:
        told, remark = _with_actor(words, status, actors, recipients), ""
    else:
        told, remark = _without_actor(words, recipients), plover().remarks.get(status, "")
    through = f", mediated by {_joined(mediators)}" if mediators else ""
    return f"{told[:1].upper()}{told[1:]}{_place_phrase(place)}{through}{f' ({remark})' if remark else ''}."
