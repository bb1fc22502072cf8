"""What README and docs promise is there."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import click
import pytest
from flask import Flask

from graph.cli import cli as graph_cli
from graph.plover import plover
from graph.queries import catalogue
from graph.settings import Settings
from graph.store import Store
from ingest.cli import cli as ingest_cli
from web.app import create_app
from web.cli import cli as web_cli

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
REFERENCE = (ROOT / "docs/reference.md").read_text("utf-8")
PIN = re.compile(r"^([A-Za-z0-9_.-]+)==", re.MULTILINE)
TABLE = re.compile(r"^\| requirement \|.*\n\| ---.*\n((?:\|.*\n)+)", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?://|#)([^)#]+)")
GPL = re.compile(r"(?<![a-z])a?gpl|(?<!lesser )general public license", re.IGNORECASE)
FREE = re.compile(r"lgpl|gnu lesser general public license", re.IGNORECASE)


def pins() -> tuple[list[str], list[str]]:
    """Give the direct requirements and what they bring along."""
    direct, _, brought = (ROOT / "requirements.txt").read_text("utf-8").partition("# What these bring along")
    return PIN.findall(direct), PIN.findall(brought)


def commands(command: click.Command, name: str) -> Iterator[str]:
    """Give the names of all commands under one."""
    if not isinstance(command, click.Group):
        yield name
        return
    for key, part in command.commands.items():
        yield from commands(part, f"{name} {key}")


def licences(name: str) -> str:
    """Give all an installed package says of its licence, "" where it is not for this system."""
    try:
        found = metadata(name)
    except PackageNotFoundError:
        return ""
    classifiers = [text for text in found.get_all("Classifier") or [] if text.startswith("License")]
    stated, expression = ((found.get_all(key) or [""])[0] for key in ("License", "License-Expression"))
    return " | ".join([expression, *stated.strip().splitlines()[:1], *classifiers])


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    settings = Settings(data=tmp_path_factory.mktemp("docs-data"))
    return create_app(Store(settings), settings)


def test_the_readme_opens_with_the_two_commands() -> None:
    lines = [line.strip() for line in README.splitlines() if line.strip()]

    assert lines[0] == "# Casus"
    assert [line.split("#")[0].strip() for line in lines[1:3]] == ["make serve", "make test"]


def test_every_direct_requirement_is_explained_with_its_licence_and_nothing_else_is() -> None:
    [table] = TABLE.findall(README)
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()]

    assert [row[0] for row in rows] == pins()[0]
    assert all(len(row) == 3 and all(row) for row in rows)


def test_every_requirement_is_pinned() -> None:
    lines = (ROOT / "requirements.txt").read_text("utf-8").splitlines()

    assert all(PIN.match(line) for line in lines if line.strip() and not line.startswith("#"))


@pytest.mark.parametrize("name", [name for part in pins() for name in part])
def test_no_requirement_is_under_the_gpl(name: str) -> None:
    stated = licences(name)

    assert not GPL.search(FREE.sub("", stated)), stated


def test_development_tools_are_pinned_and_no_part_of_production() -> None:
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]["dev"]

    assert all(PIN.match(tool) for tool in tools)
    assert not {PIN.match(tool)[1] for tool in tools} & set(pins()[0])  # type: ignore[index]


def test_every_setting_is_documented() -> None:
    assert [item.name for item in fields(Settings) if f"`{item.metadata['variable']}`" not in REFERENCE] == []


def test_every_command_is_documented() -> None:
    groups = {"ingest": ingest_cli, "graph": graph_cli, "web": web_cli}
    names = [name for module, group in groups.items() for name in commands(group, f"python -m {module}")]

    assert [name for name in names if f"### `{name}`" not in REFERENCE] == []


def test_every_address_is_documented(app: Flask) -> None:
    assert [rule.rule for rule in app.url_map.iter_rules() if f"| `{rule.rule}` |" not in REFERENCE] == []


def test_every_query_and_event_type_is_documented() -> None:
    names = [*catalogue(), *(kind.name for kind in plover().types.values())]

    assert [name for name in names if f"| `{name}` |" not in REFERENCE] == []


@pytest.mark.parametrize("path", [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")], ids=lambda path: path.name)
def test_every_link_of_the_docs_leads_somewhere(path: Path) -> None:
    links = LINK.findall(path.read_text("utf-8"))

    assert [link for link in links if not (path.parent / link).exists()] == []


def test_the_make_targets_of_the_docs_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = set(re.findall(r"`make ([a-z]+)", README + (ROOT / "CONTRIBUTING.md").read_text("utf-8")))

    assert named <= targets
