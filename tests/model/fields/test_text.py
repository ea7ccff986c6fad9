from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.model.fields.text import (
    EmailAddress,
    Label,
    Name,
    PostText,
    Prose,
    Sentence,
    Slug,
    Title,
    WebLink,
    Words,
)
from tests.builders import ANY_INPUT

LINES = {"name": Name, "title": Title, "sentence": Sentence, "label": Label}


def read(kind: Any, value: object) -> Any:
    return TypeAdapter(kind).validate_python(value)


def refused(kind: Any, value: object) -> str:
    with pytest.raises(ValidationError) as error:
        read(kind, value)
    return str(error.value.errors()[0]["ctx"]["error"])


@pytest.mark.parametrize(
    "words",
    [
        "Victim Support",
        "Gwasanaeth Cymorth i Ddioddefwyr â tŷ ŵyr",
        "دعم الضحايا في كمبريا",
        "\u200fدعم\u200e 999",
        "پشتیبانی از قربانیان می\u200cشود",
        "Help 💜 for families 👩\u200d👩\u200d👧",
        "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f Cymru",
        "Women's Aid – “Here for you”",
        "5 < 6 and 7 > 3 & more",
        "I <3 you",
    ],
)
@pytest.mark.parametrize("kind", [*LINES.values(), Prose, PostText], ids=[*LINES, "prose", "post"])
def test_words_of_any_language_pass_unchanged(kind: Any, words: str) -> None:
    assert read(kind, words) == words


def test_spaces_and_line_ends_in_a_line_become_single_spaces() -> None:
    assert read(Sentence, "  Free,\n private\t help ") == "Free, private help"


def test_prose_keeps_its_lines() -> None:
    assert read(Prose, "\nOne.\n\n- two\n") == "One.\n\n- two"


@pytest.mark.parametrize(("kind", "most"), [(Name, 120), (Title, 100), (Sentence, 300), (Label, 300)])
def test_r17_a_line_has_a_longest_length(kind: Any, most: int) -> None:
    assert read(kind, "x" * most) == "x" * most
    assert refused(kind, "x" * 500) == f"this has 500 characters; the most is {most}"


@pytest.mark.parametrize(("kind", "most"), [(Prose, "10,000"), (PostText, "5,000")])
def test_prose_has_a_longest_length(kind: Any, most: str) -> None:
    assert refused(kind, "x" * 20_000) == f"this has 20,000 characters; the most is {most}"


@pytest.mark.parametrize("kind", [*LINES.values(), Prose], ids=[*LINES, "prose"])
@pytest.mark.parametrize("words", ["", "  ", "\n"])
def test_empty_words_are_refused(kind: Any, words: str) -> None:
    assert refused(kind, words) == "this is empty; write some words or take the line out"


@pytest.mark.parametrize(
    "letter",
    [
        "\x00",
        "\x07",
        "\x0b",
        "\x0c",
        "\x1b",
        "\x7f",
        "\x85",
        "\x9b",
        "\u202a",
        "\u202e",
        "\u2066",
        "\u2069",
        "\u2028",
        "\u2029",
        "\ufeff",
        "\ud800",
        "\uffff",
    ],
)
@pytest.mark.parametrize("kind", [Name, Prose, Label], ids=["name", "prose", "label"])
def test_hidden_characters_are_refused_and_shown(kind: Any, letter: str) -> None:
    code = f"U+{ord(letter):04X}"

    assert (
        refused(kind, f"Help{letter}line")
        == f"there is a hidden character ({code}) in 'Help[{code}]line'; type it again"
    )


