"""Parts of a page that are read at the same time."""

import threading

import pytest
from flask import Flask, current_app

from graph.errors import GraphError
from web.asked import rows_of
from web.at_once import at_once


def test_parts_are_read_at_the_same_time_in_the_context_of_the_request(app: Flask) -> None:
    both = threading.Barrier(3, timeout=60)

    def read() -> str:
        both.wait()
        return current_app.name

    with app.test_request_context("/search"), at_once() as start:
        found = start(read), start(read)
        both.wait()
        assert [one.result() for one in found] == [app.name, app.name]


def test_what_goes_wrong_in_a_part_is_raised_where_it_is_asked_for(app: Flask) -> None:
    with app.test_request_context("/search"), at_once() as start:
        wrong, right = start(lambda: rows_of("search_articles", text="+", most=1)), start(lambda: 1)
        assert right.result() == 1
        with pytest.raises(GraphError):
            wrong.result()
