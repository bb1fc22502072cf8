"""The page that may be meant by an address at which there is none."""

from difflib import get_close_matches

from flask import current_app

LEAST_ALIKE = 0.6
# what stands before an id in the address of one thing, with its noun
THINGS = {"/actor": "actor", "/event": "event", "/article": "article", "/pair": "pair of actors"}


def near_page(path: str) -> tuple[str, str]:
    """Give the address of the page whose own is spelt much like a path, and what to say of it; "" for none.

    For the beginning of the address of one thing, such as an actor, there is a search.
    """
    folded = path.casefold().rstrip("/")
    pages = sorted(rule.rule for rule in current_app.url_map.iter_rules() if _is_page(rule.rule))
    near = get_close_matches(folded, [*pages, *THINGS], 1, LEAST_ALIKE)
    if not near:
        return "", ""
    if near[0] in THINGS:
        noun = THINGS[near[0]]
        return "/search", f"The page of one {noun} begins with {near[0]}/ and an id. Look for it in the search."
    return near[0], f"Did you mean {near[0]}?"


def _is_page(rule: str) -> bool:
    """Say whether a rule is that of a page without an id."""
    return not set(rule) & set("<.") and len(rule) > 1
