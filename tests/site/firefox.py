"""Firefox, where one is installed: a small driver over WebDriver BiDi, as Playwright drives no Firefox but its own."""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

NAMES = ("firefox-esr", "firefox")
LISTENING = "WebDriver BiDi listening on "
PATIENCE = 30.0
"""Seconds until what hangs is ended. Nothing is measured by it."""
QUIET = {
    "app.update.disabledForTesting": True,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
}


def firefox() -> str | None:
    """The command of the Firefox that is installed here."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def missing() -> str | None:
    """One plain line where there is no Firefox, for the end of a run."""
    if firefox():
        return None
    return "Not run: nobody left the site in Firefox, as none is installed here. Run: apt-get install firefox-esr"


class BrowserError(AssertionError):
    """What the browser would not do, in its own words."""


class Firefox:
    """One browser with one tab at a time. One address is answered here: `answer` is its page; None: it fails."""

    def __init__(self, socket: ClientConnection, stand_in: str) -> None:
        self._socket = socket
        self._sent = 0
        self.tab = ""
        self.answer: str | None = ""
        self.left: list[dict[str, str]] = []
        """The headers of every request to that address."""
        self._do("session.new", capabilities={})
        self._do("session.subscribe", events=["network.beforeRequestSent"])
        pattern = {"type": "string", "pattern": stand_in}
        self._do("network.addIntercept", phases=["beforeRequestSent"], urlPatterns=[pattern])

    def new_tab(self, answer: str | None) -> None:
        """Begin anew, with nothing behind Back."""
        self.tab = self._do("browsingContext.create", type="tab")["context"]
        self.answer = answer
        self.left.clear()

    def open(self, address: str) -> None:
        """Open a page, and wait until it is loaded."""
        self._do("browsingContext.navigate", context=self.tab, url=address, wait="complete")

    def back(self) -> None:
        """Press Back."""
        self._do("browsingContext.traverseHistory", context=self.tab, delta=-1)

    def run(self, script: str) -> Any:
        """What an expression is worth in the page. BrowserError while the page changes over."""
        expression = f"JSON.stringify({script} ?? null)"
        target = {"context": self.tab}
        found = self._do("script.evaluate", expression=expression, target=target, awaitPromise=False)
        if found["type"] != "success":
            raise BrowserError(found["exceptionDetails"]["text"])
        return json.loads(found["result"]["value"])

    def until(self, script: str, wanted: object) -> None:
        """Wait until an expression is worth this. AssertionError with what it was, where it never is."""
        seen: object = None
        for _ in range(400):
            with suppress(BrowserError):
                seen = self.run(script)
            if seen == wanted:
                return
            time.sleep(0.05)
        raise AssertionError(f"{script} is {seen!r}, not {wanted!r}")

    def press(self, *keys: str) -> None:
        """Press keys one after the other, each let go before the next."""
        actions = [{"type": how, "value": key} for key in keys for how in ("keyDown", "keyUp")]
        source = {"type": "key", "id": "keyboard", "actions": actions}
        self._do("input.performActions", context=self.tab, actions=[source])

    def _do(self, method: str, **params: Any) -> dict[str, Any]:
        """Ask, and answer what the browser asks meanwhile. BrowserError where it will not."""
        mine = self._send(method, **params)
        while True:
            said = json.loads(self._socket.recv(timeout=PATIENCE))
            if said.get("method") == "network.beforeRequestSent" and said["params"]["isBlocked"]:
                self._stand_in_answers(said["params"]["request"])
            if said.get("id") == mine:
                if said["type"] == "error":
                    raise BrowserError(f"{method}: {said['message']}")
                found: dict[str, Any] = said["result"]
                return found

    def _send(self, method: str, **params: Any) -> int:
        self._sent += 1
        self._socket.send(json.dumps({"id": self._sent, "method": method, "params": params}))
        return self._sent

    def _stand_in_answers(self, request: dict[str, Any]) -> None:
        self.left.append({header["name"].lower(): str(header["value"].get("value")) for header in request["headers"]})
        if self.answer is None:
            self._send("network.failRequest", request=request["request"])
            return
        html = [{"name": "Content-Type", "value": {"type": "string", "value": "text/html"}}]
        body = {"type": "string", "value": self.answer}
        self._send("network.provideResponse", request=request["request"], statusCode=200, headers=html, body=body)


@contextmanager
def started(profile: Path, stand_in: str, **prefs: object) -> Iterator[Firefox]:
    """A Firefox with a fresh profile, ended afterwards. `stand_in` is the address that is answered here."""
    command = firefox()
    assert command
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in (QUIET | prefs).items()]
    (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
    options = ["--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"]
    process = subprocess.Popen([command, *options], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stderr
        address = next(line.partition(LISTENING)[2].strip() for line in process.stderr if LISTENING in line)
        with connect(f"{address}/session") as socket:
            yield Firefox(socket, stand_in)
    finally:
        process.terminate()
        process.wait(PATIENCE)
        if process.stderr:
            process.stderr.close()
