"""Words that nobody has read who speaks their language are named where both are equal, or somebody asks."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.analysis.needs import nothing
from generator.content.loading.content import Content
from generator.diagnostics import Diagnostic, Fault, Location, quoted

CODES = ("page-unread",)
NEEDS = nothing


def check(content: Content) -> Iterator[Diagnostic]:
    languages = content.settings.languages
    for file, code in content.unread.items():
        one = languages[code]
        if one.equal or content.asked_language == code:
            words = f"nobody who speaks {quoted(code)} has read these words"
            hint = (
                'have them read, and write who did in the place of "unread: yes": '
                "checked: {on: 2027-01-12, by: Sam Reed, how: read}"
            )
            yield Fault("page-unread", words, hint).at(Location(file), "error" if one.equal else "notice")
