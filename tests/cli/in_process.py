"""Our command with its options behind its name, and what somebody types into it, in the tests' own process."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.site_builder import NOW, Done, called


def waymark(root: Path, arguments: Sequence[str], *, now: str = NOW, typed: str | None = None) -> Done:
    """`waymark` with these arguments, and what somebody types."""
    return called([*arguments, "--root", str(root), "--now", now], root, typed=typed)
