"""What can be set from outside, read once from the environment and passed on."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

from graph.errors import GraphError


class SettingsError(GraphError):
    """A setting that cannot be used: its variable, what stood there, what was wanted."""

    def __init__(self, variable: str, found: str, wanted: str) -> None:
        self.variable, self.found, self.wanted = variable, found, wanted
        super().__init__(f"{variable}={found!r}: wanted {wanted}")


def _setting(default: object, variable: str, help_text: str) -> object:
    """Make a field which knows its environment variable and its help text."""
    return field(default=default, metadata={"variable": variable, "help": help_text})


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of Casus. The help texts stand in the fields' metadata."""

    graph_url: str = _setting(  # type: ignore[assignment]
        "", "CASUS_GRAPH_URL", "Address of a Neo4j server (bolt:// or neo4j://); empty for the embedded engine."
    )
    graph_user: str = _setting("neo4j", "CASUS_GRAPH_USER", "User at that server.")  # type: ignore[assignment]
    graph_password: str = _setting(  # type: ignore[assignment]
        "", "CASUS_GRAPH_PASSWORD", "Password at that server."
    )
    graph_password_file: str = _setting(  # type: ignore[assignment]
        "", "CASUS_GRAPH_PASSWORD_FILE", "File that holds the password; it wins over the password itself."
    )
    data: Path = _setting(  # type: ignore[assignment]
        Path("data"), "CASUS_DATA", "Folder of the embedded engine, its passwords and the compiled lexicons."
    )
    heap: str = _setting("512m", "CASUS_HEAP", "Most memory of the embedded engine's heap.")  # type: ignore[assignment]
    host: str = _setting("127.0.0.1", "HOST", "Address the web app listens on.")  # type: ignore[assignment]
    port: int = _setting(8000, "PORT", "Port the web app listens on.")  # type: ignore[assignment]
    query_seconds: float = _setting(  # type: ignore[assignment]
        10.0, "CASUS_QUERY_SECONDS", "Longest time a query typed into the console may run."
    )
    query_rows: int = _setting(  # type: ignore[assignment]
        1000, "CASUS_QUERY_ROWS", "Most rows a query typed into the console may return."
    )

    def password(self) -> str:
        """Give the password of the server, from its file where one is named.

        Raises SettingsError where the file cannot be read.
        """
        if not self.graph_password_file:
            return self.graph_password
        try:
            return Path(self.graph_password_file).read_text("utf-8").strip()
        except OSError as problem:
            raise SettingsError(
                "CASUS_GRAPH_PASSWORD_FILE", self.graph_password_file, f"a file that can be read ({problem.strerror})"
            ) from problem


def _read(variable: str, text: str, kind: object) -> object:
    """Turn a variable's text into the kind of its field."""
    wanted = {int: "a whole number", float: "a number"}
    try:
        return kind(text) if callable(kind) else text
    except ValueError as problem:
        raise SettingsError(variable, text, wanted.get(kind, "another value")) from problem  # type: ignore[call-overload]


def settings_from(environment: Mapping[str, str] | None = None) -> Settings:
    """Make the settings from the environment; what is unset or empty keeps its default.

    Raises SettingsError naming the variable where a value cannot be read.
    """
    environment = os.environ if environment is None else environment
    given = {}
    for item in fields(Settings):
        text = environment.get(item.metadata["variable"], "")
        if text:
            given[item.name] = _read(item.metadata["variable"], text, type(item.default))
    return Settings(**given)  # type: ignore[arg-type]
