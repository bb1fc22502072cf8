"""Gives reports their ids."""

import hashlib


def report_id(article: str, sentence: int, trigger: int, event_type: str, part: int) -> str:
    """Give the id of a report: the same for the same words of the same article, whatever rule found it."""
    key = f"{article}\0{sentence}\0{trigger}\0{event_type}\0{part}"
    return hashlib.blake2b(key.encode(), digest_size=12).hexdigest()
