"""Says what the sentence of an event tells of its time."""

from collections.abc import Iterable

from graph.model import Grain, When
from ingest.document import Document, Sentence, TimeExpression, Token
from ingest.times.account import Account, is_day
from ingest.times.bounding import after_gerund, beside, bounded, coordinated, is_bounding, span, until_publication
from ingest.times.clauses import TOLD, Tense, chain, head_of, predicate_of
from ingest.times.lent import had_happened, of_when_clause, weakened

FINE = frozenset({Grain.MINUTE, Grain.PART_OF_DAY, Grain.DAY})
TOO_FAR = 6.0
OUT_OF_SENTENCE = 13.0
COARSE = 1.0
VAGUE = 2.0
SAME_CLAUSE = 1.6
NEWS_DAYS = 7
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def told(account: Account, i: int, sentence: Sentence) -> tuple[When, ...]:
    """Give the time that the event's own sentence tells of it, empty where it tells none."""
    here = account.of(sentence, i)
    if (same := of_when_clause(account, i, here)) and same.when:
        return (same.when,)
    chosen = _choose(account, i, sentence, here)
    if chosen is None and not sentence.is_headline:
        plain = [time for time in here if is_day(time) and not is_bounding(account, time)]
        chosen = _choose(account, i, sentence, plain, in_clause=False)
    if chosen is None:
        return ()
    bound = (
        None
        if _is_at(account, i, chosen)
        else after_gerund(account, i, sentence, chosen)
        or bounded(account, i, chosen, here)
        or beside(account, i, sentence, chosen)
    )
    if bound:
        return (bound,)
    if chosen.when and had_happened(account, i, sentence, chosen):
        return (span(chosen.when, None, chosen.when.last),)
    whens = (until_publication(one, account.published) for one in coordinated(account, chosen, here))
    return tuple(weakened(account, i, sentence, chosen, when) for when in whens)


def _is_at(account: Account, i: int, time: TimeExpression) -> bool:
    """Say whether a clause tells what happened at a time: "since 1 August, when the editor was murdered"."""
    tokens = account.document.tokens
    return any(
        tokens[place].dep == "relcl" and time.start <= tokens[tokens[place].head].start < time.end
        for place in chain(account.document, i)
    )


def own_day(account: Account, i: int, sentence: Sentence, reach: float = SAME_CLAUSE) -> When | None:
    """Give the day that stands with a word in its own clause, or as far above it as reach allows."""
    document = account.document
    for time in account.of(sentence, i):
        if is_day(time) and not is_bounding(account, time):
            head = head_of(document, sentence, time.start, time.end)
            if head and account.clauses.distance(i, head) < reach and not account.clauses.holding_word(i, head):
                return time.when
    return None


def _choose(
    account: Account, i: int, sentence: Sentence, here: Iterable[TimeExpression], *, in_clause: bool = True
) -> TimeExpression | None:
    """Choose the time that governs a token: nearest by the edges of clauses, then in the text.

    in_clause: only one that its own clause gives; else any of the sentence that no report holds.
    """
    document, clauses = account.document, account.clauses
    ranked = []
    for time in here:
        if time.when is None or contradicts(account, i, time.when):
            continue
        head = head_of(document, sentence, time.start, time.end)
        cost = clauses.distance(i, head) if head else TOO_FAR
        is_said = head is not None and _is_apart(account, i, head)
        if head and (clauses.is_earlier(i, head) or _is_divided(document, sentence, i, head.i)):
            continue
        if head and _opens_next_clause(document, i, head):
            continue
        if head and clauses.is_reply(i, head) and _is_past_news(account, time):
            continue
        if cost < TOO_FAR or (cost < OUT_OF_SENTENCE and not in_clause and not is_said):
            ranked.append((cost + _vagueness(account, time), abs(time.start - document.tokens[i].start), time))
    return min(ranked, key=lambda entry: entry[:2])[2] if ranked else None


def _is_past_news(account: Account, time: TimeExpression) -> bool:
    """Say whether a time lies so far before publication that no answer to it is news."""
    last = time.when.last if time.when else None
    return (
        last is not None and account.published.first is not None and (account.published.first - last).days > NEWS_DAYS
    )


def _is_divided(document: Document, sentence: Sentence, event: int, time: int) -> bool:
    """Say whether a semicolon divides an event from a time: two sentences in one.

    One that only parts the members of a row does not: the part of such a time has no verb of its own.
    """
    first, last = sorted((event, time))
    marks = [token.i for token in document.tokens[first:last] if token.text == ";"]
    if not marks:
        return False
    low, high = (marks[-1], sentence.last) if event < time else (sentence.first, marks[0])
    return any(token.tag in FINITE for token in document.tokens[low:high])


def _opens_next_clause(document: Document, event: int, time: Token) -> bool:
    """Say whether a time opens a joined clause after an event's own: "hit it at night, and on Sunday jets came"."""
    up = chain(document, event)
    for place in chain(document, time.i):
        if place in up:
            return False
        verb = document.tokens[place]
        if verb.dep == "conj" and verb.pos in {"VERB", "AUX"} and event < time.i < verb.i:
            subjects = document.dependents(place, "nsubj", "nsubjpass")
            return any(time.i <= subject.i for subject in subjects)
    return False


def _is_apart(account: Account, i: int, head: Token) -> bool:
    """Say whether the clause of a time is a report, or of the past where the event's own is of the present."""
    clauses, document = account.clauses, account.document
    verb = predicate_of(document, head.i)
    is_now = clauses.tense_of(predicate_of(document, i)) is Tense.PRESENT
    return clauses.is_report(verb) or (is_now and clauses.tense_of(verb) in {Tense.PAST, Tense.PLUPERFECT})


def contradicts(account: Account, i: int, when: When) -> bool:
    """Say whether a time cannot be that of a verb: ahead of publication and told as past, or the other way round."""
    verb, published = account.document.tokens[i], account.published
    if verb.pos not in {"VERB", "AUX"}:
        return _came_before(account, verb) and bool(when.first and published.last and when.first > published.last)
    tense = account.clauses.tense_of(verb)
    if tense in {Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT}:
        return bool(when.first and published.last and when.first > published.last)
    return tense is Tense.FUTURE and bool(when.last and published.first and when.last < published.first)


def _came_before(account: Account, noun: Token) -> bool:
    """Say whether something told as past came after what a noun tells: "after the murder they announced"."""
    document = account.document
    prep = document.tokens[noun.head]
    is_after = noun.dep == "pobj" and account.words.has("later-clause", prep.text.lower())
    return is_after and account.clauses.tense_of(predicate_of(document, prep.head)) in TOLD


def _vagueness(account: Account, time: TimeExpression) -> float:
    """Say how much a time is worth less than a plain day."""
    coarse = 0.0 if time.when and time.when.grain in FINE else COARSE
    unknown = VAGUE if time.value.endswith("_REF") else 0.0
    return coarse + unknown + (VAGUE if is_bounding(account, time) else 0.0)
