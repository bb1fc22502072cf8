"""All that event coding reads from files, as plain data that can be kept compiled."""

from dataclasses import dataclass

from ingest.events.domains import Domains, read_domains
from ingest.events.echoes import Echoes, read_echoes
from ingest.events.effects import Effects, read_effects
from ingest.events.frames import Frame, read_frames
from ingest.events.naming import Names
from ingest.events.numbers import Quantities, read_quantities
from ingest.events.standing import PrivateWords, read_private
from ingest.events.targets import Targets, read_targets
from ingest.events.weapons import read_weapons
from ingest.events.words import EventWords, StatusWords, read_status, read_words
from ingest.lexicon import LEXICONS, read_table
from ingest.times import Wording, read_wording
from ingest.words import verb_forms

CLASSES = LEXICONS / "event_classes.tsv"


@dataclass(frozen=True, slots=True)
class EventData:
    """Frames by the lemma of their head, and the word lists around them.

    forms: inflected form to lemma, for verbs some frame knows; where the tagger's lemma is no frame's
    head, this one counts ("retook", "raped").
    classes: lemma to its classes of noun: PERSON, GROUP, PLACE, FACILITY, MIL.
    telling: the words by which the day of an event is chosen.
    """

    frames: dict[str, tuple[Frame, ...]]
    forms: dict[str, str]
    classes: dict[str, frozenset[str]]
    words: EventWords
    status: StatusWords
    effects: Effects
    quantities: Quantities
    domains: Domains
    private: PrivateWords
    weapons: Names
    targets: Targets
    echoes: Echoes
    telling: Wording


def build_events() -> EventData:
    """Read and check all word files of event coding. Raises LexiconError where one cannot stand."""
    frames, targets = read_frames(), read_targets()
    return EventData(
        frames=frames,
        forms=_forms(frames),
        classes=_classes(targets),
        words=read_words(),
        status=read_status(),
        effects=read_effects(),
        quantities=read_quantities(),
        domains=read_domains(),
        private=read_private(),
        weapons=read_weapons(),
        targets=targets,
        echoes=read_echoes(),
        telling=read_wording(),
    )


def _forms(frames: dict[str, tuple[Frame, ...]]) -> dict[str, str]:
    """Give every inflected form of the verbs that head a frame; a form that is a head itself is its own."""
    forms: dict[str, str] = {}
    for head, found in frames.items():
        if any(not frame.is_noun for frame in found):
            forms.update((form, head) for form in verb_forms(head) if form not in frames)
    return forms


def _classes(targets: Targets) -> dict[str, frozenset[str]]:
    """Give the classes of nouns; the things that are built, driven or worked in are facilities too."""
    found = {row["id"]: frozenset(row["classes"].split("|")) for row in read_table(CLASSES, ("classes",))}
    for word, names in targets.kinds.items():
        if any(not before and kind not in targets.unbuilt for before, kind in names):
            found[word] = found.get(word, frozenset()) | {"FACILITY"}
    return found
