from __future__ import annotations

from dataclasses import replace

import pytest

from generator.edition import Edition
from generator.output import SharePicture
from generator.settings import Settings
from generator.site.share_images.campaign_pictures import CampaignPictures, campaign_pictures
from tests.builders import a_campaign, a_run, an_edition
from tests.sites import a_site, some_picture_words

IMAGE = {"file": "images/own.png", "alt": "A phone.", "licence": "CC BY 4.0"}
NOW = "2027-02-10 09:00"


def pictures_of(edition: Edition, site: Settings | None = None) -> CampaignPictures:
    site = site or a_site()
    return campaign_pictures(edition, site, some_picture_words(edition, site))


def own(width: int, height: int) -> dict[str, object]:
    from generator.model.campaign import Picture

    return {"images/own.png": Picture("images/own.png", "image/png", 4000, width, height)}


def test_a_campaign_without_a_picture_gets_two_and_a_code() -> None:
    made = pictures_of(an_edition(a_campaign(), now=NOW))
    wide, square = made.by_campaign["dating-scams"]

    assert [download.path for download in made.downloads] == [
        "campaigns/dating-scams/share.png",
        "campaigns/dating-scams/square.png",
        "campaigns/dating-scams/qr.svg",
    ]
    assert replace(wide, measured=wide.size) == SharePicture(
        "campaigns/dating-scams/share.png",
        "image/png",
        len(made.downloads[0].data),
        1200,
        630,
        "Dating scams. help.example.org. The office",
    )
    assert (square.width, square.height) == (1080, 1080)


@pytest.mark.parametrize("title", ["Is it you?", "Stop!", "Help."])
def test_the_words_of_the_picture_are_its_alt_text(title: str) -> None:
    made = pictures_of(an_edition(a_campaign(title=title), now=NOW))

    assert made.by_campaign["dating-scams"][0].alt == f"{title} help.example.org. The office"


def test_emoji_are_left_out_of_a_picture_and_its_alt_text() -> None:
    made = pictures_of(an_edition(a_campaign(title="Help 👩‍👩‍👧 now"), now=NOW))

    assert made.by_campaign["dating-scams"][0].alt == "Help now. help.example.org. The office"


def test_the_picture_is_in_the_site_s_language() -> None:
    campaign = a_campaign(title={"en": "Scams", "cy": "Sgamiau"})
    made = pictures_of(an_edition(campaign, now=NOW), a_site(language="cy"))

    assert made.by_campaign["dating-scams"][0].alt == "Sgamiau. help.example.org. The office"


def test_a_large_picture_of_the_author_s_own_is_taken_as_it_is() -> None:
    edition = an_edition(a_campaign(image=IMAGE), now=NOW, pictures=own(1600, 900))
    made = pictures_of(edition)

    assert made.by_campaign["dating-scams"] == (
        SharePicture("images/own.png", "image/png", 4000, 1600, 900, "A phone.", "CC BY 4.0"),
    )
    assert [download.path for download in made.downloads] == ["campaigns/dating-scams/qr.svg"]


def test_a_small_picture_is_kept_behind_the_ones_that_we_draw() -> None:
    made = pictures_of(an_edition(a_campaign(image=IMAGE), now=NOW, pictures=own(800, 600)))

    assert [picture.width for picture in made.by_campaign["dating-scams"]] == [1200, 1080, 800]


def test_r1_nothing_is_drawn_of_a_campaign_that_may_not_be_seen() -> None:
    unconfirmed = a_campaign(id="unconfirmed", runs=[{"from": "2027-02-01", "to": "2027-02-28"}])
    later = a_campaign(id="later", runs=[a_run("2027-03-01", "2027-03-02")])
    made = pictures_of(an_edition(unconfirmed, later, now=NOW))

    assert (made.downloads, made.by_campaign) == ((), {})


def test_a_title_in_letters_that_we_can_not_draw_has_no_picture_but_a_code() -> None:
    made = pictures_of(an_edition(a_campaign(title="日本"), now=NOW))

    assert made.by_campaign == {"dating-scams": ()}
    assert [download.path for download in made.downloads] == ["campaigns/dating-scams/qr.svg"]


def test_the_same_edition_gives_the_same_bytes() -> None:
    edition = an_edition(a_campaign(), now=NOW)

    assert pictures_of(edition).downloads == pictures_of(edition).downloads


def test_a_campaign_s_design_is_that_of_its_pictures() -> None:
    drawn = {
        design: [one.data for one in pictures_of(an_edition(a_campaign(design=design), now=NOW)).downloads[:2]]
        for design in ("band", "panel", "frame")
    }

    assert len({data for pictures in drawn.values() for data in pictures}) == 6
    assert [one.data for one in pictures_of(an_edition(a_campaign(), now=NOW)).downloads[:2]] == drawn["band"]
