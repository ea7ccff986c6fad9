"""A web server on this machine that misbehaves in every way we know, each at an address of its own."""

from __future__ import annotations

import socket
import ssl
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.site_builder import PATIENCE

SELF_SIGNED = Path(__file__).with_name("self-signed.pem")
"""A certificate for localhost that nobody signed but itself, made for these tests, with its key."""
PAGES = {
    "/": "<title>Harbour</title>",
    "/good": "<title>Harbour Helpline</title><h1>Call us</h1>",
    "/soft-404": "<title>Page not found - Harbour</title>",
    "/coloured": "<title>404 \x1b[31mred</title>",
    "/parked": "<title>harbour.example.org</title><script src='https://img.sedoparking.com/js/caf.js'></script>",
    "/for-sale": "<title>The domain name harbour.example.org is for sale</title>",
    "/suspended": "<title>Account Suspended</title>",
}
LEADS = {
    "/moved": (301, "/good"),
    "/for-now": (302, "/good"),
    "/moved-then-for-now": (308, "/for-now"),
    "/moved-twice": (301, "/moved"),
    "/to-home": (302, "/"),
    "/to-gone": (301, "/gone"),
    "/loop/a": (302, "/loop/b"),
    "/loop/b": (302, "/loop/a"),
    "/to-script": (302, "javascript:alert(1)"),
    "/to-file": (302, "file:///etc/hostname"),
    "/to-nonsense": (302, "https://["),
    "/to-hidden": (302, "https://\x1b[31m.example.org/"),
}
REFUSES_HEAD = {"/no-head/403": 403, "/no-head/404": 404, "/no-head/405": 405, "/no-head/500": 500, "/no-head/501": 501}
SAYS = {"/gone": 404, "/gone-for-good": 410, "/robots": 403, "/password": 401, "/teapot": 418, "/broken": 500}
MEGABYTE = 1_000_000


class Misbehaving(ThreadingHTTPServer):
    """The server, and what it saw: `asked` holds method and path, `most_at_once` the requests under way together.

    A request is under way until its answer is about to go out: whoever has the answer may ask the next question, and
    that must not depend on how soon our own thread is done with the last.
    """

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, certificate: Path | None = None) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[tuple[str, str]] = []
        self.agents: set[str] = set()
        self.sent = 0
        self.most_at_once = 0
        self.under_way = 0
        self.crowd = threading.Event()
        self.over = threading.Event()
        self.guard = threading.Lock()
        self.scheme = "http"
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self.socket = context.wrap_socket(self.socket, server_side=True)
            self.scheme = "https"

    def at(self, path: str, host: str = "127.0.0.1") -> str:
        """The address of one way to misbehave."""
        return f"{self.scheme}://{host}:{self.server_port}{path}"

    def handle_error(self, *_: object) -> None:
        """A client that hangs up is what these tests are about."""


class _Handler(BaseHTTPRequestHandler):
    server: Misbehaving

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def _answer(self) -> None:
        server = self.server
        with server.guard:
            server.asked.append((self.command, self.path))
            server.agents.add(self.headers["User-Agent"])
            server.under_way += 1
            server.most_at_once = max(server.most_at_once, server.under_way)
            if server.under_way > 1:
                server.crowd.set()
        self.answering = False
        try:
            self._misbehave(self.path)
        finally:
            self._answers()

    def _answers(self) -> None:
        """This request is no longer under way; said once."""
        if not self.answering:
            self.answering = True
            with self.server.guard:
                self.server.under_way -= 1

    def _misbehave(self, path: str) -> None:
        way = path.split("/")[1].replace("-", "_")
        special = getattr(self, f"_{way}", None)
        if special:
            special()
        elif path in LEADS:
            status, to = LEADS[path]
            self._say(status, Location=to)
        elif path in REFUSES_HEAD and self.command == "HEAD":
            self._say(REFUSES_HEAD[path])
        elif path in SAYS:
            self._say(SAYS[path])
        else:
            self._say(200, PAGES.get(path, PAGES["/good"]))

    def _say(self, status: int, body: str = "", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self._answers()
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body.encode())

    def _slow(self) -> None:
        """Give a second request a moment to come beside this one; where none may, nothing but the moment passes."""
        self.server.crowd.wait(0.05)
        self._say(200, PAGES["/good"])

    def _together(self) -> None:
        """No answer before a second request is there."""
        self.server.crowd.wait(PATIENCE)
        self._say(200, PAGES["/good"])

    def _endless(self) -> None:
        self._say(302, Location=f"/endless/{len(self.server.asked)}")

    def _away(self) -> None:
        self._say(302, Location=self.server.at("/good", "localhost"))

    def _to_nobody(self) -> None:
        self._say(301, Location="http://nobody.invalid/")

    def _to_private(self) -> None:
        self._say(302, Location="http://192.168.0.1/")

    def _lost(self) -> None:
        self._say(302)

    def _cookie(self) -> None:
        if "seen=yes" in self.headers.get("Cookie", ""):
            self._say(200, PAGES["/good"])
        else:
            self._say(302, Location=f"{self.path}/again", Set_Cookie="seen=yes; Path=/")

    def _challenge(self) -> None:
        self._say(503, cf_mitigated="challenge")

    def _busy(self) -> None:
        if len(self.server.asked) > 2:
            self._say(200, PAGES["/good"])
        else:
            self._say(429, Retry_After="7")

    def _busy_until(self) -> None:
        if len(self.server.asked) > 1:
            self._say(200, PAGES["/good"])
        else:
            self._say(429, Retry_After="Tue, 24 Nov 2026 12:00:30 GMT")

    def _busy_for_long(self) -> None:
        self._say(429, Retry_After="86400")

    def _broken_once(self) -> None:
        self._say(500 if len(self.server.asked) < 3 else 200, PAGES["/good"])

    def _hang(self) -> None:
        self.server.over.wait()

    def _drip_head(self) -> None:
        self._drip(b"HTTP/1.1 200 OK\r\nX-Slow: " + b"x" * 1000)

    def _drip_body(self) -> None:
        if self.command == "HEAD":
            self._say(200)
        else:
            self._drip(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + b"x" * 1000)

    def _drip(self, data: bytes) -> None:
        for byte in data:
            if self.server.over.wait(0.01):
                return
            self.wfile.write(bytes([byte]))

    def _reset(self) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()

    def _hangs_up_on_head(self) -> None:
        if self.command == "HEAD":
            self._reset()
        else:
            self._say(200, PAGES["/good"])

    def _no_http(self) -> None:
        self.wfile.write(b"220 smtp.example.org ready\r\n")

    def _bad_header(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"X-Long: " + b"x" * 70_000 + b"\r\n\r\n")

    def _huge(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        if self.command == "GET":
            for _ in range(1000):
                self.wfile.write(b"<p>" + b"x" * MEGABYTE)
                self.server.sent += MEGABYTE


@contextmanager
def misbehaving(certificate: Path | None = None) -> Iterator[Misbehaving]:
    """A server that runs until the end of the `with` block."""
    server = Misbehaving(certificate)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        thread.join()
        with suppress(OSError):
            server.server_close()
