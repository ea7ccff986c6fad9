"""The address of a feed, or a file of one -> every service in it as its publisher wrote it, within limits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from generator.staff.open_referral.json_documents import FeedError, read_json
from generator.staff.open_referral.safe_values import record, text

Fetch = Callable[[str], bytes]
"""The bytes that stand at an address. FeedError, where there are none."""
AN_ID = re.compile(r"[\w.:-]{1,100}")
NESTED = (
    "phones",
    "contacts",
    "service_areas",
    "service_at_locations",
    "schedules",
    "regular_schedules",
    "service_taxonomys",
    "attributes",
    "eligibilitys",
)
"""What only a whole record has: of each there may be several."""
GIVES_UP = 3
"""After so many records in a row that could not be had, no other is asked for."""


@dataclass(frozen=True, slots=True)
class FeedLimits:
    """How far we read."""

    pages: int = 500
    documents: int = 3000
    whole_bytes: int = 100_000_000
    seconds: float = 3600.0
    services: int = 10_000


@dataclass
class FeedRecords:
    """What a feed holds."""

    services: list[tuple[str, Mapping[str, Any]]] = field(default_factory=list)
    """Each service, and the address or the file that it came from."""
    told: list[str] = field(default_factory=list)
    """What a reader of the result should know."""


class FeedReader:
    """Reads one feed. It asks for nothing but the list at the address it is given, and the records of that list."""

    def __init__(
        self,
        fetch: Fetch,
        clock: Callable[[], float],
        limits: FeedLimits | None = None,
        say: Callable[[str], None] = lambda _: None,
    ) -> None:
        self.fetch = fetch
        self.clock = clock
        self.limits = limits or FeedLimits()
        self.say = say
        self._documents = 0
        self._bytes = 0
        self._began = clock()

    def read(self, address: str) -> FeedRecords:
        """Every service.

        Raises:
            FeedError: where there is no feed, or more of it than we read.
        """
        found = self._document(address)
        if "version" in record(found) and _rows(found) is None and "name" not in found:
            address = f"{address.rstrip('/').removesuffix('/index.json')}/services"
            found = self._document(address)
        rows = _rows(found)
        feed = FeedRecords()
        if rows is None:
            if not (isinstance(found, dict) and text(found.get("name"))):
                raise FeedError(f"{address} has no list of services; the address of a feed ends in /services")
            feed.services.append((address, found))
            return feed
        if not rows:
            raise FeedError(f"{address} has a list of services, and nothing is in it")
        feed.services = list(self._whole(address, list(self._pages(address, found, feed)), feed))
        return feed

    def _document(self, address: str) -> Any:
        self._documents += 1
        if self._documents > self.limits.documents:
            most = f"{self.limits.documents:,}"
            raise FeedError(f"this takes more than {most} documents; ask whoever keeps it for one file")
        if self.clock() - self._began > self.limits.seconds:
            raise FeedError("this took too long, and was stopped; ask whoever keeps it for one file")
        data = self.fetch(address)
        self._bytes += len(data)
        if self._bytes > self.limits.whole_bytes:
            megabytes = self.limits.whole_bytes // 1_000_000
            raise FeedError(f"this has more than {megabytes} MB in all; ask whoever keeps it for a part of it")
        return read_json(data, address)

    def _pages(self, address: str, first: Any, feed: FeedRecords) -> Iterator[Mapping[str, Any]]:
        """The rows of every page, each service once."""
        total = _total_pages(first)
        if total > self.limits.pages:
            raise FeedError(f"{address} says that it has {total:,} pages, and we read {self.limits.pages:,} at most")
        seen: set[str] = set()
        twice = 0
        for number in range(1, total + 1):
            page = first
            if number > 1:
                if "://" not in address:
                    feed.told.append(f"This is page 1 of {total}. The others are in other files, and were not read.")
                    return
                page = self._document(_at_page(address, number))
            new = False
            for row in _rows(page) or ():
                name = text(row.get("id"))
                if name and name in seen:
                    twice += 1
                    continue
                seen.add(name)
                new = True
                if len(seen) > self.limits.services:
                    most = f"{self.limits.services:,}"
                    raise FeedError(f"{address} has more than {most} services; ask for a part of it")
                yield row
            if not new and number > 1:
                feed.told.append(f"Page {number} of {total} has nothing that is new, so no other was read.")
                break
        if twice:
            feed.told.append(f"{twice} came twice, with one id, and were taken once.")

    def _whole(
        self, address: str, rows: list[Mapping[str, Any]], feed: FeedRecords
    ) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Each service whole, where the list has but a part of it."""
        slim = sum(not _is_whole(row) for row in rows)
        if slim and "://" in address:
            self.say(f"The list has {len(rows)} services. Asking for each of them.")
        failed = lost = 0
        for row in rows:
            name = text(row.get("id"))
            here = _address_of(address, name) if AN_ID.fullmatch(name) and name.strip(".") else ""
            if _is_whole(row) or not here or failed >= GIVES_UP:
                lost += not _is_whole(row)
                yield here or address, row
                continue
            try:
                found = self._document(here)
            except FeedError as error:
                failed, lost = failed + 1, lost + 1
                if failed == 1:
                    feed.told.append(f"{here} could not be had ({error}).")
                yield here, row
                continue
            failed = 0
            if isinstance(found, dict) and text(found.get("id")) == name:
                yield here, found
            else:
                lost += 1
                yield here, row
        if lost:
            feed.told.append(f"Of {lost} services there is no more than the list says: no numbers, hours or areas.")


def _rows(document: Any) -> list[Mapping[str, Any]] | None:
    """The rows of a page, by the name that each version gives them; None where this is no page."""
    rows = document
    if isinstance(document, dict):
        rows = next((document[name] for name in ("contents", "content", "services") if name in document), None)
    return [one for one in rows if isinstance(one, dict)] if isinstance(rows, list) else None


def _total_pages(document: Any) -> int:
    found = record(document)
    try:
        return max(1, int(text(found.get("total_pages", found.get("totalPages", 1))) or 1))
    except ValueError:
        return 1


def _is_whole(row: Mapping[str, Any]) -> bool:
    return any(name in row for name in NESTED)


def _address_of(address: str, name: str) -> str:
    """Where one record of a list stands: /services -> /services/ID, services.json -> services/ID.json."""
    if "://" not in address:
        return f"{address.removesuffix('.json')}/{name}.json"
    parts = urlsplit(address)
    base = parts.path.rstrip("/")
    ending = ".json" if base.endswith(".json") else ""
    path = f"{base.removesuffix(ending)}/{quote(name, safe='')}{ending}"
    return urlunsplit(parts._replace(path=path, query="", fragment=""))


def _at_page(address: str, number: int) -> str:
    parts = urlsplit(address)
    asked = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name != "page"]
    return urlunsplit(parts._replace(query=urlencode([*asked, ("page", str(number))]), fragment=""))
