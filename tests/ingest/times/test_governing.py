"""Which time an event takes."""

from datetime import date

import pytest

from graph.model import Basis, Published, When
from ingest.document import Document, Sentence, Token
from ingest.times import TimeFinder, account_of, build_times, govern, govern_all, read_wording

FINDER = TimeFinder(build_times())
WORDS = read_wording()
PUBLISHED = Published(date(2019, 8, 26), date(2019, 8, 26), "given")

# Word/lemma/part of speech/tag/dependency/head, the heads counted from the start of the row.
SHELLED = "Rebels/rebel/NOUN/NNS/nsubj/1 shelled/shell/VERB/VBD/ROOT/1 towns/town/NOUN/NNS/dobj/1 on/on/ADP/IN/prep/1 "
SHELLED += "Sunday/sunday/PROPN/NNP/pobj/3 ././PUNCT/./punct/1"
DIED = "Two/two/NUM/CD/nummod/1 people/people/NOUN/NNS/nsubj/2 died/die/VERB/VBD/ROOT/2 ././PUNCT/./punct/2"
FIRED = (
    "Rockets/rocket/NOUN/NNS/nsubjpass/2 were/be/AUX/VBD/auxpass/2 fired/fire/VERB/VBN/ROOT/2 last/last/ADJ/JJ/amod/4 "
    "Wednesday/wednesday/PROPN/NNP/npadvmod/2 and/and/CCONJ/CC/cc/4 Thursday/thursday/PROPN/NNP/compound/7 "
    "night/night/NOUN/NN/conj/4 ././PUNCT/./punct/2"
)
SAID = (
    "Police/police/NOUN/NNS/nsubj/1 said/say/VERB/VBD/ROOT/1 on/on/ADP/IN/prep/1 Sunday/sunday/PROPN/NNP/pobj/2 "
    "that/that/SCONJ/IN/mark/6 gunmen/gunman/NOUN/NNS/nsubj/6 killed/kill/VERB/VBD/ccomp/1 three/three/NUM/CD/dobj/6 "
    "././PUNCT/./punct/1"
)
AFTER = (
    "After/after/SCONJ/IN/mark/2 rockets/rocket/NOUN/NNS/nsubj/2 hit/hit/VERB/VBD/advcl/10 the/the/DET/DT/det/4 "
    "town/town/NOUN/NN/dobj/2 on/on/ADP/IN/prep/2 Friday/friday/PROPN/NNP/pobj/5 ,/,/PUNCT/,/punct/10 "
    "the/the/DET/DT/det/9 army/army/NOUN/NN/nsubj/10 struck/strike/VERB/VBD/ROOT/10 ././PUNCT/./punct/10"
)
BLAST = (
    "The/the/DET/DT/det/1 blast/blast/NOUN/NN/nsubj/6 that/that/PRON/WDT/nsubj/3 occurred/occur/VERB/VBD/relcl/1 "
    "on/on/ADP/IN/prep/3 Friday/friday/PROPN/NNP/pobj/4 killed/kill/VERB/VBD/ROOT/6 two/two/NUM/CD/dobj/6 "
    "././PUNCT/./punct/6"
)
LEAVE = "Troops/troop/NOUN/NNS/nsubj/2 will/will/AUX/MD/aux/2 leave/leave/VERB/VB/ROOT/2 ././PUNCT/./punct/2"
SINCE = (
    "Clashes/clash/NOUN/NNS/nsubj/2 have/have/AUX/VBP/aux/2 continued/continue/VERB/VBN/ROOT/2 "
    "since/since/ADP/IN/prep/2 May/may/PROPN/NNP/pobj/3 ././PUNCT/./punct/2"
)
MET = "They/they/PRON/PRP/nsubj/1 met/meet/VERB/VBD/ROOT/1 ././PUNCT/./punct/1"
COUNTED = (
    "Mourners/mourner/NOUN/NNS/nsubj/1 buried/bury/VERB/VBD/ROOT/1 their/their/PRON/PRP$/poss/3 "
    "dead/dead/NOUN/NN/dobj/1 on/on/ADP/IN/prep/1 Sunday/sunday/PROPN/NNP/pobj/4 ,/,/PUNCT/,/punct/1 "
    "a/a/DET/DT/det/8 day/day/NOUN/NN/npadvmod/11 after/after/SCONJ/IN/mark/11 soldiers/soldier/NOUN/NNS/nsubj/11 "
    "killed/kill/VERB/VBD/advcl/1 ten/ten/NUM/CD/nummod/13 people/people/NOUN/NNS/dobj/11 in/in/ADP/IN/prep/11 "
    "bloodshed/bloodshed/NOUN/NN/pobj/14 since/since/SCONJ/IN/prep/11 the/the/DET/DT/det/18 "
    "coup/coup/NOUN/NN/pobj/16 of/of/ADP/IN/prep/18 1/1/NUM/CD/nummod/21 February/february/PROPN/NNP/pobj/19 "
    "././PUNCT/./punct/1"
)
HOURS = (
    "Warplanes/warplane/NOUN/NNS/nsubj/1 flattened/flatten/VERB/VBD/ROOT/1 a/a/DET/DT/det/3 "
    "tower/tower/NOUN/NN/dobj/1 on/on/ADP/IN/prep/1 Saturday/saturday/PROPN/NNP/pobj/4 ,/,/PUNCT/,/punct/1 "
    "hours/hour/NOUN/NNS/npadvmod/11 after/after/SCONJ/IN/mark/11 a/a/DET/DT/det/10 strike/strike/NOUN/NN/nsubj/11 "
    "killed/kill/VERB/VBD/advcl/1 ten/ten/NUM/CD/nummod/13 people/people/NOUN/NNS/dobj/11 ././PUNCT/./punct/1"
)
FOUND = (
    "Students/student/NOUN/NNS/nsubjpass/6 who/who/PRON/WP/nsubjpass/4 have/have/AUX/VBP/aux/4 "
    "been/be/AUX/VBN/auxpass/4 kidnapped/kidnap/VERB/VBN/relcl/0 were/be/AUX/VBD/auxpass/6 "
    "found/find/VERB/VBN/ROOT/6 on/on/ADP/IN/prep/6 Friday/friday/PROPN/NNP/pobj/7 ././PUNCT/./punct/6"
)
JUDGE = (
    "The/the/DET/DT/det/1 judge/judge/NOUN/NN/nsubj/5 investigating/investigate/VERB/VBG/acl/1 the/the/DET/DT/det/4 "
    "murder/murder/NOUN/NN/dobj/2 resigned/resign/VERB/VBD/ROOT/5 on/on/ADP/IN/prep/5 Friday/friday/PROPN/NNP/pobj/6 "
    "././PUNCT/./punct/5"
)
BOMBS = (
    "Two/two/NUM/CD/nummod/1 bombs/bomb/NOUN/NNS/nsubj/2 damaged/damage/VERB/VBD/ROOT/2 it/it/PRON/PRP/dobj/2 "
    "././PUNCT/./punct/2"
)
THIS = (
    "This/this/PRON/DT/nsubj/1 happened/happen/VERB/VBD/ROOT/1 on/on/ADP/IN/prep/1 Friday/friday/PROPN/NNP/pobj/2 "
    "././PUNCT/./punct/1"
)
FREED = (
    "Rebels/rebel/NOUN/NNS/nsubj/1 freed/free/VERB/VBD/ROOT/1 him/he/PRON/PRP/dobj/1 today/today/NOUN/NN/npadvmod/1 "
    ",/,/PUNCT/,/punct/1 23/23/NUM/CD/nummod/6 August/august/PROPN/NNP/npadvmod/1 ././PUNCT/./punct/1"
)
SHOT = (
    "Gunmen/gunman/NOUN/NNS/nsubj/1 shot/shoot/VERB/VBD/ROOT/1 the/the/DET/DT/det/3 mayor/mayor/NOUN/NN/dobj/1 "
    "on/on/ADP/IN/prep/1 Friday/friday/PROPN/NNP/pobj/4 ././PUNCT/./punct/1"
)
MURDER = (
    "The/the/DET/DT/det/1 murder/murder/NOUN/NN/nsubj/5 of/of/ADP/IN/prep/1 the/the/DET/DT/det/4 "
    "{}/{}/NOUN/NN/pobj/2 shocked/shock/VERB/VBD/ROOT/5 many/many/ADJ/JJ/dobj/5 ././PUNCT/./punct/5"
)
LEFT = (
    "The/the/DET/DT/det/1 army/army/NOUN/NN/nsubj/2 said/say/VERB/VBD/ROOT/2 on/on/ADP/IN/prep/2 "
    "Friday/friday/PROPN/NNP/pobj/3 that/that/SCONJ/IN/mark/8 rebels/rebel/NOUN/NNS/nsubj/8 had/have/AUX/VBD/aux/8 "
    "left/leave/VERB/VBN/ccomp/2 ././PUNCT/./punct/2"
)
NEXT = (
    "The/the/DET/DT/det/1 change/change/NOUN/NN/nsubj/2 began/begin/VERB/VBD/ROOT/2 next/next/ADJ/JJ/amod/4 "
    "year/year/NOUN/NN/npadvmod/2 ././PUNCT/./punct/2"
)


