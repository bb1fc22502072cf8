"""Actors are found in small texts that are parsed for real."""

from datetime import date

import pytest

from graph.model import Actor, Article, Published
from ingest.actors import ActorFinder
from ingest.document import Actors, Document
from ingest.parse import Parser

DAY = date(2019, 8, 27)


class Found:
    """The actors of a text, asked for by the words that name them."""

    def __init__(self, document: Document, actors: Actors) -> None:
        self.document, self.actors = document, actors

    def __getitem__(self, word: str) -> Actor:
        """Give the actor whose mention is headed by a word, the last such word of the text."""
        heads = [token.i for token in self.document.tokens if token.text == word and token.i in self.actors.by_head]
        return self.actors.by_id[self.actors.by_head[heads[-1]].actor]

    def __contains__(self, word: str) -> bool:
        return any(token.text == word and token.i in self.actors.by_head for token in self.document.tokens)


@pytest.fixture(scope="module")
def find(parser: Parser, actor_finder: ActorFinder):  # type: ignore[no-untyped-def]
    def found(text: str, day: date | None = DAY) -> Found:
        ((_, document),) = parser.parse([Article("a", "", text, day)])
        return Found(document, actor_finder.find(document, Published(day, day, "given" if day else "inferred")))

    return found


def test_a_demonym_and_a_noun_make_a_group_with_country_and_sector(find) -> None:  # type: ignore[no-untyped-def]
    gunmen = find("Colombian gunmen attacked a convoy.")["gunmen"]

    assert (gunmen.kind, gunmen.country, gunmen.sector) == ("armed_group", "COL", "UAF")


def test_an_army_owned_by_a_state_is_the_one_of_the_lexicon(find) -> None:  # type: ignore[no-untyped-def]
    assert find("Egyptian troops killed three men.")["troops"].id == "egyptian-armed-forces"


def test_officials_of_a_state_stand_for_it(find) -> None:  # type: ignore[no-untyped-def]
    assert find("Kenyan officials met the rebels.")["officials"].id == "kenya"


def test_officials_of_a_group_stand_for_it(find) -> None:  # type: ignore[no-untyped-def]
    assert find("Two Hezbollah officials denied the report.")["officials"].id == "hezbollah"


def test_an_adjective_is_an_actor_of_its_own_where_its_noun_is_none(find) -> None:  # type: ignore[no-untyped-def]
    assert find("Turkish strikes hit the town.")["Turkish"].id == "turkey"


def test_a_capital_that_speaks_is_its_government(find) -> None:  # type: ignore[no-untyped-def]
    assert find("Moscow rejected the accusation.")["Moscow"].id == "russia"


def test_a_capital_after_in_is_a_place(find) -> None:  # type: ignore[no-untyped-def]
    assert "Moscow" not in find("Thousands marched in Moscow.")


def test_a_language_is_no_actor(find) -> None:  # type: ignore[no-untyped-def]
    assert "Arabic" not in find("The minister spoke in Arabic.")


def test_who_wrote_the_piece_is_no_actor(find) -> None:  # type: ignore[no-untyped-def]
    found = find("Rebels shelled the town.\nReuters and Mary Porter contributed to this report.")

    assert "Porter" not in found and "Reuters" not in found


def test_a_surname_is_the_person_named_in_full_before(find) -> None:  # type: ignore[no-untyped-def]
    found = find("Gen. Adam Karim Musa led the attack. Musa was later arrested.")

    assert found["Musa"].name == "Adam Karim Musa"
    assert len([actor for actor in found.actors.by_id.values() if actor.kind == "person"]) == 1


def test_people_in_apposition_belong_to_the_group(find) -> None:  # type: ignore[no-untyped-def]
    found = find("Two Hezbollah officials, Ali Haddad and Karim Saleh, flew to Beirut.")

    assert [part.organisation for part in found["Haddad"].part_of] == ["hezbollah"]
    assert [part.organisation for part in found["Saleh"].part_of] == ["hezbollah"]


