"""Makes the pictures of the README: `make screenshots`. Starts Casus on seeds/ in a folder of its own."""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
ADDRESS = re.compile(r"http://[\d.:]+\d")
QUERY = (
    "MATCH (a:Actor)-[:DID]->(e:Event {type: 'ASSAULT', status: 'actual'})-[:TO]->(b:Actor),\n"
    "      (e)<-[:OF]-(r:Report)\n"
    "WHERE e.first IS NOT NULL AND a <> b\n"
    "RETURN e.first AS day, a.name AS actor, b.name AS recipient, r.quote AS sentence\n"
    "ORDER BY day DESC, sentence LIMIT 12"
)
PICTURES = {
    "graph": "/graph",
    "timeline": "/timeline?from=2022-06&to=2023-12",
    "console": "/cypher",
}


@contextmanager
def casus() -> Iterator[str]:
    """Serve the seeds and give the address."""
    with tempfile.TemporaryDirectory() as data:
        command = [sys.executable, "-m", "web", "--seeds", "seeds"]
        environment = os.environ | {"CASUS_DATA": data, "PORT": "0", "CASUS_GRAPH_URL": ""}
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
        try:
            found = next(filter(None, map(ADDRESS.search, process.stdout or ())), None)
            if not found:
                sys.exit("Casus did not start")
            yield found[0]
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(60)


def main() -> None:
    """Take every picture."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with casus() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1200, "height": 760})
        for name, path in PICTURES.items():
            page.goto(address + path)
            if name == "console":
                page.fill("textarea", QUERY)
                page.get_by_role("button", name="Run", exact=True).click()
                page.wait_for_selector("#result")
            page.wait_for_load_state("networkidle")
            page.wait_for_timeout(1000)
            page.screenshot(path=ROOT / "docs" / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
