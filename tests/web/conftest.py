"""A small world made by hand, in a store of its own, and the app and browser over it."""

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from waitress.server import create_server

from bench.batches import batch_of
from graph.batch import Batch, Link
from graph.model import (
    UNKNOWN_TIME,
    Actor,
    Argument,
    Article,
    Basis,
    Grain,
    Kind,
    Place,
    PlaceMention,
    Report,
    Status,
    When,
)
from graph.settings import Settings
from graph.store import Store, open_store
from graph.write import write
from web.app import create_app

PATIENCE = 120_000  # milliseconds
HOSTILE = '<script>alert("x")</script> <a href="javascript:alert(1)">href</a> </script><svg onload=alert(1)>'


def pytest_configure(config: pytest.Config) -> None:
    """Name the mark of tests that drive a browser."""
    config.addinivalue_line("markers", "browser: drives a headless Chromium")


def day(text: str) -> When:
    """Give one day."""
    found = date.fromisoformat(text)
    return When(found, found, Grain.DAY, Basis.STATED, text)


def stretch(first: str, last: str, grain: Grain, edtf: str) -> When:
    """Give a time of several days."""
    return When(date.fromisoformat(first), date.fromisoformat(last), grain, Basis.STATED, edtf)


@dataclass
class World:
    """A batch in the making: what articles say, a sentence and an event each."""

    actors: dict[str, Actor] = field(default_factory=dict)
    articles: dict[str, list[str]] = field(default_factory=dict)
    about: dict[str, Article] = field(default_factory=dict)
    reports: list[Report] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)

    def actor(self, id_: str, name: str, kind: str, country: str = "", *aliases: str) -> None:
        """Bring an actor in."""
        self.actors[id_] = Actor(id_, name, Kind(kind), country, aliases=aliases)

    def article(self, id_: str, title: str, published: str, source: str) -> None:
        """Open an article; its text is what is said in it."""
        self.about[id_] = Article(id_, title, "", date.fromisoformat(published), source)
        self.articles[id_] = []

    def say(
        self,
        article: str,
        event: str,
        sentence: str,
        type_: str,
        who: str,
        whom: str,
        when: When,
        *,
        mode: str = "",
        status: Status = Status.ACTUAL,
        place: Place | None = None,
    ) -> None:
        """Let an article tell an event in one sentence; who and whom are ids apart by commas, or empty."""
        start = sum(len(one) + 1 for one in self.articles[article])
        self.articles[article].append(sentence)
        end = start + len(sentence)
        number = len(self.reports)

        def arguments(ids: str) -> tuple[Argument, ...]:
            return tuple(Argument(id_, sentence[:5], start, start + 5) for id_ in ids.split(",") if id_)

        report = Report(
            id=f"r{number}",
            article=article,
            type=type_,
            mode=mode,
            cameo="",
            status=status,
            when=when,
            start=start,
            end=end,
            trigger_start=start,
            trigger_end=start + 5,
            quote=sentence,
            rule="by-hand",
            actors=arguments(who),
            recipients=arguments(whom),
            place=PlaceMention(place, place.name, start, start + 5) if place else None,
        )
        self.reports.append(report)
        self.links.append(Link(report.id, event))

    def batch(self) -> Batch:
        """Give all of it as one batch."""
        told: dict[str, list[Report]] = {}
        for report, link in zip(self.reports, self.links, strict=True):
            told.setdefault(link.event, []).append(report)
        return batch_of(told, map(self._finished, self.articles), self.actors.values())

    def _finished(self, id_: str) -> Article:
        """Give an article with all that was said in it as its text."""
        one, text = self.about[id_], "\n".join(self.articles[id_])
        return Article(id_, one.title, text, one.published, one.source, sha256=id_)


def small_world() -> World:
    """Give a week around Gaza as two sources tell it, with dates of every coarseness and hostile names."""
    world = World()
    world.actor("israel", "Israel", "country", "ISR", "Jerusalem")
    world.actor("hamas", "Hamas", "armed_group", "PSE", "Islamic Resistance Movement")
    world.actor("egypt", "Egypt", "country", "EGY", "Cairo")
    world.actor("un", "United Nations", "igo", "", "UN")
    world.actor("hostile", HOSTILE, "person")
    gaza = Place("gaza", "Gaza Strip", "PSE", 31.4, 34.4, "region")
    world.article("a1", "Strikes follow rocket fire", "2019-08-27", "First Agency")
    world.article("a2", f"Second view {HOSTILE}", "2019-08-28", "Second Paper")
    night = day("2019-08-25")
    world.say("a1", "e1", "Hamas fired rockets at Israel.", "ASSAULT", "hamas", "israel", night, place=gaza)
    world.say("a2", "e1", "Rockets from Hamas hit Israel on Sunday.", "ASSAULT", "hamas", "israel", night, place=gaza)
    world.say("a1", "e2", "Israel struck Hamas.", "ASSAULT", "israel", "hamas", day("2019-08-26"), mode="aerial")
    world.say("a1", "e3", "Israel accused Hamas.", "ACCUSE", "israel", "hamas", day("2019-08-26"))
    world.say("a2", "e4", "Egypt met Hamas.", "CONSULT", "egypt", "hamas", day("2019-08-27"))
    world.say("a2", "e5", "Egypt met Israel.", "CONSULT", "egypt", "israel", day("2019-08-28"))
    month = stretch("2019-08-01", "2019-08-31", Grain.MONTH, "2019-08")
    world.say("a2", "e6", "In August the UN gave aid to Hamas.", "AID", "un", "hamas", month)
    open_end = When(date(2019, 5, 1), None, Grain.DAY, Basis.STATED, "2019-05-01/..")
    world.say("a2", "e7", "Since May Israel has sanctioned Hamas.", "SANCTION", "israel", "hamas", open_end)
    world.say("a2", "e8", "Egypt backed the UN.", "SUPPORT", "egypt", "un", UNKNOWN_TIME)
    world.say("a1", "e9", "Israel may strike.", "ASSAULT", "israel", "hamas", night, status=Status.THREATENED)
    world.say("a2", "e10", f"{HOSTILE} hit Israel.", "ASSAULT", "hostile", "israel", day("2019-08-29"))
    return world


