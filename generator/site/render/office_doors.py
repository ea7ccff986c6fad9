"""What an office adds to the ways to find help: its networks, its quality marks, its own doors -> their pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from generator import urls
from generator.first_line import ANYONE
from generator.model.service import Service
from generator.model.vocabulary import Membership, Vocabulary
from generator.output import Page
from generator.site.render.finder_layouts import ChoiceLink, Group, Subject, choices_page, list_page
from generator.site.render.templates import Templates


def office_doors(templates: Templates) -> Iterator[Page]:
    """A page for each network, quality mark and choice that leads to a listed service; and one that names them all."""
    _, edition, vocabulary = templates.say, templates.edition, templates.edition.catalogue.vocabulary
    plain = _("Services that work together, and what that means for you.")
    title = _("Networks of services")
    yield from _groups(
        templates, (urls.NETWORKS, title), plain, vocabulary.networks, edition.networks_with_help, urls.network
    )
    plain = _("What a quality mark says of a service, and who holds it.")
    title = _("Quality marks")
    yield from _groups(templates, (urls.MARKS, title), plain, vocabulary.marks, edition.marks_with_help, urls.mark)
    for name, led in edition.doors_with_help.items():
        door, address = vocabulary.doors[name], urls.door(name)
        choices = [choice for choice in door.choices if choice.id in led]
        for choice in choices:
            yield list_page(
                templates,
                urls.door(name, choice.id),
                Subject(choice.name, choice.plain, _source(templates)),
                (address, door.name),
                [Group("", led[choice.id])],
                reader=ANYONE,
                by_sort=True,
            )
        links = [
            ChoiceLink(urls.door(name, choice.id), choice.name, choice.plain, len(led[choice.id])) for choice in choices
        ]
        yield choices_page(templates, address, door.name, door.plain, door.plain, links, _source(templates))


def _groups(
    templates: Templates,
    door: tuple[str, str],
    plain: str,
    groups: Mapping[str, Membership],
    led: Mapping[str, Sequence[Service]],
    address: Callable[[str], str],
) -> Iterator[Page]:
    links = []
    for name, services in led.items():
        group = groups[name]
        links.append(ChoiceLink(address(name), group.name, group.plain, len(services)))
        yield list_page(
            templates,
            address(name),
            Subject(group.name, group.plain, _source(templates)),
            door,
            [Group("", services)],
            sources=group.sources,
            reader=ANYONE,
            by_sort=True,
        )
    if links:
        yield choices_page(templates, *door, plain, plain, links, _source(templates))


def _source(templates: Templates) -> str:
    return templates.settings.vocabulary or "services.yaml"


def typed_for(vocabulary: Vocabulary) -> Mapping[str, Sequence[str]]:
    """What people type for each of these pages, by its address."""
    found = {urls.network(name): one.synonyms for name, one in vocabulary.networks.items()}
    found |= {urls.mark(name): one.synonyms for name, one in vocabulary.marks.items()}
    return (
        found
        | {
            urls.door(name, choice.id): choice.synonyms
            for name, door in vocabulary.doors.items()
            for choice in door.choices
        }
        | {urls.door(name): () for name in vocabulary.doors}
    )
