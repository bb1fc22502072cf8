"""Enters groups named by who leads them: "the NATO-led force" is a group of its own, not NATO and not any force."""

from graph.model import Actor, Kind
from ingest.actors.folding import actor_id
from ingest.actors.owners import generic_at
from ingest.actors.scene import MODIFIERS, Scene, left_edge
from ingest.document import Token

_LED = "-led"


def find_led(scene: Scene) -> None:
    """Enter every group under the lead of somebody named that no table knows by a name of its own."""
    for token in scene.document.tokens:
        noun = _led_by(scene, token)
        if noun is not None:
            _enter(scene, token, noun)
    _enter_again(scene)


def _enter_again(scene: Scene) -> None:
    """Enter a group again where its bare noun stands for it: "coalition jets" after "the Saudi-led coalition"."""
    tokens = scene.document.tokens
    for noun in scene.words("together"):
        known = {mention.actor for mention in scene.mentions if mention.text.endswith(f"-led {noun}")}
        if len(known) != 1:
            continue
        group = scene.actors[known.pop()]
        for token in tokens:
            if token.lemma == noun and token.tag in ("NN", "NNP") and token.i not in scene.mention_at:
                _take_up(scene, group, token)


def _take_up(scene: Scene, group: Actor, token: Token) -> None:
    """Enter the group that a bare noun means, or its forces: not "the ruling coalition", nor "coalition talks"."""
    document = scene.document
    head = document.tokens[token.head]
    is_bare = not any(document.dependents(token.i, "amod", "compound", "nmod", "poss", "prep", "nummod"))
    articles = {one.text.lower() for one in document.dependents(token.i, "det")}
    if not is_bare or articles & scene.words("indefinite") or token.i in scene.skipped:
        return
    if token.dep not in MODIFIERS:
        scene.add(group, token.i, token.i + 1, "nominal")
    elif token.i != head.i - 1:
        return
    elif head.text in scene.words("led") or (head.lemma in scene.words("of_arms") and generic_at(scene, head.i)):
        scene.add(group, token.i, head.i + 1, "nominal", head=head.i)
    elif head.lemma in scene.words("policy_nouns") | scene.words("of_arms"):
        scene.add(group, token.i, token.i + 1, "adjective", head=token.i)


def _led_by(scene: Scene, token: Token) -> Token | None:
    """Give the group whose lead a participle tells: "coalition" of "the Saudi-led coalition"."""
    tokens = scene.document.tokens
    noun = tokens[token.head]
    is_led = token.text == "led" and token.i > 0 and tokens[token.i - 1].text == "-"
    if not (is_led or token.text.endswith(_LED)) or token.dep not in MODIFIERS or noun.i < token.i:
        return None
    if noun.text not in scene.words("led") or noun.i in scene.mention_at or noun.i in scene.skipped:
        return None
    return noun


def _enter(scene: Scene, token: Token, noun: Token) -> None:
    """Enter a group by the words that name its lead, which is no actor there."""
    document = scene.document
    first = left_edge(document, token.i, document.sentence_at(token.i).first)
    while first < token.i and not document.tokens[first].text[:1].isupper():
        first += 1
    lead = document.text[document.tokens[first].start : token.end]
    if not lead[:1].isupper() or (first == token.i and token.text == "led"):
        return
    for mention in {scene.mention_at[i] for i in range(first, token.i + 1) if i in scene.mention_at}:
        scene.mentions.remove(mention)
        for i in [i for i, known in scene.mention_at.items() if known is mention]:
            del scene.mention_at[i]
    name = f"{lead.replace('.', '')} {noun.text}"
    kind, sector = _kind(scene, noun)
    scene.add(Actor(actor_id(name, kind, ""), name, kind, "", sector), first, noun.i + 1, "name", head=noun.i)


def _kind(scene: Scene, noun: Token) -> tuple[Kind, str]:
    """Give kind and sector of a group: those of the noun, an alliance's for what several make together."""
    if noun.text in scene.words("together"):
        return Kind.ALLIANCE, "MIL"
    found = generic_at(scene, noun.i)
    return (found[1].kind, found[1].sector) if found else (Kind.MILITARY, "MIL")
