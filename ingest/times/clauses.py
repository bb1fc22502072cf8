"""Reads the grammar around an event: the clause of its time, its tense, whether it only reports."""

from collections.abc import Iterator
from enum import StrEnum

from ingest.document import Document, Sentence, Token

REPORTING = frozenset({
    "say", "report", "announce", "tell", "add", "confirm", "claim", "state", "declare", "warn", "accuse", "deny",
    "quote", "note", "insist", "explain", "reveal", "learn", "acknowledge", "argue", "write", "comment", "disclose",
    "call", "condemn", "denounce", "express", "demand", "ask", "urge", "assert", "indicate", "maintain", "stress",
    "point", "mention", "describe", "admit", "vow", "pledge", "blame", "criticize", "praise", "reply", "respond",
})  # fmt: skip
# Verbs about an event that had happened before: what they govern keeps its own time.
ABOUT = frozenset({
    "investigate", "probe", "discuss", "protest", "mourn", "commemorate", "clarify", "solve", "avenge", "repudiate",
    "lament", "regret", "remember", "recall", "link", "charge", "suspect", "implicate", "convict", "sentence",
    "identify", "bury", "threaten", "concern", "justify", "examine", "review", "await", "fear", "confirm", "condemn",
    "denounce", "refer", "involve", "deny", "blame", "criticize", "explain", "describe", "acknowledge", "admit",
    "mention", "comment",
})  # fmt: skip
# Verbs whose infinitive happens with them: began to shell, managed to flee, tried to kidnap.
DOES = frozenset({
    "begin", "start", "continue", "cease", "stop", "keep", "manage", "fail", "help", "try", "attempt", "come", "go",
    "proceed", "dare", "get", "force", "use",
})  # fmt: skip
MODALS = frozenset({
    "will", "'ll", "’ll", "would", "can", "could", "may", "might", "should", "must", "shall", "wo", "ca", "'d", "to",
})  # fmt: skip
FUTURE_AUX = frozenset({"will", "'ll", "’ll", "wo", "shall"})
# What it costs to step over the edge of a clause, from a time up to what it may govern, and from an event up.
TIME_EDGE = {"relcl": 12.0, "ccomp": 8.0, "advcl": 3.0, "acl": 4.0, "csubj": 4.0, "parataxis": 8.0, "conj": 6.0}
EVENT_EDGE = {
    "amod": 6.0,
    "relcl": 3.0,
    "ccomp": 1.0,
    "advcl": 1.5,
    "acl": 1.5,
    "csubj": 1.0,
    "parataxis": 4.0,
    "conj": 1.0,
}
OUT_OF_REPORT = 8.0
NEVER = 100.0
STEP = 0.25


class Tense(StrEnum):
    """How the clause of an event tells time."""

    PAST = "past"
    PERFECT = "perfect"
    PLUPERFECT = "pluperfect"
    PRESENT = "present"
    FUTURE = "future"
    OPEN = "open"


def chain(document: Document, i: int) -> dict[int, int]:
    """Give a token and its governors up to the root, each with its distance."""
    found: dict[int, int] = {}
    while i not in found:
        found[i] = len(found)
        i = document.tokens[i].head
    return found


def head_of(document: Document, sentence: Sentence, start: int, end: int) -> Token | None:
    """Give the token of a stretch of text whose governor lies outside it."""
    inside = [token for token in document.tokens_of(sentence) if start <= token.start < end]
    ids = {token.i for token in inside}
    return next((token for token in inside if token.head not in ids or token.head == token.i), None)


def distance(document: Document, event: int, time: Token) -> float:
    """Say how far a time is from governing an event, by the edges of clauses between them."""
    up = chain(document, event)
    down = chain(document, time.i)
    meeting = next((place for place in down if place in up), None)
    if meeting is None:
        return OUT_OF_REPORT
    cost = _cost(document, down, meeting, event, is_event=False) + _cost(document, up, meeting, event, is_event=True)
    return cost + _report_cost(document, event, time, meeting) + _about_cost(document, event, time, up, meeting)


def _about_cost(document: Document, event: int, time: Token, up: dict[int, int], meeting: int) -> float:
    """What a verb is only about ("condemned the attack") keeps its own time, unless that stands after it."""
    for place in up:
        if place == meeting:
            return 0.0
        token = document.tokens[place]
        if token.dep in {"dobj", "prep", "nsubjpass"} and document.tokens[token.head].lemma in ABOUT:
            return 1.0 if time.i > event else NEVER
    return 0.0


