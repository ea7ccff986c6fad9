"""What nobody meant is named and put right; what a script, a flag or a picture needs stays."""

from __future__ import annotations

import pytest

from generator.model.fields.stray_characters import cleaned, strays


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Har\u00adbour Line", "Harbour Line"),
        ("Harbour\u200b Line", "Harbour Line"),
        ("Harbour\u00a0Line", "Harbour Line"),
        ("Harbour\u2009Line", "Harbour Line"),
        ("Harbour Line\u200e", "Harbour Line"),
        ("Harbour\u2060 \ufeffLine", "Harbour Line"),
        ("Har\u200dbour\ufe0f Line", "Harbour Line"),
        ("\u202eHarbour\u202c Line", "Harbour Line"),
        ("\u2067Harbour\u2069 Line", "Harbour Line"),
        ("Harbour\U000e0041\U000e007f Line", "Harbour Line"),
        ("Har\u034fbour\u3164 Line\u2063", "Harbour Line"),
        ("The Men&#39;s Line", "The Men's Line"),
        ("Mums &amp; dads &#8211; call&nbsp;us", "Mums & dads – call us"),
        ("Mums &amp;amp; dads &#x2013; call", "Mums & dads – call"),
        ("The Men&amp;#39;s Line", "The Men's Line"),
        ("donâ€™t", "don’t"),
        ("donÃ¢â‚¬â„¢t", "don’t"),
        ("don\u00e2\u0080\u0099t", "don’t"),
        ("don‚Äôt", "don’t"),
        ("â€œHelloâ€\x9d", "“Hello”"),
        ("Â£5 â€“ Â£10", "£5 – £10"),
        ("CafÃ© Zoë", "Café Zoë"),
        ("Llinell y TÅ·", "Llinell y Tŷ"),
        ("ðŸ˜€", "😀"),
        ("Ù…Ø±Ø\u00adØ¨Ø§", "مرحبا"),
    ],
)
def test_what_nobody_meant_is_put_right(said: str, meant: str) -> None:
    text, told = cleaned(said)

    assert text == meant
    assert told != []
    assert cleaned(text) == (meant, [])


@pytest.mark.parametrize(
    "text",
    [
        "“CAFÉ” and CAFÉ’S", "café…”", "Â’R", "MANHÃ”", "PÅ”", "Ç–", "voilà « x »", "Tŷ’r ŵyl â’r",
        "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f Cymru", "👩‍👩‍👧 a", "❤️ b", "5️⃣",
        "👍🏽", "می‌روم", "क्‍ष", "שלום \u200f12", "اردو \u200e12", "£5 – €6 × ½", "Łódź, Zoë’s", "日本語",
        "R&D and AT&T;",
        "naïve “façade” ‘x’…", "Kraków – Gdańsk", "ਪੰਜਾਬੀ", "Українська", "Έλληνας", "ß–ß",
    ],
)  # fmt: skip
def test_what_is_right_is_left_alone(text: str) -> None:
    assert strays(text) == []


def test_what_is_lost_for_good_is_named_and_stays() -> None:
    text, told = cleaned("don\ufffdt")

    assert (text, [one.name for one in told]) == ("don\ufffdt", ["a letter that was lost"])


def test_in_markdown_only_what_is_written_as_html_twice_is_a_stray() -> None:
    assert strays("Mums &amp; dads&nbsp;", entities=False) == []
    assert [one.name for one in strays("Mums &amp;amp; dads &amp;#39;", entities=False)] == ["&amp;", "&amp;"]
