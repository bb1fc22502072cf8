"""What tests of reading and coding share: the real parser."""

import pytest

from ingest.parse import Parser


@pytest.fixture(scope="session")
def parser() -> Parser:
    """Give the real parser."""
    return Parser()
