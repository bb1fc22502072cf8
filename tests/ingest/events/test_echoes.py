"""Nouns that point back: each kind's example ties its noun to the event told before, and what is told anew stays."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from graph.model import Basis, Report
from ingest.article import make_article
from ingest.errors import LexiconError
from ingest.events import echoes
from ingest.events.echoes import PATH, read_echoes
from ingest.lexicon import read_toml
from ingest.merge import Known, merge
from ingest.pipeline import Pipeline

Code = Callable[[str], tuple[Report, ...]]
KINDS = read_toml(PATH)


@pytest.fixture
def code(pipeline: Pipeline) -> Code:
    """Give what codes a text that came out on Friday, 14 June 2024."""

    def coded(text: str) -> tuple[Report, ...]:
        [(_, found)] = pipeline.code([make_article("", text, date(2024, 6, 14))])
        return found.reports

    return coded


def _words(report: Report) -> str:
    return report.quote[report.trigger_start - report.start : report.trigger_end - report.start]


@pytest.mark.parametrize("kind", KINDS)
def test_a_noun_points_back_to_what_its_example_told(code: Code, kind: str) -> None:
    first, *others = code(KINDS[kind]["example"])

    last = others[-1]
    assert last.retells in {first.id, *(report.id for report in others[:-1])}
    assert (last.type, last.when.last) == (first.type, date(2024, 6, 11))


def test_a_noun_that_points_back_makes_no_event_of_its_own(pipeline: Pipeline) -> None:
    article = make_article("", KINDS["violence"]["example"], date(2024, 6, 14))
    [(_, coded)] = pipeline.code([article])

    merged = merge(coded.reports, Known(), {article.id: article}, actors=coded.actors.by_id)

    [event] = [event for event in merged.events if "killed" in event.tolls]
    assert len(event.reports) > 1


def test_a_noun_with_words_of_its_own_points_to_nothing_before(code: Code) -> None:
    reports = code("War broke out between Peru and Chile on Tuesday. The war in Chad went on.")

    assert [(_words(report), report.retells) for report in reports] == [("War", ""), ("war", "")]


def test_a_war_that_nothing_tells_has_no_day(code: Code) -> None:
    reports = code("The president of Peru met the king of Spain on Tuesday. He was silent when the war began.")

    assert [report.when.first for report in reports if _words(report) == "war"] == [None]


def test_one_blow_is_not_taken_for_the_war(code: Code) -> None:
    reports = code("War broke out between Peru and Chile on Tuesday. The attack shocked the capital.")

    assert [(_words(report), report.retells) for report in reports] == [("War", ""), ("attack", "")]


def test_a_noun_keeps_the_basis_of_an_inference(code: Code) -> None:
    reports = code(KINDS["violence"]["example"])

    assert [report.when.basis for report in reports if report.retells] == [Basis.INFERRED]


def test_a_noun_of_two_kinds_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = '[{}]\nsource = "own"\nexample = "The raid."\ntypes = "ASSAULT"\nwords = "raid"\n'
    path = tmp_path / "echoes.toml"
    path.write_text(table.format("one") + table.format("two"), "utf-8")
    monkeypatch.setattr(echoes, "PATH", path)

    with pytest.raises(LexiconError, match="raid stands in two kinds"):
        read_echoes()


@pytest.mark.parametrize(
    "text",
    [
        "A truce between Peru and Chile came into force on Tuesday and ended their worst fighting in years.",
        "The ceasefire that ended a war between Peru and Chile held for a second day on Tuesday.",
    ],
)
def test_a_truce_that_ends_the_fighting_is_told_once(code: Code, text: str) -> None:
    reports = [report for report in code(text) if report.type in ("CONCEDE", "RETREAT")]

    first = reports[0]
    assert len(reports) > 1
    assert {report.retells for report in reports[1:]} == {first.id}


def test_who_ends_a_war_by_words_of_his_own_is_told_apart(code: Code) -> None:
    reports = code("A truce between Peru and Chile began on Tuesday. On Friday Peru ended its offensive in Bolivia.")

    assert all(not report.retells for report in reports if _words(report) == "ended")


def test_a_clause_that_only_dates_a_noun_leaves_it_pointing_back(code: Code) -> None:
    reports = code(
        "Gunmen killed ten men in Quito. Police said nobody else was hurt in the attack, which took place on Tuesday."
    )

    [killing] = [report for report in reports if _words(report) == "killed"]
    [attack] = [report for report in reports if _words(report) == "attack"]
    assert (attack.retells, attack.when.last) == (killing.id, date(2024, 6, 11))


def test_the_three_who_died_are_those_told_before(code: Code) -> None:
    text = (
        "The UN left after three of its drivers were killed in Peru. It said the three had died in clashes on Tuesday."
    )
    reports = code(text)

    killing, death = (report for report in reports if report.type == "ASSAULT")
    assert (death.retells, death.when.last) == (killing.id, date(2024, 6, 11))


def test_the_four_are_not_the_three(code: Code) -> None:
    text = (
        "The UN left after three of its drivers were killed in Peru. It said the four had died in clashes on Tuesday."
    )

    assert not any(report.retells for report in code(text))


def test_what_the_blast_did_is_part_of_the_blast(code: Code) -> None:
    reports = code("A bomb exploded at a market in Quito on Tuesday. The blast damaged several shops.")

    assert {report.retells or report.id for report in reports} == {reports[0].id}


def test_the_worst_of_several_points_to_none_of_them(code: Code) -> None:
    reports = code("Mothers had to strike hysterical girls in Quito on Tuesday. The worst explosion shook a station.")

    assert all(not report.retells for report in reports)
