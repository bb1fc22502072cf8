"""Weakens a time that another clause lends to an event: it may have come before that clause, or only after it."""

from dataclasses import replace

from graph.model import Grain, When
from ingest.document import Document, Sentence, TimeExpression, Token
from ingest.times.account import Account, is_day
from ingest.times.bounding import doubted, span
from ingest.times.clauses import TOLD, Tense, chain, clause_mark, head_of, joined_to, predicate_of

DESCRIBING = frozenset({"acl", "relcl"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def weakened(account: Account, i: int, sentence: Sentence, time: TimeExpression, when: When) -> When:
    """Give the time of an event as surely as the clause in which it stands lends it.

    A day may be that of what came before or after; a longer stretch only begins what came after it.
    """
    head = head_of(account.document, sentence, time.start, time.end)
    if head is None:
        return when
    if _came_after(account, i, head):
        is_sure_day = when.is_day() and account.clauses.tense_of(predicate_of(account.document, i)) is Tense.PAST
        return doubted(when) if is_sure_day else _from(account, when)
    return doubted(when) if _may_be_earlier(account, i, head) else when


def had_happened(account: Account, i: int, sentence: Sentence, time: TimeExpression) -> bool:
    """Say whether an event had happened by a time: "said on Friday that they had left", "declared taken on Sunday".

    A participle before its noun had too: "the stolen guns were found on Monday".
    """
    document = account.document
    token = document.tokens[i]
    if token.tag == "VBN" and token.dep == "amod":
        return True
    verb = predicate_of(document, i)
    governor = document.tokens[verb.head]
    if verb.tag == "VBN" and verb.dep in {"xcomp", "oprd"} and account.clauses.is_report(governor):
        return True
    head = head_of(document, sentence, time.start, time.end)
    if head is None or account.clauses.tense_of(verb) is not Tense.PLUPERFECT:
        return False
    first, other = joined_to(document, _main_of(document, verb)), predicate_of(document, head.i)
    is_of_other = first.i not in chain(document, head.i) or (
        other.dep == "ccomp" and other.i < first.i and account.clauses.tense_of(other) is Tense.PAST
    )  # "gave the toll on Friday: ten had died"
    return is_of_other and not is_just_over(account, verb)


def _main_of(document: Document, verb: Token) -> Token:
    """Give the verb with which a bare participle goes: "had struck on Sunday, killing ten"; else the verb itself."""
    is_bare = verb.tag == "VBG" and verb.dep == "advcl" and verb.head < verb.i
    if not is_bare or any(True for _ in document.dependents(verb.i, "aux", "mark", "nsubj")):
        return verb
    return document.tokens[verb.head]


def is_just_over(account: Account, verb: Token) -> bool:
    """Say whether a deed had just been done when what its sentence tells came: "held after having shot at a bus"."""
    prep = account.document.tokens[verb.head]
    return verb.dep == "pcomp" and account.words.has("later-clause", prep.text.lower())


def _from(account: Account, when: When) -> When:
    """Give the stretch from a time on, to publication."""
    last = account.published.last
    if when.first is None or (last is not None and when.first > last):
        return when
    return replace(span(when, when.first, last), grain=Grain.UNKNOWN, earliest=None, latest=None)


def _came_after(account: Account, i: int, head: Token) -> bool:
    """Say whether an event only followed what a time dates: "men held in May fled", "it began in May and has grown".

    So it is where the time describes who acts, unless that is a deed itself ("the raid launched in May killed ten"),
    and where it stands in the first of two joined clauses, of which the second has its own subject or a perfect.
    """
    document = account.document
    verb = predicate_of(document, i)
    way = list(chain(document, head.i))
    up = chain(document, i)
    for place in way:
        noun = document.tokens[document.tokens[place].head]
        is_of_subject = document.tokens[place].dep in DESCRIBING and noun.dep in SUBJECTS
        if is_of_subject and place not in up and noun.i not in up and not _is_at_work(account, noun):
            return account.clauses.tense_of(verb) in TOLD
    return _is_of_first_clause(account, verb, head)


def _is_at_work(account: Account, noun: Token) -> bool:
    """Say whether a noun is a deed or weapon, which does what its verb tells on its own day."""
    return account.words.is_deed(noun.lemma) or account.words.has("weapon-noun", noun.lemma)


def _is_of_first_clause(account: Account, verb: Token, head: Token) -> bool:
    """Say whether a time stands within the first of two joined clauses, and a verb is the second."""
    document = account.document
    first = document.tokens[verb.head]
    is_joined = verb.dep == "conj" and first.i < head.i < verb.i and first.pos in ("VERB", "AUX")
    up = chain(document, head.i)
    if not is_joined or first.i not in up or verb.i in up:
        return False
    if any(document.tokens[place].dep in ("ccomp", "advcl", "relcl") for place in up if up[place] < up[first.i]):
        return False
    has_own = any(True for _ in document.dependents(verb.i, "nsubj", "nsubjpass"))
    helpers = {token.text.lower() for token in document.dependents(verb.i, "aux")}
    is_later = bool(helpers & account.words.lists["have"]) and account.clauses.tense_of(first) is Tense.PAST
    return has_own or is_later


def _may_be_earlier(account: Account, i: int, head: Token) -> bool:
    """Say whether an event came before what its time dates, if on the same day: "shelters built by aid groups fell on
    Monday", "they left on Monday after ten died", "… after a raid", "the truce that ended the war held on Monday".
    """
    document = account.document
    verb = predicate_of(document, i)
    up = chain(document, head.i)
    if i not in up and _is_reported_of(account, i):
        return True
    if verb.i in up:
        return False
    mark = clause_mark(document, head.i, document.tokens[i]) or _governing(document, i, head)
    is_after = account.words.has("later-clause", mark)
    is_past = verb.dep == "relcl" and account.clauses.tense_of(verb) is Tense.PAST and not _is_there(account, verb)
    return is_after or is_just_over(account, verb) or is_past or (verb.tag == "VBN" and verb.dep == "acl")


def _governing(document: Document, i: int, head: Token) -> str:
    """Give the preposition before an event that stands beside a time: "after" of "vowed on Monday after the raid"."""
    token = document.tokens[i]
    while token.dep in {"compound", "conj"} and token.pos == "NOUN":
        token = document.tokens[token.head]
    is_beside = token.dep == "pobj" and token.i not in chain(document, head.i)
    return document.tokens[token.head].text.lower() if is_beside else ""


def _is_there(account: Account, verb: Token) -> bool:
    """Say whether a clause goes on with what happened in a place: "they clashed in the square, where ten were hurt"."""
    marks = account.document.dependents(verb.i, "advmod")
    return any(mark.i < verb.i and account.words.has("locating", mark.text.lower()) for mark in marks)


def _is_reported_of(account: Account, i: int) -> bool:
    """Say whether an event is what a report is of, so that a day may be the report's: "had reports of two blasts"."""
    document = account.document
    prep = document.tokens[document.tokens[i].head]
    noun = document.tokens[prep.head]
    is_of = document.tokens[i].dep == "pobj" and account.words.has("belonging", prep.text.lower())
    return is_of and noun.pos == "NOUN" and account.clauses.is_report(noun)


def of_when_clause(account: Account, i: int, here: list[TimeExpression]) -> TimeExpression | None:
    """Give the day right before the clause of an event that "when" opens: "on Sunday, when gunmen killed the mayor".

    A clause below that one, and one with a time of its own, keeps its own.
    """
    document = account.document
    own = predicate_of(document, i)
    first = joined_to(document, own)
    marks = (mark for verb in (own, first) for mark in document.dependents(verb.i, "advmod") if mark.i < verb.i)
    mark = next((mark for mark in marks if account.words.has("same-time", mark.text.lower())), None)
    if mark is None or any(_is_within(document, time, own.i) for time in here):
        return None
    return next((time for time in here if is_day(time) and _is_right_before(document, time, mark)), None)


def _is_within(document: Document, time: TimeExpression, verb: int) -> bool:
    """Say whether a time stands in the clause of a verb itself."""
    head = head_of(document, document.sentence_at(verb), time.start, time.end)
    return head is not None and predicate_of(document, head.i).i == verb


def _is_right_before(document: Document, time: TimeExpression, mark: Token) -> bool:
    """Say whether nothing but a comma parts a time from the word after it."""
    return time.end <= mark.start and document.text[time.end : mark.start].strip() in ("", ",")
