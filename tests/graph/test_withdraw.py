"""What articles told of actors goes with them, and with nothing else, whatever came and went in between."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.batches import batch_of
from graph.batch import Batch, Link
from graph.model import TOLD, Actor, Article, Kind, Membership, Report
from graph.recount import recount
from graph.store import Store
from graph.write import withdraw, write

NODES = "MATCH (n) WHERE NOT n:Meta RETURN labels(n) AS labels, properties(n) AS row"
EDGES = "MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS type, properties(r) AS row, b.id AS b"
ACTOR = "MATCH (a:Actor {id: $id}) RETURN properties(a) AS row"
OFFICES = """
MATCH (a:Actor {id: $id})-[p:PART_OF]->(o:Actor)
RETURN o.id AS organisation, p.office AS office, p.source AS source ORDER BY organisation, office, source LIMIT 99
"""
SUMMARY = "MATCH (e:Event {id: 'e1'}) RETURN e.summary AS summary"

MakeReport = Callable[..., Report]
Versions = dict[str, Batch]

CHAD = Actor("chad", "Chad", Kind.COUNTRY, "TCD", "GOV")
MPS = Actor("mps", "Patriotic Salvation Movement", Kind.PARTY, "TCD", "OPP")
COUNCIL = Actor("council", "Transitional Council", Kind.GOVERNMENT, "TCD", "GOV")
TERM = Membership("mps", "chairman", date(1990, 3, 11), date(2021, 4, 20), "people.tsv")


def deby(name: str, *parts: Membership, sector: str = "GOV", aliases: tuple[str, ...] = ()) -> Actor:
    """Give a president whom the lexicon calls chairman of a party, as an article has him."""
    return Actor("deby", name, Kind.PERSON, "TCD", sector, part_of=(TERM, *parts), aliases=aliases)


def front(kind: Kind, *parts: Membership, name: str = "Front for Change", sector: str = "") -> Actor:
    """Give a movement as an article has it."""
    return Actor("front", name, kind, "TCD", sector, part_of=parts)


PRESIDENT = Membership("chad", "President", source=TOLD)
TELLINGS = {
    "a": (CHAD, deby("Idriss Deby", PRESIDENT, aliases=("Deby Itno",)), front(Kind.ARMED_GROUP, sector="REB")),
    "A": (CHAD, deby("Idriss Deby", Membership("chad", source=TOLD)), front(Kind.MILITIA, Membership("chad"))),
    "b": (
        CHAD,
        COUNCIL,
        deby("Idriss Déby", Membership("council", "head", source=TOLD), sector="MIL", aliases=("the marshal",)),
        front(Kind.PARTY, Membership("council", "member", source=TOLD), name="The Front for Change"),
    ),
    "c": (MPS, front(Kind.PARTY)),
    "d": (
        CHAD,
        deby("Idriss Déby", replace(PRESIDENT, office="president"), Membership("chad", source=TOLD)),
        front(Kind.ARMED_GROUP),
    ),
}
TAKERS = {"c": (("mps",), ("front",))}


def versions(report: MakeReport) -> Versions:
    """Give every version of every article, each a batch: all tell the event e1, and each one more of its own."""
    return {version: version_of(report, version, actors) for version, actors in TELLINGS.items()}


def version_of(report: MakeReport, version: str, actors: tuple[Actor, ...]) -> Batch:
    """Give one version of an article; a capital is another version of the article of the small letter."""
    name = version.lower()
    who, whom = TAKERS.get(name, (("deby",), ("front",)))
    common = report(f"{version}1", article=name, actors=who, recipients=whom, when="2021-04-17")
    own = report(f"{version}2", article=name, actors=who, recipients=whom, when="2021-04-19", type_="AID", start=60)
    article = Article(name, f"About {name}", version, date(2021, 4, 20), name, sha256=version)
    return batch_of({"e1": (common,), f"e-{version}": (own,)}, [article], actors)


def content(store: Store) -> tuple[list[str], list[str]]:
    """Give all that is in the store, but when it came in, in an order of its own."""

    def line(row: dict[str, object]) -> str:
        parts = [
            sorted((k, v) for k, v in value.items() if k != "ingested") if isinstance(value, dict) else value
            for value in row.values()
        ]
        return str(parts)

    return sorted(map(line, store.run(NODES))), sorted(map(line, store.run(EDGES)))


def actor(store: Store, id_: str) -> dict[str, object]:
    """Give an actor's properties."""
    row: dict[str, object] = store.run(ACTOR, id=id_)[0]["row"]
    return row


