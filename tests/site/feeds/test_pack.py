"""R35: a table of posts that opens well in a spreadsheet, and runs nothing there."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from generator.site.feeds.all_feeds import packs, planned_pack
from generator.site.feeds.items import feed_items, planned_items
from tests.builders import a_campaign, a_post, a_run, an_edition
from tests.sites import a_picture, a_site

IMAGE = {"file": "images/dating.png", "alt": "Two people at a café."}


def pack_of(*posts: dict[str, object], now: str = "2027-02-10 09:00") -> bytes:
    edition = an_edition(a_campaign(posts=posts, image=IMAGE), now=now, pictures=a_picture())
    (pack,) = packs(edition, feed_items(edition, a_site()))
    assert pack.path == "campaigns/dating-scams/posts.csv"
    return pack.data


def test_r35_a_row_has_all_that_a_scheduler_needs() -> None:
    data = pack_of(a_post(channels=["x"], variants={"x": 'Say "no", then\ncall.'}))
    assert data.startswith(b"\xef\xbb\xbfdate,time,text,link,image,alt,channel\r\n")
    assert list(csv.reader(StringIO(data.decode("utf-8-sig"), newline="")))[1:] == [
        [
            "2027-02-01",
            "09:00",
            'Say "no", then\ncall.',
            "https://help.example.org/campaigns/dating-scams/#dating-scams-launch",
            "https://help.example.org/images/dating.png",
            "Two people at a café.",
            "x",
        ]
    ]


@pytest.mark.parametrize("sign", "=+-@＝＋－＠")
def test_r35_a_cell_is_never_a_formula(sign: str) -> None:
    assert f",'{sign}1+2,".encode() in pack_of(a_post(channels=["x"], text=f"{sign}1+2"))


def test_r35_other_cells_stay_as_they_are() -> None:
    text = "Call 0808 168 9111 - it's free"
    assert f"2027-02-01,09:00,{text},https".encode() in pack_of(a_post(channels=["x"], text=text))


def test_r35_a_later_post_is_not_in_the_table() -> None:
    assert b"later" not in pack_of(a_post(), a_post(id="later", at="2027-02-20 09:00"))


def test_r35_the_table_for_staff_has_what_is_to_come_in_confirmed_runs_alone() -> None:
    runs = [a_run("2027-02-01", "2027-02-28"), {"from": "2027-05-01", "to": "2027-05-09"}]
    runs.append(a_run("2027-06-01", "2027-06-09", called_off="2027-01-20"))
    days = ("02-01", "02-20", "05-02", "06-02")
    posts = [a_post(id=f"p-{day}", at=f"2027-{day} 09:00", channels=["x"]) for day in days]
    posts.append(a_post(id="gone", at="2027-02-21 09:00", channels=["x"], withdrawn="true"))
    campaign = a_campaign(runs=runs, posts=posts)
    items = planned_items(campaign, an_edition(campaign, now="2027-02-10 09:00"), a_site())

    rows = list(csv.reader(StringIO(planned_pack(items).decode("utf-8-sig"), newline="")))[1:]
    assert [row[0] for row in rows] == ["2027-02-20"]
