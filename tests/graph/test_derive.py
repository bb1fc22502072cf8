"""What events add to the edges between actors, to ties, to totals and to the bins."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.batch import Batch
from graph.derive import Footprint, Pair, bin_changes, bins, pair_changes, shares
from graph.errors import NotCounted
from graph.model import Basis, Grain, Place, Report, Status, When
from graph.recount import drop_derived, recount
from graph.store import Store
from graph.write import UnknownArticle, withdraw, write

DERIVED = """
MATCH (a:Actor)-[r:ACTED_ON]->(b:Actor)
RETURN a.id AS a, b.id AS b, r.type AS type, r.quad AS quad, r.events AS events, r.score AS score,
       r.first AS first, r.last AS last
ORDER BY a, b, type LIMIT 1000
"""
KEYS = "MATCH (a:Article) RETURN a.key AS key ORDER BY key LIMIT 9"
COUNTED = tuple(
    f"MATCH (n:{label}) RETURN properties(n) AS row ORDER BY n.id LIMIT 1000" for label in ("Bin", "Tie", "Total")
)


def footprint(
    *,
    status: Status = Status.ACTUAL,
    first: date | None = date(2019, 8, 25),
    last: date | None = date(2019, 8, 25),
    actors: tuple[str, ...] = ("a",),
    recipients: tuple[str, ...] = ("b",),
    is_unsure: bool = False,
) -> Footprint:
    """Make an air strike."""
    return Footprint("ASSAULT", "aerial", status, first, last, actors, recipients, is_unsure=is_unsure)


def test_an_event_adds_to_one_edge_for_each_actor_and_recipient() -> None:
    pairs = shares(footprint(actors=("a", "c"), recipients=("b", "c")))

    assert sorted(pairs) == [Pair("a", "b", "ASSAULT"), Pair("a", "c", "ASSAULT"), Pair("c", "b", "ASSAULT")]
    assert {share.score for share in pairs.values()} == {-9.5}


@pytest.mark.parametrize("status", [Status.PLANNED, Status.THREATENED, Status.DENIED, Status.CLAIMED])
def test_what_did_not_surely_happen_joins_nobody_and_is_no_bar_of_the_histogram(status: Status) -> None:
    event = footprint(status=status)

    assert shares(event) == {}
    assert {frozenset(counts) for counts in bins(event).values()} == {frozenset({"starts", f"ASSAULT {status}"})}


def test_an_event_of_a_day_stands_in_its_day_its_month_and_its_year() -> None:
    counts = {span.id: dict(count) for span, count in bins(footprint()).items()}

    assert counts == {
        "day/2019-08-25": {"starts": 1, "MX": 1, "ASSAULT actual": 1},
        "month/2019-08": {"starts": 1, "MX": 1, "ASSAULT actual": 1},
        "year/2019": {"starts": 1, "MX": 1, "ASSAULT actual": 1},
    }


def test_an_event_of_an_unsure_day_is_counted_as_such_beside_all_of_its_class() -> None:
    counts = {span.id: dict(count) for span, count in bins(footprint(is_unsure=True)).items()}

    assert counts["day/2019-08-25"] == {"starts": 1, "MX": 1, "unsure_MX": 1, "ASSAULT actual unsure": 1}


def test_an_event_of_a_month_only_starts_in_its_first_day() -> None:
    counts = {
        span.id: dict(count) for span, count in bins(footprint(first=date(2019, 8, 1), last=date(2019, 8, 31))).items()
    }

    assert counts["day/2019-08-01"] == {"starts": 1, "ASSAULT actual begins": 1}
    assert counts["month/2019-08"] == {"starts": 1, "MX": 1, "ASSAULT actual": 1}


def test_an_open_event_starts_and_is_in_no_bin() -> None:
    assert {frozenset(count) for count in bins(footprint(last=None)).values()} == {
        frozenset({"starts", "ASSAULT actual begins"})
    }


def test_an_undated_event_has_a_bin_of_its_own() -> None:
    assert [(span.id, dict(count)) for span, count in bins(footprint(first=None, last=None)).items()] == [
        ("undated", {"starts": 1, "MX": 1, "ASSAULT actual": 1})
    ]


def test_what_stays_as_it_was_changes_nothing() -> None:
    event = footprint()

    assert pair_changes([event], [event]) == {}
    assert bin_changes([event], [event]) == {}


@given(st.dates())
def test_every_bin_of_a_day_holds_the_day(day: date) -> None:
    for span in bins(footprint(first=day, last=day)):
        assert span.first is not None and span.last is not None
        assert span.first <= day <= span.last


DAYS = st.one_of(
    st.just(When(None, None, Grain.UNKNOWN, Basis.DOCUMENT, "")),
    st.integers(1, 4).map(lambda d: When(date(2019, 8, d), date(2019, 8, d), Grain.DAY, Basis.STATED, f"2019-08-0{d}")),
    st.just(When(date(2019, 8, 1), date(2019, 8, 1), Grain.DAY, Basis.INFERRED, "2019-08-01?")),
    st.just(When(date(2019, 8, 1), date(2019, 8, 31), Grain.MONTH, Basis.STATED, "2019-08")),
    st.just(When(date(2019, 8, 2), None, Grain.DAY, Basis.STATED, "2019-08-02/..")),
)
NAMES = st.lists(st.sampled_from(["israel", "hamas", "egypt"]), max_size=2, unique=True).map(tuple)
PLACES = st.sampled_from([None, Place("rafah", "Rafah", "PSE"), Place("new york", "New York", "USA")])
TOLD = st.tuples(
    DAYS,
    NAMES,
    NAMES,
    NAMES,
    PLACES,
    st.sampled_from(["ASSAULT", "AID"]),
    st.sampled_from([Status.ACTUAL, Status.ONGOING, Status.PLANNED]),
    st.integers(0, 2),
)
STEPS = st.lists(st.tuples(st.integers(1, 3), st.lists(TOLD, max_size=3)), min_size=1, max_size=6)


def told(report: Callable[..., Report], article: int, given: list[tuple[object, ...]]) -> list[tuple[Report, ...]]:
    """Make an article's reports, grouped into the events they are told to belong to."""
    groups: dict[object, list[Report]] = {}
    for number, (when, actors, recipients, mediators, place, type_, status, group) in enumerate(given):
        made = report(
            f"r{article}{number}",
            article=f"a{article}",
            type_=type_,
            mode="",
            status=status,
            when=when,
            actors=actors,
            recipients=recipients,
            mediators=mediators,
            place=place,
            start=60 * number,
        )
        groups.setdefault((type_, group), []).append(made)
    return [tuple(group) for group in groups.values()]


