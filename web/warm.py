"""Asks for the first pages right after the start, so that the first visitor meets an engine that has read them once."""

import threading
import time
from collections.abc import Callable

from flask import Flask

FIRST = ("/timeline", "/graph", "/")
# below so many seconds nobody would have noticed
SILENT_SECONDS = 2.0


def warm(app: Flask, say: Callable[[str], None]) -> threading.Thread:
    """Ask for the first pages in the background, and say so once they took their time; give the thread that does it.

    It stops where one of them cannot be given.
    """
    thread = threading.Thread(target=_ask, args=(app, say), name="warm", daemon=True)
    thread.start()
    return thread


def _ask(app: Flask, say: Callable[[str], None]) -> None:
    client, start = app.test_client(), time.monotonic()
    for path in FIRST:
        with client.get(path) as answer:
            answer.get_data()
            if answer.status_code != 200:
                return
    seconds = time.monotonic() - start
    if seconds > SILENT_SECONDS:
        say(f"The first pages have been read once ({seconds:.0f} s) and come up faster from now on.")
