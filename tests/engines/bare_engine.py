"""A folder and a moment -> the site, by a loop without MkDocs: the shortest engine that does all that is asked."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import yaml
from jinja2 import Environment, FileSystemLoader
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from generator.content.checks.raw_html import stopped
from generator.content.loading.content_files import STAFF_FOLDERS, address_of
from generator.content.source.text_files import A_BOUNDARY, lines_of, split
from generator.diagnostics import ContentError, Diagnostic, Location
from generator.engines.contract import NOT_FOUND, BuildOutcome
from generator.engines.faults import failed
from generator.formatters.problem_text import blocks
from generator.l10n.translations import speak
from generator.model.file_types import BY_ENDING, Handling, ending_of
from generator.privacy.pictures.published import published
from generator.site.build import Build
from generator.site.check_output import check_page
from generator.site_loader import CONFIG, ContentRead, Site
from generator.template_folder import TemplateFolder

ALWAYS = ("toc", "tables", "fenced_code")
A_TITLE = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
OUTWARD = re.compile(r"""<a\s(?=[^>]*\bhref=["']?https?://)(?![^>]*\brel=)""", re.IGNORECASE)
TEMPLATES = (".html", ".py", ".pyc")


class BareEngine:
    """Everything in this process, one file after the other."""

    def read_ahead(self) -> None:
        """It is read."""

    @contextmanager
    def build(
        self, root: Path, to: Path, now: datetime, held: Sequence[int] = (), read: ContentRead | None = None
    ) -> Iterator[BareBuild]:
        """Nothing is at work before somebody waits for its end, so nothing is left to be ended with the block."""
        yield BareBuild(root, to, now)

    def rehearse(
        self, root: Path, publication: Build, address: str = ""
    ) -> tuple[BareSite | None, Sequence[Diagnostic]]:
        """Make every page once, and let go of it."""
        site = BareSite(root, publication, address)
        settings = publication.frame.settings
        problems = []
        for path in [*site.paths, NOT_FOUND]:
            try:
                body = site.read(path)[0]
            except ContentError as error:
                problems += error.problems
            except Exception as error:  # noqa: BLE001 # a template may fail in any way
                problems.append(failed(root, settings, error))
            else:
                problems += check_page(path, body or b"").faults if path.endswith(".html") else []
        return site, sorted(set(problems))


class BareBuild:
    """A build that has not begun."""

    def __init__(self, root: Path, to: Path, now: datetime) -> None:
        self.root, self.to, self.now = root, to, now

    def ended(self) -> BuildOutcome:
        """Read, make everything, and only then write."""
        site = Site(self.root, self.now)
        try:
            settings = site.settings()
            made = BareSite(self.root, site.published(site.catalogue(settings, to_publish=True), settings), "")
            files = {path: made.read(path)[0] for path in [*made.paths, NOT_FOUND]}
        except ContentError as error:
            return BuildOutcome([f"{len(error.problems)} to mend:", *blocks(error.problems, lines_of(self.root))])
        for path, data in files.items():
            there = self.to / path
            there.parent.mkdir(parents=True, exist_ok=True)
            there.write_bytes(data or b"")
        return BuildOutcome()


class BareSite:
    """Each file of the site by its path, made when it is asked for."""

    def __init__(self, root: Path, publication: Build, address: str) -> None:
        self.root, self.publication = root, publication
        self.settings = settings = publication.frame.settings
        self.address = address or settings.site_url
        self.content = root / settings.content
        self.around = {one.folder: around(root, one) for one in publication.every}
        files = publication.edition.catalogue.standing.files
        self.texts = {name: address_of(name) for name in files if name.endswith(".md")}
        self.made: dict[str, Callable[[], bytes]] = dict(self._files(files - self.texts.keys()))

    @property
    def paths(self) -> Collection[str]:
        """Every file but the page for what is not found."""
        return self.made.keys()

    def read(self, path: str) -> tuple[bytes | None, list[str]]:
        """A file's bytes. There are no warnings: what is wrong stops this engine."""
        if path == NOT_FOUND:
            return self._framed(self.publication, NOT_FOUND, None), []
        return (self.made[path]() if path in self.made else None), []

    def _files(self, copied: Collection[str]) -> Iterator[tuple[str, Callable[[], bytes]]]:
        for templates in reversed(TemplateFolder.of(self.root, self.settings.templates).places):
            for path in sorted(templates.rglob("*")):
                name = path.relative_to(templates).as_posix()
                if path.is_file() and path.suffix not in TEMPLATES and name.partition("/")[0] not in STAFF_FOLDERS:
                    yield name, path.read_bytes
        for name in copied - self.publication.edition.withheld_images:
            yield name, partial(self._copied, self.content / name)
        for one in self.publication.every:
            for name, words in one.in_markdown.items():
                yield f"{one.folder}{address_of(name)}index.html", partial(self._standing, one, name, words)
            for page in one.pages:
                meta = {
                    name: getattr(page, name) for name in page.__slots__ if name not in ("address", "title", "render")
                }
                address = f"{one.folder}{page.address}"
                yield f"{address}index.html", partial(self._page, one, address, page.title, page.render, meta)
            for download in one.downloads:
                yield f"{one.folder}{download.path}", partial(getattr, download, "data")

    def _copied(self, path: Path) -> bytes:
        data = path.read_bytes()
        return published(data).data if BY_ENDING[ending_of(path.name)].rule is Handling.PICTURE else data

    def _page(self, build: Build, address: str, title: str, body: Callable[[], str], meta: Mapping[str, Any]) -> bytes:
        return self._framed(
            build,
            "main.html",
            {
                "title": title,
                "content": body(),
                "url": address,
                "canonical_url": f"{self.address}{address}",
                "is_homepage": address == "",
                "meta": meta,
            },
        )

    def _standing(self, build: Build, name: str, words: str) -> bytes:
        text, file = (self.content / words).read_text(encoding="utf-8"), f"{self.settings.content}/{words}"
        meta: dict[str, Any] = {}
        if A_BOUNDARY.match(text):
            parts = split(text)
            meta, text = yaml.safe_load(parts.record) or {}, parts.words
        html = self._markdown(build, name).convert(text)
        if found := stopped(html, self.settings.content):
            raise ContentError([one.fault.at(Location(file)) for one in found])
        title = re.sub(r"<[^>]*>", "", found_title[1]) if (found_title := A_TITLE.search(html)) else name
        html = OUTWARD.sub('<a rel="noreferrer noopener" ', html)
        if build.folder and words == name:
            language, direction = build.frame.first.split()
            html = f'<div lang="{language}" dir="{direction}">\n{html}</div>'
        address = f"{build.folder}{address_of(name)}"
        return self._page(build, address, str(meta.get("title", title)), lambda: html, meta)

    def _markdown(self, build: Build, name: str) -> Markdown:
        config = yaml.safe_load((self.root / CONFIG).read_text(encoding="utf-8"))
        made = Markdown(extensions=[*ALWAYS, *config.get("markdown_extensions", ())])
        made.treeprocessors.register(Links(self._from(build, name)), "links", 0)
        return made

    def _from(self, build: Build, name: str) -> Callable[[str], str]:
        """Where a link of a standing page leads, as a link of the page that it becomes."""
        known = {f"{page.address}index.md": page.address for page in build.pages} | self.texts
        known = {file: f"{build.folder}{there}" for file, there in known.items()}
        address = f"{build.folder}{address_of(name)}"

        def led(link: str) -> str:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
                return link
            file = posixpath.normpath(posixpath.join(posixpath.dirname(name), parts.path))
            target = known.get(file, file)
            way = posixpath.relpath(target or ".", address or ".")
            return urlunsplit(("", "", f"{way}/" if target.endswith("/") or not target else way, *parts[3:]))

        return led

    def _framed(self, build: Build, template: str, page: Mapping[str, Any] | None) -> bytes:
        return self.around[build.folder].get_template(template).render(page=page).encode()


def around(root: Path, build: Build) -> Environment:
    """What stands around each page, in one language."""
    templates = TemplateFolder.of(root, build.frame.settings.templates)
    environment = Environment(loader=FileSystemLoader(templates.places), autoescape=True, trim_blocks=True)
    environment.globals["frame"] = build.frame
    speak(environment, build.frame.translations)
    return environment


class Links(Treeprocessor):
    """Puts addresses in the place of files."""

    def __init__(self, led: Callable[[str], str]) -> None:
        super().__init__()
        self.led = led

    def run(self, root: Any) -> None:
        """Each link and each picture."""
        for element in root.iter():
            for tag, attribute in (("a", "href"), ("img", "src")):
                if element.tag == tag:
                    element.set(attribute, self.led(element.get(attribute)))
