"""The engine a measurement is asked to run on: the embedded one in a folder of its own, or a server."""

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.settings import Settings
from graph.store import Store, open_store


def engine_parser(about: str) -> argparse.ArgumentParser:
    """Give a parser of a command line that may name a server."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--url", default="")
    parser.add_argument("--password-file", default="")
    return parser


@contextmanager
def opened(asked: argparse.Namespace) -> Iterator[Store]:
    """Open the store the command line names."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(graph_url=asked.url, graph_password_file=asked.password_file, data=Path(folder))
        with open_store(settings) as store:
            yield store
