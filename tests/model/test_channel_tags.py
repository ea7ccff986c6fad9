"""Where a hashtag ends on each channel: what twitter-text 3.1.0 and @atproto/api 0.21.0 said of these texts, run."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.loading.shipped import read_channels
from generator.model.character_counts import hashtags_on

RULES = read_channels().rules
ON_X_AND_BLUESKY: dict[str, tuple[list[str], list[str]]] = {
    "#Cymru'n barod": (["Cymru"], ["Cymru'n"]),
    "#Cymru\u2019n barod": (["Cymru"], ["Cymru\u2019n"]),
    "#HateCrime/Awareness": (["HateCrime"], ["HateCrime/Awareness"]),
    "(#SaferStreets)": (["SaferStreets"], []),
    "(#SaferStreets": (["SaferStreets"], []),
    "#SaferStreets.": (["SaferStreets"], ["SaferStreets"]),
    "#SaferStreets!": (["SaferStreets"], ["SaferStreets"]),
    "#SaferStreets,#SpeakUp": (["SaferStreets", "SpeakUp"], ["SaferStreets,#SpeakUp"]),
    "#SaferStreets #SpeakUp": (["SaferStreets", "SpeakUp"], ["SaferStreets", "SpeakUp"]),
    "#SaferStreets#SpeakUp": ([], ["SaferStreets#SpeakUp"]),
    "#16Days": (["16Days"], ["16Days"]),
    "#16": ([], []),
    "#2027": ([], []),
    "#Non-Fatal": (["Non"], ["Non-Fatal"]),
    "#Hate_Crime": (["Hate_Crime"], ["Hate_Crime"]),
    "#SpeakUp\U0001f49c": (["SpeakUp"], ["SpeakUp\U0001f49c"]),
    "#\U0001f49c": ([], ["\U0001f49c"]),
    "\U0001f49c#SpeakUp": (["SpeakUp"], []),
    "a#SpeakUp": ([], []),
    "&#SpeakUp": ([], []),
    "\u201c#SpeakUp\u201d": (["SpeakUp"], []),
    "'#SpeakUp'": (["SpeakUp"], []),
    "\uff03SpeakUp": (["SpeakUp"], ["SpeakUp"]),
    "#\u0174ynIach": (["\u0174ynIach"], ["\u0174ynIach"]),
    "#\u0645\u0633\u0627\u0639\u062f\u0629": (
        ["\u0645\u0633\u0627\u0639\u062f\u0629"],
        ["\u0645\u0633\u0627\u0639\u062f\u0629"],
    ),
    "#Caf\xe9": (["Caf\xe9"], ["Caf\xe9"]),
    "#Cafe\u0301": (["Cafe\u0301"], ["Cafe\u0301"]),
    "# SpeakUp": ([], []),
    "##SpeakUp": (["SpeakUp"], ["#SpeakUp"]),
    "#SpeakUp: now": (["SpeakUp"], ["SpeakUp"]),
    "#SpeakUp\u2026": (["SpeakUp"], ["SpeakUp"]),
    "#SpeakUp?": (["SpeakUp"], ["SpeakUp"]),
    "#R&D": (["R"], ["R&D"]),
    "#SpeakUp's": (["SpeakUp"], ["SpeakUp's"]),
    "-#SpeakUp": (["SpeakUp"], []),
    "#SpeakUp://x": ([], ["SpeakUp://x"]),
    "\u2764\ufe0f#SpeakUp": (["SpeakUp"], []),
    "#\ufe0fSpeakUp": ([], []),
    "#1\u20e3": (["1\u20e3"], ["1\u20e3"]),
    "https://help.example.org/#launch": ([], []),
    "see help.example.org/#launch": ([], []),
    "#SpeakUp\n#HateCrime": (["SpeakUp", "HateCrime"], ["SpeakUp", "HateCrime"]),
    "#Speak\u200bUp": (["Speak"], ["Speak"]),
    "#C++": (["C"], ["C++"]),
    "#A.B": (["A"], ["A.B"]),
}
LONG = "A" * 64


@pytest.mark.parametrize(("text", "tags"), ON_X_AND_BLUESKY.items(), ids=ascii)
def test_each_channel_ends_a_hashtag_as_its_own_program_does(text: str, tags: tuple[list[str], list[str]]) -> None:
    assert (hashtags_on(text, RULES["x"]), hashtags_on(text, RULES["bluesky"])) == tags


def test_a_hashtag_of_more_than_64_signs_is_none_on_bluesky() -> None:
    assert hashtags_on(f"#{LONG}", RULES["bluesky"]) == [LONG]
    assert hashtags_on(f"#{LONG}A", RULES["bluesky"]) == []
    assert hashtags_on(f"#{LONG}A", RULES["x"]) == [f"{LONG}A"]


@pytest.mark.parametrize(
    "channel", ["facebook", "instagram", "linkedin", "mastodon", "threads", "nextdoor", "whatsapp"]
)
def test_elsewhere_a_hashtag_is_a_word(channel: str) -> None:
    assert hashtags_on("Help. (#SpeakUp) #Cymru'n", RULES[channel]) == ["SpeakUp", "Cymru"]  # type: ignore[index]


@given(st.text() | st.text("#＃ab1'/. \n&://\ufe0f💜", max_size=30))
def test_any_text_has_hashtags_or_none(text: str) -> None:
    for rule in RULES.values():
        assert all(hashtags_on(text, rule))


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("[#SpeakUp]", ["SpeakUp"]),
        ("(#SpeakUp)", ["SpeakUp"]),
        ("\N{LEFT DOUBLE QUOTATION MARK}#SpeakUp\N{RIGHT DOUBLE QUOTATION MARK}", ["SpeakUp"]),
        ("-#SpeakUp", ["SpeakUp"]),
        ("&#SpeakUp", ["SpeakUp"]),
        ("a#SpeakUp", []),
        ("/#SpeakUp", []),
        (")#SpeakUp", []),
        ("#2027", []),
        ("#16Days", ["16Days"]),
        ("#Cymru'n barod", ["Cymru"]),
        ("#HateCrime/Awareness", ["HateCrime"]),
        ("#SaferStreets#SpeakUp", ["SaferStreets"]),
        ("#Hate_Crime", ["Hate_Crime"]),
        ("https://help.example.org/#launch", []),
    ],
)
def test_mastodon_finds_a_hashtag_behind_any_sign_that_is_no_slash_and_no_closing_bracket(
    text: str, tags: list[str]
) -> None:
    assert hashtags_on(text, RULES["mastodon"]) == tags
