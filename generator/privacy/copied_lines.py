"""A file of records, one a line, in a built folder -> what of it stands in no other file there, and is still to search.

Open data has each record twice: in a file of its own, and as a line. The same bytes need not be searched twice. A line
is passed over only where it is, byte for byte, a file that the search comes to anyway, and where it begins with an id:
so nothing that somebody wrote goes on from the end of one line in the next.
"""

from __future__ import annotations

import re
from pathlib import Path

LINES = ".ndjson"
A_RECORD = re.compile(rb'\{"id":"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})","')
A_PART = re.compile(r"-\d+$")


def without_copies(folder: Path, file: str, data: bytes) -> bytes:
    """The lines of a file that are no file of their own: `services/ID.json`, for one of `services.ndjson`.

    Args:
        folder: the built site.
        file: the path of the file in it.
        data: what the file holds.
    """
    records = folder / A_PART.sub("", file.removesuffix(LINES))
    return b"\n".join(line for line in data.split(b"\n") if line and not _is_a_file(records, line))


def _is_a_file(records: Path, line: bytes) -> bool:
    found = A_RECORD.match(line)
    if found is None:
        return False
    path = records / f"{found[1].decode()}.json"
    return path.is_file() and not path.is_symlink() and path.read_bytes() == line
