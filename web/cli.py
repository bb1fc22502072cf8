"""The command of `python -m web`."""

from pathlib import Path

import click

from graph.errors import GraphError
from graph.settings import settings_from
from web.errors import WebError
from web.serve import serve


@click.command()
@click.option(
    "--seeds",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of articles to read in where the graph is empty.",
)
def cli(seeds: Path | None) -> None:
    """Serve the pages on HOST and PORT. What can be set from outside is in docs/reference.md."""
    try:
        serve(settings_from(), seeds, click.echo)
    except (GraphError, WebError) as problem:
        raise click.ClickException(str(problem)) from problem
