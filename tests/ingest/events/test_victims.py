"""Who was harmed, and how many, is read off lists, parts of a group, vague numbers and states."""

from collections.abc import Callable

import pytest

from graph.model import Report

Coded = Callable[[str], tuple[Report, ...]]


def tolls(reports: tuple[Report, ...], effect: str) -> set[tuple[int, int | None]]:
    """Give the tolls of one effect that any report tells."""
    return {(report.tolls[effect].low, report.tolls[effect].high) for report in reports if effect in report.tolls}


@pytest.mark.parametrize(
    ("text", "effect", "wanted"),
    [
        ("Five Kenyans, two Danes and a Swede who had been kidnapped in Chad flew home.", "abducted", (8, 8)),
        ("About 1,500 French and 1,000 American soldiers were killed.", "killed", (2350, 2650)),
        ("Gunmen killed five Kenyans, three Danes and a Swede.", "killed", (9, 9)),
        ("The war killed hundreds of thousands of people.", "killed", (200_000, 999_999)),
        ("Tens of thousands of villagers were displaced.", "displaced", (20_000, 99_999)),
        ("Militants took dozens of hostages.", "abducted", (24, 99)),
        ("The shelling left 12 dead since Monday.", "killed", (12, 12)),
        ("Ten soldiers were attacked, many of them wounded.", "injured", (3, 99)),
        ("Six priests, five of them foreigners, were killed.", "killed", (6, 6)),
        ("Rebels captured the town of Sake and three soldiers on Friday.", "abducted", (3, 3)),
    ],
)
def test_victims_are_counted_whole(coded: Coded, text: str, effect: str, wanted: tuple[int, int | None]) -> None:
    assert tolls(coded(text), effect) == {wanted}


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("Rebels captured the village of Tarma on Friday.", "abducted"),
        ("Sixty soldiers, many of them wounded, left the city.", "injured"),
        ("The ministry said that 265 had laid down their arms, 51 of them seriously wounded.", "injured"),
        ("Air defences shot down two others.", "injured"),
        ("Rebels seized the capital as President Juan Soto fled to Peru.", "displaced"),
    ],
)
def test_what_harms_nobody_has_no_victims(coded: Coded, text: str, effect: str) -> None:
    assert tolls(coded(text), effect) == set()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Soldiers killed more than 100 people in the worst bloodshed since the coup.", "coup"),
        ("The commanders left because of the destruction and the killing of civilians.", "destruction"),
        ("Militants stormed the hotel and took dozens of hostages.", "stormed"),
    ],
)
def test_a_word_beside_the_harm_does_none(coded: Coded, text: str, word: str) -> None:
    beside = [report for report in coded(text) if text[report.trigger_start : report.trigger_end] == word]

    assert beside
    assert all(not report.tolls for report in beside)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Police captured the smuggler Ana Paz in Lima on Friday.", ("COERCE", "arrest")),
        ("Rebels captured the mayor Ana Paz in Lima on Friday.", ("ASSAULT", "abduct")),
    ],
)
def test_whom_police_capture_is_arrested(coded: Coded, text: str, wanted: tuple[str, str]) -> None:
    (report,) = coded(text)

    assert (report.type, report.mode) == wanted
    assert set(report.tolls) == {"detained" if wanted[1] == "arrest" else "abducted"}


def test_what_one_club_wins_from_another_is_no_event(coded: Coded) -> None:
    assert coded("Northfield City captured Haaland on Friday. The midfielder signed for four years.") == ()