def offices(store: Store, id_: str) -> list[tuple[str, str, str]]:
    """Give what an actor belongs to: organisation, office and source."""
    return [tuple(row.values()) for row in store.run(OFFICES, id=id_)]


STEPS = st.lists(st.sampled_from([*TELLINGS, "-a", "-b", "-c", "-d"]), min_size=2, max_size=7)


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(STEPS)
def test_the_graph_is_what_its_articles_make_it_whatever_came_and_went(
    engine: Store, clear: Callable[[Store], None], report: MakeReport, steps: list[str]
) -> None:
    batches, there = versions(report), dict[str, str]()
    clear(engine)
    for step in steps:
        name = step.strip("-").lower()
        if not step.startswith("-"):
            write(engine, batches[step])
            there[name] = step
        elif there.pop(name, ""):
            withdraw(engine, name)
    found = content(engine)

    clear(engine)
    for version in sorted(there.values()):
        write(engine, batches[version])

    assert content(engine) == found


def test_articles_of_one_batch_tell_as_much_as_one_after_the_other(store: Store, report: MakeReport) -> None:
    batches = versions(report)
    for version in "adb":
        write(store, batches[version])
    one_by_one = content(store)
    for version in "adb":
        withdraw(store, version)
    assert content(store) == ([], [])

    some = [batches[version] for version in "bad"]
    told = {"e1": [b.reports[0] for b in some], **{b.events[1].id: [b.reports[1]] for b in some}}
    whole = batch_of(told, [b.articles[0] for b in some], ())
    write(store, replace(whole, actors={name: actors for b in some for name, actors in b.actors.items()}))

    assert content(store) == one_by_one


def test_an_actor_is_what_most_articles_make_of_it(store: Store, report: MakeReport) -> None:
    batches = versions(report)
    for version in "abd":
        write(store, batches[version])

    row, band = actor(store, "deby"), actor(store, "front")
    assert (row["name"], row["sector"]) == ("Idriss Déby", "GOV")
    assert row["aliases"] == ["Deby Itno", "Idriss Deby", "the marshal"]
    assert row["search"] == "idriss deby | deby itno | the marshal"
    assert (band["name"], band["kind"], band["sector"]) == ("Front for Change", "armed_group", "REB")
    assert offices(store, "deby") == [("chad", "President", TOLD), ("council", "head", TOLD)]
    assert store.run(SUMMARY) == [{"summary": "Idriss Déby struck Front for Change in the Gaza Strip."}]


def test_the_offices_of_each_article_go_with_it(store: Store, report: MakeReport) -> None:
    batches = versions(report)
    write(store, batches["a"])
    write(store, batches["b"])
    assert offices(store, "deby") == [("chad", "President", TOLD), ("council", "head", TOLD)]

    gone = withdraw(store, "b")

    assert gone.actors == ("council",)
    assert offices(store, "deby") == [("chad", "President", TOLD)]
    assert (actor(store, "deby")["name"], actor(store, "front")["kind"]) == ("Idriss Deby", "armed_group")


def test_a_name_that_changes_changes_in_every_summary(store: Store, report: MakeReport) -> None:
    batches = versions(report)
    write(store, batches["a"])
    for version in "bd":
        write(store, batches[version])
    own = "MATCH (e:Event {id: 'e-a'}) RETURN e.summary AS summary"
    assert "Idriss Déby" in store.run(own)[0]["summary"]

    withdraw(store, "b")
    withdraw(store, "d")

    assert "Idriss Deby" in store.run(own)[0]["summary"]
    assert "Idriss Deby" in store.run(SUMMARY)[0]["summary"]


