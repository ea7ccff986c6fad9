"""Campaigns and pages, and what must stay secret -> a problem wherever one of them says it; all else there is hushed.

The build looks through all that it wrote. Here the author learns of it earlier, with the line to mend.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from generator.model.vocabulary import Vocabulary
from generator.model.withheld import Withheld, sought_in, withheld
from generator.problems import Mark, Problem
from generator.reading.directory import Directory


class Secrets:
    """What the places of a directory keep secret, and where the other files say it."""

    def __init__(self, directory: Directory, vocabulary: Vocabulary, texts: Mapping[str, str]) -> None:
        """Look through the texts of campaigns and pages, by file."""
        kinds = vocabulary.kinds
        self.withheld = withheld(
            (found.record for found in directory.services),
            lambda service, place: place.show or (kinds[service.kind].places if service.kind in kinds else "never"),
        )
        self.told: dict[Mark, Withheld] = {}
        self.lines: set[tuple[str, int]] = set()
        for pattern, what in sought_in(texts.values(), self.withheld):
            for file, text in texts.items():
                for hit in pattern.finditer(text):
                    first, last = (text.count("\n", 0, at) + 1 for at in hit.span())
                    column = hit.start() - text.rfind("\n", 0, hit.start())
                    self.told.setdefault(Mark(file, first, column), what)
                    self.lines.update((file, line) for line in range(first, last + 1))

    def problems(self) -> Iterator[Problem]:
        """Each place of a file that says where a secret place is. What is said of it does not repeat it."""
        for mark, what in self.told.items():
            words = f"this is {what}, which is withheld; take it out, and say how to get in touch instead"
            yield Problem(mark, words, secret=True, unquoted=words)

    def hushed(self, problems: Collection[Problem]) -> Iterator[Problem]:
        """Problems, each marked where it stands on such a line, or repeats what must stay secret."""
        sought = sought_in((one.text for one in problems), self.withheld)
        for one in problems:
            on_a_line = (one.mark.file, one.mark.line) in self.lines
            tells = on_a_line or any(pattern.search(one.text) for pattern, _ in sought)
            yield replace(one, secret=True) if tells else one
