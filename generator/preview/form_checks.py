"""A service as its author wrote it -> where a day's check goes; a new number that would pass for checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.content.source.positions import Path
from generator.diagnostics import Fault
from generator.model.contact import WAYS
from generator.model.fields.phones import digits_of

NOT_CHECKED = Fault(
    "checked-before-it-came",
    "this is new, and the check that it stands under was made before",
    "say under Checked who made sure of it, when and how; then save it",
)
"""A wrong number is the worst that a site can show: none is shown on the word of a check that never saw it."""


def checks_of(written: Mapping[str, Any]) -> list[Path]:
    """The fields that the check of a whole service goes to, as `waymark due --done` with `all` has them."""
    ways: list[Path] = [("contact", number) for number, _ in records_in(written, "contact")]
    own = any("checked" in one for _, one in records_in(written, "contact"))
    points: list[Path] = [("points", number) for number, one in records_in(written, "points") if "checked" in one]
    whole: list[Path] = [("checked",)] if not own or "checked" in written else []
    return [*((*path, "checked") for path in (*(ways if own else ()), *points)), *whole]


def records_in(written: Mapping[str, Any], name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """The records of a list, each with its number; what is none is passed over."""
    every = written.get(name)
    for number, one in enumerate(every if isinstance(every, list) else ()):
        if isinstance(one, dict):
            yield number, one


def passing_for_checked(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Path]:
    """Each way to reach a service that was not there before, and stands under a check of a day that was."""
    known = {_way(contact) for _, contact, _, _ in _ways(before)}
    days = {at: check.get("on") for _, _, at, check in _ways(before)}
    days[("checked",)] = _check(before).get("on")
    for path, contact, at, check in _ways(after):
        if check and check.get("on") == days.get(at) and _way(contact) not in known:
            yield (*path, *(way for way in WAYS if way in contact))


def _way(contact: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """What a contact leads to, however it is spaced."""
    return tuple((way, digits_of(str(contact[way])) or str(contact[way])) for way in WAYS if way in contact)


def _ways(written: Mapping[str, Any]) -> Iterator[tuple[Path, dict[str, Any], Path, dict[str, Any]]]:
    """Each contact of a service or of a point, with its path; the check that holds for it, and where that stands."""
    for number, contact in records_in(written, "contact"):
        yield ("contact", number), contact, *_nearest((("contact", number), contact), ((), written))
    for number, point in records_in(written, "points"):
        for inner, contact in records_in(point, "contact"):
            path: Path = ("points", number, "contact", inner)
            yield path, contact, *_nearest((path, contact), (("points", number), point), ((), written))


def _nearest(*around: tuple[Path, Mapping[str, Any]]) -> tuple[Path, dict[str, Any]]:
    """The check of the innermost record that has one."""
    found = (((*path, "checked"), _check(record)) for path, record in around if _check(record))
    return next(found, (("checked",), {}))


def _check(record: Mapping[str, Any]) -> dict[str, Any]:
    check = record.get("checked")
    return check if isinstance(check, dict) else {}


def last_check(check: Any) -> str:
    """When a service was checked last, by whom and how; "" where nobody says."""
    if not isinstance(check, dict):
        return ""
    return ", ".join(str(check[name]) for name in ("on", "by", "how") if check.get(name))
