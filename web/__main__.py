"""Serve the pages: `python -m web`."""

from web.cli import cli

if __name__ == "__main__":
    cli(prog_name="python -m web")
