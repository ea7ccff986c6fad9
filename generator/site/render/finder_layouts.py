"""What a list of services or of choices holds -> its page: the layouts that every way through the finder ends in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator import urls
from generator.best_fit import Chosen, Listed, Why
from generator.first_line import Reader
from generator.model.campaign import Campaign
from generator.model.catalogue import Catalogue
from generator.model.emergency import FirstSteps
from generator.model.fields.text import in_language
from generator.model.service import Service
from generator.model.vocabulary import Term
from generator.output import Page
from generator.site.render.letter_pages import letter_pages, service_parts
from generator.site.render.narrowing import Narrowing, choices
from generator.site.render.templates import Templates
from generator.spots import Spot

VOCABULARY = "generator/model/data/vocabulary.yaml"
LONG = 100
"""A page with more services than this shows some in full and the others in one line each: a reader has to choose."""
IN_FULL = 30
"""How many each group of a long page shows in full, at most."""
FEWEST = 0
"""So many of what is folded are in full, however heavy the page: the first five stand above, whole."""
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
    steps: FirstSteps | None = None,
    reader: Reader,
    also: Sequence[Service] = (),
    by_sort: bool = False,
    young: str = "",
) -> Page:
    """A page that lists services: a plain sentence, whom to call now, the few that fit best, and the rest folded.

    `also` may stand among the few, and nowhere else; `by_sort` says that it does not matter whom they are for; `young`
    is the page for whoever is under 18, where its answer is another. Those that nobody can reach yet stand last.
    """
    _, edition, fit = templates.say, templates.edition, templates.best_fit
    line, beside = templates.first_lines.offered(reader), templates.first_lines.beside(reader)
    called = [line, *beside] if line else beside
    listed = Listed.of((service for group in groups for service in group.services), reader, also, by_sort=by_sort)
    best = fit.first(listed, called)
    above = {one.service.id for one in best} | {service.id for service, __ in called}
    silent: list[Service] = []
    folds: dict[Why, list[Group]] = {}
    for group in groups:
        left = [service for service in group.services if service.id not in above]
        silent += [service for service in left if not edition.ways(service)]
        for why, services in fit.folded((one for one in left if edition.ways(one)), listed).items():
            folds.setdefault(why, []).append(Group(group.heading, services))
    folded = _under_headings(templates, folds)
    parts = service_parts(templates, [service for group in groups for service in group.services], address)
    most = max((len(group.services) for group in folded), default=0)
    page = templates.page_that_fits(
        "help",
        address,
        subject.title,
        subject.plain,
        subject.source,
        least=FEWEST,
        count=most if sum(len(group.services) for group in folded) <= LONG else IN_FULL,
        shown=lambda count: {"folded": [_lighter(group, edition.catalogue, count) for group in folded]},
        plain=subject.plain,
        steps=steps,
        here=address,
        door=door,
        best=best,
        silent=silent,
        campaigns=campaigns,
        nearer=nearer,
        for_people_who_harm=for_people_who_harm,
        met_here=met_here,
        labels=sources,
        limits=[one for group in groups for one in group.services if one.by_when][:MOST_LIMITS],
        line=line,
        beside=beside,
        young=young,
        parts=parts,
        narrow=() if parts else _narrowed(templates, best, folded),
    )
    door_of_parts = (address, in_language(subject.title, templates.settings.language))
    return replace(page, parts=letter_pages(templates, parts, door_of_parts, "letter", subject.source))


def _narrowed(templates: Templates, best: Sequence[Chosen], folded: Sequence[Group]) -> Sequence[Narrowing]:
    """The buttons that narrow a list whose cards are all there, before and in its folds."""
    services = [*(one.service for one in best), *(one for group in folded for one in group.services)]
    if not folded or len(services) > LONG:
        return ()
    once = list({service.id: service for service in services}.values())
    return choices(once, templates.edition, templates.spots, templates.settings.language, templates.say)


def _under_headings(templates: Templates, folds: Mapping[Why, Sequence[Group]]) -> list[Group]:
    """What stands below the few that fit best, under headings that say what it is."""
    _ = templates.say
    more = [replace(one, heading=one.heading or _("More that can help")) for one in folds.get("more", ())]
    headings: tuple[tuple[Why, str], ...] = (
        ("part", _("In some areas only")),
        ("some", _("Made for some people")),
        ("last", _("To report it, or to find out more")),
    )
    whole = [
        Group(heading, [service for group in folds[why] for service in group.services])
        for why, heading in headings
        if why in folds
    ]
    return [*more, *whole]


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
    at_kinds, at_crimes = address == urls.KINDS, address == urls.WHAT_HAPPENED
    return templates.page(
        "choices",
        address,
        title,
        description,
        source,
        plain=plain,
        choices=choices,
        at_kinds=at_kinds,
        at_crimes=at_crimes,
    )
