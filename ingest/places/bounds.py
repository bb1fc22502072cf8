"""Tells which places of a sentence are none of an event's: names that are no site, and places of other clauses."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from graph.model import PlaceMention
from ingest.document import Document, Token
from ingest.places.datelines import token_at

Words = dict[str, frozenset[str]]
WORDS_OF_SPEECH = frozenset({"VC", "VX"})
_OWN_CLAUSE = frozenset({"advcl", "ccomp", "conj", "relcl", "parataxis"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_HELD = frozenset({"acl", "ccomp", "dobj", "nsubjpass", "pcomp", "pobj", "prep", "xcomp"})  # what a word holds
_VERBS = frozenset({"VERB", "AUX"})
_LONGEST_BESIDE = 8


def kids(document: Document, i: int, *deps: str) -> Iterator[Token]:
    """Give the tokens that hang on one by these labels, of its own sentence."""
    sentence = document.sentence_at(i)
    tokens = document.tokens[sentence.first : sentence.last]
    return (token for token in tokens if token.head == i and token.i != i and token.dep in deps)


def is_site(document: Document, mention: PlaceMention, mentions: Sequence[PlaceMention], words: Words) -> bool:
    """Say whether a name can say where something happened in its sentence.

    It cannot before what lies in it ("the Red Sea port of X"), before the time, the will or the ministers of a capital
    ("Y time", "on Y's orders", "the Y secretary"), or beside who is no place ("a memorandum between Y and the bank").
    """
    token = document.tokens[token_at(document, mention.end - 1)]
    head = document.tokens[token.head]
    if token.dep in ("compound", "nmod", "amod") and head.pos in ("NOUN", "PROPN"):
        inner = (
            kid for of in kids(document, head.i, "prep") if of.lemma == "of" for kid in kids(document, of.i, "pobj")
        )
        is_of = head.lemma in words["kinds"] and any(kid.pos == "PROPN" for kid in inner)
        return not is_of and head.lemma not in words["unplaced"] | words["tellers"]
    if head.lemma == "from" and document.tokens[head.head].lemma in words["away"]:
        return False  # "refugees from X protested in Y"
    if token.dep == "poss":
        return head.pos == "PROPN" or bool({head.lemma, head.text.lower()} & (words["kinds"] | words["parts"]))
    if token.dep == "pobj" and head.lemma == "between":
        beside = [kid for kid in kids(document, token.i, "conj") if kid.i - token.i <= _LONGEST_BESIDE]
        return all(any(one.start <= kid.start < one.end for one in mentions) for kid in beside)
    return True


def is_there(document: Document, trigger: int) -> bool:
    """Say whether an event happened in a place told before: "were killed there"."""
    return any(kid.lemma == "there" for kid in kids(document, trigger, "advmod"))


def is_where(document: Document, trigger: int, mention: PlaceMention) -> bool:
    """Say whether an event is told of a place by a clause of its own: "X, where the talks were held"."""
    place, token = token_at(document, mention.end - 1), document.tokens[trigger]
    while token.dep != "relcl" and token.head != token.i:
        token = document.tokens[token.head]
    clause = document.tokens[mention_end(document, mention) : trigger]
    return token.dep == "relcl" and token.head == place and any(word.lemma == "where" for word in clause[:2])


def mention_end(document: Document, mention: PlaceMention) -> int:
    """Give the token after a place."""
    return token_at(document, mention.end - 1) + 1


def has_own_site(document: Document, trigger: int, mentions: Sequence[PlaceMention], words: Words) -> bool:
    """Say whether an event has a site of its own without a name: "fought over the capital"."""
    own = list(kids(document, trigger, "prep"))
    spans = [span for prep in own if prep.lemma == "for" for span in kids(document, prep.i, "pobj")]  # "for two days"
    for prep in [*own, *(prep for span in spans for prep in kids(document, span.i, "prep"))]:
        for governed in kids(document, prep.i, "pobj") if prep.lemma in words["inside"] else ():
            is_named = any(governed.start <= one.start <= governed.end + len(" of the ") for one in mentions)
            if governed.pos == "NOUN" and governed.lemma in words["kinds"] and not is_named:
                return True
    return False


def is_of_nameless(document: Document, trigger: int, words: Words) -> bool:
    """Say whether what an event was done to is a place without a name, "the town", told before and not the dateline."""
    struck = kids(document, trigger, "dobj", "nsubjpass") if document.tokens[trigger].pos == "VERB" else iter(())
    for one in struck:
        is_told = any(word.lemma == "the" for word in kids(document, one.i, "det"))
        is_bare = not any(kids(document, one.i, "amod", "compound", "nmod", "prep", "appos", "relcl", "acl"))
        if one.pos == "NOUN" and one.lemma in words["kinds"] and is_told and is_bare:
            return True
    return False


def is_of_others(document: Document, below: Sequence[Token], words: Words) -> bool:
    """Say whether a place is of something else: "its people fled to X", "the blockade helped to raise prices in X".

    So is that of who tells of it in a clause beside it: "ten died and nine are missing, the prosecutor in X said".

    below: the tokens from the place up to what it shares with the event.
    """
    if any(token.dep == "xcomp" for token in below):
        return True
    is_towards = any(token.pos == "ADP" and token.lemma in words["towards"] | words["from"] for token in below)
    is_teller = any(token.pos == "NOUN" and token.lemma in words["tellers"] for token in below)
    return (is_towards or is_teller) and any(_is_own_clause(document, token) for token in below)


def is_at_site(document: Document, trigger: int, words: Words) -> bool:
    """Say whether a sentence tells of a site of the town it was written in: "in the capital", "around the palace"."""
    sites = words["sites"] | words["seats"]
    tokens = document.tokens_of(document.sentence_at(trigger))
    nouns = (token for token in tokens if token.pos == "NOUN" and token.dep == "pobj" and token.lemma in sites)
    return any(document.tokens[noun.head].lemma in words["inside"] for noun in nouns)


def is_of_caller(document: Document, ups: Sequence[int], place: Sequence[int], words: Words) -> bool:
    """Say whether a place is only where somebody calls for, condemns or marks an event: "in Y, they called for peace".

    ups, place: the tokens from the event and from the place up to the root.
    """
    for below, above in pairwise(ups):
        token, word = document.tokens[below], document.tokens[above]
        is_held = token.dep in _HELD or (token.dep == "advcl" and _marks(document, below) & words["since"])
        if token.dep == "nsubjpass" and word.lemma in words["announcing"]:  # "a march has been called in X"
            return False
        if is_held and word.lemma in words["calling"]:
            return True
        if above in place:
            return False
    return False


def is_told_earlier(document: Document, between: Sequence[Token], words: Words) -> bool:
    """Say whether an event is of a time before that of the clause above: "after the kingdom had hanged a cleric".

    So is one that is measured from: "two years after the war started".
    """
    clauses = [token for token in between if token.dep == "advcl" and _marks(document, token.i) & words["since"]]
    is_measured = any(one.entity == "DATE" for clause in clauses for one in kids(document, clause.i, "npadvmod"))
    had = (kid.text.lower() == "had" for clause in clauses for kid in kids(document, clause.i, "aux", "auxpass"))
    return is_measured or any(had)


def is_of_people(document: Document, between: Sequence[Token], below: Sequence[Token], words: Words) -> bool:
    """Say whether a place only tells who somebody in another clause is: "it names no militia of Y, though they fought".

    between, below: the tokens from the event, and from the place, up to what they share.
    """
    prepositions = [token for token in below if token.pos == "ADP"]
    if {token.lemma for token in prepositions} != {"of"} or not any(_is_own_clause(document, one) for one in between):
        return False
    owner = document.tokens[prepositions[-1].head]
    return owner.pos == "NOUN" and owner.lemma not in words["kinds"] | words["parts"]


def is_destination(document: Document, trigger: int, below: Sequence[Token], words: Words) -> bool:
    """Say whether a place is where people were taken, and not where they were taken away: "deported them to Y"."""
    if document.tokens[trigger].lemma not in words["removing"]:
        return False
    return any(token.pos == "ADP" and token.lemma in ("to", "into") and token.head == trigger for token in below)


def is_goal_above(document: Document, between: Sequence[Token], below: Sequence[Token], words: Words) -> bool:
    """Say whether a place is only where those of the clause above went: "ten fled to Y since he sent troops"."""
    goals = [token for token in below if token.pos == "ADP" and token.lemma in words["towards"]]
    return bool(goals) and any(_is_own_clause(document, token) for token in between)


def is_in_next_clause(document: Document, below: Sequence[Token]) -> bool:
    """Say whether a place is of a clause joined to the event's: "wounded a guard, and youths threw stones in Y"."""
    return any(token.dep == "conj" and _is_own_clause(document, token) for token in below)


