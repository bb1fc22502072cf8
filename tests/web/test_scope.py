"""What a picture or a file is about, in words."""

from datetime import date

from flask import Flask

from web.filters import Filters
from web.scope import scope_of


def told(app: Flask, filters: Filters) -> str:
    with app.test_request_context():
        return scope_of(filters)


def test_filters_are_told_with_names_and_days(app: Flask) -> None:
    filters = Filters(actors=("israel", "un"), signs=("hostile",), places=("gaza",), first=date(2019, 8, 1), sources=2)

    assert told(app, filters) == (
        "Actors: Israel or United Nations. Sign: hostile acts. Status: told as having happened. "
        "Places: Gaza Strip. At least 2 independent sources. From 1 August 2019 on."
    )


def test_without_filters_it_says_so_and_an_unknown_id_stands_for_itself(app: Flask) -> None:
    assert told(app, Filters()) == "All events that are told as having happened. All time."
    assert told(app, Filters(actors=("nobody",), statuses=("threatened",))) == (
        "Actors: “nobody”. Status: threatened. All time."
    )


def test_a_window_alone_is_told_after_what_counts_in_it(app: Flask) -> None:
    assert told(app, Filters(first=date(2019, 8, 1))) == (
        "All events that are told as having happened. From 1 August 2019 on."
    )


def test_that_only_what_happened_counts_is_told_beside_every_other_filter(app: Flask) -> None:
    others = Filters(actors=("un",)), Filters(types=("AID",)), Filters(places=("gaza",)), Filters(sources=2)

    assert all("told as having happened" in told(app, one) for one in (Filters(), *others))
    assert "told as having happened" not in told(app, Filters(statuses=("denied",), sources=2))
