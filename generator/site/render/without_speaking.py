"""An edition -> help for whoever can't talk out loud: whom to write to, and how to reach 999 without a voice."""

from __future__ import annotations

from dataclasses import replace

from generator import urls
from generator.best_fit import MOST, Chosen, is_for_some, target
from generator.edition import Edition
from generator.model.contact import Contact
from generator.model.service import Service
from generator.model.vocabulary import ANY_CRIME
from generator.output import Page
from generator.site.render.letter_pages import by_letter, letter_pages
from generator.site.render.templates import Templates

WRITTEN = ("chat", "text", "email", "form", "textphone")
"""In the order in which an answer comes: there and then, soon, later. A textphone needs a device or an app."""


MOST_CARDS = 60
"""More services than so many are too heavy for one page whatever their words: their letters stand on it."""


def without_speaking(templates: Templates) -> Page:
    """The page behind "I can't talk out loud". The lines for danger stand on it, whoever else can be written to."""
    _, edition = templates.say, templates.edition
    ways = written_ways(edition)
    description, plain = _("How to get help by chat, text, e-mail or sign language."), _("Type, text or sign.")
    title, source = _("Help without speaking"), "services.yaml"
    more, parts = ways[MOST:], []
    if len(more) > MOST_CARDS:
        services = [one.service for one in ways]
        parts = by_letter(services, lambda one: templates.a_to_z[one.id], templates.weight, urls.WITHOUT_SPEAKING)
    page = templates.page(
        "without_speaking",
        urls.WITHOUT_SPEAKING,
        title,
        description,
        source,
        plain=plain,
        best=ways[:MOST],
        more=() if parts else more,
        parts=parts,
        danger=edition.catalogue.emergency[1:],
    )
    return replace(page, parts=letter_pages(templates, parts, (urls.WITHOUT_SPEAKING, title), "letter", source))


def written_ways(edition: Edition) -> list[Chosen]:
    """Each service that can be written to, by its best way, each way once: for anyone first, as soon as they answer."""
    found = [
        (_rank(service, way, edition, place), Chosen(service, way))
        for place, service in enumerate(edition.in_order(edition.catalogue.public_services))
        if (way := _best(edition.ways(service)))
    ]
    once: dict[str, Chosen] = {}
    for _, one in sorted(found, key=lambda pair: pair[0]):
        if one.way:
            once.setdefault(target(one.way), one)
    return list(once.values())


def _best(ways: tuple[Contact, ...]) -> Contact | None:
    written = (one for one in ways if one.way in WRITTEN)
    return min(written, key=lambda one: WRITTEN.index(one.way), default=None)


def _rank(service: Service, way: Contact, edition: Edition, place: int) -> tuple[object, ...]:
    last = edition.catalogue.kind(service).comes_last == "yes"
    narrow = ANY_CRIME not in service.helps_with
    return (edition.is_old(service), last, WRITTEN.index(way.way), is_for_some(service), narrow, place)
