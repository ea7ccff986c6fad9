"""Whatever somebody writes of a secret place, in any disguise: what the close reading finds, the quick one does."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.privacy import quick_look
from generator.privacy.adjacent_numbers import BORDER
from generator.privacy.disguises import plain_views, without_tags
from generator.privacy.prefilter import Prefilter
from generator.privacy.scan import Search
from generator.privacy.withheld_search import Sought

SECRETS = (
    "12-14 Church Street, Millbeck",
    "The Old Vicarage, Church Lane, Shap",
    "Unit 3, 12 Mill Lane, Millbeck",
    "Flat 2a, 7 St Mary's Road, Ashton",
    "CA10 2AU",
    "21 The Hundred, Romsey",
    "1 A Row, Ash",
    "Rosehill",
    "Jarrow House, 312 Wright Lane, Jarrow",
    "Units 4A-4C, Larch Business Park, Ash",
    "2nd Floor, 1 The Croft, Ash",
)
NUMBERS = ("01632960001", "08081570001", "116123")
SAID = (
    *SECRETS,
    *("13 Church St", "Church Street 12 to 14", "10-16 Church Street", "twelve Church St", "Old Vicarage Church Ln"),
    *(
        "Old Vicarage in Shap",
        "12 Mill Ln",
        "Unit 3 Mill Lane",
        "1 2 M i l l L a n e",
        "7 Saint Marys Rd",
        "CA1 0 2 AU",
    ),
    *(
        "Church Street, house 12",
        "Church St, house number 14",
        "Larch Business Park 4b",
        "Units 3-5 Larch Business Park",
    ),
    *(
        "Units 4A to 4C, Larch Business Park",
        "Floor 2, The Croft",
        "Level two Croft",
        "1TheCroft",
        "1the Croft",
        "2F Croft",
    ),
    *("twenty one The Hundred", "01632 960 001", "+44 (0)1632 960001", "0808 157 0001", "images / 2027 / 12.png"),
)
WORDS = (
    *("12", "13", "14", "10-16", "12 to 14", "12 & 80", "twelve", "twenty-one", "one hundred and four", "no. 12", "7"),
    *(
        "The",
        "Old",
        "Vicarage",
        "Church",
        "Street",
        "St",
        "St.",
        "Saint",
        "Mary's",
        "Marys",
        "Mary\u2019s",
        "Road",
        "Rd",
    ),
    *("Lane", "Ln", "Mill", "Millbeck", "Shap", "Unit", "Flat", "3", "2a", "2", "a", "Row", "Ash", "Rosehill", "and"),
    *(
        "CA10",
        "2AU",
        "CA1",
        "0",
        "O",
        "A U",
        "Hundred",
        "Romsey",
        "01632",
        "960",
        "001",
        "960001",
        "+44",
        "(0)",
        "1632",
    ),
    *("0808", "157", "0001", "116", "123", "M i l l", "C h u r c h", "1 2", "help", "12-2pm", "to", "in", "at", "No"),
)
BETWEEN = (
    *(" ", " ", " ", ", ", "", "-", "/", "\n", "</b>", "<i>", " <b>", "</b> ", "</li>\n", "</p>\n<p>", ">\n", "<br>\n"),
    *(
        "&nbsp;",
        "&amp;#32;",
        "%20",
        "+",
        "\\n",
        "\\u0020",
        "\u200b",
        "\u00ad",
        "&shy;",
        "<wbr>",
        "<!-- x -->",
        "; ",
        "(",
    ),
    *(
        ") ",
        '">',
        "<img alt='",
        "'>",
        " to ",
        " & ",
        "\u2013",
        "''",
        "'",
        "\u00b7",
        "_",
        ".",
        "</div>\n\n\n<div>\n",
        "\r\n ",
    ),
)
LETTERS = {
    "i": "\u0456\u0131",
    "a": "\u0430",
    "e": "\u0435\u00e9",
    "l": "\uff4c",
    "c": "\u0441",
    "1": "\uff11",
    "o": "\u03bf",
}


A_UUID = "1d0f2c9a-441b-5632-960a-001e0c35ab12"
BETWEEN_VALUES = (
    *('","', '","', '","', '"],["', '","x":"', '"},{"id":"1","a":"'),
    *(f'","x_id":"{A_UUID}","a":"', f'"}},{{"id":"{A_UUID}"}},{{"a":"', f'","id":"{A_UUID}","', f'","{A_UUID}","'),
)


@st.composite
def texts(draw: st.DrawFn, *, in_json: bool = False) -> str:
    """Words of secrets, mixed, parted and disguised in ways of which any may be the one that nobody thought of."""
    between = [one for one in BETWEEN if one != ">\n"] + list(BETWEEN_VALUES) if in_json else BETWEEN
    runs = draw(st.lists(st.one_of(st.sampled_from(WORDS).map(str.split), st.sampled_from(SAID).map(str.split))))
    parts = [part for run in runs for part in run]
    out = '{"' if in_json else ""
    for part in parts:
        how = draw(st.integers(0, 9))
        at = draw(st.integers(0, max(0, len(part) - 1)))
        letter = part[at : at + 1]
        if how == 0:
            part = part[:at] + draw(st.sampled_from(between)) + part[at:]
        elif how == 1 and letter:
            part = part[:at] + f"&#{ord(letter)};" + part[at + 1 :]
        elif how == 2 and letter.lower() in LETTERS:
            part = part[:at] + draw(st.sampled_from(LETTERS[letter.lower()])) + part[at + 1 :]
        elif how == 3 and letter:
            part = part[:at] + f"\\u{ord(letter):04x}" + part[at + 1 :]
        out += part + draw(st.sampled_from(between))
    return out


@settings(max_examples=200, deadline=None)
@given(texts(), st.booleans())
@example("<p>Wright Lane, the Jarrow in the at 312</p>", False)
@example("Wright Lane, Jarrow, number three hundred and twelve", False)
@example("It is in Wright Lane, Jarrow 310 to 312, by bus", False)
@example("We are at 310-320 Wright Lane, by bus", False)
def test_what_the_close_reading_finds_the_quick_one_never_passes_over(text: str, folded: bool) -> None:
    search = Search(dict.fromkeys(SECRETS, "a secret"), NUMBERS, ["images/2027/12.png"])
    found = list(search._problems("a.html", text, folded=folded, placed=True))

    assert search.may_say(text, folded=folded) or not found
    assert search.may_say(text, folded=folded) or not found, "the second time, when all is remembered"


@settings(max_examples=200, deadline=None)
@given(texts(in_json=True))
@example('{"a":"12","b":"Mill Lane, Millbeck"}')
@example('["01632","960001"]')
@example('{"a":"We are at 310-320","Wright Lane, by bus"}')
@example('[{"id":"1","a":"Church St"},{"id":"14","a":"x"}]')
def test_in_json_nothing_is_passed_over_that_is_found_in_the_text_as_a_whole(text: str) -> None:
    """A file of JSON is taken apart behind its values, and what is said over several of them is found as before."""
    search = Search(dict.fromkeys(SECRETS, "a secret"), NUMBERS, ["images/2027/12.png"])
    seen = plain_views(text)
    said = any(map(search.says, [*seen, *without_tags(seen)]))

    assert search.may_say(text) or not said
    assert search.may_say(text) or not said, "the second time, when all is remembered"
    assert list(search._problems("a.json", text, folded=False, placed=True)) or not said


@settings(max_examples=50, deadline=None)
@given(st.sampled_from([*SECRETS, "01632 960001"]), texts(), texts())
def test_a_secret_is_found_whatever_stands_around_it(secret: str, before: str, behind: str) -> None:
    search = Search(dict.fromkeys(SECRETS, "a secret"), NUMBERS, ())

    assert search.may_say(f"{before}</p>\n<p>{secret}</p>\n<p>{behind}")


@settings(max_examples=100, deadline=None)
@given(st.lists(texts(), min_size=2, max_size=6))
def test_what_is_remembered_of_earlier_files_clears_no_text_that_says_something(files: list[str]) -> None:
    search = Search(dict.fromkeys(SECRETS, "a secret"), NUMBERS, ["images/2027/12.png"])
    together = "</p>\n".join(files)
    for text in [*files, together, *reversed(files)]:
        found = list(search._problems("a.html", text, folded=False, placed=True))

        assert search.may_say(text) or found == []


@pytest.mark.parametrize("size", [1, 3, 40])
def test_what_is_forgotten_of_earlier_files_clears_no_text_that_says_something(
    monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr(quick_look, "MOST_PIECES", size)
    search = Search(dict.fromkeys(SECRETS, "a secret"), NUMBERS, ())
    plain = [f"<p>Help is here, number {number}</p>\n<p>12</p>\n<p>Come in</p>\n" for number in range(60)]

    for number, text in enumerate(plain):
        assert not search.may_say(text)
        assert search.may_say(f"{text}<p>No. 12</p>\n<p>Church {number}</p>\n<p>twelve</p>\n<p>Church St</p>\n")
        assert search.may_say(f"{text}<p>01632</p>\n<p>960001</p>\n")


@pytest.mark.parametrize(
    "text",
    [
        BORDER.upper(),
        f"{BORDER[:4]}&shy;{BORDER[4:]}",
        f"x{BORDER}",
        BORDER,
        f"12 {BORDER} Church Street",
        f"12 Church St {BORDER}",
        f"{BORDER} 960001",
    ],
)
def test_a_page_that_holds_the_word_between_pieces_is_searched_like_any_other(text: str) -> None:
    search = Search(dict.fromkeys(SECRETS, "a secret"), NUMBERS, ())
    page = f"<p>{text}</p>\n<p>12 Church Street</p>\n<p>{text}</p>\n"

    assert search.may_say(page)
    assert search.may_say(page.replace("12 Church Street", "01632 960001"))


def test_a_town_without_a_number_beside_it_is_not_read_closely() -> None:
    text = "The office is at 1677 Dawson Lane, Jarrow, ZZ67 8BA, and Jarrow has a bus."
    prefilter = Prefilter(Sought({"312 Wright Lane, Jarrow": "a secret"}))

    assert "jarrow" in prefilter.beside, "the town is a part of the address that is looked up"
    assert prefilter.look(text) == (False, False)
    assert prefilter.look(text.replace("and Jarrow", "and Wright Lane, Jarrow 312"))[0]


def test_what_is_clear_in_json_is_not_taken_for_clear_on_a_page() -> None:
    """What ends a piece is read with it: ">" closes a tag that a comma in JSON leaves open."""
    search = Search({}, ["01768632123"], ())

    assert not search.may_say('{"a":"x","call 01768 <b 7","z":"y"}')
    assert search.may_say("call 01768 <b 7>\n632123</b>\n")


@pytest.mark.parametrize(
    ("begins", "ends"),
    [
        ("<b 7", ">"),
        ("\\u003cb 7", "\\u003e"),
        ("\\\\u003cb 7", ">"),
        ("&lt;b 7", "&gt;"),
        ("&#60;b 7", ">"),
        ("%3Cb 7", "%3E"),
        ("%253Cb 7", ">"),
        ("&amp;lt;b 7", ">"),
        ("&LT;b 7", ">"),
        ("\\x3cb 7", ">"),
        ("\\3c b 7", ">"),
        ("\uff1cb 7", "\uff1e"),
        ("\ufe64b 7", "\ufe65"),
    ],
)
def test_a_tag_that_goes_on_over_values_of_json_hides_nothing(begins: str, ends: str) -> None:
    search = Search({"12 Mill Lane, Millbeck": "a secret"}, ["01768632123"], ())
    for before, behind in (("call 01768 ", "632123"), ("at 12 Mi", "ll Lane")):
        text = f'{{"a":"{before}{begins}","x":"y{ends}{behind}"}}'
        said = list(search._problems("a.json", text, folded=False, placed=True))

        assert search.may_say(text) or not said
