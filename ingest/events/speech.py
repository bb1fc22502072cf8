"""Finds who is quoted as the source of what a sentence tells."""

from collections.abc import Iterator

from ingest.events.tree import NOMINAL, Tree
from ingest.events.words import EventWords

_QUOTES = frozenset(('"', "``", "''"))
_CLAUSES = frozenset(("ccomp", "conj", "xcomp", "advcl", "parataxis", "dep", "pcomp", "acl"))


class Speech:
    """Who says what, in one document."""

    def __init__(self, tree: Tree, words: EventWords) -> None:
        """Take the document's tree and the verbs of saying."""
        self._tree, self._words = tree, words
        self._introducing = words.speech | words.claim | words.deny | words.plan | words.subject_control
        self._verbs = words.speech | words.claim | words.deny

    def _verbs_over(self, i: int) -> Iterator[int]:
        tokens = self._tree.tokens
        below = i
        for place in self._tree.climb(i):
            is_clause = tokens[below].dep in ("ccomp", "parataxis", "pcomp") or (
                tokens[below].dep == "xcomp" and self._tree.is_passive(place)
            )
            if is_clause and tokens[place].lemma in self._verbs and self._tree.is_verbal(place):
                yield place
            below = place
        for place in (i, *self._tree.climb(i)):
            for child in self._tree.kids(place, "parataxis"):
                if tokens[child].lemma in self._verbs and child != i:
                    yield child

    def speaker(self, i: int) -> int | None:
        """Give who says what token i tells, as the token that heads the phrase."""
        for verb in self._verbs_over(i):
            said_by = self._tree.agent(verb)
            if said_by is not None:
                return said_by
        naming = self._naming_verb(i)
        named_by = self._tree.agent(naming) if naming is not None else None
        return named_by if named_by is not None else self._according_to(i)

    def _naming_verb(self, i: int) -> int | None:
        """Give the verb by which somebody calls an event so: "spoke of sabotage by", "described it as an attack by"."""
        tree, tokens, words = self._tree, self._tree.tokens, self._words
        above = self._phrase_top(i)
        dep, head = tokens[above].dep, tokens[above].head
        if dep in ("dobj", "oprd", "attr", "ccomp"):
            return head if tokens[head].lemma in words.naming and tree.is_verbal(head) else None
        if dep not in ("pobj", "pcomp"):
            return None
        prep, verb = tokens[head].text.lower(), tokens[head].head
        if tokens[verb].dep == "dobj":  # "described the blast | as an attack" may be read as one phrase
            verb = tokens[verb].head
        listed = words.naming if prep == "as" else words.speaking if prep in ("of", "about") else frozenset()
        return verb if tokens[verb].lemma in listed and tree.is_verbal(verb) else None

    def _phrase_top(self, i: int) -> int:
        """Give the word that heads a whole phrase: "act" for the shelling of "an act of shelling by those who fled"."""
        tokens = self._tree.tokens
        while True:
            token = tokens[i]
            of = tokens[token.head]
            is_phrase = tokens[of.head].pos in NOMINAL or (of.lemma == "by" and tokens[of.head].dep == "pcomp")
            if (token.dep == "conj" and of.pos in NOMINAL) or (token.dep == "relcl" and of.dep == "pobj"):
                i = token.head
            elif token.dep == "pobj" and of.lemma in ("of", "by") and is_phrase:
                i = of.head
            else:
                return i

    def is_of_charge(self, i: int) -> bool:
        """Say whether a clause hangs on what somebody is blamed for: "accused it of the bomb that killed ten"."""
        tree, tokens = self._tree, self._tree.tokens
        below, has_clause = i, tokens[i].dep == "relcl"
        for place in tree.climb(i):
            if tokens[place].lemma in self._words.charging and tree.is_verbal(place):
                return has_clause and self._is_charged(place, below, i)
            if tokens[below].dep in ("advcl", "conj") and tree.is_verbal(place):
                return False
            below, has_clause = place, has_clause or tokens[place].dep == "relcl"
        return False

    def _is_charged(self, verb: int, below: int, i: int) -> bool:
        """Say whether token i, under a child of a verb of blaming, stands in the charge and not beside the charged."""
        tree, tokens = self._tree, self._tree.tokens
        if tokens[below].dep == "prep":
            return tokens[below].lemma in self._words.charges
        if tokens[below].dep not in ("dobj", "nsubjpass"):
            return False
        charges = (prep for place in (verb, below) for prep in tree.kids(place, "prep") if place < prep < i)
        is_behind = any(tokens[prep].lemma in self._words.charges for prep in charges)
        has_own = tokens[i].head == below and bool(tree.kids(i, "nsubj")) and tree.kids(i, "nsubj")[0] > below
        is_told = has_own and tokens[tree.kids(i, "nsubj")[0]].lemma not in self._words.relative
        return is_behind or (is_told and not tree.is_passive(verb))

    def _according_to(self, i: int) -> int | None:
        """Give the source named by "according to", on the event's own clause or one above it."""
        tree, tokens = self._tree, self._tree.tokens
        for place in (i, *tree.climb(i)):
            for child in tree.kids(place, "prep"):
                if tokens[child].lemma in ("accord", "according"):
                    for to in tree.kids(child, "prep"):
                        for governed in tree.kids(to, "pobj"):
                            return governed
        return None

    def _is_quoted(self, i: int) -> bool:
        """Say whether a token stands in words given as they were spoken: there "they" is not who speaks."""
        sentence = self._tree.document.sentence_at(i)
        before = [token.text for token in self._tree.tokens[sentence.first : i]]
        after = [token.text for token in self._tree.tokens[i : sentence.last]]
        is_open = sum(text in _QUOTES for text in before) % 2 == 1 or before.count("“") > before.count("”")
        return is_open and any(text in _QUOTES or text == "”" for text in after)

    def _subject_before(self, i: int, trigger: int, top: int) -> int | None:
        """Give whom a pronoun that is a subject takes up within what is told, and who stands before it."""
        tree, tokens = self._tree, self._tree.tokens
        if tokens[i].dep not in ("nsubj", "nsubjpass"):
            return None
        for place in (trigger, *tree.climb(trigger)):
            if place == top:
                return None
            for subject in tree.kids(place, "nsubj", "nsubjpass"):
                is_many = tokens[subject].tag in ("NNS", "NNPS") or tokens[subject].text.lower() in ("two", "many")
                fits = tokens[i].lemma not in ("he", "she") or not is_many
                if subject < i and tokens[subject].pos in ("NOUN", "PROPN", "NUM") and fits:
                    return subject
        return None

    def referent(self, i: int, trigger: int) -> int:
        """Give the speaker for a pronoun in reported speech ("he said they would attack"), else i."""
        tree, tokens = self._tree, self._tree.tokens
        if tokens[i].pos != "PRON" or tokens[i].lemma not in ("it", "he", "she", "they", "we", "i"):
            return i
        if tokens[i].lemma in ("it", "he", "she", "they") and self._is_quoted(i):
            return i
        place = trigger
        while tokens[place].dep in _CLAUSES and tokens[place].head != place:
            place = tokens[place].head
            said = tokens[place].lemma
            if place > i and tokens[place].pos == "VERB" and said in self._verbs:  # "before he fired, people said"
                nearer = self._subject_before(i, trigger, place)
                if nearer is not None or tokens[i].dep in ("dobj", "pobj"):
                    return i if nearer is None else nearer
            if tokens[place].pos == "VERB" and said in self._introducing:
                speaker = tree.surface_subject(place)
                is_one = speaker is not None and tokens[speaker].entity == "PERSON" and not tree.kids(speaker, "conj")
                if is_one and tokens[i].text.lower() in ("them", "it") and tokens[i].dep != "nsubj":
                    return i  # "Paz said the army did not protect them" is about others
                if speaker is not None and tokens[speaker].pos != "PRON":
                    return speaker
        return i
