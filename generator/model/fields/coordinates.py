"""A position as people copy it from a map -> "54.3280, -2.7460": latitude and longitude, in degrees of WGS 84."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema

from generator.diagnostics import FieldError, quoted

A_POSITION = re.compile(r"([+-]?[0-9]{1,3}\.[0-9]{1,15})(?:\x20?,\x20?|\x20)([+-]?[0-9]{1,3}\.[0-9]{1,15})")
FEWEST_PLACES = 3
"""Decimal places: with fewer a position is more than 100 metres off."""
MOST_PLACES = 6
"""With so many it is one of a hand's breadth; a map gives more, which say nothing."""
NORTH, SOUTH, WEST, EAST = Decimal(61), Decimal("49.8"), Decimal("-8.7"), Decimal("1.8")
"""The edges of the United Kingdom and the islands around it."""


def coordinates(value: Any) -> str:
    """Read a position. FieldError where it is none, or none in the United Kingdom."""
    if not isinstance(value, str) or not (found := A_POSITION.fullmatch(" ".join(value.split()))):
        given = quoted(value) if isinstance(value, str) else "this"
        cure = "write it as 54.3280, -2.7460: latitude first"
        raise FieldError("not-a-position", f"{given} is not a position on a map", cure)
    latitude, longitude = (Decimal(one.removeprefix("+")) for one in found.groups())
    if min(map(_places, (latitude, longitude))) < FEWEST_PLACES:
        words = f"{quoted(value)} has too few digits: it may be streets away"
        raise FieldError("position-too-rough", words, f"write {FEWEST_PLACES} decimal places or more: 54.3280, -2.7460")
    if _is_ours(longitude, latitude):
        cure = f'write "{_written(longitude)}, {_written(latitude)}": latitude first'
        raise FieldError("position-upside-down", f"{quoted(value)} has its longitude first", cure)
    if not _is_ours(latitude, longitude):
        words = f"{quoted(value)} is not in the United Kingdom"
        raise FieldError("position-elsewhere", words, "look at its signs and digits: 54.3280, -2.7460 is in Kendal")
    return f"{_written(latitude)}, {_written(longitude)}"


def latitude_and_longitude(position: str) -> tuple[float, float]:
    """The two numbers of a position that was read."""
    latitude, _, longitude = position.partition(", ")
    return float(latitude), float(longitude)


def _places(number: Decimal) -> int:
    return -int(number.as_tuple().exponent)


def _written(number: Decimal) -> str:
    return str(round(number, MOST_PLACES) if _places(number) > MOST_PLACES else number)


def _is_ours(latitude: Decimal, longitude: Decimal) -> bool:
    return SOUTH <= latitude <= NORTH and WEST <= longitude <= EAST


Coordinates = Annotated[
    str, PlainValidator(coordinates), WithJsonSchema({"type": "string", "examples": ["54.3280, -2.7460"]})
]
"""Where a place is, as maps on the web give it."""
