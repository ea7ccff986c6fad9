"""What was read, and what was found so far -> whether a check can say anything that would hold once all is mended."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.content.loading.content import Content
from generator.diagnostics import Diagnostic

Need = Callable[[Content, Sequence[Diagnostic]], bool]
POINTERS = frozenset(
    {
        "id-used-twice",
        "earlier-id-in-use",
        "unknown-area",
        "unknown-organisation",
        "unknown-service",
        "unknown-kind",
        "unknown-crime",
        "unknown-audience",
        "unknown-network",
        "unknown-mark",
        "replaced-by-itself",
        "replacement-not-open",
        "areas-in-a-ring",
        "reached-through-in-a-ring",
        "reached-through-for-others",
    }
)
"""The codes of words that point at a record, and at a wrong one or at none."""


def nothing(content: Content, found: Sequence[Diagnostic]) -> bool:
    """It reads each record alone."""
    return True


def the_whole_directory(content: Content, found: Sequence[Diagnostic]) -> bool:
    """Each file of the directory: else what a word points at may stand in the one that could not be read."""
    return content.directory.whole


def every_record(content: Content, found: Sequence[Diagnostic]) -> bool:
    """Each record of the directory, and each word in them leads somewhere: else a name may be missing."""
    return content.directory.is_complete and POINTERS.isdisjoint(one.code for one in found)


def all_to_be_right(content: Content, found: Sequence[Diagnostic]) -> bool:
    """A whole site in which nothing is wrong: what seems to be used by nothing may be used by what is to be mended."""
    return content.is_whole_site and all(one.severity != "error" for one in found)
