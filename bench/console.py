"""How soon a query that would run for ever is stopped on the server, past its limit: python bench/console.py

    python bench/console.py [--seconds 1] [--url bolt://… --password-file FILE]

Without --url the embedded engine is started in a folder of its own. Wanted: within 2 seconds of the limit.
"""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.asked import engine_parser, opened
from graph.console import Console
from graph.errors import QueryTooSlow
from graph.store import Store

RUNAWAYS = {
    "two long lists": "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b) AS n",
    "a list, sorted": "UNWIND range(1, 20000) AS a UNWIND range(1, 20000) AS b RETURN a, b ORDER BY a * b % 7 LIMIT 5",
    "a fold in a fold": (
        "RETURN reduce(s = 0, x IN range(1, 200000) | s + reduce(t = 0, y IN range(1, 200000) | t + y)) AS n"
    ),
}
PAUSE = 0.05
MOST_SECONDS = 60.0


def measure(store: Store, query: str, seconds: float) -> tuple[float, float]:
    """Run a query up to its limit. Gives the seconds past it until the asker is told, and until the graph answers."""
    started = time.monotonic()
    try:
        Console(store).ask(query, seconds=seconds)
    except QueryTooSlow:
        told = time.monotonic() - started
        while store.is_running("casus-") and time.monotonic() - started < MOST_SECONDS:
            time.sleep(PAUSE)
        return told - seconds, time.monotonic() - started - seconds
    sys.exit("the query ended by itself; raise its numbers")


def main() -> None:
    """Measure on the engine that is asked for."""
    parser = engine_parser(__doc__ or "")
    parser.add_argument("--seconds", type=float, default=1.0)
    asked = parser.parse_args()
    with opened(asked) as store:
        print(f"{store.health().engine}: seconds past a limit of {asked.seconds:g}")
        for name, query in RUNAWAYS.items():
            told, again = measure(store, query, asked.seconds)
            print(f"  {name:20}told after {told:5.2f}   the graph answers again after {again:5.2f}")


if __name__ == "__main__":
    main()
