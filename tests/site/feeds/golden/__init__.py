"""The golden feeds' content. Run as a program, it writes them anew: .venv/bin/python -m tests.site.feeds.golden."""

from __future__ import annotations

from generator.edition import Edition
from generator.settings import Settings
from generator.site.feeds.all_feeds import packs
from generator.site.feeds.calendars import public_calendar, staff_calendar
from generator.site.feeds.items import every_post, feed_items, streams
from generator.site.feeds.json_feed import json_feed
from generator.site.feeds.rss import rss
from tests.builders import a_campaign, a_post, a_run, an_edition
from tests.sites import a_picture, a_site


def golden_content() -> tuple[Edition, Settings]:
    """Two campaigns in three posts: pictures and none, winter and summer, & < > quotes, emoji, Arabic and Welsh."""
    dating = a_campaign(
        image={"file": "images/dating.png", "alt": "Two people at a café, one looks at a phone."},
        posts=[
            a_post(title='Dating & scams: "too good" to be true?'),
            a_post(
                id="dating-scams-signs",
                at="2027-02-08 12:00",
                title="3 < 4 signs, and 5 > 4",
                text="Too keen too soon?\nStop. 💬 👩‍👩‍👧\n\nتحدث إلينا أولاً. Siaradwch â ni yn gyntaf: ŵ, ŷ.",
                image={"file": "images/signs.jpg", "alt": "A phone that says ‘don't tell’ & more."},
            ),
            a_post(id="dating-scams-later", at="2027-02-20 12:00", withdrawn="true"),
        ],
    )
    summer = a_campaign(
        id="summer",
        title="Safe in summer",
        about=["hate-crime", "stalking-harassment"],
        runs=[a_run("2027-07-01", "2027-07-31")],
        posts=[
            a_post(id="summer-safety-2027", at="2027-07-01 09:00", text="Tell a friend where you are."),
            a_post(id="summer-safety-later", at="2027-07-02 09:00"),
        ],
    )
    pictures = a_picture() | a_picture("images/signs.jpg", "image/jpeg", 99)
    edition = an_edition(dating, summer, now="2027-07-01 09:30", pictures=pictures)
    site = a_site(site_name="Help & hope in Cumbria")
    return edition, site


def golden_feed() -> bytes:
    """The feed of every post."""
    return golden_files()["campaigns.xml"]


def golden_files() -> dict[str, bytes]:
    """One file of each format, by the name it has here."""
    edition, site = golden_content()
    items = feed_items(edition, site)
    channel = next(one for one in streams(items, edition.catalogue, site) if one.path == "feeds/x.xml")
    (pack, *_) = packs(edition, items)
    return {
        "campaigns.xml": rss(every_post(items, site), site).data,
        "x.xml": rss(channel, site).data,
        "campaigns.json": json_feed(items, site).data,
        "campaigns.ics": public_calendar(edition, site).data,
        "plan.ics": staff_calendar(edition, site),
        "posts.csv": pack.data,
    }
