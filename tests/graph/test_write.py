"""What stands in the store after a write, and after a withdrawal."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from graph.batch import Batch, Link
from graph.marks import Mark, MarkKind, read_marks
from graph.model import (
    Basis,
    Confidence,
    Kind,
    Perpetrator,
    Place,
    PlaceGrain,
    PlaceMention,
    Published,
    Report,
    Role,
    Status,
    Thing,
    Victim,
)
from graph.read import read_told
from graph.store import Store
from graph.write import BatchError, UnknownArticle, withdraw, write

NODES = "MATCH (n) WHERE NOT n:Meta RETURN labels(n) AS labels, properties(n) AS row"
EDGES = "MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS type, properties(r) AS row, b.id AS b"
EVENT = "MATCH (e:Event {id: $id}) RETURN properties(e) AS row"

MakeReport = Callable[..., Report]
MakeBatch = Callable[..., Batch]


CAMP = Place("camp", "Camp", "PSE", 31.3, 34.3, "camp", PlaceGrain.SITE, "Khan Yunis", "Gaza Strip", PlaceGrain.TOWN)


def content(store: Store) -> tuple[list[str], list[str]]:
    """Give all that is in the store, in an order of its own."""

    def line(row: dict[str, object]) -> str:
        return str([sorted(value.items()) if isinstance(value, dict) else value for value in row.values()])

    return sorted(map(line, store.run(NODES))), sorted(map(line, store.run(EDGES)))


def event(store: Store, event_id: str) -> dict[str, object]:
    """Give an event's properties."""
    row: dict[str, object] = store.run(EVENT, id=event_id)[0]["row"]
    return row


def test_a_report_comes_back_as_it_was_written(store: Store, report: MakeReport, batch: MakeBatch) -> None:
    told = replace(
        report("r1", killed=(1, 3), mediators=("egypt",), status=Status.CLAIMED),
        weapon="rockets",
        victims=(Victim("two men", 3, 10, Kind.CIVILIANS, "killed", 2, 2),),
        things=(Thing("a power plant", 20, 33, Role.RECIPIENT),),
        perpetrators=(Perpetrator("israel", Confidence.CLAIMED), Perpetrator("egypt", Confidence.POSSIBLE)),
        place=PlaceMention(CAMP, "a camp", 40, 46),
    )
    told = replace(told, speaker=told.actors[0])

    write(store, batch((told,)))

    assert read_told(store, ["r1"]).reports == {"r1": (told,)}


def test_the_town_a_place_is_known_to_lie_in_stays_where_another_text_tells_none(
    store: Store, report: MakeReport, batch: MakeBatch
) -> None:
    bare = replace(CAMP, latitude=None, longitude=None, town="", region="", centre=PlaceGrain.UNKNOWN)
    for number, place in enumerate((CAMP, bare)):
        write(store, batch((replace(report(f"r{number}"), place=PlaceMention(place, "a camp", 40, 46)),)))

    (row,) = store.run("MATCH (p:Place {id: 'camp'}) RETURN p.town AS town, p.latitude AS latitude")
    assert (row["town"], row["latitude"]) == ("Khan Yunis", 31.3)


def test_of_the_texts_of_one_write_the_one_that_tells_the_town_counts(
    store: Store, report: MakeReport, batch: MakeBatch
) -> None:
    bare = replace(CAMP, latitude=None, longitude=None, town="", region="", centre=PlaceGrain.UNKNOWN)
    told = [
        replace(report(f"r{number}", start=60 * number), place=PlaceMention(place, "a camp", 40, 46))
        for number, place in enumerate((bare, CAMP, bare))
    ]

    assert write(store, batch(tuple(told))).places == 1

    (row,) = store.run("MATCH (p:Place {id: 'camp'}) RETURN p.town AS town, p.latitude AS latitude")
    assert (row["town"], row["latitude"]) == ("Khan Yunis", 31.3)


def test_the_days_a_likeliest_day_lies_between_are_kept_and_go_when_the_day_is_told(
    store: Store, report: MakeReport, batch: MakeBatch
) -> None:
    surely = report("r1").when
    carried = replace(surely, basis=Basis.INFERRED, edtf="2019-08-25?", earliest=date(2019, 8, 22))
    write(store, batch((replace(report("r1"), when=carried),)))

    assert event(store, "r1")["earliest"] == date(2019, 8, 22)
    assert event(store, "r1")["latest"] == date(2019, 8, 25)
    assert read_told(store, ["r1"]).reports["r1"][0].when.bounds() == (date(2019, 8, 22), date(2019, 8, 25))

    more = batch((report("r2", article="a2"),))
    write(store, replace(more, events=(), links=(Link("r2", "r1"),)))

    assert event(store, "r1")["edtf"] == "2019-08-25"
    assert "earliest" not in event(store, "r1")


