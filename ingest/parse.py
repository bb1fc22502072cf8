"""Parses texts with spaCy, the only module that knows it."""
