"""No file of a built site holds an address that is retired, whatever wrote it there."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from generator.model.retired_address import RetiredAddress
from generator.privacy.address_search import retired_links

OLD = RetiredAddress.model_validate({"address": "https://old.example.org", "was": "Harbour", "source": "a letter"})


@pytest.mark.parametrize(
    ("file", "data"),
    [
        ("index.html", b'<p>Help</p>\n<a href="https://www.old.example.org/x">Harbour</a>'),
        ("a.json", b'\n{"link": "https:\\/\\/old.example.org\\/"}'),
        ("feed.xml", b"\n<link>https://l.example.com/?u=https%3A%2F%2Fold.example.org</link>"),
        ("a.html", b'\n<a href="mailto:a&#64;old.example.org">Write</a>'),
        ("a.csv", b"\nname,OLD.EXAMPLE.ORG"),
        ("a.js.gz", gzip.compress(b'\nfetch("//old.example.org")', mtime=0)),
    ],
)
def test_a_retired_address_is_found_in_any_file(tmp_path: Path, file: str, data: bytes) -> None:
    (tmp_path / file).write_bytes(data)
    (problem,) = retired_links(tmp_path, [OLD])

    assert (problem.location.file, problem.location.line) == (file, 2)
    assert problem.text.endswith("is a retired address, but it is in this file")


def test_a_site_without_one_is_good_and_nothing_is_read_where_nothing_is_retired(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("https://new.example.org https://old.example.org.uk", encoding="utf-8")

    assert list(retired_links(tmp_path, [OLD])) == []
    assert list(retired_links(tmp_path / "nowhere", [])) == []
