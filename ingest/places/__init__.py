"""Finds the places a document names and tells which they are."""
