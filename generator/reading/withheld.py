"""A withheld text's service, place and field -> where its author wrote it. Asked only once it has got out."""

from __future__ import annotations

from pathlib import Path

from generator.model.withheld import Withheld
from generator.problems import Mark, Problem
from generator.reading.content import directory_files
from generator.reading.files import read_text
from generator.reading.source import Source
from generator.settings import Settings


def written_at(root: Path, settings: Settings, one: Withheld) -> Mark | None:
    """The mark of the field in the directory; None where it is not there any more."""
    problems: list[Problem] = []
    for file in directory_files(root, settings):
        source = Source(read_text(root / file, file, problems) or "", file, problems)
        services = source.value.get("services") if isinstance(source.value, dict) else None
        for number, record in enumerate(services if isinstance(services, list) else ()):
            if isinstance(record, dict) and record.get("id") == one.service:
                return source.places.value(("services", number, "places", one.number - 1, one.field))
    return None
