"""Tells what the form of one verb says of its event: negation, tense, modal, condition, habit."""

from graph.model import Status
from ingest.events.tree import Tree
from ingest.events.words import EventWords, StatusWords


class Mood:
    """Reads the forms of the verbs of one document."""

    def __init__(self, tree: Tree, words: EventWords, own: StatusWords) -> None:
        """Take the document's tree and the lists of words that colour a verb."""
        self._tree, self._words, self._own = tree, words, own

    def is_negated(self, i: int) -> bool:
        """Say whether what verb or noun i tells did not happen: by "not", by nobody, "without" it."""
        tree, tokens = self._tree, self._tree.tokens
        if self._is_purpose_of_going(i) and self.is_negated(tokens[i].head):
            return True
        adverbs = (tokens[a].text.lower() for a in tree.kids(i, "advmod", "preconj"))
        if any(map(self._denies, tree.kids(i, "neg"))) or any(adverb in self._own.negation for adverb in adverbs):
            return not self._is_done_at_last(i)
        parties = (tree.direct_object(i), tree.surface_subject(i)) if tree.is_verbal(i) else ()
        if any(party is not None and self._is_nobody(party) for party in parties):
            return True
        if tokens[i].dep == "conj" and any(tokens[c].lemma == "nor" for c in tree.kids(tokens[i].head, "cc")):
            return True
        return tokens[i].dep == "pcomp" and tokens[tokens[i].head].lemma == "without"

    def _denies(self, negation: int) -> bool:
        """Say whether "not" denies a deed and not only its degree: "was not seriously hurt"."""
        after = self._tree.tokens[negation + 1 : negation + 2]
        return not any(word.text.lower() in self._own.degree for word in after)

    def is_of_nobody(self, i: int) -> bool:
        """Say whether verb i is told of none at all, so that nobody refuses it: "no country recognised it"."""
        tree = self._tree
        subjects = tree.kids(i, "nsubj") if tree.is_verbal(i) else []
        words = (tree.tokens[word] for one in subjects for word in (one, *tree.kids(one, "det")))
        return any(word.lemma in ("no", "nobody", "none") for word in words)

    def is_asked(self, i: int) -> bool:
        """Say whether a clause asks who, where or how, and so takes its event for true: "did not know who fired"."""
        tree, tokens = self._tree, self._tree.tokens
        words = (tokens[word] for word in tree.kids(i, "advmod", "nsubj", "nsubjpass", "dobj") if word < i)
        return any(word.tag in ("WRB", "WP") for word in words)

    def _is_done_at_last(self, i: int) -> bool:
        """Say whether a negated verb tells what was done in the end: "did not free him until Monday"."""
        tree, tokens = self._tree, self._tree.tokens
        is_past = any(tokens[a].tag == "VBD" for a in tree.auxiliaries(i))
        ends = [
            *tree.kids(i, "prep"),
            *(mark for clause in tree.kids(i, "advcl") for mark in tree.kids(clause, "mark")),
        ]
        return is_past and any(tokens[end].lemma == "until" for end in ends)

    def _is_nobody(self, i: int) -> bool:
        """Say whether a phrase says that there is none: "no soldiers", "neither country", "nobody"."""
        tokens = self._tree.tokens
        if tokens[i].lemma in self._own.nobody:
            return True
        return any(tokens[word].lemma in ("no", "neither") for word in self._tree.kids(i, "det", "preconj", "cc"))

    def _is_purpose_of_going(self, i: int) -> bool:
        """Say whether i is what somebody goes to do, so that it shares the tense of going."""
        token = self._tree.tokens[i]
        head = self._tree.tokens[token.head]
        return token.dep in ("advcl", "xcomp") and self._tree.has_to(i) and head.lemma in self._own.going

    def is_future(self, i: int, event_type: str) -> bool:
        """Say whether verb i tells of what is still ahead: "will leave", "are to leave", "is about to leave"."""
        tree, tokens = self._tree, self._tree.tokens
        auxiliaries = [tokens[a].text.lower() for a in tree.auxiliaries(i)]
        if any(word in self._own.future for word in auxiliaries):
            return True
        head = tokens[tokens[i].head]
        if tokens[i].dep == "xcomp" and head.lemma == "go" and head.tag == "VBG":
            return True
        if tokens[i].dep == "ROOT" and tokens[i].tag == "VB" and self._tree.has_to(i):  # a headline's future
            return True
        is_aim = tokens[i].dep in ("advcl", "xcomp") and self._tree.has_to(i) and self._tree.is_verbal(tokens[i].head)
        if is_aim and self.is_future(tokens[i].head, event_type):  # what somebody will go or vote to do
            return True
        if tokens[i].dep == "xcomp" and self._tree.has_to(i) and head.lemma == "be":  # "are to leave"
            return True
        if i > 1 and tokens[i - 1].lemma == "to" and tokens[i - 2].text.lower() == "about":
            return True
        is_said = tokens[i].dep == "ccomp" and head.lemma in self._words.speech
        return is_said and "would" in auxiliaries and event_type != "SUPPORT"

    def goes_with_plan(self, i: int) -> bool:
        """Say whether a bare present goes with what is still ahead: "are to disarm as foreign troops withdraw"."""
        tree, token = self._tree, self._tree.tokens[i]
        if token.dep not in ("advcl", "acl") or token.tag not in ("VB", "VBP", "VBZ") or tree.auxiliaries(i):
            return False
        below, above = i, token.head
        while not tree.is_verbal(above) and tree.tokens[above].head != above:
            below, above = above, tree.tokens[above].head
        aims = [aim for aim in tree.kids(above, "xcomp") if aim < below and tree.tokens[above].lemma == "be"]
        return any(self.is_future(place, "") for place in (above, *aims))

    def is_conditional(self, i: int) -> bool:
        """Say whether verb i is only possible, or hangs on a condition."""
        tree, tokens = self._tree, self._tree.tokens
        if any(tokens[a].text.lower() in self._own.possible for a in tree.auxiliaries(i)):
            return True
        return self.has_condition(i)

    def has_condition(self, i: int) -> bool:
        """Say whether verb i begins with "if", "unless" or the like."""
        return any(self._tree.tokens[mark].lemma in self._own.condition for mark in self._tree.kids(i, "mark"))

    def aspect(self, i: int) -> Status:
        """Give actual, ongoing or habitual, as the form of the verb has it."""
        tree, tokens = self._tree, self._tree.tokens
        is_described = any(tokens[subject].lemma in self._words.relative for subject in tree.kids(i, "nsubj"))
        is_trait = is_described and tokens[i].tag in ("VBZ", "VBP") and not tree.auxiliaries(i)
        if self._is_often(i) or is_trait:  # "the front, which fights for autonomy"
            return Status.HABITUAL
        if tokens[i].tag == "VBG" and any(tokens[a].lemma == "be" for a in tree.auxiliaries(i)):
            return Status.ONGOING
        if tokens[i].dep == "xcomp" and tokens[tokens[i].head].lemma in self._words.ongoing:
            return Status.ONGOING
        return Status.ACTUAL

    def _is_often(self, i: int) -> bool:
        tree, tokens = self._tree, self._tree.tokens
        if any(tokens[a].lemma in self._words.habitual for a in tree.kids(i, "advmod")):
            return True
        if tokens[i].tag not in ("VBZ", "VBP"):
            return False
        often = (place for place in tree.subtree(i) if tokens[place].lemma in ("each", "every"))
        return any(tokens[tokens[place].head].lemma in self._own.period for place in often)

    def is_unsure(self, verb: int) -> bool:
        """Say whether a verb makes what it governs no more than possible; "shooting could be heard" does not."""
        is_perceived = self._tree.tokens[verb].lemma in self._own.perceived and not self.has_condition(verb)
        return self.is_conditional(verb) and not is_perceived
