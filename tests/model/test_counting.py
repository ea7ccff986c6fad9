from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.loading.shipped import read_channels
from generator.model.character_counts import (
    at_most,
    count,
    emoji,
    hashtags,
    hashtags_inside,
    is_camel_case,
    sentences,
    size,
    starts_with_emoji,
    words,
)

RULES = read_channels().rules
FAMILY = "👩‍👩‍👧‍👦"
LINK = "https://help.example.org/campaigns/dating-scams/#launch"
COUNTED = ("x", "bluesky", "mastodon", "threads")


@pytest.mark.parametrize(
    ("text", "x", "bluesky", "mastodon", "threads"),
    [
        ("", 0, 0, 0, 0),
        ("Help", 4, 4, 4, 4),
        (FAMILY, 2, 1, 1, 25),
        ("👍🏽", 2, 1, 1, 8),
        ("🏴󠁧󠁢󠁷󠁬󠁳󠁿", 2, 1, 1, 28),
        ("victimsupport.org.uk", 23, 20, 20, 20),
        ("See nhs.uk/sarcs.", 28, 17, 17, 17),
        ("é", 1, 1, 1, 1),
        ("e\u0301", 1, 1, 1, 2),
        ("tŷ", 2, 2, 2, 2),
        ("日本", 4, 2, 2, 2),
        ("“It’s £5”", 9, 9, 9, 9),
        (LINK, 23, 55, 23, 55),
        (f"Look: {LINK}.", 30, 62, 30, 62),
        (f"{LINK} {LINK}", 47, 111, 47, 111),
        ("a\nb", 3, 3, 3, 3),
        ("9.30am, call 101.", 17, 17, 17, 17),
        ("First.Then", 10, 10, 10, 10),
        ("Help 💜", 7, 6, 6, 9),
        ("1️⃣ 🇬🇧 ☎️", 8, 5, 5, 23),
        ("© ™", 5, 3, 3, 3),
        ("Siaradwch â ni: ŵ, ŷ", 20, 20, 20, 20),
        ("مساعدةٌ", 7, 6, 6, 7),
        ("@help@mastodon.social hello", 27, 27, 11, 27),
        ("@help hello", 11, 11, 11, 11),
        ("help@example.org", 16, 16, 16, 16),
    ],
)
def test_r19_each_channel_counts_in_its_own_way(text: str, x: int, bluesky: int, mastodon: int, threads: int) -> None:
    assert [count(text, RULES[name]) for name in COUNTED] == [x, bluesky, mastodon, threads]  # type: ignore[index]


def test_r19_a_family_has_25_bytes() -> None:
    assert size(FAMILY) == 25


PLAIN = st.text(st.sampled_from("abc ABC é£ŵ‘’“”–-,;!?'()&%+/0123456789\n.:"))
PARTS = [*"ab. :/#@1", "👩", "\u200d", "\ufe0f", "日", "://", ".com", "https://a.org/", "\ud800", "\r\n"]
ANYTHING = st.text() | st.lists(st.sampled_from(PARTS)).map("".join)


@given(ANYTHING, st.sampled_from(COUNTED))
def test_any_text_can_be_counted(text: str, channel: str) -> None:
    assert count(text, RULES[channel]) >= 0  # type: ignore[index]


@given(PLAIN)
def test_plain_words_are_counted_as_the_library_does(text: str) -> None:
    from generator.model import character_counts

    normal = unicodedata.normalize("NFC", text)

    assert count(text, RULES["x"]) == character_counts._twitter_text().parse_tweet(normal).weightedLength


@given(ANYTHING, st.sampled_from(sorted(RULES)))
def test_a_text_is_never_longer_than_it_is_said_to_be_at_most(text: str, channel: str) -> None:
    rule = RULES[channel]  # type: ignore[index]

    assert count(text, rule) <= at_most(text, rule)


@given(ANYTHING, ANYTHING)
def test_two_lines_are_never_much_longer_or_shorter_than_each_alone(one: str, other: str) -> None:
    for channel in ("bluesky", "threads"):
        rule = RULES[channel]  # type: ignore[index]
        apart = count(one, rule) + count(other, rule)

        assert apart <= count(f"{one}\n{other}", rule) + 2
        assert count(f"{one}\n{other}", rule) <= apart + 1


@given(st.text(st.sampled_from("abcd é"), max_size=50), st.text(st.sampled_from("abcd é"), max_size=50))
def test_words_without_surprises_add_up_on_every_channel(one: str, other: str) -> None:
    for rule in RULES.values():
        assert count(one + other, rule) == count(one, rule) + count(other, rule)


@pytest.mark.parametrize(
    ("hashtag", "good"),
    [
        ("HateCrimeAwarenessWeek", True),
        ("NationalHCAW", True),
        ("hatecrimeawarenessweek", False),
        ("Hatecrimeawarenessweek", False),
        ("HATECRIMEWEEK", False),
        ("hateCrime", False),
        ("Consent", True),
        ("BSL", True),
        ("مساعدة", True),
        ("16Days", True),
    ],
)
def test_r20_a_hashtag_begins_each_word_with_a_capital(hashtag: str, good: bool) -> None:
    assert is_camel_case(hashtag) is good


def test_r20_hashtags_are_found_and_numbers_and_links_are_none() -> None:
    assert hashtags(f"We are #1. {LINK} (#SpeakUp) C#Major #SpeakUp2 #ŴynIach") == ["SpeakUp", "SpeakUp2", "ŴynIach"]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Help is there. #HateCrime", []),
        ("Help is there.\n\n#HateCrime #SpeakUp ", []),
        ("#HateCrime is a crime.", ["HateCrime"]),
        ("Say #HateCrime aloud. #SpeakUp", ["HateCrime"]),
    ],
)
def test_r20_hashtags_stand_at_the_end(text: str, inside: list[str]) -> None:
    assert hashtags_inside(text) == inside


def test_r21_an_emoji_is_what_a_reader_sees_as_one() -> None:
    assert emoji(f"a {FAMILY} 1️⃣ © ™ 🇬🇧 #5 ☎️ !") == [FAMILY, "1️⃣", "🇬🇧", "☎️"]


@pytest.mark.parametrize(("text", "starts"), [("💜 Help", True), (" 💜", True), ("Help 💜", False), ("", False)])
def test_r21_an_emoji_may_be_the_first_sign(text: str, starts: bool) -> None:
    assert starts_with_emoji(text) is starts


def test_r22_sentences_end_at_stops_and_lines_and_leave_out_hashtags() -> None:
    text = "“Is it you?” It is not your fault.\nCall 101. #SpeakUp #HateCrime"

    assert list(sentences(text)) == ["“Is it you?", "It is not your fault.", "Call 101."]


@pytest.mark.parametrize(
    ("sentence", "number"),
    [("Call us on 08 08 16 89 111 – free.", 5), ("", 0), ("One two", 2), ("Men's Advice Line", 3)],
)
def test_r22_a_phone_number_is_one_word(sentence: str, number: int) -> None:
    assert words(sentence) == number
