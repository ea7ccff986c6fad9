"""Where: areas that lie within each other, and places that may have to stay secret."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import PlainValidator, WithJsonSchema

from generator.model.record import Many, Record
from generator.model.text import Label, Name, Sentence, Slug
from generator.problems import quoted

A_DISTRICT = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]?")
A_POSTCODE = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}")


def _district(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("the first half of a postcode is needed here; write it as LA12")
    if not A_DISTRICT.fullmatch(value):
        raise ValueError(f"{quoted(value)} is not the first half of a postcode; write it as LA12")
    return value


def _postcode(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("a postcode is needed here; write it as CA10 2AU")
    text = " ".join(value.upper().split())
    if not A_POSTCODE.fullmatch(text):
        raise ValueError(f"{quoted(value)} is not a postcode; write it as CA10 2AU")
    return text if " " in text else f"{text[:-3]} {text[-3:]}"


District = Annotated[str, PlainValidator(_district), WithJsonSchema({"type": "string", "examples": ["LA12"]})]
Postcode = Annotated[str, PlainValidator(_postcode), WithJsonSchema({"type": "string", "examples": ["CA10 2AU"]})]


class Area(Record):
    """A part of the country that services cover, perhaps within a larger one."""

    name: Name
    within: Slug | None = None
    towns: Many[Name] = ()
    postcodes: Many[District] = ()
    """Postcode districts ("LA12"). A district may stand under two areas: it suggests one, it never refuses one."""
    source: Label | None = None


class Place(Record):
    """Somewhere to go. What `show` withholds leaves no trace in any file of the output."""

    name: Name
    address: Sentence | None = None
    postcode: Postcode | None = None
    show: Literal["full", "area", "never"] | None = None
    """full: name, address and postcode; area: the name alone; never: nothing. Refuges and SARCs start at never."""
    area: Slug | None = None
    directions: Sentence | None = None
    source: Label | None = None
