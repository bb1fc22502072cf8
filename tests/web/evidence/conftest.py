"""Two articles that tell one night differently, with every kind of mark, merge, toll and hostile text."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from flask.testing import FlaskClient

from bench.batches import batch_of
from graph.batch import Batch, Link
from graph.marks import Mark, MarkKind
from graph.model import (
    UNKNOWN_TIME,
    Actor,
    Argument,
    Article,
    Basis,
    Confidence,
    Grain,
    Kind,
    Membership,
    Perpetrator,
    Place,
    PlaceGrain,
    PlaceMention,
    Published,
    Report,
    Status,
    Toll,
    When,
)
from graph.settings import Settings
from graph.store import open_store
from graph.write import write
from web.app import create_app

PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</script><svg onload=alert(1)>",
    "</title><style>body{background:url(//evil.example)}</style>",
    "href='javascript:alert(1)'",
)
WIRE = (
    "Delta meets Arden\n\n"
    "On Sunday night Arden shelled the port of Delta, killing 3 people. Nobody claimed it & <b>all</b> was calm.\n"
    "Arden denied that it had fired."
)
PAPER = "Shells from Arden killed at least 5 in Delta, officials said."
BAY = Place("bay", "Bay of Delta", "QAT", -25.5, 51.25, "port", PlaceGrain.SITE, "Delta", "The South", PlaceGrain.TOWN)


def span(text: str, words: str) -> tuple[int, int]:
    """Give the characters of some words."""
    start = text.index(words)
    return start, start + len(words)


def named(actor: str, text: str, words: str) -> Argument:
    """Give an actor as some words name it."""
    return Argument(actor, words, *span(text, words))


def reports() -> tuple[Report, ...]:
    """Give the reports of both articles."""
    told = span(WIRE, "On Sunday night Arden shelled the port of Delta, killing 3 people.")
    denied = span(WIRE, "Arden denied that it had fired.")
    whole = (0, len(PAPER))
    sunday = date(2019, 8, 25)
    night = When(
        sunday, sunday, Grain.PART_OF_DAY, Basis.PUBLICATION, "2019-08-25", "Sunday night",
        *span(WIRE, "Sunday night"), sunday, date(2019, 8, 26),
    )  # fmt: skip
    base = Report(
        "r1", "wire", "ASSAULT", "heavy-weapons", "194", Status.ACTUAL, night, *told, *span(WIRE, "shelled"),
        WIRE[slice(*told)], "shell-place", (named("arden", WIRE, "Arden shelled"),),
        (named("delta", WIRE, "the port of Delta"),), place=PlaceMention(BAY, "port", *span(WIRE, "port")),
        tolls={"killed": Toll(3, 3)}, perpetrators=(Perpetrator("arden", Confidence.ACCUSED),),
    )  # fmt: skip
    killing = span(WIRE, "killing")
    again = replace(base, id="r1-again", trigger_start=killing[0], trigger_end=killing[1], rule="kill-people")
    other = Report(
        "r2", "paper", "ASSAULT", "heavy-weapons", "194", Status.ACTUAL, UNKNOWN_TIME, *whole,
        *span(PAPER, "killed"), PAPER, "kill-people", (named("arden", PAPER, "Arden"),),
        (named("delta", PAPER, "Delta"),), tolls={"killed": Toll(5, 5), "injured": Toll(2, 10)},
        perpetrators=(Perpetrator("arden", Confidence.FACT),),
    )  # fmt: skip
    denial = replace(
        base, id="r3", type="REJECT", mode="", when=UNKNOWN_TIME, start=denied[0], end=denied[1],
        trigger_start=span(WIRE, "denied")[0], trigger_end=span(WIRE, "denied")[1], quote=WIRE[slice(*denied)],
        rule="deny-charge", actors=(named("arden", WIRE, "Arden denied"),), recipients=(), place=None, tolls={},
        perpetrators=(),
    )  # fmt: skip
    fired = span(WIRE, "fired")
    content = replace(
        denial, id="r4", type="ASSAULT", status=Status.DENIED, under="r3", trigger_start=fired[0],
        trigger_end=fired[1], rule="fire", speaker=named("arden", WIRE, "Arden denied"),
    )  # fmt: skip
    return base, again, other, denial, content


def batch() -> Batch:
    """Give the whole of it."""
    articles = (
        Article(
            "wire", f"A wire {PAYLOADS[0]}", WIRE, date(2019, 8, 27), f"Wire {PAYLOADS[1]}", "https://example.org/w"
        ),
        Article("paper", "A paper", PAPER, None, "Paper", "javascript:alert(1)"),
    )
    actors = (
        Actor("arden", f"Arden {PAYLOADS[2]}", Kind.ARMED_GROUP, "", "REB", "", (), (PAYLOADS[3], PAYLOADS[4])),
        Actor(
            "delta",
            "Delta",
            Kind.COUNTRY,
            "QAT",
            "GOV",
            "Q1",
            (Membership("arden", "province", date(2001, 2, 3), None),),
        ),
    )
    told = reports()
    made = batch_of({"night": told[:3], "denial": told[3:4], "denied": told[4:]}, articles, actors)
    because = Link("r2", "night", 0.8, "merge", ("same type and parties",))
    return replace(
        made,
        links=tuple(because if link.report == "r2" else link for link in made.links),
        published={
            "paper": Published(
                date(2019, 8, 26), date(2019, 8, 31), "inferred", ("its latest fact is of Sunday",)
            )
        },
        marks={
            "wire": (
                Mark(MarkKind.TIME, *span(WIRE, "On Sunday night"), "On Sunday night", edtf="2019-08-25",
                     first=date(2019, 8, 25), last=date(2019, 8, 25)),
                Mark(MarkKind.ACTOR, *span(WIRE, "Delta meets"), "Delta meets", id="delta"),
                Mark(MarkKind.PLACE, *span(WIRE, "Nobody"), "Nobody", id="nowhere"),
            )
        },
    )  # fmt: skip


@pytest.fixture(scope="session")
def evidence(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """Give a client of an app over the two articles."""
    with open_store(Settings(data=tmp_path_factory.mktemp("evidence"))) as store:
        write(store, batch())
        write(store, Batch(redirects={"old": "night"}))
        yield create_app(store, store.settings).test_client()


@pytest.fixture
def wire() -> str:
    """Give the text of the first article."""
    return WIRE


@pytest.fixture
def payloads() -> tuple[str, ...]:
    """Give the hostile texts that stand in names, titles and sources."""
    return PAYLOADS
