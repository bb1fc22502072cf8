"""The production server as a process: address, a taken port, a clean stop, a store that is away."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from graph.engine_home import free_port
from graph.locks import Lock
from graph.settings import Settings
from graph.store import Store
from web.app import create_app
from web.port import AddressUnusable, PortTaken, note_of, others_over, taken_port
from web.serve import MARK, READING, fill

PATIENCE = 240


def start(port: int, **variables: str) -> "subprocess.Popen[str]":
    """Start `python -m web` and give the process. port: 0 for any free one."""
    environment = {**os.environ, "PORT": str(port), "PYTHONUNBUFFERED": "1", **variables}
    return subprocess.Popen(
        [sys.executable, "-m", "web"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


def ask(port: int, path: str) -> tuple[int, str, dict[str, Any]]:
    """Ask a page, and give status, text and headers."""
    try:
        with urlopen(f"http://127.0.0.1:{port}{path}", timeout=PATIENCE) as answer:
            return answer.status, answer.read().decode(), dict(answer.headers)
    except HTTPError as problem:
        return problem.code, problem.read().decode(), dict(problem.headers)


def wait_for_line(process: "subprocess.Popen[str]", words: str) -> str:
    """Read what the process prints until a line holds `words`."""
    assert process.stdout
    for line in process.stdout:
        if words in line:
            return line
    raise AssertionError(f"ended without saying {words!r}")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_server_prints_its_address_answers_and_stops_cleanly(web_store: Store, number: signal.Signals) -> None:
    process = start(0, CASUS_DATA=str(web_store.settings.data))
    try:
        wait_for_line(process, "Starting the graph …")
        told = re.search(r"http://127\.0\.0\.1:(\d+)", wait_for_line(process, "Casus is at"))
        assert told
        port = int(told[1])
        status, text, headers = ask(port, "/health")
        assert status == 200 and json.loads(text)["articles"] == 2
        assert headers["Server"] == "Casus"

        second = start(port, CASUS_DATA=str(web_store.settings.data))
        said, _ = second.communicate(timeout=PATIENCE)
        assert second.returncode == 1
        assert "Casus is already running at" in said and "PORT=" in said

        process.send_signal(number)
        assert process.wait(timeout=PATIENCE) == 0
    finally:
        process.kill()
        process.communicate()
    assert web_store.health().answers


@pytest.mark.parametrize("words", [b"", b"220 mail at your service\r\n"])
def test_a_port_of_another_program_is_named(tmp_path: Path, words: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        threading.Thread(target=lambda: greet(other, words), daemon=True).start()
        with (
            pytest.raises(PortTaken, match="in use by another program") as caught,
            taken_port("127.0.0.1", port, tmp_path),
        ):
            pass
    assert caught.value.port == port
    assert not note_of(tmp_path, port).exists()


def greet(listener: socket.socket, words: bytes) -> None:
    """Answer one caller with words that are no HTTP."""
    caller, _ = listener.accept()
    with caller:
        caller.sendall(words)


def test_a_port_held_by_a_casus_that_does_not_answer_yet_is_known_as_ours(tmp_path: Path) -> None:
    hold = "import sys; from pathlib import Path; from web.port import taken_port\n"
    hold += "with taken_port('127.0.0.1', 0, Path(sys.argv[1])) as t: print(t.getsockname()[1], flush=True); input()"
    holder = subprocess.Popen(
        [sys.executable, "-c", hold, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout
    port = int(holder.stdout.readline())
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), timeout=PATIENCE).close()
    with pytest.raises(PortTaken, match="Casus is already running"), taken_port("127.0.0.1", port, tmp_path):
        pass
    with taken_port("127.0.0.1", 0, tmp_path) as beside:
        assert others_over(tmp_path, beside.getsockname()[1]) == [f"http://127.0.0.1:{port}"]
    holder.communicate("\n", timeout=PATIENCE)
    assert not note_of(tmp_path, port).exists()
    with taken_port("127.0.0.1", port, tmp_path):
        assert json.loads(note_of(tmp_path, port).read_text())["pid"] == os.getpid()
        assert others_over(tmp_path, 0) == [], "its own note is none of another"


def test_an_address_of_another_machine_is_refused(tmp_path: Path) -> None:
    with (
        pytest.raises(AddressUnusable, match=r"cannot listen on 203\.0\.113\.1"),
        taken_port("203.0.113.1", 0, tmp_path),
    ):
        pass


def test_a_seeding_that_did_not_end_is_taken_up_and_a_filled_graph_is_left_alone(
    web_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CASUS_DATA", str(web_store.settings.data))
    told: list[str] = []
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    fill(web_store, tmp_path, seeds, told.append)
    assert told == []

    (tmp_path / MARK).touch()
    fill(web_store, tmp_path, seeds, told.append)
    assert "An earlier start did not end" in told[0]
    assert not (tmp_path / MARK).exists()


def test_of_two_over_one_folder_one_reads_and_the_other_says_so(web_store: Store, tmp_path: Path) -> None:
    (tmp_path / MARK).touch()
    reading, told = Lock(tmp_path / READING), list[str]()
    assert reading.acquire()

    fill(web_store, tmp_path, tmp_path, told.append)

    reading.release()
    assert told == [f"Another Casus over this graph is reading {tmp_path}/; what it reads appears here too."]
    assert (tmp_path / MARK).exists()


def test_a_setting_that_cannot_be_read_is_named() -> None:
    told, _ = (process := start(0, PORT="many")).communicate(timeout=PATIENCE)
    assert process.returncode == 1
    assert "PORT='many'" in told and "Traceback" not in told


def test_the_server_does_not_load_the_language_model() -> None:
    check = "import sys, web.serve; print(sorted({'spacy', 'dateparser', 'arcadedb_embedded'} & set(sys.modules)))"
    found = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_a_store_that_is_away_gives_a_page_that_says_so_and_asks_again(tmp_path: Path) -> None:
    settings = Settings(graph_url=f"bolt://127.0.0.1:{free_port()}", data=tmp_path)
    client = create_app(Store(settings), settings).test_client()
    answer = client.get("/timeline")
    text = answer.get_data(as_text=True)
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] and 'http-equiv="refresh"' in text
    assert "does not answer" in text
    assert client.get("/graph.json").get_json()["error"]["status"] == 503
    assert client.get("/health").status_code == 503
    assert client.get("/health").get_json()["answers"] is False
