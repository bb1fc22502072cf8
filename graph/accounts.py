"""What articles tell of actors, and what all of them together make of one."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from graph.batch import Batch
from graph.model import TOLD, Actor, Kind, Membership, Report
from graph.rows import arguments_of

Fact = tuple[str, ...]
"""A field and its value: ("kind", "party"), ("part_of", organisation, office, first, last, source)."""
Telling = Mapping[str, tuple[Fact, ...]]
"""What one article tells of its actors, by their ids."""
FIELDS = ("name", "kind", "country", "sector", "wikidata")
ALIAS, PART_OF = "alias", "part_of"


@dataclass(frozen=True, slots=True)
class Account:
    """What the graph knows of one actor.

    told: how many articles tell each fact; lexicon: what the lexicons say it belongs to, whoever names it.
    """

    told: Mapping[Fact, int]
    lexicon: tuple[Membership, ...] = ()

    @property
    def is_told(self) -> bool:
        """Say whether any article tells of the actor."""
        return any(fact[0] == "name" for fact in self.told)


def supported(actors: Iterable[Actor], reports: Iterable[Report]) -> list[Actor]:
    """Give the actors that an article's reports name, and the organisations above them.

    The graph holds nobody who is only mentioned: such an actor has no fact to show, and would
    have to outlive or vanish with any article that happens to name him.
    """
    by_id = {actor.id: actor for actor in actors}
    waiting = [argument.actor for report in reports for _, argument in arguments_of(report)]
    found: dict[str, Actor] = {}
    while waiting:
        actor = by_id.get(waiting.pop())
        if actor and actor.id not in found:
            found[actor.id] = actor
            waiting += [membership.organisation for membership in actor.part_of]
    return sorted(found.values(), key=lambda actor: actor.id)


def is_lexical(membership: Membership) -> bool:
    """Say whether a table says so, and neither an article nor a rule about the words of one."""
    return membership.source not in ("", TOLD)


def membership_fact(membership: Membership) -> Fact:
    """Give a membership as a fact; a day that is not known is ""."""
    days = (day.isoformat() if day else "" for day in (membership.first, membership.last))
    return PART_OF, membership.organisation, membership.office, *days, membership.source


def _membership(fact: Fact) -> Membership:
    _, organisation, office, first, last, source = fact
    begun, ended = (date.fromisoformat(day) if day else None for day in (first, last))
    return Membership(organisation, office, begun, ended, source)


def facts_of(actor: Actor) -> tuple[Fact, ...]:
    """Give what an article tells of an actor; what the lexicons say of its offices is left out."""
    facts: list[Fact] = [(field, value) for field in FIELDS if (value := getattr(actor, field))]
    facts += [(ALIAS, alias) for alias in actor.aliases]
    facts += [membership_fact(part) for part in actor.part_of if not is_lexical(part)]
    return tuple(dict.fromkeys(facts))


def tellings(batch: Batch) -> tuple[dict[str, Telling], dict[str, tuple[Membership, ...]]]:
    """Give what each article of a batch tells of its actors, and what the lexicons say they belong to."""
    reports: dict[str, list[Report]] = {article.id: [] for article in batch.articles}
    for report in batch.reports:
        reports[report.article].append(report)
    told: dict[str, Telling] = {}
    lexicon: dict[str, tuple[Membership, ...]] = {}
    for article, some in reports.items():
        actors = supported(batch.actors.get(article, ()), some)
        told[article] = {actor.id: facts_of(actor) for actor in actors}
        lexicon |= _lexicon(actors)
    return told, lexicon


def _lexicon(actors: Iterable[Actor]) -> dict[str, tuple[Membership, ...]]:
    """Give what the lexicons say of those actors of whom they say anything, of two versions the later."""
    return {actor.id: found for actor in actors if (found := tuple(filter(is_lexical, actor.part_of)))}


def telling_text(telling: Telling) -> str:
    """Write what an article tells as the JSON text its node holds."""
    return json.dumps(telling, ensure_ascii=False, separators=(",", ":"))


def read_telling(text: str | None) -> dict[str, tuple[Fact, ...]]:
    """Give what an article tells from the text its node holds."""
    return {actor: tuple(map(tuple, facts)) for actor, facts in json.loads(text or "{}").items()}


def account_row(account: Account) -> dict[str, str]:
    """Give an account as two JSON texts: facts with how often each is told, and the lexicons' offices."""
    told = [[count, *fact] for fact, count in sorted(account.told.items())]
    lexicon = [membership_fact(membership)[1:] for membership in account.lexicon]
    texts = (json.dumps(some, ensure_ascii=False, separators=(",", ":")) for some in (told, lexicon))
    return dict(zip(("told", "offices"), texts, strict=True))


def read_account(told: str | None, offices: str | None) -> Account:
    """Give an account from its texts; an actor without them is one that no article is known to tell of."""
    counts = {tuple(fact): int(count) for count, *fact in json.loads(told or "[]")}
    return Account(counts, tuple(_membership((PART_OF, *one)) for one in json.loads(offices or "[]")))


def changed(account: Account, change: Mapping[Fact, int], lexicon: tuple[Membership, ...] | None) -> Account:
    """Give an account after articles came and went; the lexicons' newest word stands, where they say any.

    change: by fact, how many articles more tell it, below 0 where they are fewer.
    """
    told = Counter(account.told)
    told.update(change)
    return Account({fact: count for fact, count in told.items() if count > 0}, lexicon or account.lexicon)


def shown(actor: str, account: Account) -> Actor:
    """Give the actor an account makes, the same whatever the order in which its articles came.

    Each field has the value most articles tell; other names are aliases.
    """
    name, kind, country, sector, wikidata = (most_told(account.told, field) for field in FIELDS)
    others = {fact[1] for fact in account.told if fact[0] in ("name", ALIAS)} - {name}
    return Actor(
        id=actor,
        name=name,
        kind=Kind(kind),
        country=country,
        sector=sector,
        wikidata=wikidata,
        part_of=memberships(account),
        aliases=tuple(sorted(others)),
    )


def most_told(told: Mapping[Fact, int], field: str) -> str:
    """Give the value of a field that most articles tell, the first by the alphabet of equals, "" where none does."""
    found = ((-count, fact[1]) for fact, count in told.items() if fact[0] == field)
    return min(found, default=(0, ""))[1]


def memberships(account: Account) -> tuple[Membership, ...]:
    """Give what an actor belongs to: all the lexicons say, and what articles tell beyond that.

    An office is told once, in the spelling of most; that somebody belongs to a body says nothing where
    an office in it is known.
    """
    if not account.is_told:
        return ()
    known = {_office(part) for part in account.lexicon}
    told: dict[tuple[object, ...], Membership] = {}
    for _, fact in sorted((-count, fact) for fact, count in account.told.items() if fact[0] == PART_OF):
        part = _membership(fact)
        if _office(part) not in known:
            told.setdefault((*_office(part), part.first, part.last), part)
    held = {part.organisation for part in (*account.lexicon, *told.values()) if part.office}
    return (*account.lexicon, *(part for part in told.values() if part.office or part.organisation not in held))


def _office(part: Membership) -> tuple[str, str]:
    return part.organisation, part.office.casefold()


def together(told: Iterable[Actor]) -> dict[str, Actor]:
    """Give the actors that several articles tell of, by id, as they are shown together."""
    told, counts = list(told), dict[str, Counter[Fact]]()
    for actor in told:
        counts.setdefault(actor.id, Counter()).update(facts_of(actor))
    lexicon = _lexicon(told)
    return {actor: shown(actor, Account(count, lexicon.get(actor, ()))) for actor, count in counts.items()}
