"""The types of the records of a feed -> its OpenAPI document, which names every field of every file, and no other."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints, is_typeddict

from generator.site.exports import oruk_models as models

PROFILE = "HSDS-UK-3.0"
JSON_TYPES: Mapping[type, str] = {str: "string", float: "number", int: "integer", bool: "boolean"}
LISTS: Mapping[str, tuple[type, type]] = {
    "services": (models.OrukServiceRow, models.OrukService),
    "organizations": (models.OrukOrganizationRow, models.OrukOrganization),
    "taxonomies": (models.OrukTaxonomy, models.OrukTaxonomy),
    "taxonomy_terms": (models.OrukTerm, models.OrukTerm),
    "service_at_locations": (models.OrukMeeting, models.OrukMeetingAlone),
}
"""What each list has a row of, and what a file of its own says of it."""
PAGE: Mapping[str, str] = {
    "total_items": "integer",
    "total_pages": "integer",
    "page_number": "integer",
    "size": "integer",
    "first_page": "boolean",
    "last_page": "boolean",
    "empty": "boolean",
}


def openapi(site: str, address: str) -> dict[str, Any]:
    """The document of a site's feed that stands at an address. Programmers read it: its own words are English.

    Schemas stand where they are used: who compares this document with that of the profile may not follow references.
    There is no parameter `page`, because a site of files has one page of each list.
    """
    paths: dict[str, Any] = {"/": _path("What this feed is", schema(models.OrukAbout))}
    for name, (row, whole) in LISTS.items():
        paths[f"/{name}"] = _path(f"All {name.replace('_', ' ')}, in one page", page(row))
        paths[f"/{name}/{{id}}"] = _path(f"One of the {name.replace('_', ' ')}", schema(whole), by_id=True)
    return {
        "openapi": "3.1.0",
        "x-hsds-version": PROFILE,
        "info": {"title": f"{site}: Open Referral UK 3.0", "version": "1"},
        "servers": [{"url": address}],
        "paths": paths,
    }


def page(row: type) -> dict[str, Any]:
    """The schema of a list."""
    fields: dict[str, Any] = {name: {"type": kind} for name, kind in PAGE.items()}
    fields["contents"] = {"type": "array", "items": schema(row)}
    return {"type": "object", "required": list(fields), "properties": fields}


@cache
def schema(kind: Any) -> dict[str, Any]:
    """The JSON Schema of a type of ours."""
    if is_typeddict(kind):
        fields = {name: schema(hint) for name, hint in get_type_hints(kind, include_extras=True).items()}
        return {"type": "object", "required": sorted(kind.__required_keys__), "properties": fields}
    origin, given = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return {**schema(given[0]), "format": given[1]}
    if origin is Literal:
        return {"type": "string", "enum": list(given)}
    if origin is list:
        return {"type": "array", "items": schema(given[0])}
    if origin is UnionType or kind is NoneType:
        raise TypeError(kind)  # no field is ever null
    return {"type": JSON_TYPES[kind]}


def _path(summary: str, answer: dict[str, Any], *, by_id: bool = False) -> dict[str, Any]:
    operation: dict[str, Any] = {
        "summary": summary,
        "responses": {"200": {"description": summary, "content": {"application/json": {"schema": answer}}}},
    }
    if by_id:
        operation["parameters"] = [
            {"name": "id", "in": "path", "required": True, "schema": {"type": "string", "format": "uuid"}}
        ]
        operation["responses"]["404"] = {"description": "There is no such record"}
    return {"get": operation}
