"""A record's permanent id -> its UUID in open data: the same after a rename, a move, a new address of the site."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5


class Identifiers:
    """UUIDs of version 5, in a space of names that the owner of the feeds' ids opens, and that never changes."""

    def __init__(self, owner: str, tag: str = "") -> None:
        """`owner` is that of `feeds:`; `tag` a further language, whose records are others, or ""."""
        self.space = uuid5(NAMESPACE_URL, f"tag:{owner}:data")
        self._before = f"{tag}/" if tag else ""

    def of(self, kind: str, record: str) -> str:
        """The id of a record: "service" and its permanent id."""
        return str(uuid5(self.space, f"{self._before}{kind}/{record}"))

    def part(self, parent: str, *says: str) -> str:
        """The id of a part that has none of its own: of what it belongs to and what it says, never of its place."""
        return str(uuid5(self.space, "\n".join((parent, *says))))
