"""What a list of services or of choices holds -> its page: the layouts that every way through the finder ends in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator import urls
from generator.first_line import Reader
from generator.model.campaign import Campaign
from generator.model.catalogue import Catalogue
from generator.model.service import Service
from generator.model.vocabulary import Term
from generator.output import Page
from generator.site.render.templates import Templates
from generator.spots import Spot

VOCABULARY = "generator/model/data/vocabulary.yaml"
LONG = 100
"""A page with more services than this shows some in full and the others in one line each: a reader has to choose."""
IN_FULL = 30
"""How many each group of a long page shows in full, at most."""
FEWEST = 5
"""So many are in full in each group, however heavy the page."""
MOST_LIMITS = 5
"""So many time limits stand high on a page; each stands on its service too."""


@dataclass(frozen=True, slots=True)
class ChoiceLink:
    """One link on a page of choices: where it goes, what it says, a plain sentence, how many services wait there."""

    address: str
    name: str
    plain: str
    count: int


@dataclass(frozen=True, slots=True)
class ChoiceGroup:
    """Some of the links under one heading; those that stand first have none."""

    id: str
    heading: str
    choices: Sequence[ChoiceLink]


@dataclass(frozen=True, slots=True)
class Subject:
    """What a list is of: its title, a plain sentence, and the file that says so."""

    title: str
    plain: str
    source: str

    @staticmethod
    def of_term(term: Term) -> Subject:
        """A word of the vocabulary."""
        return Subject(term.name, term.plain, VOCABULARY)


@dataclass(frozen=True, slots=True)
class Group:
    """Services under one heading, in the order a reader meets them, and those of them shown in one line each."""

    heading: str
    services: Sequence[Service]
    in_brief: Sequence[Service] = ()


@dataclass(frozen=True, slots=True)
class Nearer:
    """One area that a list can be narrowed to: its page, its name, and the areas whose services reach it."""

    address: str
    name: str
    areas: Sequence[str]


def list_page(
    templates: Templates,
    address: str,
    subject: Subject,
    door: tuple[str, str],
    groups: Sequence[Group],
    campaigns: Sequence[Campaign] = (),
    nearer: Sequence[Nearer] = (),
    for_people_who_harm: Sequence[Service] = (),
    *,
    met_here: Sequence[Spot] = (),
    sources: Sequence[str] = (),
    reader: Reader,
) -> Page:
    """A page that lists services: a plain sentence, whom to call now, then the services under their headings.

    Those that nobody can reach yet stand last.
    """
    edition = templates.edition
    silent = [service for group in groups for service in group.services if not edition.ways(service)]
    unreachable = {service.id for service in silent}
    reachable = ([service for service in group.services if service.id not in unreachable] for group in groups)
    shown = [Group(group.heading, left) for group, left in zip(groups, reachable, strict=True) if left]
    most = max((len(group.services) for group in shown), default=0)
    return templates.page_that_fits(
        "help",
        address,
        subject.title,
        subject.plain,
        subject.source,
        least=FEWEST,
        count=most if sum(len(group.services) for group in shown) <= LONG else IN_FULL,
        shown=lambda count: {"groups": [_lighter(group, edition.catalogue, count) for group in shown]},
        plain=subject.plain,
        here=address,
        door=door,
        silent=silent,
        campaigns=campaigns,
        nearer=nearer,
        for_people_who_harm=for_people_who_harm,
        met_here=met_here,
        labels=sources,
        limits=[one for group in groups for one in group.services if one.by_when][:MOST_LIMITS],
        line=templates.first_lines.offered(reader),
        beside=templates.first_lines.beside(reader),
    )


def _lighter(group: Group, catalogue: Catalogue, in_full: int) -> Group:
    """In full: the first of those that help wherever a reader lives, if there are such. In brief: the rest, by area."""
    if len(group.services) <= in_full:
        return group
    far = [service for service in group.services if not catalogue.everywhere.isdisjoint(catalogue.areas_of(service))]
    full = (far or group.services)[:in_full]
    shown = {service.id for service in full}
    rest = [service for service in group.services if service.id not in shown]
    return Group(group.heading, full, sorted(rest, key=lambda service: str(catalogue.areas[service.areas[0]].name)))


def choices_page(
    templates: Templates,
    address: str,
    title: str,
    description: str,
    plain: str,
    choices: Sequence[ChoiceLink],
    source: str = VOCABULARY,
) -> Page:
    """A door: one link for each choice that leads to at least one service. `source` is the file that says so."""
    at_kinds = address == urls.KINDS
    return templates.page(
        "choices", address, title, description, source, plain=plain, choices=choices, at_kinds=at_kinds
    )
