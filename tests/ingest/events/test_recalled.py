"""A known delegation and known aid keep the parties they were told to have; those only brought along give nothing."""

from datetime import date

from graph.model import Report
from ingest.article import make_article
from ingest.pipeline import Pipeline


def reports(pipeline: Pipeline, text: str) -> list[Report]:
    _, coded = next(pipeline.code([make_article("", text, date(2024, 6, 15))]))
    return list(coded.reports)


def parties(report: Report) -> tuple[list[str], list[str]]:
    return [one.actor for one in report.actors], [one.actor for one in report.recipients]


def test_the_delegation_calls_on_those_who_invited_its_people(pipeline: Pipeline) -> None:
    invited, leading, *_ = reports(
        pipeline,
        "Qatari officials invited Taliban leaders to Doha for talks. Two senior Taliban officials, Abdul Khan and "
        "Karim Shah, are leading the delegation, which is due to leave Kabul on Monday.",
    )

    assert parties(invited) == (["qatar"], ["taliban"])
    assert parties(leading)[1] == ["qatar"]


def test_who_leads_a_delegation_visits_nobody_told_of(pipeline: Pipeline) -> None:
    (leading,) = reports(pipeline, "Two Taliban officials, Abdul Khan and Karim Shah, are leading a delegation.")

    assert parties(leading)[1] == []


def test_an_invitation_to_talks_is_one_event(pipeline: Pipeline) -> None:
    (invited,) = reports(pipeline, "The Colombian government invited the ELN to Havana for talks.")

    assert (invited.type, *parties(invited)) == ("CONSULT", ["colombia"], ["eln-colombia"])


def test_what_an_attack_was_met_with_is_no_meeting(pipeline: Pipeline) -> None:
    found = reports(pipeline, "Rocket fire from Lebanon was met with Israeli air strikes on Hezbollah positions.")

    assert {report.type for report in found} == {"ASSAULT"}


def test_a_truce_that_is_threatened_is_none_told(pipeline: Pipeline) -> None:
    found = reports(pipeline, "Shelling by the army killed two people, straining a shaky ceasefire with the rebels.")

    assert {report.type for report in found} == {"ASSAULT"}


def test_the_funds_are_given_by_whom_and_to_whom_they_were_told_to_be(pipeline: Pipeline) -> None:
    brought, given = reports(
        pipeline,
        "Sudanese aid workers are worried. Japanese envoy Kenji Mori entered Sudan on Friday, carrying a delivery of "
        "cash from Tokyo. Distribution of the funds began on Sunday.",
    )

    assert parties(brought)[1] == parties(given)[1] == ["sudan"]
    assert "japan" in parties(brought)[0]
    assert parties(brought)[0] == parties(given)[0]
    assert brought.when.edtf != given.when.edtf
