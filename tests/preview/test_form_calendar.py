"""The calendar of the form: a run or a post on another day, every other line as it was; not where a rule says no."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from generator.preview.current_site import Answer
from generator.preview.form_gate import PLACE
from generator.preview.forms import digest
from tests.preview.form_site import Staff, said, staff, tree_of
from tests.site_builder import CAMPAIGN

__all__ = ["staff"]
FILE = "campaigns/dating-scams.md"
NOT_YET = CAMPAIGN.replace(", confirmed: {by: Us, on: 2026-11-20, source: the calendar}", "")
RUN, LAST = "run/dating-scams/0", "post/dating-scams-2027-last"


def opened(staff: Staff, year: str = "2027") -> Any:
    answer = staff.forms.answer("GET", f"{PLACE}calendar?year={year}", {})
    assert answer.status == 200
    return tree_of(answer)


def moves(staff: Staff, what: str, day: str, **given: str) -> Answer:
    seen = digest((staff.site.root / FILE).read_bytes().decode())
    sent = {"what": what, "seen": seen, "day": day, **given}
    return staff.forms.answer("POST", f"{PLACE}calendar", {name: [one] for name, one in sent.items()})


def campaign(staff: Staff) -> str:
    return (staff.site.root / FILE).read_bytes().decode()


def told(answer: Answer) -> str:
    return " ".join(tree_of(answer).xpath("//main")[0].text_content().split())


def test_every_run_and_post_stands_in_its_month_and_says_why_it_stays(staff: Staff) -> None:
    page = opened(staff)
    february = " ".join(page.xpath("//section[h2='February 2027']")[0].text_content().split())

    assert len(page.xpath("//section[contains(@class, 'month')]")) == 12
    assert "Dating scams run to 2027-02-28, confirmed It stays there: somebody confirmed these days" in february
    assert "dating-scams-2027-launch post at 09:00 It stays there: its time has come." in february
    assert page.xpath("//form//input[@type='date']/@value") == ["2027-02-27"]
    assert page.xpath("//*[@style] | //*[@onclick] | //script[not(@src)]") == []
    assert opened(staff, "x; 1").xpath("string(//h1)") == "Calendar of 2027"
    assert opened(staff, "99999999").xpath("string(//h1)") == "Calendar of 2027"


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_post_goes_to_another_day_at_its_time_and_nothing_else_changes(staff: Staff, ending: str) -> None:
    commented = CAMPAIGN.replace("    at: 2027-02-27 09:00", "    at: 2027-02-27 09:00   # after pay day")
    staff.site.write(FILE, commented.replace("\n", ending))
    before = campaign(staff)
    answer = moves(staff, LAST, "2027-02-20")

    assert said(answer) == ["Moved to 20 February 2027: dating-scams-2027-last. Every other line is as it was."]
    assert campaign(staff) == before.replace("2027-02-27 09:00", "2027-02-20 09:00")
    assert list(staff.forms.keeping.changed) == [FILE]


def test_its_last_day_comes_along(staff: Staff) -> None:
    staff.site.change(FILE, "    at: 2027-02-27 09:00", "    at: 2027-02-26 09:00\n    latest: 2027-02-27")
    assert moves(staff, LAST, "2027-02-20").status == 200

    assert "    at: 2027-02-20 09:00\n    latest: 2027-02-21\n" in campaign(staff)


def test_a_run_takes_its_end_and_its_posts_along(staff: Staff) -> None:
    staff.site.write(FILE, NOT_YET)
    assert moves(staff, RUN, "2027-03-01").status == 200

    moved = NOT_YET
    for day in ("2027-02-28", "2027-02-27", "2027-02-01"):
        moved = moved.replace(day, str(date.fromisoformat(day) + timedelta(days=28)))
    assert campaign(staff) == moved


@pytest.mark.parametrize(
    ("what", "day", "why"),
    [
        (
            LAST,
            "2027-03-02",
            "this post goes out on 2027-03-02, outside its campaign's runs (2027-02-01 to 2027-02-28)",
        ),
        (LAST, "2027-02-09", "9 February 2027 is over, so nothing would go out then."),
        (LAST, "2027-02-27", "dating-scams-2027-last is on that day already."),
        ("post/dating-scams-2027-launch", "2027-02-20", "dating-scams-2027-launch can't be moved: its time has come."),
        (RUN, "2027-03-01", "Dating scams can't be moved: somebody confirmed these days: change them in its form"),
    ],
)
def test_what_a_rule_refuses_stays_and_is_told(staff: Staff, what: str, day: str, why: str) -> None:
    answer = moves(staff, what, day)

    assert (answer.status, said(answer)[0]) == (422, "Nothing was moved")
    assert why in told(answer)
    assert campaign(staff) == CAMPAIGN


def test_a_post_that_went_out_stays(staff: Staff) -> None:
    row = "post,published\ndating-scams-2027-last,2027-02-09T09:45:00+00:00\n"
    staff.site.write("campaigns/published.csv", row)

    assert "dating-scams-2027-last can't be moved: it went out." in told(moves(staff, LAST, "2027-02-20"))
    assert campaign(staff) == CAMPAIGN


def test_a_file_that_changed_meanwhile_is_not_written(staff: Staff) -> None:
    answer = moves(staff, LAST, "2027-02-20", seen="0" * 64)

    assert (answer.status, "changed after you opened the calendar" in told(answer)) == (409, True)
    assert moves(staff, LAST, "2027-02-20").status == 200
    assert campaign(staff) == CAMPAIGN.replace("2027-02-27", "2027-02-20")


@pytest.mark.parametrize(
    "given",
    [
        {"what": "post/../../mkdocs.yml"},
        {"what": "run/dating-scams/1"},
        {"what": "run/dating-scams/-1"},
        {"what": ""},
        {"day": "2027-02-30"},
        {"day": "27/02/2027"},
        {"day": "9999-12-31"},
        {"day": "0001-01-01"},
        {"file": "mkdocs.yml"},
    ],
    ids=str,
)
def test_what_the_calendar_did_not_offer_is_refused(staff: Staff, given: dict[str, str]) -> None:
    sent = {"what": LAST, "day": "2027-02-20", **given}

    assert moves(staff, sent.pop("what"), sent.pop("day"), **sent).status == 400
    assert campaign(staff) == CAMPAIGN
