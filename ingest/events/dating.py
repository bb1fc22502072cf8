"""Dates the events of an article: the times the text tells of each, as they bear on what the event is."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.model import UNKNOWN_TIME, Basis, Grain, Report, Status, When
from ingest.events.tallies import Tallies
from ingest.events.tree import NOMINAL, Tree
from ingest.events.words import EventWords
from ingest.times import Account, as_standing, as_told, from_then_on, govern_all, interval, of_owner

SAYING = frozenset({"ACCUSE", "REJECT"})
DONE = frozenset({Status.ACTUAL, Status.DENIED, Status.CLAIMED, Status.ACCUSED})


def answered(reports: Iterable[Report]) -> tuple[Report, ...]:
    """Give reports with what is said of a dated deed no earlier than it: "they denied the raid of Monday"."""
    rows = list(reports)
    done = (row for row in rows if row.under and row.status in DONE and row.when.is_day())
    deeds = {row.under: row.when for row in done if not row.when.edtf.endswith("?")}
    return tuple(
        replace(row, when=_not_before(row.when, deeds[row.id])) if row.type in SAYING and row.id in deeds else row
        for row in rows
    )


def _not_before(when: When, deed: When) -> When:
    """Give the time of what is said, from the day of the deed on where no day of its own is told."""
    first = deed.first
    if first is None or when.last is None or when.last < first:
        return when
    if when.first is None and when.basis is Basis.DOCUMENT:
        grain = Grain.DAY if first == when.last else Grain.UNKNOWN
        told = replace(when, first=first, edtf=interval(first, when.last), grain=grain, basis=Basis.INFERRED)
        return replace(told, expression=deed.expression, start=deed.start, end=deed.end)
    is_later = when.earliest is not None and when.earliest < first <= (when.first or first)
    return replace(when, earliest=first) if is_later else when


class Dating:
    """Tells the times of the events of one document."""

    def __init__(self, tree: Tree, words: EventWords, account: Account, tallies: Tallies) -> None:
        """Take the document's tree, the word lists, its times with its publication, and its counts."""
        self._tree, self._words, self._account, self._tallies = tree, words, account, tallies

    def whens(self, trigger: int) -> tuple[When, ...]:
        """Give the times of an event, one for each of the days it is told of."""
        if since := self._since_outbreak(trigger):
            return (since,)
        whens = govern_all(self._account, trigger) or (UNKNOWN_TIME,)
        is_within = any(self._is_within(when, trigger) for when in whens)
        sentence = self._tree.document.sentence_at(trigger)
        told = [when.last for when in whens if when.start is not None and when.start >= sentence.start and when.last]
        if told and not is_within and self._tallies.is_under(trigger):  # the day is that of the counting
            counted = max(told)
            return (replace(UNKNOWN_TIME, last=counted, edtf=interval(None, counted)),)
        if self._is_backdrop(trigger) and not is_within:
            last = self._account.published.last
            return (replace(UNKNOWN_TIME, last=last, edtf=interval(None, last)),)
        if len(whens) > 1 and not is_within:
            return (self._joined(whens),)  # the days are told of another event of the sentence, which has this one
        return whens

    def as_told(self, trigger: int, when: When, status: Status, owner: When | None) -> When:
        """Give a time of an event by how it is told. owner: the time of the threat, call or plan that it is of."""
        if status is Status.DENIED and self._is_told_later(when, trigger):
            last = self._account.published.last
            return replace(UNKNOWN_TIME, last=last, edtf=interval(None, last))
        if owner is not None:
            when = of_owner(when, owner, status)
        when = as_standing(self._account, trigger, when, status)
        when = from_then_on(self._account, trigger, when, status)
        return as_told(when, status, self._account.published)

    def _joined(self, whens: Sequence[When]) -> When:
        """Give the stretch from the first of some days to the last."""
        first, last = whens[0], whens[-1]
        if first.first is None or last.last is None or first.first >= last.last:
            return last
        joined = replace(last, first=first.first, edtf=interval(first.first, last.last), grain=Grain.UNKNOWN)
        if first.start is None or last.end is None:
            return joined
        words = self._tree.document.text[first.start : last.end]
        return replace(joined, expression=words, start=first.start, earliest=None, latest=None)

    def _is_told_later(self, when: When, trigger: int) -> bool:
        """Say whether a day is only lent by a sentence after that of an event, which tells something else."""
        sentence = self._tree.document.sentence_at(trigger)
        return when.edtf.endswith("?") and when.start is not None and when.start >= sentence.end

    def _since_outbreak(self, trigger: int) -> When | None:
        """Give the time from the day a war is told to have begun: "in the war that began in 1998, rebels fled"."""
        tree, tokens, last = self._tree, self._tree.tokens, self._account.published.last
        wars = [war for prep, war in tree.preps(trigger) if prep in ("in", "during")]
        for clause in (clause for war in wars for clause in tree.kids(war, "relcl")):
            starts = [when for when in govern_all(self._account, clause) or () if when.start is not None]
            is_within = bool(starts) and any(tokens[place].start == starts[0].start for place in tree.subtree(clause))
            first = starts[0].first if is_within else None
            if tokens[clause].lemma in self._words.outbreak and first and last and first <= last:
                return replace(UNKNOWN_TIME, first=first, last=last, edtf=interval(first, last))
        return None

    def _is_backdrop(self, trigger: int) -> bool:
        """Say whether an event only marks when something else begins or ends: "since the invasion began"."""
        tokens, i = self._tree.tokens, trigger
        if tokens[i].dep == "nsubj" and self._tree.is_verbal(tokens[i].head):
            i = tokens[i].head
        if tokens[i].dep == "pobj":
            return tokens[tokens[i].head].lemma in self._words.backdrop
        return any(tokens[mark].lemma in self._words.backdrop for mark in self._tree.kids(i, "mark"))

    def _is_within(self, when: When, trigger: int) -> bool:
        """Say whether the words of a time hang on the trigger without a clause between."""
        if when.start is None:
            return False
        sentence = self._tree.document.sentence_at(trigger)
        if self._is_right_behind(when.start, trigger) or self._is_counted(when, trigger):
            return True
        for place in self._tree.subtree(trigger):
            token = self._tree.tokens[place]
            if token.start <= when.start < token.end:
                above = [place, *self._tree.climb(place)]
                between = above[: above.index(trigger)]
                return all(self._tree.tokens[one].dep not in ("advcl", "relcl", "ccomp") for one in between)
        return sentence.start > when.start

    def _is_counted(self, when: When, trigger: int) -> bool:
        """Say whether a time counts from the event: "it is four days since the mayor was killed"."""
        above = self._tree.tokens[self._tree.tokens[trigger].head]
        marks = [*(self._tree.tokens[mark] for mark in self._tree.kids(trigger, "mark")), above]
        return any(mark.end == when.end for mark in marks)

    def _is_right_behind(self, start: int, trigger: int) -> bool:
        """Say whether nothing but a preposition stands between a noun and a time: "since the invasion in May"."""
        tokens = self._tree.tokens
        after = tokens[trigger + 1 : trigger + 3]
        is_noun = tokens[trigger].pos in NOMINAL
        return is_noun and len(after) == 2 and after[0].pos == "ADP" and after[1].start == start
