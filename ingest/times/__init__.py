"""Time expressions: found by a token grammar, then resolved against the day of publication."""

from ingest.times.finder import TimeFinder, build_times
from ingest.times.governing import govern, govern_all
from ingest.times.publication import date_article
from ingest.times.values import interval

__all__ = ["TimeFinder", "build_times", "date_article", "govern", "govern_all", "interval"]
