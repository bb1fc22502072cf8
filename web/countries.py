"""Countries by name, from their ISO 3166-1 alpha-3 codes."""

import pycountry


def country_name(code: str | None) -> str:
    """Give the name of a country; a code that is none stays as it is.

    >>> country_name("QAT"), country_name("PSE"), country_name("XYZ"), country_name(None)
    ('Qatar', 'State of Palestine', 'XYZ', '')
    """
    found = pycountry.countries.get(alpha_3=code) if code else None
    name, _, style = str(getattr(found, "common_name", found.name)).partition(", ") if found else (code or "", "", "")
    return f"{style} {name}" if style else name
