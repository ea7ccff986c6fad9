"""Firefox, where one is installed: a small driver over WebDriver BiDi, as Playwright drives no Firefox but its own."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

from tests.built_site.leaving import SAFE, SAFE_PAGE
from tests.built_site.tab import FAILS, HANGS, BrowserError, Tab
from tests.site_builder import PATIENCE

NAMES = ("firefox-esr", "firefox")
OLDEST = 147
"""The first with the Navigation API: an older one guards only in part what lies behind Back, as the office is told."""
LISTENING = "WebDriver BiDi listening on "
QUIET = {
    "app.update.disabledForTesting": True,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
}
FORGETS = {"browser.sessionhistory.max_total_viewers": 0}
"""Keeps no page alive behind Back."""
NO_SCRIPTS = {"javascript.enabled": False}
KEYS = {"Shift": "\ue008", "Tab": "\ue004", "Enter": "\ue006", "Escape": "\ue00c"}


@cache
def firefox() -> str | None:
    """The command of a Firefox that is installed here, and new enough."""
    return next((command for command in filter(None, map(shutil.which, NAMES)) if _version(command) >= OLDEST), None)


def _version(command: str) -> int:
    try:
        done = subprocess.run([command, "--version"], capture_output=True, text=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:  # one that does not even say what it is can't be driven
        return 0
    found = re.search(r"Firefox (\d+)", done.stdout)
    return int(found[1]) if found else 0


def missing() -> str | None:
    """One plain line where there is no Firefox, for the end of a run."""
    if firefox():
        return None
    return f"Not run: the site in Firefox, as no Firefox {OLDEST} or newer is here. Run: apt-get install firefox-esr"


class Firefox(Tab):
    """One browser with one tab at a time."""

    after_failure = ("document.body.checkVisibility()", False)  # a request that we fail leads to no page here

    def __init__(self, socket: ClientConnection, *, keeps_pages: bool) -> None:
        super().__init__(keeps_pages=keeps_pages)
        self._socket = socket
        self._sent = 0
        self._tab = ""
        self._held: list[str] = []
        self.errors: list[str] = []
        """What scripts said went wrong, in every page since the beginning."""
        self._do("session.new", capabilities={})
        self._do("session.subscribe", events=["network.beforeRequestSent", "log.entryAdded"])
        pattern = {"type": "string", "pattern": SAFE}
        self._do("network.addIntercept", phases=["beforeRequestSent"], urlPatterns=[pattern])

    def open(self, address: str) -> None:
        self._do("browsingContext.navigate", context=self._tab, url=address, wait="complete")

    def back(self) -> None:
        self._do("browsingContext.traverseHistory", context=self._tab, delta=-1)

    def forward(self) -> None:
        self._do("browsingContext.traverseHistory", context=self._tab, delta=1)

    def reaches(self, address: str) -> None:
        """Wait until the tab is there, also where no script may run. AssertionError where it never is."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            seen = self._do("browsingContext.getTree", root=self._tab)["contexts"][0]["url"]
            if seen == address:
                return
            time.sleep(0.05)
        raise AssertionError(f"the tab is at {seen}, not at {address}")

    def count(self, selector: str) -> int:
        """How many elements a CSS selector finds, also where no script may run."""
        locator = {"type": "css", "value": selector}
        return len(self._do("browsingContext.locateNodes", context=self._tab, locator=locator)["nodes"])

    def wide(self, size: tuple[int, int]) -> None:
        """Show pages at this width and height, in CSS pixels."""
        viewport = {"width": size[0], "height": size[1]}
        self._do("browsingContext.setViewport", context=self._tab, viewport=viewport)

    def before_each_page(self, function: str) -> None:
        """Call a function in every page of this tab, before its own scripts."""
        self._do("script.addPreloadScript", functionDeclaration=function, contexts=[self._tab])

    def load(self, library: str) -> None:
        """Run the statements of a library in the page."""
        target = {"context": self._tab}
        self._do("script.evaluate", expression=library, target=target, awaitPromise=False)

    def run(self, script: str) -> Any:
        expression = f"(async () => JSON.stringify((await ({script})) ?? null))()"
        target = {"context": self._tab}
        found = self._do("script.evaluate", expression=expression, target=target, awaitPromise=True)
        if found["type"] != "success":
            raise BrowserError(found["exceptionDetails"]["text"])
        return json.loads(found["result"]["value"])

    def press(self, *keys: str) -> None:
        actions = [action for key in keys for action in _strokes(key)]
        source = {"type": "key", "id": "keyboard", "actions": actions}
        self._do("input.performActions", context=self._tab, actions=[source])

    def answer_at_last(self) -> None:
        for request in self._held:
            self._provide(request, SAFE_PAGE)
        self._held.clear()

    def _new_tab(self) -> None:
        before, self._tab = self._tab, self._do("browsingContext.create", type="tab")["context"]
        if before:
            self._do("browsingContext.close", context=before)
        self._held.clear()
        self.errors.clear()

    def _do(self, method: str, **params: Any) -> dict[str, Any]:
        """Ask, and answer what the browser asks meanwhile. BrowserError where it will not."""
        mine = self._send(method, **params)
        while True:
            said = json.loads(self._socket.recv(timeout=PATIENCE))
            self._hear(said)
            if said.get("id") == mine:
                if said["type"] == "error":
                    raise BrowserError(f"{method}: {said['message']}")
                found: dict[str, Any] = said["result"]
                return found

    def _send(self, method: str, **params: Any) -> int:
        self._sent += 1
        self._socket.send(json.dumps({"id": self._sent, "method": method, "params": params}))
        return self._sent

    def _hear(self, said: dict[str, Any]) -> None:
        """Take in what happens in this tab. What a closed one still had to say is past."""
        told = said.get("params", {})
        if said.get("method") == "network.beforeRequestSent" and told["isBlocked"] and told["context"] == self._tab:
            self._stand_in(told["request"])
        if said.get("method") == "log.entryAdded" and told["source"].get("context") == self._tab:
            self.errors += [told["text"]] if told["level"] == "error" else []

    def _stand_in(self, request: dict[str, Any]) -> None:
        self.left.append({header["name"].lower(): str(header["value"].get("value")) for header in request["headers"]})
        answer = self._next_answer()
        if answer == FAILS:
            self._send("network.failRequest", request=request["request"])
        elif answer == HANGS:
            self._held.append(request["request"])
        else:
            self._provide(request["request"], answer)

    def _provide(self, request: str, page: str) -> None:
        html = [{"name": "Content-Type", "value": {"type": "string", "value": "text/html"}}]
        body = {"type": "string", "value": page}
        self._send("network.provideResponse", request=request, statusCode=200, headers=html, body=body)


def _strokes(key: str) -> list[dict[str, str]]:
    """A key, or some held together, pressed in order and let go in the other: "Shift+A"."""
    values = [KEYS.get(name, name) for name in key.split("+")]
    down = [{"type": "keyDown", "value": value} for value in values]
    return down + [{"type": "keyUp", "value": value} for value in reversed(values)]


@contextmanager
def started(profile: Path, *, keeps_pages: bool = True, scripts: bool = True) -> Iterator[Firefox]:
    """A Firefox with a fresh profile, ended afterwards. It keeps pages alive behind Back, and runs scripts, or not."""
    command = firefox()
    assert command
    prefs = QUIET | ({} if keeps_pages else FORGETS) | ({} if scripts else NO_SCRIPTS)
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in prefs.items()]
    (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
    options = ["--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"]
    process = subprocess.Popen([command, *options], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stderr
        address = next(line.partition(LISTENING)[2].strip() for line in process.stderr if LISTENING in line)
        with connect(f"{address}/session") as socket:
            yield Firefox(socket, keeps_pages=keeps_pages)
    finally:
        process.terminate()
        process.wait(PATIENCE)
        if process.stderr:
            process.stderr.close()
