"""The embedded engine's own process: ArcadeDB with Bolt on loopback, until nobody holds it any more."""

import json
import os
import secrets
import signal
import sys
import threading
import traceback
import urllib.request
from base64 import b64encode
from pathlib import Path

from arcadedb_embedded.server import ArcadeDBServer

from graph.engine import STOP_SECONDS
from graph.engine_home import DATABASE, OWNER, READER, Home, State, free_port
from graph.locks import Lock
from graph.schema import DROPS_SQL, TEXT_INDEXES_SQL

TICK_SECONDS = 1.0
COMMAND_MILLISECONDS = 10_000
MOST_RANGE = 200_000
READER_GROUP = {
    "resultSetLimit": -1,
    "readTimeout": -1,
    "access": [],
    "types": {"*": {"access": ["readRecord"]}},
}
OWNER_GROUP = {
    "resultSetLimit": -1,
    "readTimeout": -1,
    "access": ["updateSecurity", "updateSchema", "updateDatabaseSettings"],
    "types": {"*": {"access": ["createRecord", "readRecord", "updateRecord", "deleteRecord"]}},
}


def write_secret(path: Path, text: str) -> None:
    """Write a file which only its owner can read."""
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)


def prepare_accounts(home: Home) -> bool:
    """Lay out groups and passwords before the engine starts; say whether accounts must be made anew.

    Where a password file is gone, both are drawn again and the engine's list of users is dropped.
    """
    home.config.mkdir(parents=True, exist_ok=True)
    nobody = READER_GROUP | {"types": {"*": {"access": []}}}
    groups = {"admin": OWNER_GROUP, READER: READER_GROUP, "*": nobody}
    (home.config / "server-groups.json").write_text(
        json.dumps({"databases": {"*": {"groups": groups}}, "version": 2}), "utf-8"
    )
    users = home.config / "server-users.jsonl"
    files = tuple(home.passwords.values())
    if users.exists() and all(file.exists() and file.read_text("utf-8") for file in files):
        return False
    users.unlink(missing_ok=True)
    for file in files:
        write_secret(file, secrets.token_hex(24))
    return True


def make_reader(home: Home, port: int) -> None:
    """Make the account which can read and nothing else, by the server's own command."""
    user = {"name": READER, "password": home.passwords[READER].read_text("utf-8"), "databases": {DATABASE: [READER]}}
    key = b64encode(f"root:{home.passwords[OWNER].read_text('utf-8')}".encode()).decode()
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/api/v1/server",
        data=json.dumps({"command": f"create user {json.dumps(user)}"}).encode(),
        headers={"Authorization": f"Basic {key}", "Content-Type": "application/json"},
    )
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(request, timeout=30):
        pass


def make_server(home: Home, heap: str, ports: tuple[int, int]) -> ArcadeDBServer:
    """Make the engine, not yet started, to listen on two ports of loopback: for Bolt, and for its own commands."""
    bolt_port, http_port = ports
    config = {
        "mode": "development",
        "host": "127.0.0.1",
        "http_port": http_port,
        "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "bolt_port": bolt_port,
        "bolt_defaultDatabase": DATABASE,
        "command_timeout": COMMAND_MILLISECONDS,
        "queryMaxRangeSize": MOST_RANGE,
        "txWalFlush": 1,
    }
    password = home.passwords[OWNER].read_text("utf-8")
    return ArcadeDBServer(str(home.folder), root_password=password, config=config, jvm_kwargs={"heap_size": heap})


def prepare_database(server: ArcadeDBServer) -> None:
    """Make the database where there is none, close LOAD CSV, and make what only SQL can make."""
    database = server.create_database(DATABASE)
    for name in ("allowFileUrls", "allowRemoteUrls"):
        database.command("sql", f"ALTER DATABASE `arcadedb.opencypher.loadCsv.{name}` false")
    for statement in (*DROPS_SQL, *TEXT_INDEXES_SQL):
        database.command("sql", statement)


def keep_watch(home: Home, state: State, stopped: threading.Event) -> None:
    """Wait until told to stop, or until nobody holds an engine that is not kept.

    The state is written again where it was lost. At the end it is gone, and the lock on starting is taken where
    nobody has it who waits for the end, so that nobody adopts an engine which is going.
    """
    starting = Lock(home.starting_file)
    while not stopped.wait(TICK_SECONDS):
        if home.state() != state:
            home.write_state(state)
        if not home.is_kept and starting.acquire():
            if not home.holders() and not home.is_kept:
                break
            starting.release()
    home.state_file.unlink(missing_ok=True)
    starting.acquire()


def end(server: ArcadeDBServer) -> None:
    """Stop the engine and this process, also where a query that hears nothing would keep either alive."""
    limit = threading.Timer(STOP_SECONDS / 2, os._exit, (1,))
    limit.daemon = True
    limit.start()
    server.stop()
    if is_failed := sys.exc_info()[0] is not None:
        traceback.print_exc()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(int(is_failed))


def main(arguments: list[str]) -> None:
    """Run the engine of a folder: `python -m graph.engine_process FOLDER HEAP PORT`; port 0 is any."""
    folder, heap, port = arguments
    home = Home(Path(folder))
    os.chdir(home.folder)
    running = Lock(home.running_file)
    if not running.acquire(seconds=TICK_SECONDS):
        sys.exit(f"another engine owns {home.folder}")
    is_new = prepare_accounts(home)
    state, http_port = State(os.getpid(), int(port) or free_port(), heap), free_port()
    server = make_server(home, heap, (state.port, http_port))
    server.start()
    stopped = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stopped.set())
    try:
        prepare_database(server)
        if is_new:
            make_reader(home, http_port)
        home.write_state(state)
        keep_watch(home, state, stopped)
    finally:
        home.state_file.unlink(missing_ok=True)
        end(server)


if __name__ == "__main__":
    main(sys.argv[1:])
