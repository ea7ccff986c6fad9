"""For professionals: how to refer somebody, from the same records that the public pages are made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import addresses
from generator.model.edition import Edition
from generator.model.service import Service
from generator.model.text import in_language
from generator.outputs import Page
from generator.pages.templates import Templates

ON_ONE_PAGE = 400
"""Services that one page can hold and a phone can still open. Beyond it each kind gets a page of its own."""


@dataclass(frozen=True, slots=True)
class KindOfHelp:
    """The listed services of one kind."""

    id: str
    name: str
    services: Sequence[Service]


def professional_pages(templates: Templates) -> Iterator[Page]:
    """One page, or a list and a page for each kind where a directory is very large."""
    _ = templates.say
    kinds = kinds_of_help(templates.edition)
    whole = sum(len(kind.services) for kind in kinds) <= ON_ONE_PAGE
    yield _page(templates, addresses.PROFESSIONALS, _("For professionals"), kinds, whole=whole)
    for kind in () if whole else kinds:
        title = _("For professionals: %(kind)s") % {"kind": in_language(kind.name, templates.settings.language)}
        yield _page(templates, addresses.professionals(kind.id), title, [kind], whole=True)


def kinds_of_help(edition: Edition) -> list[KindOfHelp]:
    """Every kind that has a service to refer to, in the vocabulary's order; with those for professionals alone."""
    catalogue = edition.catalogue
    of_kind: dict[str, list[Service]] = {}
    for service in edition.ranked(catalogue.services):
        if edition.is_there(service) and catalogue.meant_for(service) != "people-who-harm":
            of_kind.setdefault(service.kind, []).append(service)
    found = (KindOfHelp(kind, term.name, of_kind.get(kind, ())) for kind, term in catalogue.vocabulary.kinds.items())
    return [kind for kind in found if kind.services]


def _page(templates: Templates, address: str, title: str, kinds: Sequence[KindOfHelp], *, whole: bool) -> Page:
    _ = templates.say
    description = _("How to refer someone to each service, and what to expect.")
    meant_for = templates.edition.catalogue.meant_for
    shown = [service for kind in kinds for service in kind.services]
    alone = any(meant_for(one) or any(way.meant_for for way in one.contact) for one in shown)
    return templates.page(
        "professionals",
        address,
        title,
        description,
        "services.yaml",
        kinds=kinds,
        whole=whole,
        here=address,
        alone=alone,
    )
