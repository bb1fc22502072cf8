"""Names the parties of an event: the tokens that fill its roles become actors of the document."""

from collections.abc import Iterable, Iterator, Sequence

from graph.model import Argument, Kind, PlaceMention
from ingest.actors.kinds import FOLK
from ingest.document import Actors, Mention
from ingest.events.matcher import Matcher
from ingest.events.pairs import Pairs
from ingest.events.speech import Speech
from ingest.events.tree import Tree
from ingest.events.words import EventWords

_NEAREST = 2  # mentions: the people, and within them whose they are
_CALLED_ON = frozenset(("CONSULT", "AGREE", "AID"))  # what is done in a country's town is done with or for the country
_MODIFYING = ("poss", "compound", "amod", "nmod")


class Fillers:
    """Finds who fills the roles of the events of one document."""

    def __init__(
        self,
        matcher: Matcher,
        words: EventWords,
        speech: Speech,
        pairs: Pairs,
        actors: Actors,
        places: tuple[PlaceMention, ...],
    ) -> None:
        """Take what reads the document, and what was found in it."""
        self._matcher, self._words, self._speech, self._pairs = matcher, words, speech, pairs
        self._actors, self._places = actors, places
        self._tree: Tree = matcher.tree

    def arguments(self, heads: Sequence[int], trigger: int, *, inside: bool = False) -> tuple[Argument, ...]:
        """Give the actors named by phrases; with `inside`, those within a phrase that is no actor itself."""
        found: dict[str, Argument] = {}
        for head in self._meant(heads, trigger):
            both = self._pairs.meant(head)
            for one in both:
                found.setdefault(one.actor, one)
            for mention in () if both else self._mentions(head, trigger, inside=inside):
                found.setdefault(mention.actor, Argument(mention.actor, mention.text, mention.start, mention.end))
        return tuple(sorted(found.values(), key=lambda one: one.start))

    def _meant(self, heads: Sequence[int], trigger: int) -> Iterator[int]:
        """Give the heads, for who speaks of himself the speaker, and for "they" all who speak: "A and B said they"."""
        for head in heads:
            speaker = self._speech.referent(head, trigger)
            is_many = speaker != head and self._tree.tokens[head].text.lower() in self._words.they
            yield from self._tree.conjuncts(speaker) if is_many else (speaker,)

    def _name_over(self, head: int) -> Mention | None:
        """Give the name that a nation is a part of: "Pakistani" of "Indian and Pakistani troops clashed"."""
        mention = self._actors.by_head.get(head + 1)
        is_name = mention is not None and mention.how == "name" and self._tree.tokens[head].head in (head + 1, head - 2)
        return mention if is_name and mention and mention.start <= self._tree.tokens[head].start else None

    def _mentions(self, head: int, trigger: int, *, inside: bool) -> list[Mention]:
        mention = self._actors.by_head.get(head) or self._name_over(head) or self._country(head, trigger)
        if mention is not None:
            return self._named(mention)
        return self._renaming(head) or (self._within(head) if inside else [])

    def _renaming(self, head: int) -> list[Mention]:
        """Give the people whose names rename a noun that is no actor by itself: "the ombudsman, Ana Paz"."""
        if self._tree.tokens[head].pos != "NOUN":
            return []
        return [one for one in self._names_beside(head) if self._actors.by_id[one.actor].kind == Kind.PERSON]

    def _names_beside(self, head: int) -> list[Mention]:
        """Give the names in apposition to a noun, and, of several people, those it is in apposition to."""
        tree = self._tree
        near = [name for first in tree.kids(head, "appos") for name in tree.conjuncts(first)]
        token = tree.tokens[head]
        if token.dep == "appos" and token.tag == "NNS":  # "Paz and Soto, the ministers who signed"
            first = token.head
            while tree.tokens[first].dep == "conj":
                first = tree.tokens[first].head
            near += tree.conjuncts(first)
        return self._by_name(near)

    def _by_name(self, heads: Iterable[int]) -> list[Mention]:
        found = (self._actors.by_head.get(place) for place in heads)
        return [name for name in found if name is not None and name.how == "name"]

    def _country(self, head: int, trigger: int) -> Mention | None:
        """Give a country told as a place, where what happens there is done to it or hosted by it.

        "fired at northern Chad" is done to Chad; "will fly to Lima" is a visit to Peru, "cash from Lima" its aid.
        Only a country that acts elsewhere in the article counts.
        """
        token = self._tree.tokens[head]
        codes = {place.place.country for place in self._places if place.start <= token.start < place.end}
        hit = self._matcher.find(trigger)
        is_called_on = hit is not None and hit.frame.type in _CALLED_ON
        for actor in self._actors.by_id.values():
            if actor.kind == Kind.COUNTRY and actor.country in codes and (is_called_on or actor.name == token.text):
                return Mention(actor.id, token.text, token.start, token.end, head, "name")
        return None

    def _named(self, mention: Mention) -> list[Mention]:
        """Give the names that stand with a general word: "two officials, X and Y", "the X group"."""
        if mention.how == "pronoun":
            return [*self._of_many(mention), mention]
        if mention.how != "nominal":
            return [*self._joined_owners(mention), mention] if mention.how == "name" else [mention]
        names = self._names_beside(mention.head)
        if self._tree.tokens[mention.head].lemma in self._words.groups:
            names += self._by_name(self._tree.kids(mention.head, "compound", "nmod"))
        return names or [*self._joined_owners(mention), mention]

    def _of_many(self, pronoun: Mention) -> list[Mention]:
        """Give the others that "they" means, where it takes up people of several: "envoys of A and B say they"."""
        if pronoun.text.lower() not in self._words.they:
            return []
        known = [one for one in self._actors.mentions if one.start < pronoun.start and one.actor == pronoun.actor]
        named = [one for one in known if one.how == "nominal"][-_NEAREST:]
        return next((others for one in named if (others := self._joined_owners(one))), [])

    def _joined_owners(self, mention: Mention) -> list[Mention]:
        """Give the others whose people are meant too: "envoys of the army and of rebels", "Syrian and Iraqi troops"."""
        tree, owning = self._tree, self._words.owning
        owned = [q for q in tree.kids(mention.head, "prep") if tree.tokens[q].lemma in owning]
        owned += [q for of in owned for q in tree.kids(of, "conj") if tree.tokens[q].lemma in owning]
        owners = [q for of in owned for governed in tree.kids(of, "pobj") for q in tree.conjuncts(governed)]
        first = next(iter(tree.kids(mention.head, *_MODIFYING)), None)
        before = tree.conjuncts(first) if first is not None else []
        for places in (owners, before):
            found = [self._actors.by_head[place] for place in places if place in self._actors.by_head]
            composed = [one for one in found if one.how == "nominal" and one.head in before]
            is_stood_for = mention.how == "nominal" and any(one.actor == mention.actor for one in found)
            if len(places) > 1 and (composed or is_stood_for):
                return [one for one in (composed or found) if one.actor != mention.actor]
        return []

    def _within(self, head: int) -> list[Mention]:
        """Give the mentions that own or qualify a thing: "Hamas military targets", "positions of the army"."""
        tree = self._tree
        near = tree.kids(head, "poss", "compound", "amod", "nmod", "appos")
        inner = [q for prep, q in tree.preps(head) if prep in self._words.within]
        near += [*inner, *(owner for q in inner for owner in tree.kids(q, "poss"))]  # "one of the army's camps"
        token = tree.tokens[head]
        if (
            token.dep == "dobj" and tree.tokens[token.head].lemma in self._words.leading
        ):  # "X is leading the delegation"
            leader = tree.agent(token.head)
            near += tree.conjuncts(leader) if leader is not None else []
        mentions = [self._actors.by_head[place] for place in near if place in self._actors.by_head]
        return [mention for mention in mentions if not self._is_mere_name(mention)][:1]

    def _is_mere_name(self, mention: Mention) -> bool:
        """Say whether a name within a phrase only names the thing: "the Santo Tomas farm"."""
        is_inner = self._tree.tokens[mention.head].dep in ("compound", "nmod", "appos")
        kind = self._actors.by_id[mention.actor].kind
        is_use = mention.how == "nominal" and kind in FOLK  # "a passenger plane"
        return is_inner and (is_use or kind in (Kind.PERSON, Kind.ORGANISATION, Kind.COMPANY))
