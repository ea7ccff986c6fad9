"""Tables -> CSV files, and what says how to read them: CSVW beside each, and one Data Package for all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from generator import urls
from generator.output import Asset, csv_table
from generator.site.exports.json_files import as_json
from generator.site.exports.licences import Licence, licence_of
from generator.site.exports.public_table import PublicTable
from generator.site.exports.tables import DataColumn, DataTable, data_tables

CSVW = "http://www.w3.org/ns/csvw"


def table_files(table: PublicTable) -> Iterator[Asset]:
    """Each table, its description, and the package of all."""
    tables = data_tables(table)
    licence = licence_of(table.settings.office.data_licence)
    for one in tables:
        yield Asset(urls.data_file(f"{one.name}.csv"), partial(_csv, one))
        described = partial(_csvw, one, table.settings.language, licence)
        yield Asset(urls.data_file(f"{one.name}.csv-metadata.json"), described)
    yield Asset(urls.data_file("datapackage.json"), partial(_package, table, tables, licence))


def _csv(table: DataTable) -> bytes:
    return csv_table([column.name for column in table.columns], table.rows())


def _csvw(table: DataTable, language: str, licence: Licence | None) -> bytes:
    made: dict[str, Any] = {
        "@context": [CSVW, {"@language": language}],
        "url": f"{table.name}.csv",
        "dc:title": table.title,
        "dialect": {"header": True, "encoding": "utf-8"},
        "tableSchema": {"primaryKey": list(table.key), "columns": list(map(_csvw_column, table.columns))},
    }
    if licence:
        made["dc:license"] = {"@id": licence.link} if licence.link else licence.name
    return as_json(made)


def _csvw_column(column: DataColumn) -> Mapping[str, Any]:
    datatype: Any = {"string": "string", "uuid": "string", "integer": "integer", "uri": "anyURI"}.get(column.kind)
    if column.kind == "date":
        datatype = {"base": "date", "format": "yyyy-MM-dd"}
    if column.among:
        datatype = {"base": "string", "format": "|".join(column.among)}
    made = {"name": column.name, "titles": column.name, "datatype": datatype}
    return {**made, "required": True} if column.required else made


def _package(table: PublicTable, tables: Sequence[DataTable], licence: Licence | None) -> bytes:
    made: dict[str, Any] = {
        "name": "services-for-people-harmed-by-crime",
        "title": table.settings.site_name,
        "homepage": table.settings.absolute(urls.DATA),
        "resources": [_resource(one) for one in tables],
    }
    if licence:
        made["licenses"] = [licence.in_package]
    return as_json(made)


def _resource(table: DataTable) -> Mapping[str, Any]:
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": table.title,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": list(map(_field, table.columns)),
            "missingValues": [""],
            "primaryKey": list(table.key),
        },
    }


def _field(column: DataColumn) -> Mapping[str, Any]:
    made: dict[str, Any] = {"name": column.name, "type": "string"}
    if column.kind in ("date", "integer"):
        made["type"] = column.kind
    elif column.kind in ("uuid", "uri"):
        made["format"] = column.kind
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.among:
        constraints["enum"] = list(column.among)
    return {**made, "constraints": constraints} if constraints else made
