from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.content.editing.document import EditError
from generator.content.editing.fields import set_field

CHECK = {"on": "2026-11-20", "by": "Us", "how": "phoned"}
FLOW = "{on: 2026-11-20, by: Us, how: phoned}"


def checked(text: str, value: str | Mapping[str, str] = CHECK) -> str:
    return set_field(text, "s", ("services", 0, "checked"), value)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("    checked: {on: 2025-01-01}   # by phone\n", f"    checked: {FLOW}   # by phone\n"),
        ("    checked:   # soon\n", f"    checked: {FLOW}   # soon\n"),
        ("    checked: soon", f"    checked: {FLOW}"),
        ("    checked:\n      on: 2025-01-01   # a Tuesday\n", f"    checked: {FLOW}   # a Tuesday\n"),
        ("    checked:  # old\n      on: 2025-01-01\n    x: y\n", f"    checked: {FLOW}  # old\n    x: y\n"),
        ("    checked: {on: 2025-01-01,\n      by: Us}  # c\n", f"    checked: {FLOW}  # c\n"),
        ("    checked:\n      {on: 2025-01-01}\n", f"    checked: {FLOW}\n"),
        ("    checked: >-  # folded\n      on\n      two\n\n", f"    checked: {FLOW}  # folded\n\n"),
        ("    name: A\n\n# Next.\n  - id: b\n", f"    name: A\n    checked: {FLOW}\n\n# Next.\n  - id: b\n"),
        ("    name: A\n    # more\n  # b\n", f"    name: A\n    # more\n    checked: {FLOW}\n  # b\n"),
        ("    about: |\n      One.\n\n\n", f"    about: |\n      One.\n    checked: {FLOW}\n\n\n"),
        ("    about: >+\n      One.\n\n", f"    about: >+\n      One.\n\n    checked: {FLOW}\n"),
        ("    name: A", f"    name: A\n    checked: {FLOW}"),
    ],
)
def test_one_field_is_set_and_every_other_line_stays(before: str, after: str) -> None:
    head = "\ufeffservices:  # all\n  - id: a   \n"

    assert checked(head + before) == head + after
    assert checked((head + before).replace("\n", "\r\n")) == (head + after).replace("\n", "\r\n")


def test_a_record_that_has_the_same_fields_on_lines_of_their_own_keeps_them_and_their_comments() -> None:
    text = (
        "services:\n  - id: a\n    checked:\n      on: 2025-01-01  # one\n      # two\n      how: read\n      by: Us\n"
    )

    assert checked(text) == text.replace("2025-01-01", "2026-11-20").replace("read", "phoned")


def test_a_record_between_brackets_gets_the_field_behind_its_last_one() -> None:
    assert checked("services:\n  - {id: a, name: A}  # c\n") == (
        f"services:\n  - {{id: a, name: A, checked: {FLOW}}}  # c\n"
    )
    assert checked("services: [{}]\n") == f"services: [{{checked: {FLOW}}}]\n"


def test_the_check_of_one_contact_is_set_in_that_contact_alone() -> None:
    head = "services:\n  - id: a\n    contact:\n      - phone: 999\n"
    tail = "      - chat: x\n    checked: {}\n"

    assert set_field(head + tail, "s", ("services", 0, "contact", 0, "checked"), CHECK) == (
        f"{head}        checked: {FLOW}\n{tail}"
    )


def test_a_value_that_needs_quotation_marks_gets_them() -> None:
    assert checked("services:\n  - id: a\n", {"by": "Us: the team", "how": "read, then phoned"}) == (
        'services:\n  - id: a\n    checked: {by: "Us: the team", how: "read, then phoned"}\n'
    )


def test_a_field_of_a_campaign_s_record_is_set_and_its_words_stay() -> None:
    assert set_field("---\nid: a\n---\ntitle: no\n", "a.md", ("title",), "Help") == (
        "---\nid: a\ntitle: Help\n---\ntitle: no\n"
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("services: []\n", "s:1:11: there is no services.0 here; nothing was changed"),
        ("services:\n  - a\n", "s:2:5: this is not a record, so no field of it can be set; nothing was changed"),
        ("", "s:1:1: there is no services.0 here; nothing was changed"),
        ("services:\n\t- id: a\n", "s:2:1: there is a tab here; use spaces at the start of a line"),
        (
            "services:\n  - ? checked\n    : old\n",
            "s:2:7: this can't be changed without touching other lines; make the change by hand, on lines of its own",
        ),
    ],
)
def test_what_can_t_be_set_is_refused_with_its_place(text: str, words: str) -> None:
    with pytest.raises(EditError) as refused:
        checked(text)

    assert str(refused.value).startswith(words)
