"""A text -> whether it says that somebody had nothing to say: N/A, TBC, a dash, see website."""

from __future__ import annotations

import re

A_PLACEHOLDER = re.compile(
    r"#?n\s?[/.\\-]\s?a\.?|na|nk|n\s?/\s?k|not\s(?:applicable|available|known|provided|specified|given|stated|"
    r"recorded|yet\sknown)|"
    r"unknown|don'?t\sknow|unsure|t\.?b\.?[cad]\.?|to\sbe\s(?:confirmed|announced|added|decided|advised|agreed|completed)|"
    r"pending|none|nil|null|nan|undefined|blank|empty|no\sdata|no\sinformation|not\sset|\(?blank\)?|"
    r"[-\u2010-\u2015\u2212_.*?x/\s]*[-\u2010-\u2015\u2212_.*?/][-\u2010-\u2015\u2212_.*?x/\s]*|x{2,}|"
    r"(?:please\s)?(?:see|check|refer\sto|visit|as\sper|on)(?:\s(?:the|our|their|your))?\s?(?:web\s?site|web\s?page|"
    r"site|online|link|notes?|above|below)"
    r"(?:\sfor\s(?:details|more|information|times|hours))?"
)
"""What people write where they have nothing to say."""


def is_placeholder(text: str) -> bool:
    """Whether a cell says that it says nothing: N/A, TBC, a dash, see website."""
    plain = " ".join(text.casefold().replace("\u2019", "'").split()).strip(" .!")
    return bool(text.strip()) and len(text) < 60 and (not plain or bool(A_PLACEHOLDER.fullmatch(plain)))
