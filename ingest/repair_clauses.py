"""Mends sentences whose main verb the parser took for part of a phrase, so that the doer would lose or suffer it."""

from collections.abc import Iterator, Sequence

from ingest.document import PLACE_ENTITIES, Token
from ingest.repair_words import Children, RepairWords

_NOMINAL = frozenset(("NOUN", "PROPN"))
_DONE_TO = frozenset(("dobj", "npadvmod"))
_TOLD = frozenset(("VBD", "VBN", "VBZ"))
_HELPERS = frozenset(("aux", "auxpass", "neg"))


def headed(tokens: Sequence[Token], children: Children, words: RepairWords) -> Iterator[Token]:
    """Give a sentence the verb taken for its subject's participle: "The Greek-led alliance bombed the port"."""
    for verb in tokens:
        noun = tokens[verb.head]
        if verb.dep != "acl" or verb.tag not in ("VBD", "VBN") or noun.dep != "ROOT" or noun.i != verb.i - 1:
            continue
        if not verb.text.endswith("ed") or verb.lemma in words.giving or noun.pos not in _NOMINAL:
            continue
        own = [tokens[child] for child in children[verb.i]]
        done_to = [child for child in own if child.dep in _DONE_TO and child.i > verb.i and _is_thing(child)]
        if not done_to or any(child.dep in _HELPERS | {"agent"} for child in own):
            continue
        yield verb._replace(head=verb.i, dep="ROOT", tag="VBD")
        yield noun._replace(head=verb.i, dep="nsubj")
        yield done_to[0]._replace(dep="dobj")
        yield from _after(tokens, children, noun, verb)


def _is_thing(token: Token) -> bool:
    """Say whether what follows a verb may be what it is done to, not a time."""
    return token.entity not in ("DATE", "TIME") and (token.dep == "dobj" or token.entity in PLACE_ENTITIES)


def _after(tokens: Sequence[Token], children: Children, noun: Token, verb: Token) -> Iterator[Token]:
    """Give a verb what hung on its subject and stands after it."""
    yield from (tokens[child]._replace(head=verb.i) for child in children[noun.i] if child > verb.i)


def resumed(tokens: Sequence[Token], children: Children, words: RepairWords) -> Iterator[Token]:
    """Give a subject back the verb after its clause: "The front, which Chile regards as banned, has ruled the port".

    A clause about what somebody does to it has that somebody for subject, and ends with the comma before the verb. It
    may be about another name of the subject: "The front, a group that Chile and Peru regard as banned, has ruled".
    """
    for verb in tokens:
        noun = tokens[verb.head]
        top = tokens[noun.head] if noun.dep == "appos" else noun
        if verb.dep != "relcl" or top.dep != "ROOT" or noun.i > verb.i or top.pos not in _NOMINAL:
            continue
        own = [tokens[child] for child in children[verb.i] if child < verb.i]
        relative = next((one for one in own if one.lemma in words.relating and one.dep in ("dobj", "mark")), None)
        if relative is None or (tokens[relative.i - 1].text != "," and top is noun):
            continue
        doers = [one for one in own if one.dep == "nsubj" and one.i > relative.i]
        first = min([verb.i, *(one.i for one in own if one.dep in _HELPERS)])
        if len(doers) != 1 or tokens[first - 1].text != "," or doers[0].i > first:
            continue
        yield verb._replace(head=verb.i, dep="ROOT")
        yield top._replace(head=verb.i, dep="nsubj")
        yield relative._replace(head=doers[0].i, dep="dobj")
        yield doers[0]._replace(head=noun.i, dep="relcl")
        yield from _after(tokens, children, top, verb)


