"""The home page: in danger now, someone to talk to, the doors, and what is on."""

from __future__ import annotations

from generator.model import addresses
from generator.outputs import Page
from generator.pages.templates import Templates


def home(templates: Templates) -> Page:
    """The first page that most people see."""
    edition, settings = templates.edition, templates.settings
    return templates.page(
        "home",
        addresses.HOME,
        settings.site_name,
        settings.site_description,
        "services.yaml",
        on_now=edition.campaigns_at("now"),
        coming=edition.campaigns_at("coming"),
    )
