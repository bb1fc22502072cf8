"""Tells an event that waits for another, is forgone, wished, of anybody, or a mere name: none has happened for sure."""

from graph.model import Status
from ingest.events.grants import grants_time
from ingest.events.tree import Tree
from ingest.events.words import EventWords, StatusWords


def unreal(tree: Tree, i: int, words: EventWords, own: StatusWords) -> Status | None:
    """Give the status of verb i where its own clause says that it has not happened, or not for certain."""
    if _is_awaited(tree, i, own) or _is_of_any(tree, i):
        return Status.CONDITIONAL
    if _is_wished(tree, i, own) or _is_called_for(tree, i, own):
        return Status.CALLED_FOR
    if _is_obliged(tree, i, own) or _is_granted(tree, i):
        return Status.CALLED_FOR
    if _is_vain_aim(tree, i) or _is_forgone(tree, i, own) or _is_ruled_out(tree, i, own) or _is_untrue(tree, i, own):
        return Status.DENIED
    is_alleged = any(tree.tokens[adverb].lemma in words.accuse for adverb in tree.kids(i, "advmod"))
    return Status.ACCUSED if is_alleged else None


def _is_awaited(tree: Tree, i: int, own: StatusWords) -> bool:
    """Say whether what is still ahead waits for an event: "would not stop until they had taken the town"."""
    tokens = tree.tokens
    marks = (tokens[mark].text.lower() for mark in tree.kids(i, "mark", "advmod"))
    if tokens[i].dep != "advcl" or not any(mark in own.until for mark in marks):
        return False
    ahead = (tokens[helper].text.lower() for helper in tree.auxiliaries(tokens[i].head))
    return any(word in own.future or word in own.possible for word in ahead)


def _is_of_any(tree: Tree, i: int) -> bool:
    """Say whether an event is told of nothing sure: "any state that gave them shelter", "any step to end"."""
    tokens = tree.tokens
    while tokens[i].dep == "xcomp":
        i = tokens[i].head
    return tokens[i].dep in ("relcl", "acl") and is_any(tree, tokens[i].head)


def is_any(tree: Tree, noun: int) -> bool:
    """Say whether "any" stands before a noun."""
    return any(tree.tokens[word].lemma == "any" for word in tree.kids(noun, "det"))


def _is_wished(tree: Tree, i: int, own: StatusWords) -> bool:
    """Say whether an event is said to be needed: "thought it essential for the parties to end the war"."""
    head = tree.tokens[tree.tokens[i].head]
    is_complement = tree.tokens[i].dep in ("advcl", "xcomp", "ccomp") and tree.has_to(i)
    return is_complement and head.pos == "ADJ" and head.lemma in own.needed


def _is_called_for(tree: Tree, i: int, own: StatusWords) -> bool:
    """Say whether somebody calls for an event with its parties between: "called for the men to be tried"."""
    tokens = tree.tokens
    noun = tokens[tokens[i].head]
    prep = tokens[noun.head]
    is_clause = tokens[i].dep in ("relcl", "acl") and tree.has_to(i) and noun.dep == "pobj" and prep.lemma == "for"
    return is_clause and tokens[prep.head].lemma in own.calling


def _is_obliged(tree: Tree, i: int, own: StatusWords) -> bool:
    """Say whether somebody says that an event should be: "Chile should bomb the camps", not "should they attack"."""
    helpers = [helper for helper in tree.auxiliaries(i) if tree.tokens[helper].text.lower() in own.obliged]
    subjects = tree.kids(i, "nsubj", "nsubjpass")
    is_past = any(tree.tokens[helper].lemma == "have" for helper in tree.auxiliaries(i))
    is_wish = bool(helpers) and not is_past and not tree.kids(i, "neg")
    return is_wish and not (subjects and helpers[0] < subjects[0])


def _is_granted(tree: Tree, i: int) -> bool:
    """Say whether somebody is only given the time for an event: "gave the rebels 48 hours to surrender"."""
    tokens = tree.tokens
    verb = tokens[tokens[i].head]
    if not tree.has_to(i) or tokens[i].dep not in ("advcl", "acl", "xcomp", "ccomp", "relcl"):
        return False
    while tokens[verb.i].pos in ("NOUN", "PROPN", "NUM", "ADP") and verb.head != verb.i:
        verb = tokens[verb.head]
    return grants_time(tree, verb.i, i)


