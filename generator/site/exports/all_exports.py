"""The edition of one language -> every file of open data: the whole of it on one screen."""

from __future__ import annotations

from collections.abc import Iterator

from generator.output import Asset
from generator.site.exports.catalogue_files import catalogue_files
from generator.site.exports.geojson import geojson
from generator.site.exports.oruk_feed import oruk_feed
from generator.site.exports.public_table import PublicTable
from generator.site.exports.table_files import table_files
from generator.site.exports.whole_files import for_programs, gone, manifest


def open_data(table: PublicTable) -> Iterator[Asset]:
    """Every file, all of one table."""
    files = [*oruk_feed(table), *table_files(table), *catalogue_files(table), *geojson(table), gone(table)]
    yield from files
    yield manifest(files)
    yield for_programs(table)
