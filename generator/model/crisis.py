"""What people type in danger or in need -> which words mean it, and what must then stand above all that was found."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from generator.crisis_words import CrisisSign, Pattern
from generator.model.phone import UKPhone
from generator.model.record import Many, Record
from generator.model.text import Label, Name, Slug


class Line(Record):
    """Someone to call, above all that was found."""

    name: Name | None = None
    phone: UKPhone | None = None
    """The number, shown where the office's own directory has no checked service with it."""
    crime: Slug | None = None
    """Instead of a number: the first line of the directory for this crime."""
    writing: Literal["yes", "no"] = "no"
    """Instead of a number: the first service of the directory that people can write to."""
    why: Label
    source: Label | None = None


class Sign(Record):
    """One thing that typed words can be a sign of."""

    why: Label
    emergency: Literal["yes", "no"] = "no"
    """Whether the block with 999 stands first."""
    written: Literal["yes", "no"] = "no"
    """Whether that block says in full how to reach 999 without speaking."""
    lines: Many[Slug] = ()
    crimes: Many[Slug] = ()
    """What the words mean, where they themselves would lead elsewhere."""
    drops: Many[Slug] = ()
    """Kinds of service that would be wrong here; "adults": those for people from 18."""
    takes_words: Literal["yes", "no"] = "yes"
    """Whether the words mean no more than the sign does; no: they are also looked up as they are."""
    pages: Many[str] = ()
    """Addresses of pages to read first, where the site has them."""
    words: Mapping[str, tuple[Pattern, ...]] = Field(min_length=1)
    """Patterns, by the language they are in."""


class Crisis(Record):
    """All that ships: whom to call, and the signs, in the order in which their lines stand."""

    lines: Mapping[Slug, Line] = {}
    signs: Mapping[CrisisSign, Sign] = {}
