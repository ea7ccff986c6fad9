"""An edition -> help in other languages: what public bodies say in each, who speaks it, and who has an interpreter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from generator import urls
from generator.l10n.calendar_words import language_name
from generator.l10n.translations import own_name
from generator.model.fields.text_direction import direction, numbers_whole
from generator.model.service import Service
from generator.model.standing_page import ReadPage, SpokenLanguage
from generator.output import Page
from generator.site.render.letter_pages import ListPart, by_letter, letter_pages
from generator.site.render.templates import Templates

MOST_HERE = 5
"""As many services as somebody can take in stand on the page itself; more of them have pages by their letters."""


TO_SAY = "I need an interpreter. I speak %s."
"""Never translated: whoever answers understands English."""


@dataclass(frozen=True, slots=True)
class ServiceList:
    """Services that stand on the page; or, where they are too many, the pages that have them by their letters."""

    services: Sequence[Service]
    parts: Sequence[ListPart[Service]] = ()


@dataclass(frozen=True, slots=True)
class LanguageBlock:
    """What the page has in one language."""

    code: str
    own_name: str
    to_say: str
    """What somebody says to whoever answers: English, with the English name of the language."""
    direction: str
    in_danger: Sequence[str]
    """What stands above the numbers: whom to call in danger."""
    more: Sequence[str]
    spoken_by: ServiceList


def languages_page(templates: Templates) -> Page:
    """The page in other languages. Each has an anchor of its own, its code: /languages/#pl."""
    _, edition = templates.say, templates.edition
    shipped = edition.catalogue.spoken_languages
    languages = shipped.languages
    listed = edition.in_order(edition.catalogue.public_services)
    helped = _listed(templates, urls.LANGUAGES, [one for one in listed if one.interpreters == "yes"])
    blocks = [_block(templates, language, listed) for language in languages]
    title, source = _("Help in your language"), "generator/model/data/languages.yaml"
    page = templates.page(
        "languages",
        urls.LANGUAGES,
        title,
        _("Whom to call, and how to ask for an interpreter, in other languages."),
        source,
        blocks=blocks,
        interpreters=helped,
        pages=[*_pages_read(languages), *((one, "en") for one in shipped.asking)],
    )
    lists = [helped, *(one.spoken_by for one in blocks)]
    more = (letter_pages(templates, one.parts, (urls.LANGUAGES, title), "letter", "services.yaml") for one in lists)
    return replace(page, parts=list(chain.from_iterable(more)))


def _pages_read(languages: Sequence[SpokenLanguage]) -> Iterator[tuple[ReadPage, str]]:
    """Each page that a sentence was taken from, once, with the language of its title."""
    for language in languages:
        for page in {one.link: one for one in language.sentences}.values():
            yield page, language.code


def _block(templates: Templates, language: SpokenLanguage, listed: Sequence[Service]) -> LanguageBlock:
    said = [(one.about, numbers_whole(one.says, language.code)) for one in language.sentences]
    speaks = _speaks(templates, language)
    return LanguageBlock(
        language.code,
        own_name(language.code),
        TO_SAY % language_name(language.code),
        direction(language.code),
        [one for about, one in said if about == "danger"],
        [one for about, one in said if about != "danger"],
        _listed(templates, f"{urls.LANGUAGES}{language.code}/", list(filter(speaks, listed))),
    )


def _speaks(templates: Templates, language: SpokenLanguage) -> Callable[[Service], bool]:
    """Whether a service, or somebody behind one of its ways, speaks a language."""
    ways = templates.edition.ways

    def speaks(service: Service) -> bool:
        codes = chain(service.languages, *(way.languages for way in ways(service)))
        return not language.codes.isdisjoint(codes)

    return speaks


def _listed(templates: Templates, address: str, services: Sequence[Service]) -> ServiceList:
    if len(services) <= MOST_HERE:
        return ServiceList(services)
    return ServiceList((), by_letter(services, lambda one: templates.a_to_z[one.id], templates.weight, address))
