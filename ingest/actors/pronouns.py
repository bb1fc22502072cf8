"""Resolves he, she, it and they; where it is not sure whom they mean, nobody is meant."""

from collections.abc import Iterator

from graph.model import Actor
from ingest.actors.agreement import Fits, agreeing
from ingest.actors.owners import generic_at
from ingest.actors.quotes import quote_start
from ingest.actors.scene import Scene, mentions_in
from ingest.actors.undergone import victim_meant
from ingest.document import Mention, Sentence, Token

_PEOPLE_BACK, _BODIES_BACK = 2, 1
_SUBJECTS = ("nsubj", "nsubjpass")
_SUBORDINATE = frozenset({"ccomp", "advcl", "xcomp", "conj", "acl", "relcl", "pcomp"})
_NAMED_PLACES = frozenset({"city", "region", "area", "seat", "country"})


def add_pronoun(scene: Scene, token: Token) -> bool:
    """Enter whom a pronoun means, where that is sure; say whether the token was such a pronoun."""
    kind = _kind(scene, token)
    if not kind:
        return False
    owned = scene.document.tokens[token.head] if token.dep == "poss" else None
    if kind == "it" and owned is not None and owned.lemma in scene.words("parts_of_things"):
        return True  # "shot down a helicopter and killed two of its crew"
    if kind != "it" or _is_somebody(scene, token):
        actor = _antecedent(scene, token, kind)
        if actor:
            scene.add(actor, token.i, token.i + 1, "pronoun")
            if kind in ("he", "she"):
                scene.genders.setdefault(actor.id, kind)
    return True


def _kind(scene: Scene, token: Token) -> str:
    """Give which pronoun a token is: he, she, it, they, or "" for none."""
    if token.pos not in ("PRON", "DET"):
        return ""
    word = token.text.lower()
    return next((kind for kind in ("he", "she", "it", "they") if word in scene.words(f"pronouns_{kind}")), "")


def _is_somebody(scene: Scene, token: Token) -> bool:
    """Say whether "it" can be somebody: it acts, it is acted on as people are, or it owns something."""
    if token.dep == "poss":
        return True
    head, tokens = scene.document.tokens[token.head], scene.document.tokens
    if token.dep == "nsubj":
        return _is_act(scene, head) or _is_told_of_itself(scene, head)
    if token.dep == "pobj" and head.dep in ("prep", "agent"):
        return tokens[head.head].lemma in scene.words("upon_parties")
    if token.dep == "nsubjpass" and _is_told_of_itself(scene, head):
        return True
    return token.dep in ("dobj", "nsubjpass") and head.lemma in scene.words("upon_parties")


def _is_act(scene: Scene, verb: Token) -> bool:
    """Say whether a verb with "it" for its subject tells what somebody does: "it began a raid", not "it began"."""
    if verb.lemma in scene.words("idle_verbs"):
        is_phase = verb.lemma in scene.words("phase_verbs")
        return is_phase and any(scene.document.dependents(verb.i, "dobj", "xcomp"))
    acts = scene.words("acting_verbs") | scene.words("bodily_verbs")
    return verb.pos == "VERB" and verb.lemma in acts


def _is_told_of_itself(scene: Scene, verb: Token) -> bool:
    """Say whether a clause is what a body says of itself: "Egypt said it was following", not "said it was unclear"."""
    above = scene.document.tokens[verb.head]
    if verb.dep not in ("ccomp", "xcomp") or above.lemma not in scene.words("acting_verbs"):
        return False
    if verb.lemma == "be":
        roots = [verb.i, *(child.i for child in scene.document.dependents(verb.i, "acomp"))]
        has_clause = any(any(scene.document.dependents(i, "ccomp", "csubj", "xcomp", "advcl")) for i in roots)
        return not has_clause and not any(scene.document.dependents(verb.i, "attr"))
    subjects = [scene.mention_at.get(subject.i) for subject in scene.document.dependents(above.i, *_SUBJECTS)]
    is_body = any(mention and scene.actors[mention.actor].kind in scene.words("bodies") for mention in subjects)
    return is_body and verb.pos == "VERB" and verb.lemma not in scene.words("idle_verbs")


def own_subjects(scene: Scene, token: Token) -> set[int]:
    """Give the subjects of the verb a noun or pronoun is an object of: it cannot mean them."""
    tokens = scene.document.tokens
    while token.pos != "VERB" and token.head != token.i and token.dep not in (*_SUBJECTS, "poss"):
        token = tokens[token.head]
    if token.pos != "VERB":
        return set()
    while token.dep in ("xcomp", "advcl", "conj") and token.head != token.i:
        if any(scene.document.dependents(token.i, *_SUBJECTS)):
            break
        token = tokens[token.head]
    return {subject.i for subject in scene.document.dependents(token.i, *_SUBJECTS)}


