"""A number that nobody else has approved is kept back as one that nobody has checked; all others stay."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.diagnostics import ContentError
from generator.l10n.localise import in_first_language
from generator.preview.snapshot import PreviewDay, look
from tests.approval_site import (
    ALEX,
    CAMPAIGN,
    NUMBER,
    SAM,
    SECOND_NUMBER,
    WORDS,
    TwoPeople,
    git,
    numbers_shown,
    people,
    said,
    waits,
)
from tests.builders import at
from tests.cli.in_process import waymark

__all__ = ["people"]


def test_what_is_there_when_it_begins_waits_for_nobody(people: TwoPeople) -> None:
    assert waits(people) == []
    assert said(people) == {}
    assert numbers_shown(people) == ["0300 303 0554"]
    assert waymark(people.root, ["approve"]).out == "Nothing waits for a second person.\n"
    again = people.approves(ALEX, "--start")
    assert (again.status, "says already that posts, numbers, places" in again.err) == (2, True)


def test_a_new_number_is_not_shown_before_somebody_else_approved_it(people: TwoPeople) -> None:
    people.changes(ALEX, "services.yaml", "    checked: {on: 2026-11-20, by: Comm", SECOND_NUMBER)

    assert waits(people) == [NUMBER]
    assert numbers_shown(people) == ["0300 303 0554"]
    assert "01632960100" in people.edition().withheld_numbers
    assert said(people) == {
        "numbers-wait-for-approval": "services.yaml:16:16: 1 number of victim-support-cumbria waits for a second "
        "person, and is not shown before; somebody else looks at it: waymark approve numbers/victim-support-cumbria"
    }
    own = people.approves(ALEX, NUMBER)
    assert (own.status, own.err) == (
        1,
        f"Nothing was approved: {NUMBER} was changed last by Alex Kim; somebody else must approve it.\n",
    )
    done = people.approves(SAM, NUMBER)
    assert (done.status, done.out.splitlines()) == (
        0,
        [
            f"Numbers of Victim Support ({NUMBER}), changed last by Alex Kim",
            "  phone: 0300 303 0554",
            "  new: Helpline: 01632 960100",
            "Written and kept: approvals.csv, 1 row. Send it on.",
        ],
    )
    assert numbers_shown(people) == ["0300 303 0554", "01632 960100"]
    assert git(people.root, "log", "-1", "--format=%an %s") == f"Sam Reed Approved: {NUMBER}\n"
    assert git(people.root, "status", "--short") == ""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("phone: 03003030554", "phone: 03003030555"),
        ("phone: 03003030554", "text: 03003030554"),
        ("phone: 03003030554", "phone: 03003030554\n        label: Children's line"),
        ("phone: 03003030554", "phone: 03003030554\n        for: professionals"),
    ],
)
def test_another_number_way_or_name_is_another_line(people: TwoPeople, old: str, new: str) -> None:
    people.changes(ALEX, "services.yaml", old, new)

    assert (waits(people), numbers_shown(people)) == ([NUMBER], [])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("phone: 03003030554", "phone: 0300 303 0554"),
        ("hours: 24/7", "hours: Mo-Fr 09:00-17:00"),
        ("summary: Free, private help", "summary: Kind, private help"),
        ("      - phone: 03003030554\n        hours: 24/7\n", "      - website: https://www.example.org/help\n"),
    ],
)
def test_what_is_no_other_number_needs_nobody(people: TwoPeople, old: str, new: str) -> None:
    people.changes(ALEX, "services.yaml", old, new)

    assert waits(people) == []


def test_a_number_goes_back_to_an_earlier_one_only_with_somebody_else(people: TwoPeople) -> None:
    people.changes(ALEX, "services.yaml", "phone: 03003030554", "phone: 03003030555")
    assert people.approves(SAM, NUMBER).status == 0
    people.changes(ALEX, "services.yaml", "phone: 03003030555", "phone: 03003030554")

    assert (waits(people), numbers_shown(people)) == ([NUMBER], [])


def test_a_number_that_waits_stands_in_no_other_words_either(people: TwoPeople) -> None:
    people.changes(ALEX, "services.yaml", "phone: 03003030554", "phone: 03003030555")
    people.changes(ALEX, CAMPAIGN, WORDS, "Call 0300 303 0555.")
    with pytest.raises(ContentError) as refused:
        people.edition()

    assert [str(one) for one in refused.value.problems] == [
        f"{CAMPAIGN}:12:16: 0300 303 0555 waits for a second person, so nobody may see it; take it out, or somebody "
        "else looks at it: waymark approve numbers/victim-support-cumbria"
    ]


def test_due_lists_what_waits(people: TwoPeople) -> None:
    assert "second person" not in waymark(people.root, ["due"]).out
    people.changes(ALEX, "services.yaml", "phone: 03003030554", "phone: 03003030555")

    assert waymark(people.root, ["due"]).out.splitlines()[-4:] == [
        "",
        "1 change waits for a second person:",
        "  numbers/victim-support-cumbria",
        "What each says, and how to approve it: waymark approve",
    ]


def test_a_preview_with_drafts_shows_what_waits_and_one_of_what_is_public_does_not(people: TwoPeople) -> None:
    people.changes(ALEX, "services.yaml", "phone: 03003030554", "phone: 03003030555")
    shown = []
    for drafts in (True, False):
        publication = look(people.root, PreviewDay(at("2027-02-10 09:00"), drafts)).publication
        assert publication
        edition = publication.edition
        shown.append([one.shown for service in edition.catalogue.services for one in edition.contacts(service)])

    assert shown == [["0300 303 0555"], []]


def test_an_own_line_for_danger_waits_and_999_stays(people: TwoPeople) -> None:
    people.changes(ALEX, "services.yaml", 'say: Call 112, phone: "112"', 'say: Call 111, phone: "111"')
    lines = [str(one.say) for one in people.edition().catalogue.emergency]

    assert waits(people) == ["numbers/emergency_lines"]
    assert "Call 111" not in lines
    assert lines[0] == "Call 999"
    assert people.approves(SAM, "numbers/emergency_lines").status == 0
    assert "Call 111" in [str(one.say) for one in people.edition().catalogue.emergency]


def test_a_number_that_waits_is_kept_back_in_every_language(people: TwoPeople) -> None:
    people.changes(ALEX, "services.yaml", "phone: 03003030554", "phone: 03003030555")
    edition = people.edition()
    welsh = replace(edition, catalogue=in_first_language(edition.catalogue, "cy"))

    assert [welsh.contacts(one) for one in welsh.catalogue.services] == [(), ()]
