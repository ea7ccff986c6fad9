"""What a row changes in a service, and the file it stands in -> the file's new text, one field at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.content.editing.document import EditError
from generator.content.editing.fields import remove, set_field
from generator.content.editing.insert import insert
from generator.content.editing.yaml_writer import item
from generator.content.source.positions import Path
from generator.model.contact import WAYS
from generator.staff.spreadsheets.columns import PLACES
from generator.staff.spreadsheets.flatten import GROUPS, flat
from generator.staff.spreadsheets.row_changes import FieldChange, Result

BY_HAND = object()
"""In the place of a value: a person must make this change."""
OUT = object()
"""In the place of a value: the field goes."""
OF_A_WAY = "points.#.contact."
"""How fields of a contact of a point begin. Its contacts are few, and are written as one list."""
Setting = tuple[Path, Any, list[FieldChange]]


def changed(
    text: str, file: str, record: Mapping[str, Any], number: int, result: Result
) -> tuple[str, list[FieldChange]]:
    """A file's text with a row's changes in it, and those that only a person can make.

    Args:
        text: the file's text.
        file: its name.
        record: the service as it stands there.
        number: its place in the list of services.
        result: what the row would make of it.
    """
    new, by_hand = text, []
    for path, value, changes in _settings(record, result):
        whole: Path = ("services", number, *path)
        try:
            if value is BY_HAND:
                by_hand += changes
            elif value is OUT:
                new = remove(new, file, whole)
            elif len(path) == 1 and path[0] in GROUPS:
                new = insert(new, file, whole, ["\n".join(item(one)) for one in value])
            else:
                new = set_field(new, file, whole, value)
        except EditError:
            by_hand += changes
    if any(change.key[0].partition(".")[0] in PLACES for change in by_hand):
        return text, list(result.changes)  # half a change of a place might show an address that must stay secret
    return new, by_hand


def _settings(record: Mapping[str, Any], result: Result) -> Iterator[Setting]:
    """What to set in a record as it stands: fields first, then whole new contacts and places; what goes, goes last."""
    fields: dict[Path, tuple[Any, list[FieldChange]]] = {}
    new: dict[tuple[str, int], list[FieldChange]] = {}
    out: dict[Path, list[FieldChange]] = {}
    ways: dict[int, list[FieldChange]] = {}
    for change in result.changes:
        group, number = change.key[0].partition(".#")[0], change.key[1]
        path = _path(record, change)
        if seems_checked(change, result):
            yield path, BY_HAND, [change]
        elif group == "points" and change.key[0].startswith(OF_A_WAY) and not change.whole:
            ways.setdefault(number, []).append(change)
        elif change.whole and change.new is not None:
            new.setdefault((group, number), []).append(change)
        elif change.new is None:
            out.setdefault((group, number - 1) if change.whole else path, []).append(change)
        elif change.key[0] == "contact.#.way":
            yield path, BY_HAND, [change]
        else:
            path, value = _whole_where_missing(record, path, change.new)
            earlier, changes = fields.get(path, ({}, []))
            fields[path] = (_joined(earlier, value), [*changes, change])
    if "kind" not in record and any(change.key[0] == "kinds" for change in result.changes):
        fields.setdefault(("kind",), (result.values["kind"], []))  # the first of `kinds` stood in its place
    for path, (value, changes) in fields.items():
        several_lines = isinstance(value, str) and "\n" in value
        yield path, f"{value}\n" if several_lines else value, changes
    for number, changes in ways.items():
        point = result.values["points"][result.numbers["points"].index(number)]
        yield ("points", number - 1, "contact"), point.get("contact") or OUT, changes
    for (group, number), changes in new.items():
        yield (group,), [result.values[group][result.numbers[group].index(number)]], changes
    yield from _going(record, new, out)


def _going(
    record: Mapping[str, Any], new: Mapping[tuple[str, int], list[FieldChange]], out: Mapping[Path, list[FieldChange]]
) -> Iterator[Setting]:
    """What is taken out, from the bottom: a list of which nothing would be left goes as a whole."""
    emptied = {}
    for group in GROUPS:
        gone = [path for path in out if path[0] == group and len(path) == 2 and isinstance(path[1], int)]
        if gone and len(gone) == len(record.get(group, ())) and not any(name == group for name, _ in new):
            emptied[group] = [change for path in gone for change in out[path]]
    for group, changes in emptied.items():
        yield (group,), OUT, changes
    rest = [path for path in out if path[0] not in emptied]
    for path in sorted(rest, key=lambda path: [(isinstance(step, str), step) for step in path], reverse=True):
        yield path, OUT, out[path]


def seems_checked(change: FieldChange, result: Result) -> bool:
    """Whether a new number would stand under a check that was made before it came: nobody has checked this one."""
    name, number = change.key
    if name.startswith("points.#."):
        return _point_seems_checked(change, result)
    if not name.startswith("contact.#.") or (name not in ("contact.#.way", "contact.#.to") and not change.whole):
        return False
    if change.new is None:
        return False
    renewed = {one.key for one in result.changes if one.key[0].endswith("checked.on") and one.new is not None}
    contact = result.values["contact"][result.numbers["contact"].index(number)]
    if "checked" in contact:
        return ("contact.#.checked.on", number) not in renewed
    return "checked" in result.values and ("checked.on", 0) not in renewed


def _point_seems_checked(change: FieldChange, result: Result) -> bool:
    """The same of a number of a point, which stands under its own check, its point's, or its service's."""
    name, number = change.key
    is_new = change.whole or name.endswith((".way", ".to"))
    if not name.startswith(OF_A_WAY) or change.new is None or not is_new:
        return False
    renewed = {one.key for one in result.changes if one.key[0].endswith("checked.on") and one.new is not None}
    nth = name.removeprefix(OF_A_WAY).partition(".")[0]
    under = (f"{OF_A_WAY}{nth}.checked.on", number), ("points.#.checked.on", number), ("checked.on", 0)
    now = flat(result.values, result.numbers)
    first = next((key for key in under if key in now), None)
    return first is not None and first not in renewed


def _whole_where_missing(record: Mapping[str, Any], path: Path, value: Any) -> tuple[Path, Any]:
    """A value in the small records around it that are not there yet: ("who",), {"ages": {"from": "8"}}."""
    for length in range(1, len(path)):
        if at(record, path[:length]) is None:
            for name in reversed(path[length:]):
                value = {name: value}
            return path[:length], value
    return path, value


def _joined(earlier: Any, value: Any) -> Any:
    if not isinstance(value, dict) or not isinstance(earlier, dict):
        return value
    return earlier | {name: _joined(earlier.get(name, {}), inner) for name, inner in value.items()}


def _path(record: Mapping[str, Any], change: FieldChange) -> Path:
    """Where a change's field stands in its service."""
    name, number = change.key
    path: list[str | int] = [number - 1 if part == "#" else part for part in name.split(".")]
    if name == "contact.#.to" and number <= len(record.get("contact", ())):
        contact = record["contact"][number - 1]
        path[-1] = next(way for way in WAYS if contact.get(way))
    return tuple(path)


def at(record: Any, path: Path) -> Any:
    """The value at a path; None where there is none."""
    for step in path:
        try:
            record = record[step]
        except (KeyError, IndexError, TypeError):
            return None
    return record
