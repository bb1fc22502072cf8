"""The picture packed in columns: every value comes back from them."""

import json
from operator import itemgetter
from typing import Any

from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from web.packing import columns, pack


def test_what_is_packed_gives_every_actor_and_tie_back(client: FlaskClient) -> None:
    found = client.get("/graph.json").get_json()["network"]
    packed = pack(found)
    actors, ties = (unpacked(packed[name]) for name in ("nodes", "edges"))

    assert actors == found["nodes"]
    named = [
        tie | {end: actors[place]["id"] for end, place in ends.items()}
        for tie, ends in zip(ties, walked(ties), strict=True)
    ]
    full = [tie | {"id": f"{tie['from']}~{tie['to']}~{tie['sign']}"} for tie in named]
    assert sorted(full, key=itemgetter("id")) == sorted(found["edges"], key=itemgetter("id"))
    assert all(tie["from"] >= 0 for tie in ties)
    assert pack({}) == {}


@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(["a", "b", "c", "d"]),
            st.sampled_from([0, 1, 1.5, True, False, "", "1", [9, 5], {"on": True}]) | st.integers(),
        ),
        max_size=40,
    )
)
def test_any_rows_come_back_from_their_columns(rows: list[dict[str, Any]]) -> None:
    assert json.dumps(unpacked(columns(rows)), sort_keys=True) == json.dumps(rows, sort_keys=True)


def walked(ties: list[dict[str, Any]]) -> list[dict[str, int]]:
    """Give the places of the ends of ties from the steps between them, as the page's script does."""
    ends = {"from": 0, "to": 0}
    found = []
    for tie in ties:
        ends = {"from": ends["from"] + tie["from"], "to": tie["to"] + (0 if tie["from"] else ends["to"])}
        found.append(ends)
    return found


def unpacked(packed: dict[str, Any]) -> list[dict[str, Any]]:
    """Give the rows of columns, as the page's script does."""
    rows: list[dict[str, Any]] = []
    for place in range(packed["count"]):
        row = packed["all"] | {name: values[place] for name, values in packed["each"].items()}
        row |= {name: values[packed["at"][place]] for name, values in packed.get("of", {}).items()}
        rows.append({name: value for name, value in row.items() if value is not None})
    return rows
