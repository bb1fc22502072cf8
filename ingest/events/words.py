"""The word lists of event coding, each under its own name."""

from dataclasses import dataclass, fields

from ingest import lexicon

PATH = lexicon.LEXICONS / "event_words.toml"
STATUS = lexicon.LEXICONS / "status.toml"


@dataclass(frozen=True, slots=True)
class EventWords:
    """Lists of lemmas; event_words.toml says what each is for, under the same name."""

    light: frozenset[str]
    mediate: frozenset[str]
    mediation: frozenset[str]
    document: frozenset[str]
    deed: frozenset[str]
    groups: frozenset[str]
    forces: frozenset[str]
    leading: frozenset[str]
    backdrop: frozenset[str]
    definite: frozenset[str]
    inner: frozenset[str]
    subject_control: frozenset[str]
    strengthened: frozenset[str]
    counting: frozenset[str]
    partake: frozenset[str]
    general: frozenset[str]
    attribute: frozenset[str]
    speech: frozenset[str]
    ringing: frozenset[str]
    claim: frozenset[str]
    deny: frozenset[str]
    attempt: frozenset[str]
    attempt_nouns: frozenset[str]
    plan: frozenset[str]
    feared: frozenset[str]
    intended: frozenset[str]
    ongoing: frozenset[str]
    accuse: frozenset[str]
    charging: frozenset[str]
    ending: frozenset[str]
    outbreak: frozenset[str]
    occurring: frozenset[str]
    sequel: frozenset[str]
    naming: frozenset[str]
    speaking: frozenset[str]
    habitual: frozenset[str]
    anybody: frozenset[str]
    undergo: frozenset[str]
    bidding: frozenset[str]
    haven: frozenset[str]
    plight: frozenset[str]
    indefinite: frozenset[str]
    sides: frozenset[str]
    opposed: frozenset[str]
    chiefs: frozenset[str]
    states: frozenset[str]
    pairing: frozenset[str]
    owning: frozenset[str]
    they: frozenset[str]
    beside: frozenset[str]
    delving: frozenset[str]
    aimed: frozenset[str]
    history: frozenset[str]
    goals: frozenset[str]
    loose: frozenset[str]
    awaiting: frozenset[str]
    firm: frozenset[str]
    towards: frozenset[str]
    obliging: frozenset[str]
    close_prepositions: frozenset[str]
    struck: frozenset[str]
    at_once: frozenset[str]
    in_deed: frozenset[str]
    placing: frozenset[str]
    relative: frozenset[str]
    some: frozenset[str]
    object_control: frozenset[str]
    phrasal: frozenset[str]
    charges: frozenset[str]
    alleging: frozenset[str]
    topical: frozenset[str]
    within: frozenset[str]
    attributing: frozenset[str]
    couples: frozenset[str]
    envoys: frozenset[str]
    supplies: frozenset[str]
    entering: frozenset[str]
    departing: frozenset[str]
    capturing: frozenset[str]
    searching: frozenset[str]
    perishing: frozenset[str]
    harming: frozenset[str]
    harmed_in: frozenset[str]
    granting: frozenset[str]
    pleading: frozenset[str]
    asked_by: frozenset[str]
    aircraft: frozenset[str]


def read_words() -> EventWords:
    """Give the word lists. Raises LexiconError for a list missing, empty or unknown."""
    return EventWords(**lexicon.read_lists(PATH, (item.name for item in fields(EventWords))))


@dataclass(frozen=True, slots=True)
class StatusWords:
    """Lists of words; status.toml says what each is for, under the same name."""

    negation: frozenset[str]
    possible: frozenset[str]
    condition: frozenset[str]
    period: frozenset[str]
    nobody: frozenset[str]
    own: frozenset[str]
    going: frozenset[str]
    dating: frozenset[str]
    admission: frozenset[str]
    intention: frozenset[str]
    entitlement: frozenset[str]
    leads: frozenset[str]
    needed: frozenset[str]
    setting_out: frozenset[str]
    ruled_out: frozenset[str]
    account: frozenset[str]
    untrue: frozenset[str]
    calling: frozenset[str]
    demand: frozenset[str]
    labelling: frozenset[str]
    until: frozenset[str]
    forgoing: frozenset[str]
    ceasing: frozenset[str]
    seeming: frozenset[str]
    perceived: frozenset[str]
    convening: frozenset[str]
    relying: frozenset[str]
    future: frozenset[str]
    doubt: frozenset[str]
    believing: frozenset[str]
    obliged: frozenset[str]
    putting_off: frozenset[str]
    calling_off: frozenset[str]
    halt: frozenset[str]
    failing: frozenset[str]
    sought: frozenset[str]


def read_status() -> StatusWords:
    """Give the words of status. Raises LexiconError for a list missing, empty or unknown."""
    return StatusWords(**lexicon.read_lists(STATUS, (item.name for item in fields(StatusWords))))
