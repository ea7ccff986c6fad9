"""The index of services -> its columns, and the letters and numbers that stand for what they hold."""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator

from generator import urls
from generator.model.fields.text import Words, in_language

ALWAYS_OPEN, LATE, PAUSED, CLOSED, FOR_SOME, FROM_18 = 1, 2, 4, 8, 16, 32
"""What a service is, as one number. Late: nobody can be reached there, or it is to report or read, not to talk."""
BETWEEN = "¦"
"""What stands between two services in a column of texts, where "|" may stand between the texts of one service."""
COLUMNS = {
    "id": BETWEEN,
    "name": BETWEEN,
    "also": BETWEEN,
    "kind": "",
    "crimes": ",",
    "audiences": ",",
    "areas": ";",
    "phone": BETWEEN,
    "state": "",
    "old": "",
}
"""What is known of a service, and what stands between two of them. An id that its name spells is ""."""
DIGITS = string.digits + string.ascii_letters
"""One letter for each word of a closed list, and for each state."""
PLACES = {
    "service": urls.SERVICES,
    "crimes": urls.WHAT_HAPPENED,
    "audiences": urls.WHO,
    "kinds": urls.KINDS,
    "areas": urls.WHERE,
}
"""Below which address what is found stands."""
ADULTS = "adults"
A_GROWN_UP = 18


def names_elsewhere(name: str, owner: str, language: str) -> Iterator[str]:
    """What a name is in the other languages that it has, as a column takes it; then, after "^", the owner's."""
    for before, text in (("", name), ("^", owner)):
        for said in dict.fromkeys(text.by_language.values()) if isinstance(text, Words) else ():
            if said != in_language(text, language):
                yield before + said.replace(BETWEEN, "/").replace("|", "/")


def numbered(names: Iterable[str]) -> dict[str, int]:
    """Each name's place among them."""
    return {name: number for number, name in enumerate(names)}
