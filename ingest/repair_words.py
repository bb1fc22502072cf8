"""The words by which slips of the parser are mended, and the form every repair has."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields

from ingest import lexicon
from ingest.document import Token
from ingest.events.frames import Frame, read_frames

PATH = lexicon.LEXICONS / "repairs.toml"
_DEEDS = frozenset(("ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "RETREAT"))
_TALK = frozenset(("ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN", "PROTEST"))


@dataclass(frozen=True, slots=True)
class RepairWords:
    """Lists of lemmas; repairs.toml says what each is for, under the same name.

    forcing: verbs of deeds, each alone or with its particle or object, as the tables of events have them:
    "strike", "shoot down", "sink", "launch operation".
    """

    saying: frozenset[str]
    going_on: frozenset[str]
    offices: frozenset[str]
    marking: frozenset[str]
    doing: frozenset[str]
    belonging: frozenset[str]
    giving: frozenset[str]
    relating: frozenset[str]
    harming: frozenset[str]
    leaving: frozenset[str]
    left_as: frozenset[str]
    counting_in: frozenset[str]
    blows: frozenset[str]
    striking: frozenset[str]
    turning_to: frozenset[str]
    pleading: frozenset[str]
    asking: frozenset[str]
    naming: frozenset[str]
    supposing: frozenset[str]
    forcing: frozenset[str]


Children = Sequence[Sequence[int]]
Repair = Callable[[Sequence[Token], Children, RepairWords], Iterator[Token]]


def read_repairs() -> RepairWords:
    """Give the word lists. Raises LexiconError for a list missing, empty or unknown, or a frame that cannot stand."""
    names = (item.name for item in fields(RepairWords) if item.name != "forcing")
    return RepairWords(**lexicon.read_lists(PATH, names), forcing=_forcing())


def _forcing() -> frozenset[str]:
    """Give the verbs of deeds that take an object, but for those that also judge whatever is their object."""
    frames = [frame for found in read_frames().values() for frame in found if not frame.is_noun]
    judging = {frame.head for frame in frames if frame.type in _TALK and _is_of_any(frame)}
    deeds = {_key(frame) for frame in frames if frame.type in _DEEDS and (frame.rest or _takes_object(frame))}
    return frozenset(deeds - judging)


def _is_of_any(frame: Frame) -> bool:
    return not frame.rest and not frame.needs and "obj" in frame.recipient


def _takes_object(frame: Frame) -> bool:
    return "obj" in frame.recipient or (frame.type == "ASSAULT" and bool(frame.needs))  # "sink" a "boat"


def _key(frame: Frame) -> str:
    return " ".join((frame.head, *frame.rest[-1:]))
