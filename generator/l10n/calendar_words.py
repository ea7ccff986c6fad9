"""A day -> its date in a language; the code of a language -> its name, also where no locale data has it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from babel.dates import format_date

from generator.l10n.translations import locale_of
from generator.model.fields.text import Words

MONTHS: Mapping[str, Sequence[str]] = {
    "cy": ("Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr").split(),
}
"""Months of languages whose dates are a day, a month and a year, and are said here whatever locale data says.

Libraries differ on Welsh: one has "11 Ionawr" where another has "Ionawr 11". A month after a number does not mutate.
"""
LANGUAGES: Mapping[str, Mapping[str, str]] = {
    "cy": {"bfi": "Iaith Arwyddion Prydain", "zh": "Tsieineeg"},
    "en": {"bfi": "British Sign Language", "bn": "Bengali"},
}
"""Names that locale data lacks or misspells."""


def date_in_words(value: date, language: str, *, month: bool = True, year: bool = True) -> str:
    """1 February 2027; without its year, or as a number alone, where a longer date follows."""
    months = MONTHS.get(language.partition("-")[0])
    if months:
        said = [str(value.day), *([months[value.month - 1]] if month else []), *([str(value.year)] if year else [])]
        return " ".join(said)
    pattern = "d" + " MMMM" * month + " y" * year
    return str(format_date(value, pattern, locale=locale_of(language)))


def language_name(code: str, language: str = "en") -> str:
    """The name of a language: cy -> Welsh; in English, and saying so, where it has none there; else the code."""
    own, english = LANGUAGES.get(language.partition("-")[0], {}), locale_of("en").languages
    name = own.get(code) or locale_of(language).languages.get(code)
    if name is None and (LANGUAGES["en"].get(code) or code in english):
        return Words({"en": LANGUAGES["en"].get(code) or str(english[code])})
    return str(name or code)
