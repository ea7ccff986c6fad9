"""The body of a page -> whether all that a phone fetches to see it fits into one round trip, in bytes as they are sent.

Lists grow with a directory, and words are longer in one language than in another. So no list is cut by a count: each
shows as much as fits.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Sequence
from functools import cached_property

from generator.output import Asset

MOST = 14 * 1024
"""What a server sends before it waits for a first answer."""
SPARE = 128
"""What a longer title and description than those that were weighed may take, and an engine's own lines."""
RECKONED = 2048
"""What stands around a body takes so much, where nobody can know."""
A_PIECE = 16 * 1024
"""How much of a body is packed at once."""
MARK = "\ufffc"
"""Stands in the place of a body: the sign for an object, which no template has."""


class FirstView:
    """What stands around each body of one site in one language, and the room that it leaves."""

    def __init__(self, framed: Callable[[str], str] = str, files: Sequence[Asset] = ()) -> None:
        """`framed` is the whole document around a body; `files` are those that every page asks for."""
        self._framed = framed
        self._files = files

    @cached_property
    def _around(self) -> tuple[str, str, int]:
        """What stands before a body and after it; else how much that takes, where it can't be known before a build."""
        try:
            head, _, foot = self._framed(MARK).partition(MARK)
        except Exception:  # noqa: BLE001 # an office's own main.html may ask for what its engine alone knows
            return "", "", RECKONED
        return head, foot, 0

    @cached_property
    def _room(self) -> int:
        files = sum(len(gzip.compress(file.data, 9)) for file in self._files)
        return MOST - SPARE - self._around[2] - files

    def fits(self, body: str) -> bool:
        """Whether a page with this body does. Of one that is far too heavy, only its beginning is weighed."""
        return self._weight(body) <= self._room

    def _weight(self, body: str) -> float:
        """What a page with this body takes; of one that is far too heavy about so much, by its beginning."""
        head, foot, _ = self._around
        text = f"{head}{body}{foot}".encode()
        packer = zlib.compressobj(9, wbits=31)
        sent = 0
        for start in range(0, len(text), A_PIECE):
            sent += len(packer.compress(text[start : start + A_PIECE]))
            if sent > self._room:
                return sent * len(text) / min(len(text), start + A_PIECE)
        return sent + len(packer.flush())

    def most(self, made: Callable[[int], str], least: int, count: int) -> tuple[int, str]:
        """How many of `count` things a page can show, and its body with them; `least` of them in any case.

        Each thing more takes more. How many there is room for is reckoned by what those weighed so far take: the body
        is made for few counts, as to make it takes longest.
        """
        body = made(count)
        if count <= least or (heavy := self._weight(body)) <= self._room:
            return count, body
        fitting, too_many = least, count
        body = made(least)
        light = self._weight(body)
        reckons = True
        while too_many - fitting > 1 and light <= self._room:
            share = (self._room - light) / (heavy - light) if reckons else 0.5
            middle = min(max(fitting + int(share * (too_many - fitting)), fitting + 1), too_many - 1)
            more = made(middle)
            weight = self._weight(more)
            reckons = not reckons and light < weight < heavy  # several counts may look the same: then halves are surer
            if weight <= self._room:
                fitting, body, light = middle, more, weight
            else:
                too_many, heavy = middle, weight
        return fitting, body