def test_a_title_with_a_surname_names_who_held_the_office(find) -> None:  # type: ignore[no-untyped-def]
    bashir = find("Sudanese President Bashir refused to resign.", date(2018, 12, 20))["Bashir"]

    assert (bashir.kind, bashir.country) == ("person", "SDN")
    assert "Omar" in bashir.name


def test_who_rules_a_place_is_named_by_the_lexicon(find) -> None:  # type: ignore[no-untyped-def]
    assert find("The movement that rules Afghanistan closed the schools.", date(2022, 3, 1))["movement"].id == "taliban"


def test_the_group_is_the_last_group_named(find) -> None:  # type: ignore[no-untyped-def]
    assert find("Boko Haram attacked a market. The group also burned a school.")["group"].id == "boko-haram"


def test_a_pronoun_is_the_subject_above_it(find) -> None:  # type: ignore[no-untyped-def]
    assert find("Ethiopia said it had withdrawn.")["it"].id == "ethiopia"


def test_a_pronoun_that_may_mean_two_is_no_mention(find) -> None:  # type: ignore[no-untyped-def]
    assert "it" not in find("Fighting between Ethiopia and Eritrea went on. It was a surprise to all.")


def test_offices_of_a_person_bound_an_undated_text(parser: Parser, actor_finder: ActorFinder) -> None:
    text = "Prime Minister Benjamin Netanyahu, who is also defense minister, ordered it."
    ((_, document),) = parser.parse([Article("a", "", text, None)])

    (constraint,) = actor_finder.constraints(document)

    assert (constraint.first, constraint.last) == (date(2018, 11, 14), date(2019, 11, 12))
    assert "defence minister" in constraint.reason


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Niger's president, Mohamed Bazoum, was held by his guard on Wednesday.", date(2025, 7, 26)),
        ("In 2003 the US president, George W. Bush, sent troops to Baghdad.", None),
    ],
)
def test_a_head_who_was_ousted_or_is_looked_back_on_does_not_end_the_days_of_an_undated_text(
    parser: Parser, actor_finder: ActorFinder, text: str, last: date | None
) -> None:
    ((_, document),) = parser.parse([Article("a", "", text, None)])

    (constraint,) = actor_finder.constraints(document)

    assert constraint.last == last


def test_an_indefinite_office_is_not_that_of_the_state_the_text_is_about(find) -> None:  # type: ignore[no-untyped-def]
    found = find("Myanmar held a parade. Myanmar was quiet. Russia sent a deputy defence minister, Oleg Petrenko.")

    assert found["Petrenko"].country == ""


def test_who_left_an_office_is_no_part_of_the_state(find) -> None:  # type: ignore[no-untyped-def]
    found = find("Maria Kwesi, a former deputy president of Ghana, spoke.")

    assert found["Kwesi"].part_of == ()


def test_a_deputy_is_not_given_the_office_itself(find) -> None:  # type: ignore[no-untyped-def]
    found = find("Peru's deputy defence minister, Ana Quispe, resigned.")

    assert [part.office for part in found["Quispe"].part_of] == ["deputy defence minister"]


def test_the_head_of_a_breakaway_region_is_part_of_it_not_of_the_state(find) -> None:  # type: ignore[no-untyped-def]
    found = find("Arayik Harutyunyan spoke in Stepanakert.", date(2021, 1, 1))

    assert {part.organisation for part in found["Harutyunyan"].part_of} == {"republic-of-artsakh"}


def test_a_surname_the_model_takes_for_a_common_noun_is_found(find) -> None:  # type: ignore[no-untyped-def]
    assert find("Guterres condemned the strike.", date(2022, 7, 1))["Guterres"].name == "António Guterres"


def test_a_capital_that_speaks_is_its_state_and_no_person(find) -> None:  # type: ignore[no-untyped-def]
    assert find("A missile hit the theatre, Kyiv says; Ukraine buried its dead.")["Kyiv"].id == "ukraine"


def test_a_deed_by_a_capital_is_that_of_its_state(find) -> None:  # type: ignore[no-untyped-def]
    assert find("Russia condemned an attack by Kyiv. Ukraine denied it.")["Kyiv"].id == "ukraine"


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Kenyan envoy Ana Paz said her country had been attacked.", "kenya"),
        ("Peru's president, Juan Soto, said his country would not yield to Chile.", "peru"),
    ],
)
def test_somebodys_own_country_is_their_state(find, text: str, state: str) -> None:  # type: ignore[no-untyped-def]
    assert find(text)["country"].id == state


