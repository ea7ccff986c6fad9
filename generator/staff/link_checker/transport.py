"""Limits: how long we wait, how often we ask -> turns for each host, and a session that reaches public hosts only."""

from __future__ import annotations

import ipaddress
import re
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

from generator.diagnostics import WaymarkError
from generator.staff.link_checker.result import NoAnswerError


@dataclass(frozen=True, slots=True)
class Limits:
    """Times in seconds, sizes in bytes."""

    hosts_at_once: int = 8
    pause: float = 1.0
    """Between the end of one request to a host and the next to it."""
    connect: float = 10.0
    read: float = 15.0
    """The longest silence."""
    whole: float = 30.0
    """The longest a request may take, however steadily it drips."""
    tries: int = 3
    backoff: float = 2.0
    """Before the second try; twice that before the third."""
    longest_wait: float = 60.0
    """A server that asks us to wait longer than this is not asked again today."""
    redirects: int = 8
    beginning: int = 16_384
    """How much of a page we read, to see what it is called and whether a broker made it."""
    slow_answers: int = 2
    """After so many addresses of a host that did not answer, its others are not asked."""


class Turns:
    """Whose turn it is to ask a host. Give it a clock in seconds; what sleeps is its own, but for tests."""

    def __init__(
        self, pause: float, clock: Callable[[], float], sleep: Callable[[float], object] | None = None
    ) -> None:
        self._over = threading.Event()
        self.pause = pause
        self.clock = clock
        self.sleep = sleep or self._over.wait
        self._guard = threading.Lock()
        self._locks: dict[str, threading.Lock] = {}
        self._last: dict[str, float] = {}

    def stop(self) -> None:
        """Let nobody have another turn, and wake up who waits for one."""
        self._over.set()

    @contextmanager
    def of(self, host: str) -> Iterator[None]:
        """Wait until nobody else asks this host and it had its pause."""
        with self._guard:
            lock = self._locks.setdefault(host, threading.Lock())
        with lock:
            last = self._last.get(host)
            rest = 0.0 if last is None else last + self.pause - self.clock()
            if rest > 0:
                self.sleep(rest)
            if self._over.is_set():
                raise NoAnswerError("not-asked", "somebody stopped the check")
            try:
                yield
            finally:
                self._last[host] = self.clock()


A_NUMBER = re.compile(r"[0-9a-fx.:%\[\]]+", re.IGNORECASE)


AT_HOME = ("localhost", "local", "internal", "localdomain", "home.arpa")


class InsideError(WaymarkError, OSError):
    """The other end of a connection is in a private network."""


def a_session(agent: str, whole: float, *, allow_local: bool, trusted: str | None) -> requests.Session:
    """A session for one address and where it leads: cookies stay in it.

    Args:
        agent: what we call ourselves.
        whole: the seconds after which a connection is cut.
        allow_local: whether private networks may be asked too.
        trusted: a file of certificates to trust; None: those of the system, or of REQUESTS_CA_BUNDLE.
    """
    session = _Session()
    session.auth = _nobody  # else ~/.netrc is looked up for every host
    session.headers.update(
        {
            "User-Agent": agent,
            "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
            "Accept-Language": "en-GB,en;q=0.8",
            "Accept-Encoding": "identity",
        }
    )
    if trusted:
        session.verify = trusted
    adapter = _Adapter(whole, allow_local)
    session.mount("https://", adapter)
    session.mount("http://", adapter)
    return session


def refuse_private(address: str) -> None:
    """Raise NoAnswerError for an address that names a private network outright. Names are judged on connecting."""
    host = (urlsplit(address).hostname or "").rstrip(".").lower()
    if host in AT_HOME or host.endswith(tuple(f".{name}" for name in AT_HOME)):
        raise private(host)
    if A_NUMBER.fullmatch(host) and _is_inside(host):
        raise private(host)


def private(host: str) -> NoAnswerError:
    """What an address in a private network is."""
    return NoAnswerError("private", f"{host} is in a private network, where readers can't go", host_is_gone=True)


def _is_inside(number: str) -> bool:
    try:
        address = ipaddress.ip_address(number.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None) or address
    return not mapped.is_global or mapped.is_multicast


def _nobody(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request


class _Session(requests.Session):
    """One that leaves it to us to look at where a redirect leads, before anything is made of it."""

    def get_redirect_target(self, resp: requests.Response) -> None:
        return None


class _Adapter(HTTPAdapter):
    """Connections that are checked and cut. Through a proxy, the proxy decides where to go."""

    def __init__(self, whole: float, allow_local: bool) -> None:
        self._whole = whole
        self._allow_local = allow_local
        super().__init__(max_retries=0)

    def init_poolmanager(self, *arguments: Any, **options: Any) -> None:
        super().init_poolmanager(*arguments, **options)
        plain, secure = _connections(self._whole, self._allow_local)
        plain_pool = type("_Plain", (HTTPConnectionPool,), {"ConnectionCls": plain})
        secure_pool = type("_Secure", (HTTPSConnectionPool,), {"ConnectionCls": secure})
        self.poolmanager.pool_classes_by_scheme = {"http": plain_pool, "https": secure_pool}


def _connections(whole: float, allow_local: bool) -> tuple[type[HTTPConnection], type[HTTPSConnection]]:
    class Watched(HTTPConnection):
        """Looks at who is at the other end before a word is sent, and hangs up when the time is over."""

        _timer: threading.Timer | None = None

        def _new_conn(self) -> socket.socket:
            sock = super()._new_conn()
            peer = str(sock.getpeername()[0])
            if not allow_local and _is_inside(peer):
                sock.close()
                raise InsideError(peer)
            self._timer = threading.Timer(whole, _hang_up, (self, sock))
            self._timer.daemon = True
            self._timer.start()
            return sock

        def close(self) -> None:
            if self._timer:
                self._timer.cancel()
            super().close()

    class WatchedSecure(Watched, HTTPSConnection):
        """The same, encrypted."""

    return Watched, WatchedSecure


def _hang_up(connection: HTTPConnection, raw: socket.socket) -> None:
    """End both directions, so that whoever waits for a byte wakes up. The library may have wrapped the socket since."""
    for sock in (connection.sock, raw):
        if isinstance(sock, socket.socket) and sock.fileno() >= 0:
            try:
                socket.socket.shutdown(sock, socket.SHUT_RDWR)
            except OSError:
                continue
