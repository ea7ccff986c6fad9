"""Positions that must stay secret -> where a text says one, at whatever precision, in whatever form people write it.

A position is two numbers that stand near each other, in either order: 54.3280 and -2.7460; cut or rounded to 54.33 and
-2.75, which is a square kilometre; with a comma for the point; in degrees and minutes. One of the two alone says
nothing. Not read: numbers without a point (543280000), grid references, plus codes, geohashes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

FEWEST = 2
"""So many decimal places tell a place from its neighbours. With one it is anywhere in a town."""
APART = 120
"""So many characters may stand between the two: the name of a field, a tag, a blank cell."""
A_NUMBER = re.compile(
    r"(?<![\d.])(\d{1,3})[.,·٫](\d{2,15})(?!\d)|"
    r"(?<![\d.])(\d{1,3}) ?[°º] ?(\d{1,2}(?:\.\d{1,9})?) ?['′’´](?: ?(\d{1,2}(?:\.\d{1,9})?) ?(?:[\"″”]|''))?"
)
"""A number with a point, or degrees, minutes and seconds."""
ESCAPES = ("&#", "%2", "%3", "\\u003", "\\x3", "\\3", "&period;", "&comma;")
"""What may stand in the place of a digit or a point, so that only a closer look can say."""


@dataclass(frozen=True, slots=True)
class MapPoint:
    """One of the two numbers of a secret position, without its sign."""

    value: float
    precision: float
    """What its last digit is worth."""

    @classmethod
    def of(cls, written: str) -> MapPoint:
        """Take it as it is written: -2.7460."""
        return cls(abs(float(written)), 10.0 ** -len(written.partition(".")[2]))

    def is_said_by(self, value: float, precision: float) -> bool:
        """Whether a number says it, cut or rounded."""
        return abs(value - self.value) < max(precision, self.precision) * 1.000001


@dataclass(frozen=True, slots=True)
class SaidNumber:
    """A number of a text."""

    start: int
    end: int
    value: float
    precision: float


class CoordinateSearch:
    """Every secret position, made ready once."""

    def __init__(self, positions: Iterable[str]) -> None:
        """Take positions as records have them: "54.3280, -2.7460"."""
        self.points = {text: tuple(map(MapPoint.of, text.split(", "))) for text in positions}
        whole = {f"{int(one.value)}" for both in self.points.values() for one in both}
        whole |= {str(int(one.value + 0.5)) for both in self.points.values() for one in both}
        begins = "|".join(sorted(whole, key=len, reverse=True))
        self._begins = re.compile(rf"(?<!\d)(?:{begins})(?:[.,·٫]\d| ?[°º])") if whole else None

    def __bool__(self) -> bool:
        return bool(self.points)

    def may_say(self, text: str) -> bool:
        """Whether a text may say one: never no where it does."""
        return self._begins is not None and (
            self._begins.search(text) is not None or any(one in text for one in ESCAPES)
        )

    def in_text(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Each place where a text says one, from its first number to the end of its second; and which."""
        if self._begins is None or not self._begins.search(text):
            return
        numbers = list(_numbers(text))
        for at, first in enumerate(numbers):
            for second in numbers[at + 1 :]:
                if second.start - first.end > APART:
                    break
                for position, (north, east) in self.points.items():
                    if any(
                        one.is_said_by(first.value, first.precision) and two.is_said_by(second.value, second.precision)
                        for one, two in ((north, east), (east, north))
                    ):
                        yield first.start, second.end, position


def _numbers(text: str) -> Iterator[SaidNumber]:
    for hit in A_NUMBER.finditer(text):
        whole, places, degrees, minutes, seconds = hit.groups()
        if whole is not None:
            yield SaidNumber(*hit.span(), float(f"{whole}.{places}"), 10.0 ** -len(places))
        else:
            value = int(degrees) + float(minutes) / 60 + float(seconds or 0) / 3600
            fine = len((seconds or minutes).partition(".")[2])
            yield SaidNumber(*hit.span(), value, 10.0**-fine / (3600 if seconds else 60))
