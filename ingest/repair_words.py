"""The words by which slips of the parser are mended, and the form every repair has."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields

from ingest import lexicon
from ingest.document import Token

PATH = lexicon.LEXICONS / "repairs.toml"


@dataclass(frozen=True, slots=True)
class RepairWords:
    """Lists of lemmas; repairs.toml says what each is for, under the same name."""

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
    turning_to: frozenset[str]
    pleading: frozenset[str]
    asking: frozenset[str]
    forcing: frozenset[str]
    naming: frozenset[str]
    supposing: frozenset[str]


Children = Sequence[Sequence[int]]
Repair = Callable[[Sequence[Token], Children, RepairWords], Iterator[Token]]


def read_repairs() -> RepairWords:
    """Give the word lists. Raises LexiconError for a list missing, empty or unknown."""
    return RepairWords(**lexicon.read_lists(PATH, (item.name for item in fields(RepairWords))))
