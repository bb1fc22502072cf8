"""Who tells what of whom: what a party says of another is a claim."""

from collections.abc import Callable

from graph.model import Actor, Argument, Kind, Membership, Report, Status
from ingest.events.claims import is_of_another

Stated = Callable[[str], dict[str, Report]]
BY_ID = {
    "army": Actor("army", "Army", Kind.MILITARY, "SDN", "MIL"),
    "rsf": Actor("rsf", "RSF", Kind.MILITIA, "SDN", "PRM"),
    "leader": Actor("leader", "A Leader", Kind.PERSON, "SDN", "PRM", part_of=(Membership("rsf"),)),
    "general": Actor("general", "A General", Kind.PERSON, "SDN", "MIL", part_of=(Membership("rsf"),)),
    "chief": Actor("chief", "A Chief", Kind.PERSON, "SDN", "GOV", part_of=(Membership("sudan"),)),
    "officer": Actor("officer", "An Officer", Kind.PERSON, "SDN", "MIL", part_of=(Membership("army"),)),
    "un": Actor("un", "UN", Kind.IGO),
    "gunmen": Actor("gunmen", "gunmen", Kind.ARMED_GROUP, "", "UAF"),
}


def said(actor: str, text: str = "The Name") -> Argument:
    return Argument(actor, text, 0, len(text))


def test_what_a_party_tells_of_another_is_a_claim() -> None:
    assert is_of_another(said("rsf"), [said("army")], BY_ID)
    assert is_of_another(said("army"), [said("leader")], BY_ID)
    assert is_of_another(said("general"), [said("chief")], BY_ID)


def test_what_a_party_tells_of_itself_or_a_neutral_body_of_anyone_is_none() -> None:
    assert not is_of_another(said("leader"), [said("rsf")], BY_ID)
    assert not is_of_another(said("general"), [said("rsf")], BY_ID)
    assert not is_of_another(said("officer"), [said("chief")], BY_ID)
    assert not is_of_another(said("un"), [said("army")], BY_ID)


def test_a_deed_of_nobody_named_is_no_claim() -> None:
    assert not is_of_another(said("army"), [said("gunmen", "gunmen")], BY_ID)
    assert not is_of_another(said("army"), [], BY_ID)


def test_a_common_noun_at_the_head_of_a_sentence_is_no_named_side(stated: Stated) -> None:
    told = stated("Gunmen killed three men in Kano, police said. Boko Haram shot two others, police said.")

    assert (told["killed"].status, told["shot"].status) == (Status.ACTUAL, Status.CLAIMED)


def test_rebels_are_a_side_of_their_own_at_the_head_of_a_sentence_too(stated: Stated) -> None:
    assert stated("Separatists killed ten civilians, the army said.")["killed"].status is Status.CLAIMED
