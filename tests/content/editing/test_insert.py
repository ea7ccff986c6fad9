from __future__ import annotations

import pytest

from generator.content.editing.document import EditError
from generator.content.editing.insert import insert

NEW = "- id: new\n  name: New\n"


def in_services(text: str, *entries: str) -> str:
    return insert(text, "services.yaml", "services", entries or (NEW,))


def test_a_record_goes_behind_the_last_one_as_far_in_as_the_others() -> None:
    text = "services:\n    - id: a   # first\n    - id: b\n\n# The end.\nsources: {}\n"

    assert in_services(text) == (
        "services:\n    - id: a   # first\n    - id: b\n    - id: new\n      name: New\n\n# The end.\nsources: {}\n"
    )


def test_hyphens_at_the_left_edge_stay_there() -> None:
    assert in_services("services:\n- id: a\n") == "services:\n- id: a\n- id: new\n  name: New\n"


def test_comments_in_and_above_a_record_come_along_and_blank_lines_get_no_spaces() -> None:
    entry = "# Asked for by the hub.\n- id: new   # permanent\n  about: |\n    One.\n\n    Two.\n"

    assert in_services("services:\n  - id: a\n", entry) == (
        "services:\n  - id: a\n"
        "  # Asked for by the hub.\n  - id: new   # permanent\n    about: |\n      One.\n\n      Two.\n"
    )


def test_records_with_blank_lines_between_them_get_one_more() -> None:
    assert in_services("services:\n  - id: a\n\n  # b\n  - id: b\n", NEW, "- id: newer\n") == (
        "services:\n  - id: a\n\n  # b\n  - id: b\n\n  - id: new\n    name: New\n\n  - id: newer\n"
    )


def test_comments_that_stand_as_far_in_as_the_records_belong_to_the_section() -> None:
    text = "services:\n  - id: a\n\n  # - id: later\n\n# Sources.\nsources: {}\n"

    assert in_services(text) == (
        "services:\n  - id: a\n\n  # - id: later\n  - id: new\n    name: New\n\n# Sources.\nsources: {}\n"
    )


def test_blank_lines_that_are_part_of_the_last_text_stay_in_it() -> None:
    text = "services:\n  - id: a\n    about: |+\n      Words.\n\n\nsources: {}\n"

    assert in_services(text) == (
        "services:\n  - id: a\n    about: |+\n      Words.\n\n\n  - id: new\n    name: New\nsources: {}\n"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "services:\n  - id: new\n    name: New\n"),
        ("# Only a remark.", "# Only a remark.\n\nservices:\n  - id: new\n    name: New"),
        ("services:\n", "services:\n  - id: new\n    name: New\n"),
        ("services:   # none\n\nareas: {}\n", "services:   # none\n  - id: new\n    name: New\n\nareas: {}\n"),
        ("services: []   # none\nareas: {}", "services:   # none\n  - id: new\n    name: New\nareas: {}"),
        ("services: [ ]  \n", "services:  \n  - id: new\n    name: New\n"),
        ("services: [\n  # none\n]\n", "services: [{id: new, name: New}\n  # none\n]\n"),
        ("services: [{id: a}]   # one\n", "services: [{id: a}, {id: new, name: New}]   # one\n"),
        ("{services: []}\n", "{services: [{id: new, name: New}]}\n"),
        ("{areas: {}}\n", "{areas: {}, services: [{id: new, name: New}]}\n"),
        ("areas: {}\n", "areas: {}\n\nservices:\n  - id: new\n    name: New\n"),
        ("a: b\nareas:\n- c\n", "a: b\nareas:\n- c\nservices:\n  - id: new\n    name: New\n"),
        ("---\nareas: {}\n...\n# End.\n", "---\nareas: {}\n\nservices:\n  - id: new\n    name: New\n...\n# End.\n"),
        ("emergency:\n- say: x\nservices:\n", "emergency:\n- say: x\nservices:\n- id: new\n  name: New\n"),
    ],
)
def test_a_section_that_is_empty_missing_or_between_brackets_takes_a_record_too(text: str, expected: str) -> None:
    assert in_services(text) == expected


