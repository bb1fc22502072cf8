"""Tells what reads like a hostile deed and is none: services suspended, a danger warned of, harm done by a crash."""

from collections.abc import Iterable, Mapping

from graph.model import Actor, Kind, Report
from ingest.events.crashes import is_attack
from ingest.events.matcher import Matcher
from ingest.events.selection import Draft
from ingest.events.words import EventWords

_AIDING = frozenset((Kind.NGO, Kind.CIVILIANS, Kind.PEOPLE))
_HELPLESS = frozenset((Kind.NGO, Kind.CIVILIANS, Kind.PEOPLE, Kind.MEDIA, Kind.COMPANY))
_BODIES = _HELPLESS | {Kind.IGO, Kind.ORGANISATION}


class NoDeeds:
    """Knows the words and the actors of one document."""

    def __init__(self, matcher: Matcher, words: EventWords, by_id: Mapping[str, Actor]) -> None:
        """Take what reads the document, the word lists, and its actors by id."""
        self._matcher, self._tree, self._words, self._by_id = matcher, matcher.tree, words, by_id

    def is_none(self, report: Report, draft: Draft, others: Iterable[Draft]) -> bool:
        """Say whether the report of a draft is no deed. others: all drafts of its sentence."""
        if report.type in ("SANCTION", "COERCE"):
            return self._is_service(report, draft)
        if report.type == "THREATEN":
            return self._is_danger(report, draft, others)
        if report.type == "MOBILIZE":
            return self._is_flight(draft)
        return report.type == "ASSAULT" and self._is_crash(draft)

    def _is_flight(self, draft: Draft) -> bool:
        """Say whether soldiers are only made to run: "sent soldiers and police fleeing"."""
        tree, i = self._tree, draft.hit.i
        target = tree.direct_object(i) if tree.is_verbal(i) else None
        sent = tree.conjuncts(target) if target is not None else []
        runs = [clause for one in (i, *sent) for clause in tree.kids(one, "acl", "xcomp", "ccomp", "advcl")]
        return any(tree.tokens[one].lemma in self._words.fleeing and tree.tokens[one].tag == "VBG" for one in runs)

    def _is_service(self, report: Report, draft: Draft) -> bool:
        """Say whether flights, lessons or deliveries only stop: nobody is told to end them for somebody else."""
        tree, hit = self._tree, draft.hit
        if tree.tokens[hit.i].lemma not in self._words.suspending:
            return False
        target = tree.direct_object(hit.i) if tree.is_verbal(hit.i) else None
        things = tree.conjuncts(target) if target is not None else list(hit.parts)
        if self._words.services.isdisjoint(tree.tokens[one].lemma for one in things):
            return False
        kinds = {self._by_id[one.actor].kind for one in report.actors}
        is_power = bool(kinds) and not kinds <= _BODIES
        if self._is_of(things, self._words.benefits):  # "suspended aid deliveries": that is taken from somebody
            return False
        is_done = is_power or (not kinds and bool(draft.roles.actors))
        if is_done and self._is_of(things, self._words.vital | self._words.hindered):
            return False
        by = [hit.i] if tree.is_verbal(hit.i) and not tree.is_passive(hit.i) else []
        whose = [tree.tokens[one] for one in self._whose(things, *by)]
        if is_power and any(one.entity == "ORG" or one.lemma in self._words.hindered for one in whose):
            return False
        if not draft.roles.actors or not draft.roles.recipients:
            return True
        return not report.recipients or kinds <= _AIDING  # nobody known is in all kinds too

    def _is_of(self, things: Iterable[int], named: frozenset[str]) -> bool:
        """Say whether what stops is of something named: "food deliveries", "the work of charities"."""
        tree, things = self._tree, list(things)
        told = [q for one in things for q in tree.kids(one, "compound", "amod", "nmod", "poss")] + self._whose(things)
        told += [q for one in told for q in tree.kids(one, "compound", "amod", "nmod")]
        return any(tree.tokens[q].lemma in named for q in told)

    def _whose(self, things: Iterable[int], *verbs: int) -> list[int]:
        """Give whose it is that stops: "the work of charities", "broadcasts by the BBC"."""
        tree = self._tree
        preps = [pair for one in things for pair in tree.preps(one)]
        preps += [pair for verb in verbs for pair in tree.preps(verb) if pair[0] == "by"]
        return [q for prep, first in preps if prep in ("of", "by") for q in tree.conjuncts(first)]

    def _is_danger(self, report: Report, draft: Draft, others: Iterable[Draft]) -> bool:
        """Say whether a warning is of what others may do or suffer, which threatens nobody."""
        if self._tree.tokens[draft.hit.i].lemma not in self._words.warning:
            return False
        kinds = {self._by_id[one.actor].kind for one in report.actors}
        if kinds and kinds <= (_HELPLESS if report.recipients else _BODIES):
            return True
        if report.recipients or not kinds:
            return False
        own = {self._tree.tokens[head].text for head in draft.roles.actors}
        feared = [one.roles.actors for one in others if one.owner == draft.hit.i]
        warned = self._tree.direct_object(draft.hit.i) if self._tree.is_verbal(draft.hit.i) else None
        if any(warned in heads for heads in feared):  # "warned the West not to send tanks"
            return False
        doers = {self._tree.tokens[head].text for heads in feared for head in heads}
        return bool(feared) and all(feared) and own.isdisjoint(doers) and not self._is_own(draft, feared)

    def _is_own(self, draft: Draft, feared: list[tuple[int, ...]]) -> bool:
        """Say whether somebody warns of what they themselves will do: "warned that it would strike", "its army"."""
        tree = self._tree
        words = [one for heads in feared for head in heads for one in (head, *tree.kids(head, "poss"))]
        return any(tree.tokens[one].pos == "PRON" for one in words)

    def _is_crash(self, draft: Draft) -> bool:
        """Say whether people came to harm as something crashed, which nobody is said to have done."""
        tree, token = self._tree, self._tree.tokens[draft.hit.i]
        crash = tree.tokens[token.head]
        is_outcome = token.dep == "advcl" and token.tag == "VBG" and not tree.kids(token.i, "nsubj", "nsubjpass")
        if not is_outcome or crash.lemma not in self._words.crashing or tree.direct_object(crash.i) is not None:
            return False
        fallen = tree.surface_subject(crash.i)
        if fallen is None or self._matcher.is_people(fallen):
            return False
        return not is_attack(tree, self._words, crash.i)
