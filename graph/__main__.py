"""Run the commands: `python -m graph`."""

from graph.cli import cli

if __name__ == "__main__":
    cli(prog_name="python -m graph")