def test_records_with_their_id_in_front_go_into_their_section() -> None:
    text = "areas:\n  uk: {name: United Kingdom}\n\nservices: []\n"

    assert insert(text, "services.yaml", "areas", ["kent: {name: Kent, within: uk}\n"]) == (
        "areas:\n  uk: {name: United Kingdom}\n  kent: {name: Kent, within: uk}\n\nservices: []\n"
    )


def test_a_list_inside_a_record_takes_one_more() -> None:
    text = "services:\n  - id: a\n    contact:\n      - phone: 999\n    areas: [uk]\n  - id: b\n"
    longer = "services:\n  - id: a\n    contact:\n      - phone: 999\n      - chat: x\n    areas: [uk]\n  - id: b\n"

    assert insert(text, "services.yaml", ("services", 0, "contact"), ["- chat: x"]) == longer


def test_a_list_that_is_missing_in_a_record_is_made_at_its_end() -> None:
    text = "services:\n  - id: a\n    name: A\n  - id: b\n"

    assert insert(text, "services.yaml", ("services", 0, "contact"), ["- chat: x"]) == (
        "services:\n  - id: a\n    name: A\n    contact:\n      - chat: x\n  - id: b\n"
    )


def test_in_a_campaign_the_record_at_the_top_is_changed_and_the_words_stay() -> None:
    text = "---\r\nid: a\r\nruns: []\r\n---\r\nWords: here.\r\n\r\n---\r\nposts: no\r\n"

    assert insert(text, "campaigns/a.md", "posts", ["- id: p\n  at: 2027-02-01 09:00"]) == (
        "---\r\nid: a\r\nruns: []\r\nposts:\r\n  - id: p\r\n    at: 2027-02-01 09:00\r\n---\r\n"
        "Words: here.\r\n\r\n---\r\nposts: no\r\n"
    )


def test_line_endings_the_byte_order_mark_and_a_missing_last_newline_stay_as_they_are() -> None:
    assert in_services("\ufeffservices:\r\n  - id: a") == "\ufeffservices:\r\n  - id: a\r\n  - id: new\r\n    name: New"
    assert in_services("a: b\r\nservices:\n  - id: a\n") == "a: b\r\nservices:\n  - id: a\n  - id: new\n    name: New\n"


def test_nothing_to_add_changes_nothing() -> None:
    assert insert("services: [ ]", "services.yaml", "services", []) == "services: [ ]"


@pytest.mark.parametrize(
    ("text", "section", "entry", "words"),
    [
        ("areas:\n  kent: {name: Kent}\n", "areas", "kent: {}", 's:2:3: "kent" is already an id here; choose another'),
        (
            "areas:\n  kent:\n",
            "areas",
            "kent: {name: Kent}",
            's:2:3: "kent" is already an id here; choose another',
        ),
        ("services:\n  a: b\n", "services", NEW, 's:1:1: "services" is not a list here; mend it first, then add to it'),
        ("areas:\n  - a\n", "areas", "kent: {}", 's:1:1: "areas" is a list here; mend it first, then add to it'),
        ("services:\n\t- a\n", "services", NEW, "s:2:1: there is a tab here; use spaces at the start of a line"),
        ("- a\n", "services", NEW, "s:1:1: there is no services here; nothing was changed"),
        ("services: x\n", "services", NEW, 's:1:1: "services" is not a list here; mend it first, then add to it'),
    ],
)
def test_what_can_t_be_added_is_refused_with_its_place(text: str, section: str, entry: str, words: str) -> None:
    with pytest.raises(EditError) as refused:
        insert(text, "s", section, [entry])

    assert str(refused.value).startswith(words)


def test_a_campaign_that_never_closes_is_refused() -> None:
    with pytest.raises(EditError) as refused:
        insert("---\nid: a\n", "a.md", "posts", ["- id: p"])

    assert str(refused.value) == "a.md:1:1: the record that starts here never closes; add a line of --- below it"


@pytest.mark.parametrize("entry", ["", "words", "- a\n- b\n", "a: b\nc: d\n", "- [", "- a: b\n- c: d"])
def test_what_is_not_one_entry_is_the_caller_s_mistake(entry: str) -> None:
    with pytest.raises(ValueError, match="this is not one entry"):
        in_services("services: []\n", entry)
