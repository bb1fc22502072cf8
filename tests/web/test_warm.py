"""The first pages, asked for in the background after the start."""

from bench.pages import listening_app
from graph.queries import queries
from graph.store import Store
from web.warm import FIRST, warm


def test_what_the_first_pages_need_is_remembered_before_anybody_asks(web_store: Store) -> None:
    app, listener = listening_app(web_store)
    said: list[str] = []
    warm(app, said.append).join()
    asked_before = len(listener.asked)
    answers = [app.test_client().get(path).status_code for path in FIRST]
    asked_again = {query for query, _ in listener.asked[asked_before:]}

    assert answers == [200] * len(FIRST)
    assert all("s)" in line for line in said)
    assert not asked_again & {queries()[name] for name in ("ties_strongest", "bins_between", "timeline_keys")}
