"""Writes the tables of docs/reference.md out of the code, called from there by cog."""

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path

import click

from graph.cli import cli as graph_cli
from graph.plover import plover
from graph.queries import catalogue
from graph.settings import Settings
from graph.store import Store
from ingest.cli import cli as ingest_cli
from web.app import create_app
from web.cli import cli as web_cli


def table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Give a table in Markdown, its bars escaped."""
    lines = [tuple(header), *(tuple(row) for row in rows)]
    text = ["| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines]
    return "\n".join([text[0], "|" + " --- |" * len(lines[0]), *text[1:]])


def settings() -> str:
    """Give every setting with its default and help text."""
    rows = (
        (f"`{item.metadata['variable']}`", f"`{item.default}`" if str(item.default) else "", item.metadata["help"])
        for item in fields(Settings)
    )
    return table(("variable", "default", "what it sets"), rows)


def _commands(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    if not isinstance(command, click.Group):
        yield name, command
        return
    for key, part in sorted(command.commands.items()):
        yield from _commands(part, f"{name} {key}")


def commands() -> str:
    """Give the help of every command."""
    parts = []
    for module, whole in (("ingest", ingest_cli), ("graph", graph_cli), ("web", web_cli)):
        for name, command in _commands(whole, f"python -m {module}"):
            context = click.Context(command, info_name=name, max_content_width=96, terminal_width=96)
            parts.append(f"### `{name}`\n\n```text\n{command.get_help(context)}\n```")
    return "\n\n".join(parts)


def routes() -> str:
    """Give every page of the app with the formats it answers in."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data=Path(folder))
        application = create_app(Store(settings), settings)
    rules = sorted(application.url_map.iter_rules(), key=lambda rule: rule.rule)
    rows = [
        (f"`{rule.rule}`", (application.view_functions[rule.endpoint].__doc__ or "").strip().split("\n")[0])
        for rule in rules
        if "GET" in (rule.methods or ())
    ]
    return table(("address", "what it gives"), rows)


def named_queries() -> str:
    """Give every named query with its parameters."""
    rows = (
        (f"`{query.name}`", query.title, ", ".join(f"`${name}`" for name in query.parameters))
        for query in catalogue().values()
    )
    return table(("query", "what it gives", "parameters"), rows)


def event_types() -> str:
    """Give PLOVER's event types with their modes."""
    rows = (
        (f"`{kind.name}`", kind.quad, f"{kind.plain.score:g}", kind.plain.definition, ", ".join(sorted(kind.modes)))
        for kind in plover().types.values()
    )
    return table(("type", "class", "score", "what it is", "modes"), rows)
