"""The edition of one language -> every file of open data: the whole of it on one screen."""

from __future__ import annotations

from collections.abc import Iterator

from generator.edition import Edition
from generator.l10n.translations import PoTranslations
from generator.output import Asset
from generator.settings import Settings
from generator.site.exports.oruk_feed import oruk_feed
from generator.site.exports.public_table import PublicTable


def open_data(edition: Edition, settings: Settings, words: PoTranslations) -> Iterator[Asset]:
    """Every file, all of one table."""
    table = PublicTable(edition, settings, words)
    yield from oruk_feed(table)
