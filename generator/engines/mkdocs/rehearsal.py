"""A folder that reads well -> what an engine would still say of it: settings, templates, and links of its pages.

The engine is set up whole, as for a build, and makes in memory what can go wrong: every standing page, and one page of
each template. Records need no more: their links and words were judged as they were read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from html import unescape
from pathlib import Path

from markupsafe import Markup

from generator import urls
from generator.content.loading.config import setting_places
from generator.content.source.text_files import lines_of, matching
from generator.diagnostics import ContentError, Diagnostic, Fault, Location, quoted
from generator.engines.contract import NOT_FOUND
from generator.engines.faults import failed
from generator.engines.mkdocs.languages import words_of
from generator.engines.mkdocs.preview import MkDocsPreview, RefusedError
from generator.output import Page
from generator.site.build import Build
from generator.site.check_output import PageCheck, check_page, leads_to
from generator.site.render.failures import COPY_IT, TEMPLATE_MISSING
from generator.site.render.markdown_html import Prose
from generator.site.render.standing_pages import site_links
from generator.site_loader import CONFIG

A_SETTING = re.compile(r"Config value '([^']{0,200})': (.*)", re.DOTALL)
A_DOCUMENT = re.compile(r"Doc file '([^']*)' (?:contains|has)")
AN_ADDRESS = re.compile(r"(?:link|reference to) '([^']*)'|anchor '([^']*)'")
A_REFERENCE = re.compile(r"'([^']*)'")
CURE = "mend it, or take it out"
FEW = 2
RIGHT_ADDRESSES = (urls.SERVICES, urls.RIGHTS)
RIGHT = "write a page of the site: services/index.md, rights.md"
FRAME = "main.html"
DIRECTORY = "services.yaml"
A_LINK = re.compile(r'href="([^"]*)"')
STANDING = ("about", "accessibility", "privacy", "rights", "stay-safe")
"""The pages of the content folder to which every page of the site leads."""


def rehearse(root: Path, publication: Build, address: str = "") -> tuple[MkDocsPreview | None, list[Diagnostic]]:
    """The engine with an edition of the site in it, and all that would stop a build; None where it refuses to begin.

    Args:
        root: the folder of mkdocs.yml.
        publication: the edition.
        address: where the site is to stand; its own address, where none is given.
    """
    settings = publication.frame.settings
    try:
        engine = MkDocsPreview(root / CONFIG, publication, address or settings.site_url)
    except RefusedError as error:
        return None, sorted({_setting(root, words) for words in error.said})
    except ContentError:
        raise
    except (Exception, SystemExit) as error:  # noqa: BLE001 # a plugin, a hook or a template may fail in any way
        return None, [failed(root, settings, error)]
    return engine, grouped(_Rehearsal(root, engine, publication).problems())


def grouped(problems: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Many templates that are not there, of one folder, are one problem."""
    by_folder: dict[str, list[Diagnostic]] = {}
    for problem in sorted(set(problems)):
        is_missing = problem.code == TEMPLATE_MISSING
        folder = problem.location.file.rpartition("/")[0]
        by_folder.setdefault(folder if is_missing else f"{problem}", []).append(problem)
    found = []
    for folder, some in by_folder.items():
        if len(some) > FEW:
            words = f"{len(some)} templates are needed in this folder, and are not there"
            some = [Fault(TEMPLATE_MISSING, words, COPY_IT).at(Location(folder))]
        found += some
    return sorted(found)


def _setting(root: Path, words: str) -> Diagnostic:
    """What MkDocs has against a setting, at its line."""
    found = A_SETTING.fullmatch(words)
    name, said = (found[1], found[2]) if found else ("", words)
    place = setting_places((root / CONFIG).read_text(encoding="utf-8-sig", errors="replace"))
    said = " ".join(said.split()).rstrip(".")
    where = place(*name.split(".")) if name else Location(CONFIG)
    return Fault("setting-refused", f"MkDocs does not take {name or 'this file'}: {said}", CURE).at(where)


