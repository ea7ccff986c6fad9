"""An edition -> the services that no campaign leads to."""

from __future__ import annotations

from generator.model.edition import Edition
from generator.model.service import Service


def never_promoted(edition: Edition) -> tuple[Service, ...]:
    """Every service that lists lead to and that no campaign names, by name."""
    named = {name for campaign in edition.catalogue.campaigns for name in campaign.services}
    left = (one for one in edition.catalogue.services if one.id not in named and edition.is_listed(one))
    return tuple(sorted(left, key=lambda one: (one.name.casefold(), one.id)))
