"""JSON -> the same without the ids that a program made, where nothing withheld could be read in them.

An id of open data is a hash (UUID 5): nobody wrote it, and each is another, so that each would be looked at anew. It is
passed over only as the whole value of a field, with a name before it and a letter behind it, so that no number goes on
into it or out of it; where none of them has the digits of a number that is looked for, also over its dashes; and where
nothing that is looked for can be spelt with digits and the letters a to f, as the postcode DE4 5FA.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.privacy.number_search import Numbers

AN_ID = r'"[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"'
IDS = re.compile(rf'(?:(?<=[a-z]":)|(?<=[a-z]":\[)){AN_ID}(?:,{AN_ID})*(?=[\]}},{{"\s]*[a-z_]|[\]}}\s]*$)')
LETTERS = frozenset("abcdef0123456789|")


def can_be_spelt(signs: Iterable[str]) -> bool:
    """Whether any row of letters and digits that is looked for can stand in an id."""
    return any(map(LETTERS.issuperset, signs))


def without_ids(text: str, numbers: Numbers) -> str:
    """A text of JSON with an empty value in the place of each id; as it is, where one may hold a number."""
    found = IDS.findall(text)
    if not found or numbers.may_be_said(" ; ".join(found)):
        return text
    return IDS.sub('""', text)
