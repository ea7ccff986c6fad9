from __future__ import annotations

import pytest
from pydantic import ValidationError

from generator.model.sources import Cited, Document, cited, codes_in

REPORT = Document(title="A report", date="4 July 2022", kind="report")
PAGE = Document(title="A page", date="Undated", kind="charity", link="https://example.org/page")
KNOWN = {"S000": REPORT, "P04": PAGE}


@pytest.mark.parametrize(
    ("label", "codes"),
    [
        ("P04", [("P04", "")]),
        ("S000 2.2, P04", [("S000", "2.2"), ("P04", "")]),
        ("S000 2.2; P104", [("S000", "2.2"), ("P104", "")]),
        ("the calendar", []),
        ("https://example.org/P/2027", []),
    ],
)
def test_a_source_names_its_codes_and_the_parts_behind_them(label: str, codes: list[tuple[str, str]]) -> None:
    assert list(codes_in(label)) == codes


def test_each_document_is_cited_once_with_all_the_parts_that_were_used() -> None:
    assert cited(["S000 2.2", "P04", "S000 2.3, P04", None], KNOWN) == (
        Cited("S000", ("2.2", "2.3"), REPORT),
        Cited("P04", (), PAGE),
    )


def test_words_that_are_no_code_stay_words() -> None:
    assert cited(["their annual report"], KNOWN) == (Cited("their annual report"),)


def test_a_link_to_a_source_is_private() -> None:
    with pytest.raises(ValidationError, match="a source's link begins with https://"):
        Document(title="A page", date="Undated", kind="charity", link="http://example.org")
