"""What reads like a hostile deed and is none is not told: services that stop, warnings of a danger, crashes."""

from collections.abc import Callable

import pytest

from graph.model import Report, Status

Stated = Callable[[str], dict[str, Report]]


@pytest.mark.parametrize(
    ("service", "blockade"),
    [
        (
            "Airlines suspended flights to Beirut on Monday as the fighting went on.",
            "Poland suspended flights to Belarus on Monday.",
        ),
        ("The opposition party suspended its activities in Bamako.", "Russia halted the work of Radio Liberty."),
        ("The university suspended the activities of a club.", "Uganda suspended the activities of 54 charities."),
        (
            "Flights to Juba remain suspended after the attack on the airport.",
            "Ethiopia suspended flights of aid agencies to Tigray.",
        ),
        (
            "The agency suspended its vaccinations in Goma after rebels attacked the clinic.",
            "The government suspended the work of foreign charities.",
        ),
        (
            "The World Food Programme suspended deliveries in Darfur after the raid on its depot.",
            "Israel halted deliveries of food and fuel to Gaza.",
        ),
        (
            "Schools in Kharkiv suspended lessons after the shelling of the town.",
            "The donors suspended deliveries of aid to Mali on Monday.",
        ),
        (
            "The Red Cross suspended deliveries of food to Aleppo on Monday.",
            "The Serb army halted deliveries of food to Srebrenica.",
        ),
        (
            "The charity suspended its work in Kunduz after the attack.",
            "Israel stopped the delivery of fuel to Gaza.",
        ),
    ],
)
def test_a_service_that_stops_is_hostile_only_where_a_power_cuts_somebody_off(
    stated: Stated, service: str, blockade: str
) -> None:
    assert "suspended" not in stated(service)
    assert [report.type for report in stated(blockade).values()] == ["SANCTION"]


def test_a_channel_taken_off_the_air_is_censored_and_lessons_that_stop_are_not(stated: Stated) -> None:
    assert not stated("Ukraine suspended the broadcasts of lessons in Kharkiv on Monday.")
    assert stated("The regulator suspended transmission of an opposition channel.")["suspended"].mode == "censor"


@pytest.mark.parametrize(
    "text",
    [
        "The European Union halted security cooperation with Niger.",
        "The donors suspended aid deliveries to Mali on Monday.",
        "The World Food Programme suspended aid deliveries in Darfur after the raid on its depot.",
        "A decree of the council stopped the work of groups such as Doctors Without Borders.",
    ],
)
def test_who_ends_what_is_given_to_others_is_told(stated: Stated, text: str) -> None:
    assert any(report.type == "SANCTION" for report in stated(text).values())


@pytest.mark.parametrize(
    ("accident", "attack"),
    [
        (
            "A transport plane of the Sudanese air force crashed near Atbara on Monday, killing six soldiers.",
            "A hijacked plane crashed into the Pentagon, killing 184 people.",
        ),
        (
            "An army helicopter crashed into a house in Cali on Monday, killing four people.",
            "A missile crashed into a house in Odesa on Monday, killing two people.",
        ),
        (
            "A drone of the army crashed near Tillaberi on Monday, wounding two soldiers.",
            "Drones crashed into an oil depot in Samara on Monday, wounding four workers.",
        ),
        (
            "A car crashed into a wall in Richmond, killing a woman.",
            "A car crashed into a crowd of protesters in Charlottesville, killing a woman.",
        ),
        (
            "A truck carrying explosives crashed into a bus in Accra, killing ten people.",
            "A truck packed with explosives crashed into a hotel in Mogadishu, killing ten people.",
        ),
        (
            "A bus crashed into a barrier in Sderot on Monday, wounding three children.",
            "A rocket crashed into a school in Sderot on Monday, wounding three children.",
        ),
        (
            "A military plane crashed into a hospital in Donetsk, killing a nurse.",
            "A shell crashed into a hospital in Donetsk, killing a nurse.",
        ),
    ],
)
def test_a_crash_is_an_attack_only_where_somebody_sent_what_crashed(stated: Stated, accident: str, attack: str) -> None:
    told = [report for report in stated(attack).values() if report.type == "ASSAULT"]

    assert not stated(accident)
    assert any(report.tolls for report in told)


@pytest.mark.parametrize(
    "text",
    [
        "A Proton rocket crashed in Kazakhstan, injuring three villagers.",
        "A truck crashed into a religious procession in Kerala, killing ten people.",
        "A car crashed into the gate of the embassy in Bern, injuring a guard.",
        "A bomb disposal robot crashed in Leeds, injuring a policeman.",
        "A plane chartered by the terrorist's family crashed in Yemen, killing six people.",
    ],
)
def test_what_crashes_by_accident_is_no_attack(stated: Stated, text: str) -> None:
    assert not any(report.type == "ASSAULT" for report in stated(text).values())


