"""Finds the places a document names and tells which they are."""

from ingest.places.build import build_places
from ingest.places.finder import PlaceFinder

__all__ = ["PlaceFinder", "build_places"]
