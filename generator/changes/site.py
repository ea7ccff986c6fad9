"""The whole of one revision -> cards, in the order in which a reader of changes wants them."""

from __future__ import annotations

from collections.abc import Mapping

from generator.changes.campaigns import campaign_cards
from generator.changes.card import Card, Fact, facts
from generator.changes.directory import (
    area_cards,
    emergency_cards,
    organisation_cards,
    retired_address_cards,
    retired_cards,
    source_cards,
)
from generator.changes.services import service_cards
from generator.model.edition import Edition
from generator.problems import HIDDEN
from generator.settings import Settings

PAGE_WORDS = "words"
"""The label of a whole page: it is compared, and never quoted."""


def all_cards(edition: Edition, settings: Settings, pages: Mapping[str, str]) -> list[Card]:
    """Every card of one revision. `pages`: the whole text of each page of the content folder, by its file."""
    return [
        _site(settings),
        *emergency_cards(edition),
        *service_cards(edition),
        *campaign_cards(edition),
        *(
            Card("page", (file,), HIDDEN.sub("?", file), {PAGE_WORDS: Fact(text)})
            for file, text in sorted(pages.items())
        ),
        *organisation_cards(edition),
        *area_cards(edition),
        *retired_cards(edition),
        *retired_address_cards(edition),
        *source_cards(edition),
    ]


def _site(settings: Settings) -> Card:
    office = settings.office
    return Card(
        "site",
        ("mkdocs.yml",),
        "The site",
        facts(
            name=settings.site_name,
            address=settings.site_url,
            description=settings.site_description,
            office=office.name,
            office_website=office.website,
            address_for_corrections=office.corrections,
            licence=office.licence,
            notice_on_every_page=settings.notice,
            only_a_demonstration="yes" if settings.demonstration else None,
            way_out=settings.exits.values(),
            pause=f"from {settings.feeds.pause.first}" if settings.feeds.pause else None,
        ),
    )
