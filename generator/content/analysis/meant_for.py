"""A service, or a contact of one -> whom it is for; and what is said of one that the public may not be led to."""

from __future__ import annotations

from generator.diagnostics import Fault
from generator.model.retired_address import RetiredNumber
from generator.model.service import MeantFor, Service
from generator.model.vocabulary import Vocabulary


def meant(service: Service, vocabulary: Vocabulary) -> MeantFor | None:
    """Whom a service is for, where its kind may not be known."""
    kind = vocabulary.kind(service.every_kind)
    return service.meant_for or (kind.meant_for if kind else None)


def for_professionals(shown: str, service: Service) -> Fault:
    """What is said of a number or an address that the public may not be led to."""
    words = f"{shown} is for professionals alone ({service.id}), and these words are for everyone"
    return Fault("contact-for-professionals", words, "take it out, or take away for: professionals where it stands")


def ended(shown: str, why: RetiredNumber) -> Fault:
    """What is said of a number that is retired."""
    return Fault("number-retired", f"{shown} is retired ({why.was})", "take it out, or find the new number")


def kinds_for_professionals(vocabulary: Vocabulary) -> list[str]:
    """The kinds of services that are for professionals alone."""
    return [name for name, kind in vocabulary.kinds.items() if kind.meant_for == "professionals"]
