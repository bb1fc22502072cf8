"""A deed and what came of it in one sentence are one event; two deeds of a sentence stay two."""

from collections.abc import Callable
from datetime import date

import pytest

from ingest.article import make_article
from ingest.merge import Known, merge
from ingest.pipeline import Pipeline

Groups = Callable[[str], list[list[str]]]


@pytest.fixture(scope="module")
def told(pipeline: Pipeline) -> Groups:
    """Give what reads a text of Friday, 14 June 2024, and gives its events as the words that tell each."""

    def run(text: str) -> list[list[str]]:
        article = make_article("", text, date(2024, 6, 14))
        [(_, coded)] = pipeline.code([article])
        words = {report.id: text[report.trigger_start : report.trigger_end] for report in coded.reports}
        merged = merge(coded.reports, Known(), {article.id: article}, actors=coded.actors.by_id)
        found = ([words[link.report] for link in merged.links if link.event == event.id] for event in merged.events)
        return sorted(map(sorted, found))

    return run


ONE = {
    "a bomb, its dead and its injured": (
        "A car bomb blew up in a market in Gao on Tuesday and killed ten people and injured twenty in the deadliest "
        "attack for years.",
        {"bomb", "blew", "killed", "injured", "attack"},
    ),
    "the dead and when it was done": (
        "The army killed ten people on Tuesday when it shelled the town.",
        {"killed", "shelled"},
    ),
    "who was killed when another did it": (
        "A police officer was killed on Tuesday when a militant blew himself up.",
        {"killed", "blew"},
    ),
    "an aircraft and its crew, far apart": (
        "Rebels shot down a military helicopter near Gao on Tuesday, close to the border with Niger and the river that "
        "runs along it, and killed two of its crew.",
        {"shot", "killed"},
    ),
    "what was destroyed and who was in it": (
        "Rebels said that they had destroyed an army truck near Gao on Tuesday and killed or wounded those inside.",
        {"destroyed", "killed", "wounded"},
    ),
    "shots and the dead they left": (
        "Troops fired on a crowd in Gao on Tuesday and ten people were killed.",
        {"fired", "killed"},
    ),
    "an attack and what it burned": (
        "Some of them attacked the embassy of France, set a door on fire and tore down its plaque on Tuesday.",
        {"attacked", "set"},
    ),
    "dead and injured counted in one breath": (
        "At least 85 people had been killed and over 1,200 injured in Gao by Tuesday, officials said.",
        {"killed", "injured"},
    ),
    "dead and injured by one doer told at the end": (
        "Two people were killed and five were wounded by gunmen in Gao on Tuesday.",
        {"killed", "wounded"},
    ),
    "the dead of an attack looked into": (
        "Two explosions at a checkpoint in Gao killed three officers on Tuesday, and police searched for those behind "
        "the attacks.",
        {"explosions", "killed", "attacks"},
    ),
}
TWO = {
    "strikes on two towns": (
        "The army bombed Gao and shelled Kidal on Tuesday.",
        {"bombed"},
        {"shelled"},
    ),
    "a raid and a later killing": (
        "Rebels raided a village on Tuesday and killed two soldiers in Kidal on Wednesday.",
        {"raided"},
        {"killed"},
    ),
    "a killing and a reprisal": (
        "Rebels killed two soldiers near Gao on Tuesday and the army shelled a camp in reprisal.",
        {"killed"},
        {"shelled"},
    ),
    "dead and wounded of two towns": (
        "Two people were killed in Gao on Tuesday and three were wounded in Kidal.",
        {"killed"},
        {"wounded"},
    ),
    "dead and wounded by two doers": (
        "Two soldiers were killed by rebels and three policemen were wounded by gunmen on Tuesday.",
        {"killed"},
        {"wounded"},
    ),
    "dead and wounded of two deeds": (
        "Two soldiers were killed in an ambush and three policemen were wounded in a bombing on Tuesday.",
        {"killed"},
        {"wounded"},
    ),
    "one before the other": (
        "Two soldiers were killed on Tuesday before three policemen were wounded.",
        {"killed"},
        {"wounded"},
    ),
    "the dead of what came after": (
        "Ten people were killed after rebels fired on a bus on Tuesday.",
        {"killed"},
        {"fired"},
    ),
    "an abduction and a murder": (
        "Gunmen abducted and killed a judge in Gao on Tuesday.",
        {"abducted"},
        {"killed"},
    ),
}


@pytest.mark.parametrize(("text", "words"), ONE.values(), ids=ONE)
def test_a_deed_and_its_outcome_are_one_event(told: Groups, text: str, words: set[str]) -> None:
    assert told(text) == [sorted(words)]


@pytest.mark.parametrize(("text", "first", "second"), TWO.values(), ids=TWO)
def test_two_deeds_of_a_sentence_are_two_events(told: Groups, text: str, first: set[str], second: set[str]) -> None:
    assert told(text) == sorted([sorted(first), sorted(second)])


def test_who_signed_for_a_side_signed_what_the_sides_signed(told: Groups) -> None:
    text = (
        "The government of Mali and the Azawad rebels signed an accord on Tuesday. Ana Roth signed for the government."
    )

    assert told(text) == [["signed", "signed"]]


def test_who_signs_another_paper_signs_twice(told: Groups) -> None:
    text = "Mali and Niger signed an accord on Tuesday. Mali signed another treaty with Chad on Tuesday."

    assert told(text) == [["signed"], ["signed"]]
