"""Four ways to find help: by what happened, by who it is for, by where, by kind of service."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator import urls
from generator.best_fit import is_for_the_young
from generator.edition import Edition
from generator.first_line import AGES, ANYONE, Reader, takes_any
from generator.model.catalogue import MANY_PARTS
from generator.model.fields.text import in_language
from generator.model.service import Service
from generator.model.vocabulary import ANY_CRIME, EVERYONE, Term
from generator.output import Page
from generator.site.render.finder_layouts import (
    VOCABULARY,
    ChoiceGroup,
    ChoiceLink,
    Group,
    Nearer,
    Subject,
    choices_page,
    list_page,
)
from generator.site.render.templates import Templates


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
        choices.append(ChoiceLink(urls.audience(audience), term.name, term.plain, len(services)))
        yield list_page(
            templates,
            urls.audience(audience),
            Subject.of_term(term),
            (urls.WHO, _("Who it is for")),
            [Group("", services)],
            [campaign for campaign in edition.campaigns_at("now") if audience in campaign.audiences],
            reader=(reader := Reader(audiences=frozenset({audience}))),
            also=templates.best_fit.for_anyone(reader),
        )
    most = _("Most services help anyone. See them all, from A to Z.")
    choices.append(ChoiceLink(urls.SERVICES, _("Anyone"), most, len(edition.in_order(catalogue.services))))
    yield choices_page(
        templates,
        urls.WHO,
        _("Who is it for?"),
        _("Find help made for you, or for someone you care about."),
        _("Some services are made for certain people. Most help anyone."),
        choices,
    )


def _where(templates: Templates) -> Iterator[Page]:
    _, edition, catalogue = templates.say, templates.edition, templates.edition.catalogue
    choices = []
    widths = {urls.area(area): width for area, width in catalogue.breadth.items()}
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
        met_here = templates.spots.in_area(area)
        count = len({one.id for group in groups for one in group.services} | {spot.service.id for spot in met_here})
        if not count:
            continue
        choices.append(ChoiceLink(urls.area(area), record.name, ", ".join(record.towns[:TOWNS_SHOWN]), count))
        plain = _("The services nearest to you come first. Those for a wider area can help you too.")
        title = _("Help in %(area)s") % {"area": name_of_area}
        yield list_page(
            templates,
            urls.area(area),
            Subject(title, plain, "services.yaml"),
            (urls.WHERE, _("Where")),
            groups,
            met_here=met_here,
            reader=Reader(areas=frozenset({area})),
        )
    choices.sort(key=lambda choice: widths[choice.address])
    yield templates.page(
        "where",
        urls.WHERE,
        _("Where are you?"),
        _("Find help near you, or for the whole country."),
        VOCABULARY,
        plain=_("Choose the area you live in. You can also use a service for the whole country."),
        groups=_parted(templates, choices),
    )


def _parted(templates: Templates, choices: Sequence[ChoiceLink]) -> list[ChoiceGroup]:
    """Areas to choose from: many parts of one area under its name, and before them those that are no such parts."""
    _, catalogue = templates.say, templates.edition.catalogue
    parts: dict[str, ChoiceGroup] = {}
    for outer, inside in catalogue.areas_within.items():
        addresses = {urls.area(area) for area in inside}
        found = [choice for choice in choices if choice.address in addresses]
        area = catalogue.areas[outer]
        name = {"area": in_language(area.name, templates.settings.language)}
        if len(found) >= MANY_PARTS:
            parts[outer] = ChoiceGroup(outer, area.parts or _("In %(area)s") % name, found)
    grouped = {choice.address for group in parts.values() for choice in group.choices}
    return [ChoiceGroup("", "", [one for one in choices if one.address not in grouped]), *parts.values()]


def _kinds(templates: Templates) -> Iterator[Page]:
    _, edition, catalogue = templates.say, templates.edition, templates.edition.catalogue
    choices = []
    for kind, term in catalogue.vocabulary.kinds.items():
        services = edition.in_order(catalogue.services_of_kind.get(kind, ()))
        if not services:
            continue
        choices.append(ChoiceLink(urls.kind(kind), term.name, term.plain, len(services)))
        yield list_page(
            templates,
            urls.kind(kind),
            Subject.of_term(term),
            (urls.KINDS, _("Kinds of help")),
            [Group("", services)],
            reader=ANYONE,
            by_sort=True,
        )
    plain = _("What the different services do, in plain words.")
    yield choices_page(templates, urls.KINDS, _("Kinds of help"), plain, plain, choices)


TOWNS_SHOWN = 15
"""So many towns help to choose an area; the search knows all of them. An author writes first those most people know."""
UNDER_18 = Reader(audiences=frozenset({"children"}))


NEAR = 1
"""How wide an area may be to be offered as "near you": one that holds no other area, or only such areas."""


FIRST_ASKED = {
    urls.crime(name): place
    for place, name in enumerate(("domestic-abuse", "sexual-violence", "fraud-cyber", "homicide", "image-abuse"))
}
"""Where days or minutes matter, or nobody should have to read on: these stand first behind the door."""


def what_happened_pages(templates: Templates) -> Iterator[Page]:
    """The door, a page for each crime type that somebody helps with, and one for each area with help of its own."""
    _, edition, catalogue = templates.say, templates.edition, templates.edition.catalogue
    choices = []
    for crime, term in catalogue.vocabulary.crimes.items():
        every = edition.in_order(catalogue.for_crime(crime))
        if not every:
            continue
        choices.append(ChoiceLink(urls.crime(crime), term.name, term.plain, len(every)))
        named = [service for service in every if crime in service.helps_with]
        after_any = [service for service in every if crime not in service.helps_with]
        nearer = _nearer(templates, crime, every)
        yield list_page(
            templates,
            urls.crime(crime),
            Subject.of_term(term),
            (urls.WHAT_HAPPENED, _("What happened")),
            [Group("", named), Group(_("Help after any crime") if named else "", after_any)],
            [campaign for campaign in edition.campaigns_at("now") if crime in campaign.about],
            nearer,
            _for_people_who_harm(edition, crime),
            steps=catalogue.first_steps.get(crime),
            reader=Reader(frozenset({crime}) - {ANY_CRIME}),
            young=young_address(templates, crime, named),
        )
        if young_address(templates, crime, named) == urls.young(crime):
            yield _under_18(templates, crime, term, named, after_any)
        by_area: dict[str, list[Service]] = {}
        for service in every:
            for name in catalogue.areas_of(service):
                by_area.setdefault(name, []).append(service)
        for area in nearer:
            yield _in_area(templates, crime, term, area, by_area)
    choices.sort(key=lambda choice: FIRST_ASKED.get(choice.address, len(FIRST_ASKED)))
    yield choices_page(
        templates,
        urls.WHAT_HAPPENED,
        _("What happened?"),
        _("Find help by what happened to you or to someone you care about."),
        _("Choose the words that fit best."),
        choices,
    )


def changes_under_18(named: Sequence[Service]) -> bool:
    """Whether what is made for a crime is another for whoever is under 18: some are for them alone, or not for them."""
    return any(is_for_the_young(one) or not takes_any(one, UNDER_18) for one in named)


def young_address(templates: Templates, crime: str, named: Sequence[Service]) -> str:
    """Where whoever is under 18 is led from a crime's page; nowhere where it changes nothing for them.

    A page of its own where what is made for the crime is another for them; else the page for children, where somebody
    is for the young alone who helps with this too.
    """
    catalogue = templates.edition.catalogue
    if crime != ANY_CRIME and changes_under_18(named) and urls.UNDER_18 not in catalogue.areas:
        return urls.young(crime)
    helping = {crime, ANY_CRIME}
    theirs = filter(templates.edition.is_listed, catalogue.services_for_audience.get("children", ()))
    changes = any(is_for_the_young(one) and not helping.isdisjoint(one.helps_with) for one in theirs)
    return urls.audience("children") if changes else ""


def _under_18(
    templates: Templates, crime: str, term: Term, named: Sequence[Service], after_any: Sequence[Service]
) -> Page:
    """Help after one crime for whoever is under 18: nothing is listed there that would turn them away."""
    _, language = templates.say, templates.settings.language
    found = [[one for one in group if takes_any(one, UNDER_18)] for group in (named, after_any)]
    steps = templates.edition.catalogue.first_steps.get(crime)
    return list_page(
        templates,
        urls.young(crime),
        Subject(
            _("%(crime)s: if you are under 18") % {"crime": in_language(term.name, language)}, term.plain, VOCABULARY
        ),
        (urls.crime(crime), term.name),
        [Group("", found[0]), Group(_("Help after any crime") if found[0] else "", found[1])],
        steps=steps.for_ages(*AGES["children"]) if steps else None,
        reader=Reader(frozenset({crime}) - {ANY_CRIME}, UNDER_18.audiences),
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
    served = {area for service in services for area in catalogue.areas_of(service) if breadth[area] <= NEAR}
    around = {catalogue.areas[area].within or "" for area in served}
    beside = {
        name for outer in around if breadth.get(outer, NEAR + 1) <= NEAR for name in catalogue.areas_within[outer]
    }
    return [
        Nearer(urls.crime(crime, area), record.name, (area, *catalogue.above(area)))
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
        Subject(_("%(crime)s: help in %(area)s") % names, term.plain, "services.yaml"),
        (urls.crime(crime), term.name),
        [
            Group(_("In %(area)s") % names, edition.in_order(local.values(), here, crime)),
            Group(_("Wider than %(area)s") % names, edition.in_order(wider, here, crime)),
        ],
        steps=edition.catalogue.first_steps.get(crime),
        reader=Reader(frozenset({crime}) - {ANY_CRIME}, areas=frozenset({here})),
    )
