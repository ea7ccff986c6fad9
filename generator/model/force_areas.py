"""The police areas that offices are for -> which of them some words, or the name of a computer, speak of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Literal

from generator.model.fields.text import Label, Name
from generator.model.record import Many, Record

OTHER_SENSE = r"(?<![\w-])(?<!New )"
NO_STREET = (
    r"(?![\w-]|\s+(?:Street|St|Road|Rd|Lane|Avenue|Ave|House|Way|Place|Terrace|Close|Drive|Court|Gardens|Square|"
    r"Crescent|Hill|Hall|Park|University|Island|Docks?|Quays?|Cathedral|Castle|Bridge|Broads|Downs|Wolds)\b)"
)
"""Behind a name: "Kent Road" and "Durham University" are no police areas, nor is New South Wales."""


class ForceArea(Record):
    """One police area: its name, other ways to write it, and what lies in it."""

    name: Name
    also: Many[Name] = ()
    parts: Many[Name] = ()
    wide: Literal["yes", "no"] = "no"
    """Whether its name is also used for more than the area."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of the area itself."""
        return (self.name, *self.also)


class ForceAreas(Record):
    """All of them, and the names of what is wider."""

    areas: Many[ForceArea]
    nations: Many[Label]

    @cached_property
    def called(self) -> re.Pattern[str]:
        """A name of any area."""
        return _any_of(self._by_name)

    @cached_property
    def called_in_part(self) -> re.Pattern[str]:
        """A name of any area, or of a part of one."""
        return _any_of(self._by_any_name)

    @cached_property
    def _by_name(self) -> Mapping[str, ForceArea]:
        return {plain(name): area for area in self.areas for name in area.names}

    @cached_property
    def _by_any_name(self) -> Mapping[str, ForceArea]:
        parts = {plain(part): area for area in self.areas for part in area.parts}
        return {**parts, **self._by_name}

    @cached_property
    def _in_hosts(self) -> Mapping[str, ForceArea]:
        return {re.sub("[^a-z]", "", name): area for name, area in self._by_name.items()}

    def named(self, words: str) -> ForceArea:
        """The area of a name that `called` or `called_in_part` found."""
        return self._by_any_name[plain(words)]

    def within(self, text: str) -> Iterator[ForceArea]:
        """Each area that a text names, itself or in part."""
        for hit in self.called_in_part.finditer(text):
            yield self.named(hit[0])

    def of_host(self, host: str) -> Iterator[ForceArea]:
        """The area whose office's computer this seems to be: northwales-pcc.gov.uk, www.north-wales.police.uk."""
        parts = re.split(r"[-.]", host.lower())
        for first in range(len(parts)):
            for last in range(first + 1, min(first + 6, len(parts)) + 1):
                found = self._in_hosts.get("".join(parts[first:last]))
                if found:
                    yield found

    def is_wider(self, name: str) -> bool:
        """Whether an area is wider than any police area: England and Wales."""
        return plain(name) in {plain(nation) for nation in self.nations}


def plain(name: str) -> str:
    """A name as it is compared: "Devon  & Cornwall" is "devon and cornwall"."""
    return " ".join(name.lower().replace("&", " and ").replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split())


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    spelled = [re.escape(name).replace(r"\ and\ ", r"\s+(?:and|&)\s+").replace(r"\ ", r"\s+") for name in names]
    spelled.sort(key=len, reverse=True)
    either = "|".join(spelled).replace("'", "['\N{RIGHT SINGLE QUOTATION MARK}]")
    return re.compile(rf"{OTHER_SENSE}(?:{either}){NO_STREET}", re.IGNORECASE)