SEARCHED = """
MATCH (n) WHERE n:Actor OR n:Place RETURN n.id AS id, n.search AS search ORDER BY id
"""


def derived(store: Store) -> list[list[dict[str, object]]]:
    """Give all that a store derives from its events."""
    return [store.run(query) for query in (DERIVED, *COUNTED)]


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(STEPS)
def test_what_is_derived_is_what_a_full_recount_gives(
    engine: Store,
    clear: Callable[[Store], None],
    report: Callable[..., Report],
    batch: Callable[..., Batch],
    steps: list[tuple[int, list[tuple[object, ...]]]],
) -> None:
    clear(engine)
    for article, given_reports in steps:
        if given_reports:
            write(engine, batch(*told(report, article, given_reports)))
        else:
            try:
                withdraw(engine, f"a{article}")
            except UnknownArticle:
                continue
    kept = derived(engine)

    recount(engine)

    assert derived(engine) == kept


def test_an_edge_loses_the_last_day_that_an_open_event_gave_it(
    store: Store, report: Callable[..., Report], batch: Callable[..., Batch]
) -> None:
    since = When(date(2019, 8, 2), None, Grain.DAY, Basis.STATED, "2019-08-02/..")
    write(store, batch((report("e1", article="a1", when="2019-08-01"),), (report("e2", article="a2", when=since),)))

    withdraw(store, "a2")

    assert [(edge["first"], edge["last"]) for edge in store.run(DERIVED)] == [(date(2019, 8, 1), date(2019, 8, 1))]


def test_a_graph_that_an_older_version_counted_is_written_after_a_recount(
    store: Store, report: Callable[..., Report], batch: Callable[..., Batch]
) -> None:
    write(store, batch((report("e1"),)))
    before = derived(store)
    keys = store.run(KEYS)
    for lost in (
        "MATCH (m:Meta {id: 'state'}) REMOVE m.counted",
        "MATCH (t:Tie) DELETE t",
        "MATCH (t:Total) DELETE t",
        "MATCH (a:Article) REMOVE a.key",
    ):
        store.write(lambda work, lost=lost: work.run(lost))  # type: ignore[misc]

    with pytest.raises(NotCounted, match="python -m graph recount"):
        write(store, batch((report("e2", article="a2"),)))
    recount(store)

    assert (derived(store), store.run(KEYS), keys) == (before, keys, [{"key": "2019-08-27/a1"}])
    write(store, batch((report("e2", article="a2"),)))
    assert store.run("MATCH (t:Total {id: 'hamas'}) RETURN t.events AS events") == [{"events": 2}]


def test_names_that_an_older_version_wrote_are_searched_as_any_after_a_recount(
    store: Store, report: Callable[..., Report], batch: Callable[..., Batch]
) -> None:
    write(store, batch((report("e1"),)))
    searched = store.run(SEARCHED)
    store.write(lambda work: work.run("MATCH (a:Actor) SET a.search = a.name + ' -'"))
    store.write(lambda work: work.run("MATCH (p:Place) REMOVE p.search"))
    assert store.run(SEARCHED) != searched

    recount(store)

    assert store.run(SEARCHED) == searched
    assert {"id": "gaza", "search": "gaza strip"} in searched
    found = "CALL db.index.fulltext.queryNodes('place_spellings', 'strip') YIELD node RETURN node.id AS id LIMIT 5"
    assert store.run(found) == [{"id": "gaza"}]


def test_nothing_is_added_to_counts_that_a_broken_off_recount_left(
    store: Store, report: Callable[..., Report], batch: Callable[..., Batch]
) -> None:
    write(store, batch((report("e1"),)))
    before = derived(store)
    drop_derived(store)

    with pytest.raises(NotCounted, match="a recount has not come to its end"):
        write(store, batch((report("e2", article="a2"),)))
    with pytest.raises(NotCounted):
        withdraw(store, "a1")
    recount(store)

    assert derived(store) == before
