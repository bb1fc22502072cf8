"""Finds the event a later noun only points back to: "nobody claimed the attack"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.gather import overlaps, surest
from graph.model import HAPPENED, UNKNOWN_TIME, Basis, Confidence, Perpetrator, Report, Status
from ingest.document import Document, Token
from ingest.errors import LexiconError
from ingest.events.frames import TYPES
from ingest.events.words import EventWords
from ingest.lexicon import LEXICONS, read_toml
from ingest.times import interval

PATH = LEXICONS / "echoes.toml"
_SAID = frozenset((Status.CLAIMED, Status.ACCUSED))
_TELLING = frozenset(("relcl", "acl", "nummod"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_REACH = 12  # sentences


@dataclass(frozen=True, slots=True)
class Echo:
    """A kind of event that later nouns name again; echoes.toml says what each part means."""

    types: frozenset[str]
    modes: frozenset[str]
    words: frozenset[str]
    verbs: frozenset[str]
    never: frozenset[str]
    is_lasting: bool
    is_plural: bool


@dataclass(frozen=True, slots=True)
class Echoes:
    """The kinds by the nouns that name them; lasting: nouns and verbs of what has a length."""

    by_word: dict[str, Echo]
    lasting: frozenset[str]


def read_echoes() -> Echoes:
    """Give the kinds of events that nouns name again. Raises LexiconError for a type unknown or a noun of two kinds."""
    by_word: dict[str, Echo] = {}
    lasting: set[str] = set()
    for name, table in read_toml(PATH).items():
        lists = {key: frozenset(table.get(key, "").split()) for key in ("types", "modes", "words", "verbs", "never")}
        echo = Echo(**lists, is_lasting=table.get("lasting", False), is_plural=table.get("plural", False))
        if not echo.types or not echo.types <= TYPES:
            raise LexiconError(PATH.name, name, f"types {table.get('types', '')!r}", "types of PLOVER")
        for word in echo.words:
            if word in by_word:
                raise LexiconError(PATH.name, name, f"{word} stands in two kinds", "each noun in one kind")
            by_word[word] = echo
        lasting |= echo.words if echo.is_lasting else frozenset()
    return Echoes(by_word, frozenset(lasting))


def echoed(document: Document, reports: Sequence[Report], echoes: Echoes, words: EventWords) -> tuple[Report, ...]:
    """Give the reports, those that only point back tied to what they point to, with its day and place.

    A noun for something lasting ("the war") that nothing before it tells is the known backdrop: it has no day
    but those its own words give. Who later claims "the attack", or is accused of it, becomes a perpetrator of what it
    points to.
    """
    reading = _Reading(document, reports, echoes, words)
    found = {report.id: reading.read(report) for report in sorted(reports, key=lambda report: report.trigger_start)}
    return tuple(reading.with_charges(found[report.id]) for report in reports)


class _Reading:
    """One article's reports, read in the order of its text."""

    def __init__(self, document: Document, reports: Sequence[Report], echoes: Echoes, words: EventWords) -> None:
        self._document, self._echoes, self._words = document, echoes, words
        starts = {token.start: token for token in document.tokens}
        self._triggers = {report.id: starts[report.trigger_start] for report in reports}
        self._told: list[Report] = []
        self._charges: dict[str, list[Perpetrator]] = {}

    def read(self, report: Report) -> Report:
        """Give a report as it stands after those before it; each is read once, in order."""
        trigger = self._triggers[report.id]
        token = self._noun(trigger)
        echo = self._echoes.by_word.get(token.lemma)
        ended = self._ended_by(report, trigger) or self._done_by(report, trigger) or self._done_in(report, trigger)
        counted = self._counted(report, trigger)
        if ended:
            report = _retelling(report, ended)
        elif counted:
            report = replace(_retelling(report, counted), place=report.place or counted.place)
        elif among := self._among(report, trigger):
            told = {effect: toll for effect, toll in report.tolls.items() if effect not in among.tolls}
            report = replace(_retelling(report, among), tolls=told)
        elif echo and self._is_mere(report, token):
            report = self._tied(report, token, echo)
        elif echo and self._is_charge(report, token):
            meant = (one for one in self._near(token) if self._is_meant(report, token, one, echo))
            before = next((one for one in meant if one.status in HAPPENED), None)
            if before:
                self._charges.setdefault(before.retells or before.id, []).extend(report.perpetrators)
        self._told.append(report)
        return report

    def with_charges(self, report: Report) -> Report:
        """Give a report with those who are said later to have done it, each as surely as anybody says."""
        charges = self._charges.get(report.id, ())
        return replace(report, perpetrators=surest((*report.perpetrators, *charges))) if charges else report

    def _ended_by(self, report: Report, token: Token) -> Report | None:
        """Give the truce that a verb says ended the fighting: "a ceasefire came into force and ended the war"."""
        doer = self._doer(token) if report.status in HAPPENED and token.lemma in self._words.ending else None
        echo = self._echoes.by_word.get(doer.lemma) if doer else None
        if doer is None or echo is None or report.type not in echo.types:
            return None
        sentence = self._document.sentence_at(token.i)
        for before in reversed(self._told):
            other = self._triggers[before.id]
            if before.type in echo.types and before.status in HAPPENED and sentence.first <= other.i < sentence.last:
                own = self._doer(other)
                if other.i == doer.i or (own is not None and own.i == doer.i):
                    return before
        return None

    def _done_by(self, report: Report, token: Token) -> Report | None:
        """Give the deed that a verb tells more of, named again as its doer: "The blast damaged several shops"."""
        is_deed = report.type == "ASSAULT" and report.status in HAPPENED and token.pos == "VERB"
        doer = self._doer(token) if is_deed else None
        echo = self._echoes.by_word.get(doer.lemma) if doer else None
        if doer is None or echo is None or echo.is_lasting or report.type not in echo.types:
            return None
        if not self._is_definite(doer) or doer.tag != "NN" or self._is_told_anew(report, doer):
            return None
        return next((one for one in self._near(token) if self._is_meant(report, doer, one, echo)), None)

    def _done_in(self, report: Report, token: Token) -> Report | None:
        """Give the deed told before in which a verb tells that people came to harm: "Ten were killed in the strike"."""
        is_harm = report.type == "ASSAULT" and report.status in HAPPENED and token.pos == "VERB" and report.tolls
        preps = [prep for prep in self._children(token) if prep.lemma in self._words.in_deed and is_harm]
        for noun in (one for prep in preps for one in self._children(prep) if one.dep == "pobj" and one.tag == "NN"):
            echo = self._echoes.by_word.get(noun.lemma)
            if echo and not echo.is_lasting and self._is_definite(noun) and not self._is_told_anew(report, noun):
                return next((one for one in self._near(token) if self._is_meant(report, noun, one, echo)), None)
        return None

    def _doer(self, token: Token) -> Token | None:
        """Give the subject of a verb, of one joined to another or in a relative clause too."""
        subject = next((child for child in self._children(token) if child.dep in _SUBJECTS), None)
        if token.dep == "relcl" and (subject is None or subject.lemma in self._words.relative):
            return self._document.tokens[token.head]
        is_joined = subject is None and token.dep == "conj" and token.head != token.i
        return self._doer(self._document.tokens[token.head]) if is_joined else subject

    def _counted(self, report: Report, token: Token) -> Report | None:
        """Give the deed whose dead "the three" are, told before as that many: "the three had died the day before"."""
        subject = self._doer(token) if report.type == "ASSAULT" and report.status in HAPPENED else None
        if subject is None or subject.pos != "NUM" or not self._is_definite(subject) or self._deps(subject) != {"det"}:
            return None
        toll = report.tolls.get("killed")
        if not toll or toll.low != toll.high:
            return None
        same = (one for one in self._near(token) if one.type == report.type and one.tolls.get("killed") == toll)
        before = next(same, None)
        if before is None or before.status not in HAPPENED or not _may_be_one_day(report, before):
            return None
        return before

    def _among(self, report: Report, token: Token) -> Report | None:
        """Give the deed of whose dead or hurt some are told to be, told before: "Among the dead were two judges"."""
        if report.type != "ASSAULT" or report.status not in HAPPENED or token.lemma != "be":
            return None
        near = (one for one in self._near(token) if one.type == "ASSAULT" and one.status in HAPPENED)
        deeds = [one for one in near if _may_be_one_day(report, one)]
        return next((one for one in deeds if report.tolls.keys() & one.tolls.keys()), next(iter(deeds), None))

    def _noun(self, token: Token) -> Token:
        """Give the noun by which a trigger names a deed: of "claimed the attack" and its like the attack."""
        below = [token, *self._under(token, "dobj", "prep", "pobj")]
        if token.lemma in self._words.light:  # "the attack may have been carried out by"
            below += [child for child in self._children(token) if child.dep in ("nsubjpass", "dobj")]
        return next((one for one in below if one.lemma in self._echoes.by_word), token)

    def _under(self, token: Token, *deps: str) -> list[Token]:
        """Give the objects of a verb and what prepositions on these govern: "claimed responsibility for the attack"."""
        found: list[Token] = []
        frontier = [token] if token.lemma in self._words.claim else []
        for dep in deps:
            frontier = [child for one in frontier for child in self._children(one) if child.dep == dep]
            found += frontier
        return found

    def _is_charge(self, report: Report, token: Token) -> bool:
        """Say whether a report lays to somebody a deed that is only pointed back to."""
        is_said = any(one.confidence is not Confidence.FACT for one in report.perpetrators)
        return is_said and token.pos == "NOUN" and self._is_definite(token) and "prep" not in self._deps(token)

    def _is_definite(self, token: Token) -> bool:
        return any(child.dep == "det" and child.text.lower() in self._words.definite for child in self._children(token))

    def _deps(self, token: Token) -> set[str]:
        return {child.dep for child in self._children(token)}

    def _is_mere(self, report: Report, token: Token) -> bool:
        """Say whether a report is a definite noun with nobody in it and nothing counted."""
        is_counted = any(toll.high != 0 for toll in report.tolls.values())  # "nobody was hurt in the attack"
        is_bare = not (report.actors or report.recipients or report.mediators or is_counted or report.victims)
        if not is_bare or token.pos != "NOUN" or report.status not in HAPPENED or report.under:
            return False
        return self._is_definite(token)

    def _children(self, token: Token) -> list[Token]:
        return [self._document.tokens[child] for child in self._document.children[token.i]]

    def _is_told_anew(self, report: Report, token: Token) -> bool:
        """Say whether words around it tell which event is meant, as in "the war in Chad", or make it a backdrop."""
        deps = self._deps(token)
        if any(child.tag == "JJS" for child in self._children(token)):  # "the worst explosion" is one of several
            return True
        is_backdrop = self._document.tokens[token.head].lemma in self._words.backdrop
        is_told = any(child.dep in _TELLING and not self._only_dates(child) for child in self._children(token))
        return is_backdrop or "prep" in deps or (_has_own_day(report) and is_told)

    def _only_dates(self, clause: Token) -> bool:
        """Say whether a clause after a comma only tells when: "the attack, which took place on Monday"."""
        first = min((child.i for child in self._children(clause)), default=clause.i)
        is_aside = clause.dep == "relcl" and self._document.tokens[first - 1].text == ","
        return is_aside and clause.lemma in self._words.occurring

    def _tied(self, report: Report, token: Token, echo: Echo) -> Report:
        """Tie a report to what it points to, or take a day from it that is not its own."""
        if not self._is_told_anew(report, token):
            before = next((one for one in self._near(token) if self._is_meant(report, token, one, echo)), None)
            if before:
                return _retelling(report, before)
        if echo.is_lasting and not _has_own_day(report):
            last = report.when.last
            return replace(report, when=replace(UNKNOWN_TIME, last=last, edtf=interval(None, last) if last else ""))
        return report

    def _near(self, token: Token) -> Iterator[Report]:
        """Give what a noun may point to, the nearest first."""
        tokens = self._document.tokens
        number = self._document.sentence_at(token.i).number
        for before in reversed(self._told):
            distance = number - self._document.sentence_at(self._triggers[before.id].i).number
            if distance > _REACH:
                return
            if distance or tokens[token.head].lemma in self._words.inner:
                yield before

    def _is_meant(self, report: Report, token: Token, before: Report, echo: Echo) -> bool:
        """Say whether a noun may point to an event told before it."""
        other = self._triggers[before.id]
        if before.type not in echo.types or before.status not in HAPPENED | _SAID:
            return False
        if (before.status is Status.HISTORICAL) != (report.status is Status.HISTORICAL):
            return False
        if token.tag == "NNS" and other.tag != "NNS" and not echo.is_plural:
            return False
        if echo.is_lasting or echo.verbs:
            is_kind = other.lemma in echo.words | echo.verbs
        else:
            is_kind = other.lemma not in self._echoes.lasting | echo.never
        is_mode = not echo.modes or not before.mode or before.mode in echo.modes
        return is_kind and is_mode and (not _has_own_day(report) or overlaps(report.when, before.when))


def _has_own_day(report: Report) -> bool:
    return report.when.basis not in (Basis.INFERRED, Basis.DOCUMENT)


def _may_be_one_day(report: Report, before: Report) -> bool:
    """Say whether two reports may tell of one day: they overlap, or one has no day of its own."""
    return not (_has_own_day(report) and _has_own_day(before)) or overlaps(report.when, before.when)


def _retelling(report: Report, before: Report) -> Report:
    """Give a report as one that tells an earlier one again."""
    is_dated = _has_own_day(report) or not before.when.last
    when = report.when if _has_own_day(report) else before.when
    return replace(
        report,
        type=before.type,
        mode=before.mode,
        cameo=before.cameo,
        when=when if is_dated else replace(when, basis=Basis.INFERRED),
        place=before.place or report.place,
        retells=before.retells or before.id,
    )
