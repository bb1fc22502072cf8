"""Holds the pages to their budgets on a large made-up graph: python bench/web.py

Makes 10,000 actors and 100,000 events by the store's own write path, and a graph of 1,000,000 events in bulk; asks for
every page, each time with nothing remembered, and beside it runs the bare Cypher of the queries the page ran; opens the
pages in a headless Chromium, the first paint being that of a page sent in parts, and the bars those of the timeline.
Says how much memory the engine and the pages hold. Exits with 1 where a budget is missed.

    python bench/web.py --actors 500 --events 2000 --long 0 --rounds 3      # a quick look
    python bench/web.py --data FOLDER                                       # keeps the graphs there for the next run
    python bench/web.py --url bolt://… --password-file FILE                 # an empty server of your own, one graph

Times are of this machine as busy as it is: the load is printed beside them.
"""

import argparse
import os
import statistics
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import psutil

from bench.asked import engine_parser
from bench.batches import World
from bench.browser import careless_files, chromium, first_paints, served, slider_steps, visit
from bench.fill import count_events, fill, fill_in_bulk
from bench.pages import HEADING, Timed, line_of, listening_app, paths_of, percentile, time_page
from graph.settings import Settings
from graph.store import Store, open_store
from web.warm import warm

YEARS = 10
LONG_YEARS = 20
HEAP = "1g"
MEGABYTE = 1024**2
RATIO = 1.5
# Below this a page's own work, such as its template, outweighs any query, and a ratio says nothing.
LEAST_QUERY = 0.02
MOST_SECONDS = 5.0
SEEN = ("/", "/graph", "/graph?limit=1000", "/graph?view=table", "/graph?view=matrix", "/timeline", "/cypher")


@dataclass(frozen=True, slots=True)
class Check:
    """One budget and what was found."""

    name: str
    found: float
    budget: float
    unit: str

    @property
    def is_kept(self) -> bool:
        """Say whether the budget holds."""
        return self.found <= self.budget


def time_pages(store: Store, rounds: int, least: float) -> list[Check]:
    """Time every page and give the budgets of the server. least: seconds of queries below which no ratio counts."""
    app, listener = listening_app(store)
    print(f"\n{count_events(store):,} events; load {os.getloadavg()[0]:.1f}; milliseconds in the middle and at 95 %")
    print(HEADING)
    found: list[Timed] = []
    for path in paths_of(store):
        found.append(time_page(store, app, listener, path, rounds))
        print(line_of(found[-1]), flush=True)
    tell_memory(store)
    slowest = max(found, key=lambda one: statistics.median(one.first))
    telling = [one for one in found if statistics.median(one.bare) >= least]
    if quick := [one for one in found if one not in telling]:
        most = max(quick, key=lambda one: one.own)
        print(f"\n{len(quick)} pages have queries of less than {least * 1000:.0f} ms, and so no budget beside them;")
        print(f"the most any of these takes beyond its queries is {most.own * 1000:.0f} ms: {most.path}")
    broken = sum(one.status != 200 for one in found)
    held = f"{count_events(store):,} events:"
    return [
        Check(f"{held} pages that do not answer with 200", broken, 0, ""),
        Check(f"{held} slowest first answer, {slowest.path}", statistics.median(slowest.first), MOST_SECONDS, "s"),
        *(Check(f"{held} beside its Cypher, {one.path}", one.ratio, RATIO, "times") for one in telling),
    ]


def tell_memory(store: Store) -> None:
    """Print how much memory is held by now: by this process, which is the app, and by an embedded engine."""
    told = {"the app, with all it remembers": os.getpid()}
    if store.engine:
        told["the engine"] = store.engine.state.pid
    held = {name: psutil.Process(pid).memory_info().rss / MEGABYTE for name, pid in told.items()}
    print("resident: " + ", ".join(f"{name} {memory:.0f} MB" for name, memory in held.items()), flush=True)


