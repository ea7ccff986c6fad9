"""Words -> where they name a commissioner's office, speak of the area around, or are the words of others."""

from __future__ import annotations

import re

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
    r"\b(?:in|across|throughout|around|within|yn|yng|ledled)\s+(?:all\s+of\s+|the\s+whole\s+of\s+)?$", re.IGNORECASE
)
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
