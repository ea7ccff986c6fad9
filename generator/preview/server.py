"""A Showing -> a server on this machine alone, that tells open pages when there is something new."""

from __future__ import annotations

from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from generator.preview import form_gate
from generator.preview.current_site import Answer, Showing
from generator.preview.forms import Forms
from generator.site.render.preview_pages import PLACE

HERE = "127.0.0.1"
OURS = ("127.0.0.1", "localhost", "[::1]")
"""The names by which a browser may ask, with the port of this preview: no other site may look into it through a name of
its own that leads here."""
TURNS = (f"{PLACE}day", f"{PLACE}drafts")
"""Addresses that change what the preview shows."""
KEPT_APART = {
    "X-Frame-Options": "DENY",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-cache",
}
"""What is sent with every answer, so that no page of another site can show this one, or read it."""
HTTP = 80
"""The one port that browsers leave out of a host's name."""
PATIENCE = 30.0
"""Seconds in which a browser must have sent a form."""
BEAT = 15.0
"""Seconds between two signs of life, so that a thread whose page is gone notices."""


class PreviewServer(ThreadingHTTPServer):
    """Serves one Showing."""

    daemon_threads = True
    allow_reuse_address = True
    showing: Showing
    forms: Forms | None = None
    """What changes the files; None where nobody asked for it: then it is an address like any that is not there."""


class Handler(BaseHTTPRequestHandler):
    """One request: a page, a file, the wait for news, or a form."""

    server: PreviewServer
    protocol_version = "HTTP/1.1"
    apart: Mapping[str, str] = KEPT_APART

    def do_GET(self) -> None:
        """Answer with what the Showing says, or the form."""
        parts = urlsplit(self.path)
        if self.server.forms is not None and parts.path.startswith(form_gate.PLACE):
            self._form(self.server.forms)
            return
        self.apart = KEPT_APART
        if not self._from_here(parts.path):
            self.send_error(403, "This preview is for this machine alone")
            return
        if self.command == "HEAD" and parts.path.startswith(PLACE):
            self.send_error(405, "Nothing is turned by a look")
            return
        if parts.path == f"{PLACE}changes":
            self._news(parse_qs(parts.query).get("seen", [""])[0])
            return
        self._send(self.server.showing.answer(self.path))

    do_HEAD = do_GET  # noqa: N815 # the name that http.server looks for

    def do_POST(self) -> None:
        """Take what a form sends; where there is none, this is no way to ask."""
        if self.server.forms is None:
            self.close_connection = True  # what was sent is not read
            self.send_error(501, "Nothing is sent to a preview")
            return
        self._form(self.server.forms)

    def _form(self, forms: Forms) -> None:
        """What the form answers to whoever may have it."""
        self.apart = form_gate.KEPT_APART
        gate = forms.gate
        sent: form_gate.Refusal | form_gate.Sent = gate.refuses(self.command, self.path, self.headers) or {}
        if self.command == "POST" and not isinstance(sent, form_gate.Refusal):
            self.connection.settimeout(PATIENCE)
            whole = int(self.headers["Content-Length"])
            body = self.rfile.read(whole)
            sent = gate.read(body) if len(body) == whole else form_gate.NOT_READ  # it broke off on the way
            self.connection.settimeout(None)
        if isinstance(sent, form_gate.Refusal):
            self.close_connection = True  # what else was sent is not read
            self._send(forms.refusal(sent))
        elif gate.has_key(self.command, self.path):
            self._send(Answer(303, {"Location": form_gate.PLACE, "Set-Cookie": gate.cookie}))
        else:
            self._send(forms.answer(self.command, self.path, sent))

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        headers = {**answer.headers, "Content-Length": str(len(answer.body))}
        if self.close_connection:
            headers["Connection"] = "close"
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def _news(self, seen: str) -> None:
        """One event as soon as there is something else to see than in the version that a page shows."""
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        while not self.server.showing.changed_since(seen, BEAT):
            self.wfile.write(b": still here\n\n")
            self.wfile.flush()
        self.wfile.write(b"data: new\n\n")

    def _from_here(self, path: str) -> bool:
        """Whether it was a page of this preview, or the person at this machine, who asked.

        Browsers say so in Sec-Fetch-Site and Origin; a page of another port of this machine is another site too.
        """
        port = self.server.server_address[1]
        hosts = {f"{name}:{port}" for name in OURS} | (set(OURS) if port == HTTP else set())
        asked = [host.strip().lower() for host in self.headers.get_all("Host", [])]
        if len(asked) != 1 or asked[0] not in hosts:
            return False
        origins = tuple(f"http://{host}" for host in hosts)
        origin, referrer = self.headers.get("Origin"), self.headers.get("Referer")
        if origin is not None and origin.lower() not in origins:
            return False
        if (
            path in TURNS
            and referrer is not None
            and not f"{referrer.lower()}/".startswith(tuple(f"{o}/" for o in origins))
        ):
            return False
        if self.headers.get("Sec-Fetch-Site", "none") in ("same-origin", "none"):
            return "prefetch" not in self.headers.get("Sec-Purpose", "") or path not in TURNS
        # A link to the preview in a message or a ticket opens it; it turns no day, and is no part of another's page.
        return self.headers.get("Sec-Fetch-Dest") == "document" and not path.startswith(PLACE)

    def end_headers(self) -> None:
        """Send what keeps the preview apart with every answer, those that refuse among them."""
        for name, value in self.apart.items():
            self.send_header(name, value)
        super().end_headers()

    def version_string(self) -> str:
        """Name no version of any program."""
        return "preview"

    def handle_one_request(self) -> None:
        """A browser that goes away in the middle is no mistake."""
        try:
            super().handle_one_request()
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 # the name it has above
        """Say nothing of each request: the terminal is for changes and mistakes."""
