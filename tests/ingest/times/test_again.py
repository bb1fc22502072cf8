"""Events dated by another telling of them in the same article."""

from collections.abc import Callable
from datetime import date

from graph.model import Basis, When

Dating = Callable[..., tuple[When, ...]]
# Word/lemma/part of speech/tag/dependency/head, the heads counted from the start of the row.
BOMBS = (
    "Two/two/NUM/CD/nummod/1 bombs/bomb/NOUN/NNS/nsubj/2 damaged/damage/VERB/VBD/ROOT/2 it/it/PRON/PRP/dobj/2 "
    "././PUNCT/./punct/2"
)
THIS = (
    "This/this/PRON/DT/nsubj/1 happened/happen/VERB/VBD/ROOT/1 on/on/ADP/IN/prep/1 Friday/friday/PROPN/NNP/pobj/2 "
    "././PUNCT/./punct/1"
)
SHOT = (
    "Gunmen/gunman/NOUN/NNS/nsubj/1 shot/shoot/VERB/VBD/ROOT/1 the/the/DET/DT/det/3 mayor/mayor/NOUN/NN/dobj/1 "
    "on/on/ADP/IN/prep/1 Friday/friday/PROPN/NNP/pobj/4 ././PUNCT/./punct/1"
)
MURDER = (
    "The/the/DET/DT/det/1 murder/murder/NOUN/NN/nsubj/5 of/of/ADP/IN/prep/1 the/the/DET/DT/det/4 "
    "{}/{}/NOUN/NN/pobj/2 shocked/shock/VERB/VBD/ROOT/5 many/many/ADJ/JJ/dobj/5 ././PUNCT/./punct/5"
)


def test_a_sentence_that_only_says_when_dates_the_one_before(when_of: Dating) -> None:
    assert [when.edtf for when in when_of("damaged", BOMBS, THIS)] == ["2019-08-23"]


def test_two_words_tell_one_deed_where_both_name_who_suffered_it(when_of: Dating) -> None:
    (same,) = when_of("murder", SHOT, MURDER.format("mayor", "mayor"))

    assert (same.edtf, same.basis) == ("2019-08-23", Basis.INFERRED)


def test_the_same_word_with_another_sufferer_is_another_deed(when_of: Dating) -> None:
    of_priest = SHOT.replace("shot/shoot", "shot/murder").replace("mayor/mayor", "priest/priest")
    in_may = of_priest.replace("Friday/friday/PROPN/NNP/pobj/4", "3/3/NUM/CD/nummod/6 May/may/PROPN/NNP/pobj/4")
    (other,) = when_of("murder", in_may, MURDER.format("mayor", "mayor"))
    (same,) = when_of("murder", in_may, MURDER.format("priest", "priest"))

    assert same.edtf == "2019-05-03"
    assert not other.is_day()


def test_who_a_relative_clause_describes_is_who_the_deed_befell(when_of: Dating) -> None:
    gunned = (
        "The/the/DET/DT/det/1 murder/murder/NOUN/NN/nsubj/12 of/of/ADP/IN/prep/1 the/the/DET/DT/det/4 "
        "mayor/mayor/NOUN/NN/pobj/2 who/who/PRON/WP/nsubjpass/7 was/be/AUX/VBD/auxpass/7 shot/shoot/VERB/VBN/relcl/4 "
        "dead/dead/ADJ/JJ/oprd/7 on/on/ADP/IN/prep/7 3/3/NUM/CD/nummod/11 May/may/PROPN/NNP/pobj/9 "
        "shocked/shock/VERB/VBD/ROOT/12 many/many/ADJ/JJ/dobj/12 ././PUNCT/./punct/12"
    )
    (when,) = when_of("murder", gunned)

    assert (when.edtf, when.basis) == ("2019-05-03", Basis.INFERRED)


def test_no_later_telling_ahead_of_publication_dates_what_is_told_as_past(when_of: Dating) -> None:
    landed = "It/it/PRON/PRP/nsubj/1 landed/land/VERB/VBD/ROOT/1 ././PUNCT/./punct/1"
    lands = (
        "It/it/PRON/PRP/nsubj/2 will/will/AUX/MD/aux/2 land/land/VERB/VB/ROOT/2 on/on/ADP/IN/prep/2 "
        "3/3/NUM/CD/nummod/5 September/september/PROPN/NNP/pobj/3 ././PUNCT/./punct/2"
    )
    (when,) = when_of("landed", landed, lands)

    assert when.last == date(2019, 8, 26)


