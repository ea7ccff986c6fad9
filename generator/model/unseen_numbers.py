"""Records -> the phone numbers that nobody may see, and what keeps each back, whatever day it is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from generator.model.catalogue import RetiredNumber
from generator.model.emergency import Emergency
from generator.model.phone import digits_of
from generator.model.service import Service


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
        whole = service.meant_for == "professionals" or service.kind in kinds
        for contact in service.contact:
            if contact.number and (whole or contact.meant_for):
                theirs.setdefault(contact.number.called, ForProfessionals(service))
            elif contact.number:
                public.add(contact.number.called)
    return {digits: why for digits, why in theirs.items() if digits not in public}


def unseen_numbers(
    services: Iterable[Service], emergency: Iterable[Emergency], retired: Iterable[RetiredNumber]
) -> Mapping[str, RetiredNumber | Service]:
    """Digits of each number that is retired, or that nobody has checked and no other record shows.

    With it stands the record that retired it, or the first service that waits for a check of it.
    """
    gone = {digits_of(one.number): one for one in retired}
    waiting: dict[str, Service] = {}
    shown = {line.phone.called for line in emergency if line.phone}
    for service in services:
        for contact in service.contact:
            if contact.number and (contact.checked or service.checked) and contact.number.called not in gone:
                shown.add(contact.number.called)
            elif contact.number:
                waiting.setdefault(contact.number.called, service)
    return {digits: why for digits, why in (waiting | gone).items() if digits not in shown}
