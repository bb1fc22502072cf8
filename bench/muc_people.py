"""Says who the people are that MUC-4 asks for among those an incident was done to."""

import re
from dataclasses import dataclass

from ingest.events.quantities import PLURAL

PEOPLE = frozenset(
    (
        "person",
        "civilians",
        "police",
        "religious_group",
        "ethnic_group",
        "labor",
        "students",
        "media",
        "government",
        "court",
    )
)
KINDS = {"people": "civilians"}  # MUC-4 takes who may be anybody for civilians
FIGHTERS = re.compile(
    r"\b(?:military|army|air force|navy|naval|guerrillas?|rebels?|enemy|armed forces|troops?|soldiers?|garrison|brigade"
    r"|battalion|infantry|barracks|helicopters?|armou?red|anti-?aircraft)\b"
)
UNTOLD = frozenset(("casualtie", "other", "two", "three", "four", "five", "dead", "injurie", "casualty", "of", "one"))
PRONOUNS = frozenset(
    (
        *("he", "him", "his", "she", "her", "hers", "they", "them", "their", "it", "its", "we", "us", "our"),
        *("who", "whom", "whose", "others", "those", "that"),
    )
)
_WHOLE = frozenset(("police", "media", "government", "court"))  # who stands for the whole of them in a bare word
_ANYONE = frozenset(("people", "population", "citizen", "civilian", "country", "nation", "public", "society"))
_SOMEBODY = frozenset(  # words that say of people no more than that they are some
    ("people", "person", "man", "men", "woman", "women", "individual", "civilian", "victim", "other", "citizen", "dead")
)
_PREMISES = frozenset(("embassie", "embassy", "consulate", "office", "ministry", "ministrie", "newspaper", "station"))
_UNITS = frozenset(("police", "guard", "government", "junta", "court", "council", "congres", "agency", "service"))
_NUMBER = re.compile(r"[\d,.\s]+")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody an incident was done to: how the text names them, what became of them, how many they are."""

    texts: tuple[str, ...]
    kind: str
    effect: str
    low: int
    high: int
    is_named: bool

    @property
    def name(self) -> str:
        """The name the article gives them first, "" where it gives none."""
        return self.texts[0] if self.is_named else ""

    @property
    def is_group(self) -> bool:
        """Whether they are several of a kind that an article tells of once: "six priests", no mere "six people"."""
        return (
            not self.is_named and self.high > 1 and self.kind not in ("civilians", "police", "military", "government")
        )


def head_of(text: str) -> str:
    """Give the word that heads a phrase, in the singular, in small letters.

    >>> head_of("THE SIX JESUITS OF THE UNIVERSITY")
    'jesuit'
    """
    words = re.split(r"\s(?:of|in|for|from|with|at|on|who)\s", text.lower())[0].split()
    return words[-1].removesuffix("'s").removesuffix("'").removesuffix("s") if words else ""


def is_untold(person: Person) -> bool:
    """Say whether a phrase tells nothing of who somebody is: a number, or "police" where no harm is told."""
    is_bare = not person.effect and not person.is_named and " " not in person.texts[0]
    if head_of(person.texts[-1]) in _ANYONE and not person.effect and not person.high:
        return True
    if is_bare_count(person):
        return False
    return (
        _NUMBER.fullmatch(person.texts[-1]) is not None
        or head_of(person.texts[-1]) in UNTOLD
        or (is_bare and person.kind in _WHOLE)
    )


def is_bare_count(person: Person) -> bool:
    """Say whether harmed are counted and told by no word of who they are: "three others"."""
    return head_of(person.texts[-1]) == "other" and person.high > 1 and person.effect in ("killed", "injured")


def is_particular(person: Person) -> bool:
    """Say whether somebody is named or counted, or a group the reader is taken to know.

    >>> is_particular(Person(("THE JESUITS",), "religious_group", "killed", 2, 99, False))
    True
    >>> is_particular(Person(("PEASANTS",), "civilians", "killed", 2, 99, False))
    False
    """
    is_known = person.effect == "killed" and person.kind != "civilians" and person.texts[0].lower().startswith("the ")
    return (is_counted(person) and not is_bare_count(person)) or is_known


def is_counted(person: Person) -> bool:
    """Say whether somebody is named, or some are counted."""
    return person.is_named or (person.high > 0 and (person.high < (PLURAL.high or 0) or person.low > PLURAL.low))


def is_worse(known: Person, person: Person) -> bool:
    """Say whether a phrase tells more of a victim than the one before: a harm, a count, a death of the wounded."""
    if not known.effect or (person.effect and not is_counted(known) and is_counted(person)):
        return True
    return known.is_named and known.effect == "injured" and person.effect == "killed"


def is_body(text: str) -> bool:
    """Say whether a phrase is headed by a word for a body or where it sits, not for people.

    >>> is_body("EMBASSIES OF TWO STATES"), is_body("JUDGES OF THE COURT")
    (True, False)
    """
    return head_of(text) in _PREMISES | _UNITS


def told_once(people: list[Person]) -> list[Person]:
    """Give people without those told anew by who they are: "one man was killed", and later by his name."""
    kept: list[Person] = []
    for person in people:
        if not any(_tells(other, person) for other in people) and not any(_is_like(one, person) for one in kept):
            kept.append(person)
    return kept


def _is_like(one: Person, person: Person) -> bool:
    """Say whether two plurals nobody counts tell of one known group: "the priests", and later "the Jesuit priests"."""
    is_vague = not is_counted(one) and not is_counted(person)
    return is_vague and one.effect == person.effect and one.kind == person.kind != "civilians"


def _tells(other: Person, person: Person) -> bool:
    """Say whether another phrase says more of the same victims: as many of one fate, by name or by what they are."""
    if other is person or person.is_named or other.effect != person.effect:
        return False
    head = head_of(person.texts[-1])
    if head not in _SOMEBODY:
        return _tells_group(other, person, head)
    is_known = head_of(other.texts[-1]) not in _SOMEBODY or other.is_named
    return is_known and (other.low == person.low or head == "victim")


def _tells_group(other: Person, person: Person, head: str) -> bool:
    """Say whether another phrase counts or names those a plural or "the" points back to: "the priests", "the judge"."""
    if is_counted(person) and not person.texts[-1].lower().startswith("the "):
        return False
    words = re.findall(r"\w+", " ".join(other.texts).lower())
    is_same = any(word.removesuffix("s") == head for word in words) or other.kind == person.kind != "civilians"
    return is_same and is_counted(other) and other.low >= person.low
