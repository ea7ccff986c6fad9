"""Records -> the numbers and the words about places that must be nowhere in the output, and what each is."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from generator.model.catalogue import Catalogue
from generator.model.emergency import Emergency
from generator.model.fields.phones import digits_of
from generator.model.fields.text import Words
from generator.model.place import Place
from generator.model.retired_address import RetiredNumber, host_and_path
from generator.model.service import Service
from generator.model.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class ForProfessionals:
    """Why a number is kept from the public: it stands on this service for professionals alone."""

    service: Service


def professionals_numbers(
    services: Iterable[Service], emergency: Iterable[Emergency], kinds: Collection[str]
) -> Mapping[str, ForProfessionals]:
    """Digits of each number that only professionals may call. `kinds` are those of services for them alone."""
    public = {line.phone.called for line in emergency if line.phone}
    theirs: dict[str, ForProfessionals] = {}
    for service in services:
        whole = _is_for_professionals(service, kinds)
        for _, contact in service.ways:
            if contact.number and (whole or contact.meant_for):
                theirs.setdefault(contact.number.called, ForProfessionals(service))
            elif contact.number:
                public.add(contact.number.called)
    return {digits: why for digits, why in theirs.items() if digits not in public}


@dataclass(frozen=True, slots=True)
class ProfessionalsAddress:
    """A web or e-mail address that only professionals may use, and the service on which it stands."""

    address: str
    service: Service


def professionals_addresses(
    services: Iterable[Service], public: Iterable[str | None], kinds: Collection[str]
) -> tuple[ProfessionalsAddress, ...]:
    """Each web and e-mail address that only professionals may use.

    Args:
        services: the records.
        public: addresses that everyone may use: of organisations, emergency lines, the office.
        kinds: those of services for professionals alone.
    """
    known = {_page(one) for address in public for one in _spellings(address)}
    theirs: dict[str, ProfessionalsAddress] = {}
    for service in services:
        whole = _is_for_professionals(service, kinds)
        for _, contact in service.ways:
            for address in _spellings(contact.email or contact.chat or contact.form or contact.website):
                if whole or contact.meant_for:
                    theirs.setdefault(_page(address), ProfessionalsAddress(address, service))
                else:
                    known.add(_page(address))
    return tuple(one for page, one in theirs.items() if page not in known)


def _is_for_professionals(service: Service, kinds: Collection[str]) -> bool:
    return service.meant_for == "professionals" or any(kind in kinds for kind in service.every_kind)


def _page(address: str) -> str:
    """What two ways to write one address have in common."""
    host, path = host_and_path(address)
    return address.lower() if "@" in address and "/" not in address else f"{host}/{path}?{urlsplit(address).query}"


@dataclass(frozen=True, slots=True)
class OfSecretPoint:
    """Why a number is kept from the public: it is that of a point that nobody may know of."""

    service: Service
    number: int
    """Of the point in its service, from 1."""


Unseen = RetiredNumber | Service | OfSecretPoint
"""The record that retired a number; the first service that waits for a check of it; the secret point that it is of."""


def unseen_numbers(
    services: Iterable[Service],
    emergency: Iterable[Emergency],
    retired: Iterable[RetiredNumber],
    shows: Callable[[Service, Place], str],
) -> Mapping[str, Unseen]:
    """Digits of each number that is retired, of a secret point, or unchecked, and that no other record shows; and why.

    Args:
        services: the records.
        emergency: the lines for danger.
        retired: numbers that have ended.
        shows: how much of a place of a service the public may see, as `shown_by` says.
    """
    gone = {digits_of(one.number): one for one in retired}
    waiting: dict[str, Unseen] = {}
    shown = {line.phone.called for line in emergency if line.phone}
    for service in services:
        for path, contact in service.ways:
            point = service.points[int(path[1])] if path[0] == "points" else None
            secret = point is not None and shows(service, point) == "never"
            if contact.number and service.check_of(contact, point) and not secret and contact.number.called not in gone:
                shown.add(contact.number.called)
            elif contact.number:
                why = OfSecretPoint(service, int(path[1]) + 1) if secret else service
                waiting.setdefault(contact.number.called, why)
    return {digits: why for digits, why in (waiting | gone).items() if digits not in shown}


WORD = re.compile(r"[^\W_]+")


FIELDS = ("name", "address", "postcode", "coordinates", "directions", "note")


WITHHELD_BY = {"area": FIELDS[1:5], "never": FIELDS}
"""By a place's `show`: what of it nobody may read. A place has no note; a point has."""


ORDINARY_WORDS = """
a an and at for in of on our s the to
base building care centre center children clinic council court crisis family general head help hospital hub local main
men office offices police premises reception refuge room rooms safe safehouse sarc service services shelter site station
suite support team unit victim women
"""


ORDINARY = frozenset(ORDINARY_WORDS.split())
"""What any place of such services may be called. A name of these words alone tells nobody where it is, and stands in
half of all sentences ("Office", "The women's refuge"): it is not looked for. Addresses hold other words, or digits."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """What a withheld text is, in words that do not repeat it: "the address of place 1 of harbour-refuge"."""

    service: str
    number: int
    """Of the place in its service, from 1."""
    field: str
    group: Literal["places", "points"] = "places"

    def __str__(self) -> str:
        return f"the {self.field} of {self.group.removesuffix('s')} {self.number} of {self.service}"


def shown_by(vocabulary: Vocabulary) -> Callable[[Service, Place], str]:
    """How much of a place the public may see, where a kind may not be known: then nothing."""

    def shown(service: Service, place: Place) -> str:
        kind = vocabulary.kind(service.every_kind)
        return place.show or (kind.places if kind else "never")

    return shown


def withheld(services: Iterable[Service], shows: Callable[[Service, Place], str]) -> dict[str, Withheld]:
    """Addresses, postcodes, ways and names of places that nobody may read, in every language, and what each is.

    Args:
        services: the records.
        shows: how much of a place of a service the public may see, as `shown_by` says.
    """
    found: dict[str, Withheld] = {}
    for service in services:
        for group, number, place in service.spots:
            for field in WITHHELD_BY.get(shows(service, place), ()):
                for text in _spellings(getattr(place, field, None)):
                    found.setdefault(text, Withheld(service.id, number + 1, field, group))
    return found


def public_words(catalogue: Catalogue) -> frozenset[str]:
    """The same of places that everyone may read."""
    return frozenset(
        text
        for service in catalogue.services
        for _, _, place in service.spots
        for field in FIELDS
        if field not in WITHHELD_BY.get(catalogue.shows(service, place), ())
        for text in _spellings(getattr(place, field, None))
    )


def is_telling(text: str) -> bool:
    """Whether a text tells anybody where a place is: it has a digit, or a word that not every such place could have."""
    return any(word.casefold() not in ORDINARY for word in WORD.findall(text))


def telling_parts(text: str) -> Iterator[str]:
    """A text, and each part between commas that finds the door alone: "12 Mill Lane" of "12 Mill Lane, Kendal"."""
    yield text
    for part in text.split(","):
        words = WORD.findall(part)
        if len(words) > 2 and any(word[0].isdigit() for word in words):
            yield part.strip()


def _spellings(text: str | None) -> tuple[str, ...]:
    return () if not text else text.every if isinstance(text, Words) else (str(text),)