def is_of_weapon(document: Document, trigger: int, below: Sequence[Token], words: Words) -> bool:
    """Say whether a place is where what did the harm was sent: "a grenade thrown at a patrol in Y wounded ten"."""
    if len(below) < 2 or document.tokens[trigger].lemma not in words["harming"]:
        return False
    clauses = [token for token in below if token.dep in ("acl", "relcl", "advcl", "ccomp", "parataxis")]
    is_sent = [token.dep for token in clauses] == ["acl"] and clauses[0].tag == "VBN"
    return is_sent and below[-1].dep == "nsubj" and clauses[0].head == below[-1].i


def is_from(document: Document, trigger: int, below: Sequence[Token], words: Words) -> bool:
    """Say whether a place is only where what harms or who is harmed came from: "killed by rockets from Y"."""
    comes_from = any(token.pos == "ADP" and token.lemma in words["from"] | words["leaving"] for token in below)
    return comes_from and document.tokens[trigger].lemma in words["harming"]


def is_against(document: Document, trigger: int, below: Sequence[Token], words: Words) -> bool:
    """Say whether a place is only what people are against: "shouted slogans against Y"."""
    is_aim = any(token.lemma == "against" for token in below)
    return is_aim and document.tokens[trigger].lemma in words["rallying"]


def _marks(document: Document, i: int) -> frozenset[str]:
    """Give the words that join a clause to the one above."""
    return frozenset(kid.lemma for kid in kids(document, i, "mark", "prep"))


