"""Starts the app on a fresh graph as `make serve` does: python bench/serve.py

Prints the seconds of the first start (seeds/ read), of the second one (the same graph), and the memory resident:
of the engine, of the web server, and at most of the process that read seeds/.
"""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[1]
MEGABYTE = 1024**2
MOST_SECONDS = 600.0


def free_port() -> int:
    """Give a port of this machine that nobody listens on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


class Watch(threading.Thread):
    """Notes the most memory each kind of process below one had resident, in megabytes."""

    def __init__(self, process: psutil.Process) -> None:
        super().__init__(daemon=True)
        self.most: dict[str, float] = {}
        self._process = process

    def run(self) -> None:
        """Look every quarter of a second until the process is gone."""
        while self._process.is_running() and self._process.status() != psutil.STATUS_ZOMBIE:
            for one in [self._process, *self._process.children(recursive=True)]:
                try:
                    name, memory = kind_of(one.cmdline()), one.memory_info().rss / MEGABYTE
                except psutil.Error:
                    continue
                self.most[name] = max(self.most.get(name, 0.0), memory)
            time.sleep(0.25)


def kind_of(command: list[str]) -> str:
    """Say which part of Casus a command is."""
    line = " ".join(command)
    return next((name for name, sign in (("engine", "graph.engine"), ("ingest", "-m ingest")) if sign in line), "web")


def start(data: Path) -> tuple[float, dict[str, float], dict[str, float]]:
    """Start the app and stop it again. Gives seconds until it serves, and memory: at most, and while it serves."""
    environment = {**os.environ, "CASUS_DATA": str(data), "PORT": str(free_port())}
    begun = time.perf_counter()
    app = subprocess.Popen(
        [sys.executable, "-m", "web", "--seeds", "seeds"], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    )
    watch = Watch(psutil.Process(app.pid))
    watch.start()
    for line in app.stdout or ():
        if "http://" in line:
            break
    seconds = time.perf_counter() - begun
    time.sleep(2)
    family = [psutil.Process(app.pid), *psutil.Process(app.pid).children(recursive=True)]
    now = {kind_of(one.cmdline()): one.memory_info().rss / MEGABYTE for one in family}
    app.send_signal(signal.SIGINT)
    app.wait(60)
    return seconds, watch.most, now


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        first, most, _ = start(Path(folder))
        second, _, now = start(Path(folder))
    print(f"first start {first:.1f} s with seeds/ read, second start {second:.1f} s")
    print("resident while serving: " + ", ".join(f"{name} {memory:.0f} MB" for name, memory in sorted(now.items())))
    print(
        "at most in the first start: " + ", ".join(f"{name} {memory:.0f} MB" for name, memory in sorted(most.items()))
    )


if __name__ == "__main__":
    main()