def _report_cost(document: Document, event: int, time: Token, meeting: int) -> float:
    """What was reported on a day happened then or before: the day is the event's only where it stands nearer to it.

    What goes with the report ("said so on Monday, citing losses") has its day.
    """
    if meeting == event or not is_report(document.tokens[meeting]):
        return 0.0
    arm = [place for place in chain(document, event) if document.tokens[place].head == meeting]
    if arm and document.tokens[arm[0]].dep in {"advcl", "xcomp"}:
        return 0.0
    is_nearer = abs(time.i - event) < abs(time.i - meeting) and time.i > event > meeting
    return 1.0 if is_nearer else OUT_OF_REPORT


def _cost(document: Document, way: dict[int, int], meeting: int, event: int, *, is_event: bool) -> float:
    """Sum the edges on the way from an event or its time up to where both meet.

    A clause that describes the event itself ("the blast that occurred on Monday") is no edge.
    """
    total = 0.0
    for place in way:
        if place == meeting:
            break
        token = document.tokens[place]
        if not is_event and token.head == meeting == event and _describes(document, token):
            continue
        total += STEP + (EVENT_EDGE if is_event else TIME_EDGE).get(token.dep, 0.0)
        governor = document.tokens[token.head]
        if is_event and token.dep == "ccomp" and is_report(governor):
            total += OUT_OF_REPORT
    return total


def _describes(document: Document, token: Token) -> bool:
    """Say whether a dependent describes the word above it: its relative clause, or a noun beside it."""
    is_noun_pair = token.dep == "conj" and token.pos == "NOUN" and document.tokens[token.head].pos == "NOUN"
    return is_noun_pair or token.dep in {"relcl", "acl"}


def clause_mark(document: Document, event: int, time: Token) -> str:
    """Give the word that opens the clause of a time where the event stands outside it: "after", "before"."""
    up = chain(document, event)
    for place in chain(document, time.i):
        if place in up:
            return ""
        if document.tokens[place].dep in {"advcl", "pcomp"}:
            marks = [token.text.lower() for token in document.dependents(place, "mark", "advmod", "prep")]
            parent = document.tokens[document.tokens[place].head]
            return next(iter(marks), parent.text.lower() if parent.pos == "ADP" else "")
    return ""


def is_report(token: Token) -> bool:
    """Say whether a word tells that something was said."""
    return token.lemma in REPORTING


def predicate_of(document: Document, i: int) -> Token:
    """Give the verb whose clause a token stands in, itself where it is one; else its sentence's root."""
    for place in chain(document, i):
        token = document.tokens[place]
        if token.pos in {"VERB", "AUX"} and token.dep not in {"aux", "auxpass", "amod", "compound"}:
            return token
    return document.tokens[list(chain(document, i))[-1]]


def tense_of(document: Document, verb: Token) -> Tense:
    """Say how a verb's clause tells time; an infinitive or a modal is open."""
    helpers = {token.text.lower(): token.tag for token in document.dependents(verb.i, "aux", "auxpass")}
    if FUTURE_AUX & helpers.keys():
        return Tense.FUTURE
    governor = document.tokens[verb.head]
    if verb.dep == "xcomp" and governor.lemma in DOES and governor.i != verb.i:
        return tense_of(document, governor)
    if MODALS & helpers.keys():
        return Tense.OPEN
    if "had" in helpers and verb.tag in {"VBN", "VBD"}:
        return Tense.PLUPERFECT
    if {"has", "have", "'ve", "’ve", "having"} & helpers.keys():
        return Tense.PERFECT
    if verb.tag == "VBD" or {"was", "were", "did"} & helpers.keys():
        return Tense.PAST
    if verb.tag in {"VBZ", "VBP"} or {"is", "are", "'s", "am", "does", "do"} & helpers.keys():
        return Tense.PRESENT
    return _inherited(document, verb)


def _inherited(document: Document, verb: Token) -> Tense:
    """A participle or bare form has the tense of the clause it hangs on; an infinitive has none."""
    if verb.tag == "VB" or verb.head == verb.i:
        return Tense.OPEN if verb.tag == "VB" else Tense.PAST
    if verb.tag == "VBN" and verb.dep in {"acl", "amod", "relcl"}:
        return Tense.PAST
    return tense_of(document, predicate_of(document, verb.head))


def finite_chain(document: Document, i: int) -> Iterator[Token]:
    """Give the verbs above a token, innermost first."""
    for place in chain(document, i):
        token = document.tokens[place]
        if token.pos in {"VERB", "AUX"} and token.dep not in {"aux", "auxpass"}:
            yield token
