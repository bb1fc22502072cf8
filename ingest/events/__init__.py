"""Codes who did what to whom: frames of words to reports with their parties, status and casualties."""

from ingest.events.coder import EventCoder
from ingest.events.data import EventData, build_events

__all__ = ["EventCoder", "EventData", "build_events"]