def put_forward(tree: Tree, i: int, own: StatusWords) -> Status | None:
    """Give the status of clause i where it tells what is proposed, weighed, or has to happen first, None elsewhere.

    "Chad proposed sending troops", "agreed on condition that the army left".
    """
    token, above = tree.tokens[i], tree.tokens[tree.tokens[i].head]
    if above.pos == "NOUN" and above.lemma in own.proviso and token.dep in ("acl", "ccomp", "relcl"):
        return Status.CONDITIONAL
    is_bare = token.tag == "VBG" and token.i > above.i and not tree.kids(i, "mark", "nsubj", "aux")
    if not is_bare or not tree.is_verbal(above.i) or token.dep not in ("xcomp", "ccomp", "dobj", "pcomp"):
        return None
    if above.lemma in own.proposing:
        return Status.CALLED_FOR
    return Status.CONDITIONAL if above.lemma in own.weighing else None


def is_sought(tree: Tree, i: int, own: StatusWords) -> bool:
    """Say whether noun i names only what is wanted: "offered a reward for the capture of the founder"."""
    tokens = tree.tokens
    prep = tokens[tokens[i].head]
    is_for = tokens[i].dep == "pobj" and prep.lemma == "for"
    return is_for and tokens[prep.head].pos == "NOUN" and tokens[prep.head].lemma in own.sought


def is_halted(tree: Tree, i: int, owner: int, own: StatusWords) -> bool:
    """Say whether what is asked for, or threatened, is the end of an event: "appealed for an end to the killings"."""
    tokens = tree.tokens
    below, is_kept_off = i, tokens[i].pos in ("NOUN", "PROPN")
    for place in tree.climb(i):
        if place == owner or _is_beside(tree, below, own):
            return False
        is_kept_off = is_kept_off or tokens[below].lemma in ("from", "against")
        ends = own.halt | own.forgoing | own.protecting if is_kept_off else own.halt | own.forgoing
        if tokens[place].lemma in ends and tokens[place].pos in ("NOUN", "VERB"):
            return True
        below = place
    return False


def _is_beside(tree: Tree, i: int, own: StatusWords) -> bool:
    """Say whether i is asked for beside an end, or its means: "end the siege and free them", "stop it by shooting"."""
    token, head = tree.tokens[i], tree.tokens[tree.tokens[i].head]
    if token.dep == "pcomp":
        return head.lemma == "by"
    is_another = token.tag == "VB" and (head.tag != "VB" or head.lemma in own.halt | own.forgoing | own.protecting)
    return token.dep == "conj" and is_another


def put_off(tree: Tree, i: int, own: StatusWords) -> Status | None:
    """Give planned for what is put off, denied for what is called off: "postponed the signing of a treaty"."""
    tokens = tree.tokens
    place = i
    while tokens[place].dep in ("pobj", "pcomp", "prep") and not tree.is_verbal(tokens[place].head):
        place = tokens[place].head
    verb = tokens[tokens[place].head]
    if not tree.is_verbal(verb.i) or tokens[place].dep not in ("dobj", "nsubjpass"):
        return None
    if verb.lemma in own.putting_off:
        return Status.PLANNED
    return Status.DENIED if verb.lemma in own.calling_off else None


def is_demanded(tree: Tree, i: int, own: StatusWords) -> bool:
    """Say whether verb i tells what a demand holds: "rejected a demand that its troops leave and the siege end".

    A clause of a demand which the parser takes for a relative one has its verb in the bare form, and a subject.
    """
    tokens = tree.tokens
    while tokens[i].dep == "conj" and tree.is_verbal(tokens[i].head):
        i = tokens[i].head
    noun = tokens[tokens[i].head]
    if noun.pos != "NOUN" or noun.lemma not in own.demand or tokens[i].dep not in ("acl", "relcl", "ccomp"):
        return False
    parts = tree.kids(i, "mark", "nsubj", "nsubjpass", "dobj", "dep")
    that = next((part for part in parts if noun.i < part < i and tokens[part].lemma == "that"), None)
    subjects = [part for part in tree.kids(i, "nsubj", "nsubjpass") if part != that]
    if that is None or not subjects:
        return False
    helpers = [tokens[helper].text.lower() for helper in tree.auxiliaries(i)]
    is_bare = tokens[i].tag in ("VB", "VBP") or helpers[:1] == ["be"]
    return tokens[that].dep == "mark" or is_bare


def is_label(tree: Tree, i: int, words: EventWords, own: StatusWords) -> bool:
    """Say whether noun i is only what somebody calls an event: "described it as an attack", "called this an attack"."""
    tokens = tree.tokens
    head = tokens[tokens[i].head]
    if tokens[i].dep == "oprd":
        return head.lemma in own.labelling
    if tokens[i].dep == "attr":
        return head.lemma == "be" and head.dep == "ccomp" and tokens[head.head].lemma in words.speech
    return tokens[i].dep == "pobj" and head.lemma == "as" and tokens[head.head].lemma in own.labelling


