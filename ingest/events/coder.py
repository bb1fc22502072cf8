"""Codes the events of a parsed article: sentences in, reports out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from graph.derive import COUNTED
from graph.model import Argument, PlaceMention, Published, Report, Role, Status, Thing, When
from graph.plover import plover
from ingest.document import Actors, Document, Sentence, TimeExpression
from ingest.events.anybody import is_anybody
from ingest.events.arguments import Caster
from ingest.events.arrests import as_arrest, as_bomb, as_search
from ingest.events.casualties import Casualties, tolls_of
from ingest.events.claims import is_of_another
from ingest.events.data import EventData
from ingest.events.dating import Dating, answered
from ingest.events.echoes import echoed
from ingest.events.effects import Harm, is_apart, of_doer
from ingest.events.everyday import Everyday
from ingest.events.fillers import Fillers
from ingest.events.frames import CONFLICT
from ingest.events.ids import report_id
from ingest.events.matcher import Hit, Matcher
from ingest.events.no_deeds import NoDeeds
from ingest.events.outcomes import Outcomes, Pair, Told, tied
from ingest.events.pairs import Pairs
from ingest.events.perpetrators import perpetrators
from ingest.events.publicity import Publicity
from ingest.events.recalled import recalled
from ingest.events.roles import Roles
from ingest.events.selection import Draft, Selector
from ingest.events.speech import Speech
from ingest.events.standing import Standing
from ingest.events.status import StatusReader
from ingest.events.tallies import Tallies
from ingest.events.targets import blasted, effect_of, kind_of
from ingest.events.topic import Topic
from ingest.events.tree import Tree
from ingest.events.weapons import weapon_of
from ingest.times import account_of

PlaceOf = Callable[[Document, int, tuple[PlaceMention, ...], str], PlaceMention | None]

_HISTORY_DAYS = 366
_EFFECTS = {
    "ASSAULT": ("killed", "injured", "abducted", "displaced"),
    "PROTEST": ("killed", "injured"),
    "COERCE": ("killed", "injured", "abducted", "detained", "displaced"),
    "SANCTION": ("detained", "displaced"),
}


class EventCoder:
    """Codes documents with one set of frames and lists."""

    def __init__(self, data: EventData, place_of: PlaceOf | None = None) -> None:
        """Take what build_events gave, and what tells where the event of a trigger took place."""
        self._data, self._place_of = data, place_of

    def code(
        self,
        document: Document,
        article_id: str,
        published: Published,
        times: tuple[TimeExpression, ...],
        actors: Actors,
        places: tuple[PlaceMention, ...],
    ) -> tuple[Report, ...]:
        """Give the reports of an article, sentence by sentence, the main event of each first."""
        coding = _Coding(self._data, document, article_id, published, times, actors, places, self._place_of)
        told = [report for sentence in document.sentences for report in coding.reports(sentence)]
        reports = recalled(coding.tree, told, actors.by_id, self._data.words)
        reports = echoed(document, reports, self._data.echoes, self._data.words)
        reports = answered(tied(reports, coding.pairs_told))
        retold = {report.retells for report in reports}
        return tuple(report for report in reports if report.id in retold or not coding.is_empty(report))


class _Coding:
    """One article while it is coded."""

    def __init__(
        self,
        data: EventData,
        document: Document,
        article_id: str,
        published: Published,
        times: tuple[TimeExpression, ...],
        actors: Actors,
        places: tuple[PlaceMention, ...],
        place_of: PlaceOf | None,
    ) -> None:
        self.document, self.article_id, self.published = document, article_id, published
        self.actors, self.places, self.place_of = actors, places, place_of
        self.words = data.words
        self.tree = Tree(document, data.words)
        tallies = Tallies(self.tree, data.effects.tallies, data.quantities)
        account = account_of(document, times, published, data.telling)
        self.dating = Dating(self.tree, data.words, account, tallies)
        self.matcher = Matcher(self.tree, data)
        self.data = data
        self.casualties = Casualties(self.tree, data.effects, data.quantities, data.classes, actors, tallies)
        self.speech = Speech(self.tree, data.words)
        self.pairs = Pairs(self.tree, data.words, actors)
        self.fillers = Fillers(self.matcher, data.words, self.speech, self.pairs, actors, places)
        self.caster = Caster(self.matcher, data.words)
        self.outcomes = Outcomes(self.matcher, data)
        self.pairs_told: list[Pair] = []
        topic = Topic(document, data.domains)
        self.status = StatusReader(self.tree, data.words, data.status)
        self.selector = Selector(self.matcher, data.words, self.status, self.caster, topic)
        self.no_deeds = NoDeeds(self.matcher, data.words, actors.by_id)
        everyday = Everyday(self.tree, Standing(document, topic, actors, data.private), published.first)
        self.publicity = Publicity(topic, everyday, actors.by_id, data.words.haven)

    def is_empty(self, report: Report) -> bool:
        """Say whether a report points back to a deed none has claimed, and itself retells nothing."""
        starts = (token.i for token in self.document.tokens if token.start == report.trigger_start)
        return report.type == "ASSAULT" and not report.retells and any(map(self.status.is_unclaimed, starts))

    def reports(self, sentence: Sentence) -> Iterator[Report]:
        """Give the reports of one sentence; content of a threat or request comes after it."""
        owners: dict[int, Report] = {}
        private: set[int | None] = set()
        drafts = self.selector.select(sentence.first, sentence.last)
        standing = {place for draft in drafts for place in (draft.hit.i, *draft.hit.parts)}
        harms = self.casualties.harms(sentence.first, sentence.last) if drafts else []
        told: list[Told] = []
        for draft in drafts:
            if draft.owner in private:  # the content of what is not told
                continue
            for part, when in enumerate(self.dating.whens(draft.hit.i)):
                owner = owners.get(draft.owner) if draft.owner is not None else None
                report = self._report(sentence, draft, when, part, self._harms_of(draft, harms, standing), owner)
                is_private = self.publicity.is_private(report, draft, drafts, sentence.first, sentence.last)
                if is_private or self.no_deeds.is_none(report, draft, drafts):
                    private.add(draft.hit.i)
                    break
                owners.setdefault(draft.hit.i, report)
                self.pairs.note(report, sentence.number, draft.roles.actors)
                report = replace(report, under=owner.id) if owner else report
                told.append((draft.hit, draft.roles, report))
                yield report
        self.pairs_told.extend(self.outcomes.pairs(told))

    def _parties(self, draft: Draft, nobody: frozenset[int]) -> tuple[tuple[Argument, ...], tuple[Argument, ...]]:
        """Give actors and recipients of an event. nobody: heads of its actors that are no actors."""
        hit, roles = draft.hit, draft.roles
        named = [head for head in roles.actors if head not in nobody]
        actors = self.fillers.arguments(named, hit.i, inside=True)
        recipients = self.fillers.arguments(self._struck(roles, hit), hit.i, inside=True)
        is_joint = len(actors) > 1 and len(named) == 1 and not recipients and self.caster.can_be_mutual(hit)
        if roles.is_mutual or is_joint:  # "envoys of the army and of the rebels met"
            return actors, actors
        doers = {actor.actor for actor in actors}  # "strengthened its forces" is done to nobody
        return actors, tuple(one for one in recipients if one.actor not in doers)

    def _when(self, draft: Draft, when: When, owner: Report | None) -> When:
        """Give the time of an event as its status has it: what is planned lies ahead."""
        token = self.document.tokens[draft.hit.i]
        is_done = token.tag == "VBN" and token.dep == "acl"  # "will resume ties, in an agreement sealed in China"
        is_aside = self._is_aside(draft)
        if is_done and not is_aside:
            return when
        status = Status.HISTORICAL if is_aside else draft.reading.status
        return self.dating.as_told(draft.hit.i, when, status, owner.when if owner else None)

    def _report(
        self, sentence: Sentence, draft: Draft, when: When, part: int, harms: list[Harm], owner: Report | None
    ) -> Report:
        hit, token, roles = draft.hit, self.document.tokens[draft.hit.i], draft.roles
        nobody = self._nobody(roles, hit)
        actors, recipients = self._parties(draft, nobody)
        when = self._when(draft, when, owner)
        said_by = self.speech.speaker(hit.i)
        speaker = next(iter(self.fillers.arguments((said_by,), hit.i)), None) if said_by is not None else None
        report = Report(
            id="",
            article=self.article_id,
            type=draft.reading.type,
            mode=hit.frame.mode if draft.reading.type == hit.frame.type else "",
            cameo=hit.frame.cameo if draft.reading.type == hit.frame.type else "",
            status=self._status(draft, when, speaker, actors),
            when=when,
            start=sentence.start,
            end=sentence.end,
            trigger_start=token.start,
            trigger_end=token.end,
            quote=self.document.text[sentence.start : sentence.end],
            rule=hit.frame.id,
            actors=actors,
            recipients=recipients,
            mediators=self.fillers.arguments(roles.mediators, hit.i),
            place=self._place(draft),
            speaker=speaker,
            tolls=tolls_of(harms),
            victims=tuple(self.casualties.victim(harm) for harm in harms if harm.toll.high != 0),
            weapon=self._weapon(hit.i) if draft.reading.type == "ASSAULT" else "",
            things=(
                *self._things(roles.actors, hit, Role.ACTOR, nobody),
                *self._things(self._struck(roles, hit), hit, Role.RECIPIENT),
            ),
        )
        blamed = perpetrators(
            self.tree, hit, roles, report, by_id=self.actors.by_id, words=self.words, own=self.data.status
        )
        report = as_arrest(report, token.lemma, self.actors.by_id, self.words.capturing)
        report = as_search(report, hit.frame, self.actors.by_id, self.words.searching)
        report = as_bomb(report, token.lemma, self.actors.by_id, self.words.bombing, self.words.aircraft)
        key = report_id(self.article_id, sentence.start, token.start, report.type, part)
        return replace(report, id=key, perpetrators=blamed if report.type == draft.reading.type else ())

    def _place(self, draft: Draft) -> PlaceMention | None:
        """Give where an event took place."""
        quad = plover().quad(draft.reading.type)
        return self.place_of(self.document, draft.hit.i, self.places, quad) if self.place_of else None

    def _weapon(self, trigger: int) -> str:
        return weapon_of(self.tree, self.data.weapons, self.words.struck, trigger)

    def _harms_of(self, draft: Draft, harms: list[Harm], standing: set[int]) -> list[Harm]:
        """Give the harm an event did: what its own words tell, and what hangs on it or it hangs on.

        standing: triggers and other words of the sentence's reports; harm that another verb tells is that one's alone.
        """
        effects = _EFFECTS.get(draft.hit.frame.type, ())
        own = {draft.hit.i, *draft.hit.parts}
        found = []
        for harm in harms:
            if harm.word in own and not draft.hit.frame.is_noun and draft.reading.status is Status.ATTEMPTED:
                continue  # "tried to kill the mayor" tells of nobody killed
            if harm.word in own:
                is_death = draft.hit.frame.kills and harm.effect == "injured"
                found.append(harm._replace(effect="killed") if is_death else harm)
            elif draft.hit.frame.is_noun or harm.word not in standing:
                is_joined = harm.word in standing and self.tree.tokens[harm.word].pos == "NOUN"
                if self._is_near(harm.word, draft.hit.i, but="conj" if is_joined else ""):
                    found.append(harm)
        found = of_doer(self.tree, self.status.denials.without_others(found, own), draft.hit.i)
        told = {(harm.effect, harm.head, harm.is_listed): harm for harm in reversed(found) if harm.effect in effects}
        return list(reversed(told.values()))  # "shot dead" tells of one and the same twice

    def _is_near(self, harm: int, i: int, *, but: str) -> bool:
        """Say whether what tells a harm and what tells an event hang together, the event not only to date the harm.

        but: how they must not hang together. "Killed since the coup" tells nothing of what the coup did.
        """
        if not self.tree.are_in_line(harm, i):
            return False
        low, high = (i, harm) if harm in self.tree.climb(i) else (harm, i)
        path = [low, *self.tree.climb(low)]
        between = [self.tree.tokens[place] for place in path[: path.index(high)]]
        is_dated = low == i and any(is_apart(self.tree, token, self.data.effects) for token in between)
        return not is_dated and between[-1].dep != but

    def _status(self, draft: Draft, when: When, speaker: Argument | None, actors: tuple[Argument, ...]) -> Status:
        """Give claimed for what a party says another did, planned for what lies ahead, historical for what is old."""
        status = draft.reading.status
        if status in COUNTED and when.first and self.published.last and when.first > self.published.last:
            return Status.PLANNED
        is_fact = status in (Status.ACTUAL, Status.ONGOING) and draft.reading.type in CONFLICT
        if is_fact and actors and self.speech.is_of_charge(draft.hit.i):
            return Status.ACCUSED
        is_told = is_fact or self._is_aside(draft)
        if is_told and speaker and is_of_another(speaker, actors, self.actors.by_id):
            return Status.CLAIMED
        if status is not Status.ACTUAL or when.last is None or self.published.first is None:
            return status
        is_old = (self.published.first - when.last).days > _HISTORY_DAYS
        return Status.HISTORICAL if is_old else status

    def _is_aside(self, draft: Draft) -> bool:
        """Say whether help is told only by the way, with what was done to it: "destroyed missiles supplied by"."""
        is_help = draft.reading.type == "AID" and draft.reading.status is Status.ACTUAL
        return is_help and self.tree.tokens[draft.hit.i].dep == "acl"

    def _struck(self, roles: Roles, hit: Hit) -> tuple[int, ...]:
        """Give the recipients of an event, of an explosion without any what it went off at."""
        return roles.recipients or tuple(blasted(self.tree, self.data.targets, hit))

    def _nobody(self, roles: Roles, hit: Hit) -> frozenset[int]:
        """Give the actors of a deed that are people without a name, and so no actors."""
        heads = ((head, self.speech.referent(head, hit.i)) for head in roles.actors)
        found = (pair for pair in heads if is_anybody(self.tree, self.words, self.actors, hit, pair[1]))
        return frozenset(head for pair in found for head in pair)

    def _things(
        self, heads: Sequence[int], hit: Hit, role: Role, nobody: frozenset[int] = frozenset()
    ) -> Iterator[Thing]:
        """Give the phrases that fill a role and name no actor."""
        for head in heads:
            head = self.speech.referent(head, hit.i)
            is_actor = head in self.actors.by_head or bool(self.pairs.meant(head))
            if (not is_actor or head in nobody) and self.tree.tokens[head].pos != "PRON":
                start, end = self.tree.phrase(head)
                kind, effect = "", ""
                if role is Role.RECIPIENT:
                    kind = kind_of(self.tree, self.data.targets, head)
                    effect = effect_of(self.tree, self.data.targets, hit) if kind else ""
                yield Thing(self.document.text[start:end], start, end, role, kind, effect)
