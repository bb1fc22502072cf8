"""A real Neo4j Community server for the tests, without Docker: Java 17 and Maven are all it needs.

python tests/neo4j/launch.py start FOLDER    fetches the jars, starts a server, prints its address and password file
python tests/neo4j/launch.py stop FOLDER
"""

import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

POM = Path(__file__).with_name("pom.xml")
START_SECONDS = 300
START_TRIES = 3
FETCH_TRIES = 5
FETCH_PAUSE = 10
COMPLETE = "complete"
CONFIGURATION = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
server.memory.heap.max_size=768m
server.memory.pagecache.size=64m
dbms.security.allow_csv_import_from_file_urls=false
internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0
dbms.usage_report.enabled=false
"""


def start(folder: Path) -> str:
    """Start a server on a free port of loopback, wait until it answers, and give its address.

    Its password is in FOLDER/password. The data of an earlier start are dropped.
    """
    jars = folder / "lib"
    folder.mkdir(parents=True, exist_ok=True)
    if not (jars / COMPLETE).exists():
        fetch(jars)
    for _ in range(START_TRIES):
        port = free_port()
        if has_started(launch(folder, port), folder):
            return f"bolt://127.0.0.1:{port}"
        told = "\n".join(log.read_text(errors="replace") for log in logs_of(folder) if log.exists())
        print(f"the Neo4j server did not start:\n{told}", file=sys.stderr)
    sys.exit(f"the Neo4j server did not start in {START_TRIES} tries; its logs above say why")


def launch(folder: Path, port: int) -> subprocess.Popen[bytes]:
    """Start a server's process on a port, with new data and a new password."""
    for old in ("data", "logs"):
        shutil.rmtree(folder / old, ignore_errors=True)
    password = secrets.token_hex(16)  # hexadecimal: one that began with "-" would be read as an option
    (folder / "password").write_text(password)
    (folder / "conf").mkdir(exist_ok=True)
    (folder / "conf/neo4j.conf").write_text(CONFIGURATION.format(port=port))
    java = ["java", "-Xmx768m", "-cp", f"{folder}/lib/*"]
    where = os.environ | {"NEO4J_HOME": str(folder), "NEO4J_CONF": str(folder / "conf")}
    command = [*java, "org.neo4j.cli.AdminTool", "dbms", "set-initial-password", password]
    subprocess.run(command, env=where, check=True, stdout=subprocess.DEVNULL)
    server = [*java, "org.neo4j.server.CommunityEntryPoint", f"--home-dir={folder}", f"--config-dir={folder}/conf"]
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(server, stdout=log, stderr=log, start_new_session=True)
    (folder / "pid").write_text(str(process.pid))
    return process


def fetch(jars: Path) -> None:
    """Let Maven bring the server's jars, again where the network failed it."""
    goal = ["dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={jars}"]
    command = ["mvn", "-q", "-B", "-f", str(POM), *goal]
    for _ in range(FETCH_TRIES):
        if subprocess.run(command, stdout=sys.stderr, check=False).returncode == 0:
            break
        time.sleep(FETCH_PAUSE)
    else:
        sys.exit(f"Maven could not fetch the Neo4j server in {FETCH_TRIES} tries; its messages above say why")
    (jars / COMPLETE).touch()


def free_port() -> int:
    """Give a port of loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def logs_of(folder: Path) -> tuple[Path, Path]:
    """Give a server's own log, and what it printed."""
    return folder / "logs/neo4j.log", folder / "server.log"


def has_started(process: subprocess.Popen[bytes], folder: Path) -> bool:
    """Wait until the server's log says that it has started; where it does not, end it and say so."""
    log = logs_of(folder)[0]
    for _ in range(START_SECONDS * 5):
        if log.exists() and "Started." in log.read_text(errors="replace"):
            return True
        if process.poll() is not None:
            return False
        time.sleep(0.2)
    process.kill()
    process.wait()
    return False


def stop(folder: Path) -> None:
    """Stop the server that was started in a folder."""
    pid = int((folder / "pid").read_text())
    os.kill(pid, signal.SIGTERM)
    while is_alive(pid):
        time.sleep(0.1)
    (folder / "pid").unlink()


def is_alive(pid: int) -> bool:
    """Say whether a process is there, and is not one that has ended and waits to be collected."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    shown = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return not shown.stdout.strip().startswith("Z")


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] not in ("start", "stop"):
        sys.exit(__doc__)
    place = Path(sys.argv[2]).absolute()
    if sys.argv[1] == "start":
        print(start(place), place / "password")
    else:
        stop(place)
