"""What all tests share: a real Neo4j server where one can be had, and skips that are named at the end.

In CI a skip is a failure.
"""

import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest

from graph.settings import Settings

IS_CI = os.environ.get("CI", "") == "true"
ROOT = Path(__file__).parents[1]
LAUNCH = ROOT / "tests/neo4j/launch.py"
# A property is about what comes out, not about how busy the machine is.
hypothesis.settings.register_profile("steady", deadline=None)
hypothesis.settings.load_profile("steady")
NO_NEO4J = "no Neo4j server (Java 17 and Maven start one): sudo apt-get install openjdk-17-jre-headless maven"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let golden cases be recorded anew."""
    parser.addoption("--update-cases", action="store_true", help="record golden cases anew, to be read in review")


@pytest.fixture(scope="session")
def neo4j_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """Give the settings of a real Neo4j server: the one TEST_NEO4J_URL names, or one started for this run.

    Whatever that graph holds may be deleted by a test.
    """
    data = tmp_path_factory.mktemp("neo4j-data")
    if url := os.environ.get("TEST_NEO4J_URL", ""):
        word, file = (os.environ.get(f"TEST_NEO4J_PASSWORD{end}", "") for end in ("", "_FILE"))
        yield Settings(graph_url=url, graph_password=word, graph_password_file=file, data=data)
        return
    if not (shutil.which("java") and shutil.which("mvn")):
        pytest.skip(NO_NEO4J)
    home, jars = tmp_path_factory.mktemp("neo4j"), ROOT / "build/neo4j/lib"
    jars.mkdir(parents=True, exist_ok=True)
    (home / "lib").symlink_to(jars)
    started = subprocess.run([sys.executable, LAUNCH, "start", home], stdout=subprocess.PIPE, text=True, check=True)
    address, password_file = started.stdout.split()
    yield Settings(graph_url=address, graph_password_file=password_file, data=data)
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
