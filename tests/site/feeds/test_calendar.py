"""Runs -> iCalendar, read back by the library and looked at byte by byte. Numbers: feeds.md section 8."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import icalendar
import pytest

from generator.model.campaign import Campaign
from generator.site.build import publish
from generator.site.feeds.calendars import Reminder, public_calendar, reminders_calendar, staff_calendar
from tests.builders import CONFIRMED, a_campaign, a_run, an_edition
from tests.sites import ROOT, a_site, download_at

NOW = "2027-02-10 09:00"


def bytes_of(*campaigns: Campaign, now: str = NOW) -> bytes:
    return public_calendar(an_edition(*campaigns, now=now), a_site()).data


def events(data: bytes) -> list[Any]:
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


@pytest.mark.parametrize(
    ("first", "last", "end"),
    [
        ("2027-02-01", "2027-02-01", date(2027, 2, 2)),
        ("2027-02-01", "2027-02-07", date(2027, 2, 8)),
        ("2027-02-01", "2027-02-28", date(2027, 3, 1)),
        ("2026-12-31", "2027-01-01", date(2027, 1, 2)),
        ("2024-02-29", "2024-02-29", date(2024, 3, 1)),
        ("2026-10-25", "2026-10-25", date(2026, 10, 26)),
    ],
)
def test_r27_the_end_is_the_day_after_the_last(first: str, last: str, end: date) -> None:
    (event,) = events(bytes_of(a_campaign(runs=[a_run(first, last)])))
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date.fromisoformat(first), end)


def test_r27_a_run_that_moved_keeps_its_uid_and_counts_one_more() -> None:
    before = a_campaign(runs=[a_run("2027-02-01", "2027-02-07")])
    after = a_campaign(id="renamed", was=["dating-scams"], runs=[a_run("2027-02-08", moved=["2027-01-20"])])
    found = [events(bytes_of(one))[0] for one in (before, after)]
    assert [str(one["uid"]) for one in found] == ["dating-scams-run-1@example.org"] * 2
    assert [int(one["sequence"]) for one in found] == [0, 1]
    assert [one["dtstamp"].to_ical() for one in found] == [b"20261120T000000Z", b"20270120T000000Z"]


def test_r27_two_runs_have_two_uids_whatever_the_order_of_their_days() -> None:
    runs = [a_run("2027-02-05", "2027-02-06"), a_run("2027-01-05", "2027-01-06")]
    assert [str(one["uid"]) for one in events(bytes_of(a_campaign(runs=runs)))] == [
        "dating-scams-run-2@example.org",
        "dating-scams-run-1@example.org",
    ]


def test_r28_lines_end_with_crlf_are_folded_and_split_no_letter() -> None:
    long = "ŵ👩‍👩‍👧, ; \\ تحدث إلينا أولاً " * 9
    data = bytes_of(a_campaign(summary=long.strip() + "."))
    lines = data.split(b"\r\n")
    assert lines.pop() == b""
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    assert [line.decode() for line in lines] != []
    assert str(events(data)[0]["description"]) == long.strip() + "."


def test_r28_durations_are_durations() -> None:
    lines = bytes_of().split(b"\r\n")
    assert b"X-PUBLISHED-TTL:PT12H" in lines
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT12H" in lines


def test_r29_the_public_calendar_has_confirmed_and_announced_runs_alone() -> None:
    runs = [
        a_run("2027-02-01", "2027-02-07"),
        a_run("2027-06-01", "2027-06-07", announce="2027-02-10"),
        a_run("2027-07-01", "2027-07-07"),
        {"from": "2027-02-09", "to": "2027-02-12"},
    ]
    starts = [one.decoded("dtstart") for one in events(bytes_of(a_campaign(runs=runs)))]
    assert starts == [date(2027, 2, 1), date(2027, 6, 1)]


def test_r29_r30_the_staff_calendar_has_every_run_and_marks_those_to_confirm() -> None:
    runs = [a_run("2027-02-01", "2027-02-07"), {"from": "2027-09-01", "to": "2027-09-07"}]
    found = events(staff_calendar(an_edition(a_campaign(runs=runs), now=NOW), a_site()))
    assert [(str(one["summary"]), str(one["status"])) for one in found] == [
        ("Dating scams", "CONFIRMED"),
        ("Dating scams (date to confirm)", "TENTATIVE"),
    ]


OFF = a_campaign(runs=[a_run("2027-02-01", "2027-02-28", moved=["2027-01-10"], called_off="2027-02-10")])


@pytest.mark.parametrize("now", ["2027-02-10 00:00", "2027-05-11 23:59"])
def test_r27_a_run_that_was_called_off_is_cancelled_for_90_days(now: str) -> None:
    (event,) = events(bytes_of(OFF, now=now))
    assert (str(event["status"]), int(event["sequence"]), str(event["uid"])) == (
        "CANCELLED",
        2,
        "dating-scams-run-1@example.org",
    )
    assert (event["dtstamp"].to_ical(), str(event["summary"])) == (
        b"20270210T000000Z",
        "Called off: Dating scams",
    )


def test_r27_after_90_days_a_cancelled_run_is_gone_from_both_calendars() -> None:
    edition = an_edition(OFF, now="2027-05-12 00:00")
    assert (events(public_calendar(edition, a_site()).data), events(staff_calendar(edition, a_site()))) == ([], [])


def test_r29_a_run_called_off_before_the_public_knew_of_it_was_never_in_their_calendar() -> None:
    unknown = a_campaign(runs=[a_run("2027-02-11", announce="2027-02-08", called_off="2027-02-08")])
    edition = an_edition(unknown, now=NOW)
    assert events(public_calendar(edition, a_site()).data) == []
    assert [str(one["status"]) for one in events(staff_calendar(edition, a_site()))] == ["CANCELLED"]


def test_a_run_called_off_says_so_in_the_words_of_the_sites_language_and_one_that_is_not_does_not() -> None:
    welsh = {"Called off: %(title)s": "Gohiriwyd: %(title)s"}
    on = a_campaign(id="other", posts=[], runs=[a_run("2027-02-02", "2027-02-28")])
    data = public_calendar(an_edition(OFF, on, now=NOW), a_site(), lambda text: welsh.get(text, text)).data
    assert [str(one["summary"]) for one in events(data)] == ["Gohiriwyd: Dating scams", "Dating scams"]


def test_the_site_has_its_calendar_in_its_own_language(tmp_path: Path) -> None:
    words = tmp_path / "overrides" / "words"
    shutil.copytree(ROOT / "overrides", tmp_path / "overrides")
    words.joinpath("cy.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Plural-Forms: nplurals=6; plural=(n == 0 ? 0 : n == 1 ? 1 : n == 2 ? 2 : n == 3 ? 3 : n == 6 ? 4 : 5);\\n"\n'
        '\nmsgid "Called off: %(title)s"\nmsgstr "Gohiriwyd: %(title)s"\n',
        encoding="utf-8",
    )
    edition = an_edition(OFF, now=NOW)
    found = publish(edition.catalogue, a_site(language="cy"), edition.now, tmp_path)
    assert "SUMMARY:Gohiriwyd: Dating scams" in download_at("feeds/campaigns.ics", found).decode()


def test_no_calendar_names_a_method_which_would_need_an_organiser_in_every_event() -> None:
    """RFC 5546, 3.2.1. libical 3.0.16 gives such a file X-LIC-ERROR lines, and `icalrestriction_check` says no."""
    edition = an_edition(OFF, a_campaign(id="other", posts=[]), now=NOW)
    reminder = Reminder("a", date(2027, 2, 1), "Ask", "Ask them.")
    for data in (
        public_calendar(edition, a_site()).data,
        staff_calendar(edition, a_site()),
        reminders_calendar("due", [reminder], a_site(), edition.now),
    ):
        calendar = icalendar.Calendar.from_ical(data)
        assert ("method" in calendar, len(calendar.walk("VEVENT")) > 0) == (False, True)


def test_an_event_blocks_no_time_and_leads_to_its_campaign() -> None:
    (event,) = events(bytes_of(a_campaign(runs=[a_run(confirmed=CONFIRMED)])))
    assert (str(event["transp"]), str(event["url"])) == (
        "TRANSPARENT",
        "https://help.example.org/campaigns/dating-scams/",
    )


def test_r9_r10_two_moments_without_a_change_give_the_same_bytes() -> None:
    assert bytes_of(a_campaign(), now=NOW) == bytes_of(a_campaign(), now="2028-01-01 09:00")
