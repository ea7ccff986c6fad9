"""Web and e-mail addresses that nobody may be led to -> where a text, or a built folder, holds one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Generic, Protocol, TypeVar
from urllib.parse import unquote, urlsplit

from generator.diagnostics import Diagnostic, Fault, Location
from generator.model.fields.text import AN_EMAIL
from generator.model.retired_address import RetiredAddress, host_and_path
from generator.privacy.disguises import is_binary, opened, plain, views
from generator.privacy.scan import files_in

MARKUP = re.compile(r"[*_~`\\]|<[^>]{0,500}>|[\[\]](?=[^(]|$)")
"""What a page shows nothing of."""


MAY_HIDE = re.compile(r"[*_~`\\<&%]|[^\x00-\x7f]")


AT = r"(?:@|\s?[(\[]\s?at\s?[)\]]\s?)"
"""What stands between the two parts of an e-mail address, also where somebody hides it from robots: name (at) host."""


class SoughtAddress(Protocol):
    """A record of an address that is looked for."""

    @property
    def address(self) -> str:
        """The address, as its author wrote it."""


T = TypeVar("T", bound=SoughtAddress)


class Addresses(Generic[T]):
    """Addresses that are looked for, made ready once for all texts.

    A site that has ended has ended with all its pages and mail, and a page with what is below it. `exact`: the very
    page alone is meant, and its neighbours are for everyone.
    """

    def __init__(self, sought: Iterable[T], *, exact: bool = False) -> None:
        self.sought = tuple(sought)
        self.hosts = frozenset(host for one in self.sought for host in _hosts(host_and_path(one.address)[0]))
        made = "|".join(f"(?P<a{number}>{_pattern(one.address, exact)})" for number, one in enumerate(self.sought))
        self.pattern = re.compile(made or "(?!)", re.IGNORECASE)

    def may_be_in(self, text: str) -> bool:
        """Whether a closer look is needed."""
        small = text.casefold()
        return any(host in small for host in self.hosts)

    def in_text(self, text: str) -> Iterator[tuple[int, int, T]]:
        """Start, end and record of each place where a text holds one."""
        for hit in self.pattern.finditer(text) if self.sought else ():
            yield hit.start(), hit.end(), self.sought[int(str(hit.lastgroup)[1:])]

    def in_words(self, text: str) -> Iterator[tuple[int, int, T]]:
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


def said_of(shown: str, one: RetiredAddress) -> Fault:
    """What is said of an address that is retired, as it is shown."""
    instead = f"write {one.replaced_by}" if one.replaced_by else "take it out, or find the new one"
    return Fault("address-retired", f"{shown} is a retired address ({one.was})", instead)


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


def _pattern(address: str, exact: bool) -> str:
    host, path = host_and_path(address)
    hosts = "|".join(re.escape(one) for one in _hosts(host))
    if AN_EMAIL.fullmatch(address):
        return rf"(?<![\w.+'-]){re.escape(address.partition('@')[0])}{AT}(?:{hosts})(?![\w-]|\.\w)"
    start = rf"(?<![\w.{'@' if exact else ''}-])(?:www\.)?(?:{hosts})\.?(?::\d+)?"
    query = unquote(urlsplit(address).query)  # forms of one host differ in it alone: ResponsePage.aspx?id=1
    page = (rf"/+{re.escape(path)}" if path else "") + (rf"/*\?{re.escape(query)}" if query else "")
    end = r"(?!/*[^\W_])" if exact else ""
    return rf"{start}{page}{end}(?![\w-]|\.\w)"


def retired_links(folder: Path, retired: Iterable[RetiredAddress]) -> Iterator[Diagnostic]:
    """Each retired address in a file of the output or in its name, once a file.

    Args:
        folder: the built site.
        retired: the addresses that have ended.
    """
    addresses = Addresses(retired)
    for file, path in files_in(folder) if addresses.sought else ():
        data = opened(Path(path).read_bytes())
        told: set[str] = set()
        for text in (file, *([] if is_binary(data) else views(file, data))):
            if not addresses.may_be_in(text):
                continue
            for start, end, one in addresses.in_text(text):
                if one.address not in told:
                    told.add(one.address)
                    line = 1 if text is file else text.count("\n", 0, start) + 1
                    yield Diagnostic(
                        "retired-address-in-output",
                        "error",
                        Location(file, line),
                        f"{text[start:end]} is a retired address, but it is in this file",
                    )
