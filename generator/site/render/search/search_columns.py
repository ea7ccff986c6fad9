"""The index of services -> its columns, and the letters and numbers that stand for what they hold."""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator

from generator import urls
from generator.edition import Edition
from generator.l10n.calendar_words import language_name
from generator.l10n.translations import own_name
from generator.model.fields.text import Words, in_language
from generator.model.service import Service
from generator.model.vocabulary import EVERYONE

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
ENGLISH = "en"
"""Every service is taken to speak it: nobody looks for one by that."""
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


def names_of_languages(service: Service, language: str) -> Iterator[str]:
    """What people type for each further language that a service speaks: its name in the site's, and its own."""
    for code in service.languages:
        if code not in (language, ENGLISH):
            yield from dict.fromkeys((str(language_name(code, language)), own_name(code)))


def old(service: Service, edition: Edition) -> str:
    """In how many weeks from the index's day a reader is told to call first; "-": not in the time it can say."""
    overdue = edition.overdue_on(service)
    weeks = max(0, -(-(overdue - edition.today).days // 7)) if overdue else len(DIGITS)
    return DIGITS[weeks] if weeks < len(DIGITS) else "-"


def state(service: Service, edition: Edition, *, always: bool) -> int:
    """What a service is, as one number. `always`: whether its number is answered day and night."""
    late = edition.catalogue.kind(service).comes_last == "yes" or not edition.ways(service)
    paused = service.status == "paused"
    for_some = {EVERYONE, ADULTS}.isdisjoint(service.who.audiences)
    ages = service.who.ages
    from_18 = ADULTS in service.who.audiences or bool(ages and ages.first and ages.first >= A_GROWN_UP)
    return ALWAYS_OPEN * always + LATE * (late or paused) + PAUSED * paused + FOR_SOME * for_some + FROM_18 * from_18
