"""What a channel would refuse or a screen reader make nonsense of: the exact words, at the exact place."""

from __future__ import annotations

import pytest

from generator.content.checks.unquoted_hashtags import lost_hashtags
from generator.content.loading.campaigns import read_campaign
from generator.model.campaign import Picture
from tests.builders import a_campaign_file, said
from tests.checks_of import broken_posts

A_POST = ("posts:", "  - id: launch", "    at: 2027-02-01 09:00")
LINK = len("https://help.example.org/campaigns/dating-scams/#launch")


def wrong(*lines: str, pictures: dict[str, Picture] | None = None, **fields: str) -> list[str]:
    found, problems = read_campaign(a_campaign_file(*lines, **fields), "campaigns/1.md")
    assert found is not None, problems
    return said(broken_posts([found], pictures))


def wrong_text(text: str, *lines: str) -> list[str]:
    """What is wrong with a post's text, which stands on line 9."""
    return wrong(*A_POST, f'    text: "{text}"' if "#" in text else f"    text: {text}", *lines)


def test_a_text_that_fits_is_good() -> None:
    assert wrong_text("Talk to us first. #DatingScams") == []


def test_r18_a_text_over_the_limit_of_one_channel_names_it_and_its_count() -> None:
    assert wrong_text("a" * 245) == [
        f"campaigns/1.md:9:11: this has 301 characters on Bluesky, {LINK + 1} of them for its link; the most is 300: "
        "shorten it, or write other words for bluesky under variants"
    ]


def test_a_text_over_several_limits_is_named_for_each() -> None:
    named = {problem.split(" on ")[1].split(",")[0] for problem in wrong_text("a" * 480)}

    assert named == {"Bluesky", "Mastodon", "Threads", "X"}


def test_a_channel_with_words_of_its_own_is_judged_by_them_at_their_line() -> None:
    assert wrong_text("a" * 245, "    variants:", f"      bluesky: {'b' * 245}") == [
        f"campaigns/1.md:11:16: this has 301 characters on Bluesky, {LINK + 1} of them for its link; "
        "the most is 300: shorten it"
    ]
    assert wrong_text("a" * 245, "    variants: {bluesky: Short.}") == []


def test_a_post_is_judged_on_its_own_channels_alone() -> None:
    assert wrong_text("a" * 3000, "    channels: [facebook]") == []


def test_bytes_over_the_limit_are_named() -> None:
    letters = "a\u0323\u0301\u0308\u0323\u0301\u0308" * 240

    assert wrong_text(letters, "    channels: [bluesky]") == [
        f"campaigns/1.md:9:11: this has {240 * 13 + 1 + LINK:,} bytes on Bluesky; the most is 3,000: "
        "shorten it, or write other words for bluesky under variants"
    ]


def test_each_language_of_a_text_is_judged() -> None:
    assert len(wrong_text("{en: Talk to us., cy: " + "a" * 245 + "}")) == 1


def test_words_for_a_channel_that_the_post_does_not_go_to_are_named() -> None:
    assert wrong_text("Talk.", "    channels: [facebook]", "    variants: {x: Talk}") == [
        "campaigns/1.md:11:16: this post does not go to x; add it to channels, or take this text out"
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "Talk to us. #hatecrimeawarenessweek",
            "#hatecrimeawarenessweek runs its words together; begin each with a capital letter: "
            "#HateCrimeAwarenessWeek",
        ),
        ("Say #HateCrime aloud.", "#HateCrime stands inside the text; put hashtags at its end"),
        ("Talk to us. 💜 💙 💚 💛", "this has 4 emoji; the most is 3: take some out"),
        ("💜 Talk to us.", "this begins with 💜; begin with a word, and put emoji behind the words"),
        ("Talk 💜 to us 💜", "💜 comes more than once; a screen reader says it each time: keep one"),
    ],
)
def test_r20_r21_hashtags_and_emoji_are_named_at_the_text(text: str, problem: str) -> None:
    assert wrong_text(text) == [f"campaigns/1.md:9:11: {problem}"]


