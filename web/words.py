"""The words the pages use for types, signs, statuses and kinds."""

from enum import StrEnum

from graph.plover import plover


class Sign(StrEnum):
    """How events are told apart in colour: done in hostility, said in hostility, or done together."""

    HOSTILE = "hostile"
    VERBAL = "verbal"
    COOPERATIVE = "cooperative"

    def quads(self) -> tuple[str, ...]:
        """Give the quad classes of PLOVER that bear this sign."""
        return SIGN_QUADS[self]


SIGN_NAMES = {
    Sign.HOSTILE: "Hostile acts",
    Sign.VERBAL: "Hostile words",
    Sign.COOPERATIVE: "Cooperation",
}

SIGN_QUADS = {
    Sign.HOSTILE: ("MX",),
    Sign.VERBAL: ("VX",),
    Sign.COOPERATIVE: ("VC", "MC"),
}

QUAD_SIGNS = {quad: sign for sign, quads in SIGN_QUADS.items() for quad in quads}

TYPE_NAMES = {
    "AGREE": "Agrees",
    "CONSULT": "Meets or talks",
    "SUPPORT": "Backs",
    "CONCEDE": "Concedes",
    "COOPERATE": "Cooperates",
    "AID": "Gives aid",
    "RETREAT": "Yields or withdraws",
    "REQUEST": "Demands",
    "ACCUSE": "Accuses",
    "REJECT": "Rejects",
    "THREATEN": "Threatens",
    "PROTEST": "Protests",
    "SANCTION": "Sanctions",
    "MOBILIZE": "Mobilises",
    "COERCE": "Coerces",
    "ASSAULT": "Attacks",
}

# Modes told without their type: in plain words, to drive people from their homes is no sanction.
MODE_NAMES = {
    ("SANCTION", "expel"): "Expels or displaces",
    ("SANCTION", "convict"): "Convicts",
    ("SANCTION", "withdraw"): "Calls its people home",
    ("SANCTION", "discontinue"): "Imposes sanctions or cuts dealings",
}

# Kinds of actors that their own word does not tell a reader.
KIND_NAMES = {"igo": "organisation of states", "ngo": "non-governmental organisation"}

STATUS_NAMES = {
    "actual": "Happened",
    "ongoing": "Going on",
    "attempted": "Attempted",
    "planned": "Planned",
    "threatened": "Threatened",
    "called_for": "Called for",
    "denied": "Denied",
    "claimed": "Claimed",
    "accused": "Accused of",
    "conditional": "Conditional",
    "habitual": "Habitual",
    "historical": "Historical",
}

CONFIDENCE_NAMES = {
    "fact": "told as a fact",
    "claimed": "claims it",
    "accused": "accused of it",
    "possible": "possibly",
}


def confidence_name(confidence: str) -> str:
    """Say how sure it is that somebody did a deed."""
    return CONFIDENCE_NAMES.get(confidence, confidence)


def sign_of(quad: str | None) -> str:
    """Give the sign of a quad class, "" where it has none.

    >>> sign_of("MX")
    'hostile'
    """
    return str(QUAD_SIGNS.get(quad or "", ""))


def type_name(kind: str | None) -> str:
    """Give a type in plain words; one that is not PLOVER's stays as it is.

    >>> type_name("ASSAULT"), type_name("OTHER")
    ('Attacks', 'OTHER')
    """
    return TYPE_NAMES.get(kind or "", kind or "")


def deed_name(kind: str | None, mode: str | None) -> str:
    """Give a type and its mode in plain words.

    >>> deed_name("ASSAULT", "heavy-weapons"), deed_name("SANCTION", "expel"), deed_name("AID", "")
    ('Attacks, heavy weapons', 'Expels or displaces', 'Gives aid')
    """
    words = (mode or "").replace("-", " ")
    return MODE_NAMES.get((kind or "", mode or "")) or ", ".join(filter(None, (type_name(kind), words)))


def meaning_of(kind: str | None, mode: str | None) -> str:
    """Say what PLOVER means by a type, or by its mode where it has one; "" for another type.

    >>> meaning_of("CONSULT", "visit")
    'The actor comes to the recipient, who is host.'
    """
    found = plover().types.get(kind or "")
    return found.mode(mode or "").definition if found else ""


def status_name(status: str | None) -> str:
    """Give a status in plain words; an unknown one stays as it is."""
    return STATUS_NAMES.get(status or "", status or "")


def grouped(number: int) -> str:
    """Give a number with its thousands apart.

    >>> grouped(8412)
    '8,412'
    """
    return f"{number:,}"


def counted(number: int, singular: str, plural: str = "") -> str:
    """Give a number with its noun, thousands apart.

    >>> counted(1, "event"), counted(8412, "actor"), counted(0, "story", "stories")
    ('1 event', '8,412 actors', '0 stories')
    """
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def kind_name(kind: str | None) -> str:
    """Give the words for what an actor is, "" where that is not known.

    >>> kind_name("igo"), kind_name("armed_group"), kind_name(None)
    ('organisation of states', 'armed group', '')
    """
    return KIND_NAMES.get(kind or "", (kind or "").replace("_", " "))
