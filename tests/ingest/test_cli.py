"""The commands of ingest as they are typed: add, code and withdraw."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from graph.marks import read_marks
from graph.settings import Settings
from graph.store import Store, open_store
from ingest.article import make_article
from ingest.cli import cli
from ingest.load import Done, load

TALKS = "Egypt hosts talks\n\nCAIRO - Egypt said on Monday that it had met a Hamas delegation in Cairo on Sunday.\n"
STRIKE = "Israel strikes Gaza\n\nGAZA - Israel bombed Hamas posts in the Gaza Strip on Monday, killing two people.\n"
DATED = "---\ndate: 2019-08-27\n---\n\n"

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cli-data")


@pytest.fixture(scope="module")
def store(data: Path) -> Iterator[Store]:
    with open_store(Settings(data=data)) as opened:
        yield opened


@pytest.fixture
def run(data: Path) -> Run:
    def invoke(*arguments: Any, lines: str = "") -> Result:
        environment = {"CASUS_DATA": str(data), "CASUS_GRAPH_URL": ""}
        return CliRunner().invoke(cli, [str(one) for one in arguments], input=lines, env=environment)

    return invoke


def written(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def records(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_the_same_articles_again_change_nothing(run: Run, store: Store, tmp_path: Path) -> None:
    written(tmp_path, "talks.txt", DATED + TALKS)
    written(tmp_path, "strike.txt", DATED + STRIKE)

    first = run("add", tmp_path)
    before = store.health()
    second = run("add", tmp_path)

    assert first.exit_code == second.exit_code == 0
    assert "2 articles read, 0 unchanged, 0 failed" in first.stdout
    assert "0 articles read, 2 unchanged, 0 failed; 0 new events, 0 new actors" in second.stdout
    assert store.health() == before
    assert before.articles == 2
    assert before.events


def test_bad_files_cost_only_themselves(run: Run, store: Store, tmp_path: Path) -> None:
    good = written(tmp_path, "good.txt", DATED + TALKS.replace("Egypt", "Qatar"))
    empty = written(tmp_path, "empty.txt", "")
    binary = written(tmp_path, "binary.txt", b"%PDF-1.7\n\0\0")
    undated = written(tmp_path, "bad-day.txt", "---\ndate: 2019-02-30\n---\n" + TALKS)
    huge = written(tmp_path, "huge.txt", "A title\n\n" + "Words. " * 800_000)

    result = run("add", tmp_path, tmp_path / "missing")

    assert result.exit_code == 1
    assert "1 article read, 0 unchanged, 5 failed" in result.stdout
    assert f"{good}: " in result.stdout
    for path, said in (
        (empty, "empty"),
        (binary, "looks like a PDF file; wanted plain text in UTF-8"),
        (undated, "date '2019-02-30'"),
        (huge, "bytes"),
        (tmp_path / "missing", "no such file or folder"),
    ):
        assert sum(str(path) in line and said in line for line in result.stderr.splitlines()) == 1
        assert str(path) not in result.stdout


def test_fields_that_are_not_read_are_told(run: Run, store: Store, tmp_path: Path) -> None:
    text = written(
        tmp_path, "a.txt", DATED.replace("date", "author: A. Writer\ndate") + TALKS.replace("Hamas", "Fatah")
    )
    line = json.dumps({"text": "Egypt met Oman.", "published": "2019-08-27", "byline": "A. Writer"})
    lines = written(tmp_path, "b.jsonl", line)

    added, coded = run("add", tmp_path), run("code", text, lines)

    told = [f"  ignored: author ({text}, line 2)", f"  ignored: byline ({lines}, line 1)"]
    assert added.exit_code == coded.exit_code == 0
    assert [line for line in added.stdout.splitlines() if "ignored" in line] == told
    assert coded.stderr.splitlines() == told
    assert len(records(coded)) == 2


def test_an_article_the_graph_refuses_costs_only_itself(store: Store, data: Path) -> None:
    good = make_article("", "Egypt met Jordan on Sunday.", date(2019, 8, 27), path="good.txt")
    bad = replace(make_article("", "Egypt met Oman on Sunday.", date(2019, 8, 27), path="bad.txt"), source="\ud800")
    told: list[Done] = []

    summary = load(store, [bad, good], tell=told.append, cache=data / "lexicons")

    assert [(done.name, done.state) for done in told] == [("bad.txt", "failed"), ("good.txt", "read")]
    assert summary.failed[0].startswith("bad.txt: refused by the graph")


def test_a_day_of_publication_is_given_to_those_that_bring_none(run: Run, tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", TALKS)

    [record] = records(run("code", path, "--published", "2019-08-27"))

    assert (record["published"]["first"], record["published"]["basis"]) == ("2019-08-27", "given")
    assert "2019-08-25" in [event["first"] for event in record["events"]]


def test_without_a_day_of_publication_no_day_is_made_up(run: Run, tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", "Talks\n\nEgypt said on Monday that it had met a Hamas delegation.\n")

    [record] = records(run("code", path))

    assert record["events"]
    assert all(event["first"] != event["last"] or event["first"] is None for event in record["events"])


def test_standard_input_keeps_its_order_and_names_what_failed(run: Run) -> None:
    lines = [
        json.dumps({"id": "one", "text": "Egypt met Hamas on Sunday.", "published": "2019-08-27"}),
        json.dumps({"id": "two", "text": ""}),
        "{no json",
        json.dumps({"id": "four", "text": "Israel met Egypt.", "published": "27 August"}),
        json.dumps({"id": "half \ud800", "text": "Israel met Egypt.", "published": "2019-08-27"}),
        json.dumps({"id": "five", "text": "Nobody met anybody.\r\nIsrael bombed Gaza.", "published": "2019-08-27"}),
    ]

    result = run("code", "-", lines="\n".join(lines) + "\n")

    found = records(result)
    assert result.exit_code == 1
    assert [record["id"] for record in found] == ["one", "two", None, "four", "half ?", "five"]
    assert ["error" in record for record in found] == [False, True, True, True, True, False]
    assert "line 3" in found[2]["error"]
    assert "27 August" in found[3]["error"]


def test_offsets_are_characters_of_the_text_as_given(run: Run) -> None:
    text = "  Some line.\r\n\r\nIsrael bombed Hamas posts on Monday.\r\n"

    [record] = records(run("code", "-", lines=json.dumps({"text": text, "published": "2019-08-27"}) + "\n"))

    [event] = record["events"]
    assert text[event["trigger"]["start"] : event["trigger"]["end"]] == "bombed"
    assert text[event["sentence"]["start"] : event["sentence"]["end"]].startswith("Israel bombed")
    assert record["times"]
    assert all(text[time["start"] : time["end"]] == time["text"] for time in record["times"])


def test_coding_touches_no_graph(run: Run, data: Path, store: Store) -> None:
    before = store.health()

    run("code", "-", lines=json.dumps({"text": "Israel bombed Hamas.", "published": "2019-08-27"}) + "\n")

    assert store.health() == before


def test_a_withdrawn_article_is_gone(run: Run, store: Store, tmp_path: Path) -> None:
    path = written(
        tmp_path, "gone.txt", DATED + "Sanctions\n\nThe United States imposed sanctions on Mali on Monday.\n"
    )
    before = store.health()
    run("add", path)

    result = run("withdraw", path)

    assert result.exit_code == 0
    assert result.stdout.startswith("withdrawn: Sanctions; ")
    assert store.health() == before


def test_what_an_article_says_of_somebody_goes_with_it(run: Run, store: Store, tmp_path: Path) -> None:
    letter = "The minister's letter\n\nMali's Interior Minister Amadou Sangare praised Niger on Monday."
    march = "A march\n\nMalian army spokesman Amadou Sangare threatened Togo on Sunday. Niger was silent.\n"
    offices = """
    MATCH (a:Actor {name: 'Amadou Sangare'})-[p:PART_OF]->(o:Actor)
    RETURN o.name AS body, p.office AS office ORDER BY body, office LIMIT 9
    """
    marks = "MATCH (a:Article) WHERE a.title STARTS WITH 'A march' RETURN a.marks AS marks"
    run("add", written(tmp_path, "letter.txt", DATED + letter))
    alone = store.run(offices)

    run("add", written(tmp_path, "march.txt", DATED + march))
    both = store.run(offices)
    run("withdraw", tmp_path / "march.txt")

    assert (len(alone), len(both)) == (1, 2), (alone, both)
    assert store.run(offices) == alone
    run("add", "--again", tmp_path)
    assert store.run(offices) == both
    [row] = store.run(marks)
    assert [mark.id for mark in read_marks(row["marks"]) if mark.text == "Niger"] == [""]
    for name in ("letter.txt", "march.txt"):
        run("withdraw", tmp_path / name)


def test_an_article_of_a_line_is_withdrawn_by_its_own_id_or_its_address_however_spelt(
    run: Run, store: Store, tmp_path: Path
) -> None:
    before = store.health()
    lines = [
        {"id": 0, "text": "Egypt met a Hamas delegation on Monday.", "published": "2019-08-27"},
        {"text": "Israel struck Gaza on Monday.", "url": "https://News.example/strike/", "published": "2019-08-27"},
    ]
    run("add", written(tmp_path, "two.jsonl", "\n".join(map(json.dumps, lines))))

    for name in ("0", "https://news.example/strike#top"):
        assert run("withdraw", name).exit_code == 0
    assert store.health() == before


def test_several_articles_are_withdrawn_at_once_and_a_file_of_several_lists_their_ids(
    run: Run, store: Store, tmp_path: Path
) -> None:
    before = store.health()
    lines = [
        {
            "id": name,
            "title": f"Talks with {name}",
            "text": f"Egypt met {name} on Monday.",
            "published": "2019-08-27",
        }
        for name in ("Hamas", "Iran")
    ]
    path = written(tmp_path, "both.jsonl", "\n".join(map(json.dumps, lines)))
    run("add", path)
    ids = [
        row["id"]
        for row in store.run("MATCH (a:Article {path: $path}) RETURN a.id AS id ORDER BY id LIMIT 9", path=str(path))
    ]

    told = run("withdraw", path)
    gone = run("withdraw", ids[0], "nothing", ids[1])

    assert told.exit_code == 1 and "wanted the id of one of them:\n" in told.stderr
    for id_, line in zip(ids, told.stderr.splitlines()[-2:], strict=True):
        assert line in {f"  {id_}  2019-08-27  Talks with {name}" for name in ("Hamas", "Iran")}
    assert gone.exit_code == 1 and "no article goes by 'nothing'" in gone.stderr
    assert gone.stdout.count("withdrawn: ") == 2, gone.stderr
    assert store.health() == before


def test_withdrawing_what_is_not_there_says_so(run: Run, store: Store) -> None:
    result = run("withdraw", "nothing")

    assert result.exit_code == 1
    assert "no article goes by 'nothing'" in result.stderr


def test_a_folder_without_articles_is_an_error(run: Run, store: Store, tmp_path: Path) -> None:
    written(tmp_path, "photo.jpg", b"\xff\xd8\xff")

    added, coded = run("add", tmp_path), run("code", tmp_path)

    assert added.exit_code == coded.exit_code == 1
    assert "no articles in this folder" in added.stderr
    for told in (added.stdout, coded.stderr):
        assert "passed over: 1 file (1 .jpg); of a folder only .txt, .jsonl, .ndjson are read" in told


def test_a_day_that_is_none_is_refused(run: Run, tmp_path: Path) -> None:
    result = run("code", written(tmp_path, "a.txt", TALKS), "--published", "2019-02-30")

    assert result.exit_code == 2
    assert "2019-02-30" in result.stderr
