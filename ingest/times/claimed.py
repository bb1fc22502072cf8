"""Dates a deed that somebody claims by the deed, not by the claim: "rebels on Friday claimed Monday's bombing"."""

from graph.model import When
from ingest.document import Token
from ingest.times.account import Account
from ingest.times.again import named_again
from ingest.times.bounding import span, until_publication
from ingest.times.clauses import chain, head_of
from ingest.times.telling import own_day

OBJECTS = ("dobj", "nsubjpass")


def claimed(account: Account, i: int) -> When | None:
    """Give the time of the deed that a verb claims; no later than the claim, where only that has a day.

    None where the verb claims no deed, or neither has a day in the sentence or where the deed is named again.
    """
    noun = _deed(account, i)
    if noun is None:
        return None
    document = account.document
    sentence = document.sentence_at(i)
    for time in account.of(sentence, noun.i):
        head = head_of(document, sentence, time.start, time.end)
        if head is not None and noun.i in chain(document, head.i):
            return until_publication(time, account.published)
    if again := named_again(account, noun.i):
        return again
    day = own_day(account, i, sentence)
    return span(day, None, day.last) if day else None


def _deed(account: Account, i: int) -> Token | None:
    """Give the noun of the deed a verb claims: "claimed the raid", "claimed responsibility for the raid"."""
    document, words = account.document, account.words
    lemma = document.tokens[i].lemma
    if not words.has("claiming", lemma) and not words.has("taking", lemma):
        return None
    for noun in document.dependents(i, *OBJECTS):
        if not words.has("claimed", noun.lemma):  # "took the offensive" claims nothing
            return noun if words.is_deed(noun.lemma) and words.has("claiming", lemma) else None
        preps = [*document.dependents(noun.i, "prep"), *document.dependents(i, "prep")]
        deeds = (deed for prep in preps if prep.text.lower() == "for" for deed in document.dependents(prep.i, "pobj"))
        return next((deed for deed in deeds if words.is_deed(deed.lemma)), None)
    return None
