"""The police areas that offices are for -> which of them some words speak of; where words name an office at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Literal

from generator.model.fields.text import Label, Name
from generator.model.record import Many, Record

S = "(?:['\N{RIGHT SINGLE QUOTATION MARK}]s)?"
COMMISSIONER = (
    r"(?:(?:the\s+)?Office\s+of\s+the\s+)?"
    r"(?:Police(?:,?\s+Fire)?,?\s+(?:and|&)\s+Crime\s+Commissioner|O?PF?CC\b|Commissioner)"
)
AN_OFFICE = re.compile(r"\b(?:commissioner|O?PF?CC|comisiynydd)\b", re.IGNORECASE)
A_MARK_OF_ONE = re.compile(rf"{AN_OFFICE.pattern}|\blogo\b", re.IGNORECASE)
OFFICE_BEHIND = re.compile(rf"{S}\s+{COMMISSIONER}", re.IGNORECASE)
"""Behind the name of an area: Cumbria's Police and Crime Commissioner."""
OFFICE_BEFORE = re.compile(
    rf"\b(?:{COMMISSIONER}{S}(?:\s+office)?\s+(?:for|in|of)\s+(?:the\s+)?|"
    r"Comisiynydd(?:\s+yr)?\s+Heddlu\s+a\s+Throseddu\s+(?:(?:ar\s+gyfer|yn|yng|dros)\s+)?)$",
    re.IGNORECASE,
)
"""Before it: the commissioner for Cumbria; Comisiynydd yr Heddlu a Throseddu Gwent."""
HERE = re.compile(
    r"(?:\b(?:across|throughout|around|all\s+over|yn|yng|ledled)|^\W*(?:In|Within)|"
    r"\b(?:help|support|advice|services|(?:a|this|our)\s+service|anyone|anybody|someone|somebody|everyone|everybody|nobody|"
    r"no[ -]one|people|victims?|survivors|witnesses|children|adults|women|men|families|residents|communities|schools|"
    r"shops|you|us|here|alone|crimes?|reports?|offences|incidents|cases|abuse|violence|slavery|fraud|stalking|happens|free|"
    r"available|open|where\s+to\s+go|pays?\s+for\s+\w+|(?:we|our)\s+(?:\w+\s+){0,2}\w+)\s+(?:in|within))"
    r"\s+(?:all\s+of\s+|the\s+whole\s+of\s+)?$",
    re.IGNORECASE,
)
"""Before an area that is spoken of as the reader's own: "Help in", "Across", "In" first of all; not "arrested in"."""
CALL_THEM = re.compile(
    r"\b(?:call|contact|phone|ring|tell|ask|(?:speak|talk|report\s+(?:it|this|crimes?|a\s+crime))\s+to)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
POLICE = re.compile(rf"{S}\s+(?:Police|Constabulary)\b", re.IGNORECASE)
OF_A_NEIGHBOUR = re.compile(
    r"\b(?:if\s+you|lives?|lived|living|moved?|moving|neighbou\w+|outside|border(?:s|ing)?|elsewhere|other\s+areas|next\s+to|"
    r"instead(?:\s+of)?|nor|not\s+in|trials?|study|studies|research|courts?|university|prisons?|"
    r"(?:if|when|where|wherever)\b[^.!?]{1,60}\b(?:happen(?:s|ed)|took\s+place|takes\s+place)|"
    r"for\s+(?:a|any)\s+crimes?\s+in|still|giv(?:e|ing)\s+evidence|based|(?:its|their|an|head|main)\s+office|began|"
    r"founded|set\s+up|started|born|grew\s+up|nearest|far\s+away|as\s+far|another|choose|(?:go|travel)\s+to|"
    r"of\s+its\s+own|(?:over|across)\s+the\s+country|national(?:ly)?|warn(?:s|ed)?|found\s+that|British\s+Transport|"
    r"took\s+place|take\s+place|their\s+(?:own\s+)?area|"
    r"(?:do\s+not|don['\N{RIGHT SINGLE QUOTATION MARK}]t)\s+(?:call|contact|phone|ring|tell|ask)|"
    r"a\s+(?:\w+\s+)?(?:woman|man|girl|boy|mother|father|couple))\b",
    re.IGNORECASE,
)
"""What a sentence holds that may well speak of another area: "If you live in Essex", "A woman in Essex lost"."""
OF_ANOTHER_OFFICE = re.compile(
    r"\b(?:if\s+you|people\s+from|lives?|living|instead|neighbou\w+|elsewhere|other\s+(?:areas|offices)|thanks?|"
    r"thankful|grateful|permission|credit\w*|words\s+of|written\s+by|written\s+with|made\s+by|adapted|taken\s+from|"
    r"based\s+on|inspired\s+by|led\s+by|leads?\s+(?:on|the|for)|(?:all|other)\s+commissioners|association|says|"
    r"together\s+with|jointly|partners?(?:hip)?)\b",
    re.IGNORECASE,
)
"""What a sentence holds that gives another office its due, or sends its people there: "With thanks to Essex PCC."."""
WORDS_OF_OTHERS = re.compile(
    r"<!--.{0,2000}?-->|`[^`\n]{1,300}`|\"[^\"\n]{1,400}\"|"
    r"\N{LEFT DOUBLE QUOTATION MARK}[^\N{RIGHT DOUBLE QUOTATION MARK}]{1,400}\N{RIGHT DOUBLE QUOTATION MARK}|"
    r"^[ ]{0,3}>[^\n]*|!?\[[^\]\n]{0,300}\]\([^)\n]{0,500}\)|https?://\S+",
    re.MULTILINE | re.DOTALL,
)
"""Quotations, links and comments."""
AN_END = re.compile(r"[.!?](?=\s)|\n[^\S\n]*\n|\n[ \t]*[-*#]")
AN_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@((?:[\w-]{1,63}\.){1,6}[a-z]{2,})", re.IGNORECASE)


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
    led_by: Literal["commissioner", "fire-commissioner", "mayor", "corporation"] = "commissioner"
    """Who answers for the police there, and pays for help after crime."""
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