def test_r20_a_good_hashtag_passes() -> None:
    assert wrong_text("Talk to us. #HateCrimeAwarenessWeek") == []
    assert wrong_text("Talk to us. #HateCrimeAwarenessWeek #SpeakUp", "    channels: [x, bluesky, mastodon]") == []


def test_threads_takes_one_hashtag() -> None:
    assert wrong_text("Talk to us. #HateCrime #SpeakUp") == [
        "campaigns/1.md:9:11: this has 2 hashtags; the most is 1 on Threads: take some out"
    ]


def test_hashtags_are_counted_as_each_channel_ends_them() -> None:
    """On X a comma ends the first of these and begins no word; on Bluesky all are one."""
    assert wrong_text("Talk to us. #One,#Two,#Three", "    channels: [x, bluesky]")[-1:] == [
        "campaigns/1.md:9:11: this has 3 hashtags; the most is 2 on X: take some out"
    ]


def test_r20_two_hashtags_are_enough_but_on_instagram() -> None:
    assert wrong_text("Talk to us. #One #Two #Three", "    channels: [instagram, x]") == [
        "campaigns/1.md:9:11: this has 3 hashtags; the most is 2 on X: take some out"
    ]
    assert wrong_text("Talk to us. #One #Two #Three #Four #Five", "    channels: [instagram]") == []
    assert wrong_text("Talk to us. #One #Two #Three #Four #Five #Six", "    channels: [instagram]") == [
        "campaigns/1.md:9:11: this has 6 hashtags; the most is 5 on Instagram: take some out"
    ]


@pytest.mark.parametrize(
    ("hashtag", "problem"),
    [
        ("datingscamsweek", "'datingscamsweek' is not a hashtag; write it as \"#HateCrimeAwarenessWeek\""),
        ("#Dating Scams", "'#Dating Scams' is not a hashtag; write it as \"#HateCrimeAwarenessWeek\""),
        (
            "#datingscams",
            "#datingscams runs its words together; begin each with a capital letter: #HateCrimeAwarenessWeek",
        ),
    ],
)
def test_r20_the_campaign_s_own_hashtags_are_judged_too(hashtag: str, problem: str) -> None:
    assert wrong(f'hashtags: ["{hashtag}"]') == [f"campaigns/1.md:6:12: {problem}"]


@pytest.mark.parametrize(
    ("title", "problem"),
    [
        ("Help & advice", 'some tools garble & in a title; write "and"'),
        ("1 < 2", "some tools garble < in a title; leave it out"),
        ("2 > 1", "some tools garble > in a title; leave it out"),
        ("""'Say "no"'""", 'some tools garble " in a title; write ‘ and ’'),
        ("Has someone…", "'Has someone…' stops in the middle; a title may travel alone, so finish it"),
        ("Has someone...", "'Has someone...' stops in the middle; a title may travel alone, so finish it"),
    ],
)
def test_r17_a_title_may_be_posted_alone(title: str, problem: str) -> None:
    assert wrong(title=title) == [f"campaigns/1.md:3:8: {problem}"]
    assert wrong(*A_POST, "    text: Talk.", f"    title: {title}") == [f"campaigns/1.md:10:12: {problem}"]


def test_r17_quotation_marks_that_curl_and_apostrophes_are_good() -> None:
    assert wrong(title="‘You’re not alone’, it's true – tŷ") == []


@pytest.mark.parametrize("start", ["Image of", "A picture of", "photo of"])
def test_alt_text_does_not_say_that_it_is_a_picture(start: str) -> None:
    assert wrong(f"image: {{file: a.png, alt: {start} a phone}}") == [
        f"campaigns/1.md:6:27: leave out '{start}'; a screen reader says that it is a picture"
    ]


def test_alt_text_has_at_most_200_characters() -> None:
    post = (*A_POST, "    text: Talk.", "    image:", "      file: a.png")

    assert wrong(*post, f"      alt: {'a' * 201}") == [
        "campaigns/1.md:12:12: this has 201 characters; the most is 200: shorten it"
    ]
    assert wrong(*post, f"      alt: {'a' * 200}") == []