def went_on(tokens: Sequence[Token], children: Children, words: RepairWords) -> Iterator[Token]:
    """Give a subject the verb after a clause about it: "Togo, which hosted talks in May, called on both to disarm".

    Only a whole sentence, with its full stop, has that verb; a headline may tell what somebody was "accused of".
    """
    for verb in tokens:
        noun = tokens[verb.head]
        if verb.dep != "acl" or verb.tag not in ("VBD", "VBN") or noun.dep != "ROOT" or noun.pos not in _NOMINAL:
            continue
        beside = [tokens[child] for child in children[noun.i]]
        is_whole = any(one.text == "." and one.i > verb.i for one in beside)
        is_after = any(one.dep == "relcl" and noun.i < one.i < verb.i for one in beside)
        if is_whole and is_after and tokens[verb.i - 1].text == "," and _is_active(tokens, children, verb, words):
            yield verb._replace(head=verb.i, dep="ROOT", tag="VBD")
            yield noun._replace(head=verb.i, dep="nsubj")
            yield from _after(tokens, children, noun, verb)


def _is_active(tokens: Sequence[Token], children: Children, verb: Token, words: RepairWords) -> bool:
    """Say whether what may be a participle is a verb of the past: by its form, and by what it does to whom."""
    own = [tokens[child] for child in children[verb.i]]
    if any(one.dep in _HELPERS | {"agent"} for one in own) or (verb.tag == "VBN" and verb.text.endswith("n")):
        return False
    if any(one.dep == "dobj" or (one.dep == "ccomp" and one.i > verb.i) for one in own):
        return verb.lemma not in words.giving
    return verb.lemma in words.going_on and any(one.dep == "prep" and one.lemma in words.turning_to for one in own)


def harming(tokens: Sequence[Token], _: Children, words: RepairWords) -> Iterator[Token]:
    """Give a harm to the blow told right before it: "hunted a man over a bomb that exploded on Friday, killing ten"."""
    for token in tokens:
        if token.tag != "VBG" or token.dep not in ("advcl", "acl") or token.lemma not in words.harming:
            continue
        if tokens[token.i - 1].text != "," or tokens[token.head].lemma in words.blows:
            continue
        between = reversed(tokens[token.head + 1 : token.i])
        nearest = next((one for one in between if one.pos == "VERB" and one.tag in _TOLD), None)
        if nearest is None and tokens[token.head].dep == "advcl":  # "exploded as they met, killing ten"
            nearest = tokens[tokens[token.head].head]
        if nearest is not None and nearest.lemma in words.blows:
            yield token._replace(head=nearest.i, dep="advcl")


def stricken(tokens: Sequence[Token], children: Children, words: RepairWords) -> Iterator[Token]:
    """Give whom an attack leaves hurt to the verb, and their state after them: "left at least one guard injured"."""
    for state in tokens:
        if state.text not in words.left_as or state.tag not in ("VBD", "VBN"):
            continue
        own = [tokens[child] for child in children[state.i]]
        subjects = [one for one in own if one.dep in ("nsubj", "nsubjpass")]
        verb = tokens[state.head]
        if state.dep == "acl":
            people = verb
            while people.dep == "conj":
                people = tokens[people.head]
            verb = tokens[people.head] if people.dep == "dobj" else verb
        is_bare = not any(one.dep in _HELPERS | {"agent", "dobj", "mark"} for one in own)
        if verb.lemma not in words.leaving or verb.pos != "VERB" or state.i < verb.i or not is_bare:
            continue
        if state.dep in ("acl", "ccomp", "xcomp", "advcl", "oprd") and _is_right_after(tokens, verb, state):
            yield state._replace(head=verb.i, dep="oprd", pos="ADJ", tag="JJ")
            yield from (one._replace(head=verb.i, dep="dobj") for one in subjects)


def _is_right_after(tokens: Sequence[Token], verb: Token, state: Token) -> bool:
    """Say whether a state follows those in it, with no more than adverbs between."""
    before = state.i - 1
    while before > verb.i and tokens[before].pos == "ADV":
        before -= 1
    return before > verb.i and tokens[before].pos in ("NOUN", "PROPN", "PRON", "NUM")


