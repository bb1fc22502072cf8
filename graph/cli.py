"""The commands of `python -m graph`."""

import sys

import click

from graph.engine import running_engine, start_kept, stop_engine
from graph.errors import EngineError
from graph.settings import Settings, SettingsError, settings_from


@click.group()
@click.pass_context
def cli(context: click.Context) -> None:
    """Look after the graph. What can be set from outside is in docs/settings.md."""
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
    """Start the embedded engine; it runs until `engine stop`."""
    try:
        state, was_running = start_kept(settings.engine_folder, settings.heap)
    except EngineError as problem:
        raise click.ClickException(str(problem)) from problem
    how = "was running already" if was_running else "started"
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
