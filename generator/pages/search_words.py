"""Texts -> the words that search compares: small letters without accents or apostrophes, as `words.js` them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache

from generator.model import addresses

A_WORD = re.compile(r"[^\W_]+")
APOSTROPHES = str.maketrans("", "", "'’‘`´")

# Words that say nothing of what is meant, by language. A language without a list here has none.
STOP_WORDS = {
    "en": (
        "a about after again all also am an and any anyone anything are as at be been being but "
        "by can cant could did didnt do does dont every everyone for from get getting go "
        "got had happen happened has have he help her here him his how i id if im in is "
        "it its ive just know like lot made make makes making me more my need no nobody not "
        "nothing now of off ok on one or our out over people person please really say she should so "
        "some somebody someone something than that the their them then there these they things think thinking this "
        "to too try u up very want was we well were what when where which who why will with without "
        "wont would you your"
    ).split()
}


@lru_cache(maxsize=65536)
def words_in(text: str) -> tuple[str, ...]:
    """The words of a text, in order: "Women's Aid, 24/7" -> womens, aid, 24, 7."""
    if text.isascii():
        return tuple(A_WORD.findall(text.translate(APOSTROPHES).lower()))
    apart = unicodedata.normalize("NFD", text)
    bare = "".join(letter for letter in apart if not unicodedata.category(letter).startswith("M"))
    return tuple(A_WORD.findall(bare.translate(APOSTROPHES).lower()))


def stop_words(language: str) -> tuple[str, ...]:
    """The words that a language's search passes over: those of "en" also serve "en-GB"."""
    return tuple(STOP_WORDS.get(language.partition("-")[0], ()))


def danger_words(_: Callable[[str], str]) -> str:
    """What people type who should call the emergency number before they read on."""
    return _("999|112|emergency|in danger|ambulance|going to kill me|has a knife|has a gun|breaking in now")


def page_words(_: Callable[[str], str]) -> Mapping[str, str]:
    """What people type for the pages that every site has, beside their titles."""
    return {
        addresses.STAY_SAFE: _(
            "browsing history|clear my history|delete history|hide my search|being watched|being tracked|spyware|"
            "private window"
        ),
        addresses.RIGHTS: _("victims code|my rights|complain|let down by the police"),
        addresses.PRIVACY: _("cookies|my data|who can see this"),
        addresses.WHERE: _("postcode"),
        addresses.SERVICES: _("list of services|directory"),
    }
