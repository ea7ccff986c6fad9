"""A built site, and what its host takes -> one line where the site is more than that; nothing where it fits."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from generator.content.loading.hosts import HostRule


def over_limits(site: Path, host: HostRule) -> str:
    """What of a site its host will not take, in one line; "" where it takes all of it.

    Args:
        site: the folder that was built.
        host: what its host takes.
    """
    passed = list(_passed(site, host))
    return f"{host.name} takes {'; and '.join(passed)}: see hosts.md in the handbook." if passed else ""


def _passed(site: Path, host: HostRule) -> Iterator[str]:
    files, folders, whole, largest, fullest = 0, 0, 0, (0, ""), (0, "")
    for at, inside, names in os.walk(site):
        where = Path(at)
        files += len(names)
        folders += len(inside)
        sizes = [((where / name).lstat().st_size, (where / name).relative_to(site).as_posix()) for name in names]
        whole += sum(size for size, _ in sizes)
        largest = max((largest, *sizes), key=lambda one: one[0])
        fullest = max(fullest, (len(names) + len(inside), where.relative_to(site).as_posix()), key=lambda one: one[0])
    counted = files + (folders if host.counts == "entries" else 0)
    of_what = "files and folders" if host.counts == "entries" else "files"
    for most, what, found, where_found in (
        (host.files, of_what, counted, "this site"),
        (host.folder, "files in a folder", fullest[0], fullest[1]),
        (host.bytes, "bytes", whole, "this site"),
        (host.file_bytes, "bytes a file", largest[0], largest[1]),
    ):
        if most and found > most.most:
            yield f"{'probably ' if most.sure == 'no' else ''}{most.most:,} {what}, and {where_found} has {found:,}"
