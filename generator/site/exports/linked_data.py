"""A row of the public table -> JSON-LD in the words of schema.org, for the head of its page; of /data/, the data set.

Of places only the first few are in it, and only those that everyone may find on a map: a name and a position. An
address is on the page and in the tables. An e-mail address has no property of a `ServiceChannel` that would take it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import Any

from markupsafe import Markup

from generator import urls
from generator.model.fields.hours import A_DAY_LONG, DAYS, Hours, Spans
from generator.model.fields.text import Links
from generator.output import Page
from generator.site.exports.catalogue_files import about, data_files, title_of
from generator.site.exports.geojson import on_a_map
from generator.site.exports.licences import licence_of
from generator.site.exports.public_table import PublicService, PublicTable, PublicWay
from generator.site.exports.ways import Ways, as_uri

CONTEXT = "https://schema.org"
Thing = Mapping[str, Any]
MOST_PLACES = 3
"""A page is to be small: the file of all places has them all."""


def with_linked_data(pages: Iterable[Page], table: PublicTable) -> Iterator[Page]:
    """Pages, those of services and of open data with what their heads say to machines."""
    rows = {urls.service(row.service.id): row for row in table.services}
    for page in pages:
        if row := rows.get(page.address):
            yield replace(page, linked_data=partial(linked_data, table, row))
        elif page.address == urls.DATA:
            yield replace(page, linked_data=partial(data_set, table))
        else:
            yield page


def linked_data(table: PublicTable, row: PublicService) -> Markup:
    """What the head of a service's page says to machines."""
    return _script(_service(table, row))


def data_set(table: PublicTable) -> Markup:
    """The same of /data/."""
    settings = table.settings
    page = settings.absolute(urls.DATA)
    licence = licence_of(settings.office.data_licence)
    found: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "Dataset",
        "@id": f"{page}#services",
        "name": title_of(table),
        "description": about(table),
        "identifier": f"{page}#services",
        "url": page,
        "inLanguage": settings.language,
        "creator": {"@type": "Organization", "name": str(settings.office.name)},
        "encodingFormat": sorted({one.media for one in data_files(table)}),
        "distribution": [
            {
                "@type": "DataDownload",
                "name": one.title,
                "encodingFormat": one.media,
                "contentUrl": settings.absolute(one.path),
            }
            for one in data_files(table)
        ],
    }
    if licence:
        found["license"] = licence.link or licence.name
    if table.last_change:
        found["dateModified"] = table.last_change.isoformat()
    return _script(found)


def _script(found: Thing) -> Markup:
    """As the text of a script: whatever somebody wrote, the element does not end in it."""
    text = json.dumps(
        found, ensure_ascii=False, separators=(",", ":"), indent=0
    )  # two braces would look like a template's
    return Markup(text.replace("<", "\\u003c").replace("&", "\\u0026"))  # noqa: S704 # nothing of HTML is left in it


def _service(table: PublicTable, row: PublicService) -> Thing:
    service, say, catalogue = row.service, table.say, table.catalogue
    page = table.settings.absolute(urls.service(service.id))
    owner = catalogue.organisations[service.organisation]
    kinds = [say(catalogue.vocabulary.kinds[one].name) for one in service.every_kind]
    areas = [
        {"@type": "AdministrativeArea", "name": say(catalogue.areas[area].name)} for area in catalogue.areas_of(service)
    ]
    made: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "Service",
        "@id": f"{page}#service",
        "name": say(service.name),
        "url": page,
        "serviceType": _one_or_all(kinds),
        "provider": {"@type": "NGO" if owner.charity else "Organization", "name": say(owner.name)},
        "areaServed": _one_or_all(areas),
        "audience": _audience(table, row),
    }
    ways = Ways(table)
    channels = [_channel(ways, way) for way in row.ways if way.contact.way != "email"]
    channels += [_met_at(say(spot.place.name), *where) for spot, *where in islice(on_a_map(row), MOST_PLACES)]
    if channels:
        made["availableChannel"] = _one_or_all(channels)
    return made


def _met_at(name: str, latitude: float, longitude: float) -> Thing:
    geo = {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}
    return {"@type": "ServiceChannel", "serviceLocation": {"@type": "Place", "name": name, "geo": geo}}


def _audience(table: PublicTable, row: PublicService) -> Thing:
    who = row.service.who
    names = [table.say(table.catalogue.vocabulary.audiences[one].name) for one in who.audiences]
    made: dict[str, Any] = {"@type": "PeopleAudience", "audienceType": _one_or_all(names)}
    if who.ages and who.ages.first is not None:
        made["suggestedMinAge"] = who.ages.first
    if who.ages and who.ages.last is not None:
        made["suggestedMaxAge"] = who.ages.last
    return made


def _channel(ways: Ways, way: PublicWay) -> Thing:
    contact, described = way.contact, ways.described(way.contact)
    made: dict[str, Any] = {"@type": "ServiceChannel", "name": described.name}
    if contact.languages:
        made["availableLanguage"] = list(contact.languages)
    if contact.number is None:
        link = contact.link
        made["serviceUrl"] = as_uri(link.into(ways.table.settings.language) if isinstance(link, Links) else link)
        return made
    shown = contact.number.shown
    point: dict[str, Any] = {
        "@type": "ContactPoint",
        "telephone": f"+44 {shown[1:]}" if shown.startswith("0") else shown,
        "contactType": described.name,
    }
    options = [
        *(["TollFree"] if contact.is_free else []),
        *(["HearingImpairedSupported"] if contact.textphone else []),
    ]
    if options:
        point["contactOption"] = _one_or_all(options)
    if contact.hours:
        point["hoursAvailable"] = _one_or_all(list(_opening(contact.hours)))
    made["serviceSmsNumber" if contact.text else "servicePhone"] = point
    return made


def _opening(hours: Hours) -> Iterator[Thing]:
    """Each span of time with its days. Here a closing time before the opening time is on the day after."""
    days: dict[tuple[str, str], list[str]] = {}
    names = list(DAYS.values())
    for name, spans in zip(names, hours.week.days, strict=True):
        for span in _clocks(spans):
            days.setdefault(span, []).append(name)
    if hours.week.holiday is not None and not hours.week.always:
        for span in _clocks(hours.week.holiday) if hours.week.holiday else [("00:00", "00:00")]:
            days.setdefault(span, []).append("PublicHolidays")
    for (opens, closes), some in days.items():
        yield {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": _one_or_all(some),
            "opens": opens,
            "closes": closes,
        }


def _clocks(spans: Spans) -> Iterator[tuple[str, str]]:
    for start, end in spans:
        last = end % A_DAY_LONG
        closes = "23:59" if last == 0 else f"{last // 60:02}:{last % 60:02}"
        yield f"{start // 60:02}:{start % 60:02}", closes


def _one_or_all(some: Sequence[Any]) -> Any:
    return some[0] if len(some) == 1 else list(some)