def test_an_event_bears_its_key_its_score_and_a_sentence(store: Store, report: MakeReport, batch: MakeBatch) -> None:
    write(store, batch((report("r1", killed=(1, 3)),), (report("r2", when=""),)))

    row = event(store, "r1")
    assert (row["key"], row["quad"], row["score"]) == ("2019-08-25/r1", "MX", -9.5)
    assert (row["killed_low"], row["killed_high"], row["reports"], row["sources"]) == (1, 3, 1, 1)
    assert row["summary"] == "Israel struck Hamas in the Gaza Strip."
    assert event(store, "r2")["key"] == "undated/r2"


def test_the_same_batch_again_changes_nothing(store: Store, report: MakeReport, batch: MakeBatch) -> None:
    given = batch((report("r1"), report("r2", article="a2")), (report("r3", recipients=()),))
    first = write(store, given)
    before = content(store)

    again = write(store, given)

    assert content(store) == before
    assert (first.articles, first.reports, first.events) == (2, 3, 2)
    assert (again.articles, again.reports, again.events, again.actors, again.places) == (0, 0, 0, 0, 0)


def test_new_text_at_the_same_address_replaces_the_reports(store: Store, report: MakeReport, batch: MakeBatch) -> None:
    write(store, batch((report("r1"),), (report("r2", type_="AID", mode="", recipients=("egypt",)),)))

    done = write(store, batch((report("r9", when="2019-08-26"),)))

    assert (done.reports, done.reports_removed, done.events, done.events_removed) == (1, 2, 1, 2)
    assert [row["row"]["id"] for row in store.run(NODES) if row["labels"] == ["Event"]] == ["r9"]
    assert store.run("MATCH (a:Actor {id: 'egypt'}) RETURN a.id AS id") == []


def test_an_event_that_gets_another_report_is_gathered_anew(store: Store, report: MakeReport, batch: MakeBatch) -> None:
    write(store, batch((report("r1", killed=(2, 2), place=None),)))
    more = batch((report("r2", article="a2", killed=(5, 5), actors=("israel", "idf")),))

    done = write(store, replace(more, events=(), links=(Link("r2", "r1", 0.8, reasons=("same day",)),)))

    row = event(store, "r1")
    assert (done.events, done.events_gathered) == (0, 1)
    assert (row["reports"], row["sources"], row["killed_low"], row["killed_high"]) == (2, 2, 2, 5)
    assert row["summary"] == "Israel and Israel Defense Forces struck Hamas in the Gaza Strip."
    did = store.run("MATCH (e:Event {id: 'r1'})<-[:DID]-(a:Actor) RETURN a.id AS id ORDER BY id LIMIT 9")
    assert [row["id"] for row in did] == ["idf", "israel"]


def test_a_withdrawn_article_leaves_what_others_support(store: Store, report: MakeReport, batch: MakeBatch) -> None:
    write(store, batch((report("r1", killed=(2, 2)),)))
    alone = content(store)
    both = batch((report("r2", article="a2", killed=(4, 4), recipients=("egypt",)),))
    write(store, replace(both, events=(), links=(Link("r2", "r1"),)))

    gone = withdraw(store, "a2")

    assert content(store) == alone
    assert (gone.article, gone.reports, gone.events, gone.actors) == ("a2", ("r2",), (), ("egypt",))


def test_an_event_keeps_its_id_when_its_first_report_goes(store: Store, report: MakeReport, batch: MakeBatch) -> None:
    write(store, batch((report("r1", killed=(1, 1)), report("r2", article="a2", killed=(9, 9)))))

    withdraw(store, "https://news.example/a1")

    row = event(store, "r1")
    assert (row["reports"], row["killed_low"]) == (1, 9)


def test_the_last_article_withdrawn_leaves_nothing(store: Store, report: MakeReport, batch: MakeBatch) -> None:
    write(store, batch((report("r1", actors=("idf",)),)))

    gone = withdraw(store, "a1")

    assert gone.events == ("r1",)
    assert sorted(gone.actors) == ["hamas", "idf", "israel"]
    assert content(store) == ([], [])