@pytest.fixture
def small_batch() -> Batch:
    """Give the small world as a batch, for tests that change it."""
    return small_world().batch()


@pytest.fixture(scope="session")
def new_world() -> Callable[[], World]:
    """Give what makes the small world, for stores that several tests share."""
    return small_world


@pytest.fixture
def world() -> World:
    """Give the small world, to be added to."""
    return small_world()


@pytest.fixture
def client_of(patient_settings: Settings, tmp_path: Path) -> Iterator[Callable[[World], FlaskClient]]:
    """Give a function that gives a client of an app over another world, in a store of its own."""
    with ExitStack() as stack:

        def made(world: World) -> FlaskClient:
            store = stack.enter_context(open_store(replace(patient_settings, data=tmp_path)))
            write(store, world.batch())
            return create_app(store, store.settings).test_client()

        yield made


@pytest.fixture(scope="session")
def web_store(patient_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Give a store that holds the small world."""
    with open_store(replace(patient_settings, data=tmp_path_factory.mktemp("web-data"))) as store:
        write(store, small_world().batch())
        yield store


@pytest.fixture(scope="session")
def app(web_store: Store) -> Flask:
    """Give the app over the small world."""
    return create_app(web_store, web_store.settings)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Give a client of the app."""
    return app.test_client()


@pytest.fixture(scope="session")
def address(app: Flask) -> Iterator[str]:
    """Serve the app on a free port and give its address."""
    server = create_server(app, host="127.0.0.1", port=0, threads=4)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()
    thread.join(5)


def chromium() -> str:
    """Give the path of a browser, "" where there is none."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Give a headless browser."""
    if not chromium():
        pytest.skip("no Chromium: sudo apt-get install chromium")
    sync_api = pytest.importorskip("playwright.sync_api", reason="no Playwright: make test installs it")
    with sync_api.sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"], timeout=PATIENCE)
        yield found
        found.close()


@pytest.fixture
def new_page(browser: Any) -> Iterator[Callable[..., Any]]:
    """Give a function that opens an empty page in a context of its own, which waits as long as a busy machine needs."""
    contexts = []

    def page(**options: Any) -> Any:
        context = browser.new_context(**options)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        return context.new_page()

    yield page
    for context in contexts:
        context.close()


@pytest.fixture(params=Path(__file__).with_name("pages.txt").read_text("utf-8").splitlines())
def every_page(request: pytest.FixtureRequest) -> str:
    """Give the address of every page in turn: with tabs and panels open, with nothing to show, and those that fail."""
    return str(request.param)


@pytest.fixture
def visit() -> Callable[[Any, FlaskClient, str], None]:
    """Give a function that opens a page of an app that no server serves."""

    def open_path(page: Any, client: FlaskClient, path: str) -> None:
        def give(route: Any) -> None:
            got = client.get(route.request.url.removeprefix("http://casus"))
            route.fulfill(status=got.status_code, headers=dict(got.headers), body=got.data)

        page.route("http://casus/**", give)
        page.goto(f"http://casus{path}")

    return open_path


def is_complaint(told: Any) -> bool:
    """Say whether a browser complains of a page, and not merely says that the page itself is one about an error."""
    is_its_own = told.location["url"] == told.page.url and told.text.startswith("Failed to load")
    return told.type == "error" and not is_its_own


@pytest.fixture
def open_page(new_page: Callable[..., Any], address: str) -> Iterator[Callable[..., Any]]:
    """Give a function that opens a path; at the end no page may have complained or asked elsewhere."""
    complaints: list[str] = []

    def open_path(path: str, **options: Any) -> Any:
        page = new_page(**{"viewport": {"width": 1440, "height": 900}, **options})
        page.on("console", lambda told: complaints.append(told.text) if is_complaint(told) else None)
        page.on("pageerror", lambda problem: complaints.append(str(problem)))
        ours = (address, "data:", "blob:")
        page.on("request", lambda asked: None if asked.url.startswith(ours) else complaints.append(asked.url))
        page.on("dialog", lambda box: complaints.append(f"dialog: {box.message}"))
        page.goto(address + path)
        return page

    yield open_path
    assert complaints == []
