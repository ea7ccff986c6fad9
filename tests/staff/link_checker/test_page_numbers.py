"""A number is found on a page in each way in which real pages show one; where nobody can know, that is said."""

from __future__ import annotations

import gzip

import pytest

from generator.staff.link_checker.page_numbers import READ_AT_MOST, PageText, Seen

WORDS = (
    "<p>" + "We listen to people who were hurt by crime, day and night, and tell nobody what you said. " * 6 + "</p>"
)
OURS = "08081570123"


def seen(page: str, digits: str = OURS) -> Seen:
    return PageText(f"<!doctype html><title>Quay</title>{WORDS}{page}".encode()).sight_of(digits)


@pytest.mark.parametrize(
    "page",
    [
        "<p>Call 0808 157 0123</p>",
        "<p>Call 08081570123.</p>",
        "<p>Call 0808-157-0123 now</p>",
        "<p>Call 0808.157.0123</p>",
        "<p>Call (0808) 157 0123</p>",
        "<p>Call 0808\u00a0157\u00a00123</p>",
        "<p>Call 0808&nbsp;157&nbsp;0123</p>",
        "<p>Call 0808\u2009157\u20090123</p>",
        "<p>Call 0808\u2011157\u20110123</p>",
        "<p>Call 0808 157<wbr>0123</p>",
        "<p>Call 0808\u200b157\u200b0123</p>",
        "<p>Call 0 8 0 8 1 5 7 0 1 2 3</p>",
        "<p>Call +44 808 157 0123</p>",
        "<p>Call +44 (0)808 157 0123</p>",
        "<p>Call 0044 808 157 0123</p>",
        "<p>Call <b>0808</b> <span>157</span> <span>0123</span></p>",
        "<p>Call 08<b>08</b>157<i>0123</i></p>",
        "<p><span>Phone</span><span>0808 157 0123</span><span>Free</span></p>",
        "<p>0808 157<br>0123</p>",
        "<table><tr><td>0808</td><td>157</td><td>0123</td></tr></table>",
        '<a href="tel:08081570123">Call us</a>',
        '<a href="tel:+448081570123">Call us</a>',
        '<a href="tel:+44-808-157-0123">Call us</a>',
        '<a href="TEL: 0808 157 0123">Call us</a>',
        '<a href="https://wa.me/448081570123">WhatsApp</a>',
        '<a aria-label="Call 0808 157 0123" href="/call">Call us</a>',
        '<img src="call.png" alt="Call 0808 157 0123">',
        '<meta name="description" content="Call 0808 157 0123">',
        '<script type="application/ld+json">{"@type": "Organization", "telephone": "+44 808 157 0123"}</script>',
        '<script type="application/ld+json">{"contactPoint": [{"telephone": "0808\\u00a0157\\u00a00123"}]}</script>',
        '<script type="application/json">{"props": {"phone": "08081570123"}}</script>',
        '<script type="application/ld+json">{broken: "0808 157 0123"</script>',
    ],
)
def test_a_number_is_seen_however_a_page_shows_it(page: str) -> None:
    assert seen(page) == Seen("shown")


@pytest.mark.parametrize(
    "page",
    [
        "<p>Call 0808 157 0124</p>",
        "<p>Call 0808 157 01234</p>",
        "<p>Call 10808 157 0123</p>",
        "<p>Our charity number is 1157012.</p>",
        "<p>Call <s>0808 157 0123</s> 0808 157 0199</p>",
        "<p>Call <del>0808 157 0123</del> 0808 157 0199</p>",
        "<!-- 0808 157 0123 --><p>Call 0808 157 0199</p>",
        "<style>.n::after { content: '0808 157 0123' }</style><p>Call 0808 157 0199</p>",
        "<script>track('08081570123')</script><p>Call 0808 157 0199</p>",
        '<a href="/page/08081570123">More</a><p>Call 0808 157 0199</p>',
        "<p>Write to help@example.org</p>",
        '<img src="/photo.jpg" alt="People by the sea"><p>Call 0808 157 0199</p>',
    ],
)
def test_a_number_that_a_page_does_not_show_is_gone(page: str) -> None:
    assert seen(page) == Seen("gone")


@pytest.mark.parametrize(
    ("page", "why"),
    [
        ('<img src="/phone-number.png" alt="">', "it may stand in a picture there, which no program reads"),
        ('<img src="/a.png" alt="Our helpline">', "it may stand in a picture there, which no program reads"),
        ('<img src="/a.png">', "the page shows no number in words, so it may stand in a picture"),
    ],
)
def test_a_number_in_a_picture_can_not_be_known_and_that_is_said(page: str, why: str) -> None:
    assert seen(page) == Seen("unknown", why)


def test_a_page_that_a_script_writes_can_not_be_known() -> None:
    page = b"<!doctype html><div id=root></div><script src=/app.js></script>"

    assert PageText(page).sight_of(OURS) == Seen("unknown", "a script writes that page, and none is run here")


def test_a_page_too_long_to_read_is_not_called_wrong() -> None:
    long = b"<p>" + b"x" * READ_AT_MOST

    assert PageText(long).sight_of(OURS) == Seen("unknown", "the page is too long to read whole")
    assert PageText(b"<p>0808 157 0123</p>" + long).sight_of(OURS) == Seen("shown")


@pytest.mark.parametrize(
    "data",
    [
        gzip.compress(b"<p>Call 0808 157 0123</p>", mtime=0),
        "<p>Call 0808\u00a0157 0123</p>".encode("cp1252"),
        "<meta charset=windows-1252><p>Call 0808\u00a0157 0123 \u2013 free</p>".encode("cp1252"),
        "\ufeff<p>Call 0808 157 0123</p>".encode("utf-16"),
        "\ufeff<p>Call 0808 157 0123</p>".encode(),
    ],
)
def test_a_page_is_read_in_whatever_it_comes(data: bytes) -> None:
    assert PageText(data).sight_of(OURS) == Seen("shown")


@pytest.mark.parametrize(
    ("page", "state"),
    [
        ("<p>Call 116 123, day and night</p>", "shown"),
        ("<p>Call 116123</p>", "shown"),
        ('<a href="tel:116123">Call</a>', "shown"),
        ("<p>They took &pound;116 123 pounds</p>", "gone"),
        ("<p>In 2116 123 people</p>", "gone"),
    ],
)
def test_a_short_number_stands_by_itself(page: str, state: str) -> None:
    assert seen(page, "116123").state == state


@pytest.mark.parametrize("page", ["<p>Text <b>60777</b></p>", '<a href="sms:60777">Text us</a>'])
def test_a_number_for_texts_is_seen(page: str) -> None:
    assert seen(page, "60777") == Seen("shown")


@pytest.mark.parametrize(
    "data", [b"", b"\x1f\x8b\x08broken", b"<p", b"<script type=application/ld+json>[[[[", b"\xff\xfe\x00"]
)
def test_no_bytes_break_it(data: bytes) -> None:
    assert PageText(data).sight_of(OURS).state in ("gone", "unknown")
