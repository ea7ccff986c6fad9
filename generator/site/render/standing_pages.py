"""The standing pages that are made from data: about, stay safe online, your rights, the accessibility statement."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from markupsafe import Markup

from generator import urls
from generator.diagnostics import Diagnostic, place_in, quoted
from generator.edition import Edition
from generator.l10n.formats import day
from generator.l10n.readers import Reading
from generator.model.accessibility import status
from generator.model.catalogue import Catalogue
from generator.model.contact import Check
from generator.model.fields.text import in_language
from generator.model.service import Service
from generator.model.sources import Document, codes_in
from generator.model.standing_page import StandingPage
from generator.output import Page
from generator.service_state import Freshness
from generator.settings import Settings
from generator.site.render.directory_pages import a_to_z
from generator.site.render.letter_pages import HEAVIEST, by_letter, in_parts, letter_pages
from generator.site.render.markdown_html import Prose
from generator.site.render.templates import Templates

A_FILE_LINK = re.compile(r'href="([^":#/?][^":?#]*)(#[^"]*)?"')
A_WRITTEN_LINK = re.compile(r"\]\(\s*+([^()\s:#/?][^()\s:#?]*+)(?:#[^()\s]*+)?\s*+\)")
FILES = {
    urls.ABOUT: "content/about.md",
    urls.STAY_SAFE: "content/stay-safe.md",
    urls.RIGHTS: "content/rights.md",
    urls.ACCESSIBILITY: "content/accessibility.md",
}


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where one service's facts come from, and how old the last look at them is."""

    service: Service
    check: Check | None
    due_on: date | None
    freshness: Freshness
    codes: Sequence[str]


@dataclass(frozen=True, slots=True)
class Sources:
    """The documents of one kind that facts rest on, by their codes."""

    kind: str
    heading: str
    documents: Sequence[tuple[str, Document]]


def _reading(templates: Templates) -> Reading | None:
    """Who has read the site's own words, where they were translated."""
    words = templates.translations
    return None if words.is_empty else words.reading


def _readers_of_pages(templates: Templates) -> Mapping[str, int]:
    """Who has read how many of the office's own pages in this language, as they say at their head: name and day."""
    language = templates.settings.language
    twins = (some.get(language) for some in templates.edition.catalogue.standing.twins.values())
    return Counter(_reader(templates, twin.checked.by, twin.checked.on) for twin in twins if twin and twin.checked)


def _readers_of_records(templates: Templates) -> Mapping[str, int]:
    """Who has read the words of how many of the office's records in this language, as the records say."""
    every = templates.edition.catalogue.readers.get(templates.settings.language, {})
    return {_reader(templates, by, on): count for (by, on), count in every.items()}


def _reader(templates: Templates, name: str, on: date) -> str:
    language = templates.settings.language
    return f"{in_language(name, language)}, {day(on, language)}"


def standing_pages(templates: Templates) -> Iterator[Page]:
    """Every standing page that has a record. The engine shows the others as they are."""
    _, edition = templates.say, templates.edition
    pages = edition.catalogue.standing
    if pages.about:
        documents = edition.catalogue.documents
        kinds = [Sources(kind, heading, _of_kind(documents, kind)) for kind, heading in _kinds(_)]
        sources = [one for one in kinds if one.documents]
        readers = {
            "reading": _reading(templates),
            "page_readers": _readers_of_pages(templates),
            "record_readers": _readers_of_records(templates),
        }
        yield _page(templates, "about", urls.ABOUT, pages.about, sources=sources, **readers)
        yield from _provenance_pages(templates, sources)
    if pages.stay_safe:
        yield _page(templates, "stay_safe", urls.STAY_SAFE, pages.stay_safe)
    if pages.rights:
        yield _page(templates, "rights", urls.RIGHTS, pages.rights)
    if pages.accessibility:
        statement = pages.accessibility
        found = status(statement, pages.results)
        yield _page(templates, "accessibility", urls.ACCESSIBILITY, statement, status=found, results=pages.results)


def _provenance_pages(templates: Templates, sources: Sequence[Sources]) -> Iterator[Page]:
    """What is looked up and not read, so that each page is light: who checked what, and what the codes mean."""
    _, edition = templates.say, templates.edition
    language = templates.settings.language
    split = {one.kind: in_parts(one.documents, _weight_of_document) for one in sources}
    explained = {
        code: urls.sources(kind, number)
        for kind, parts in split.items()
        for number, documents in enumerate(parts, 1)
        for code, document in documents
    }
    title = _("Every service, and when it was checked")
    every = [_provenance(edition, service) for service in in_a_to_z(edition, language)]
    parts = []
    if sum(map(_weight_of_check, every)) > HEAVIEST:
        parts = by_letter(every, lambda one: templates.a_to_z[one.service.id], _weight_of_check, urls.CHECKS)
    about = (urls.ABOUT, _("About this site"))
    page = templates.page(
        "checks",
        urls.CHECKS,
        title,
        title,
        FILES[urls.ABOUT],
        provenance=() if parts else every,
        explained=explained,
        parts=parts,
        part=None,
        door=about,
    )
    door = (urls.CHECKS, title)
    more = letter_pages(templates, parts, door, "checks", FILES[urls.ABOUT], provenance=(), explained=explained)
    yield replace(page, parts=more)
    for one in sources:
        for number, documents in enumerate(split[one.kind], 1):
            some = replace(one, documents=documents)
            heading = f"{one.heading} ({number})" if number > 1 else one.heading
            address, of = urls.sources(one.kind, number), len(split[one.kind])
            yield templates.page(
                "documents", address, heading, heading, FILES[urls.ABOUT], sources=some, of=of, here=address
            )


