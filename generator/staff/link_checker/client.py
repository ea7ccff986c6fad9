"""One address -> one reply, or NoAnswerError: HEAD, then the beginning of the page; patient, and polite."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import requests
from urllib3.exceptions import HTTPError

from generator.staff.link_checker.result import NoAnswerError
from generator.staff.link_checker.transport import InsideError, Limits, Turns, private

NO_ROBOTS = (401, 403, 407, 451, 999)


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server said: the status, where it sends us, and the beginning of a page."""

    status: int
    location: str = ""
    beginning: bytes = b""
    kind: str = ""
    """What kind of document it says it is: "text/html; charset=utf-8"."""
    is_challenge: bool = False
    """Whether it wants to see a person first."""
    wait: float | None = None
    """The seconds after which it lets us ask again, where it says so."""

    @property
    def leads_on(self) -> bool:
        """Whether it sends us to another address."""
        return self.status in (301, 302, 303, 307, 308) and bool(self.location)


def reply_of(
    session: requests.Session,
    address: str,
    limits: Limits,
    turns: Turns,
    today: Callable[[], datetime],
    *,
    whole: int = 0,
) -> Reply:
    """Ask until there is an answer, or until it makes no sense to ask again.

    NoAnswerError: no answer, or one from which nobody can tell whether readers get in. `today` is the time of day,
    aware, for servers that name the moment from which they may be asked again. `whole`: so many bytes are read of what
    stands there; 0: whether it answers is asked, and the beginning of a page.
    """
    host = urlsplit(address).netloc.lower()
    for number in range(limits.tries):
        last = number + 1 == limits.tries
        wait = limits.backoff * 2**number
        try:
            if whole:
                with turns.of(host):
                    reply = _send(session, "GET", address, replace(limits, beginning=whole), turns, today)
            else:
                reply = _head_then_get(session, address, host, limits, turns, today)
        except NoAnswerError as error:
            if last or not error.may_pass:
                raise
        else:
            if (reply.status < 500 and reply.status != 429) or reply.status in NO_ROBOTS:
                return reply
            if last or reply.is_challenge or (reply.wait or 0) > limits.longest_wait:
                return reply
            wait = max(wait, reply.wait or 0)
        turns.sleep(wait)
    raise AssertionError("a last try always returns or raises")


def _head_then_get(
    session: requests.Session, address: str, host: str, limits: Limits, turns: Turns, today: Callable[[], datetime]
) -> Reply:
    try:
        with turns.of(host):
            first = _send(session, "HEAD", address, limits, turns, today)
    except NoAnswerError as error:
        if error.host_is_gone or not error.may_pass:
            raise
    else:
        if first.leads_on or first.status == 429 or (first.status < 400 and "html" not in first.kind):
            return first
    with turns.of(host):
        return _send(session, "GET", address, limits, turns, today)


def _send(
    session: requests.Session, method: str, address: str, limits: Limits, turns: Turns, today: Callable[[], datetime]
) -> Reply:
    """Send one request."""
    began = turns.clock()
    times = (limits.connect, limits.read)
    try:
        with session.request(method, address, stream=True, timeout=times, verify=session.verify) as response:
            beginning = _beginning(response, limits.beginning) if method == "GET" else b""
            said = response.headers
            reply = Reply(
                response.status_code,
                _readable(said.get("Location", "")),
                beginning,
                said.get("Content-Type", "").lower(),
                said.get("cf-mitigated", "") == "challenge",
                _seconds(said.get("Retry-After", ""), today),
            )
    except (requests.RequestException, HTTPError, OSError, ValueError) as error:
        took_long = turns.clock() - began >= limits.whole
        raise _why(error, urlsplit(address).hostname or address, took_long) from error
    if turns.clock() - began >= limits.whole:  # it was cut, and what came may be the half of it
        raise slow()
    return reply


def _beginning(response: requests.Response, most: int) -> bytes:
    """The first bytes of a page; whatever more it sends, nobody reads."""
    found = bytearray()
    while len(found) < most:
        part = response.raw.read1(most - len(found), decode_content=False)
        if not part:
            break
        found += part
    return bytes(found)


def _readable(location: str) -> str:
    """Headers come as Latin-1; servers mean UTF-8."""
    try:
        return location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return location


def _seconds(text: str, today: Callable[[], datetime]) -> float | None:
    """Retry-After: seconds, or the moment itself."""
    if text.strip().isdigit():
        return float(text.strip()[:9])
    try:
        moment = parsedate_to_datetime(text)
    except (TypeError, ValueError):
        return None
    return max(0.0, (moment.replace(tzinfo=moment.tzinfo or UTC) - today()).total_seconds())


def _why(error: BaseException, host: str, took_long: bool) -> NoAnswerError:
    """What went wrong, from the innermost cause that we know."""
    causes = list(_causes(error))
    for cause in causes:
        if isinstance(cause, InsideError):
            return private(f"{host} ({cause})")
        if isinstance(cause, socket.gaierror):
            return NoAnswerError("dead", f"there is no host named {host}", may_pass=True, host_is_gone=True)
        if isinstance(cause, ssl.SSLCertVerificationError):
            why = cause.verify_message or "nobody we trust has signed it"
            return NoAnswerError("certificate", f"browsers warn of its certificate: {why}", host_is_gone=True)
    if took_long or any(isinstance(cause, TimeoutError | requests.Timeout) for cause in causes):
        return slow()
    for cause in causes:
        if isinstance(cause, ssl.SSLError):
            return NoAnswerError("certificate", "it does not speak https as browsers do", may_pass=True)
        if isinstance(cause, ConnectionRefusedError):
            return NoAnswerError("dead", f"{host} takes no connection", may_pass=True)
        if isinstance(cause, requests.exceptions.ProxyError):
            return NoAnswerError("not-asked", "the proxy of this network would not ask it")
    if isinstance(error, requests.exceptions.InvalidURL | ValueError) and not isinstance(
        error, requests.ConnectionError
    ):
        return NoAnswerError("dead", "that is no address of a web page")
    return NoAnswerError("dead", f"{host} hangs up, or answers what is no web page", may_pass=True)


def slow() -> NoAnswerError:
    """What an address is that takes too long."""
    return NoAnswerError("slow", "it did not answer in time", may_pass=True)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An exception and what lies behind it; libraries put it in `reason`, in their arguments, or behind `from`."""
    waiting, seen = [error], set()
    while waiting:
        one = waiting.pop(0)
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        inside = (one.__cause__, one.__context__, getattr(one, "reason", None), *one.args)
        waiting += [cause for cause in inside if isinstance(cause, BaseException)]
