"""A service and the kinds of services -> whom it is for."""

from __future__ import annotations

from generator.model.service import MeantFor, Service
from generator.model.vocabulary import Vocabulary


def meant(service: Service, vocabulary: Vocabulary) -> MeantFor | None:
    """Whom a service is for, where its kind may not be known."""
    kind = vocabulary.kinds.get(service.kind)
    return service.meant_for or (kind.meant_for if kind else None)
