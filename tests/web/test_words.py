"""Codes stand in words on the pages."""

import csv
import re
from pathlib import Path

from flask.testing import FlaskClient

from web.sectors import sector_name

LEXICONS = Path(__file__).parents[2] / "ingest" / "lexicons"


def test_every_sector_of_the_lexicons_has_words() -> None:
    codes = set()
    for table in ("ranks", "generics", "org_words", "organisations"):
        with (LEXICONS / f"{table}.tsv").open(encoding="utf-8") as lines:
            codes |= {row["sector"] for row in csv.DictReader(lines, delimiter="\t") if row["sector"]}
    assert {code for code in codes if sector_name(code) == code} == set()


def test_a_country_is_named_not_coded(client: FlaskClient) -> None:
    found = client.get("/search.json?q=hamas").get_json()["actors"][0]
    opened = client.get("/graph.json?sel=actor:hamas").get_json()["selection"]
    for country in (found["country"], opened["facts"][-1]):
        assert not re.fullmatch("[A-Z]{3}", country)
