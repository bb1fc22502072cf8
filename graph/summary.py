"""One plain sentence for an event."""

import re
from collections.abc import Sequence

from graph.model import Status
from graph.plover import Words, plover

MOST_NAMES = 3
MOST_QUOTED, MOST_BEFORE = 80, 30
_TAIL = re.compile(r" (?:of|for|in|from|against|by|and|to|at|with|on)\b| \(")  # where what a name ends in begins
SAID = frozenset({Status.CLAIMED, Status.DENIED})


def _joined(names: Sequence[str]) -> str:
    """Join names as English does; past three, the rest is counted."""
    if len(names) > MOST_NAMES:
        names = [*names[: MOST_NAMES - 1], f"{len(names) - MOST_NAMES + 1} others"]
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def _are_many(names: Sequence[str]) -> bool:
    """Say whether "were" follows: several names, or one in the plural ("gunmen", "Armed Forces of Mali")."""
    if len(names) > 1:
        return True
    *_, head = _TAIL.split(names[0])[0].split() or [""]
    if head.islower():
        return head.endswith(plover().plurals)
    return head in plover().names or head.endswith(plover().name_ends)


def _place_phrase(place: str, before: str = "") -> str:
    """Give where something was done. before: the word that stands there instead of "in" and "at"."""
    if not place:
        return ""
    last = place.split()[-1]
    article = "the " if last in plover().the and not place.lower().startswith("the ") else ""
    return f" {before or ('at' if last in plover().at else 'in')} {article}{place}"


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


def excerpt(quote: str, start: int, end: int) -> str:
    """Give at most MOST_QUOTED characters of a sentence around its trigger, from start to end, cut at word ends.

    An ellipsis stands where it begins amid a clause; no name is cut there.

    >>> excerpt("Ann Lee, the envoy, welcomed the agreement through her spokesman.", 20, 28)
    'welcomed the agreement through her spokesman'
    """
    if not 0 <= start < end <= len(quote):
        return ""
    low = min(start, _name_start(quote, max(0, start - MOST_BEFORE), start - 2 * MOST_BEFORE))
    *ahead, before = re.split(r"[,;:]\s+", quote[low:start])
    is_cut = low > 0 and not ahead
    whole = re.sub(r"\s+", " ", quote[start - len(before) :]).replace('"', "'").strip().rstrip(".")
    whole = f"…{whole}" if is_cut else whole
    if len(whole) <= MOST_QUOTED:
        return whole
    cut = whole[: MOST_QUOTED - 1].rpartition(" ")[0]
    return f"{cut.rstrip(' ,;:.')}…"


def _name_start(quote: str, low: int, least: int) -> int:
    """Give where the first whole word from `low` on begins, or the name it stands in: words in capitals ahead of it.

    A name that begins before `least` is cut.
    """
    words = [match.start() for match in re.finditer(r"\S+", quote)]
    first = next((i for i, at in enumerate(words) if at >= low), len(words) - 1)
    opening = words[first]
    while first and quote[words[first - 1]].isupper() and quote[: words[first]].rstrip()[-1] not in ",;:":
        first -= 1
    return words[first] if words[first] >= least else opening


def _is_bare(type_: str, actors: Sequence[str], recipients: Sequence[str]) -> bool:
    """Say whether a sentence made of names alone would say too little of what was done."""
    return not recipients and (not actors or plover().quad(type_) != "MX")


def summarise(
    type_: str,
    mode: str,
    status: Status,
    actors: Sequence[str],
    recipients: Sequence[str],
    mediators: Sequence[str],
    place: str,
    *,
    near: str = "",
    speaker: str = "",
    trigger: str = "",
    quoted: str = "",
) -> str:
    """Tell an event in one sentence made of its names; what did not simply happen is marked.

    near: the words before a place beside which it was done. speaker: who says so, told with a claim.
    trigger: the word that tells the event. quoted: words of a
    report, told where names alone say too little.

    >>> summarise("ASSAULT", "aerial", Status.ACTUAL, ["Israel"], ["Hamas"], [], "Gaza Strip")
    'Israel struck Hamas in the Gaza Strip.'
    >>> summarise("ASSAULT", "aerial", Status.PLANNED, [], ["Hamas"], [], "")
    'Hamas was struck from the air (planned).'
    >>> summarise("COERCE", "arrest", Status.ACCUSED, ["gunmen"], [], [], "")
    'Gunmen were accused of having made arrests.'
    >>> summarise("RETREAT", "withdraw", Status.ACTUAL, ["Arden"], [], [], "Gao")
    'Arden withdrew from Gao.'
    >>> summarise("ACCUSE", "disapprove", Status.ACCUSED, ["Ann Lee"], ["Arden"], [], "")
    'Ann Lee was said to have criticised Arden.'
    >>> summarise("SUPPORT", "", Status.ACTUAL, ["Ann Lee"], [], [], "", quoted="welcomed the agreement")
    'Ann Lee expressed support: "welcomed the agreement"'
    """
    words = plover().types[type_].words(mode, trigger)
    remark = plover().remarks.get(status, "") if not actors or status == Status.ONGOING else ""
    # nobody is accused of accusing
    told_as = Status.CLAIMED if type_ == "ACCUSE" and status == Status.ACCUSED else status
    told = _with_actor(words, told_as, actors, recipients) if actors else _without_actor(words, recipients)
    through = f", mediated by {_joined(mediators)}" if mediators else ""
    by = f", according to {speaker}" if speaker and status in SAID else ""
    is_named = any(name == place or name.endswith(f" in {place}") for name in (*actors, *recipients))
    where = "" if is_named else _place_phrase(place, near or plover().types[type_].mode(mode).place)
    sentence = f"{told[:1].upper()}{told[1:]}{where}{through}{by}{f' ({remark})' if remark else ''}"
    is_quoted = quoted and _is_bare(type_, actors, recipients)
    return f'{sentence}: "{quoted}"' if is_quoted else f"{sentence}."
