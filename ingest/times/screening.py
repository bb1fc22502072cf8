"""Turns down expressions whose surroundings say that they are something else. Rules name these checks."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from ingest.times.around import Around
from ingest.times.genre import Genre
from ingest.times.other import read_day, spoken
from ingest.times.tokens import Word

EDGE = Word("\n", 0, 0, False)


class Scene(NamedTuple):
    """An expression's words first to last (both included), in their text."""

    words: list[Word]
    first: int
    last: int
    genre: Genre
    is_shouted: bool
    around: Around

    def before(self, distance: int = 1) -> Word:
        """Give the word before the expression, or an empty line where there is none."""
        place = self.first - distance
        return self.words[place] if place >= 0 else EDGE

    def after(self, distance: int = 1) -> Word:
        """Give the word after the expression."""
        place = self.last + distance
        return self.words[place] if place < len(self.words) else EDGE

    def has(self, name: str, word: Word) -> bool:
        """Say whether a list of around.toml holds a word."""
        return self.around.has(name, word.lower)

    @property
    def is_one_word(self) -> bool:
        """Say whether the expression is a single word."""
        return self.first == self.last

    @property
    def head(self) -> Word:
        """Give the expression's first word."""
        return self.words[self.first]


def _is_in_name(scene: Scene) -> bool:
    """A capitalised word before, which is no opener: a part of a name."""
    before = scene.before()
    return before.is_capital and not scene.has("opener", before)


def _follows_opener(scene: Scene) -> bool:
    """Say whether a word that a time follows stands before, no sign."""
    return scene.has("opener", scene.before()) and not scene.has("pause", scene.before())


def name_of_person(scene: Scene) -> bool:
    """April Jones, Mr. April: a month between capitalised words."""
    if scene.is_shouted or not scene.is_one_word:
        return False
    after, opens = scene.after(), _follows_opener(scene)
    if (
        after.is_capital
        and not scene.has("sentence-start", after)
        and not opens
        and scene.has("given-name", scene.head)
    ):
        return True
    if scene.before().lower == "." and scene.has("title", scene.before(2)):
        return True
    return after.is_capital and not scene.has("sentence-start", after) and _is_in_name(scene)


def article_in_capitals(scene: Scene) -> bool:
    """THE MARCH, A MAY: in capitals a word after an article is rarely a month."""
    return scene.is_shouted and scene.has("no-month-after", scene.before())


def name_of_season(scene: Scene) -> bool:
    """Prague Spring, Spring Hill: a season as part of a name."""
    if scene.is_shouted or not scene.is_one_word:
        return False
    if scene.before().lower in {"-", "a"} and scene.after().lower == "-":
        return True
    starts_sentence = scene.before().lower in {"\n", "."}
    if scene.head.is_capital and scene.after().is_capital and (scene.genre is Genre.NEWS or not starts_sentence):
        return True
    return scene.head.is_capital and _is_in_name(scene)


def name_of_day(scene: Scene) -> bool:
    """Sheffield Wednesday won: a weekday as part of a name."""
    if scene.is_shouted or not scene.is_one_word:
        return False
    return _is_in_name(scene) and (scene.after().is_capital or scene.has("result", scene.after()))


def amount(scene: Scene) -> bool:
    """2000-strong, AK-1947: four digits that count or belong to a code."""
    if scene.before().lower == "-" and len(scene.before(2).lower) < 3:
        return True
    return scene.after().lower == "-" and scene.has("counted-by-dash", scene.after(2))


def round_number(scene: Scene) -> bool:
    """In 1500 soldiers: a round number counts whom it stands before."""
    return scene.head.lower.endswith("00")


def degrees(scene: Scene) -> bool:
    """In the 80s, of temperatures."""
    around = {scene.before(n).lower for n in range(1, 8)} | {scene.after(n).lower for n in range(1, 4)}
    return bool(around & scene.around.lists["temperature"])


def sport(scene: Scene) -> bool:
    """The fourth quarter of a match: a part of a game, not of a year."""
    around = {scene.before(n).lower for n in range(1, 13)} | {scene.after(n).lower for n in range(1, 9)}
    return bool(around & scene.around.lists["sport"]) and not any(
        word.lower.isdigit() for word in scene.words[scene.first : scene.last + 1]
    )


def age(scene: Scene) -> bool:
    """In his early 40s: years of a life."""
    return any(scene.has("possessive", scene.before(distance)) for distance in (1, 2))


def day_and_night(scene: Scene) -> bool:
    """The day-to-day, past day-trippers."""
    return scene.after().lower == "-" and scene.has("joined-to-day", scene.after(2))


def now_that(scene: Scene) -> bool:
    """Now that …: a cause, not a time."""
    after = scene.after()
    is_cause = scene.has("cause", after) or (scene.genre is Genre.NEWS and after.lower == "-")
    return scene.has("present", scene.head) and is_cause


def one_day(scene: Scene) -> bool:
    """One day he said: no length of time; nor "a second", which is mostly "another"."""
    words = [word.lower for word in scene.words[scene.first : scene.last + 1]]
    phrase = " ".join(words)
    is_some_day = scene.around.has("some-day", phrase) or (
        scene.around.has("one-day", phrase) and scene.head.is_capital
    )
    return is_some_day or scene.around.has("no-unit", words[-1])


