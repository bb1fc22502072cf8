"""Figures of victims in words."""

from web.tolls import figure


def test_people_told_by_a_bare_plural_get_no_figure() -> None:
    assert figure(2, 99) == "several"
    assert figure(24, 99) == "24 to 99"
    assert figure(2, 3) == "2 to 3"
