"""What would make posts kinder or easier to read: the exact words, at the exact place."""

from __future__ import annotations

import pytest

from generator.content.loading.campaigns import read_campaign
from generator.content.loading.service_directory import read_directory
from tests.builders import a_campaign_file, a_services_yaml, said
from tests.checks_of import advice_on_posts

DIRECTORY = read_directory({"services.yaml": a_services_yaml()}).value


def advice(text: str, *lines: str, language: str = "en", **fields: str) -> list[str]:
    """Advice on one post, whose text stands on line 10."""
    post = ("services: [victim-support-cumbria]", "posts:", "  - id: launch", "    at: 2027-02-01 09:00")
    file = a_campaign_file(*post, f"    text: {text}", *lines, **fields)
    found, problems = read_campaign(file, "campaigns/1.md")
    assert found is not None, problems
    return said(advice_on_posts([found], DIRECTORY.services, language))


def test_a_kind_short_post_with_a_way_to_help_needs_no_advice() -> None:
    assert advice("It is not your fault. Call 999 in danger.") == []


@pytest.mark.parametrize(
    "text", ["Call 0808 2000 247.", "Call 101.", "Ask victim support.", "Look at nhs.uk/sarcs.", "See https://a.org"]
)
def test_r22_a_number_a_named_service_or_an_address_is_a_way_to_help(text: str) -> None:
    assert advice(text) == []


@pytest.mark.parametrize("text", ["Talk to a friend.", "In 2023 it was 26%.", "We had 1010 calls."])
def test_r22_a_post_without_a_way_to_help_is_named(text: str) -> None:
    assert advice(text) == [
        "campaigns/1.md:10:11: this names no way to get help; add a phone number, "
        "or a service of this campaign by its name"
    ]


def test_r22_a_sentence_of_26_words_is_named() -> None:
    long = " ".join(["word"] * 25)

    assert advice(f"{long}. Call 101.") == []
    assert advice(f"{long} more. Call 101.") == [
        "campaigns/1.md:10:11: this sentence has 26 words; the most is 25: "
        "'word word word word word word word word word word word wo...'"
    ]


@pytest.mark.parametrize(
    ("text", "says", "instead"),
    [
        ("She fell for it. Call 101.", "fell for", 'write "was tricked by"'),
        ("Why didn’t you call 101?", "why didn't you", "say that it is not their fault"),
        ("Do not become a victim. Call 101.", "become a victim", "say what help there is"),
    ],
)
def test_r22_words_that_blame_are_named_with_others_in_their_place(text: str, says: str, instead: str) -> None:
    assert advice(text) == [f"campaigns/1.md:10:11: '{says}' puts the blame on the person harmed; {instead}"]


LONG_IN_WELSH = "mae " * 30 + "hi. Ffoniwch 101."


def test_what_is_measured_in_english_words_says_nothing_of_welsh() -> None:
    assert advice(f"{{en: Call 101., cy: {LONG_IN_WELSH}}}") == []
    assert advice(LONG_IN_WELSH, language="cy-GB") == []
    assert len(advice(LONG_IN_WELSH, language="en-GB")) == 1
    assert advice("Naive iawn. Ffoniwch 101.", language="cy") == []


@pytest.mark.parametrize(
    ("text", "language", "says", "instead"),
    [
        ("{en: Call 101., cy: Roedd hi’n gofyn amdani.}", "en", "gofyn amdani", "say what was done, and by whom"),
        ("Dylech fod wedi ffonio 101.", "cy", "dylech fod wedi", "say what can be done now"),
        ("Anghydfod domestig oedd. 101.", "cy-GB", "anghydfod domestig", 'write "cam-drin domestig"'),
        ("{en: It was naive. 101., cy: Ffoniwch 101.}", "cy", "naive", "say that it can happen to anyone"),
    ],
)
def test_words_that_blame_are_each_language_s_own(text: str, language: str, says: str, instead: str) -> None:
    said_of_it = f"'{says}' puts the blame on the person harmed; {instead}"

    assert advice(text, language=language) == [f"campaigns/1.md:10:11: {said_of_it}"]
    assert advice("Dylech fod wedi ffonio 101.", language="en") == []


def test_r22_a_word_that_only_holds_one_that_blames_is_good() -> None:
    assert advice("A carelessness. The shoulder have. Call 101.") == []


def test_r22_titles_and_the_summary_are_read_too() -> None:
    found = advice("Call 101.", "    title: Never be careless", title="Gullible", summary="You should have asked.")

    assert [one.split(" puts")[0] for one in found] == [
        "campaigns/1.md:3:8: 'gullible'",
        "campaigns/1.md:4:10: 'should have'",
        "campaigns/1.md:11:12: 'careless'",
    ]


def test_a_limit_that_nobody_could_look_up_is_advice() -> None:
    found = advice(f"Call 101 {'a' * 1000}.", "    channels: [whatsapp]")

    assert found == [
        "campaigns/1.md:10:11: this has 1,066 characters on WhatsApp, 56 of them for its link; the most is 1,024 as "
        "far as we know: shorten it, or write other words for whatsapp under variants"
    ]


def test_r21_an_emoji_inside_a_sentence_may_stand_for_a_word() -> None:
    said = "💜 stands inside a sentence, where a screen reader says its name; put it behind the last word"
    assert advice("We 💜 to help. Call 101.") == [f"campaigns/1.md:10:11: {said}"]
    assert advice("We help. 💜 Call 101.") == []
    assert advice("Call 101 💜") == []
