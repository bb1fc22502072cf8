"""The commands of `python -m graph`."""

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

import click

from graph.engine import running_engine, start_kept, stop_engine
from graph.errors import EngineError, GraphError
from graph.network import Measures, Standing, measure, ties_of
from graph.queries import Query, catalogue, queries
from graph.recount import recount
from graph.settings import Settings, SettingsError, settings_from
from graph.store import Store, open_store

MOST_TIES = 1_000_000


@click.group()
@click.pass_context
def cli(context: click.Context) -> None:
    """Look after the graph. What can be set from outside is in docs/reference.md."""
    try:
        context.obj = settings_from()
    except SettingsError as problem:
        raise click.ClickException(str(problem)) from problem


@cli.group()
def engine() -> None:
    """Start, stop or look at the embedded engine."""


@engine.command()
@click.pass_obj
def start(settings: Settings) -> None:
    """Start the embedded engine, or let the one that runs stay.

    It stays until `engine stop`: where it dies before, who needs it next starts it again at its port.
    """
    try:
        state, was_running = start_kept(settings.engine_folder, settings.heap)
    except EngineError as problem:
        raise click.ClickException(str(problem)) from problem
    how = "was running already, and stays" if was_running else "started"
    click.echo(f"engine {how}: bolt://127.0.0.1:{state.port}, process {state.pid}")


@engine.command()
@click.pass_obj
def stop(settings: Settings) -> None:
    """Stop the embedded engine, whoever uses it."""
    try:
        was_running = stop_engine(settings.engine_folder)
    except EngineError as problem:
        raise click.ClickException(str(problem)) from problem
    click.echo("engine stopped" if was_running else "no engine runs")


@engine.command()
@click.pass_obj
def status(settings: Settings) -> None:
    """Say whether the embedded engine runs and where; exit status 1 where it does not."""
    state = running_engine(settings.engine_folder)
    if state is None:
        click.echo(f"no engine runs in {settings.engine_folder}")
        sys.exit(1)
    click.echo(f"engine runs: bolt://127.0.0.1:{state.port}, process {state.pid}")


