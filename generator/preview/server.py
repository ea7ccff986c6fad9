"""A Showing -> a server on this machine alone, that tells open pages when there is something new."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from generator.pages.preview import PLACE
from generator.preview.showing import Showing

HERE = "127.0.0.1"
OURS = frozenset({"127.0.0.1", "localhost", "[::1]"})
"""The names by which a browser may ask: no other site may look into a preview through a name of its own, or turn its
day from a page of its own."""
BEAT = 15.0
"""Seconds between two signs of life, so that a thread whose page is gone notices."""


class PreviewServer(ThreadingHTTPServer):
    """Serves one Showing."""

    daemon_threads = True
    allow_reuse_address = True
    showing: Showing


class Handler(BaseHTTPRequestHandler):
    """One request: a page, a file, or the wait for news."""

    server: PreviewServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer with what the Showing says."""
        host = self.headers.get("Host") or ""
        elsewhere = self.headers.get("Sec-Fetch-Site") == "cross-site" and PLACE in self.path
        if OURS.isdisjoint((host, host.rpartition(":")[0])) or elsewhere:
            self.send_error(403, "This preview is for this machine alone")
            return
        parts = urlsplit(self.path)
        if parts.path == f"{PLACE}changes":
            self._news(parse_qs(parts.query).get("seen", [""])[0])
            return
        answer = self.server.showing.answer(self.path)
        self.send_response(answer.status)
        for name, value in {**answer.headers, "Content-Length": str(len(answer.body))}.items():
            self.send_header(name, value)
        self.send_header("Cache-Control", "no-cache")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    do_HEAD = do_GET  # noqa: N815 # the name that http.server looks for

    def _news(self, seen: str) -> None:
        """One event as soon as there is something else to see than in the version that a page shows."""
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        while not self.server.showing.changed_since(seen, BEAT):
            self.wfile.write(b": still here\n\n")
            self.wfile.flush()
        self.wfile.write(b"data: new\n\n")

    def handle_one_request(self) -> None:
        """A browser that goes away in the middle is no mistake."""
        try:
            super().handle_one_request()
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 # the name it has above
        """Say nothing of each request: the terminal is for changes and mistakes."""