def test_a_picture_larger_than_a_channel_takes_is_named_where_the_post_goes_there() -> None:
    pictures = {"a.png": Picture("a.png", "image/png", 1_000_001)}
    image = "image: {file: a.png, alt: A phone}"

    assert wrong(image, *A_POST, "    text: Talk.", pictures=pictures) == [
        "campaigns/1.md:6:15: this picture has 1,000,001 bytes; the most on Bluesky is 1,000,000: save it smaller"
    ]
    assert wrong(image, *A_POST, "    text: Talk.", "    channels: [facebook]", pictures=pictures) == []


@pytest.mark.parametrize(("size", "limit"), [(1_000_001, None), (2_000_000, None), (2_000_001, "2,000,000")])
def test_a_picture_with_a_post_may_be_larger_than_one_on_the_card_of_a_link(size: int, limit: str | None) -> None:
    pictures = {"a.png": Picture("a.png", "image/png", size)}
    post = (*A_POST, "    text: Talk.", "    image: {file: a.png, alt: A phone}")

    said_of_it = f"this picture has {size:,} bytes; the most on Bluesky is {limit}: save it smaller"
    assert wrong(*post, pictures=pictures) == ([f"campaigns/1.md:10:19: {said_of_it}"] if limit else [])


def test_a_hashtag_that_yaml_takes_for_a_comment_is_not_lost_in_silence() -> None:
    lines = (*A_POST, "    text: Talk to us. #SpeakUp", "    variants:", "      x: Talk #One", '    title: "Say #One"')
    found = read_campaign(a_campaign_file(*lines), "campaigns/1.md").value
    assert found is not None

    assert said(lost_hashtags([found])) == [
        "campaigns/1.md:9:23: #SpeakUp is lost, as # begins a comment here; put quotation marks around the whole text",
        "campaigns/1.md:11:15: #One is lost, as # begins a comment here; put quotation marks around the whole text",
    ]


def test_curly_quotation_marks_are_named_for_what_they_are() -> None:
    found = read_campaign(a_campaign_file(*A_POST, "    text: “Talk to us. #SpeakUp”"), "campaigns/1.md").value
    assert found is not None

    assert said(lost_hashtags([found])) == [
        "campaigns/1.md:9:24: #SpeakUp is lost, as # begins a comment here: curly quotation marks keep nothing "
        'together; type straight ones, such as "text"'
    ]


def test_a_hashtag_in_quotation_marks_further_along_the_line_is_not_lost() -> None:
    post = '  - {id: a, at: 2027-02-01 09:00, title: Talk, text: "Talk to us. #SpeakUp"}'
    found = read_campaign(a_campaign_file("runs: []", "posts:", post), "campaigns/1.md").value
    assert found is not None

    assert said(lost_hashtags([found])) == []


def test_a_hashtag_that_is_lost_on_a_later_line_of_its_text_is_found_there() -> None:
    lines = (*A_POST, "    text: Talk to us", "      or a friend. #SpeakUp")
    found = read_campaign(a_campaign_file(*lines), "campaigns/1.md").value
    assert found is not None

    assert [str(problem.location) for problem in lost_hashtags([found])] == ["campaigns/1.md:10:20"]


def test_a_comment_behind_a_text_is_no_hashtag() -> None:
    found = read_campaign(a_campaign_file(*A_POST, "    text: Talk to us.   # P33, P34"), "campaigns/1.md").value
    assert found is not None

    assert said(lost_hashtags([found])) == []


def test_an_unknown_channel_is_named() -> None:
    text = a_campaign_file(*A_POST, "    text: Talk.", "    channels: [blueski]")
    problems = read_campaign(text, "campaigns/1.md").problems

    assert said(problems) == ["campaigns/1.md:10:16: 'blueski' is not a choice here; did you mean \"bluesky\"?"]
