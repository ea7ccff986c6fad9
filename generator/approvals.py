"""Who said of which words that they may go out, and what waits for somebody to say so."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.diagnostics import Location
from generator.model.fields.second_person import KINDS, ApprovalKind

FILE = "approvals.csv"
"""Its name, in the folder of mkdocs.yml."""
HEADER = ("what", "approved", "changed_by", "approved_by", "on")
LINES = "emergency_lines"
"""The office's own lines for danger, among the numbers: no id of a service has such a name."""
SECRET = "!"  # noqa: S105 # a sign, no secret
"""In front of the digest of a place of which not all is shown: what is lost of these can't be kept secret any more."""
A_PERSON = re.compile(r"([^<>\n]+)<([^<>\s@]+@[^<>\s@]+)>")


@dataclass(frozen=True, slots=True)
class Identity:
    """Who somebody is, as git has it."""

    name: str
    email: str

    def __str__(self) -> str:
        return f"{self.name} <{self.email}>"

    def is_same(self, other: Identity) -> bool:
        """Whether both are one person: the address is the same, or the name, however it is spaced."""
        return self.email.casefold() == other.email.casefold() or _plain_name(self.name) == _plain_name(other.name)


def _plain_name(name: str) -> str:
    return " ".join(name.split()).casefold()


def identity(text: str) -> Identity | None:
    """Somebody as a row has them: Sam Reed <sam.reed@example.org>."""
    found = A_PERSON.fullmatch(text)
    name = " ".join(found[1].split()) if found else ""
    return Identity(name, found[2]) if found and name else None


@dataclass(frozen=True, slots=True)
class ApprovalRow:
    """One approval: of which thing, of exactly which words of it, who changed them last and who approved them."""

    what: str
    """posts/dating-scams-2027-launch; a kind alone where it says since when that kind needs a second person."""
    approved: tuple[str, ...]
    changed_by: Identity | None
    """None: it was there when that began."""
    approved_by: Identity
    on: date

    @property
    def cells(self) -> tuple[str, ...]:
        """The row as it stands in the file."""
        changed = str(self.changed_by) if self.changed_by else ""
        return self.what, " ".join(self.approved), changed, str(self.approved_by), self.on.isoformat()


@dataclass(frozen=True)
class Approvals:
    """Every approval, in the order in which they were given. The last one of a thing is the one that counts."""

    rows: tuple[ApprovalRow, ...] = ()

    @cached_property
    def last(self) -> Mapping[str, frozenset[str]]:
        """What was approved last, by the thing."""
        return {row.what: frozenset(row.approved) for row in self.rows}

    @property
    def begun(self) -> frozenset[str]:
        """The kinds of which this file says that they began."""
        return frozenset(row.what for row in self.rows) & frozenset(KINDS)

    def of(self, what: str) -> frozenset[str]:
        """What was approved last of a thing; nothing where nobody approved anything."""
        return self.last.get(what, frozenset())


@dataclass(frozen=True, slots=True)
class Awaiting:
    """A thing of which something waits for a second person."""

    kind: ApprovalKind
    id: str
    """Of the post, or of the service."""
    digests: tuple[str, ...]
    """All that would be approved: what waits, and what does not."""
    location: Location
    waits: int = 0
    """How many of its numbers or places wait, and are not shown before; of a post: 1, and it is not released."""
    lost: int = 0
    """How many can't be kept back: places that were kept secret and are not there any more; words that are out."""

    @property
    def what(self) -> str:
        """What a row calls it."""
        return f"{self.kind}/{self.id}"
