"""Card: one record as people know it: its name, its facts in words, what of it the public may see, and its parts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.model.text import Words


@dataclass(frozen=True, slots=True)
class Fact:
    """A value in words. `shown`: whether the public may see it; what is not shown is compared, and never said."""

    value: str
    shown: bool = True


@dataclass(frozen=True)
class Card:
    """One record, or a part of one."""

    kind: str
    """What people call it: "service", "phone", "place"."""
    keys: tuple[str, ...]
    """What it is known by from one revision to the next, the surest first; the first is its id."""
    name: str = ""
    """What people know it by; "" for a part that goes without. Never what may not be shown."""
    facts: Mapping[str, Fact] = field(default_factory=dict)
    """By label, the one that says most first."""
    shown: bool = True
    """Whether the public may see anything of it."""
    parts: tuple[Card, ...] = ()

    @property
    def headline(self) -> str:
        """The value that says most, if the public may see it."""
        first = next(iter(self.facts.values()), None)
        return first.value if first and first.shown and self.shown else ""


def facts(**values: object) -> dict[str, Fact]:
    """Facts by label: "run_by" becomes "run by". What nobody knows is no fact."""
    found = {label.replace("_", " "): said(value) for label, value in values.items()}
    return {label: Fact(value) for label, value in found.items() if value}


def said(value: object) -> str:
    """A value in words: each item of a list, each language of a text; "" for what is not known."""
    if value is None or value == "unknown":
        return ""
    if isinstance(value, Words):
        return " / ".join(dict.fromkeys(value.every))
    if isinstance(value, Iterable) and not isinstance(value, str):
        return ", ".join(filter(None, map(said, value)))
    return str(value)
