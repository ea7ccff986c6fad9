"""One real strict build of the repository's own content, one local server and one browser, for every test here."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest
from lxml import html as lxml_html
from playwright.sync_api import Browser, Playwright, sync_playwright

from generator.content.load import load
from generator.content.loading.config import read_settings
from generator.edition import Edition
from generator.model.fields.dates import LONDON, moment
from tests.built_site import nu
from tests.built_site.browser import Visitor, start
from tests.built_site.firefox import firefox
from tests.built_site.nasty import nasty_site
from tests.built_site.server import Server
from tests.site_builder import NOW, REPOSITORY, WAYMARK, run

collect_ignore = [*([] if firefox() else ["test_firefox.py"]), *(["test_nu.py"] if nu.missing() else [])]
"""Without a Firefox, or the Nu checker, its tests are not there, and the run says so in a line of its own."""


@dataclass(frozen=True)
class Built:
    """A finished site."""

    folder: Path

    @cached_property
    def pages(self) -> dict[str, str]:
        """The text of every page, by its address: "" for home, "services/", "404.html"."""
        found = sorted(self.folder.rglob("*.html"))
        return {_address(path.relative_to(self.folder)): path.read_text(encoding="utf-8") for path in found}

    @cached_property
    def trees(self) -> dict[str, lxml_html.HtmlElement]:
        """Every page's elements, by its address."""
        return {address: lxml_html.document_fromstring(text) for address, text in self.pages.items()}

    @cached_property
    def files(self) -> dict[str, bytes]:
        """Every file of the site."""
        found = sorted(path for path in self.folder.rglob("*") if path.is_file())
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in found}


def _address(file: Path) -> str:
    return file.as_posix().removesuffix("index.html")


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Path]) -> Built:
    """A site that the first process of this run to want it makes, while the others wait for it and then share it."""
    own = factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    folder, finished = shared / f"shared-{name}", shared / f"shared-{name}.made"
    with (shared / f"shared-{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not finished.exists():
            shutil.rmtree(folder, ignore_errors=True)
            finished.write_text(str(make(folder)), encoding="utf-8")
    return Built(Path(finished.read_text(encoding="utf-8")))


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of NOW, as `waymark build` makes it."""

    def make(folder: Path) -> Path:
        command = [*WAYMARK, "--root", str(REPOSITORY), "--now", NOW, "build", "--to", str(folder / "site")]
        done = run(command, REPOSITORY)
        if done.status != 0:
            pytest.fail(f"The repository's own site can't be built:\n{done.err}", pytrace=False)
        return folder / "site"

    return once(tmp_path_factory, "built", make)


@pytest.fixture(scope="session")
def edition() -> Edition:
    """The repository's own records at NOW."""
    settings = read_settings((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
    now = moment(NOW)
    return Edition(load(REPOSITORY, settings, now.astimezone(LONDON).date()), now)


@pytest.fixture(scope="session")
def server(built: Built) -> Iterator[Server]:
    """The site on this machine's own address."""
    with Server(built.folder) as running:
        yield running


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives the browsers."""
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """The one browser. Each test opens its own profile in it."""
    running = start(playwright)
    yield running
    running.close()


@pytest.fixture(scope="session")
def nasty(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site built to be hard on every template, in English."""
    return once(tmp_path_factory, "nasty-en", nasty_site)


@pytest.fixture(scope="session")
def nasty_rtl(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The same site in a language read from right to left."""
    return once(tmp_path_factory, "nasty-ar", lambda folder: nasty_site(folder, "ar"))


@pytest.fixture(scope="session")
def visitors(browser: Browser, nasty: Built, nasty_rtl: Built) -> Iterator[dict[str, Visitor]]:
    """Someone who opens pages of the hard site, by the language it is in."""
    with Server(nasty.folder) as english, Server(nasty_rtl.folder) as other:
        yield {"en": Visitor(browser, english.root), "ar": Visitor(browser, other.root)}


@pytest.fixture(scope="session")
def visitor(browser: Browser, server: Server) -> Visitor:
    """Someone who opens pages of the site."""
    return Visitor(browser, server.root)
