"""Each post as each channel will show it, before it goes out."""

from __future__ import annotations

from typing import Any

from generator.content.loading.shipped import read_channels
from generator.model.post_previews import Posted
from generator.site.feeds.items import feed_items, streams
from generator.site.share_images.campaign_pictures import campaign_pictures
from generator.staff.planning.previews import PostPreview, previews
from tests.builders import a_campaign, a_post, an_edition
from tests.sites import a_site, some_picture_words

LINK = "https://help.example.org/campaigns/dating-scams/#dating-scams-launch"
CHANNELS = read_channels()


def preview_of(**changes: Any) -> PostPreview:
    (found,) = previews(a_campaign(posts=[a_post(**changes)]), CHANNELS, some_picture_words())
    return found


def on(channel: str, **changes: Any) -> Posted:
    return next(one for one in preview_of(**changes).shown if one.channel == channel)


def test_a_post_is_shown_on_each_of_its_channels_in_the_words_it_has_there() -> None:
    found = preview_of(channels=["bluesky", "x"], variants={"x": "Talk."})

    assert [(one.name, one.text) for one in found.shown] == [
        ("X", f"Talk.\n{LINK}"),
        ("Bluesky", f"Talk to us first.\n{LINK}"),
    ]


def test_the_count_the_limit_and_what_is_left_are_the_channels_own() -> None:
    x, bluesky = on("x"), on("bluesky")

    assert (x.count, x.most, x.left) == (17 + 24, 280, 239)
    assert (bluesky.count, bluesky.most, bluesky.left) == (17 + 1 + len(LINK), 300, 300 - 18 - len(LINK))


def test_a_text_that_is_too_long_leaves_less_than_nothing() -> None:
    assert (on("x", text="a" * 260).left, on("x", text="a" * 260).is_too_long) == (-4, True)


def test_a_channel_without_a_known_limit_leaves_nothing_to_say() -> None:
    assert (on("nextdoor").most, on("nextdoor").left) == (None, None)


def test_the_link_is_named_on_its_own_and_left_out_where_it_does_not_work() -> None:
    assert (on("x").address, on("instagram").address) == (LINK, None)


def test_the_words_and_links_are_those_that_the_feeds_will_carry() -> None:
    campaign = a_campaign(was=["old-name"], posts=[a_post(variants={"x": "Talk."})])
    edition = an_edition(campaign, now="2027-02-10 09:00")
    (preview,) = previews(campaign, CHANNELS, some_picture_words())

    carried = {
        stream.path: f"{item.text}\n{item.link}"
        for stream in streams(feed_items(edition, a_site()), edition.catalogue, a_site())
        for item in stream.items
    }
    shown = {f"feeds/{one.channel}.xml": one.text for one in preview.shown if one.address}

    assert shown == {path: carried[path] for path in shown}
    assert len(shown) > 5


def test_the_alt_text_is_that_of_the_post_s_picture_else_the_campaign_s() -> None:
    image, own = ({"file": f"images/{name}.png", "alt": f"A {name}."} for name in ("phone", "card"))
    posts = [a_post(image=own), a_post(id="second", at="2027-02-02 09:00")]
    found = previews(a_campaign(image=image, posts=posts), CHANNELS, some_picture_words())

    assert [(one.picture, one.alt) for one in found] == [
        ("images/card.png", "A card."),
        ("images/phone.png", "A phone."),
    ]


def test_a_campaign_without_a_picture_has_the_alt_text_of_the_one_that_we_draw() -> None:
    campaign = a_campaign(title="Met someone online? 💬")
    (drawn, *_) = campaign_pictures(
        an_edition(campaign, now="2027-02-10 09:00"), a_site(), some_picture_words()
    ).by_campaign["dating-scams"]
    (preview,) = previews(campaign, CHANNELS, some_picture_words())

    assert (preview.picture, preview.alt) == (None, drawn.alt)
    assert drawn.alt == "Met someone online? help.example.org. The office"


def test_posts_come_in_the_order_in_which_they_go_out_withdrawn_ones_among_them() -> None:
    posts = [a_post(id="late", at="2027-02-09 09:00"), a_post(id="early", at="2027-02-02 09:00", withdrawn="true")]
    found = previews(a_campaign(posts=posts), CHANNELS, some_picture_words())

    assert [(one.post.id, one.is_withdrawn) for one in found] == [("early", True), ("late", False)]


def test_the_title_is_the_posts_own_else_the_campaigns() -> None:
    assert (preview_of(title="Asked for money?").title, preview_of().title) == ("Asked for money?", "Dating scams")


def test_each_text_stands_once_with_the_channels_that_show_it() -> None:
    found = preview_of(channels=["x", "instagram", "bluesky"], variants={"x": "Talk."})

    assert [(text, [one.name for one in shown]) for text, shown in found.alike] == [
        (f"Talk.\n{LINK}", ["X"]),
        ("Talk to us first.", ["Instagram"]),
        (f"Talk to us first.\n{LINK}", ["Bluesky"]),
    ]


def test_r22_the_reading_age_of_a_post_is_told_to_staff_where_it_can_be_known() -> None:
    assert preview_of(text="You can talk to us. We can help you.").reading_age == 5
    assert preview_of(text="Talk.").reading_age is None
    (welsh,) = previews(a_campaign(), CHANNELS, some_picture_words(site=a_site(language="cy")))
    assert welsh.reading_age is None
