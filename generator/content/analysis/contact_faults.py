"""A contact that nobody of the public may be led to -> what is said of it, wherever it stands."""

from __future__ import annotations

from generator.diagnostics import Fault
from generator.model.catalogue import RetiredNumber
from generator.model.service import Service
from generator.model.vocabulary import Vocabulary


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
