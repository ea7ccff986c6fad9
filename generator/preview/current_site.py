"""What there is to see on the chosen day -> answers to a browser; made anew when the content or the day changes."""

from __future__ import annotations

import posixpath
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

from markupsafe import escape

from generator import urls
from generator.content.source.text_files import lines_of
from generator.diagnostics import Diagnostic
from generator.engines.contract import NOT_FOUND, Engine, Preview
from generator.formatters.exceptions import fault
from generator.model.fields.dates import moment
from generator.model.fields.text import in_language
from generator.preview.snapshot import PreviewDay, Searched, View, look, next_change, sources
from generator.preview.watcher import Watch, snapshot
from generator.privacy.outgoing import LeakError
from generator.report import DueService
from generator.settings import Settings
from generator.site.render.preview_pages import PLACE, PreviewPages, WantsACheck
from generator.staff.planning.checks_due import Due
from generator.template_folder import Folder, TemplateFolder

HTML = "text/html; charset=utf-8"
END = b"</body>"
NO_SUCH_PAGE = "<!doctype html><title>Not found</title><p>There is no such page."
PLAIN = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="2">'
    "<title>To mend – Preview</title><h1>To mend</h1><ul>{}</ul></html>"
)
"""Where not even the preview's own templates are there. It loads again by itself, as there is no script to do it."""
MOST_LOOKS = 5
FILES = {"preview.css": "text/css; charset=utf-8", "preview.js": "text/javascript; charset=utf-8"}
"""What the bar needs beside it, in the templates' folder `preview/`."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a browser gets: a status, headers and a body."""

    status: int
    headers: Mapping[str, str]
    body: bytes = b""


def html(text: str | bytes, status: int = 200) -> Answer:
    """A page."""
    return Answer(status, {"Content-Type": HTML}, text if isinstance(text, bytes) else text.encode())


def led_to(address: str) -> Answer:
    """To another page."""
    return Answer(303, {"Location": address})


