"""Columns that hold contacts and places without saying which -> the number of the contact or place of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from generator.model.contact import WAYS
from generator.spreadsheets.values import Key

How = Literal["told", "known", "guessed", "not taken"]
Found = tuple[Key | None, How]
"""What a column holds, and how we know."""
UNNUMBERED = tuple(f"contact.#.{way}" for way in WAYS)
"""A way to reach somebody, of which a table may have several: each column is a contact of its own."""
OF_A_CONTACT = tuple(f"contact.#.{field}" for field in ("hours", "cost", "label", "note", "for", "languages", "source"))
LOOSE = 100
"""The number of the first contact, in a table that Waymark made, whose column does not say which contact it is."""
ABOUT_CALLS = ("contact.#.hours", "contact.#.cost")


def numbered(keys: Mapping[int, Found], *, ours: bool) -> dict[int, Found]:
    """A number for every contact and place that has none: from left to right, behind those that were given.

    Args:
        keys: what each column holds, by its place from the left.
        ours: whether Waymark made the table: then a contact without a number is another one than those with theirs.
    """
    given = [key[1] for key, _ in keys.values() if key and key[0].startswith("contact.#")]
    first = max(LOOSE - 1 if ours else 0, *given, 0) + 1
    columns = [number for number, (key, _) in sorted(keys.items()) if key and key[0] in UNNUMBERED and not key[1]]
    ways = {number: first + place for place, number in enumerate(columns)}
    found: dict[int, Found] = {}
    taken: set[Key] = set()
    for number, (key, how) in sorted(keys.items()):
        if key and not key[1] and "#" in key[0]:
            count = 1
            if key[0].startswith("contact.#"):
                count = ways.get(number) or _belongs_to(number, key[0], ways, keys) or first
            key = (key[0], count)
            if key in taken and key[0] in OF_A_CONTACT:
                key, how = None, "not taken"
        if key:
            taken.add(key)
        found[number] = (key, how)
    return found


def _belongs_to(number: int, field: str, ways: Mapping[int, int], keys: Mapping[int, Found]) -> int:
    """The contact that a column such as "Opening times" speaks of: the first to call.

    Of several such columns, each speaks of what stands to its left.
    """
    calls = [column for column in ways if (key := keys[column][0]) and key[0] in ("contact.#.phone", "contact.#.text")]
    among = (calls if field in ABOUT_CALLS else []) or list(ways)
    several = sum(key is not None and key[0] == field for key, _ in keys.values()) > 1
    left = [column for column in among if column < number]
    if not among:
        return 0
    if field == "contact.#.label" and calls and not several:  # a name belongs to the number that it stands next to
        return ways[min(calls, key=lambda column: (abs(column - number), column))]
    return ways[left[-1] if left and (several or field not in ABOUT_CALLS) else among[0]]
