"""Event frames: which words tell an event, of what type, and where its parties stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import LexiconError
from ingest.lexicon import LEXICONS, read_table

FRAMES = LEXICONS / "events"
COLUMNS = (
    "words", "part", "mode", "cameo", "actor", "recipient", "kills", "needs", "not_with", "status", "example",
)  # fmt: skip
PARTS = ("verb", "phrase", "noun")
_ADVERBS = (["ethnically"], ["sexually"], ["forcibly"])
STATUSES = ("", "planned", "called_for", "threatened", "refused", "attempted", "claimed")
TYPES = frozenset(
    [
        "AGREE",
        "CONSULT",
        "SUPPORT",
        "CONCEDE",
        "COOPERATE",
        "AID",
        "RETREAT",
        "REQUEST",
        "ACCUSE",
        "REJECT",
        "THREATEN",
        "PROTEST",
        "SANCTION",
        "MOBILIZE",
        "COERCE",
        "ASSAULT",
    ]
)
COOPERATION = frozenset(["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"])
CONFLICT = frozenset(["THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"])
PENALTY = frozenset(["SANCTION", "PROTEST", "COERCE", "ASSAULT"])

# What a frame may ask of the words around it besides plain lemmas.
TESTS = frozenset(
    [
        "AMOD",
        "XCOMP",
        "FOR",
        "OBJ",
        "DOBJ",
        "INTRANS",
        "PREP",
        "PCOMP",
        "CCOMP",
        "CCOMPMUST",
        "PLURAL",
        "OPRD",
        "TOGPE",
        "INGPE",
        "EV_CONF",
        "EV_COOP",
        "EV_SANC",
        "BLAMES",
        "PASSIVE",
        "METWITH",
        "FLUNG",
        "RAMMED",
        "PEOPLE",
        "BYLAW",
        "PERSON",
        "GROUP",
        "PLACE",
        "MIL",
        "FACILITY",
        "GPE",
        "ORG",
        "NORP",
    ]
)


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to tell an event.

    head, rest: lemma of the governing word, and of the words that must stand with it.
    actor, recipient: slots to look into, the first filled one counts: subj, obj, iobj, poss, adj,
    inner (object of the complement), innersubj and ccompsubj (subject of the complement), none, or
    a preposition.
    needs: lemmas or tests, one of which must hold; not_with: lemmas or tests, none of which may.
    status: what the frame itself says of its complement: planned, called_for, threatened, refused.
    """

    id: str
    type: str
    head: str
    rest: tuple[str, ...]
    part: str
    mode: str
    cameo: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    kills: bool
    needs: tuple[str, ...]
    not_with: frozenset[str]
    status: str

    @property
    def is_noun(self) -> bool:
        """Say whether a noun governs it."""
        return self.part == "noun"


def read_frames() -> dict[str, tuple[Frame, ...]]:
    """Give all frames by the lemma of their head, those of several words first.

    Raises LexiconError naming table and entry for a part, slot, test, mode or status not known.
    """
    by_head: dict[str, list[Frame]] = {}
    seen: dict[str, Path] = {}
    for path in sorted(FRAMES.glob("*.tsv")):
        for frame in _frames_of(path):
            if frame.id in seen:
                raise LexiconError(path.name, frame.id, f"id also in {seen[frame.id].name}", "an id of its own")
            seen[frame.id] = path
            by_head.setdefault(frame.head, []).append(frame)
    return {head: tuple(sorted(found, key=lambda frame: -len(frame.rest))) for head, found in by_head.items()}


def _frames_of(path: Path) -> Iterator[Frame]:
    """Give the frames of one table; its name is their type."""
    event_type = path.stem.upper()
    if event_type not in TYPES:
        raise LexiconError(path.name, "(whole file)", f"no event type {event_type}", "a table named by a type")
    for row in read_table(path, COLUMNS):
        frame = _frame(row, event_type)
        _check(path, row, frame)
        yield frame


def _frame(row: dict[str, str], event_type: str) -> Frame:
    words = row["words"].split()
    # A noun's words end in its head; so do an adverb and its verb ("sexually assault").
    is_last = row["part"] == "noun" or words[:1] in _ADVERBS
    head = len(words) - 1 if is_last else 0
    return Frame(
        id=row["id"],
        type=event_type,
        head=words[head] if words else "",
        rest=tuple(words[:head] + words[head + 1 :]),
        part=row["part"],
        mode=row["mode"],
        cameo=row["cameo"],
        actor=_cells(row["actor"]),
        recipient=_cells(row["recipient"]),
        kills=row["kills"] == "1",
        needs=_cells(row["needs"]),
        not_with=frozenset(_cells(row["not_with"])),
        status=row["status"],
    )


def _cells(text: str) -> tuple[str, ...]:
    return tuple(cell for cell in text.split("|") if cell)


def _check(path: Path, row: dict[str, str], frame: Frame) -> None:
    """Raise LexiconError where a row cannot stand."""

    def refuse(problem: str, wanted: str) -> LexiconError:
        return LexiconError(path.name, frame.id, problem, wanted)

    if not frame.head:
        raise refuse("no words", "the lemmas of the frame")
    if frame.part not in PARTS:
        raise refuse(f"part {frame.part!r}", "verb, phrase or noun")
    if not row["example"]:
        raise refuse("no example", "a sentence it fires on")
    if frame.status not in STATUSES:
        raise refuse(f"status {frame.status!r}", "one of " + ", ".join(filter(None, STATUSES)))
    for word in (*frame.needs, *frame.not_with):
        if word.isupper() and word not in TESTS:
            raise refuse(f"test {word}", "one of " + ", ".join(sorted(TESTS)))
    for slot in (*frame.actor, *frame.recipient):
        if not slot.isalpha() or not slot.islower():
            raise refuse(f"slot {slot!r}", "a slot or a preposition")
