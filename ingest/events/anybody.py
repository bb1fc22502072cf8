"""Tells bare "men" or "people" who do violence from civilians: nobody says who they are."""

from ingest.actors.kinds import FOLK
from ingest.document import Actors
from ingest.events.matcher import Hit
from ingest.events.tree import NAMES, Tree
from ingest.events.words import EventWords


def is_anybody(tree: Tree, words: EventWords, actors: Actors, hit: Hit, head: int) -> bool:
    """Say whether a phrase in the place of an attacker names nobody: "two men shot the mayor".

    A nation or group before the noun tells enough: "a Kurdish man".
    """
    mention = actors.by_head.get(head)
    if hit.frame.type != "ASSAULT" or mention is None or tree.tokens[head].lemma not in words.anybody:
        return False
    if mention.how != "nominal" or actors.by_id[mention.actor].kind not in FOLK:
        return False
    near = tree.kids(head, "amod", "compound", "nmod", "poss")
    return not any(tree.tokens[one].entity in NAMES for one in near)
