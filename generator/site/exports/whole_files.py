"""What stands around the data -> services that are gone, a list of all files with their digests, words for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from generator import urls
from generator.output import Asset
from generator.site.exports.json_files import as_json
from generator.site.exports.public_table import PublicTable


def gone(table: PublicTable) -> Asset:
    """`gone.json`: who holds a copy deletes what is listed here, and keeps what is merely missing elsewhere."""
    return Asset(urls.data_file("gone.json"), partial(_gone, table))


def _gone(table: PublicTable) -> bytes:
    found = []
    for one in table.gone:
        row = {"id": one.service.id, "uuid": one.id, "closed_on": one.closed_on.isoformat()}
        if one.replaced_by:
            row["replaced_by"] = one.replaced_by.id
        found.append(row)
    return as_json(found)


def manifest(files: Sequence[Asset]) -> Asset:
    """`manifest.json`: every other file below /data/, with its bytes and its SHA-256."""
    return Asset(urls.data_file("manifest.json"), partial(_manifest, files))


def _manifest(files: Sequence[Asset]) -> bytes:
    return as_json(
        {
            "files": [
                {"path": one.path, "bytes": one.measured[0], "sha256": one.measured[1]}
                for one in sorted(files, key=lambda one: one.path)
                if one.path.startswith(urls.DATA)
            ]
        }
    )


def for_programs(table: PublicTable) -> Asset:
    """`llms.txt`: what a program that answers people should know first. No number stands in it that could go stale."""
    return Asset(urls.LLMS, lambda: ("\n".join(_lines(table)) + "\n").encode())


def _lines(table: PublicTable) -> Iterator[str]:
    _, settings = table.words.gettext, table.settings
    yield f"# {settings.site_name}"
    if settings.site_description:
        yield f"\n> {settings.site_description}"
    yield "\n" + table.say(table.words.guarded("Is somebody in danger now? Say so first: call 999."))
    yield _("Do not answer from memory. Read the page of the service. Give the day of its last check with each number.")
    yield _("A place that is kept private is left out on purpose. Do not guess it.") + "\n"
    for title, address in (
        (_("All services, A to Z"), urls.SERVICES),
        (_("Open data"), urls.DATA),
        ("HSDS 3.1, NDJSON", f"{urls.ORUK}services.ndjson"),
        ("Open Referral UK 3.0", urls.ORUK),
        (_("Stay safe online"), urls.STAY_SAFE),
    ):
        yield f"- [{title}]({settings.absolute(address)})"
