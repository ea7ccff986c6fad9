"""The public table -> DCAT as Turtle and as JSON-LD, of the same triples, and `data.json` for harvesters."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator import urls
from generator.output import Asset
from generator.site.exports.geojson import FILE, MEDIA
from generator.site.exports.json_files import as_json
from generator.site.exports.licences import licence_of
from generator.site.exports.public_table import PublicTable

PREFIXES: Mapping[str, str] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"


@dataclass(frozen=True, slots=True)
class Link:
    """Something that has an address."""

    address: str


@dataclass(frozen=True, slots=True)
class TaggedText:
    """Words of a language; or a day, of no language."""

    words: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing, its class, and what is said of it. One without an address stands inside another."""

    kind: str
    says: Sequence[tuple[str, Link | TaggedText | Thing]]
    address: str = ""


Said = tuple[str, Link | TaggedText | Thing]


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file to fetch, or the address of a feed."""

    name: str
    title: str
    media: str
    path: str
    is_feed: bool = field(default=False)


def catalogue_files(table: PublicTable) -> Iterator[Asset]:
    """Each writing of the catalogue."""
    yield Asset(urls.data_file("catalog.ttl"), lambda: _turtle(_things(table)))
    yield Asset(urls.data_file("catalog.jsonld"), lambda: as_json(_json_ld(_things(table))))
    yield Asset(urls.DATA_JSON, lambda: as_json([_for_harvesters(table)]))


def data_files(table: PublicTable) -> tuple[DataFile, ...]:
    """What there is to fetch."""
    _ = table.words.gettext
    tables = (
        ("services", _("Services")),
        ("contacts", _("Ways to reach services")),
        ("places", _("Places to go")),
        ("campaigns", _("Campaigns")),
    )
    return (
        *(
            DataFile(f"{name}-csv", f"{title} (CSV)", "text/csv", urls.data_file(f"{name}.csv"))
            for name, title in tables
        ),
        DataFile("oruk", "Open Referral UK 3.0, HSDS 3.1 (JSON)", "application/json", urls.ORUK, is_feed=True),
        DataFile("services-ndjson", "HSDS 3.1 (NDJSON)", "application/x-ndjson", f"{urls.ORUK}services.ndjson"),
        *(
            [DataFile("places-geojson", f"{_('Places to go')} (GeoJSON)", MEDIA, urls.data_file(FILE))]
            if table.has_map
            else []
        ),
        DataFile("package", "Data Package (JSON)", "application/json", urls.data_file("datapackage.json")),
    )


def title_of(table: PublicTable) -> str:
    """What the data is, without who publishes it: a harvester takes 65 characters."""
    return table.words.gettext("Services for people harmed by crime")


def about(table: PublicTable) -> str:
    """What is in it, and what is not."""
    return table.words.gettext(
        "Who helps after a crime, and how to reach them. Places that are kept private are left out."
    )


def _things(table: PublicTable) -> list[Thing]:
    settings, language = table.settings, table.settings.language
    page, office = settings.absolute(urls.DATA), settings.absolute("#office")

    def text(words: str) -> TaggedText:
        return TaggedText(words, language)

    _ = table.words.gettext
    licence = licence_of(settings.office.data_licence)
    says: list[Said] = [
        ("dct:title", text(title_of(table))),
        ("dct:description", text(about(table))),
        ("dct:identifier", TaggedText("services")),
        ("dct:publisher", Link(office)),
        ("dcat:landingPage", Link(page)),
        *(("dcat:keyword", text(word)) for word in _("victims|crime|help").split("|")),
    ]
    if table.last_change:
        says.append(("dct:modified", TaggedText(table.last_change.isoformat())))
    if licence:
        says.append(("dct:license", Link(licence.link)) if licence.link else ("dct:rights", text(licence.name)))
    if settings.office.corrections:
        contact: list[Said] = [
            ("vcard:fn", text(settings.office.name)),
            ("vcard:hasEmail", Link(f"mailto:{settings.office.corrections}")),
        ]
        says.append(("dcat:contactPoint", Thing("vcard:Organization", contact)))
    files = data_files(table)
    says += (("dcat:distribution", Link(f"{page}#{one.name}")) for one in files)
    catalogue: list[Said] = [
        ("dct:title", text(_("Open data"))),
        ("dct:description", text(about(table))),
        ("dct:publisher", Link(office)),
        ("dcat:dataset", Link(f"{page}#services")),
    ]
    return [
        Thing("dcat:Catalog", catalogue, f"{page}#catalogue"),
        Thing("foaf:Organization", [("foaf:name", text(settings.office.name))], office),
        Thing("dcat:Dataset", says, f"{page}#services"),
        *(_distribution(one, table, f"{page}#{one.name}", text(one.title)) for one in files),
    ]


def _distribution(one: DataFile, table: PublicTable, address: str, title: TaggedText) -> Thing:
    where, is_registered = Link(table.settings.absolute(one.path)), "/x-" not in one.media
    says: list[Said] = [
        ("dct:title", title),
        ("dcat:accessURL" if one.is_feed else "dcat:downloadURL", where),
        *([("dcat:mediaType", Link(f"{MEDIA_TYPES}{one.media}"))] if is_registered else []),
    ]
    return Thing("dcat:Distribution", says, address)


def _turtle(things: Sequence[Thing]) -> bytes:
    lines = [f"@prefix {name}: <{address}> ." for name, address in PREFIXES.items()]
    lines += (f"<{thing.address}> {_in_turtle(thing)} ." for thing in things)
    return ("\n".join(lines) + "\n").encode()


def _in_turtle(thing: Thing) -> str:
    return " ;\n  ".join([f"a {thing.kind}", *(f"{name} {_value(value)}" for name, value in thing.says)])


def _value(value: Link | TaggedText | Thing) -> str:
    if isinstance(value, Thing):
        return f"[ {_in_turtle(value)} ]"
    if isinstance(value, Link):
        return f"<{value.address}>"
    words = json.dumps(value.words, ensure_ascii=False).replace("\x7f", "\\u007F")
    if value.language:
        return f"{words}@{value.language}"
    return f"{words}^^xsd:date" if _is_a_day(value) else words


def _is_a_day(value: TaggedText) -> bool:
    return value.words[:1].isdigit() and not value.language


def _json_ld(things: Sequence[Thing]) -> Mapping[str, Any]:
    return {"@context": dict(PREFIXES), "@graph": [{"@id": one.address, **_node(one)} for one in things]}


def _node(thing: Thing) -> dict[str, Any]:
    node: dict[str, Any] = {"@type": thing.kind}
    for name, value in thing.says:
        node.setdefault(name, []).append(_in_json(value))
    return node


def _in_json(value: Link | TaggedText | Thing) -> Any:
    if isinstance(value, Thing):
        return _node(value)
    if isinstance(value, Link):
        return {"@id": value.address}
    if value.language:
        return {"@value": value.words, "@language": value.language}
    return {"@value": value.words, "@type": "xsd:date"} if _is_a_day(value) else value.words


def _for_harvesters(table: PublicTable) -> Mapping[str, Any]:
    settings = table.settings
    licence = licence_of(settings.office.data_licence)
    found: dict[str, Any] = {
        "title": title_of(table),
        "description": about(table),
        "identifier": settings.absolute(f"{urls.DATA}#services"),
        "landingPage": settings.absolute(urls.DATA),
        "keyword": table.words.gettext("victims|crime|help").split("|"),
        "publisher": {"name": str(settings.office.name)},
        "distribution": [
            {
                "title": one.title,
                "accessURL" if one.is_feed else "downloadURL": settings.absolute(one.path),
                "mediaType": one.media,
            }
            for one in data_files(table)
        ],
    }
    if table.last_change:
        found["modified"] = table.last_change.isoformat()
    if licence:
        found["license"] = licence.link or licence.name
    if settings.office.corrections:
        found["contactPoint"] = {"fn": str(settings.office.name), "hasEmail": f"mailto:{settings.office.corrections}"}
    return found
