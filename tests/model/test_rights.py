from __future__ import annotations

import pytest
from pydantic import ValidationError

from tests.standing import a_right, some_rights


def test_rights_know_which_of_them_wait_for_a_report() -> None:
    rights = some_rights(rights=[a_right(1), a_right(2, applies_to="after-a-report"), a_right(3)])

    assert [right.number for right in rights.for_everyone] == [1, 3]
    assert [right.number for right in rights.after_a_report] == [2]


def test_rights_are_numbered_from_one_without_a_gap() -> None:
    with pytest.raises(ValidationError, match="the rights are numbered 1, 3; number them 1, 2, 3 in order"):
        some_rights(rights=[a_right(1), a_right(3)])


def test_every_source_of_the_page_is_named() -> None:
    rights = some_rights(sources=["P116"], must_follow=[{"says": "The police.", "sources": ["P114"]}])

    assert rights.every_source == ("P107", "P107", "P114", "P105", "P116")


def test_a_right_without_a_source_is_refused() -> None:
    with pytest.raises(ValidationError, match="sources"):
        some_rights(rights=[a_right(sources=[])])
