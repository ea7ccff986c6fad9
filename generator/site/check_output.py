"""A built folder -> dead links, ids used twice, pages that lack something; what got out, and where it was written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from posixpath import normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag, urlsplit

from generator.content.leak_location import authors_files, written_at
from generator.diagnostics import Diagnostic, Fault, Location
from generator.edition import Edition
from generator.privacy.address_search import retired_links
from generator.privacy.scan import Search, files_in, leaks, links_in, traced
from generator.processes import spread
from generator.progress import Stage, tell
from generator.settings import Settings
from generator.site.regular_page import LINKS, regular_page

if TYPE_CHECKING:  # a parser is read where a page is spoilt
    from lxml.html import HtmlElement

SCHEMES = ("https", "http", "tel", "sms", "mailto")


def broken_html(folder: Path, settings: Settings) -> Iterator[Diagnostic]:
    """Every link that leads nowhere, id that is used twice, page without exactly one h1, and picture without alt."""
    every = settings.in_each_language()
    apart = any(one.folder and one.stands_alone for one in every)
    files = sorted(file for file, _ in files_in(folder) if file.endswith(".html"))
    told = partial(tell, Stage.FOLLOW)
    read = spread(lambda file: check_page(file, (folder / file).read_bytes()), files, told)
    pages = dict(zip(files, read, strict=True))
    links: dict[str, list[str]] = {}
    for file, page in pages.items():
        yield from page.faults
        for link in page.links:
            links.setdefault(link, []).append(file)
    ids = {file: page.ids for file, page in pages.items()}
    for link, stands_in in links.items():
        whole = _is_whole(link) and not apart  # leads to the same place from every page
        if whole and _leads_somewhere(folder, "", link, ids, every):
            continue
        for file in stands_in:
            if whole or not _leads_somewhere(folder, file, link, ids, every):
                for mark in places_of_links(file, (folder / file).read_bytes())[link]:
                    yield Diagnostic("dead-link", "error", mark, f"the link {link} leads nowhere")


@dataclass(frozen=True, slots=True)
class PageCheck:
    """What one page has wrong alone, its ids, and its links in the order of the page."""

    faults: Sequence[Diagnostic] = ()
    ids: Set[str] = frozenset()
    links: Sequence[str] = ()


def check_page(file: str, data: bytes) -> PageCheck:
    """Read a page that was made, and check what can be checked without the others."""
    if not data.strip():
        return PageCheck([Diagnostic("page-empty", "error", Location(file), "this page is empty")])
    if (regular := regular_page(data)) is not None:
        return PageCheck((), *regular)
    ids: set[str] = set()
    faults: list[Diagnostic] = []
    root = _parsed(data)
    for element in _elements(root):
        mark = Location(file, element.sourceline or 1)
        name = element.get("id")
        if name is not None:
            if name in ids:
                faults.append(Diagnostic("html-id-used-twice", "error", mark, f'the id "{name}" is used twice'))
            ids.add(name)
        if element.tag == "img" and element.get("alt") is None:
            faults.append(Diagnostic("picture-without-alt", "error", mark, "this picture has no alt text"))
    count = len(root.findall(".//h1"))
    if count != 1:
        fault = Fault("headings-not-one", f"this page has {count} main headings (h1)", "it needs exactly one")
        faults.append(fault.at(Location(file)))
    return PageCheck(faults, ids, list(_links_of(file, root)))


def places_of_links(file: str, data: bytes) -> dict[str, list[Location]]:
    """Where each link of a page stands, in the order of the page."""
    return _links_of(file, _parsed(data))


def _parsed(data: bytes) -> HtmlElement:
    from lxml.html import HTMLParser, document_fromstring

    return document_fromstring(data, parser=HTMLParser(encoding="utf-8"))


def _elements(root: HtmlElement) -> Iterator[HtmlElement]:
    return (one for one in root.iter() if isinstance(one.tag, str))


def _links_of(file: str, root: HtmlElement) -> dict[str, list[Location]]:
    links: dict[str, list[Location]] = {}
    for element in _elements(root):
        for attribute in LINKS:
            link = element.get(attribute)
            if link is not None:
                links.setdefault(link, []).append(Location(file, element.sourceline or 1))
    return links


def _is_whole(link: str) -> bool:
    return link.startswith("/") or ":" in link.partition("/")[0]


def _leads_somewhere(
    folder: Path, file: str, link: str, ids: Mapping[str, Set[str]], every: Sequence[Settings]
) -> bool:
    there = leads_to(file, link, every)
    if isinstance(there, bool):
        return there
    target, fragment = there
    if target not in ids:
        return (folder / target).is_file()
    return fragment in ("", "top") or fragment in ids[target]


def leads_to(file: str, link: str, every: Sequence[Settings]) -> tuple[str, str] | bool:
    """The file of the site that a link of a file leads to, and the place in it.

    True where it leads to another site or to a telephone, False where it leads nowhere, whatever files there are.

    Args:
        file: the file, from the folder of the whole site.
        link: as it stands there.
        every: the settings of each language of the site, the first one first.
    """
    for one in every[1:]:
        if one.stands_alone and file.startswith(one.folder):  # the root of its host is its own folder
            there = _leads_to(file.removeprefix(one.folder), link, one)
            return there if isinstance(there, bool) else (f"{one.folder}{there[0]}", there[1])
    return _leads_to(file, link, every[0])


def _leads_to(file: str, link: str, settings: Settings) -> tuple[str, str] | bool:
    if link.startswith(settings.site_url):
        link = settings.base_path + link.removeprefix(settings.site_url)
    address, fragment = urldefrag(link)
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if parts.scheme or parts.netloc:
        return parts.scheme in SCHEMES
    path = unquote(parts.path)
    if not path:
        target = file
    elif path.startswith("/"):
        if not path.startswith(settings.base_path):
            return False
        target = path.removeprefix(settings.base_path)
    else:
        target = f"{file.rpartition('/')[0]}/{path}".lstrip("/")
    folder_asked = target == "" or target.endswith(("/", "/.", "/.."))
    target = normpath(target) if target else "."
    if target.startswith(".."):
        return False
    if folder_asked:
        target = "index.html" if target == "." else f"{target}/index.html"
    return target, unquote(fragment)


GOT_OUT = "must not be public, but got out"


def got_out(
    folder: Path, root: Path, settings: Settings, edition: Edition, sources: Callable[[], Mapping[str, str]]
) -> list[str]:
    """What may not be public and is in a file of the folder: a count, and a line for each; an empty list if nothing.

    Args:
        folder: the built site.
        root: the folder of mkdocs.yml.
        settings: what that file says.
        edition: the content that the site was built from.
        sources: which of the authors' files each built page was made from; asked only where something got out.
    """
    words, hidden = edition.withheld, (edition.withheld_numbers, edition.withheld_images)
    found = list(leaks(folder, words, *hidden))
    gone = sorted([*links_in(folder), *retired_links(folder, edition.catalogue.retired_addresses)])
    if not found:
        return [f"{len(gone)} {GOT_OUT}:", *map(str, gone)] if gone else []
    # Once more, to say where each stands: to find that out takes too long for every build.
    marks = {what: written_at(root, settings, what) for what in words.values()}
    named = {
        text: f"{what} ({mark.file}:{mark.line})" if (mark := marks[what]) else what for text, what in words.items()
    }
    search = Search(named, *hidden)
    files = authors_files(root, settings, edition.catalogue)
    written = [problem for file, data in files for problem in search.problems_in(file, data)]
    told = sorted([*traced(leaks(folder, named, *hidden), written, sources()), *gone])
    return [f"{len(told)} {GOT_OUT}:", *map(str, told)]