def test_somebody_elses_country_is_no_state_by_guess(find) -> None:  # type: ignore[no-untyped-def]
    assert "country" not in find("Rebels said their country had been sold.")


def test_who_is_told_of_by_a_clause_is_a_person(find) -> None:  # type: ignore[no-untyped-def]
    found = find("Ruben Vardanyan, a billionaire who owned a bank, was arrested by border guards.")

    assert found["Vardanyan"].kind == "person"


def test_who_is_behind_something_by_adjective_is_a_state(find) -> None:  # type: ignore[no-untyped-def]
    assert find("The rebels accepted an Egyptian-brokered truce.")["Egyptian"].id == "egypt"


@pytest.mark.parametrize("words", ["three officers", "security forces"])
def test_forces_that_need_not_be_the_army_are_not_named_so(find, words: str) -> None:  # type: ignore[no-untyped-def]
    found = find(f"LIMA, Peru - A bomb at a checkpoint in Lima killed {words} on Tuesday.")

    assert found[words.split()[-1]].name == f"{words.removeprefix('three ')} in Peru"


def test_a_ministry_told_of_before_is_meant_again(find) -> None:  # type: ignore[no-untyped-def]
    found = find("The Chilean interior ministry closed the border. The ministry declared an alert.")

    assert found["ministry"].country == "CHL"


def test_joined_nations_have_forces_of_their_own(find) -> None:  # type: ignore[no-untyped-def]
    found = find("Syrian and Iraqi troops shelled the town.")

    assert (found["Syrian"].kind, found["Syrian"].country) == ("military", "SYR")
    assert (found["troops"].kind, found["troops"].country) == ("military", "IRQ")


def test_an_adjective_joined_to_another_noun_is_its_state(find) -> None:  # type: ignore[no-untyped-def]
    assert find("Syrian shelling and Iraqi troops emptied the town.")["Syrian"].id == "syria"


@pytest.mark.parametrize(
    ("text", "is_meant"),
    [
        ("Chilean forces shot down a Peruvian helicopter and killed two of its crew.", False),
        ("The Chilean navy said that its soldiers had left.", True),
    ],
)
def test_a_helicopters_crew_is_not_that_of_who_shot_it_down(find, text: str, *, is_meant: bool) -> None:  # type: ignore[no-untyped-def]
    assert ("its" in find(text)) is is_meant


def test_a_commission_of_experts_is_of_no_state(find) -> None:  # type: ignore[no-untyped-def]
    found = find("In May a commission of experts accused the Peruvian government of torture.")

    assert found["commission"].country == ""


def test_a_union_of_a_nations_doctors_is_that_nations(find) -> None:  # type: ignore[no-untyped-def]
    assert find("A union of Chilean doctors said that ten people had died.")["union"].country == "CHL"


@pytest.mark.parametrize(
    ("text", "head", "names"),
    [
        ("The Rapid Support Forces shelled the camp on Monday.", "Forces", {"RSF"}),
        ("Mohamed Hamdan Dagalo spoke to reporters in Khartoum.", "Dagalo", {"Hemedti"}),
        ("Rodrigo Londoño signed the accord in Bogota.", "Londoño", {"Timochenko"}),
        ("The Israel Defense Forces shelled the town on Monday.", "Forces", {"IDF", "Israeli army"}),
        ("The United States condemned the attack on Monday.", "States", {"USA"}),
    ],
)
def test_an_actor_of_the_lexicon_brings_its_other_names(find, text: str, head: str, names: set[str]) -> None:  # type: ignore[no-untyped-def]
    assert names <= set(find(text)[head].aliases)


def test_other_names_tell_more_than_the_name_does(find) -> None:  # type: ignore[no-untyped-def]
    forces = find("The Rapid Support Forces shelled the camp on Monday.")["Forces"]

    assert not [alias for alias in forces.aliases if forces.name in alias]
