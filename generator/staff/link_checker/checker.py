"""Addresses -> a Finding for each, as they come: hosts side by side, the addresses of one host one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import quote, urljoin, urlsplit

from requests import Session

from generator.staff.link_checker.classify import Hop, judge
from generator.staff.link_checker.client import Reply, reply_of
from generator.staff.link_checker.result import Finding, NoAnswerError
from generator.staff.link_checker.transport import Limits, Turns, a_session, refuse_private

KEPT = "!#$%&'()*+,/:;=?@[]~"
"""What stays as it is in an address; all else, such as a space or an umlaut, is written as a browser writes it."""
FIRST_FAULT = 300
"""An answer of this number or more, that leads nowhere, gives nothing."""


@dataclass
class Asker:
    """Asks addresses. It forgets everything when it is done but what it found out about whole hosts."""

    agent: str
    turns: Turns
    today: Callable[[], datetime]
    limits: Limits = field(default_factory=Limits)
    allow_local: bool = False
    trusted: str | None = None
    """A file of certificates to trust in place of the system's."""
    seen: Callable[[str, Reply], object] | None = None
    """Is told the reply at the end of each address's way: who wants to read the page too."""

    def __post_init__(self) -> None:
        self._gone: dict[str, NoAnswerError] = {}
        self._slow: dict[str, int] = {}

    def ask_all(self, addresses: Iterable[str]) -> Iterator[Finding]:
        """What each address is, in the order in which we come to know."""
        by_host: dict[str, list[str]] = {}
        for address in dict.fromkeys(addresses):
            by_host.setdefault(_host(address), []).append(address)
        with ThreadPoolExecutor(max_workers=self.limits.hosts_at_once) as pool:
            try:
                # One round a host at a time, so that each answer is told when it is known, and no host waits for all.
                waiting = {pool.submit(self._next, group) for group in by_host.values()}
                while waiting:
                    done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                    for finding, rest in [future.result() for future in done]:
                        if rest:
                            waiting.add(pool.submit(self._next, rest))
                        yield finding
            except BaseException:  # somebody stopped it: let nobody go on in the background
                self.turns.stop()
                pool.shutdown(wait=False, cancel_futures=True)
                raise

    def _next(self, group: Sequence[str]) -> tuple[Finding, Sequence[str]]:
        return self.ask(group[0]), group[1:]

    def ask(self, address: str) -> Finding:
        """What one address is."""
        hops: list[Hop] = []
        here = as_sent(address)
        session = a_session(self.agent, self.limits.whole, allow_local=self.allow_local, trusted=self.trusted)
        try:
            if not is_askable(here):
                raise NoAnswerError("dead", "that is no address of a web page")
            with session:
                reply = self._reply(session, here)
                while reply.leads_on:
                    here = self._next_step(here, reply, [as_sent(address), *(hop.to for hop in hops)])
                    hops.append(Hop(reply.status, here))
                    reply = self._reply(session, here)
        except NoAnswerError as error:
            way = f"it leads to {here}, and there: " if hops else ""
            return Finding(address, error.state, way + error.why, here if hops else "", bool(hops))
        if self.seen:
            self.seen(address, reply)
        return judge(address, hops, reply)

    def read(self, address: str, most: int) -> bytes:
        """What stands at an address, as JSON: so many bytes of it at most. NoAnswerError, where nobody gives it."""
        here = as_sent(address)
        been: list[str] = []
        session = a_session(self.agent, self.limits.whole, allow_local=self.allow_local, trusted=self.trusted)
        session.headers["Accept"] = "application/json, */*;q=0.5"
        with session:
            if not is_askable(here):
                raise NoAnswerError("dead", "that is no address of a web page")
            reply = self._reply(session, here, whole=most)
            while reply.leads_on:
                been.append(here)
                here = self._next_step(here, reply, been)
                reply = self._reply(session, here, whole=most)
        if reply.status >= FIRST_FAULT:
            raise NoAnswerError("dead", f"it answers with {reply.status}")
        return reply.beginning

    def _reply(self, session: Session, here: str, *, whole: int = 0) -> Reply:
        host = _host(here)
        known = self._gone.get(host)
        if known:
            raise NoAnswerError(known.state, known.why)
        if self._slow.get(host, 0) >= self.limits.slow_answers:
            raise NoAnswerError("slow", f"{host} did not answer before, so this was not asked")
        if not self.allow_local:
            refuse_private(here)
        try:
            return reply_of(session, here, self.limits, self.turns, self.today, whole=whole)
        except NoAnswerError as error:
            if error.host_is_gone:
                self._gone[host] = error
            if error.state == "slow":
                self._slow[host] = self._slow.get(host, 0) + 1
            raise

    def _next_step(self, here: str, reply: Reply, been: Sequence[str]) -> str:
        """The address that a reply sends us to."""
        try:
            there = as_sent(urljoin(here, reply.location).partition("#")[0])
        except ValueError:
            there = ""
        if not is_askable(there):
            raise NoAnswerError("dead", "it sends readers to something that is no web page")
        if there in been:
            raise NoAnswerError("dead", "it sends readers round in a circle")
        if len(been) > self.limits.redirects:
            raise NoAnswerError("dead", f"it sends readers on more than {self.limits.redirects} times")
        return there


def as_sent(address: str) -> str:
    """An address with everything that is not plain ASCII encoded, as a browser sends it; the host stays."""
    scheme, there, rest = address.partition("//")
    host, slash, path = rest.partition("/")
    return scheme.lower() + there + host + slash + quote(path, safe=KEPT)


def is_askable(address: str) -> bool:
    """Whether an address is one of a web page, which a browser would open and a terminal can show."""
    if not address.isprintable():
        return False
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def host_of(address: str) -> str:
    """The name of the host in an address; "" where it is no address."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _host(address: str) -> str:
    return urlsplit(address).netloc.lower() if is_askable(address) else ""
