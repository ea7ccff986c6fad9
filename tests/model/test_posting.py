from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.content.loading.shipped import read_channels
from generator.model.campaign import Post
from generator.model.post_previews import Posted, every_posted, surely_fits
from tests.builders import a_post

LINK = "https://help.example.org/campaigns/dating-scams/#launch"
CHANNELS = read_channels()


def posted(language: str = "en", **changes: Any) -> dict[str, Posted]:
    post = Post.model_validate(a_post(**changes))
    return {one.channel: one for one in every_posted(post, CHANNELS, LINK, language)}


def test_a_post_goes_to_every_channel_in_the_order_people_see_them() -> None:
    assert list(posted()) == list(CHANNELS.rules)


def test_a_post_goes_to_its_own_channels_alone() -> None:
    assert list(posted(channels=["bluesky", "x"])) == ["x", "bluesky"]


def test_the_link_comes_below_the_words_and_counts_as_the_channel_counts_it() -> None:
    found = posted(text="Talk to us.")

    assert found["x"].text == f"Talk to us.\n{LINK}"
    assert (found["x"].count, found["x"].link, found["x"].most) == (11 + 1 + 23, 24, 280)
    assert (found["bluesky"].count, found["bluesky"].most_bytes) == (11 + 1 + len(LINK), 3000)
    assert found["mastodon"].count == 35


def test_instagram_takes_no_link_because_none_can_be_followed_there() -> None:
    assert posted(text="Talk to us.")["instagram"].text == "Talk to us."
    assert posted(text="Talk to us.")["instagram"].count == 11


def test_a_variant_takes_the_place_of_the_text() -> None:
    found = posted(text="Talk to us.", variants={"x": "Talk."})

    assert found["x"].text == f"Talk.\n{LINK}"
    assert found["threads"].text == f"Talk to us.\n{LINK}"


def test_the_words_are_those_of_the_site_s_language() -> None:
    assert posted("cy", text={"en": "Talk.", "cy": "Siaradwch."})["instagram"].text == "Siaradwch."


def test_a_limit_is_met_to_the_letter() -> None:
    fits, too_long = posted(text="a" * 256)["x"], posted(text="a" * 257)["x"]

    assert (fits.count, fits.is_too_long) == (280, False)
    assert (too_long.count, too_long.is_too_long) == (281, True)


def test_bytes_have_a_limit_of_their_own() -> None:
    families = posted(text="👩‍👩‍👧‍👦" * 150)["bluesky"]

    assert families.count < 300
    assert families.is_too_long


def test_a_channel_without_a_known_limit_is_never_too_small() -> None:
    nextdoor = posted(text="a" * 5000)["nextdoor"]

    assert (nextdoor.most, nextdoor.is_too_long) == (None, False)


@given(st.text(st.sampled_from("ab .é日👩\u200d"), min_size=90, max_size=300))
def test_what_surely_fits_is_not_too_long_when_somebody_counts(text: str) -> None:
    for name, one in posted(text=f"a{text}a").items():
        words = one.text.removesuffix(f"\n{LINK}")

        assert not (surely_fits(words, CHANNELS.rules[name], LINK) and one.is_too_long)  # type: ignore[index]


def test_a_post_of_usual_length_with_an_address_and_an_emoji_surely_fits_on_x() -> None:
    text = "Help is there. " * 12 + "See victimsupport.org.uk \N{PURPLE HEART}"

    assert surely_fits(text, CHANNELS.rules["x"], LINK)
    assert not surely_fits(text * 2, CHANNELS.rules["x"], LINK)
