from __future__ import annotations

from typing import get_args

from generator.content.loading.shipped import read_channels
from generator.model.campaign import Channel


def test_every_channel_that_a_post_may_go_to_has_its_rules() -> None:
    assert set(read_channels().rules) == set(get_args(Channel))


def test_every_limit_says_where_it_comes_from() -> None:
    for rule in read_channels().rules.values():
        for part in (rule.text, rule.bytes, rule.link_counts, rule.hashtags, rule.alt, rule.image_bytes):
            assert part is None or part.source


def test_what_was_only_recalled_is_not_sure() -> None:
    for rule in read_channels().rules.values():
        for part in (rule.text, rule.alt):
            assert part is None or (part.sure == "no") == part.source.startswith("recalled")


def test_a_link_of_one_price_says_the_price() -> None:
    for rule in read_channels().rules.values():
        assert (rule.link == "fixed") == (rule.link_counts is not None)


def test_our_own_limit_for_alt_text_fits_every_channel() -> None:
    channels = read_channels()

    assert all(rule.alt is None or channels.wording.alt_characters <= rule.alt.most for rule in channels.rules.values())


def test_the_words_that_blame_are_small_letters_in_order_of_their_own() -> None:
    says = [blame.says for blame in read_channels().wording.blame]

    assert says == [one.lower() for one in says]
    assert len(set(says)) == len(says)
