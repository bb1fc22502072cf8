"""Tells where a dateline only names the town of a desk that reports on another country."""

from collections import Counter

from ingest.actors.scene import Scene

_TOWNS = frozenset(("region", "city"))


def weigh_desks(scene: Scene) -> None:
    """Let the country of a dateline count as one name where the text puts its deeds in another country.

    "DAKAR, Senegal — The rebels took Goma" is about no Senegalese. A text that names the dateline's country again, or
    no town or region of another, keeps it for what it is about.
    """
    ahead: Counter[str] = Counter()
    told, towns = set(), set()
    for i, span in scene.span_at.items():
        if i in scene.dateline:
            ahead[span.key] += 1
            continue
        told.add(span.key)
        if span.meaning in _TOWNS:
            towns.add(span.key)
    told |= {scene.actors[mention.actor].country for mention in scene.mentions if mention.head not in scene.dateline}
    for country in ahead:
        if country not in told and towns - {country}:
            scene.evidence[country] = min(scene.evidence[country], 1)
