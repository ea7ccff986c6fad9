"""A file of a site -> the keys that it names, and where it holds one itself: what a key is, nothing here ever says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.content.checks.private_keys import A_KEY
from generator.diagnostics import Diagnostic, Fault, Location, WaymarkError

A_TOKEN = re.compile(
    rf"""{A_KEY.pattern}|\bgldt-[\w-]{{16}}|\bxox[ers]-[\w-]{{10}}|\bAIza[\w-]{{30}}|\bnfp_\w{{20}}|"""
    r"""\bhttps?://[^\s/:@$"'<>{}]+:[^\s/:@$"'<>{}]{4,}@"""
)
"""What is a key by its look, wherever it stands: what the check of content knows, and what else hosts give out."""
A_VALUE = re.compile(
    r"(?i)(?:password|passwd|secret|token|api_?key|access_?key)[\w-]{0,20}"
    r"[\"']?[ ]{0,3}[:=][ ]{0,3}[\"']?[a-z0-9+/_.~-]{16}"
)
"""What a file for a host calls a key and gives a value."""
HOLDS_A_KEY = Fault(
    "private-key",
    "this looks like a key or a password, and a kit never holds one",
    "keep it in the settings of your host, change it there, and take it out here",
)
A_NAME = re.compile(
    r"\bsecrets\.(\w+)|\bvars\.(\w+)|\$\{?([A-Z][A-Z0-9_]{3,})\}?|\benviron(?:\.get\(|\[)[\"'](\w+)|"
    r"!ENV[ \[]{1,3}[\"']?([A-Za-z_]\w+)"
)
"""How a file for a host names what stands in that host's settings."""
THEIR_OWN = re.compile(
    r"(?:CI|GITHUB|RUNNER|NETLIFY|CF|GIT)_\w+|GITHUB_TOKEN|HOME|PATH|PWD|USER|JOB|LANG|TMPDIR|URL|BRANCH"
)
"""What a host gives each job by itself: nobody has to change it."""


class KitError(WaymarkError):
    """No kit can be made of this, or used. Says why, and names each place."""

    def __init__(self, *problems: Diagnostic | str) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, problems)))


def keys_in(name: str, data: bytes, *, for_a_host: bool) -> Iterator[Diagnostic]:
    """Where a file holds a key. What it is, is never said."""
    if b"\0" in data:
        return
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
        hit = A_TOKEN.search(line) or (for_a_host and A_VALUE.search(line))
        if hit:
            yield HOLDS_A_KEY.at(Location(name, number, hit.start() + 1))


def names_of_keys(files: Mapping[str, bytes]) -> dict[str, tuple[str, ...]]:
    """What files for a host take from its settings, and which of them do: for whoever sets it anew.

    Args:
        files: those files, by name.
    """
    found: dict[str, dict[str, None]] = {}
    for file, data in sorted(files.items()):
        for hit in A_NAME.finditer(data.decode("utf-8", "replace")):
            name = next(filter(None, hit.groups()))
            if not THEIR_OWN.fullmatch(name):
                found.setdefault(name, {})[file] = None
    return {name: tuple(there) for name, there in sorted(found.items())}
