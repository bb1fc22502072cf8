"""What a browser sees of the pages: first paint, weight, a step of the time slider, and what it complains of."""

import math
import shutil
import statistics
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from flask import Flask
from playwright.sync_api import Browser, Page, sync_playwright
from waitress.server import create_server

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null"
# notes when bars stand, or a picture of the graph is drawn, and has been handed over
SEEN = """new MutationObserver((_, watch) => {
  const canvas = document.getElementById('canvas');
  if (canvas ? canvas.dataset.drawn !== 'yes' : !document.querySelector('.bars a')) return;
  watch.disconnect();
  requestAnimationFrame(() => setTimeout(() => { window.pictureSeen = performance.now(); }));
}).observe(document, { childList: true, subtree: true, attributes: true });"""
STEPS = 40
# a drag over the bars, a step a frame: how long until the frame that shows a step is handed over
DRAG = """async (steps) => {
  const box = document.querySelector('.brush-box');
  const edges = box.getBoundingClientRect();
  const send = (kind, part) => box.dispatchEvent(new PointerEvent(kind, {
    bubbles: true, button: 0, pointerId: 1, pointerType: 'mouse',
    clientX: edges.left + edges.width * part, clientY: edges.top + 20 }));
  const frame = () => new Promise((done) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = done;
    channel.port2.postMessage(0);
  }));
  box.setPointerCapture = () => {};
  send('pointerdown', 0.02);
  send('pointermove', 0.1);
  const isRead = () => performance.getEntriesByType('resource')
    .some((one) => one.name.includes('series.json') && one.responseEnd);
  while (!isRead()) await frame();
  for (let at = 0; at < 20; at += 1) await frame();
  const taken = [];
  for (let step = 0; step < steps; step += 1) {
    const start = performance.now();
    send('pointermove', 0.1 + 0.8 * (step + 1) / steps);
    await frame();
    taken.push(performance.now() - start);
  }
  return taken;
}"""


@dataclass
class Visit:
    """One visit of a page with nothing cached. bytes: what came over the line, by address.

    paint, picture: seconds until anything was seen, and until its bars or its graph were.
    """

    path: str
    paint: float | None = None
    picture: float | None = None
    bytes: dict[str, int] = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)

    @property
    def weight(self) -> float:
        """Give all that came over the line, in kB."""
        return sum(self.bytes.values()) / 1000

    @property
    def own_weight(self) -> float:
        """Give the same without the library that draws graphs."""
        return sum(size for url, size in self.bytes.items() if "vis-network" not in url) / 1000


@contextmanager
def served(app: Flask) -> Iterator[str]:
    """Serve the app on a free port of this machine and give its address."""
    server = create_server(app, host="127.0.0.1", port=0, threads=4)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.effective_port}"
    finally:
        server.close()
        thread.join(5)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start a headless Chromium of this machine, or the one Playwright brought along."""
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


def visit(browser: Browser, address: str, path: str) -> tuple[Visit, Page]:
    """Open a page in a context of its own; who calls closes it."""
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.add_init_script(SEEN)
    seen = Visit(path)
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    urls: dict[str, str] = {}

    def arrived(event: Any) -> None:
        url = urls.get(event["requestId"], "")
        seen.bytes[url] = seen.bytes.get(url, 0) + int(event["encodedDataLength"])

    line.on("Network.requestWillBeSent", lambda event: urls.__setitem__(event["requestId"], event["request"]["url"]))
    line.on("Network.loadingFinished", arrived)
    page.on("console", lambda told: seen.complaints.append(told.text) if told.type == "error" else None)
    page.on("pageerror", lambda problem: seen.complaints.append(str(problem)))
    page.on("request", lambda asked: _check(seen, address, asked.url))
    page.goto(address + path, wait_until="networkidle", timeout=60_000)
    if page.locator("#canvas").count():
        page.wait_for_selector("#canvas[data-drawn=yes]")
    paint, picture = page.evaluate(f"[{PAINT}, window.pictureSeen ?? null]")
    seen.paint, seen.picture = (None if one is None else one / 1000 for one in (paint, picture))
    return seen, page


def _check(seen: Visit, address: str, url: str) -> None:
    """Note a request that leaves the machine."""
    if not url.startswith((address, "data:", "blob:")):
        seen.complaints.append(f"asked {url}")


def first_paints(browser: Browser, address: str, path: str, rounds: int) -> tuple[float, float]:
    """Give the first paint, and when its picture was seen, each in the middle of several visits, in seconds."""
    visits = []
    for _ in range(rounds):
        seen, page = visit(browser, address, path)
        page.context.close()
        visits.append(seen)
    return median_of([seen.paint for seen in visits]), median_of([seen.picture for seen in visits])


def median_of(seconds: Sequence[float | None]) -> float:
    """Give the middle of some seconds; what was never seen came last."""
    return statistics.median(math.inf if one is None else one for one in seconds)


def slider_steps(browser: Browser, address: str, path: str) -> tuple[list[float], int, int]:
    """Drag over the bars below a graph. Gives seconds of each step, and how many actors and ties were drawn."""
    _, page = visit(browser, address, path)
    found = page.evaluate(DRAG, STEPS)
    data = page.evaluate("JSON.parse(document.getElementById('network').textContent)")
    page.context.close()
    return [one / 1000 for one in found], data["nodes"]["count"], data["edges"]["count"]


def careless_files(app: Flask, urls: set[str]) -> list[str]:
    """Name the static files that are not compressed, or may not be kept for good under their address."""
    client = app.test_client()
    found = []
    for url in sorted(urls):
        answer = client.get(url[url.index("/static/") :], headers={"Accept-Encoding": "br, gzip"})
        is_kept = "immutable" in answer.headers.get("Cache-Control", "")
        if not is_kept or answer.headers.get("Content-Encoding") not in ("br", "gzip"):
            found.append(url)
    return found
