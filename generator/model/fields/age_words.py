"""Who a service is for, as people type it in one cell -> whom, and of which ages: "women 18+", "11-17 year olds"."""

from __future__ import annotations

import re
from dataclasses import dataclass

OLDEST = 120
YEARS = r"(?: ?-?(?:years?|yrs?|yo)(?:[ -]olds?)?(?: of age)?| ?y/?o)?"
BEFORE = r"(?:(?:aged?|ages|between)(?: the ages of)?:? )?"
UP = r"(?: ?\+| ?(?:and|or|&) ?(?:over|above|older|up|upwards)| upwards| ?plus)"
BORDERS = r"(?<![\w£]){}(?![\w%])"
SAID = tuple(
    re.compile(BORDERS.format(form), re.IGNORECASE)
    for form in (
        rf"{BEFORE}(?P<first>\d{{1,3}}) ?(?:-|–|to|and|until) ?(?P<last>\d{{1,3}}){YEARS}",
        rf"{BEFORE}(?P<first>\d{{1,3}}){YEARS}{UP}",
        rf"(?:aged )?(?:from|at least|minimum(?: age)?) (?:age )?(?P<first>\d{{1,3}}){YEARS}",
        rf"(?:aged )?over(?:s| the age of)?[ -]?(?P<over>\d{{1,3}})s?{YEARS}",
        rf"(?:aged )?under(?:s| the age of)?[ -]?(?P<under>\d{{1,3}})s?{YEARS}",
        rf"(?:aged )?(?:up to|to age|maximum(?: age)?) (?:age )?(?P<last>\d{{1,3}}){YEARS}",
        rf"(?P<last>\d{{1,3}}){YEARS} ?(?:and|or|&) ?(?:under|below|younger)",
    )
)
"""Each way in which ages are said: from and to, and over, from, over, under, up to, and under."""
LEFT = re.compile(r"[(\[] ?[)\]]|(?: who are| aged?| ages)$", re.IGNORECASE)
AT_THE_ENDS = " ,;:-"


@dataclass(frozen=True, slots=True)
class WhomSaid:
    """What a cell says of whom a service is for."""

    words: str
    """The rest: the names of audiences; "" where it says ages alone."""
    first: int | None
    last: int | None


def ages_in(text: str) -> WhomSaid | None:
    """The ages in a cell, and the words beside them. None where it says no age, several, or ages that nobody has."""
    plain = " ".join(text.split())
    found = [hit for form in SAID for hit in form.finditer(plain)]
    whole = [
        one for one in found if not any(other.start() <= one.start() and one.end() < other.end() for other in found)
    ]
    if len(whole) != 1:
        return None
    number = {name: int(value) for name, value in whole[0].groupdict().items() if value}
    first = number.get("over", number.get("first"))  # "over 18s" are 18 and more to whoever writes so
    last = number["under"] - 1 if "under" in number else number.get("last")
    if not 0 <= (first or 0) <= (OLDEST if last is None else last) <= OLDEST:
        return None
    around = plain[: whole[0].start()] + plain[whole[0].end() :]
    words = LEFT.sub("", " ".join(around.split()).strip(AT_THE_ENDS)).strip(AT_THE_ENDS)
    return WhomSaid(" ".join(words.split()), first, last)
