"""A service -> which of its points keep something back, and whose check is too old: by their numbers, from 1."""

from __future__ import annotations

from collections.abc import Sequence

from generator.edition import Edition
from generator.l10n.plurals import listed
from generator.model.place import Point
from generator.model.service import Service


def waits(service: Service, point: Point) -> bool:
    """Whether a point keeps its hours or a contact back, because nobody has checked them."""
    of_hours = point.checked or service.checked
    return bool(point.hours and not of_hours) or any(not service.check_of(one, point) for one in point.contact)


def points_waiting(service: Service) -> Sequence[int]:
    """The points of a service, from 1, that keep something back."""
    return [number for number, point in enumerate(service.points, 1) if waits(service, point)]


def points_too_old(edition: Edition, service: Service) -> Sequence[int]:
    """The points of a service, from 1, whose own check is too old."""
    return [
        number
        for number, point in enumerate(service.points, 1)
        if point.checked and edition.age_of(service, point.checked) != "fresh"
    ]


def points_named(numbers: Sequence[int]) -> str:
    """Which points of a service these are: "points 2 and 3". Nobody is told their names: they may be secret."""
    return f"point{'' if len(numbers) == 1 else 's'} {listed([str(number) for number in numbers])}"
