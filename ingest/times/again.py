"""Dates an event by another place of the text that tells the same event with its day."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from graph.model import Basis, When
from ingest.document import Document, Sentence, Token
from ingest.times.account import Account, is_at_head, is_day
from ingest.times.clauses import chain
from ingest.times.telling import SAME_CLAUSE, contradicts, own_day

LEAD_SENTENCES = 3
SAME_WORD_REACH = 400
STEM = 5
BELOW_CLAUSE = 3.0
SUMMING_SENTENCES = 2
RELATIVE = frozenset({"WP", "WDT"})


def named_again(account: Account, i: int) -> When | None:
    """Date "the raid" or "its launch" by the same word where it stands with a day of its own.

    Of one deed two words may tell ("the murder of the mayor", "the mayor was shot dead on Friday") where both
    name who suffered it; words that name others are of other deeds.
    """
    document, token = account.document, account.document.tokens[i]
    is_definite = token.pos == "NOUN" and _is_definite(account, i)
    if not is_definite and (not is_lead(document, document.sentence_at(i)) or _has_begun(account, i)):
        return None
    undergoers = _undergoers(account, i)
    for place in _around(i, len(document.tokens)):
        other = document.tokens[place]
        is_same = _is_same_word(other.lemma, token.lemma)
        if not is_same and not (is_definite and account.words.is_one_deed(other.lemma, token.lemma)):
            continue
        theirs = _undergoers(account, place)
        is_other = bool(undergoers and theirs) and not undergoers & theirs
        if is_other or not (is_same or undergoers & theirs):
            continue
        when = own_day(
            account, place, document.sentence_at(place), BELOW_CLAUSE if is_same and place < i else SAME_CLAUSE
        )
        if when and not contradicts(account, i, when):
            return replace(when, basis=Basis.INFERRED)
    return _only_day(account, i) if is_definite and not undergoers else None


def _has_begun(account: Account, i: int) -> bool:
    """Say whether a sentence before has told a day of the news: what a lead goes on to tell is of that."""
    document, published = account.document, account.published.last
    return any(
        is_day(time) and not is_at_head(document, time) and time.when.first <= published
        for sentence in document.sentences[: document.sentence_at(i).number]
        if not sentence.is_headline
        for time in account.of(sentence)
        if time.when and time.when.first and published
    )


def _only_day(account: Account, i: int) -> When | None:
    """Date "the bombing" by other words for such a deed ("a bomb exploded on Thursday") where they tell of one day."""
    document, token = account.document, account.document.tokens[i]
    found: dict[date | None, When] = {}
    for place in _around(i, len(document.tokens)):
        if account.words.is_one_deed(document.tokens[place].lemma, token.lemma):
            when = own_day(account, place, document.sentence_at(place))
            if when and not contradicts(account, i, when):
                found.setdefault(when.first, when)
    return replace(next(iter(found.values())), basis=Basis.INFERRED) if len(found) == 1 else None


def _around(i: int, end: int) -> Iterator[int]:
    """Give the places of the words before a token, nearest first, and then of those after it."""
    yield from range(i - 1, max(-1, i - SAME_WORD_REACH), -1)
    yield from range(i + 1, min(end, i + SAME_WORD_REACH))


def _undergoers(account: Account, i: int) -> frozenset[str]:
    """Give the lemmas of those whom a deed befell, as its clause or noun phrase names them; no pronouns."""
    document = account.document
    heads = [token.i for token in document.dependents(i, "dobj", "nsubjpass", "poss")]
    for prep in document.dependents(i, "prep"):
        if account.words.has("befalling", prep.lemma):
            heads += [token.i for token in document.dependents(prep.i, "pobj")]
    heads = [_described(document, head) for head in heads]
    joined = [other.i for head in heads for other in document.dependents(head, "conj", "appos")]
    named = [document.tokens[head] for head in [*heads, *joined] if document.tokens[head].pos != "PRON"]
    return frozenset(token.lemma.lower() for token in named if not _is_time(account, token))


def _described(document: Document, i: int) -> int:
    """Give the noun for which a relative pronoun stands ("the mayor who was shot"), any other word itself."""
    token = document.tokens[i]
    clause = document.tokens[token.head]
    return clause.head if token.pos == "PRON" and token.tag in RELATIVE and clause.dep == "relcl" else i


def _is_time(account: Account, token: Token) -> bool:
    """Say whether a word is part of a time expression."""
    sentence = account.document.sentence_at(token.i)
    return any(time.start <= token.start < time.end for time in account.within(sentence.start, sentence.end))


def summed_up(account: Account, i: int, sentence: Sentence) -> When | None:
    """Date an event by the sentences after it: "The attack took place on 15 January", "This happened on 5 July"."""
    document = account.document
    for after in document.sentences[sentence.number + 1 : sentence.number + 1 + SUMMING_SENTENCES]:
        for token in document.tokens_of(after):
            is_next = after.number == sentence.number + 1 or is_lead(document, sentence)
            if token.dep in {"nsubj", "nsubjpass"} and _sums_up(account, token, i, is_next=is_next):
                when = own_day(account, token.head, after)
                if when:
                    return replace(when, basis=Basis.INFERRED)
    return None


def _sums_up(account: Account, subject: Token, i: int, *, is_next: bool) -> bool:
    """Say whether a clause only says when the event of token i took place."""
    tokens, words = account.document.tokens, account.words
    verb = tokens[subject.head].lemma
    if words.has("occur", verb):
        is_pointing = words.has("pointing", subject.text.lower())
        return is_next and not _is_content(account, i) if is_pointing else _is_definite(account, subject.i)
    return (
        words.has("begin", verb) and _is_same_word(subject.lemma, tokens[i].lemma) and _is_definite(account, subject.i)
    )


def _is_content(account: Account, i: int) -> bool:
    """Say whether a token stands in what somebody says or thinks."""
    tokens = account.document.tokens
    return any(tokens[place].dep in {"ccomp", "parataxis"} for place in chain(account.document, i))


def is_lead(document: Document, sentence: Sentence) -> bool:
    """Say whether a sentence is among the first of the text proper."""
    before = document.sentences[max(0, sentence.number - 2 * LEAD_SENTENCES) : sentence.number]
    return sentence.number < 2 * LEAD_SENTENCES and sum(not one.is_headline for one in before) < LEAD_SENTENCES - 1


def _is_definite(account: Account, i: int) -> bool:
    """Say whether a noun points back to something told: "the raid", "its launch"."""
    marks = account.document.dependents(i, "det", "poss")
    return any(mark.dep == "poss" or account.words.has("definite", mark.text.lower()) for mark in marks)


def _is_same_word(one: str, two: str) -> bool:
    """Say whether two lemmas are one word or verb and noun of it: kidnap and kidnapping."""
    return one == two or (min(len(one), len(two)) >= STEM and one[:STEM] == two[:STEM])
