"""A service's values as they are and as they would be -> what changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.spreadsheets.columns import BY_FIELD
from generator.spreadsheets.values import GROUPS, Flat, Key, numbers_of


@dataclass(frozen=True, slots=True)
class Change:
    """One field of a service that a row would change."""

    key: Key
    old: Any
    new: Any
    """None: it would be taken out."""
    whole: tuple[str, int] | None = None
    """("contact", 2), where the whole second contact is new or would be taken out."""

    @property
    def called(self) -> str:
        """What people call the field."""
        return BY_FIELD[self.key[0]].called(self.key[1])


def changes(old: Flat, new: Flat) -> tuple[Change, ...]:
    """What differs, in the order of the columns."""
    keys = sorted(old.keys() | new.keys(), key=lambda key: (list(BY_FIELD).index(key[0]), key[1]))
    groups = {(group, number) for group in GROUPS for number in {*numbers_of(old, group), *numbers_of(new, group)}}
    whole = {one for one in groups if (one[1] in numbers_of(old, one[0])) != (one[1] in numbers_of(new, one[0]))}
    found = []
    for key in keys:
        if old.get(key) != new.get(key):
            group = (BY_FIELD[key[0]].group.removesuffix("s"), key[1])
            of_whole = (BY_FIELD[key[0]].group, key[1]) in whole
            found.append(Change(key, old.get(key), new.get(key), group if of_whole else None))
    return tuple(found)
