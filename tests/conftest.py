"""What all tests share: what a skipped test lacks is named at the end, and in CI a skip is a failure."""

import os
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

IS_CI = os.environ.get("CI", "") == "true"


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
