"""Where an address led and what the last page says -> a Finding. Nothing is asked here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from html import unescape
from urllib.parse import urlsplit

from publicsuffixlist import PublicSuffixList

from generator.diagnostics import quoted
from generator.staff.link_checker.client import NO_ROBOTS, Reply
from generator.staff.link_checker.result import Finding

A_HOME = re.compile(r"/?(?:(?:en|en-gb|cy)/?)?(?:(?:home|homepage|index|default|welcome)(?:\.\w+)?/?)?", re.IGNORECASE)
A_LOST_PAGE = re.compile(r"/(?:errors?/)?(?:404|(?:page[-_]?)?not[-_]?found)(?:\.\w+)?/?", re.IGNORECASE)
A_TITLE = re.compile(rb"<title\b[^<>]*>([^<]*)", re.IGNORECASE)
SAYS_IT_IS_GONE = re.compile(
    r"\b404\b|\b(?:page|article|content|url|address)\b.{0,20}\b(?:not|can.?t be|cannot be|could not be|no longer)\b"
    r".{0,12}\b(?:found|available|exists?)\b|^\W*not found\b|\bpage (?:has|was) (?:been )?(?:removed|deleted)"
    r"|\baccount (?:has been )?suspended\b",
    re.IGNORECASE,
)
SAYS_IT_IS_FOR_SALE = re.compile(
    r"\b(?:this |the )?domain(?: name)?\b.{0,60}\b(?:for sale|parked|has expired)\b|\bbuy this domain\b"
    r"|\bparked (?:domain|free)\b|\bdomain parking\b",
    re.IGNORECASE,
)
BROKERS = (
    "sedoparking.com",
    "sedo.com",
    "parkingcrew.net",
    "bodis.com",
    "hugedomains.com",
    "afternic.com",
    "dan.com",
    "above.com",
    "parklogic.com",
    "undeveloped.com",
    "domainmarket.com",
    "buydomains.com",
)
"""Where domains that nobody uses any more lead to, and where their pages take their advertising from."""
FROM_A_BROKER = re.compile(rf"//(?:[\w-]+\.)*(?:{'|'.join(map(re.escape, BROKERS))})[/\"']", re.IGNORECASE)
IN_SO_MANY_WORDS = re.compile(
    r"\b(?:this|the) domain(?: name)?(?: [a-z0-9.-]+)? (?:is|may be) for sale\b", re.IGNORECASE
)
OF_MANY = frozenset({"nhs.wales", "nhs.scot", "wordpress.com", "weebly.com", "squarespace.com"})
"""Below these, each name is somebody else's, as below .org.uk; the Public Suffix List does not hold them."""


@dataclass(frozen=True, slots=True)
class Hop:
    """One step on the way: the status that sent us, and where to."""

    status: int
    to: str

    @property
    def is_for_good(self) -> bool:
        """Whether the server asks us to remember the new address."""
        return self.status in (301, 308)


def judge(address: str, hops: Sequence[Hop], reply: Reply) -> Finding:
    """What an address is, from each step of its way and the reply at the end of it."""
    end = hops[-1].to if hops else address
    if _is_a_broker(end):
        return Finding(address, "parked", f"its domain is for sale at {_host(end)}: it is not theirs any more", end)
    status = reply.status
    if reply.is_challenge or status in NO_ROBOTS:
        return Finding(address, "not-asked", f"it lets no program in ({status}); open it yourself", end)
    if status == 429:
        return Finding(address, "not-asked", "it asks us to come back later (429)", end)
    if status in (404, 410):
        return Finding(address, "dead", f"there is no such page ({status})", end)
    if status >= 500:
        return Finding(address, "dead", f"its server has an error ({status}); if that lasts, tell them", end)
    if status >= 400 or 300 <= status < 400:
        return Finding(address, "not-asked", f"its server did not want our question ({status}); open it yourself", end)
    start = reply.beginning.decode("utf-8", "replace")
    if SAYS_IT_IS_FOR_SALE.search(_title(reply.beginning)) or _sells_a_domain(start):
        return Finding(address, "parked", "its page says that the domain is for sale: it is not theirs any more", end)
    if SAYS_IT_IS_GONE.search(_title(reply.beginning)):
        return Finding(address, "soft-404", f"its page is called {quoted(_title(reply.beginning))}", end)
    if hops and A_LOST_PAGE.fullmatch(urlsplit(end).path):
        return Finding(address, "soft-404", f"it leads to {end}, a page for what is lost", end)
    return _where_it_led(address, hops, end)


def _where_it_led(address: str, hops: Sequence[Hop], end: str) -> Finding:
    if not hops:
        return Finding(address, "good")
    if not _is_home(address) and _is_home(end):
        return Finding(address, "home", f"it leads to the first page of {_host(end)}: what was there is gone", end)
    if _owner(address) != _owner(end):
        return Finding(address, "elsewhere", f"it leads to another site, {end}; look whether that is still theirs", end)
    new = address
    for hop in hops:
        if not hop.is_for_good:
            break
        if _owner(hop.to) == _owner(address):  # a counter of clicks on the way is no new address
            new = hop.to
    if new == address:
        return Finding(address, "good", to=end)
    return Finding(address, "moved", f"it has moved; write {new}", new)


def _is_home(address: str) -> bool:
    parts = urlsplit(address)
    return not parts.query and bool(A_HOME.fullmatch(parts.path))


def _host(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")


def _owner(address: str) -> str:
    """The part of a host's name that somebody owns: www.help.example.org.uk -> example.org.uk."""
    host = _host(address).rstrip(".")
    names = host.split(".")
    if names[-1].isdigit():
        return host
    with suppress(UnicodeError):  # a server may write in letters what an author wrote as xn--, or the other way round
        host = host.encode("idna").decode("ascii")
    owned = _public_suffixes().privatesuffix(host) or host
    return ".".join(host.split(".")[-3:]) if owned in OF_MANY else owned


@cache
def _public_suffixes() -> PublicSuffixList:
    return PublicSuffixList()


def _is_a_broker(address: str) -> bool:
    host = _host(address)
    return any(host == name or host.endswith(f".{name}") for name in BROKERS)


def _sells_a_domain(start: str) -> bool:
    """Whether a page takes what it shows from a broker, or says in so many words that its domain is for sale."""
    return bool(FROM_A_BROKER.search(start) or IN_SO_MANY_WORDS.search(start))


def _title(beginning: bytes) -> str:
    found = A_TITLE.search(beginning)
    return " ".join(unescape(found[1].decode("utf-8", "replace")).split()) if found else ""
