"""A record that stands twice is searched once; whatever differs from its own file by a byte is searched itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.privacy.copied_lines import without_copies
from generator.privacy.scan import leaks

ID = "8a5b0f5e-7a6b-5c4d-9e3f-0a1b2c3d4e5f"
RECORD = f'{{"id":"{ID}","name":"Harbour","description":"We listen."}}'.encode()
SECRET = {"7 Gooseberry Lane": "the address of place 1 of harbour-refuge"}


def a_folder(folder: Path, **files: bytes) -> Path:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def left(folder: Path, lines: bytes, file: str = "data/services.ndjson") -> bytes:
    return without_copies(folder, file, lines)


def test_a_line_that_is_a_file_of_its_own_is_passed_over(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, **{f"data/services/{ID}.json": RECORD})

    assert left(folder, RECORD + b"\n") == b""
    assert left(folder, RECORD + b"\n", "data/services-2.ndjson") == b""


@pytest.mark.parametrize(
    "line",
    [
        RECORD.replace(b"listen", b"listeN"),
        RECORD + b" ",
        b" " + RECORD,
        RECORD.replace(b'"id":', b'"id": '),
        b'{"name":"x"}',
        RECORD.replace(ID.encode(), b"../../../../etc/passwd-aaaa-aaaa-aaa"),
        RECORD.replace(b"8a5b", b"8a5c"),
    ],
)
def test_what_differs_by_a_byte_is_searched(tmp_path: Path, line: bytes) -> None:
    folder = a_folder(tmp_path, **{f"data/services/{ID}.json": RECORD})

    assert left(folder, RECORD + b"\n" + line + b"\n") == line


def test_a_record_that_is_a_link_to_elsewhere_is_no_file_here(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.json"
    elsewhere.write_bytes(RECORD)
    folder = a_folder(tmp_path / "site", **{"data/services/other.json": b"{}"})
    (folder / f"data/services/{ID}.json").symlink_to(elsewhere)

    assert left(folder, RECORD) == RECORD


@pytest.mark.parametrize("twice", [True, False])
def test_a_secret_in_a_line_is_found_in_its_file_or_in_the_line(tmp_path: Path, twice: bool) -> None:
    told = RECORD.replace(b"We listen.", b"Come to 7 Gooseberry Lane.")
    own = told if twice else RECORD
    folder = a_folder(tmp_path, **{f"data/services/{ID}.json": own, "data/services.ndjson": told + b"\n"})
    found = [problem.location.file for problem in leaks(folder, SECRET, (), ())]

    assert found == ([f"data/services/{ID}.json"] if twice else ["data/services.ndjson"])
