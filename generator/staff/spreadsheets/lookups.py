"""A catalogue -> the names that people use for kinds, crimes, areas, organisations and languages, and their ids."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from generator.diagnostics import quoted, with_hint
from generator.model.catalogue import Catalogue
from generator.model.fields.suggestions import did_you_mean, one_of
from generator.model.fields.text import slug_of
from generator.model.place import MOST_WAYS
from generator.model.vocabulary import Membership, Term
from generator.staff.spreadsheets.sole_guesses import FELT, field_of_names, sole_guess

AN_ORGANISATION = "an organisation in services.yaml"
AREAS = ("areas", "all_but", "places.#.area", "points.#.area")
LANGUAGES_OF_A_POINT = tuple(f"points.#.contact.{nth}.languages" for nth in range(1, MOST_WAYS + 1))
WHAT = {
    "kind": "a kind of service",
    "kinds": "a kind of service",
    "helps_with": "a crime type",
    "who.audiences": "an audience",
    "areas": "an area in services.yaml",
    "all_but": "an area in services.yaml",
    "places.#.area": "an area in services.yaml",
    "points.#.area": "an area in services.yaml",
    "organisation": AN_ORGANISATION,
    "commissioned_by": AN_ORGANISATION,
    "networks": "a network in vocabulary.yaml",
    "marks": "a mark in vocabulary.yaml",
    "replaced_by": "the id of a service",
    "reached_through": "the id of a service",
    "languages": "a language",
    "contact.#.languages": "a language",
    **dict.fromkeys(LANGUAGES_OF_A_POINT, "a language"),
}


@dataclass(frozen=True)
class Names:
    """For each field that holds ids: every id, and the names it also goes by, in small letters."""

    ids: Mapping[str, Mapping[str, str]]
    """Each id, and its name for people."""
    also: Mapping[str, Mapping[str, str]]
    """Names in small letters, and the id of each."""
    towns: Mapping[str, str]
    """Towns in small letters, and the area that each is in."""

    def id_for(self, field: str, text: str, *, guesses: bool = True) -> str:
        """The id that a text means. ValueError, in an author's words, where it means none.

        Args:
            field: what it is about.
            text: what somebody wrote.
            guesses: whether what can only mean one of them is taken as it.
        """
        known, plain = self.ids[field], _plain(text)
        if text in known:
            return text
        hyphened = slug_of(plain)
        found = hyphened if hyphened in known else self.also[field].get(plain)
        if found is None and guesses and not (field in AREAS and plain in self.towns):
            found = sole_guess(field, plain, known, self.also[field]) or None
        if found is None:
            if WHAT[field] == "a language":
                near = "write it as Welsh, or cy"
            elif WHAT[field] == AN_ORGANISATION:
                near = did_you_mean(hyphened, known) or "see below"
            elif field in AREAS and plain in self.towns:
                area = self.towns[plain]
                raise ValueError(f"{quoted(text)} is a town in {area}; write {area}, if the service reaches all of it")
            else:
                near = one_of(hyphened, known)
            raise ValueError(with_hint(f"{quoted(text)} is not {WHAT[field]}", near))
        return found


def names_in(
    catalogue: Catalogue, more_organisations: Mapping[str, str], more_services: Mapping[str, str] | None = None
) -> Names:
    """Every name that an id of this catalogue goes by.

    Args:
        catalogue: the records that are there.
        more_organisations: ids and names of those that will be added.
        more_services: the same of services that come with them.
    """
    vocabulary = catalogue.vocabulary
    organisations = {name: str(one.name) for name, one in catalogue.organisations.items()} | dict(more_organisations)
    areas = {name: str(area.name) for name, area in catalogue.areas.items()}
    services = {**(more_services or {}), **{service.id: str(service.name) for service in catalogue.services}}
    ids: dict[str, Mapping[str, str]] = {
        "kind": _names(vocabulary.kinds),
        "kinds": _names(vocabulary.kinds),
        "helps_with": _names(vocabulary.crimes),
        "who.audiences": _names(vocabulary.audiences),
        "areas": areas,
        "all_but": areas,
        "places.#.area": areas,
        "points.#.area": areas,
        "organisation": organisations,
        "commissioned_by": organisations,
        "networks": _names(vocabulary.networks),
        "marks": _names(vocabulary.marks),
        "replaced_by": services,
        "reached_through": services,
        "languages": _languages(),
        "contact.#.languages": _languages(),
        **dict.fromkeys(LANGUAGES_OF_A_POINT, _languages()),
    }
    also = {field: sole_names(known.items()) for field, known in ids.items()}
    for field, terms in (
        ("kind", vocabulary.kinds),
        ("kinds", vocabulary.kinds),
        ("helps_with", vocabulary.crimes),
        ("who.audiences", vocabulary.audiences),
        ("networks", vocabulary.networks),
        ("marks", vocabulary.marks),
    ):
        felt = FELT.get(field_of_names(field), frozenset())
        words = ((name, word) for name, term in terms.items() for word in map(str, term.synonyms))
        synonyms = ((name, word) for name, word in words if word.casefold() not in felt)
        also[field] = sole_names(synonyms) | also[field]
    towns = sole_names((name, str(town)) for name, area in catalogue.areas.items() for town in area.towns)
    return Names(ids, also, towns)


def _names(terms: Mapping[str, Term] | Mapping[str, Membership]) -> dict[str, str]:
    return {name: str(term.name) for name, term in terms.items()}


def sole_names(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Names that one id alone goes by, in the form in which two names of one thing are equal."""
    found: dict[str, str] = {}
    twice = set()
    for name, text in pairs:
        plain = _plain(text)
        if found.setdefault(plain, name) != name:
            twice.add(plain)
    return {text: name for text, name in found.items() if text not in twice}


def _plain(text: str) -> str:
    """A name however it is spelt: "The Harbour Trust" and "harbour trust", "Help & Hope" and "help and hope"."""
    words = re.sub(r"[^\w&]+", " ", text.casefold().replace("'", "").replace("’", "")).replace("&", " and ").split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


same_name = _plain
"""A name in the form in which two names of one thing are equal."""


@cache
def _languages() -> dict[str, str]:
    from babel import Locale

    return {code: name for code, name in Locale("en").languages.items() if re.fullmatch("[a-z]{2,3}", code)}