@pytest.mark.parametrize("order", ["ac", "ca"])
def test_what_a_lexicon_says_needs_no_article_that_names_both(store: Store, report: MakeReport, order: str) -> None:
    batches = versions(report)
    for version in order:
        write(store, batches[version])
    assert ("mps", "chairman", "people.tsv") in offices(store, "deby")

    withdraw(store, "c")

    assert offices(store, "deby") == [("chad", "President", TOLD)]


def test_a_new_version_of_an_article_replaces_what_it_told(store: Store, report: MakeReport) -> None:
    batches = versions(report)
    write(store, batches["a"])

    done = write(store, batches["A"])

    assert done.articles == 0
    assert actor(store, "deby")["aliases"] == []
    assert offices(store, "deby") == [("chad", "", TOLD)]
    assert (actor(store, "front")["kind"], actor(store, "front").get("sector")) == ("militia", "")


def test_who_belong_to_each_other_go_together(store: Store, report: MakeReport) -> None:
    wing = Actor("wing", "Armed wing", Kind.ARMED_GROUP, part_of=(Membership("front", source=TOLD),))
    circle = (front(Kind.PARTY, Membership("wing", "arm", source=TOLD)), wing)
    told = version_of(report, "a", (CHAD, deby("Idriss Deby"), *circle))
    write(store, told)
    assert offices(store, "wing") == [("front", "", TOLD)]

    withdraw(store, "a")

    assert content(store) == ([], [])


def test_what_people_put_in_by_hand_stays(store: Store, report: MakeReport) -> None:
    batches = versions(report)
    write(store, batches["a"])
    write(store, replace(batches["b"], links=(Link("b1", "e1", by="hand"), Link("b2", "e-b", by="hand"))))
    store.write(
        lambda work: work.run(
            "MATCH (a:Actor {id: 'front'}) MATCH (o:Actor {id: 'council'}) SET a.note = 'seen', a.country = 'SDN'"
            " CREATE (a)-[:PART_OF {office: 'guest', source: 'by hand'}]->(o)"
        )
    )
    write(store, batches["d"])

    withdraw(store, "d")
    withdraw(store, "a")

    row = actor(store, "front")
    assert (row["kind"], row["note"], row["country"]) == ("party", "seen", "SDN")
    assert offices(store, "front") == [("council", "guest", "by hand"), ("council", "member", TOLD)]
    by = store.run("MATCH (r:Report)-[o:OF]->(:Event) RETURN r.id AS id, o.by AS by ORDER BY id LIMIT 9")
    assert by == [{"id": "b1", "by": "hand"}, {"id": "b2", "by": "hand"}]


def test_an_office_put_in_by_hand_outlasts_the_one_beside_it(store: Store, report: MakeReport) -> None:
    batches = versions(report)
    write(store, batches["a"])
    store.write(
        lambda work: work.run(
            "MATCH (a:Actor {id: 'deby'}) MATCH (o:Actor {id: 'chad'})"
            " CREATE (a)-[:PART_OF {office: 'guest', source: 'by hand'}]->(o)"
        )
    )

    write(store, batches["A"])

    assert offices(store, "deby") == [("chad", "", TOLD), ("chad", "guest", "by hand")]


def test_an_actor_taken_out_by_hand_comes_back_with_its_article(store: Store, report: MakeReport) -> None:
    told = versions(report)["a"]
    write(store, told)
    before = content(store)
    store.write(lambda work: work.run("MATCH (a:Actor {id: 'deby'}) DETACH DELETE a"))

    done = write(store, told)
    recount(store)  # nobody counted what was taken out by hand

    assert done.actors == 1
    assert content(store) == before


def test_an_actor_of_whom_an_older_graph_kept_no_account_is_told_anew(store: Store, report: MakeReport) -> None:
    store.write(lambda work: work.run("CREATE (:Actor {id: 'front', name: 'A front', kind: 'party', country: ''})"))

    done = write(store, versions(report)["a"])

    assert done.actors == 2
    assert (actor(store, "front")["name"], actor(store, "front")["kind"]) == ("Front for Change", "armed_group")
    withdraw(store, "a")
    assert content(store) == ([], [])