def counted_among(tokens: Sequence[Token], children: Children, words: RepairWords) -> Iterator[Token]:
    """Give those named after the verb to it as subject: "Among the dead were two judges"."""
    for prep in tokens:
        verb = tokens[prep.head]
        if prep.lemma not in words.counting_in or verb.lemma != "be" or prep.i > verb.i:
            continue
        own = [tokens[child] for child in children[verb.i]]
        if not any(one.dep in ("nsubj", "nsubjpass", "expl") for one in own):
            yield from (one._replace(dep="nsubj") for one in own if one.dep == "attr")


def finite_again(tokens: Sequence[Token], children: Children, _: RepairWords) -> Iterator[Token]:
    """Join a past verb to the past verb above an infinitive: "urged Chad to let them in and called on others"."""
    for token in tokens:
        above = tokens[token.head]
        own = {tokens[child].dep for child in children[token.i]}
        if token.dep != "conj" or token.tag not in ("VBD", "VBZ") or own & {"nsubj", "nsubjpass", "aux", "auxpass"}:
            continue
        is_infinitive = above.tag == "VB" and any(tokens[child].tag == "TO" for child in children[above.i])
        while above.tag == "VB" and above.head != above.i:
            above = tokens[above.head]
        if is_infinitive and above.tag == token.tag and above.i < token.i:
            yield token._replace(head=above.i)


def named_blow(tokens: Sequence[Token], children: Children, words: RepairWords) -> Iterator[Token]:
    """Give a blow taken for a verb back to who strikes it: "was killed by Lao shelling in the valley"."""
    for token in tokens:
        doer = tokens[token.i - 1]
        by = tokens[doer.head]
        if token.tag != "VBG" or token.head != by.head or doer.dep != "pobj" or by.lemma not in words.doing:
            continue
        is_name = doer.entity in ("NORP", "GPE") and by.i < doer.i and not children[doer.i]
        if is_name and not any(tokens[child].dep in _DONE_TO for child in children[token.i]):
            yield token._replace(head=by.i, dep="pobj", pos="NOUN", tag="NN")
            yield doer._replace(head=token.i, dep="amod")


def pleaded_with(tokens: Sequence[Token], children: Children, words: RepairWords) -> Iterator[Token]:
    """Give a plea the one it is made to: "pleaded with the government to talk", read as with a clause."""
    for token in tokens:
        prep = tokens[token.head]
        verb = tokens[prep.head]
        own = [tokens[child] for child in children[token.i]]
        subjects = [one for one in own if one.dep == "nsubj" and one.i > prep.i]
        is_aim = token.dep == "advcl" and prep.lemma in words.asking and prep.i < token.i and prep.pos == "VERB"
        if is_aim and any(one.tag == "TO" for one in own) and not subjects:
            if _is_asked(tokens, children, prep, token.i, words):
                yield token._replace(dep="xcomp")
            continue
        is_clause = token.dep == "pcomp" and any(one.tag == "TO" for one in own) and verb.pos == "VERB"
        if is_clause and prep.lemma in words.pleading and len(subjects) == 1:
            yield subjects[0]._replace(head=prep.i, dep="pobj")
            yield token._replace(head=verb.i, dep="xcomp")


def _is_asked(tokens: Sequence[Token], children: Children, verb: Token, before: int, words: RepairWords) -> bool:
    """Say whether a verb names by "with" or "on" who is asked, and asks nobody else: not "called her on Friday to"."""
    own = [tokens[child] for child in children[verb.i] if child > verb.i]
    preps = [one for one in own if one.dep == "prep" and one.lemma in words.pleading and one.i < before]
    asked = [tokens[who] for one in preps for who in children[one.i] if tokens[who].dep == "pobj"]
    is_other = any(one.dep == "dobj" for one in own)
    return not is_other and any(one.entity not in ("DATE", "TIME") for one in asked)
