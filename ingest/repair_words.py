"""The words by which slips of the parser are mended, and the form every repair has."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields

from ingest.document import Token
from ingest.lexicon import LEXICONS, read_toml

PATH = LEXICONS / "repairs.toml"


@dataclass(frozen=True, slots=True)
class RepairWords:
    """Lists of lemmas; repairs.toml says what each is for, under the same name."""

    saying: frozenset[str]
    going_on: frozenset[str]
    offices: frozenset[str]
    marking: frozenset[str]
    doing: frozenset[str]
    belonging: frozenset[str]


Children = Sequence[Sequence[int]]
Repair = Callable[[Sequence[Token], Children, RepairWords], Iterator[Token]]


def read_repairs() -> RepairWords:
    """Give the word lists. Raises LexiconError for a list without words."""
    tables = read_toml(PATH, wanted=("source", "examples", "words"))
    names = (item.name.replace("_", "-") for item in fields(RepairWords))
    return RepairWords(*(frozenset(tables[name]["words"].split()) for name in names))
