"""Settings from the environment: defaults, kinds, bounds, and what is refused."""

from dataclasses import fields
from pathlib import Path

import pytest

from graph.settings import Settings, SettingsError, settings_from


def test_what_is_unset_or_empty_keeps_its_default() -> None:
    assert settings_from({}) == settings_from({"PORT": "", "CASUS_DATA": ""}) == Settings()


def test_each_value_becomes_what_its_field_holds() -> None:
    found = settings_from({"PORT": "9000", "CASUS_DATA": "/tmp/x", "CASUS_QUERY_SECONDS": "2.5"})

    assert (found.port, found.data, found.query_seconds) == (9000, Path("/tmp/x"), 2.5)


@pytest.mark.parametrize(
    ("variable", "value", "wanted"),
    [
        ("PORT", "80a", "a whole number"),
        ("CASUS_QUERY_SECONDS", "soon", "a number"),
        ("PORT", "-1", "to 65535"),
        ("PORT", "70000", "to 65535"),
        ("CASUS_QUERY_SECONDS", "0", "above 0"),
        ("CASUS_QUERY_SECONDS", "inf", "above 0"),
        ("CASUS_QUERY_SECONDS", "nan", "above 0"),
        ("CASUS_QUERY_ROWS", "0", "at least 1"),
        ("CASUS_GRAPH_URL", "http://127.0.0.1:7474", "bolt://"),
        ("CASUS_GRAPH_URL", "localhost", "bolt://"),
    ],
)
def test_a_value_that_cannot_be_read_is_named_with_its_variable(variable: str, value: str, wanted: str) -> None:
    with pytest.raises(SettingsError) as caught:
        settings_from({variable: value})

    assert variable in str(caught.value)
    assert value in str(caught.value)
    assert wanted in str(caught.value)


def test_the_password_file_wins_and_loses_its_line_end(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text("from the file\n")

    assert Settings(graph_password="given").password() == "given"
    assert Settings(graph_password="given", graph_password_file=str(file)).password() == "from the file"


def test_a_password_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"CASUS_GRAPH_PASSWORD_FILE.*No such file"):
        Settings(graph_password_file=str(tmp_path / "none")).password()


def test_every_setting_has_a_variable_and_a_help_text() -> None:
    assert all(item.metadata["variable"].isupper() and item.metadata["help"].endswith(".") for item in fields(Settings))
