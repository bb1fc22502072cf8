"""Whose deed it is, and to whom, where words near it mislead: joined clauses, hired men, officers, those set free."""

from collections.abc import Callable

import pytest

from graph.model import Report, Status

Stated = Callable[[str], dict[str, Report]]


def ids(arguments: object) -> list[str]:
    return [one.actor for one in arguments]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("Under the deal, Hamas will free hostages and Israel will release prisoners.", "release", ["israel"]),
        ("Hamas vowed revenge and fired rockets at Ashdod.", "fired", ["hamas"]),
        (
            "Tuareg separatists and jihadists from JNIM attacked a convoy near Gao.",
            "attacked",
            ["tuareg-separatists-armed-group", "jnim"],
        ),
        ("The M23 rebels marched on Butembo on Monday.", "marched", ["m23"]),
        ("Indian and Pakistani troops fought near Uri.", "fought", ["indian-armed-forces", "pakistan-army"]),
        ("Burkina Faso and Niger said they would send troops to Mali.", "send", ["burkina-faso", "niger"]),
        ("The Hamas-run interior ministry arrested 12 men in Gaza.", "arrested", ["hamas"]),
        ("Baghdad protested to the Turkish ambassador.", "protested", ["iraq"]),
        ("Iran and Iraq exchanged fire, each accusing the other of firing first.", "accusing", ["iran", "iraq"]),
    ],
)
def test_a_deed_is_that_of_its_own_doer(stated: Stated, text: str, trigger: str, actors: list[str]) -> None:
    report = stated(text)[trigger]

    assert ids(report.actors) == actors
    assert report.status in (Status.ACTUAL, Status.PLANNED)


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        (
            "Police detained the opposition leader Juan Paz. Interior Minister Pedro Soto accused him of planning a "
            "coup. Brazil called for his release.",
            "called",
            ["juan-paz-person"],
        ),
        ("Kenya promised to deploy 600 more police.", "promised", []),
        (
            "Gunmen burned down a police station in Haiti and killed two officers.",
            "killed",
            ["policemen-in-haiti-police-hti"],
        ),
        (
            "Jihadists and Russian mercenaries fought near Gao. Algeria denied sheltering the rebels.",
            "sheltering",
            ["rebels-armed-group"],
        ),
    ],
)
def test_a_deed_is_done_to_its_own_victim(stated: Stated, text: str, trigger: str, recipients: list[str]) -> None:
    assert ids(stated(text)[trigger].recipients) == recipients


def test_what_hangs_on_a_condition_is_not_threatened(stated: Stated) -> None:
    assert stated("The premier threatened to sink ships if the raids continued.")["raids"].status is Status.CONDITIONAL


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("Refugees from Mosul in Turkey protested.", "protested", "Turkey"),
        ("The junta in Bamako said that 12 attackers were killed.", "killed", ""),
        ("Police in Bamako said that 12 attackers were killed.", "killed", "Bamako"),
    ],
)
def test_where_people_are_from_and_who_tells_it_is_not_where_it_was(
    stated: Stated, text: str, trigger: str, place: str
) -> None:
    found = stated(text)[trigger].place

    assert (found.place.name if found else "") == place


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("The Resistance Committee of Omdurman condemned the army.", "condemned", "ngo"),
        ("The Security Committee of Khartoum banned marches.", "banned", "government"),
    ],
)
def test_committees_of_citizens_are_no_government(stated: Stated, text: str, trigger: str, kind: str) -> None:
    [actor] = ids(stated(text)[trigger].actors)

    assert f"-{kind}" in actor
