"""Finds the frame a word tells an event by, from the words that stand around it."""

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.actors.folding import fold
from ingest.document import PLACE_ENTITIES
from ingest.events.company import Company, company_of
from ingest.events.data import EventData
from ingest.events.frames import Frame
from ingest.events.naming import name_at
from ingest.events.needs import is_barred, strength
from ingest.events.phrases import around_of, parts_of
from ingest.events.tree import NOMINAL, VERBAL, Tree
from ingest.events.voice import is_of_some

_TRIGGERS = VERBAL | NOMINAL | {"ADJ"}
HARM = frozenset(("killed", "injured", "abducted"))
_PEOPLE = frozenset(("PERSON", "NORP", "CARDINAL"))
_NOBODY = frozenset(("it", "this", "that", "which"))
_QUALIFYING = frozenset(("amod", "advmod"))  # "a camp close to the border" closes none

# What a fuller frame is worth over a barer one.
_WORD = 8.0
_OBJECT = 2.5
_UNASKED = 0.5


@dataclass(frozen=True, slots=True)
class Hit:
    """A frame that fires on token i; parts are the tokens of its other words."""

    i: int
    frame: Frame
    parts: tuple[int, ...]


class Matcher:
    """Finds the best frame of each token of one document, and keeps it."""

    def __init__(self, tree: Tree, data: EventData) -> None:
        """Take one document's tree; nothing is matched until asked for."""
        self.tree = tree
        self._data = data
        self._around: dict[int, list[int]] = {}
        self._hits: dict[int, Hit | None] = {}
        self._hyphenated = dict(self._find_hyphenated())

    def _find_hyphenated(self) -> Iterator[tuple[int, str]]:
        """Give "sit-in" and its like as one word, at the token that governs the other."""
        tokens = self.tree.tokens
        for token in tokens[1:-1]:
            if token.text != "-":
                continue
            before, after = tokens[token.i - 1], tokens[token.i + 1]
            if before.end == token.start and token.end == after.start:
                governor = after if before.head in (after.i, token.i) else before
                yield governor.i, f"{before.text.lower()}-{after.lemma}"

    def lemma(self, i: int) -> str:
        """Give the lemma frames know token i by."""
        token = self.tree.tokens[i]
        if token.lemma in self._data.frames:
            return token.lemma
        return self._data.forms.get(token.text.lower(), token.lemma)

    def find(self, i: int) -> Hit | None:
        """Give the best frame of token i, None where no frame fires."""
        if i not in self._hits:
            self._hits[i] = None  # a frame that asks for an event within must not come back to this one
            self._hits[i] = self._best(i)
        return self._hits[i]

    def _best(self, i: int) -> Hit | None:
        token = self.tree.tokens[i]
        if token.pos not in _TRIGGERS:
            return None
        frames = self._data.frames.get(self.lemma(i), ())
        if i in self._hyphenated:
            frames = self._data.frames.get(self._hyphenated[i], ()) + frames
        best, best_score = None, 0.0
        company: Company | None = None
        for frame in frames:
            parts = self._parts(i, frame)
            if parts is None:
                continue
            company = company or company_of(self.tree, i, self._data.words.close_prepositions)
            score = self._score(i, frame, parts, company)
            if score > best_score:
                best, best_score = Hit(i, frame, parts), score
        return best

    def _parts(self, i: int, frame: Frame) -> tuple[int, ...] | None:
        """Give the tokens of the frame's other words, None where the frame does not stand here."""
        token = self.tree.tokens[i]
        is_noun = token.pos in NOMINAL
        if frame.is_noun != is_noun or (token.pos == "ADJ" and (frame.part != "phrase" or token.dep in _QUALIFYING)):
            return None
        if is_noun and token.dep in ("compound", "amod", "nmod"):
            return None
        if not is_noun and not frame.rest and self._has_particle(i):
            return None
        if not frame.rest:
            return ()
        if i not in self._around:
            self._around[i] = around_of(self.tree, i, is_noun=is_noun)
        parts = parts_of(self.tree, i, frame, self._around[i], self._data.words.obliging)
        if parts is not None and not is_noun and self._has_particle(i, parts):  # "calling out X for" is no call for
            return None
        return None if parts and self._is_of_noun(i, frame, parts) else parts

    def _is_of_noun(self, i: int, frame: Frame, parts: tuple[int, ...]) -> bool:
        """Say whether the preposition of a frame belongs to an event noun: "called the attack on Lima an outrage"."""
        slots = frame.actor + frame.recipient
        if frame.is_noun or len(parts) != 1 or frame.rest[0] not in slots or "obj" in slots:
            return False
        above = self.tree.tokens[self.tree.tokens[parts[0]].head]
        return above.i != i and above.pos == "NOUN" and self.find(above.i) is not None

    def _has_particle(self, i: int, parts: tuple[int, ...] = ()) -> bool:
        """Say whether a particle that is no part of the frame gives the verb another sense."""
        tokens = self.tree.tokens
        strengthened = self._data.words.strengthened
        return any(
            particle not in parts and f"{tokens[i].lemma}-{tokens[particle].lemma}" not in strengthened
            for particle in self.tree.kids(i, "prt")
        )

    def _score(self, i: int, frame: Frame, parts: tuple[int, ...], company: Company) -> float:
        """Say how well the frame fits, 0 where it does not."""
        tokens = self.tree.tokens
        if frame.not_with and is_barred(self, i, frame, company):
            return 0.0
        met = strength(self, i, frame, parts, company) if frame.needs else _UNASKED
        if not met:
            return 0.0
        is_object = any(tokens[part].dep in ("dobj", "nsubjpass") for part in parts)
        return _WORD * len(frame.rest) + met + (_OBJECT if is_object else 0.0)

    def is_dissuading(self, hit: Hit) -> bool:
        """Say whether a frame warns somebody off a deed: "warned its neighbour against a raid"."""
        return hit.frame.type == "THREATEN" and bool(self._data.words.dissuading & set(hit.frame.rest))

    def complements(self, i: int, parts: tuple[int, ...] = ()) -> list[int]:
        """Give the words in which an event under this one may stand: its infinitive, clause, object."""
        tree, tokens = self.tree, self.tree.tokens
        found = tree.kids(i, "xcomp", "ccomp", "pcomp", "acl")
        for part in parts:
            found += tree.kids(part, "pobj", "pcomp", "acl", "xcomp")
        target = tree.direct_object(i) if tree.is_verbal(i) else None
        if target is not None:
            found.append(target)
        found += [part for part in parts if tokens[part].pos in ("VERB", "NOUN")]
        for place in list(found):
            if tokens[place].pos == "NOUN":
                found += [q for prep, q in tree.preps(place) if prep in ("of", "on", "against")]
        return found

    def is_participle(self, i: int) -> bool:
        """Say whether a verb only describes the noun after it, and tells nobody harmed: "the besieged city"."""
        token = self.tree.tokens[i]
        if not self.tree.is_verbal(i) or token.dep != "amod" or token.head < i:
            return False
        hit = self.find(i)
        if hit is not None and hit.frame.kills:
            return False
        return not HARM.intersection(self._data.effects.states.get(token.text.lower(), ()))

    def is_plight(self, i: int) -> bool:
        """Say whether a verb tells only what state some are in, of whom no harm is told: "many of them hurt, left"."""
        tree = self.tree
        state = self._data.effects.states.get(tree.tokens[i].text.lower(), ())
        if "injured" not in state or not tree.is_verbal(i) or not is_of_some(tree, i) or tree.kids(i, "agent", "prep"):
            return False
        beside = (*tree.climb(i), *tree.kids(i, "ccomp"))
        hits = (self.find(other) for other in beside if tree.is_verbal(other))
        return not any(hit is not None and hit.frame.type == "ASSAULT" for hit in hits)

    def is_people(self, i: int) -> bool:
        """Say whether a noun stands for people by name, class or number, and for no place or facility."""
        tree, token = self.tree, self.tree.tokens[i]
        classes = self.classes(i)
        if tree.is_time(i) or token.entity in PLACE_ENTITIES or classes & {"PLACE", "FACILITY"}:
            return False
        if token.pos in ("PRON", "DET") or token.entity in _PEOPLE or "PERSON" in classes:
            return token.lemma not in _NOBODY
        is_known = token.lemma in self._data.effects.people or token.text.lower() in self._data.quantities.vague
        return is_known or bool(tree.kids(i, "nummod")) or ("GROUP" in classes and token.tag in ("NNS", "NNPS"))

    def is_armed(self, i: int) -> bool:
        """Say whether token i names a weapon, somebody or something of an army, or an attack."""
        if "MIL" in self.classes(i) or name_at(self.tree, self._data.weapons, i):
            return True
        hit = self.find(i) if self.tree.tokens[i].pos == "NOUN" else None
        return hit is not None and hit.frame.type == "ASSAULT"

    def classes(self, i: int) -> frozenset[str]:
        """Give the classes of noun of token i: PERSON, GROUP, PLACE, FACILITY, MIL."""
        lemma = self.tree.tokens[i].lemma
        return self._data.classes.get(lemma if lemma.isascii() else fold(lemma), frozenset())