def test_an_article_nobody_knows_is_named(store: Store) -> None:
    with pytest.raises(UnknownArticle, match=r"no article goes by 'a7'; wanted an article's id"):
        withdraw(store, "a7")


def test_an_actor_no_report_names_is_not_written(store: Store, report: MakeReport, batch: MakeBatch) -> None:
    write(store, batch((report("r1", actors=("idf",)),)))

    actors = store.run("MATCH (a:Actor) RETURN a.id AS id ORDER BY id LIMIT 9")

    assert [row["id"] for row in actors] == ["hamas", "idf", "israel"]
    assert store.run("MATCH (a:Actor {id: 'idf'})-[:PART_OF]->(o) RETURN o.id AS id") == [{"id": "israel"}]


def test_redirected_reports_move_and_the_old_id_leads_on(store: Store, report: MakeReport, batch: MakeBatch) -> None:
    write(store, batch((report("r1"),), (report("r2", start=60),)))
    joining = batch((report("r3", article="a2"),))

    write(store, replace(joining, events=(), links=(Link("r3", "r1"),), redirects={"r2": "r1"}))
    write(store, replace(batch((report("r0", article="a3"),)), redirects={"r1": "r0"}))

    assert len(read_told(store, ["r0"]).reports["r0"]) == 4
    leads = store.run("MATCH (n:Redirect) RETURN n.id AS id, n.target AS target ORDER BY id LIMIT 9")
    assert leads == [{"id": "r1", "target": "r0"}, {"id": "r2", "target": "r0"}]
    assert store.run(EVENT, id="r1") == []

    for article in ("a1", "a2", "a3"):
        withdraw(store, article)
    assert store.run("MATCH (n:Redirect) RETURN n.id AS id ORDER BY id LIMIT 9") == [], "none leads to what is gone"


def test_an_article_is_withdrawn_by_the_id_its_file_gave_it(store: Store, report: MakeReport, batch: MakeBatch) -> None:
    given = batch((report("r1"), report("r2", article="a2")))
    named = tuple(replace(article, given_id="wire-7") for article in given.articles)
    write(store, replace(given, articles=named))

    with pytest.raises(UnknownArticle, match="several articles go by 'wire-7'"):
        withdraw(store, "wire-7")
    write(store, replace(given, articles=(named[0], given.articles[1])))

    assert withdraw(store, "unheard of", "wire-7").article == "a1"


def test_marks_and_possible_days_stand_at_the_article(store: Store, report: MakeReport, batch: MakeBatch) -> None:
    marks = (
        Mark(
            MarkKind.TIME, 3, 9, "Sunday", type="DATE", value="2019-08-25", edtf="2019-08-25", first=date(2019, 8, 25)
        ),
        Mark(MarkKind.ACTOR, 10, 15, "Hamas", id="hamas"),
    )
    days = Published(date(2019, 8, 26), date(2019, 8, 28), "inferred", ("it names Monday",))

    write(store, replace(batch((report("r1"),)), marks={"a1": marks}, published={"a1": days}))

    row = store.run("MATCH (a:Article) RETURN properties(a) AS row")[0]["row"]
    assert read_marks(row["marks"]) == marks
    assert (row.get("published"), row["published_first"], row["published_basis"]) == (None, days.first, "inferred")
    assert row["published_reasons"] == ["it names Monday"]


def test_names_that_several_articles_tell_are_all_kept(store: Store, report: MakeReport, batch: MakeBatch) -> None:
    given = batch((report("r1", actors=("idf",)),))
    write(store, given)
    renamed = tuple(replace(a, aliases=("Tzahal",)) if a.id == "idf" else a for a in given.actors["a1"])
    other = batch((report("r2", article="a2", actors=("idf",)),))

    write(store, replace(other, actors={"a2": renamed}))

    row = store.run("MATCH (a:Actor {id: 'idf'}) RETURN a.aliases AS aliases, a.search AS search")[0]
    assert row == {"aliases": ["IDF", "Tzahal"], "search": "israel defense forces | idf | tzahal"}


def test_a_batch_with_a_loose_end_is_refused_whole(store: Store, report: MakeReport, batch: MakeBatch) -> None:
    given = batch((report("r1"),))

    with pytest.raises(BatchError, match="r1: a report without a link"):
        write(store, replace(given, links=()))
    with pytest.raises(BatchError, match="r1: its article a1 is missing"):
        write(store, replace(given, articles=()))

    assert content(store) == ([], [])
