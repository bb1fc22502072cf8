"""Finds who is named in a document, tells what kind of actor it is and which one."""

from ingest.actors.build import build_actors
from ingest.actors.finder import ActorFinder

__all__ = ["ActorFinder", "build_actors"]
