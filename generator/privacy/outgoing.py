"""What a command made for staff -> the same, searched for secret places: only that may be written or printed.

A built site is searched as a folder, by `scan`. Every other file that leaves goes through here: a table, a plan, a
calendar, a list of differences. Reading the content has refused these words everywhere else, so nothing is found here
but by a fault of ours; then nothing is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from generator.diagnostics import Diagnostic, WaymarkError

PACKED = b"PK"
"""How an archive begins: nobody finds a word in its bytes."""


class Exempt(Enum):
    """Why something leaves that is not searched. There is no other reason."""

    ASKED_FOR = "asked-for"
    """Somebody asked for the secret places, and is told that they are in it."""
    REDACTED = "redacted"
    """A report on content that may be in no state to be read: `redact` has taken out whatever may be of a place."""
    NO_RECORDS = "no-records"
    """It is made of the models alone: nothing of any content is in it."""
    OWN_CONTENT = "own-content"
    """Authors' own files, in the authors' own new folder: a build searches what it makes of them."""
    OWN_LINKS = "own-links"
    """Links as they stand in content that may be in no state to be read. A check refuses a place in one."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What may leave. `searched` and `exempt` alone make it."""

    made: bytes | str


class LeakError(WaymarkError):
    """A secret place is in what was made. Carries each, without its words."""

    def __init__(self, found: tuple[Diagnostic, ...]) -> None:
        self.found = found
        super().__init__("\n".join(map(str, found)))


def searched(made: bytes | str, kind: str, *withheld: Mapping[str, object], says: Iterable[str] = ()) -> Outgoing:
    """The same, once it is known that no secret place is in it.

    Args:
        made: bytes, for programs, or words, for people.
        kind: what kind of file it is, as its name would end: csv.
        withheld: what `Edition.withheld` says: what must be nowhere, and what each is.
        says: every text in it, where its bytes are an archive.

    Raises:
        LeakError: where one is.
    """
    from generator.privacy.scan import Search  # a command that makes nothing need not wait for it

    data = made.encode() if isinstance(made, str) else made
    texts = list(says)
    if data.startswith(PACKED) and not texts:
        raise TypeError(kind)  # whoever makes an archive must also say what it says
    search = Search({text: what for some in withheld for text, what in some.items()}, (), ())
    name = f"{kind}.{kind}"
    parts = [data, "\n".join(texts).encode()] if search else []
    found = [problem for part in parts for problem in search.problems_in(name, part)]
    if found:
        raise LeakError(tuple(dict.fromkeys(found)))
    return Outgoing(made)


def exempt(made: bytes | str, _: Exempt) -> Outgoing:
    """The same unsearched, for one of few reasons. They are listed in the tests."""
    return Outgoing(made)