def _antecedent(scene: Scene, token: Token, kind: str) -> Actor | None:
    """Give whom a pronoun means: the subject it hangs under, the only one near, the subject before; else None."""
    fits = agreeing(scene, kind)
    if (
        kind in ("he", "she")
        and token.dep == "poss"
        and scene.document.tokens[token.head].lemma in scene.words("undergone")
    ):
        return victim_meant(scene, token, fits)
    barred = _barred(scene, token)
    barred_actors = {scene.mention_at[i].actor for i in barred if i in scene.mention_at}
    for subject in _subjects_above(scene, token):
        mention = scene.mention_at.get(subject.i)
        if mention is None and _blocks(scene, subject, kind):
            return None
        if mention and mention.actor not in barred_actors and mention.end <= token.start and fits(mention):
            return _alone(scene, mention, kind, fits)
    sentence = scene.document.sentence_at(token.i)
    quoted = quote_start(scene.document, token.i) if kind != "it" else None
    own = [
        mention
        for mention in mentions_in(scene, sentence)
        if mention.end <= token.start and mention.actor not in barred_actors and fits(mention)
        if quoted is None or mention.head >= quoted
    ]
    after = own[-1].head if own else sentence.first - 1
    is_free = token.dep == "poss" and generic_at(scene, token.head) is not None
    unknown = (other for other in _unknown_before(scene, sentence, token, kind) if other.i > after)
    if any(_blocks(scene, other, kind, is_free=is_free) for other in unknown):
        return None
    if kind in ("he", "she") and any(_is_unnamed(scene, scene.document.tokens[i]) for i in range(after + 1, token.i)):
        return None
    if own:
        return _alone(scene, own[0], kind, fits) if len({mention.actor for mention in own}) == 1 else None
    if quoted is not None:
        return None  # "they" in somebody's own words are whom he speaks of, not whom the text does
    ahead = _main_subject_ahead(scene, sentence, token) if token.dep == "poss" else None
    if ahead and fits(ahead):
        return _alone(scene, ahead, kind, fits)
    if kind in ("it", "they") and _has_place_noun(scene, sentence, token):
        return None
    if kind == "they" and token.dep == "pobj" and _has_things(scene, sentence):
        return None
    return _in_earlier_sentences(scene, sentence, kind, fits, is_free=is_free)


def _barred(scene: Scene, token: Token) -> set[int]:
    """Give the subjects a pronoun cannot mean: those of a verb it is the object of, or whose victim it owns."""
    if token.text.lower() in scene.words("pronouns_object") and token.dep != "poss":
        return own_subjects(scene, token)
    at = token
    while at.head != at.i and at.pos != "VERB":
        at = scene.document.tokens[at.head]
    is_victim = at.lemma in scene.words("hostile_verbs") and token.i > at.i
    return {subject.i for subject in scene.document.dependents(at.i, "nsubj")} if is_victim else set()


def _alone(scene: Scene, mention: Mention, kind: str, fits: Fits) -> Actor | None:
    """Give the actor of a mention, None where it is joined to others by "and" and the pronoun may mean them."""
    document, first = scene.document, mention.head
    while document.tokens[first].dep == "conj" and document.tokens[first].head != first:
        first = document.tokens[first].head
    joined, ahead = [first], [first]
    while ahead:
        ahead = [child.i for i in ahead for child in document.dependents(i, "conj")]
        joined += ahead
    others = [scene.mention_at[i] for i in joined if i in scene.mention_at]
    if any(other.actor != mention.actor and (kind == "they" or fits(other)) for other in others):
        return None
    return scene.actors[mention.actor]


def _blocks(scene: Scene, token: Token, kind: str, *, is_free: bool = False) -> bool:
    """Say whether a pronoun may well mean a word that is no known actor: an unknown name, a thing, things.

    is_free: only somebody is meant, since the pronoun owns people ("its fighters").
    """
    span = scene.span_at.get(token.i)
    is_first = token.i == scene.document.sentence_at(token.i).first
    if token.pos == "PROPN" and (token.entity or not is_first):
        return kind == "it" or span is None or span.meaning not in _NAMED_PLACES
    if is_free or kind in ("he", "she"):
        return False
    if kind == "it":
        return token.tag in ("NN", "NNP")
    return kind == "they" and token.tag in ("NNS", "NNPS")


def _is_unnamed(scene: Scene, token: Token) -> bool:
    """Say whether a word is an office whose holder nobody names: "met the chief of staff and asked him"."""
    is_one = token.tag == "NN" and token.dep in ("dobj", "pobj") and token.i not in scene.mention_at
    return is_one and token.lemma in scene.book.ranks


