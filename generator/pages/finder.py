"""Three of the ways to find help: by who it is for, by where, by kind of service."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import addresses
from generator.model.first_line import ANYONE, Reader
from generator.model.service import Service
from generator.model.text import in_language
from generator.model.vocabulary import EVERYONE
from generator.outputs import Page
from generator.pages.lists import Choice, Group, choices_page, help_page, list_page
from generator.pages.templates import Templates


def finder_pages(templates: Templates) -> Iterator[Page]:
    """Every page behind these doors."""
    yield from _who(templates)
    yield from _where(templates)
    yield from _kinds(templates)


def _who(templates: Templates) -> Iterator[Page]:
    _, edition, catalogue = templates.say, templates.edition, templates.edition.catalogue
    choices = []
    for audience, term in catalogue.vocabulary.audiences.items():
        services = edition.in_order(catalogue.services_for_audience.get(audience, ()))
        if audience == EVERYONE or not services:
            continue
        choices.append(Choice(addresses.audience(audience), term.name, term.plain, len(services)))
        yield help_page(
            templates,
            addresses.audience(audience),
            term,
            (addresses.WHO, _("Who it is for")),
            [Group("", services)],
            [campaign for campaign in edition.campaigns_at("now") if audience in campaign.audiences],
            reader=Reader(audiences=frozenset({audience})),
        )
    most = _("Most services help anyone. See them all, from A to Z.")
    choices.append(Choice(addresses.SERVICES, _("Anyone"), most, len(edition.in_order(catalogue.services))))
    yield choices_page(
        templates,
        "choices",
        addresses.WHO,
        _("Who is it for?"),
        _("Find help made for you, or for someone you care about."),
        _("Some services are made for certain people. Most help anyone."),
        choices,
    )


def _where(templates: Templates) -> Iterator[Page]:
    _, edition, catalogue = templates.say, templates.edition, templates.edition.catalogue
    choices = []
    widths = {addresses.area(area): width for area, width in catalogue.breadth.items()}
    for area, record in catalogue.areas.items():
        reach: dict[str, dict[str, Service]] = {"local": {}, "part": {}, "wider": {}}
        for name in (area, *catalogue.below(area), *catalogue.above(area)):
            for service in catalogue.services_in_area.get(name, ()):
                reach[catalogue.reach(service, area) or "wider"][service.id] = service
        name_of_area = in_language(record.name, templates.settings.language)
        headings = (
            ("local", _("In %(area)s") % {"area": name_of_area}),
            ("part", _("In parts of %(area)s") % {"area": name_of_area}),
            ("wider", _("Wider than %(area)s") % {"area": name_of_area}),
        )
        groups = [Group(heading, edition.in_order(reach[how].values(), area)) for how, heading in headings]
        count = sum(len(group.services) for group in groups)
        if not count:
            continue
        choices.append(Choice(addresses.area(area), record.name, ", ".join(record.towns), count))
        plain = _("The services nearest to you come first. Those for a wider area can help you too.")
        title = _("Help in %(area)s") % {"area": name_of_area}
        yield list_page(
            templates,
            addresses.area(area),
            title,
            plain,
            "services.yaml",
            (addresses.WHERE, _("Where")),
            groups,
            reader=Reader(areas=frozenset({area})),
        )
    choices.sort(key=lambda choice: widths[choice.address])
    yield choices_page(
        templates,
        "where",
        addresses.WHERE,
        _("Where are you?"),
        _("Find help near you, or for the whole country."),
        _("Choose the area you live in. You can also use a service for the whole country."),
        choices,
    )


def _kinds(templates: Templates) -> Iterator[Page]:
    _, edition, catalogue = templates.say, templates.edition, templates.edition.catalogue
    choices = []
    for kind, term in catalogue.vocabulary.kinds.items():
        services = edition.in_order(catalogue.services_of_kind.get(kind, ()))
        if not services:
            continue
        choices.append(Choice(addresses.kind(kind), term.name, term.plain, len(services)))
        yield help_page(
            templates,
            addresses.kind(kind),
            term,
            (addresses.KINDS, _("Kinds of help")),
            [Group("", services)],
            reader=ANYONE,
        )
    plain = _("What the different services do, in plain words.")
    yield choices_page(templates, "choices", addresses.KINDS, _("Kinds of help"), plain, plain, choices)