def length_of_matter(scene: Scene) -> bool:
    """Forty hours of video: how much there is of it, not how long something lasted."""
    return scene.after().lower == "of" and scene.has("matter", scene.after(2))


def those_days(scene: Scene) -> bool:
    """In those days, his last days: no length of time."""
    return scene.is_one_word and scene.has("no-length", scene.before())


def name_of_paper(scene: Scene) -> bool:
    """The Daily Star: a capitalised frequency inside a name."""
    return not scene.is_shouted and scene.head.is_capital and scene.after().is_capital


def greeting(scene: Scene) -> bool:
    """Good evening; Saturday Night Live."""
    return scene.has("greeting", scene.before()) or (
        not scene.is_shouted and scene.is_one_word and scene.head.is_capital and scene.after().is_capital
    )


def name_of_show(scene: Scene) -> bool:
    """Saturday Night Live, the Tet offensive: a part of the day or a holy day inside a name."""
    if scene.has("event-noun", scene.after()) and not scene.has("choosing", scene.head):
        return scene.words[scene.last].lower not in scene.around.parts
    return not scene.is_shouted and scene.words[scene.last].is_capital and scene.after().is_capital


def name_in_story(scene: Scene) -> bool:
    """In a narrative a holy day often stands for what happened on it; only a preposition makes it a time."""
    words = scene.words[scene.first : scene.last + 1]
    is_dated = words[-1].lower.isdigit() or scene.has("choosing", words[0])
    before = scene.before(2) if scene.before().lower == "the" else scene.before()
    return scene.genre is Genre.NARRATIVE and not is_dated and not scene.has("time-preposition", before)


def name_of_group(scene: Scene) -> bool:
    """The 19 April Movement, 17 November group: a date that names a group or a place."""
    return scene.has("dated-name", scene.after()) and not _is_dated(scene, scene.before())


def month_in_name(scene: Scene) -> bool:
    """The 14 July neighborhood: what is left of a date that names a group or a place."""
    is_of_day = scene.is_one_word and scene.before().lower.isdigit() and not _is_dated(scene, scene.before(2))
    return is_of_day and scene.has("dated-name", scene.after())


def _is_dated(scene: Scene, before: Word) -> bool:
    """Say whether a word puts a date before a small noun: "on 19 April army troops", but "of the 19 April Movement"."""
    is_named = scene.after().is_capital and not scene.is_shouted
    return scene.has("day-preposition", before) and not is_named


def row_of_ordinals(scene: Scene) -> bool:
    """On the 2nd and lowest step: an ordinal joined to another word of order; a day where a deed follows."""
    after = scene.after(2)
    is_joined = scene.head.lower == "the" and scene.after().lower == "and"
    is_verb = after.lower.endswith("ed") or scene.has("past", after) or scene.has("deed", after)
    return is_joined and not (is_verb or scene.has("subject", after))


def day_of_unit(scene: Scene) -> bool:
    """The first day of the month: a day of the calendar, not of a battle."""
    return scene.after().lower == "of" and scene.has("day-of", scene.after(3))


def unreadable(scene: Scene) -> bool:
    """What dateparser cannot read as a day is none."""
    return read_day(spoken([word.lower for word in scene.words[scene.first : scene.last + 1]])) is None


def score(scene: Scene) -> bool:
    """2:1 is a score; 2:10 may be a time."""
    digits = scene.head.lower.split(":")
    return len(digits) == 2 and len(digits[1]) == 1


def name_of_product(scene: Scene) -> bool:
    """Writer '11: two digits after a name, or after no word that a year follows."""
    before = scene.before()
    is_month = before.lower in scene.around.months.values()
    return scene.is_one_word and not (is_month or scene.has("opener", before) or scene.has("season", before))


def garment(scene: Scene) -> bool:
    """This evening gown."""
    return scene.has("evening-thing", scene.after())


def year_of_others(scene: Scene) -> bool:
    """A year of another calendar: "the Iranian year 1402"."""
    return scene.before().lower == "year" and scene.has("calendar-name", scene.before(2))


CHECKS: Mapping[str, Callable[[Scene], bool]] = {
    "name-of-person": name_of_person,
    "article-in-capitals": article_in_capitals,
    "name-of-season": name_of_season,
    "name-of-day": name_of_day,
    "amount": amount,
    "year-of-others": year_of_others,
    "round": round_number,
    "degrees": degrees,
    "age": age,
    "sport": sport,
    "day-and-night": day_and_night,
    "now-that": now_that,
    "one-day": one_day,
    "length-of-matter": length_of_matter,
    "those-days": those_days,
    "name-of-paper": name_of_paper,
    "greeting": greeting,
    "name-of-show": name_of_show,
    "name-in-story": name_in_story,
    "name-of-group": name_of_group,
    "month-in-name": month_in_name,
    "row-of-ordinals": row_of_ordinals,
    "day-of-unit": day_of_unit,
    "unreadable": unreadable,
    "score": score,
    "name-of-product": name_of_product,
    "garment": garment,
}
