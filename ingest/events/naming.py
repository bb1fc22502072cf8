"""Looks up what a noun phrase names in a table of names of one or more words."""

from pathlib import Path

from ingest.events.tree import Tree
from ingest.lexicon import read_table

Names = dict[str, tuple[tuple[str, str], ...]]
_NAMING = ("NOUN", "PROPN", "ADJ")


def read_names(path: Path, column: str) -> Names:
    """Give (words before, meaning) by the last word of each name, longer names first.

    column: the column that says what the `words` of a row mean. Raises LexiconError.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    for row in read_table(path, ("words", column)):
        *before, last = row["words"].split()
        found.setdefault(last, []).append((" ".join(before), row[column]))
    return {last: tuple(sorted(names, key=lambda name: -len(name[0]))) for last, names in found.items()}


def name_at(tree: Tree, names: Names, i: int) -> str:
    """Give what the words ending at token i mean, "" where they are no name of the table."""
    token = tree.tokens[i]
    if token.pos not in _NAMING:
        return ""
    for before, meaning in names.get(token.lemma, ()):
        count = len(before.split())
        words = [tree.tokens[place].lemma for place in range(max(0, i - count), i)]
        if not before or " ".join(words) == before:
            return meaning
    return ""