def _weight_of_document(one: tuple[str, Document]) -> int:
    """How many bytes a source takes on a page, at most: letters may have four."""
    code, document = one
    return 120 + len(f"{code}{code}{document.link or ''}{document.title}{document.date}".encode())


def _weight_of_check(one: Provenance) -> int:
    """The same of a service and its check."""
    check = f"{one.check.by}{one.check.how}" if one.check else ""
    return 480 + len(f"{one.service.id}{one.service.name}{check}".encode()) + 90 * len(one.codes)


def _page(templates: Templates, template: str, address: str, record: StandingPage, **values: object) -> Page:
    words = (
        Prose(templates.settings.language, templates.settings.led).html(record.words, 1) if record.words else Markup()
    )
    page = templates.page(
        template,
        address,
        record.title,
        record.description or "",
        FILES[address],
        record=record,
        words=site_links(words, templates.settings),
        **values,
    )
    return replace(page, prose=(record.words or "",))


def site_links(html: Markup, settings: Settings) -> Markup:
    """Links to files, as MkDocs wants them ("services/index.md") -> links to pages ("/services/")."""
    return Markup(  # noqa: S704 # only addresses within it change, and what they become holds no quotation marks
        A_FILE_LINK.sub(lambda link: f'href="{_led(_address(link[1]), settings)}{link[2] or ""}"', html)
    )


def _led(address: str, settings: Settings) -> str:
    """The link to a page of this language, or to a file that all languages share."""
    return (settings if not address or address.endswith("/") else settings.common).link(address)


def dead_links(catalogue: Catalogue, pages: Iterable[Page], language: str) -> Iterator[Diagnostic]:
    """A problem for each link in the words of a standing page that no page of the site answers, in one language."""
    standing = catalogue.standing
    known = standing.addresses | {page.address for page in pages}
    for address, record in (
        (urls.ABOUT, standing.about),
        (urls.STAY_SAFE, standing.stay_safe),
        (urls.RIGHTS, standing.rights),
        (urls.ACCESSIBILITY, standing.accessibility),
    ):
        if twin := standing.twins.get(FILES[address].partition("/")[2], {}).get(language):
            yield from _dead_links(twin.words, twin.file, twin.first_line, known)
        elif record and record.words:
            yield from _dead_links(record.words, FILES[address], record.first_line, known)


def _dead_links(words: str, file: str, first_line: int, known: Collection[str]) -> Iterator[Diagnostic]:
    for link in A_WRITTEN_LINK.finditer(words):
        if _address(link[1]) not in known:
            yield Diagnostic(
                "dead-link",
                "error",
                place_in(words, file, link.start(1), first_line),
                f"{quoted(link[1])} leads nowhere",
                hint="write a page of the site: services/index.md, rights.md",
            )


def _address(target: str) -> str:
    """services/index.md -> services/; rights.md -> rights/; images/map.png -> images/map.png."""
    path = posixpath.normpath(target)
    if not path.endswith(".md"):
        return path + ("/" if target.endswith("/") else "")
    folder = posixpath.dirname(path) if posixpath.basename(path) == "index.md" else path.removesuffix(".md")
    return f"{folder}/" if folder else ""


def in_a_to_z(edition: Edition, language: str) -> list[Service]:
    """Every service for people harmed by crime that has not closed, from A to Z."""
    return a_to_z((one for one in edition.catalogue.public_services if not edition.is_closed(one)), language)


def _provenance(edition: Edition, service: Service) -> Provenance:
    known = edition.catalogue.documents
    codes = dict.fromkeys(code for label in edition.catalogue.sources_of(service) for code, _ in codes_in(label))
    return Provenance(
        service,
        edition.last_check(service),
        edition.due_on(service),
        edition.freshness(service),
        [code for code in codes if code in known],
    )


def _kinds(_: Callable[[str], str]) -> Sequence[tuple[str, str]]:
    return (
        ("report", _("Reports we started from")),
        ("public-body", _("Pages of public bodies")),
        ("charity", _("Pages of the charities themselves")),
        ("other", _("News, and other pages")),
    )


def _of_kind(documents: Mapping[str, Document], kind: str) -> list[tuple[str, Document]]:
    return [(code, one) for code, one in documents.items() if one.kind == kind]
