"""`mkdocs serve` and `waymark serve`: a preview that follows every change, survives every mistake, and stops."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.site_builder import (
    MKDOCS,
    NOW,
    PATIENCE,
    SERVICES_YAML,
    WAYMARK,
    Site,
    a_site,
    environment_with,
    heeding_signals,
)

COMMANDS = {
    "mkdocs": (*MKDOCS, "serve", "--livereload", "--dev-addr", "127.0.0.1:{port}"),
    "waymark": (*WAYMARK, "--now", NOW, "serve", "--port", "{port}"),
}
WITH_FORM = {"edit": (*COMMANDS["waymark"], "--edit")}
SERVICE = "services/victim-support-cumbria/"


def a_free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


class Preview:
    """A server that runs, and what it shows and says."""

    def __init__(self, site: Site, port: int, log: Path, process: subprocess.Popen[bytes]) -> None:
        self.site = site
        self.address = f"http://127.0.0.1:{port}/"
        self.log = log
        self.process = process

    def page(self, address: str) -> str:
        """The text of a page now; "" while nobody answers."""
        try:
            with urllib.request.urlopen(self.address + address, timeout=PATIENCE) as answer:  # noqa: S310 # our own server
                text: str = answer.read().decode()
                return text
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return ""

    def shows(self, words: str, address: str = SERVICE) -> bool:
        """Whether a page comes to hold these words."""
        return self._comes(lambda: words in self.page(address))

    def says(self, words: str) -> bool:
        """Whether the terminal comes to hold these words."""
        return self._comes(lambda: words in self.log.read_text())

    def _comes(self, true) -> bool:  # type: ignore[no-untyped-def]
        ends = time.monotonic() + PATIENCE
        while time.monotonic() < ends and self.process.poll() is None:
            if true():
                return True
            time.sleep(0.05)
        return bool(true())


@contextmanager
def serving(command: str, folder: Path, **files: str) -> Iterator[Preview]:
    """A preview of a small site, stopped at the end by its own number."""
    port = a_free_port()
    site = a_site(folder / "site", **files)
    log = folder / "log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [word.format(port=port) for word in (COMMANDS | WITH_FORM)[command]],
            cwd=site.root,
            env=environment_with({"SOURCE_DATE_EPOCH": "1802250000"}),
            stdout=out,
            stderr=subprocess.STDOUT,
            preexec_fn=heeding_signals,
        )
        try:
            yield Preview(site, port, log, process)
        finally:
            process.terminate()
            process.wait(PATIENCE)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_preview_follows_changes_and_survives_mistakes(command: str, tmp_path: Path) -> None:
    with serving(command, tmp_path) as preview:
        assert preview.shows("Get help after a crime", address="")

        preview.site.change("services.yaml", "Free, private help after any crime.", "The new words.")
        assert preview.shows("The new words.")

        preview.site.change("services.yaml", "kind: victim-hub", "kind: victim-hubb")
        assert preview.says("services.yaml:10:11: 'victim-hubb' is not a kind of service; did you mean \"victim-hub\"?")

        preview.site.write("services.yaml", SERVICES_YAML.replace("Free, private help", "Mended. Free, private help"))
        assert preview.shows("Mended. Free, private help after any crime.")


def test_a_preview_shows_the_day_of_now(tmp_path: Path) -> None:
    with serving("waymark", tmp_path) as preview:
        assert preview.shows("On now.", address="campaigns/dating-scams/")


def test_a_change_in_a_campaign_a_page_or_a_template_shows(tmp_path: Path) -> None:
    with serving("waymark", tmp_path) as preview:
        assert preview.shows("Someone you met online asks for money.", address="campaigns/")

        preview.site.change("campaigns/dating-scams.md", "asks for money", "asks for gold")
        assert preview.shows("Someone you met online asks for gold.", address="campaigns/")

        preview.site.write("content/about.md", "# About\n\nNewer words.\n")
        assert preview.shows("Newer words.", address="about/")

        preview.site.change("overrides/pages/home.html", "Get help after a crime", "Find help after a crime")
        assert preview.shows("Find help after a crime", address="")


def test_a_preview_settles_after_a_change(tmp_path: Path) -> None:
    with serving("waymark", tmp_path) as preview:
        assert preview.shows("Get help after a crime", address="")
        preview.site.change("services.yaml", "Free, private help after any crime.", "The new words.")
        assert preview.shows("The new words.")
        preview.site.write("content/about.md", "# About\n\nNewer words.\n")
        assert preview.shows("Newer words.", address="about/")

        assert preview.log.read_text().count("Changed: ") == 2


def test_a_form_is_there_for_whoever_has_the_address_in_the_terminal_and_a_save_is_shown(tmp_path: Path) -> None:
    with serving("edit", tmp_path) as preview:
        assert preview.says("Give that address to nobody")
        said = preview.log.read_text()
        key = re.search(r"^To change it: (http://127\.0\.0\.1:\d+/_edit/\?key=\S+)$", said, re.MULTILINE)
        assert key
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        listed = browser.open(key[1], timeout=PATIENCE)
        form = browser.open(f"{preview.address}_edit/{SERVICE.rstrip('/')}", timeout=PATIENCE).read().decode()
        token, seen = (re.search(rf'name="{name}" value="(\w+)"', form) for name in ("token", "seen"))
        assert token
        assert seen
        sent = urllib.parse.urlencode({"token": token[1], "seen": seen[1], "do": "save", "summary": "The new words."})
        origin = {"Origin": preview.address.rstrip("/")}
        address = f"{preview.address}_edit/{SERVICE.rstrip('/')}"
        saved = browser.open(urllib.request.Request(address, sent.encode(), origin), timeout=PATIENCE)  # noqa: S310

        assert (listed.url, saved.url) == (f"{preview.address}_edit/", f"{address}?saved=yes")
        assert preview.shows("The new words.")
        assert "Gooseberry" not in preview.log.read_text()


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_stopping_the_command_stops_the_server(how: signal.Signals, tmp_path: Path) -> None:
    with serving("waymark", tmp_path) as preview:
        assert preview.shows("Get help after a crime", address="")
        preview.process.send_signal(how)
        preview.process.wait(PATIENCE)

        assert preview.page("") == ""


def test_a_preview_of_broken_content_says_why_here_and_in_the_page(tmp_path: Path) -> None:
    with serving("waymark", tmp_path, **{"services.yaml": ""}) as preview:
        assert preview.says("services.yaml:1:1: this file is empty")
        with pytest.raises(urllib.error.HTTPError) as answer:
            urllib.request.urlopen(preview.address, timeout=PATIENCE)  # noqa: S310 # our own server

        assert "this file is empty" in answer.value.read().decode()
        preview.site.write("services.yaml", SERVICES_YAML)
        assert preview.shows("Get help after a crime", address="")
        assert "Traceback" not in preview.log.read_text()


def test_a_port_that_is_taken_is_said_plainly(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = site.waymark("serve", "--port", str(port))

    assert done.status == 2
    assert done.told[-1].endswith(
        f"port {port} is taken, perhaps by another preview; stop that, or write --port {port + 1}"
    )
