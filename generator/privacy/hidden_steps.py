"""The steps that come with Waymark -> those that lead to what a site keeps from the public, and why it does."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from urllib.parse import urlsplit

from generator.model.emergency import Emergency, FirstStep, FirstSteps
from generator.model.place import Place
from generator.model.retired_address import RetiredAddress, RetiredNumber
from generator.model.service import Service
from generator.privacy.address_search import Addresses
from generator.privacy.withheld import (
    ForProfessionals,
    ProfessionalsAddress,
    Unseen,
    professionals_addresses,
    professionals_numbers,
    unseen_numbers,
)

WhyHidden = Unseen | ForProfessionals | RetiredAddress | ProfessionalsAddress
HiddenSteps = Mapping[str, Mapping[int, WhyHidden]]
"""By type of crime, and then by the step's place in its list."""


def hidden_steps(
    steps: Mapping[str, FirstSteps],
    services: Iterable[Service],
    emergency: Sequence[Emergency],
    retired: tuple[Iterable[RetiredNumber], Iterable[RetiredAddress]],
    public: Iterable[str | None],
    shows: Callable[[Service, Place], str],
    kinds: Collection[str],
) -> HiddenSteps:
    """Every step that is not shown. A directory of thousands is looked through once, for these few contacts alone.

    Args:
        steps: those that ship and that the office has not written itself.
        services: the records.
        emergency: the lines for danger.
        retired: numbers and addresses that have ended.
        public: addresses that everyone may use: of organisations, emergency lines, the office.
        shows: how much of a place of a service the public may see.
        kinds: those of services for professionals alone.
    """
    each = [(crime, number, step) for crime, one in steps.items() for number, step in enumerate(one.steps)]
    sought = {step.phone.called for *_, step in each if step.phone}
    hosts = {urlsplit(step.link).hostname for *_, step in each if step.link}
    concerned = [service for service in services if _reaches(service, sought, hosts)]
    numbers, addresses = retired
    unseen = {
        **professionals_numbers(concerned, emergency, kinds),
        **unseen_numbers(concerned, emergency, numbers, shows),
    }
    gone = Addresses(addresses)
    theirs = Addresses(professionals_addresses(concerned, public, kinds), exact=True)
    found: dict[str, dict[int, WhyHidden]] = {}
    for crime, number, step in each:
        if (why := _why(step, unseen, gone, theirs)) is not None:
            found.setdefault(crime, {})[number] = why
    return found


def _reaches(service: Service, numbers: Collection[str], hosts: Collection[str | None]) -> bool:
    for _, contact in service.ways:
        if contact.number and contact.number.called in numbers:
            return True
        link = contact.chat or contact.form or contact.website
        if link and urlsplit(link).hostname in hosts:
            return True
    return False


def _why(
    step: FirstStep,
    unseen: Mapping[str, Unseen | ForProfessionals],
    gone: Addresses[RetiredAddress],
    theirs: Addresses[ProfessionalsAddress],
) -> WhyHidden | None:
    if step.phone and step.phone.called in unseen:
        return unseen[step.phone.called]
    for search in (gone, theirs) if step.link else ():
        for _, _, one in search.in_text(step.link or ""):
            return one
    return None
