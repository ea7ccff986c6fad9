"""The public table -> every file below /data/oruk/: lists of one page, a file a record, and the same a line each.

Open Referral asks at `/services` and `/services/ID`. A folder can't hold a file and a folder of one name, so the files
are `services.json` and `services/ID.json`, and a host leads from the one to the other (`_redirects`, `deploy/`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from generator import urls
from generator.output import Asset
from generator.site.exports.json_files import as_json
from generator.site.exports.openapi import openapi
from generator.site.exports.oruk_models import OrukAbout
from generator.site.exports.oruk_service import OrukRecords
from generator.site.exports.public_table import PublicTable
from generator.site.exports.taxonomies import Taxonomies

PROFILE_PAGE = "https://docs.openreferraluk.org/en/latest/"
IN_A_PART = 1000
"""Services in one file of lines: some hosts take none over 25 MB, and one with many hours has 15 kB."""
Record = Mapping[str, Any]


def oruk_feed(table: PublicTable) -> Iterator[Asset]:
    """Every file of the feed."""
    settings = table.settings
    taxonomies = Taxonomies(table)
    records = OrukRecords(table, taxonomies)
    yield Asset(f"{urls.ORUK}index.json", partial(_about, table))
    yield Asset(
        f"{urls.ORUK}openapi.json",
        lambda: as_json(openapi(settings.site_name, settings.absolute(urls.ORUK).rstrip("/"))),
    )
    whole = [_file("services", row.id, partial(records.service, row), is_part=True) for row in table.services]
    yield _list("services", lambda: [records.service_row(row) for row in table.services])
    yield from lines(whole)
    bodies = {uuid: partial(records.organization, name) for name, (uuid, _) in table.organisations.items()}
    yield _list("organizations", lambda: [records.organization_row(name) for name in table.organisations])
    yield from (_file("organizations", uuid, body) for uuid, body in bodies.items())
    yield _list("taxonomies", lambda: list(taxonomies.lists.values()))
    for taxonomy in taxonomies.lists.values():
        yield _file("taxonomies", taxonomy["id"], partial(dict, taxonomy))
    terms = [term for some in taxonomies.terms.values() for term in some.values()]
    yield _list("taxonomy_terms", lambda: terms)
    for term in terms:
        yield _file("taxonomy_terms", term["id"], partial(dict, term))
    places = records.places
    met = {table.meeting_id(row, spot): (row, spot) for row in table.services for spot in row.spots}
    yield _list("service_at_locations", lambda: [places.brief(*at) for at in met.values()])
    for uuid, at in met.items():
        yield _file("service_at_locations", uuid, partial(places.alone, *at))


def lines(whole: Sequence[Asset]) -> Iterator[Asset]:
    """Every service in a file of its own, and as a line, in as many files as hosts want, each behind those in it.

    The first of the latter has the name that never changes.
    """
    for number, start in enumerate(range(0, max(len(whole), 1), IN_A_PART), 1):
        name = f"services-{number}" if number > 1 else "services"
        part = whole[start : start + IN_A_PART]
        yield from part
        yield Asset(f"{urls.ORUK}{name}.ndjson", partial(_lines, part))


def _lines(whole: Sequence[Asset]) -> bytes:
    made = b"".join(one.data + b"\n" for one in whole)
    for one in whole:
        one.let_go()
    return made


def _about(table: PublicTable) -> bytes:
    settings = table.settings
    about: OrukAbout = {
        "version": "HSDS-UK-3.0",
        "profile": PROFILE_PAGE,
        "openapi_url": settings.absolute(f"{urls.ORUK}openapi.json"),
        "publisher": {"name": table.say(settings.office.name), "url": settings.office.website or settings.site_url},
        "data_guide": settings.absolute(urls.DATA),
    }
    return as_json(about)


def _file(name: str, uuid: str, record: Callable[[], Record], *, is_part: bool = False) -> Asset:
    return Asset(f"{urls.ORUK}{name}/{uuid}.json", lambda: as_json(record()), is_part=is_part)


def _list(name: str, rows: Callable[[], Sequence[Record]]) -> Asset:
    return Asset(f"{urls.ORUK}{name}.json", lambda: as_json(_page(rows())))


def _page(rows: Sequence[Record]) -> Record:
    return {
        "total_items": len(rows),
        "total_pages": 1,
        "page_number": 1,
        "size": len(rows),
        "first_page": True,
        "last_page": True,
        "empty": not rows,
        "contents": rows,
    }
