"""House words: what this site never says, and why; and the short forms that need their long form beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from generator.model.fields.text import Label
from generator.model.record import Many, Record


class Never(Record):
    """Words that hurt, blame or promise too much."""

    words: Label
    why: Label
    instead: Label

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The words as a text may hold them: in any case, over two lines, with a straight or curly apostrophe."""
        return re.compile(rf"\b{self._spaced}\b", re.IGNORECASE)

    def may_be_in(self, text: str) -> bool:
        """Whether a closer look is needed. Fast, because most files hold none of these words."""
        lower = text.lower()
        return self._first in lower and re.search(self._spaced, lower) is not None

    @cached_property
    def _first(self) -> str:
        return re.split(r"[\s']", self.words.lower())[0]

    @cached_property
    def _spaced(self) -> str:
        spaced = r"\s+".join(map(re.escape, self.words.lower().split()))
        return spaced.replace("'", "['\N{RIGHT SINGLE QUOTATION MARK}]")


class HouseWords(Record):
    """The lists. `acronyms` maps a short form to the start of its long form."""

    never: Many[Never]
    acronyms: Mapping[Label, Label]
    demonstration: Many[Label]
    """What the demonstration says of itself, and no site that people rely on."""

    @cached_property
    def of_demonstration(self) -> re.Pattern[str]:
        """Any words of the demonstration, as a text may hold them."""
        spaced = "|".join(r"\s+".join(map(re.escape, words.split())) for words in self.demonstration)
        return re.compile(rf"\b(?:{spaced})\b", re.IGNORECASE)