@pytest.mark.parametrize(
    "text",
    [
        "A car driven by a suicide bomber crashed into a base in Kabul, killing ten soldiers.",
        "A truck packed with dynamite crashed into a bank in Bogota, killing ten people.",
        "A hijacked passenger plane crashed into the defence ministry in Lima, killing ten people.",
        "A mortar shell crashed into a market in Aden, killing ten people.",
        "A rocket launched from Gaza crashed into a house in Sderot, wounding three children.",
    ],
)
def test_what_is_sent_to_crash_is_an_attack(stated: Stated, text: str) -> None:
    assert any(report.type == "ASSAULT" for report in stated(text).values())


def test_those_a_suicide_truck_kills_are_counted(stated: Stated) -> None:
    told = stated("A suicide truck crashed into a barracks in Beirut, killing 241 soldiers.")

    assert told["killing"].tolls["killed"].low == 241


def test_soldiers_sent_fleeing_are_not_sent(stated: Stated) -> None:
    assert "sent" not in stated("The assault sent soldiers and police fleeing to the airport in Kunduz.")


def test_a_road_is_taken_and_not_abducted(stated: Stated) -> None:
    assert stated("Rebels who captured the airport road on Tuesday shelled Goma.")["captured"].mode == ""


def test_the_holder_of_an_office_does_not_lose_it_to_his_own_army(stated: Stated) -> None:
    report = stated("The army retook the governor's office in Aden on Monday.")["retook"]

    assert not report.recipients


def test_a_loss_conceded_is_no_concession(stated: Stated) -> None:
    assert "conceded" not in stated("Syria conceded the loss of 16 planes on Monday.")


@pytest.mark.parametrize(
    "text",
    [
        "A helicopter crashed near Kandahar on Monday; the Taliban claimed to have shot it down.",
        "The rebels claimed to have killed twenty soldiers in Goma on Monday.",
    ],
)
def test_what_one_claims_to_have_done_is_a_claim(stated: Stated, text: str) -> None:
    reports = [report for report in stated(text).values() if report.type == "ASSAULT"]

    assert [report.status for report in reports] == [Status.CLAIMED]


def test_who_dies_when_a_shell_falls_is_told(stated: Stated) -> None:
    assert (
        stated("At least 17 people died when a mortar bomb fell on a clinic in Kigali.")["died"].tolls["killed"].low
        == 17
    )


def test_who_dies_when_a_shell_falls_did_not_die_of_the_deed_told_beside(stated: Stated) -> None:
    told = stated("The army pounded rebel lines near Kigali, and 17 people died when a shell fell on a clinic.")

    assert not told["pounded"].tolls
    assert not told["died"].retells


def test_help_that_talks_are_about_is_not_given_yet(stated: Stated) -> None:
    told = stated("Talks between Mali and Tuareg rebels on the evacuation of Kidal are going on.")

    assert "evacuation" not in told


@pytest.mark.parametrize(
    ("text", "trigger", "mediators"),
    [
        (
            "Armenia and Azerbaijan exchanged prisoners on Monday through the Red Cross.",
            "exchanged",
            {"international-committee-of-the-red-cross"},
        ),
        ("The rebels freed three hostages with the help of Qatar.", "freed", {"qatar"}),
        ("Ukraine and Russia swapped prisoners in a deal brokered by Turkey.", "swapped", {"turkey"}),
        ("Hamas released two women after mediation by Qatar and Egypt.", "released", {"qatar", "egypt"}),
    ],
)
def test_who_helps_captives_home_mediates(stated: Stated, text: str, trigger: str, mediators: set[str]) -> None:
    assert {one.actor for one in stated(text)[trigger].mediators} == mediators


@pytest.mark.parametrize(
    "text",
    [
        "Warplanes bombed a market in Idlib on Monday. At least 20 people were killed in the strike.",
        "A bomb went off in Kabul on Monday. Ten people died in the blast.",
    ],
)
def test_who_is_killed_in_the_strike_is_killed_by_the_one_told_before(
    coded: Callable[[str], tuple[Report, ...]], text: str
) -> None:
    first, *others = coded(text)

    assert others
    assert all(report.retells == first.id for report in others)


def test_who_is_killed_in_a_strike_elsewhere_is_not(coded: Callable[[str], tuple[Report, ...]]) -> None:
    first, *others = coded("Israel struck Tyre on Monday. Five people were killed in the raid on Sidon.")

    assert all(report.retells != first.id for report in others)


@pytest.mark.parametrize("bomb", ["car bomb", "truck bomb", "roadside bomb"])
def test_a_bomb_and_its_blast_are_one(coded: Callable[[str], tuple[Report, ...]], bomb: str) -> None:
    reports = coded(f"A {bomb} exploded in Kabul on Monday.")

    assert len({report.retells or report.id for report in reports}) == 1


def test_an_attack_that_begins_an_offensive_is_told_once(stated: Stated) -> None:
    told = stated("Guerrillas attacked the palace in San Salvador, starting their biggest offensive in years.")

    assert told["offensive"].retells == told["attacked"].id


def test_a_state_that_stops_the_broadcasts_by_a_station_censors(stated: Stated) -> None:
    assert stated("Burkina Faso suspended broadcasts by the BBC.")["suspended"].mode == "censor"
    assert not stated("The BBC suspended broadcasts in Moscow.")