class Showing:
    """The site as on one day, for one pair of eyes. Safe to use from several threads."""

    def __init__(
        self,
        root: Path,
        templates: Folder,
        day: PreviewDay,
        clock: Callable[[], datetime],
        address: str,
        engine: Engine,
    ) -> None:
        self.told: Callable[[Sequence[Path], float], object] = lambda files, seconds: None
        """Called after each change, with the files that changed and how long it took to show them."""
        self.root = root
        self.templates = templates
        self.clock = clock
        self.address = address
        self.lock = threading.RLock()
        self.news = threading.Condition()
        self.version = f"{clock():%Y%m%d%H%M%S%f}"
        self.view: View = View(day, None)
        self.engine = engine
        self.preview: Preview | None = None
        self.base = "/"
        """Below which address of this machine the site stands."""
        self.failed = ""
        self.settings: Settings | None = None
        """The last ones that could be read: they say where to look for changes."""
        self.watch = Watch(self._sources)
        self.show(day)

    def show(self, day: PreviewDay) -> View:
        """Make everything anew for a day, and tell every open page to load again."""
        with self.lock:
            for _ in range(MOST_LOOKS):
                sources = self._sources()
                self.watch.seen = snapshot(sources)  # before anything is read: what changes meanwhile is new
                self._make(day)
                if self._sources() == sources:  # else the settings name other files by now
                    break
        with self.news:
            self.version = f"{self.version.partition('-')[0]}-{int(self.version.partition('-')[2] or 0) + 1}"
            self.news.notify_all()
        return self.view

    def _make(self, day: PreviewDay) -> None:
        self.preview, self.failed = None, ""
        try:
            self.view = look(self.root, day)
            if self.view.settings is not None:
                self.settings = self.view.settings
                self.templates = TemplateFolder.of(self.root, self.settings.templates)
            publication = self.view.publication
            if publication is not None:
                base = publication.frame.settings.base_path
                preview, problems = self.engine.rehearse(self.root, publication, self.address + base.lstrip("/"))
                if problems:
                    self.view = replace(self.view, publication=None, problems=problems)
                else:
                    self.preview, self.base = preview and Searched(preview, publication.edition), base
        except (Exception, SystemExit) as error:  # noqa: BLE001 # a template or the engine may fail in any way
            self.failed = fault(error)

    def _sources(self) -> Sequence[Path]:
        return sources(self.root, self.settings)

    def refresh(self) -> None:
        """The same day, from what the files say now, if they say anything else than before."""
        with self.lock:
            files = self.watch.changed()
            if files:
                begin = time.perf_counter()
                self.show(self.view.day)
                self.told(files, time.perf_counter() - begin)

    def changed_since(self, version: str, seconds: float) -> bool:
        """Wait until something else is to be seen than in a version, or for so long."""
        with self.news:
            return self.news.wait_for(lambda: self.version != version, seconds)

    def answer(self, target: str) -> Answer:
        """What a browser gets for a path and a query; where the preview's own pages fail, why, and not nothing."""
        try:
            return self._answer(target)
        except Exception as error:  # noqa: BLE001 # its own templates may be what is missing, or fail in any way
            return html(PLAIN.format(f"<li>{escape(fault(error))}</li>"), 500)

    def _answer(self, target: str) -> Answer:
        self.refresh()  # nobody is shown what was true before
        parts = urlsplit(target)
        asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
        if parts.path.startswith(PLACE):
            return self._own(parts.path.removeprefix(PLACE), asked)
        with self.lock:
            if self.preview is None:
                return html(self._why_not(parts.path), 500)
            try:
                return self._page(self.preview, parts.path)
            except LeakError as error:
                lines = dict.fromkeys(error.found, "")  # of files that nobody wrote
                return html(PreviewPages(self.templates).mistakes(error.found, lines, self._bar(parts.path)), 500)

    def _own(self, name: str, asked: Mapping[str, str]) -> Answer:
        """The preview's own addresses: another day, drafts or not, what could be better."""
        back, day = asked.get("back", ""), self.view.day
        back = quote(back, safe="/?=&%~") if back.startswith("/") and not back.startswith(("//", "/\\")) else "/"
        if name == "day":
            self.show(self._moved(day, asked))
            return led_to(back)
        if name == "drafts":
            self.show(replace(day, drafts=asked.get("show") == "yes"))
            return led_to(back)
        if name in FILES:
            try:
                body = (self.templates / "preview" / name).read_bytes()
            except OSError:
                return html(NO_SUCH_PAGE, 404)
            return Answer(200, {"Content-Type": FILES[name]}, body)
        if name == "notes":
            publication = self.view.publication
            advice = publication.edition.catalogue.advice if publication else ()
            settings = self.view.settings
            due = [_due(one, settings) for one in publication.due] if publication and settings else []
            return html(PreviewPages(self.templates).notes(advice, due, self._bar("/")))
        return html(NO_SUCH_PAGE, 404)

    def _moved(self, day: PreviewDay, asked: Mapping[str, str]) -> PreviewDay:
        to = asked.get("to", "")
        if to == "now":
            return replace(day, now=self.clock())
        try:
            return replace(day, now=moment(to)) if to else day.moved(int(asked.get("move", "0")))
        except ValueError:
            return day

    def _page(self, preview: Preview, path: str) -> Answer:
        base = self.base
        if not path.startswith(base):
            return led_to(base) if path in ("/", base.rstrip("/")) else self._not_found(preview, path)
        name = posixpath.normpath(path.removeprefix(base)).lstrip("/.") if path != base else ""
        name = f"{name}/index.html".lstrip("/") if path.endswith("/") else name
        if f"{name}/index.html" in preview.paths:
            return led_to(quote(path) + "/")
        try:
            body, warnings = preview.read(name)
        except LeakError:
            raise
        except Exception as error:  # noqa: BLE001 # a template may fail in any way, and the page must say so
            return html(PreviewPages(self.templates).broken(fault(error), self._bar(path)), 500)
        if body is None:
            return self._not_found(preview, path)
        if name.endswith(".html"):
            return html(self._with_bar(body, path, warnings))
        return Answer(200, {"Content-Type": guess_type(name)[0] or "application/octet-stream"}, body)

    def _not_found(self, preview: Preview, path: str) -> Answer:
        body, warnings = preview.read(NOT_FOUND)
        return html(self._with_bar(body or b"", path, warnings), 404)

    def _with_bar(self, body: bytes, path: str, warnings: list[str]) -> bytes:
        before, end, after = body.rpartition(END)
        return before + self._bar(path, warnings).encode() + end + after if end else body

    def _why_not(self, path: str) -> str:
        try:
            pages = PreviewPages(self.templates)
            if self.failed:
                return pages.broken(self.failed, self._bar(path))
            return pages.mistakes(self.view.problems, self._lines(), self._bar(path))
        except Exception:  # noqa: BLE001 # the templates of this very page may be what is missing
            said = [self.failed] if self.failed else [f"{problem}" for problem in self.view.problems]
            return PLAIN.format("".join(f"<li>{escape(one)}</li>" for one in said))

    def _lines(self) -> dict[Diagnostic, str]:
        """The line of the file that each problem is about, as it stands now.

        "" where it can't be read, and where it says what must stay secret: others may look at the same screen.
        """
        lines_of_file = lines_of(self.root)
        lines: dict[Diagnostic, str] = {}
        for problem in self.view.problems:
            if problem.secret:
                lines[problem] = ""
                continue
            text = lines_of_file(problem.location.file)
            lines[problem] = text[problem.location.line - 1] if problem.location.line <= len(text) else ""
        return lines

    def _bar(self, path: str, warnings: list[str] | None = None) -> str:
        publication = self.view.publication
        return PreviewPages(self.templates).bar(
            day=self.view.day,
            back=path,
            version=self.version,
            coming=next_change(publication.edition) if publication else None,
            notes=len(publication.edition.catalogue.advice) + len(publication.due) if publication else 0,
            warnings=warnings or [],
        )


def _due(due: Due, settings: Settings) -> WantsACheck:
    """A service that wants a check: its name, its page in this preview, and why."""
    service = due.service
    why = DueService(service.id, due.freshness, due.since.isoformat() if due.since else None).why
    return WantsACheck(in_language(service.name, settings.language), settings.link(urls.service(service.id)), why)
