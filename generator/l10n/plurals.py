"""Numbers and lists -> words: "1 service", "2 services", "a, b and c"; for a script, a text for each form of number."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.l10n.translations import PoTranslations

FORMS = ("zero", "one", "two", "few", "many", "other")
"""What Unicode calls the forms of number that a language may have; browsers know which number takes which."""
FAR_ENOUGH = 201
"""Some language has a form for every number below this that has any: Arabic's "other" begins at 100."""


def many(number: int, one: str, more: str = "") -> str:
    """1 service; 2 services: what is said to staff, in English."""
    return f"{number} {one if number == 1 else more or f'{one}s'}"


def listed(names: Sequence[str], _: Callable[[str], str] = str) -> str:
    """The names as a sentence has them: a; a and b; a, b and c."""
    if len(names) < 2:
        return "".join(names)
    return _("%(some)s and %(last)s") % {"some": ", ".join(names[:-1]), "last": names[-1]}


def forms(words: PoTranslations, one: str, more: str) -> Mapping[str, str]:
    """What a script says of a number that it finds out: a text for each form of the language, by Unicode's names.

    A form that says the same as "other" is left out.
    """
    found = {form: words.ngettext(one, more, number) for form, number in _first_of_each_form(words.language).items()}
    return {form: found[form] for form in FORMS if form in found and (form == "other" or found[form] != found["other"])}


@lru_cache(maxsize=64)
def _first_of_each_form(language: str) -> Mapping[str, int]:
    """The forms of number that a language has, each with the first number that takes it."""
    of_number = number_form(language)
    found: dict[str, int] = {}
    for number in range(FAR_ENOUGH):
        found.setdefault(of_number(number), number)
    return found if "other" in found else found | {"other": FAR_ENOUGH}


def number_form(language: str) -> Callable[[int], str]:
    """Which form a number takes in a language; as in English where nobody knows the language."""
    from generator.l10n.translations import locale_of

    return locale_of(language).plural_form