class _Rehearsal:
    def __init__(self, root: Path, engine: MkDocsPreview, publication: Build) -> None:
        self.root = root
        self.engine = engine
        self.publication = publication
        self.settings = publication.frame.settings
        self.lines = lines_of(root)
        self.page = cache(self._page)
        self.checked = cache(self._checked)
        self.dead: set[str] = set()
        self.told: set[tuple[str, str]] = set()

    def problems(self) -> Iterator[Diagnostic]:
        """All that would stop a strict build."""
        for words in self.engine.said:
            yield self._in_the_settings(words)
        ours = {f"{page.address}index.html": page for page in self.publication.pages}
        others = {
            f"{one.folder}{page.address}index.html": page for one in self.publication.others for page in one.pages
        }
        if not self.engine.config.use_directory_urls:
            place = self._setting("use_directory_urls")
            yield Diagnostic(
                "addresses-without-slash",
                "error",
                place,
                "our addresses end in a slash",
                hint="write use_directory_urls: true, or take the line out",
            )
            return
        standing = {
            file.dest_uri: f"{self.settings.content}/{words_of(file)}"
            for file in self.engine.files
            if file.dest_uri not in ours and file.dest_uri not in others and self.engine.is_read(file)
        }
        yield from self._replaced(ours)
        for name in self.engine.config.extra_templates:
            if self.engine.files.get_file_from_path(name) is None:
                yield self._in_the_settings(" ".join(("extra_templates:", f"'{name}'", "is not there")))
        if away := sorted(filter(self.engine.has_no_template, self.engine.config.theme.static_templates)):
            yield Diagnostic(
                "unknown-static-template",
                "error",
                self._setting("theme", "static_templates"),
                f"{', '.join(map(quoted, away))} is no template of the theme",
                hint="take static_templates: out",
            )
        made = {name: self._template(page) for some in (ours, others) for name, page in _one_of_each(some).items()}
        for one in self.publication.every:
            yield from self._prose(one)
        for name, source in {**standing, **made, NOT_FOUND: f"{self.settings.templates}/{FRAME}"}.items():
            yield from self._judged(name, source, name in standing)

    def _setting(self, *names: str) -> Location:
        return setting_places("\n".join(self.lines(CONFIG)))(*names)

    def _replaced(self, ours: dict[str, Page]) -> Iterator[Diagnostic]:
        """MkDocs reads the Markdown of a page too in whose place a page of ours is to stand."""
        for file in list(self.engine.files):
            if self.engine.is_read(file) and file.dest_uri in ours and self.engine.paths[file.dest_uri] is not file:
                try:
                    said = self.engine.warned_of(file)
                except Exception as error:  # noqa: BLE001 # a template may fail in any way
                    yield failed(self.root, self.settings, error)
                    return
                for words in said:
                    yield self._in_a_page(words, f"{self.settings.content}/{file.src_uri}")

    def _prose(self, build: Build) -> Iterator[Diagnostic]:
        """Links in the Markdown of every record. Where all else of a page is right, they alone can lead nowhere."""
        settings = build.frame.settings
        prose, leading = Prose(settings.language), Prose(settings.language, settings.led)
        for page in build.pages:
            name = f"{build.folder}{page.address}index.html"
            right = RIGHT
            if not (is_page := page.source.startswith(f"{self.settings.content}/")):
                right = f"write the address of a page: {' or '.join(map(self.settings.link, RIGHT_ADDRESSES))}"
            html = Markup("").join(prose.html(words) for words in page.prose)
            led = Markup("").join(leading.html(words) for words in page.prose) if build.folder else html
            led = site_links(led, settings) if is_page else led
            for link, leads in dict.fromkeys(zip(A_LINK.findall(html), A_LINK.findall(led), strict=True)):
                written, leads = unescape(link), unescape(leads)
                if not self._answers(name, leads):
                    self.told.add((name, leads))
                    place = self._line(self._file_with(written, page.source, settings.tag), written)
                    yield Diagnostic("dead-link", "error", place, f"{quoted(written)} leads nowhere", hint=right)

    def _file_with(self, link: str, source: str, tag: str) -> str:
        """The file that a record with this link stands in: a directory may be several, and a language has its own."""
        directory = [path for pattern in self.settings.directory for path in matching(self.root, pattern)]
        twin = [f"{source.removesuffix('.md')}.{tag}.md"] if tag else []
        files = (
            [path.relative_to(self.root).as_posix() for path in directory] if source == DIRECTORY else [*twin, source]
        )
        return next((file for file in files if any(link in line for line in self.lines(file))), source)

    def _template(self, page: Page) -> str:
        template = next(iter(getattr(page.render, "args", ())), None)
        return f"{self.settings.templates}/pages/{template}.html" if isinstance(template, str) else page.source

    def _page(self, name: str) -> tuple[bytes, list[str]]:
        body, said = self.engine.read(name)
        return body or b"", said

    def _checked(self, name: str) -> PageCheck:
        return check_page(name, self.page(name)[0])

    def _judged(self, name: str, source: str, is_standing: bool) -> Iterator[Diagnostic]:
        try:
            said = self.page(name)[1]
        except Exception as error:  # noqa: BLE001 # a template may fail in any way
            yield failed(self.root, self.settings, error)
            return
        for words in said:
            yield self._in_a_page(words, source)
        if said:
            return
        page = self.checked(name)
        for problem in page.faults:
            if problem.text in self.dead:
                continue
            self.dead.add(problem.text)
            place = self._line(source, "") if is_standing else Location(source)
            yield replace(problem, location=place, hint=CURE)
        for link in page.links:
            if link not in self.dead and (name, link) not in self.told and not self._answers(name, link):
                self.dead |= {link} if link.startswith(("/", "#")) else set()  # of the frame: one link, on every page
                yield self._dead(link, source, is_standing)

    def _dead(self, link: str, source: str, is_standing: bool) -> Diagnostic:
        """A link that leads nowhere: where its author wrote it, or the page that every page leads to."""
        inside = link.removeprefix(self.settings.base_path).strip("/")
        if link.startswith(self.settings.base_path) and inside in STANDING:
            file = f"{self.settings.content}/{inside}.md"
            return Diagnostic(
                "standing-page-missing",
                "error",
                Location(file),
                "every page leads to this one, and it is not there",
                hint="add it",
            )
        place = self._line(source, link.partition("#")[2] or link) if is_standing else Location(source)
        return Diagnostic("dead-link", "error", place, f"{quoted(link)} leads nowhere", hint=RIGHT)

    def _answers(self, name: str, link: str) -> bool:
        there = leads_to(name, link, [one.frame.settings for one in self.publication.every])
        if isinstance(there, bool):
            return there
        target, fragment = there
        if target not in self.engine.paths and target != NOT_FOUND:
            return False
        if fragment in ("", "top") or not target.endswith(".html"):
            return True
        try:
            return fragment in self.checked(target).ids
        except Exception:  # noqa: BLE001 # that page's own fault is named as its own
            return True

    def _in_a_page(self, words: str, source: str) -> Diagnostic:
        """What MkDocs says of a link in a standing page, at the line where the link stands."""
        found = AN_ADDRESS.search(words)
        link = (found[1] or found[2]) if found else ""
        if not link:
            return Diagnostic(
                "page-refused",
                "error",
                Location(source),
                f"MkDocs says of this page: {' '.join(words.split())}",
                hint=CURE,
            )
        return Diagnostic("dead-link", "error", self._line(source, link), f"{quoted(link)} leads nowhere", hint=RIGHT)

    def _in_the_settings(self, words: str) -> Diagnostic:
        place = setting_places((self.root / CONFIG).read_text(encoding="utf-8-sig", errors="replace"))
        if A_SETTING.fullmatch(words):
            return _setting(self.root, words)
        if document := A_DOCUMENT.match(words):
            return self._in_a_page(words, f"{self.settings.content}/{document[1]}")
        mark = place("nav") if "'nav'" in words else Location(CONFIG)
        named = A_REFERENCE.search(words)
        for number, line in enumerate(self.lines(CONFIG), 1):
            if "'nav'" in words and named and named[1] in line and number >= mark.line:
                mark = Location(CONFIG, number, line.index(named[1]) + 1)
                break
        return Diagnostic(
            "setting-refused", "error", mark, f"MkDocs says of the settings: {' '.join(words.split())}", hint=CURE
        )

    def _line(self, source: str, link: str) -> Location:
        """The first place of a file at which a link's words stand."""
        for number, line in enumerate(self.lines(source) if link else (), 1):
            if link in line:
                return Location(source, number, line.index(link) + 1)
        return Location(source)


def _one_of_each(pages: dict[str, Page]) -> dict[str, Page]:
    """One page of each template, and each that no template made."""
    found: dict[object, tuple[str, Page]] = {}
    for name, page in pages.items():
        template = getattr(page.render, "args", ("",))[:1] or (name,)
        found.setdefault((template, page.address.count("/")), (name, page))
    return dict(found.values())