def look_at_pages(store: Store, rounds: int) -> Iterator[Check]:
    """Open the pages in a browser and give the budgets of what it sees."""
    app, _ = listening_app(store)
    with served(app) as address, chromium() as browser:
        urls: set[str] = set()
        complaints: list[str] = []
        for path in SEEN:
            seen, page = visit(browser, address, path)
            page.context.close()
            complaints += seen.complaints
            urls |= {url for url in seen.bytes if "/static/" in url}
            yield Check(f"{path}: sent, without the library", seen.own_weight, 60, "kB")
            if seen.own_weight < seen.weight:
                yield Check(f"{path}: sent with it", seen.weight, 230, "kB")
        yield Check("complaints, foreign requests " + "; ".join(complaints[:3]), len(complaints), 0, "")
        careless = careless_files(app, urls)
        yield Check("static files not compressed or not kept " + " ".join(careless), len(careless), 0, "")
        paint, picture = first_paints(browser, address, "/graph", rounds)
        print(f"/graph: drawn {picture:.2f} s after it was asked for", flush=True)
        yield Check("/graph: first paint", paint, 0.5, "s")
        steps, actors, ties = slider_steps(browser, address, "/graph?limit=1000")
        name = f"a step of the slider, {actors:,} actors and {ties:,} ties"
        yield Check(name, statistics.median(steps) * 1000, 50, "ms")
        yield Check(f"{name}, at 95 %", percentile(steps, 0.95) * 1000, 50, "ms")


def look_at_long_timeline(store: Store, rounds: int) -> Iterator[Check]:
    """Open the timeline of a very large graph: at once, and when the server has asked for the first pages itself."""
    app, _ = listening_app(store)
    name = f"/timeline over {count_events(store):,} events:"
    with chromium() as browser, served(app) as address:
        warming = warm(app, print)
        seen, page = visit(browser, address, "/timeline")
        page.context.close()
        warming.join()
        for when, paint, picture in (
            ("the first visit", seen.paint or 99, seen.picture or 99),
            ("later visits", *first_paints(browser, address, "/timeline", rounds)),
        ):
            yield Check(f"{name} first paint of {when}", paint, 1, "s")
            yield Check(f"{name} its bars, {when}", picture, 1, "s")


def filled(store: Store, events: int, world: World, *, in_bulk: bool) -> None:
    """Fill a store unless it holds what is asked for. Exits where it holds something else."""
    held = count_events(store)
    if held == 0:
        print(f"making {events:,} events …", flush=True)
        (fill_in_bulk if in_bulk else fill)(store, events, world)
    elif held != events:
        sys.exit(f"{store.address} holds {held:,} events, wanted {events:,} or none")


def report(checks: list[Check]) -> int:
    """Print the budgets as a table, and give how many are missed."""
    print(f"\n{'budget':90} {'wanted':>7} {'got':>8}       met")
    for one in checks:
        met = "yes" if one.is_kept else "NO"
        print(f"{one.name[:90]:90} {one.budget:7g} {one.found:8.2f} {one.unit:5} {met}")
    missed = sum(not one.is_kept for one in checks)
    print(f"{len(checks) - missed} of {len(checks)} budgets are met; load {os.getloadavg()[0]:.1f}")
    return missed


def read_arguments() -> argparse.Namespace:
    """Read what is asked for."""
    parser = engine_parser(__doc__)
    parser.add_argument("--actors", type=int, default=10_000)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--long", type=int, default=1_000_000, help="events of the long timeline, 0 for none")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--data", type=Path, help="folder that keeps the graphs")
    return parser.parse_args()


def measure(asked: argparse.Namespace, folder: Path) -> list[Check]:
    """Make the graphs and check every budget."""
    server = {"graph_url": asked.url, "graph_password_file": asked.password_file}
    checks: list[Check] = []
    world = World(actors=asked.actors, days=365 * YEARS, start=date(2010, 1, 1))
    with open_store(Settings(data=folder / "graph", heap=HEAP, **server)) as store:
        filled(store, asked.events, world, in_bulk=False)
        checks += time_pages(store, asked.rounds, LEAST_QUERY)
        checks += look_at_pages(store, asked.rounds)
    if asked.long and not asked.url:
        world = World(actors=2 * asked.actors, days=365 * LONG_YEARS, start=date(2000, 1, 1))
        with open_store(Settings(data=folder / "long", heap=HEAP)) as store:
            filled(store, asked.long, world, in_bulk=True)
            checks += look_at_long_timeline(store, asked.rounds)
            checks += time_pages(store, min(asked.rounds, 3), LEAST_QUERY)
    return checks


def main() -> None:
    """Measure on the engine that is asked for."""
    asked = read_arguments()
    with tempfile.TemporaryDirectory() as folder:
        missed = report(measure(asked, asked.data or Path(folder)))
    sys.exit(missed > 0)


if __name__ == "__main__":
    main()