@pytest.mark.parametrize(
    ("words", "tag"),
    [
        ("Victim <b>Support</b>", "<b>Support</b>"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("Hi <!-- note -->", "<!-- note -->"),
        ("a </p>", "</p>"),
        ("x <IMG SRC=x onerror=y>", "<IMG SRC=x onerror=y>"),
        ("<?php x", "<?php x"),
    ],
)
@pytest.mark.parametrize("kind", [Name, Sentence, Prose, PostText, Label])
def test_html_is_refused(kind: Any, words: str, tag: str) -> None:
    assert refused(kind, words) == f"'{tag}' is HTML; write plain words, without < and >"


def test_what_is_refused_is_quoted_on_one_short_line() -> None:
    assert refused(Prose, "<b>\nlong " + "x" * 200) == (
        f"'<b> long {'x' * 48}...' is HTML; write plain words, without < and >"
    )


@pytest.mark.parametrize("value", [["a"], [], {}, 5, None])
def test_words_are_needed_where_words_belong(value: object) -> None:
    assert refused(Name, value) == "words are needed here, or one text a language: {en: Help, cy: Cymorth}"


def test_a_text_may_have_one_version_a_language() -> None:
    words = read(Name, {"cy": "Cymorth", "en": "Help"})

    assert (words, words.into("cy"), words.into("pl")) == ("Help", "Cymorth", "Help")
    assert words.every == ("Cymorth", "Help")


def test_without_english_the_first_language_is_the_text() -> None:
    assert Words({"cy": "Cymorth", "pl": "Pomoc"}) == "Cymorth"


def test_a_mistake_in_one_language_names_the_language() -> None:
    assert refused(Name, {"en": "Help", "cy": "<b>"}) == "in cy: '<b>' is HTML; write plain words, without < and >"


def test_a_field_is_not_a_language() -> None:
    assert (
        refused(Name, {"text": "Help"}) == "'text' is not a language; write the text alone, or {en: Help, cy: Cymorth}"
    )


def test_a_language_has_words_behind_it() -> None:
    assert refused(Name, {"en": ["Help"]}) == "words are needed behind en; write {en: Help, cy: Cymorth}"


@pytest.mark.parametrize("text", ["a", "victim-support-cumbria", "116-123", "x" * 80])
def test_an_id_is_small_letters_digits_and_hyphens(text: str) -> None:
    assert read(Slug, text) == text


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("Victim-Support", "victim-support"),
        ("victim support", "victim-support"),
        ("victim_support", "victim-support"),
        ("-victim--support-", "victim-support"),
        ("../etc/passwd", "etc-passwd"),
        ("دعم", "victim-support-cumbria"),
    ],
)
def test_another_id_is_refused_with_the_id_it_could_be(text: str, better: str) -> None:
    assert refused(Slug, text) == f"'{text}' is not an id; use small letters, digits and hyphens: {better}"


def test_an_empty_id_is_refused() -> None:
    assert refused(Slug, "") == "this is empty; write an id such as victim-support-cumbria, or take the line out"


def test_an_id_has_a_longest_length() -> None:
    assert refused(Slug, "x" * 500) == "this id has 500 characters; the most is 80"


@pytest.mark.parametrize(
    "link",
    [
        "https://www.example.org",
        "http://a.org/b?c=d#e",
        "https://xn--mnchen-3ya.de/",
        "https://münchen.de/",
        "https://a.b-c.org:8443/x_(y)",
    ],
)
def test_a_web_address_is_https_or_http(link: str) -> None:
    assert read(WebLink, link) == link


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\tscript:alert(1)",
        "&#106;avascript:alert(1)",
        "data:text/html,hi",
        "vbscript:x",
        "ftp://example.org",
        "//example.org",
        "www.example.org",
        "https://",
        "https://.",
        "https://example",
        "https://a..b",
        "https://exa mple.org",
        "https://user@example.org",
        "https://good.org@evil.org",
        'https://a.org/"onclick="x',
        "https://a.org/<b>",
        "https://[::1",
        "https://a.org:99999999/",
        "https://a.org\\@evil.org",
        "",
    ],
)
def test_another_link_is_refused(link: str) -> None:
    shown = " ".join(link.split())

    assert refused(WebLink, link) == f"'{shown}' is not a web address we can publish; write https://www.example.org"


def test_a_link_with_a_hidden_character_is_refused() -> None:
    assert refused(WebLink, "https://a.org/\u202egro") == (
        "'https://a.org/[U+202E]gro' is not a web address we can publish; write https://www.example.org"
    )


@pytest.mark.parametrize("email", ["help@example.org", "first.last+tag@mail.example.org.uk", "o'neil@example.org"])
def test_an_email_address_is_read(email: str) -> None:
    assert read(EmailAddress, email) == email


@pytest.mark.parametrize(
    "email", ["help", "help@example", "a b@example.org", "x?bcc=y@example.org", "a@b@example.org", "@a.org", ""]
)
def test_another_email_address_is_refused(email: str) -> None:
    assert refused(EmailAddress, email) == f"'{email}' is not an e-mail address; write help@example.org"


@pytest.mark.parametrize("kind", [Name, Prose, Label, Slug, WebLink, EmailAddress])
@ANY_INPUT
@given(value=st.text() | st.lists(st.text(), max_size=2) | st.dictionaries(st.text(), st.text(), max_size=2))
def test_any_value_is_read_or_refused_on_one_line(kind: Any, value: object) -> None:
    try:
        read(kind, value)
    except ValidationError as error:
        assert len(str(error.errors()[0]["ctx"]["error"]).splitlines()) == 1  # noqa: PT017 # both ends are right
