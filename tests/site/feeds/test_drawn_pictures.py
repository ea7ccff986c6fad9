"""A post without a picture goes out with the one that we drew for its campaign."""

from __future__ import annotations

from generator.output import SharePicture
from generator.site.feeds.items import Enclosure, feed_items
from tests.builders import a_campaign, an_edition
from tests.sites import a_picture, a_publication, a_site, download_at

DRAWN = {"dating-scams": (SharePicture("campaigns/dating-scams/share.png", "image/png", 9, 1200, 630, "Dating"),)}
IMAGE = {"file": "images/dating.png", "alt": "Two people."}
NOW = "2027-02-10 09:00"


def test_r14_the_drawn_picture_is_the_enclosure_where_an_author_gave_none() -> None:
    (item,) = feed_items(an_edition(a_campaign(), now=NOW), a_site(), DRAWN)

    link = "https://help.example.org/campaigns/dating-scams/share.png"
    assert item.picture == Enclosure(link, "image/png", 9, "Dating")


def test_r14_an_author_s_own_picture_comes_first() -> None:
    (item,) = feed_items(an_edition(a_campaign(image=IMAGE), now=NOW, pictures=a_picture()), a_site(), DRAWN)

    assert item.picture is not None
    assert item.picture.link == "https://help.example.org/images/dating.png"


def test_r14_the_length_in_the_feed_is_the_size_of_the_file() -> None:
    publication = a_publication(a_campaign())
    file = download_at("campaigns/dating-scams/share.png", publication)

    assert f'length="{len(file)}"' in download_at("feeds/campaigns.xml", publication).decode()
