"""Holds the quality against its floors: python bench/baseline.py GOLD, or make bench GOLD=FOLDER

GOLD is a folder of gold data with its scorers. bench/baseline.json names each file with the digest it had, how it
is coded and scored, and the least figure of each measure. A figure below its floor, or a gold file that is not the
one the floors were measured on, ends with exit status 1; a gold file that is missing is named and passed over.

--raise writes the floors anew where figures rose. --lower REASON writes them as measured, also where they fell,
and keeps the reason beside them.
"""

import hashlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import click

HERE = Path(__file__).parent
BASELINE = HERE / "baseline.json"
SLACK = 0.05
Run = dict[str, Any]


def flat(figures: dict[str, Any], prefix: str = "") -> dict[str, float]:
    """Give a scorer's figures by path.

    >>> flat({"type": {"F1": 87.6}, "events": 12})
    {'type.F1': 87.6, 'events': 12.0}
    """
    found: dict[str, float] = {}
    for key, value in figures.items():
        if isinstance(value, dict):
            found |= flat(value, f"{prefix}{key}.")
        elif isinstance(value, int | float):
            found[prefix + key] = float(value)
    return found


def digest(path: Path) -> str:
    """Give the SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def measure(run: Run, gold: Path) -> dict[str, float]:
    """Code a gold file and give all figures of its scorer. Raises subprocess.CalledProcessError where either fails."""
    with tempfile.TemporaryDirectory() as folder:
        coded, figures = Path(folder) / gold.name, Path(folder) / "figures.json"
        command, *flags = run["code"]
        subprocess.run(
            [sys.executable, HERE / "quality.py", command, gold, "--out", folder, *flags],
            check=True,
            capture_output=True,
        )
        names = {"{gold}": str(gold), "{coded}": str(coded), "{figures}": str(figures)}
        names["{bounds}"] = str(coded.parent / "bounds" / coded.name)
        scorer, *rest = (names.get(part, part) for part in run["score"])
        path = next(parent / scorer for parent in gold.parents if (parent / scorer).exists())
        printed = subprocess.run([sys.executable, path, *rest], check=True, capture_output=True, text=True).stdout
        return flat(json.loads(figures.read_text("utf-8") if figures.exists() else printed))


def compare(run: Run, figures: dict[str, float]) -> list[str]:
    """Give a line for each measure that lies below its floor."""
    return [
        f"{run['gold']} {' '.join(run['code'])}: {name} {figures.get(name, 0.0):g} is below its floor of {floor:g}"
        for name, floor in run["floors"].items()
        if figures.get(name, 0.0) < floor - SLACK
    ]


def settle(run: Run, figures: dict[str, float], *, may_fall: bool, reason: str) -> None:
    """Write the floors of one run as measured; those that fell only where they may."""
    for name, floor in run["floors"].items():
        if may_fall or figures.get(name, 0.0) > floor:
            run["floors"][name] = figures.get(name, 0.0)
    if reason:
        run["lowered"] = reason


@click.command()
@click.argument("gold", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--raise", "rises", is_flag=True, help="Write floors anew where figures rose.")
@click.option("--lower", "reason", default="", metavar="REASON", help="Write all floors as measured, and why.")
def main(gold: Path, rises: bool, reason: str) -> None:
    """Hold the quality on a folder of GOLD data against its floors."""
    runs: list[Run] = json.loads(BASELINE.read_text("utf-8"))
    problems: list[str] = []
    for run in runs:
        path = gold / run["gold"]
        if not path.exists():
            click.echo(f"{run['gold']}: not in {gold}, passed over")
            continue
        if run["sha256"] and digest(path) != run["sha256"] and not reason:
            problems.append(f"{run['gold']}: not the file its floors were measured on (its SHA-256 differs)")
            continue
        figures = measure(run, path)
        shown = "  ".join(f"{name} {figures.get(name, 0.0):g}" for name in run["floors"])
        click.echo(f"{run['gold']} {' '.join(run['code'])}: {shown}")
        problems += [] if reason else compare(run, figures)
        if rises or reason:
            run["sha256"] = digest(path)
            settle(run, figures, may_fall=bool(reason), reason=reason)
    if rises or reason:
        BASELINE.write_text(json.dumps(runs, indent=1, ensure_ascii=False) + "\n", "utf-8")
    for problem in problems:
        click.echo(problem, err=True)
    sys.exit(bool(problems))


if __name__ == "__main__":
    main()