BURST = (
    "Mines/mine/NOUN/NNS/nsubj/1 exploded/explode/VERB/VBD/ROOT/1 on/on/ADP/IN/prep/1 {}/{}/PROPN/NNP/pobj/2 "
    "././PUNCT/./punct/1"
)
BOMBING = (
    "The/the/DET/DT/det/1 bombing/bombing/NOUN/NN/nsubj/2 shocked/shock/VERB/VBD/ROOT/2 many/many/ADJ/JJ/dobj/2 "
    "././PUNCT/./punct/2"
)


def test_the_deed_has_the_one_day_that_other_words_for_it_tell(when_of: Dating) -> None:
    burst, later = BURST.format("Thursday", "thursday"), BURST.format("Saturday", "saturday")
    met = "They/they/PRON/PRP/nsubj/1 met/meet/VERB/VBD/ROOT/1 on/on/ADP/IN/prep/1 Friday/friday/PROPN/NNP/pobj/2"
    (one,) = when_of("bombing", burst, met, BOMBING)
    (two,) = when_of("bombing", burst, later, met, BOMBING)

    assert (one.edtf, one.basis) == ("2019-08-22", Basis.INFERRED)
    assert two.edtf == "2019-08-23?"


def test_what_a_lead_goes_on_to_tell_is_of_the_day_it_has_told_and_not_of_a_like_deed_told_later(
    when_of: Dating,
) -> None:
    lead = (
        "Shells/shell/NOUN/NNS/nsubj/1 hit/hit/VERB/VBD/ROOT/1 the/the/DET/DT/det/3 town/town/NOUN/NN/dobj/1 "
        "on/on/ADP/IN/prep/1 Friday/friday/PROPN/NNP/pobj/4 ././PUNCT/./punct/1"
    )
    earlier = (
        "Bombs/bomb/NOUN/NNS/nsubj/1 exploded/explode/VERB/VBD/ROOT/1 there/there/ADV/RB/advmod/1 "
        "on/on/ADP/IN/prep/1 6/6/NUM/CD/nummod/5 July/july/PROPN/NNP/pobj/3 ././PUNCT/./punct/1"
    )
    told = BOMBS.replace("damaged/damage", "exploded/explode")

    assert [when.edtf for when in when_of("exploded", lead, told, earlier)] == ["2019-08-23?"]
    assert [when.edtf for when in when_of("exploded", told, earlier)] == ["2019-07-06"]


def test_the_attack_somebody_escaped_from_is_of_the_day_of_the_escape_not_of_a_like_one_told_later(
    when_of: Dating,
) -> None:
    escaped = (
        "On/on/ADP/IN/prep/5 3/3/NUM/CD/nummod/2 August/august/PROPN/NNP/pobj/0 the/the/DET/DT/det/4 "
        "mayor/mayor/NOUN/NN/nsubj/5 escaped/escape/VERB/VBD/ROOT/5 unharmed/unharmed/ADJ/JJ/advcl/5 "
        "from/from/ADP/IN/prep/6 an/an/DET/DT/det/9 assault/assault/NOUN/NN/pobj/7 ././PUNCT/./punct/5"
    )
    died = (
        "A/a/DET/DT/det/1 guard/guard/NOUN/NN/nsubj/2 died/die/VERB/VBD/ROOT/2 in/in/ADP/IN/prep/2 "
        "the/the/DET/DT/det/5 Assault/assault/NOUN/NN/pobj/3 ././PUNCT/./punct/2"
    )
    other = (
        "An/an/DET/DT/det/1 assault/assault/NOUN/NN/nsubj/4 on/on/ADP/IN/prep/1 Saturday/saturday/PROPN/NNP/pobj/2 "
        "killed/kill/VERB/VBD/ROOT/4 two/two/NUM/CD/dobj/4 ././PUNCT/./punct/4"
    )

    assert [when.edtf for when in when_of("Assault", escaped, died, other)] == ["2019-08-03"]
