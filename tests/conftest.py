"""What all tests share: a real Neo4j server where one can be had, and skips that are named at the end.

In CI a skip is a failure.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import hypothesis
import pytest

from graph.console import Console
from graph.errors import Fate, QueryError, QueryTooSlow
from graph.locks import Lock
from graph.settings import Settings
from graph.store import Store

IS_CI = os.environ.get("CI", "") == "true"
ROOT = Path(__file__).parents[1]
LAUNCH = ROOT / "tests/neo4j/launch.py"
MOST_TOLD = 4000
PATIENCE, LONG_PATIENCE = 120.0, 600.0
QUERY_SECONDS = 120.0
# A property is about what comes out, not about how busy the machine is; in CI the same examples are tried every time.
hypothesis.settings.register_profile(
    "steady", deadline=None, derandomize=IS_CI, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("steady")
NO_NEO4J = "no Neo4j server (Java 17 and Maven start one): sudo apt-get install openjdk-17-jre-headless maven"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let golden cases be recorded anew."""
    parser.addoption("--update-cases", action="store_true", help="record golden cases anew, to be read in review")


def pytest_configure() -> None:
    """Let Ctrl-C stop what tests start, also where whoever runs them ignores it, as a script's "&" does."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def patient_settings() -> Settings:
    """Give settings under which a query on a busy machine has time enough."""
    return Settings(query_seconds=QUERY_SECONDS)


@pytest.fixture(scope="session")
def comes_true() -> Callable[[Callable[[], object]], bool]:
    """Give what waits until something is true, and says whether it came to be.

    The time it waits is no measure of anything: long enough for the slowest machine, and not used up by others.
    """

    def wait(what: Callable[[], object]) -> bool:
        end = time.monotonic() + PATIENCE
        while not what():
            if time.monotonic() > end:
                return False
            time.sleep(0.05)
        return True

    return wait


@pytest.fixture(scope="session")
def none_starts() -> Callable[[Store], AbstractContextManager[None]]:
    """Give what lets no engine of a store start while its block runs, so that what is said meanwhile can be heard."""

    @contextmanager
    def held(store: Store) -> Iterator[None]:
        assert store.engine
        lock = Lock(store.engine.home.starting_file)
        assert lock.acquire(seconds=LONG_PATIENCE)
        try:
            yield
        finally:
            lock.release()

    return held


@pytest.fixture(scope="session")
def overrun() -> Callable[..., QueryTooSlow]:
    """Give what asks a console what does not listen when told to end, and gives what is said of it.

    The limit is longer where the query had not begun by the last one.
    """

    def ask(console: Console, text: str, parameters: dict[str, Any] | None = None, visitor: str = "") -> QueryTooSlow:
        for seconds in (1.0, 5.0, 25.0, 125.0):
            with pytest.raises(QueryError) as raised:
                console.ask(text, parameters, seconds=seconds, visitor=visitor)
            told = raised.value
            if isinstance(told, QueryTooSlow) and told.fate != Fate.STOPPED:
                return told
        raise TimeoutError("it did not begin")

    return ask


@pytest.fixture(scope="session")
def neo4j_settings(patient_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """Give the settings of a real Neo4j server: the one TEST_NEO4J_URL names, or one started for this run.

    Whatever that graph holds may be deleted by a test.
    """
    patient = replace(patient_settings, data=tmp_path_factory.mktemp("neo4j-data"))
    if url := os.environ.get("TEST_NEO4J_URL", ""):
        word, file = (os.environ.get(f"TEST_NEO4J_PASSWORD{end}", "") for end in ("", "_FILE"))
        yield replace(patient, graph_url=url, graph_password=word, graph_password_file=file)
        return
    if not (shutil.which("java") and shutil.which("mvn")):
        pytest.skip(NO_NEO4J)
    home, jars = tmp_path_factory.mktemp("neo4j"), ROOT / "build/neo4j/lib"
    jars.mkdir(parents=True, exist_ok=True)
    (home / "lib").symlink_to(jars)
    started = subprocess.run([sys.executable, LAUNCH, "start", home], capture_output=True, text=True, check=False)
    if started.returncode != 0:
        pytest.fail(f"no Neo4j server to test with: {started.stderr[-MOST_TOLD:]}", pytrace=False)
    address, password_file = started.stdout.split()
    yield replace(patient, graph_url=address, graph_password_file=password_file)
    subprocess.run([sys.executable, LAUNCH, "stop", home], check=True)


def skipped(reporter: Any) -> Counter[str]:
    """Count the skipped tests by their reason."""
    reports = reporter.stats.get("skipped", [])
    return Counter(str(report.longrepr[2]).removeprefix("Skipped: ") for report in reports)


@pytest.hookimpl(wrapper=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> Iterator[None]:
    """Fail a run in CI that skipped anything."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if IS_CI and reporter and skipped(reporter) and exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
    return (yield)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say what was skipped, and what brings it."""
    for reason, count in sorted(skipped(terminalreporter).items()):
        lead = "FAILED in CI, skipped" if IS_CI else "skipped"
        terminalreporter.write_line(f"{lead}: {count} test{'s' if count != 1 else ''}: {reason}")
