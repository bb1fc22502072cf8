"""What can be set from outside, read once from the environment and passed on."""

import math
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from graph.errors import GraphError

_WANTED: dict[type, str] = {int: "a whole number", float: "a number"}
_SCHEMES = tuple(f"{name}{end}://" for name in ("bolt", "neo4j") for end in ("", "+s", "+ssc"))


class SettingsError(GraphError):
    """A setting that cannot be used: its variable, what stood there, what was wanted."""

    def __init__(self, variable: str, found: str, wanted: str) -> None:
        self.variable, self.found, self.wanted = variable, found, wanted
        super().__init__(f"{variable}={found!r}: wanted {wanted}")


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a number must keep to, and how that is said."""

    wanted: str
    holds: Callable[[float], bool]


_PORT = Bounds("a port from 0 (any free one) to 65535", lambda number: 0 <= number <= 65535)
_SECONDS = Bounds("a number of seconds above 0", lambda number: math.isfinite(number) and number > 0)
_ROWS = Bounds("a whole number of at least 1", lambda number: number >= 1)


def _about(variable: str, help_text: str, bounds: Bounds | None = None) -> dict[str, Any]:
    """Give a field's metadata: its environment variable, its help text and what its number must keep to."""
    return {"variable": variable, "help": help_text, "bounds": bounds}


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of Casus. The help texts stand in the fields' metadata."""

    graph_url: str = field(
        default="",
        metadata=_about(
            "CASUS_GRAPH_URL", "Address of a Neo4j server (bolt:// or neo4j://); empty for the embedded engine."
        ),
    )
    graph_user: str = field(default="neo4j", metadata=_about("CASUS_GRAPH_USER", "User at that server."))
    graph_password: str = field(default="", metadata=_about("CASUS_GRAPH_PASSWORD", "Password at that server."))
    graph_password_file: str = field(
        default="",
        metadata=_about("CASUS_GRAPH_PASSWORD_FILE", "File that holds the password; it wins over the password itself."),
    )
    data: Path = field(
        default=Path("data"),
        metadata=_about("CASUS_DATA", "Folder of the embedded engine, its passwords and the compiled lexicons."),
    )
    heap: str = field(default="512m", metadata=_about("CASUS_HEAP", "Most memory of the embedded engine's heap."))
    host: str = field(default="127.0.0.1", metadata=_about("HOST", "Address the web app listens on."))
    port: int = field(default=8000, metadata=_about("PORT", "Port the web app listens on.", _PORT))
    query_seconds: float = field(
        default=10.0,
        metadata=_about("CASUS_QUERY_SECONDS", "Longest time a query typed into the console may run.", _SECONDS),
    )
    query_rows: int = field(
        default=1000,
        metadata=_about("CASUS_QUERY_ROWS", "Most rows a query typed into the console may return.", _ROWS),
    )

    @property
    def engine_folder(self) -> Path:
        """Give the folder the embedded engine owns."""
        return self.data / "engine"

    def password(self) -> str:
        """Give the password of the server, from its file where one is named.

        Raises SettingsError where the file cannot be read.
        """
        if not self.graph_password_file:
            return self.graph_password
        try:
            return Path(self.graph_password_file).read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError) as problem:
            reason = problem.strerror if isinstance(problem, OSError) else "it is not text"
            raise SettingsError(
                "CASUS_GRAPH_PASSWORD_FILE", self.graph_password_file, f"a file that can be read ({reason})"
            ) from problem


def settings_from(environment: Mapping[str, str] | None = None) -> Settings:
    """Make the settings from the environment; what is unset or empty keeps its default.

    Raises SettingsError naming the variable where a value cannot be read, a number is out of bounds,
    or the address is of no known scheme.

    >>> settings_from({"PORT": "9000"}).port
    9000
    """
    environment = os.environ if environment is None else environment
    given: dict[str, Any] = {}
    for item in fields(Settings):
        default: Any = item.default
        variable, kind = item.metadata["variable"], type(default)
        text = environment.get(variable, "")
        if not text:
            continue
        try:
            given[item.name] = Path(text) if isinstance(default, Path) else kind(text)
        except ValueError as problem:
            raise SettingsError(variable, text, _WANTED.get(kind, "another value")) from problem
        bounds: Bounds | None = item.metadata["bounds"]
        if bounds is not None and not bounds.holds(given[item.name]):
            raise SettingsError(variable, text, bounds.wanted)
    url = given.get("graph_url", "")
    if url and not url.startswith(_SCHEMES):
        raise SettingsError("CASUS_GRAPH_URL", url, "an address such as bolt://127.0.0.1:7687")
    return Settings(**given)
