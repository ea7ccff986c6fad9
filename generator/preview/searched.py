"""A preview of the site -> the same, which shows no file with something in it that a build would stop at."""

from __future__ import annotations

from collections.abc import Collection

from generator.edition import Edition
from generator.engines.contract import Preview
from generator.privacy.outgoing import LeakError
from generator.privacy.scan import Search


class Searched:
    """Each file is searched when it is asked for. Pictures of campaigns to come are for staff to see."""

    def __init__(self, preview: Preview, edition: Edition) -> None:
        self.preview = preview
        self.search = Search(edition.withheld, edition.withheld_numbers, ())

    @property
    def paths(self) -> Collection[str]:
        """Every file."""
        return self.preview.paths

    def read(self, path: str) -> tuple[bytes | None, list[str]]:
        """A file's bytes, and what the engine warned of. LeakError where something withheld is in it."""
        body, warnings = self.preview.read(path)
        if body and self.search and (found := tuple(self.search.problems_in(path, body))):
            raise LeakError(found)
        return body, warnings