def _unknown_before(scene: Scene, sentence: Sentence, pronoun: Token, kind: str) -> Iterator[Token]:
    """Give the words of a sentence before a pronoun that may be meant and are no mention.

    For "they" any noun may be; for the others the subjects are.
    """
    for token in scene.document.tokens[sentence.first : pronoun.i]:
        if token.i in scene.mention_at or token.i in scene.skipped or token.entity in ("DATE", "TIME", "QUANTITY"):
            continue
        if token.dep in _SUBJECTS or (kind == "they" and pronoun.dep != "nsubj" and token.pos == "NOUN"):
            yield token


def _main_subject_ahead(scene: Scene, sentence: Sentence, pronoun: Token) -> Mention | None:
    """Give the main subject a fronted pronoun looks ahead to: "In its reply, the council said"."""
    for token in scene.document.tokens[pronoun.i + 1 : sentence.last]:
        if token.dep in _SUBJECTS and _is_main(scene, token) and token.i != pronoun.head:
            return scene.mention_at.get(token.i)
    return None


def _has_place_noun(scene: Scene, sentence: Sentence, pronoun: Token) -> bool:
    """Say whether a place is named by a common noun before a pronoun: "in the territory, its ministry said"."""
    places = scene.words("place_nouns")
    before = scene.document.tokens[sentence.first : pronoun.i]
    return any(token.pos == "NOUN" and token.lemma in places for token in before)


def _has_things(scene: Scene, sentence: Sentence) -> bool:
    """Say whether the sentence before one tells of several things, which "of them" may mean."""
    if not sentence.number:
        return False
    before = scene.document.tokens_of(scene.document.sentences[sentence.number - 1])
    return any(token.tag == "NNS" and token.i not in scene.mention_at and not token.entity for token in before)


def _in_earlier_sentences(scene: Scene, sentence: Sentence, kind: str, fits: Fits, *, is_free: bool) -> Actor | None:
    """Give the fitting subject of the nearest sentence that has a fitting mention, or its only fitting one."""
    farthest = _PEOPLE_BACK if kind in ("he", "she") else _BODIES_BACK
    for number in range(sentence.number - 1, max(sentence.number - farthest, 0) - 1, -1):
        earlier = scene.document.sentences[number]
        unknown = _unknown_subjects(scene, earlier, kind)
        if any(_blocks(scene, token, kind, is_free=is_free) for token in unknown):
            return None
        fitting = [mention for mention in mentions_in(scene, earlier) if fits(mention)]
        leading = [mention for mention in fitting if scene.document.tokens[mention.head].dep in _SUBJECTS]
        leading.sort(key=lambda mention: not _is_main(scene, scene.document.tokens[mention.head]))
        doers = [mention for mention in fitting if not leading and _is_main_doer(scene, mention)]
        actors = {mention.actor for mention in (leading[:1] or doers or fitting)}
        if actors:
            return _alone(scene, (leading or doers or fitting)[0], kind, fits) if len(actors) == 1 else None
    return None


def _unknown_subjects(scene: Scene, sentence: Sentence, kind: str) -> list[Token]:
    """Give the subjects of a sentence that are no mention: for a person all, for a body the main one only."""
    subjects = [token for token in scene.document.tokens_of(sentence) if token.dep in _SUBJECTS]
    unknown = [token for token in subjects if token.i not in scene.mention_at and token.i not in scene.skipped]
    if kind in ("he", "she"):
        return unknown
    main = [token for token in subjects if _is_main(scene, token)] or subjects[:1]
    return [token for token in main if token in unknown]


def _is_main(scene: Scene, token: Token) -> bool:
    """Say whether a subject is that of its sentence's main verb."""
    verb = scene.document.tokens[token.head]
    return verb.head == verb.i


def _is_main_doer(scene: Scene, mention: Mention) -> bool:
    """Say whether somebody did what the main verb tells as done: "The campaign was led by a former ally, Ana Paz"."""
    tokens = scene.document.tokens
    token = tokens[mention.head]
    while token.dep in ("appos", "conj", "nmod") and token.head != token.i:
        token = tokens[token.head]
    by = tokens[token.head]
    return token.dep == "pobj" and by.dep == "agent" and tokens[by.head].head == by.head


def _subjects_above(scene: Scene, token: Token) -> Iterator[Token]:
    """Give the subjects of the clauses above a token's own, nearest first; a possessive's own clause too.

    For "who" and "which" as subject the noun their clause hangs on is given.
    """
    tokens = scene.document.tokens
    at, is_own = token, token.dep != "poss"
    while at.head != at.i:
        child, at = at, tokens[at.head]
        if at.pos not in ("VERB", "AUX"):
            continue
        for subject in scene.document.dependents(at.i, *_SUBJECTS):
            if subject.i not in (token.i, child.i) and (not is_own or child.dep in _SUBORDINATE):
                is_relative = at.dep == "relcl" and subject.lemma in scene.words("pronouns_relative")
                yield tokens[at.head] if is_relative else subject
        is_own = False
