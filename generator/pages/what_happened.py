"""The first door: help by what happened, and by what happened and where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.model import addresses
from generator.model.edition import Edition
from generator.model.first_line import Reader
from generator.model.service import Service
from generator.model.text import in_language
from generator.model.vocabulary import ANY_CRIME, Term
from generator.outputs import Page
from generator.pages.lists import Choice, Group, Nearer, choices_page, help_page, list_page
from generator.pages.templates import Templates

NEAR = 1
"""How wide an area may be to be offered as "near you": one that holds no other area, or only such areas."""


def what_happened_pages(templates: Templates) -> Iterator[Page]:
    """The door, a page for each crime type that somebody helps with, and one for each area with help of its own."""
    _, edition, catalogue = templates.say, templates.edition, templates.edition.catalogue
    choices = []
    for crime, term in catalogue.vocabulary.crimes.items():
        every = edition.in_order(catalogue.for_crime(crime))
        if not every:
            continue
        choices.append(Choice(addresses.crime(crime), term.name, term.plain, len(every)))
        named = [service for service in every if crime in service.helps_with]
        after_any = [service for service in every if crime not in service.helps_with]
        nearer = _nearer(templates, crime, every)
        yield help_page(
            templates,
            addresses.crime(crime),
            term,
            (addresses.WHAT_HAPPENED, _("What happened")),
            [Group("", named), Group(_("Help after any crime") if named else "", after_any)],
            [campaign for campaign in edition.campaigns_at("now") if crime in campaign.about],
            nearer,
            _for_people_who_harm(edition, crime),
            reader=Reader(frozenset({crime}) - {ANY_CRIME}),
        )
        by_area: dict[str, list[Service]] = {}
        for service in every:
            for name in service.areas:
                by_area.setdefault(name, []).append(service)
        for area in nearer:
            yield _in_area(templates, crime, term, area, by_area)
    yield choices_page(
        templates,
        "choices",
        addresses.WHAT_HAPPENED,
        _("What happened?"),
        _("Find help by what happened to you or to someone you care about."),
        _("Choose the words that fit best. You do not need to be sure. It does not matter how long ago it was."),
        choices,
    )


def _for_people_who_harm(edition: Edition, crime: str) -> list[Service]:
    """Services for people who harm others in this way: named once, in one line at the end of that crime's page."""
    catalogue = edition.catalogue
    harm = (one for one in catalogue.services if catalogue.meant_for(one) == "people-who-harm")
    return edition.ranked(one for one in harm if crime in one.helps_with and edition.is_there(one))


def _nearer(templates: Templates, crime: str, services: Sequence[Service]) -> list[Nearer]:
    """The areas with help of their own after this crime, and those beside them, in the authors' order.

    Whoever lives in one that is not offered would think that there is nothing.
    """
    catalogue = templates.edition.catalogue
    breadth = catalogue.breadth
    served = {area for service in services for area in service.areas if breadth[area] <= NEAR}
    around = {catalogue.areas[area].within or "" for area in served}
    beside = {
        name for outer in around if breadth.get(outer, NEAR + 1) <= NEAR for name in catalogue.areas_within[outer]
    }
    return [
        Nearer(addresses.crime(crime, area), record.name, (area, *catalogue.above(area)))
        for area, record in catalogue.areas.items()
        if area in served | beside
    ]


def _in_area(
    templates: Templates, crime: str, term: Term, area: Nearer, services: Mapping[str, Sequence[Service]]
) -> Page:
    """Help after one crime in one area: what is there first, then what reaches it from around.

    `services` are those that help after this crime, by each area they name: nobody looks through all for each area.
    """
    _, edition = templates.say, templates.edition
    here = area.areas[0]
    local = {service.id: service for service in services.get(here, ())}
    around = {service.id: service for name in area.areas[1:] for service in services.get(name, ())}
    wider = [service for service in around.values() if service.id not in local]
    language = templates.settings.language
    names = {"crime": in_language(term.name, language), "area": in_language(area.name, language)}
    return list_page(
        templates,
        area.address,
        _("%(crime)s: help in %(area)s") % names,
        term.plain,
        "services.yaml",
        (addresses.crime(crime), term.name),
        [
            Group(_("In %(area)s") % names, edition.in_order(local.values(), here)),
            Group(_("Wider than %(area)s") % names, edition.in_order(wider, here)),
        ],
        reader=Reader(frozenset({crime}) - {ANY_CRIME}, areas=frozenset({here})),
    )
