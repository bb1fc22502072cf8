"""Dates what somebody adds to what they told of a day: "attacked it on Sunday, he said, adding that ten died"."""

from graph.model import When
from ingest.document import Sentence
from ingest.times.account import Account
from ingest.times.clauses import Tense, chain, predicate_of
from ingest.times.telling import own_day


def added_to(account: Account, i: int, sentence: Sentence) -> When | None:
    """Give the day of what somebody told and then added to: "hit it on Sunday, he said, adding that ten died"."""
    document, clauses = account.document, account.clauses
    if clauses.tense_of(predicate_of(document, i)) is not Tense.PAST:
        return None
    for place in chain(document, i):
        adding = document.tokens[document.tokens[place].head]
        said = document.tokens[adding.head]
        is_added = document.tokens[place].dep == "ccomp" and adding.dep == "advcl" and adding.tag == "VBG"
        if is_added and clauses.is_report(adding) and clauses.is_report(said):
            days = (own_day(account, told.i, sentence) for told in document.dependents(said.i, "ccomp"))
            return next(filter(None, days), None)
    return None
