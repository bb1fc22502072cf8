"""Tells how sure it is that its actors did a violent deed: a fact, their own claim, a charge, or only possible."""

from graph.model import HAPPENED, Actor, Argument, Confidence, Perpetrator, Report, Status
from ingest.events.claims import is_of_own_fighting, sides
from ingest.events.matcher import Hit
from ingest.events.roles import Roles
from ingest.events.tree import Tree
from ingest.events.words import EventWords, StatusWords

_DONE = HAPPENED | {Status.HABITUAL, Status.CLAIMED, Status.ACCUSED, Status.CONDITIONAL}


def perpetrators(
    tree: Tree,
    hit: Hit,
    roles: Roles,
    report: Report,
    *,
    by_id: dict[str, Actor],
    words: EventWords,
    own: StatusWords,
) -> tuple[Perpetrator, ...]:
    """Give the actors of a violent deed that was done, each with how sure that is; nobody of any other report.

    roles: the tokens of the report's parties. Follows the four grades of MUC-4 templates: reported as fact, claimed or
    admitted, suspected or accused, possible.
    """
    if report.type != "ASSAULT" or report.status not in _DONE:
        return ()
    if report.status is Status.CONDITIONAL and not _may_have(tree, hit.i, own):
        return ()  # "if rebels attack" is done by nobody
    is_open = report.status is Status.CONDITIONAL or _is_in_doubt(tree, hit, roles, own)
    is_own = hit.frame.status == "claimed" or is_of_own_fighting(tree, hit, words, own)
    return tuple(
        Perpetrator(one.actor, Confidence.POSSIBLE if is_open else _grade(report, one, by_id, is_own=is_own))
        for one in report.actors
    )


def _grade(report: Report, one: Argument, by_id: dict[str, Actor], *, is_own: bool) -> Confidence:
    """Give how sure a deed's actor is by the status of the report, and by who says so."""
    if report.status is Status.ACCUSED:
        return Confidence.ACCUSED
    if report.status is not Status.CLAIMED:
        return Confidence.FACT
    if report.speaker and not is_own:
        is_own = not sides(by_id[report.speaker.actor], by_id).isdisjoint(sides(by_id[one.actor], by_id))
    return Confidence.CLAIMED if is_own else Confidence.ACCUSED


def _may_have(tree: Tree, i: int, own: StatusWords) -> bool:
    """Say whether it is left open who did what was done: "may have been carried out by rebels"."""
    helpers = [tree.tokens[helper] for helper in tree.auxiliaries(i)]
    is_modal = any(helper.text.lower() in own.possible for helper in helpers)
    return is_modal and any(helper.lemma == "have" for helper in helpers) and not tree.kids(i, "mark")


def _is_in_doubt(tree: Tree, hit: Hit, roles: Roles, own: StatusWords) -> bool:
    """Say whether words leave open who did it: "suspected rebels", "apparently killed by", "is believed to have"."""
    tokens, i = tree.tokens, hit.i
    near = [word for head in roles.actors for word in tree.subtree(head) if word < head]
    near += tree.kids(i, "advmod", "amod")
    if any(own.doubt & {tokens[word].lemma, tokens[word].text.lower()} for word in near):
        return True
    above = tokens[tokens[i].head]
    is_held = above.lemma in own.believing and tree.is_passive(above.i)
    return tokens[i].dep in ("xcomp", "ccomp") and (above.lemma in own.seeming or is_held)
