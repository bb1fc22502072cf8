"""XML as text: what no version of it may hold is left out."""

import re
import xml.etree.ElementTree as ET

FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """Leave out the characters XML 1.0 cannot hold.

    >>> clean("a\\x00b")
    'ab'
    """
    is_plain = text.isascii() and text.isprintable()  # most are, and this is told at once
    return text if is_plain else FORBIDDEN.sub("", text)


def xml_text(root: ET.Element) -> str:
    """Give a whole document with its declaration."""
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"
