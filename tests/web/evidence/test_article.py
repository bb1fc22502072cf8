"""An article's page: the whole text, what was read from it, and what was not."""

from flask.testing import FlaskClient


def runs_of(client: FlaskClient) -> list[dict[str, object]]:
    return [run for line in client.get("/article/wire.json").get_json()["lines"] for run in line]


def test_the_whole_text_is_there_once(evidence: FlaskClient, wire: str) -> None:
    lines = evidence.get("/article/wire.json").get_json()["lines"]
    shown = ["".join(piece["text"] for run in line for piece in run["pieces"]) for line in lines]

    assert shown == [line for line in wire.splitlines() if line]


def test_coded_sentences_lead_to_their_events_and_uncoded_ones_stay(evidence: FlaskClient) -> None:
    runs = runs_of(evidence)

    assert [run["is_coded"] for run in runs] == [False, True, False, True]
    assert runs[1]["events"] == [["/event/night", "Attacks"]]
    assert runs[3]["events"] == [["/event/denial", "Rejects"], ["/event/denied", "Attacks, denied"]]


def test_each_report_leads_to_its_sentence(evidence: FlaskClient) -> None:
    page = evidence.get("/article/wire.json").get_json()
    anchors = {f"#{run['anchor']}" for line in page["lines"] for run in line if run["anchor"]}

    assert {one["anchor"] for one in page["tellings"]} == anchors


def test_times_and_actors_beside_the_events_are_marked_too(evidence: FlaskClient) -> None:
    pieces = [piece for run in runs_of(evidence) for piece in run["pieces"]]  # type: ignore[attr-defined]
    by_text = {piece["text"]: piece for piece in pieces}

    assert by_text["On Sunday night"]["kinds"] == ["date"]
    assert by_text["On Sunday night"]["label"] == "time: Sunday 25 August 2019"
    assert by_text["Delta meets"]["href"] == "/actor/delta"


def test_a_place_the_graph_does_not_hold_is_marked_and_leads_nowhere(evidence: FlaskClient) -> None:
    pieces = [piece for run in runs_of(evidence) for piece in run["pieces"]]  # type: ignore[attr-defined]

    assert [(piece["kinds"], piece["href"]) for piece in pieces if piece["text"] == "Nobody"] == [(["place"], "")]


def test_the_day_of_publication_is_never_finer_than_known(evidence: FlaskClient) -> None:
    given = evidence.get("/article/wire.json").get_json()
    inferred = evidence.get("/article/paper.json").get_json()

    assert given["published"] == "Tuesday 27 August 2019"
    assert inferred["published"] == "some day between 26 and 31 August 2019"
    assert inferred["known"] == ["inferred from its text", "its latest fact is of Sunday"]


def test_hostile_text_is_text(evidence: FlaskClient, payloads: tuple[str, ...]) -> None:
    for path in ("/article/wire", "/event/night", "/actor/arden", "/pair/arden/delta"):
        text = evidence.get(path).get_data(as_text=True)
        for payload in payloads[:4]:
            assert payload not in text
        assert "&lt;b&gt;all&lt;/b&gt;" in text or not path.startswith("/article")


def test_an_unknown_article_is_not_found(evidence: FlaskClient) -> None:
    assert evidence.get("/article/none").status_code == 404
