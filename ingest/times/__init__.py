"""Time expressions: found by a token grammar, then resolved against the day of publication."""

from ingest.times.account import Account
from ingest.times.bounding import as_told
from ingest.times.finder import TimeFinder, build_times
from ingest.times.governing import account_of, govern, govern_all
from ingest.times.standing import as_standing, from_then_on, of_owner
from ingest.times.values import interval
from ingest.times.wording import Wording, read_wording

__all__ = [
    "Account",
    "TimeFinder",
    "Wording",
    "account_of",
    "as_standing",
    "as_told",
    "build_times",
    "from_then_on",
    "govern",
    "govern_all",
    "interval",
    "of_owner",
    "read_wording",
]