def is_beside_speech(document: Document, quad: str, climbed: Sequence[Token], below: Sequence[Token]) -> bool:
    """Say whether a place is none of a word that is given: "promised to rebuild X", "X was hit and she protested".

    quad: the quad class of the event; climbed: the tokens from it up to what it shares with the place. Where somebody
    speaks is what hangs on the speaking or on who speaks; an agreement or a meeting also lies where its noun says.
    """
    if quad not in WORDS_OF_SPEECH:
        return False
    if any(_is_own_clause(document, token) for token in climbed) or any(token.pos in _VERBS for token in below):
        return True
    prepositions = [token.lemma for token in below if token.pos == "ADP"]
    if len(below) > 1 and ("from" in prepositions or not any(word != "of" for word in prepositions)):
        return True  # who somebody is: "leaders of X", "rebels from X"
    return quad == "VX" and bool(below) and below[-1].pos != "ADP" and below[-1].dep not in _SUBJECTS


def is_speakers(document: Document, trigger: int, place: int, words: Words) -> bool:
    """Say whether a place is that of who tells of the event: "the ministry in X said that the ship had sunk".

    Police, mayors and witnesses of a place tell of what happened there.
    """
    token, path = document.tokens[trigger], list[int]()
    while token.head != token.i:
        if token.dep == "ccomp" or (path and token.dep in ("pcomp", "prep")):  # "quoted sources as saying that"
            path.append(token.head)
        token = document.tokens[token.head]
    above, teller = document.tokens[place], ""
    while above.head != above.i:
        if above.pos in ("NOUN", "PROPN") and above.i != place:
            teller = teller or above.lemma.lower()  # of "a spokesman for the X police" the police
        if above.dep in _SUBJECTS and above.head in path:
            return teller in words["tellers"] | words["troops"]
        above = document.tokens[above.head]
    return False


def _is_own_clause(document: Document, token: Token) -> bool:
    """Say whether a verb begins a clause that has its own subject."""
    is_clause = token.dep in _OWN_CLAUSE and token.pos in _VERBS
    return is_clause and next(kids(document, token.i, *_SUBJECTS), None) is not None