def is_named_so(tree: Tree, i: int, own: StatusWords) -> bool:
    """Say whether noun i is what somebody calls "this", read as one phrase: "called this ethnic cleansing"."""
    token, verb = tree.tokens[i], tree.tokens[tree.tokens[i].head]
    before = [word for word in tree.kids(i, "det") if tree.tokens[word].text.lower() in ("this", "that")]
    return token.dep == "dobj" and verb.lemma in own.naming and before == [verb.i + 1]


def is_pledged(tree: Tree, place: int, i: int, own: StatusWords) -> bool:
    """Say whether infinitive i tells what a noun or verb above it binds to: "signed a declaration to protect them"."""
    above, dep = tree.tokens[place], tree.tokens[i].dep
    if not tree.has_to(i):
        return False
    if above.pos == "NOUN":
        return dep == "acl" and above.lemma in own.intention | own.undertaking
    if not tree.is_verbal(place) or dep not in ("advcl", "xcomp"):
        return False
    bound = (tree.tokens[thing].lemma for thing in tree.kids(place, "dobj"))
    is_concluded = above.lemma in own.concluding and not own.undertaking.isdisjoint(bound)
    return is_concluded or above.lemma in own.pledging


def _is_vain_aim(tree: Tree, i: int) -> bool:
    """Say whether something was not done that an event was the aim of: "had not left to protect them"."""
    token = tree.tokens[i]
    return token.dep == "advcl" and tree.has_to(i) and bool(tree.kids(token.head, "neg"))


def is_aim(tree: Tree, i: int, own: StatusWords) -> bool:
    """Say whether an event is what somebody set out for, reached or not: "came to the house to kidnap the judge"."""
    token = tree.tokens[i]
    is_purpose = token.dep in ("advcl", "xcomp", "acl") and tree.has_to(i)
    head = tree.tokens[token.head]
    if token.dep == "acl":  # "set up a trap to capture him"
        head = tree.tokens[head.head] if head.dep == "dobj" else head
    return is_purpose and head.lemma in own.setting_out and tree.is_verbal(head.i)


def _is_ruled_out(tree: Tree, i: int, own: StatusWords) -> bool:
    """Say whether an event is said to be out of reach: "it is impossible for the army to take the town"."""
    tokens = tree.tokens
    head = tokens[tokens[i].head]
    said_of = [head.i, *tree.kids(head.i, "acomp")]
    is_complement = tokens[i].dep in ("advcl", "xcomp", "ccomp") and tree.has_to(i)
    return is_complement and any(tokens[word].lemma in own.ruled_out for word in said_of)


def _is_untrue(tree: Tree, i: int, own: StatusWords) -> bool:
    """Say whether an account that tells an event is called untrue: "reports that rebels had killed her are false"."""
    tokens = tree.tokens
    account = tokens[tokens[i].head]
    if tokens[i].dep not in ("acl", "ccomp", "relcl") or account.pos != "NOUN" or account.lemma not in own.account:
        return False
    verb = account.head
    told = tree.kids(verb, "acomp", "oprd") if account.dep in ("nsubj", "nsubjpass") else []
    return any(tokens[word].lemma in own.untrue for word in told)


def _is_forgone(tree: Tree, i: int, own: StatusWords) -> bool:
    """Say whether somebody keeps from an event: "refrained from recruiting children"."""
    tokens = tree.tokens
    prep = tokens[tokens[i].head]
    return tokens[i].dep == "pcomp" and prep.text == "from" and tokens[prep.head].lemma in own.forgoing


def is_set_for_a_day(tree: Tree, verb: int, own: StatusWords) -> bool:
    """Say whether the subject of a verb is called for a day: "a march has been called for Sunday"."""
    is_called = tree.tokens[verb].lemma in own.convening and tree.is_passive(verb)
    return is_called and any(prep == "for" and tree.is_time(day) for prep, day in tree.preps(verb))


def is_relied_on(tree: Tree, i: int, own: StatusWords) -> bool:
    """Say whether a side makes a habit of what noun i tells: "has relied on air strikes"."""
    tokens = tree.tokens
    while tokens[i].dep == "conj" and tokens[tokens[i].head].pos == "NOUN":
        i = tokens[i].head
    prep = tokens[tokens[i].head]
    return tokens[i].dep == "pobj" and prep.lemma in ("on", "upon") and tokens[prep.head].lemma in own.relying


def is_remembered(tree: Tree, i: int, words: EventWords) -> bool:
    """Say whether an event is only remembered: "the anniversary of the massacre"."""
    tokens = tree.tokens
    if tokens[i].dep == "pobj" and tokens[tokens[tokens[i].head].head].lemma in words.history:
        return True
    if tokens[i].dep == "dobj" and tokens[tokens[i].head].lemma in words.history:
        return True
    return any(tokens[c].lemma in ("historic", "former") for c in tree.kids(i, "amod"))