@cli.command()
@click.option("--actor", default="", metavar="ID", help="Only this actor.")
@click.option("--limit", default=25, show_default=True, help="Most actors to print.")
@click.option("--json", "is_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def stats(settings: Settings, actor: str, limit: int, *, is_json: bool) -> None:
    """Print how central each actor is, its community, and how balanced the signed triads are."""
    try:
        with open_store(settings) as store:
            rows = store.run(queries()["network_ties"], limit=MOST_TIES)
            found = measure(ties_of(rows))
            shown = _chosen(found, actor, limit)
            names = _names(store, shown)
    except GraphError as problem:
        raise click.ClickException(str(problem)) from problem
    whole = {key: value for key, value in asdict(found).items() if key != "actors"}
    actors = [{"name": names.get(one.id, one.id), **asdict(one)} for one in shown]
    if is_json:
        click.echo(json.dumps({"network": whole, "actors": actors}, ensure_ascii=False, indent=2))
        return
    _print_table(["actors", *whole], [[len(found.actors), *whole.values()]])
    click.echo()
    _print_table(list(actors[0]) if actors else [], [list(row.values()) for row in actors])


def _chosen(found: Measures, actor: str, limit: int) -> Sequence[Standing]:
    """Give the standings to print. Raises a usage error where the one asked for has none."""
    if not actor:
        return found.actors[:limit]
    standing = found.of(actor)
    if standing is None:
        raise click.UsageError(f"no actor {actor!r} did anything to another or had it done to it; wanted an actor's id")
    return [standing]


def _names(store: Store, shown: Sequence[Standing]) -> dict[str, str]:
    ids = [standing.id for standing in shown]
    rows = store.run(queries()["actor_cards"], ids=ids, limit=len(ids))
    return {row["id"]: row["name"] for row in rows}


@cli.command("queries")
@click.argument("name", required=False, default="")
def list_queries(name: str) -> None:
    """List the named queries, or print the text of the one NAMEd."""
    if name:
        click.echo(_query(name).text.rstrip())
        return
    for query in catalogue().values():
        click.echo(f"{query.name}\t{query.title}")


@cli.command()
@click.argument("name")
@click.option("-p", "--param", "given", multiple=True, metavar="NAME=VALUE", help="A parameter; VALUE is JSON or text.")
@click.option("--json", "is_json", is_flag=True, help="Print one JSON object a row.")
@click.pass_obj
def run(settings: Settings, name: str, given: tuple[str, ...], *, is_json: bool) -> None:
    """Run the query NAMEd and print its rows.

    What it is about, such as an id or a name of the graph, must be given; the rest is taken from the query's examples.
    """
    query = _query(name)
    parameters = dict(_parameter(query, text) for text in given)
    standing = {one: value for one, value in query.examples.items() if one not in query.samples}
    parameters = standing | parameters
    if missing := [one for one in query.parameters if one not in parameters]:
        wanted = "; ".join(f"-p {one}=… ({query.parameters[one]})" for one in missing)
        raise click.UsageError(f"{name} also needs {wanted}")
    try:
        with open_store(settings) as store:
            rows = store.run(query.text, parameters)
    except GraphError as problem:
        raise click.ClickException(str(problem)) from problem
    if is_json:
        for row in rows:
            click.echo(json.dumps(row, default=_plain, ensure_ascii=False))
    else:
        _print_table(query.columns, ([row[column] for column in query.columns] for row in rows))


def _query(name: str) -> Query:
    query = catalogue().get(name)
    if query is None:
        raise click.UsageError(f"no query is called {name!r}; `python -m graph queries` lists them")
    return query


def _parameter(query: Query, text: str) -> tuple[str, Any]:
    """Read NAME=VALUE; what is not JSON is text."""
    name, equals, value = text.partition("=")
    if not equals or name not in query.parameters:
        wanted = ", ".join(query.parameters) or "none"
        raise click.UsageError(f"cannot use {text!r}; wanted NAME=VALUE with a parameter of the query: {wanted}")
    example = query.examples.get(name)
    try:
        return name, _fitting(json.loads(value), value, example)
    except ValueError:
        if example is None or isinstance(example, (str, date)):
            return name, value
    such = json.dumps(example, ensure_ascii=False)
    raise click.UsageError(f"cannot use {text!r}; {query.name} wants {name} as {_sort(example)}, such as {such}")


def _fitting(read: Any, text: str, example: Any) -> Any:
    """Give a value as its example has it: a text stays one where it looks like JSON. Raises ValueError."""
    if isinstance(example, str) and not isinstance(read, str):
        return text
    is_number = isinstance(example, float) and isinstance(read, int)
    if example is not None and not is_number and _sort(read) != _sort(example):
        raise ValueError(text)
    return read


def _sort(value: object) -> str:
    """Say in words what sort of value one is."""
    sorts = {bool: "true or false", int: "a whole number", float: "a number", list: "a JSON list"}
    return sorts.get(type(value), "text")


def _plain(value: object) -> str:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    raise TypeError(f"no JSON for {type(value).__name__}")


def _print_table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows as columns apart by tabs; numbers with a fraction are rounded to four places."""
    click.echo("\t".join(columns))
    for row in rows:
        click.echo(
            "\t".join(f"{cell:.4g}" if isinstance(cell, float) else "" if cell is None else str(cell) for cell in row)
        )


@cli.command("recount")
@click.pass_obj
def recount_all(settings: Settings) -> None:
    """Count all that is derived - edges between actors, totals, bins, what names are searched by - anew."""
    try:
        with open_store(settings) as store, store.writer_lock(seconds=60.0):
            done = recount(store)
    except GraphError as problem:
        raise click.ClickException(str(problem)) from problem
    click.echo(f"{done.events} events: {done.edges} edges between actors, {done.bins} bins")