def document(*rows: str) -> Document:
    """Build a document of sentences written as above."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    text = ""
    for row in rows:
        first = len(tokens)
        for item in row.split():
            word, lemma, pos, tag, dep, head = item.split("/")
            text += " " if text and word not in {".", ","} else ""
            tokens.append(
                Token(len(tokens), word, lemma, pos, tag, dep, first + int(head), len(text), len(text) + len(word), "")
            )
            text += word
        sentences.append(Sentence(len(sentences), tokens[first].start, len(text), first, len(tokens), False))
    children = tuple(tuple(t.i for t in tokens if t.head == i and t.i != i) for i in range(len(tokens)))
    return Document(text, tuple(tokens), children, tuple(sentences))


def when_of(word: str, *rows: str, published: Published = PUBLISHED) -> tuple[When, ...]:
    """Date the event of a word."""
    parsed = document(*rows)
    place = next(token.i for token in parsed.tokens if token.text == word)
    times = FINDER.resolve(parsed.text, FINDER.tag(parsed.text), published)
    return govern_all(account_of(parsed, times, published, WORDS), place)


def test_an_event_takes_the_day_of_its_clause() -> None:
    (when,) = when_of("shelled", SHELLED)

    assert (when.edtf, when.basis, when.expression) == ("2019-08-25", Basis.PUBLICATION, "Sunday")


def test_an_event_without_a_time_takes_the_day_the_story_has_reached() -> None:
    (when,) = when_of("died", SHELLED, DIED)

    assert (when.edtf, when.basis) == ("2019-08-25?", Basis.INFERRED)


def test_a_day_the_story_has_reached_lies_between_days_around_it() -> None:
    (died,) = when_of("died", SHELLED, DIED)
    (shelled,) = when_of("shelled", SHELLED)

    assert died.bounds() == (date(2019, 8, 22), date(2019, 8, 26))
    assert shelled.bounds() == (date(2019, 8, 25), date(2019, 8, 25))


def test_a_night_may_be_the_day_after_but_not_after_publication() -> None:
    assert [when.bounds()[1] for when in when_of("fired", FIRED)] == [date(2019, 8, 22), date(2019, 8, 23)]
    on_friday = Published(date(2019, 8, 22), date(2019, 8, 22), "given")
    assert when_of("fired", FIRED, published=on_friday)[1].bounds() == (date(2019, 8, 22), date(2019, 8, 22))


def test_coordinated_days_make_an_event_each() -> None:
    assert [when.edtf for when in when_of("fired", FIRED)] == ["2019-08-21", "2019-08-22"]


def test_the_day_of_a_report_is_not_the_day_of_what_it_reports() -> None:
    assert [when.edtf for when in when_of("said", SAID)] == ["2019-08-25"]
    assert [when.edtf for when in when_of("killed", SAID)] == ["/2019-08-25"]


def test_what_follows_a_dated_event_happened_on_its_day_or_later() -> None:
    (when,) = when_of("struck", AFTER)

    assert (when.first, when.last) == (date(2019, 8, 23), date(2019, 8, 26))


def test_a_clause_that_describes_an_event_dates_it() -> None:
    assert [when.edtf for when in when_of("blast", BLAST)] == ["2019-08-23"]


def test_what_is_told_as_ahead_is_not_before_publication() -> None:
    (when,) = when_of("leave", LEAVE)

    assert (when.first, when.last) == (date(2019, 8, 26), None)


def test_since_reaches_to_publication() -> None:
    (when,) = when_of("continued", SINCE)

    assert (when.first, when.last) == (date(2019, 5, 1), date(2019, 8, 26))


def test_an_event_nobody_dates_has_bounds_and_no_day() -> None:
    (when,) = when_of("met", MET)

    assert (when.first, when.last, when.edtf, when.basis) == (None, date(2019, 8, 26), "/2019-08-26", Basis.DOCUMENT)


@pytest.mark.parametrize(
    "published", [Published(None, None, "inferred"), Published(date(2008, 1, 1), None, "inferred")]
)
@pytest.mark.parametrize("word", ["shelled", "died"])
def test_in_an_undated_article_no_relative_time_makes_a_day(word: str, published: Published) -> None:
    assert not any(when.is_day() for when in when_of(word, SHELLED, DIED, published=published))


def test_govern_gives_the_first_of_several_days() -> None:
    parsed = document(FIRED)
    times = FINDER.resolve(parsed.text, FINDER.tag(parsed.text), PUBLISHED)

    assert govern(account_of(parsed, times, PUBLISHED, WORDS), 2).edtf == "2019-08-21"


def test_what_the_main_event_came_a_day_after_was_the_day_before() -> None:
    assert [when.edtf for when in when_of("buried", COUNTED)] == ["2019-08-25"]
    (killed,) = when_of("killed", COUNTED)

    assert (killed.edtf, killed.expression) == ("2019-08-24", "a day after")


def test_the_day_of_a_noun_after_since_is_not_that_of_what_it_bounds() -> None:
    assert [when.edtf for when in when_of("coup", COUNTED)] == ["2019-02-01"]
    assert [when.edtf for when in when_of("bloodshed", COUNTED)] == ["2019-08-24"]


def test_hours_before_may_be_the_day_before() -> None:
    (when,) = when_of("strike", HOURS)

    assert (when.first, when.last) == (date(2019, 8, 23), date(2019, 8, 24))


def test_what_a_relative_clause_in_the_perfect_tells_has_not_the_day_of_the_main_clause() -> None:
    (when,) = when_of("kidnapped", FOUND)

    assert (when.first, when.last) == (None, date(2019, 8, 26))


def test_what_somebody_investigates_has_not_the_day_of_the_clause_around() -> None:
    assert not any(when.is_day() for when in when_of("murder", JUDGE))


def test_a_sentence_that_only_says_when_dates_the_one_before() -> None:
    assert [when.edtf for when in when_of("damaged", BOMBS, THIS)] == ["2019-08-23"]


def test_today_named_by_its_date_is_one_day_and_the_date_counts() -> None:
    assert [when.edtf for when in when_of("freed", FREED)] == ["2019-08-23"]


def test_two_words_tell_one_deed_where_both_name_who_suffered_it() -> None:
    (same,) = when_of("murder", SHOT, MURDER.format("mayor", "mayor"))

    assert (same.edtf, same.basis) == ("2019-08-23", Basis.INFERRED)


def test_the_same_word_with_another_sufferer_is_another_deed() -> None:
    of_priest = SHOT.replace("shot/shoot", "shot/murder").replace("mayor/mayor", "priest/priest")
    in_may = of_priest.replace("Friday/friday/PROPN/NNP/pobj/4", "3/3/NUM/CD/nummod/6 May/may/PROPN/NNP/pobj/4")
    (other,) = when_of("murder", in_may, MURDER.format("mayor", "mayor"))
    (same,) = when_of("murder", in_may, MURDER.format("priest", "priest"))

    assert same.edtf == "2019-05-03"
    assert not other.is_day()


def test_what_had_happened_when_it_was_told_was_not_after_that_day() -> None:
    (when,) = when_of("left", LEFT)

    assert (when.first, when.last) == (None, date(2019, 8, 23))


def test_a_past_verb_takes_no_time_ahead_of_publication() -> None:
    assert not any(when.first and when.first > date(2019, 8, 26) for when in when_of("began", NEXT))


def test_who_a_relative_clause_describes_is_who_the_deed_befell() -> None:
    gunned = (
        "The/the/DET/DT/det/1 murder/murder/NOUN/NN/nsubj/12 of/of/ADP/IN/prep/1 the/the/DET/DT/det/4 "
        "mayor/mayor/NOUN/NN/pobj/2 who/who/PRON/WP/nsubjpass/7 was/be/AUX/VBD/auxpass/7 shot/shoot/VERB/VBN/relcl/4 "
        "dead/dead/ADJ/JJ/oprd/7 on/on/ADP/IN/prep/7 3/3/NUM/CD/nummod/11 May/may/PROPN/NNP/pobj/9 "
        "shocked/shock/VERB/VBD/ROOT/12 many/many/ADJ/JJ/dobj/12 ././PUNCT/./punct/12"
    )
    (when,) = when_of("murder", gunned)

    assert (when.edtf, when.basis) == ("2019-05-03", Basis.INFERRED)


def test_what_a_participle_says_of_a_thing_had_happened_by_the_day_of_the_clause() -> None:
    stolen = (
        "The/the/DET/DT/det/2 stolen/steal/VERB/VBN/amod/2 guns/gun/NOUN/NNS/nsubjpass/4 were/be/AUX/VBD/auxpass/4 "
        "found/find/VERB/VBN/ROOT/4 on/on/ADP/IN/prep/4 Friday/friday/PROPN/NNP/pobj/5 ././PUNCT/./punct/4"
    )

    assert [when.edtf for when in when_of("stolen", stolen)] == ["/2019-08-23"]
    assert [when.edtf for when in when_of("found", stolen)] == ["2019-08-23"]


def test_no_later_telling_ahead_of_publication_dates_what_is_told_as_past() -> None:
    landed = "It/it/PRON/PRP/nsubj/1 landed/land/VERB/VBD/ROOT/1 ././PUNCT/./punct/1"
    lands = (
        "It/it/PRON/PRP/nsubj/2 will/will/AUX/MD/aux/2 land/land/VERB/VB/ROOT/2 on/on/ADP/IN/prep/2 "
        "3/3/NUM/CD/nummod/5 September/september/PROPN/NNP/pobj/3 ././PUNCT/./punct/2"
    )
    (when,) = when_of("landed", landed, lands)

    assert when.last == date(2019, 8, 26)


def test_a_year_in_a_name_is_no_time_of_its_sentence() -> None:
    opened = (
        "The/the/DET/DT/det/2 Peace/peace/PROPN/NNP/compound/2 Forum/forum/PROPN/NNP/nsubj/4 "
        "2019/2019/NUM/CD/nummod/2 opened/open/VERB/VBD/ROOT/4 on/on/ADP/IN/prep/4 "
        "Friday/friday/PROPN/NNP/pobj/5 ././PUNCT/./punct/4"
    )
    undated = opened.replace(" on/on/ADP/IN/prep/4 Friday/friday/PROPN/NNP/pobj/5 ././PUNCT/./punct/4", "")

    assert [when.edtf for when in when_of("opened", opened)] == ["2019-08-23"]
    assert [when.edtf for when in when_of("opened", undated)] == ["/2019-08-26"]


def test_years_after_an_event_bound_it_where_the_main_event_has_no_day() -> None:
    passed = (
        "Five/five/NUM/CD/nummod/1 years/year/NOUN/NNS/npadvmod/2 after/after/ADP/IN/prep/8 its/its/PRON/PRP$/poss/4 "
        "founding/founding/NOUN/NN/pobj/2 ,/,/PUNCT/,/punct/8 the/the/DET/DT/det/7 party/party/NOUN/NN/nsubj/8 "
        "split/split/VERB/VBD/ROOT/8 in/in/ADP/IN/prep/8 February/february/PROPN/NNP/pobj/9 ././PUNCT/./punct/8"
    )

    assert [when.edtf for when in when_of("founding", passed)] == ["/2019-02-28"]
    assert [when.edtf for when in when_of("split", passed)] == ["2019-02"]


def test_a_day_that_an_undated_article_tells_as_ahead_is_none_its_story_has_reached() -> None:
    planned = (
        "The/the/DET/DT/det/1 vote/vote/NOUN/NN/nsubjpass/3 is/be/AUX/VBZ/auxpass/3 "
        "scheduled/schedule/VERB/VBN/ROOT/3 for/for/ADP/IN/prep/3 12/12/NUM/CD/nummod/6 June/june/PROPN/NNP/pobj/4 "
        "2012/2012/NUM/CD/nummod/6 ././PUNCT/./punct/3"
    )
    published = Published(date(2011, 5, 1), date(2012, 6, 12), "inferred")

    assert not any(when.is_day() for when in when_of("died", planned, DIED, published=published))


def test_a_distance_after_an_event_is_the_day_itself_and_the_event_lies_before() -> None:
    fell = (
        "The/the/DET/DT/det/1 capture/capture/NOUN/NN/nsubj/2 came/come/VERB/VBD/ROOT/2 on/on/ADP/IN/prep/2 "
        "15/15/NUM/CD/nummod/5 August/august/PROPN/NNP/pobj/3 2019/2019/NUM/CD/nummod/5 ././PUNCT/./punct/2"
    )
    marched = (
        "Two/two/NUM/CD/nummod/1 days/day/NOUN/NNS/npadvmod/2 after/after/ADP/IN/prep/7 the/the/DET/DT/det/4 "
        "seizure/capture/NOUN/NN/pobj/2 ,/,/PUNCT/,/punct/7 protesters/protester/NOUN/NNS/nsubj/7 "
        "marched/march/VERB/VBD/ROOT/7 ././PUNCT/./punct/7"
    ).replace("seizure/", "capture/")
    parsed = document(fell, marched)
    times = FINDER.resolve(parsed.text, FINDER.tag(parsed.text), PUBLISHED)
    account = account_of(parsed, times, PUBLISHED, WORDS)
    places = {token.text: token.i for token in parsed.tokens}

    assert govern(account, places["marched"]).edtf == "2019-08-17"
    assert govern(account, places["capture"]).edtf == "2019-08-15"


def test_the_day_of_a_noun_is_not_that_of_its_verb_where_another_stands_with_it() -> None:
    broke = (
        "The/the/DET/DT/det/1 truce/truce/NOUN/NN/nsubj/5 of/of/ADP/IN/prep/1 3/3/NUM/CD/nummod/4 "
        "May/may/PROPN/NNP/pobj/2 collapsed/collapse/VERB/VBD/ROOT/5 in/in/ADP/IN/prep/5 "
        "August/august/PROPN/NNP/pobj/6 ././PUNCT/./punct/5"
    )

    assert [when.edtf for when in when_of("collapsed", broke)] == ["2019-08-01/2019-08-26"]
    assert [when.edtf for when in when_of("truce", broke)] == ["2019-05-03"]
