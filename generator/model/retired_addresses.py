"""Web and e-mail addresses that have ended -> where a text holds one, however it is written.

What was a charity's website may be anybody's today: a lapsed name can be bought by whoever wants its visitors.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from pydantic import field_validator

from generator.model.dates import Day
from generator.model.plain import plain
from generator.model.record import Record
from generator.model.text import A_HOST, AN_EMAIL, Label, WebLink
from generator.problems import quoted

MARKUP = re.compile(r"[*_~`\\]|<[^>]{0,500}>|[\[\]](?=[^(]|$)")
"""What a page shows nothing of."""
MAY_HIDE = re.compile(r"[*_~`\\<&%]|[^\x00-\x7f]")
EXAMPLE = "write it as https://www.example.org, https://www.example.org/old or help@example.org"


class RetiredAddress(Record):
    """A web address or an e-mail address that was true once and must never be shown again."""

    address: Label
    """The address that has ended: a site with every page and e-mail address of it, a page with what is below it, or one
    e-mail address."""
    was: Label
    """Whose it was."""
    ended_on: Day | None = None
    """The day on which it ended."""
    replaced_by: WebLink | None = None
    """The address to use instead."""
    source: Label
    """Where it is said that it ended."""

    @field_validator("address")
    @classmethod
    def _is_an_address(cls, address: str) -> str:
        if not AN_EMAIL.fullmatch(address):
            host, _ = _parts(address)
            if not A_HOST.fullmatch(host) or " " in address:
                raise ValueError(f"{quoted(address)} is not a web address or an e-mail address; {EXAMPLE}")
        return address


class RetiredAddresses:
    """Addresses that have ended, made ready once for all texts."""

    def __init__(self, retired: Iterable[RetiredAddress]) -> None:
        self.retired = tuple(retired)
        self.hosts = frozenset(host for one in self.retired for host in _hosts(_parts(one.address)[0]))
        made = "|".join(f"(?P<a{number}>{_pattern(one.address)})" for number, one in enumerate(self.retired))
        self.pattern = re.compile(made or "(?!)", re.IGNORECASE)

    def may_be_in(self, text: str) -> bool:
        """Whether a closer look is needed."""
        small = text.casefold()
        return any(host in small for host in self.hosts)

    def in_text(self, text: str) -> Iterator[tuple[int, int, RetiredAddress]]:
        """Start, end and record of each place where a text holds one."""
        for hit in self.pattern.finditer(text) if self.retired else ():
            yield hit.start(), hit.end(), self.retired[int(str(hit.lastgroup)[1:])]

    def in_words(self, text: str) -> Iterator[tuple[int, int, RetiredAddress]]:
        """The same, also where marks, entities or percent signs disguise it; then only its line is right."""
        seen = set()
        for start, end, one in self.in_text(text):
            seen.add((text.count("\n", 0, start), one.address))
            yield start, end, one
        if not MAY_HIDE.search(text):
            return
        for view in (plain(text), MARKUP.sub("", plain(text))):
            for start, end, one in self.in_text(view):
                line = view.count("\n", 0, start)
                if (line, one.address) not in seen:
                    seen.add((line, one.address))
                    at = len("".join(text.splitlines(keepends=True)[:line]))
                    yield at, min(at + end - start, len(text)), one


def said_of(one: RetiredAddress) -> str:
    """What is said of an address that is retired, behind it."""
    instead = f"write {one.replaced_by}" if one.replaced_by else "take it out, or find the new one"
    return f"is a retired address ({one.was}); {instead}"


def _parts(address: str) -> tuple[str, str]:
    """The host and the path of an address, in small letters, without www and without a sign at the end."""
    if "@" in address and "/" not in address:
        return address.rpartition("@")[2].lower(), ""
    try:
        parts = urlsplit(address if "://" in address else f"https://{address}")
        host = (parts.hostname or "").rstrip(".").removeprefix("www.")
    except ValueError:
        return "", ""
    return host, unquote(parts.path).strip("/").lower()


@lru_cache
def _hosts(host: str) -> tuple[str, ...]:
    """A host as people write it and as machines do: "llinell-tŷ.cymru" and "xn--llinell-t-w1b.cymru"."""
    found = {host}
    try:
        found.add(host.encode("idna").decode("ascii"))
        found.add(host.encode("ascii").decode("idna"))
    except UnicodeError:
        pass
    return tuple(sorted(found))


def _pattern(address: str) -> str:
    host, path = _parts(address)
    hosts = "|".join(re.escape(one) for one in _hosts(host))
    if AN_EMAIL.fullmatch(address):
        return rf"(?<![\w.+'-]){re.escape(address.partition('@')[0])}@(?:{hosts})(?![\w-]|\.\w)"
    start = rf"(?<![\w.-])(?:www\.)?(?:{hosts})\.?(?::\d+)?"
    if not path:
        return rf"{start}(?![\w-]|\.\w)"
    return rf"{start}/+{re.escape(path)}(?![\w-]|\.\w)"
