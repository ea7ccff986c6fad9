from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from typing import get_args

import pytest
from PIL import Image

from generator.model.campaign import Campaign
from generator.picture_words import CardWords
from generator.site.share_images.campaign_pictures import SHARE, SQUARE
from generator.site.share_images.card import card, rgb
from generator.site.share_images.designs import DESIGNS, laid_out
from generator.site.share_images.lettering import letter

BRAND = "#1d4f73"
LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch and a title of as many letters as are let"
AGAIN = (
    "from hashlib import sha256; from generator.site.share_images.card import card; "
    "from generator.picture_words import CardWords; "
    "print(sha256(card(CardWords('Dating scams', 'The office'), '#1d4f73', (1200, 630))).hexdigest())"
)


def drawn(title: str = "Dating scams", office: str = "The office", size: tuple[int, int] = SHARE) -> Image.Image:
    data = card(CardWords(title, office), BRAND, size)
    assert data is not None
    return Image.open(BytesIO(data))


@pytest.mark.parametrize("size", [SHARE, SQUARE])
@pytest.mark.parametrize("title", ["Dating scams", LONG[:100], "A", "tŷ ŵyn – ‘£5’"])
def test_a_picture_is_a_small_png_of_its_size(title: str, size: tuple[int, int]) -> None:
    data = card(CardWords(title, "The office"), BRAND, size)
    assert data is not None
    picture = Image.open(BytesIO(data))

    assert (picture.format, picture.size) == ("PNG", size)
    assert len(data) < 100_000
    assert "tEXt" not in str(data[:200])


def test_the_title_is_white_on_the_colour_and_the_office_in_the_colour_on_white() -> None:
    picture = drawn().convert("RGB")

    assert picture.getpixel((5, 5)) == rgb(BRAND)
    assert picture.getpixel((5, 625)) == (255, 255, 255)
    assert (255, 255, 255) in {colour for _, colour in picture.crop((0, 0, 1200, 500)).getcolors() or ()}
    assert rgb(BRAND) in {colour for _, colour in picture.crop((0, 520, 1200, 630)).getcolors() or ()}


def test_no_words_touch_the_edges() -> None:
    for title in (LONG[:100], "W" * 100, "gjpqy " * 16):
        picture = drawn(title).convert("RGB")
        for box in ((0, 0, 60, 500), (1140, 0, 1200, 500), (0, 0, 1200, 40)):
            assert picture.crop(box).getcolors() == [((box[2] - box[0]) * (box[3] - box[1]), rgb(BRAND))]


def test_two_processes_draw_the_same_bytes() -> None:
    data = card(CardWords("Dating scams", "The office"), BRAND, SHARE)
    assert data is not None
    other = subprocess.run([sys.executable, "-c", AGAIN], check=True, capture_output=True, text=True)

    assert other.stdout.strip() == sha256(data).hexdigest()


def test_arabic_starts_from_the_right() -> None:
    picture = drawn("مساعدة").convert("L")
    words = picture.crop((0, 0, 1200, 500)).point(lambda shade: 255 if shade > 200 else 0).getbbox()

    assert words is not None
    assert words[0] > 600
    assert 1080 <= words[2] <= 1120


@pytest.mark.parametrize("title", ["日本", "👩‍👩‍👧‍👦", "Help 日本"])
def test_letters_that_our_fonts_lack_are_never_drawn_as_boxes(title: str) -> None:
    assert card(CardWords(title, "The office"), BRAND, SHARE) is None


def test_a_colour_on_which_white_can_not_be_read_is_refused() -> None:
    with pytest.raises(ValueError, match="white words can't be read on #ffdd00"):
        card(CardWords("Dating scams", "The office"), "#ffdd00", SHARE)


WHOLE = CardWords("Dating scams", "The office", "Call 0808 157 0105", "Day and night", "help.example.org")


@pytest.mark.parametrize("size", [SHARE, SQUARE])
@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize("title", ["Dating scams", LONG[:100], "W" * 100])
def test_each_design_holds_every_word_within_the_picture_and_none_over_another(
    title: str, design: str, size: tuple[int, int]
) -> None:
    found = laid_out(replace(WHOLE, title=title), size, design)

    assert found is not None
    boxes = [
        (one.left, one.top, one.left + max(map(one.words.font.getlength, one.words.lines)), one.top + one.words.height)
        for one in found.words
    ]
    assert [line for one in found.words[1:] for line in one.words.lines] in (
        ["Call 0808\xa0157\xa00105", "Day and night · help.example.org", "The office"],
        ["Call 0808\xa0157\xa00105", "Day and night", "help.example.org", "The office"],
    )
    assert all(left >= 0 and top >= 0 and right <= size[0] and bottom <= size[1] for left, top, right, bottom in boxes)
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_the_designs_differ() -> None:
    assert len({card(WHOLE, BRAND, SHARE, design) for design in DESIGNS}) == 3


def test_every_design_that_a_campaign_may_name_can_be_drawn() -> None:
    assert set(DESIGNS) == set(get_args(Campaign.model_fields["design"].annotation))


@pytest.mark.parametrize("design", DESIGNS)
def test_a_number_among_letters_that_run_from_the_right_keeps_its_order(design: str) -> None:
    words = CardWords("مساعدة 0808 157 0100 لمن", "المكتب", "اتصل 0808 157 0105")
    found = laid_out(words, SQUARE, design)

    assert found is not None
    lines = [line for one in found.words for line in one.words.lines]
    assert [line for line in lines if "0808\xa0157\xa00100" in line]
    assert "اتصل 0808\xa0157\xa00105" in lines
    # Joined, the digits are drawn as they are where nothing runs from the right; apart, the last group stands first.
    assert (
        _digits_drawn("ا 0808\xa0157")
        == _digits_drawn("ا 0808-157".replace("-", "\xa0"))
        != _digits_drawn("ا 0808 157")
    )


def _digits_drawn(text: str) -> bytes:
    found = letter("ا", 1000, 200)
    assert found is not None
    return bytes(found.font.getmask(text, direction="rtl"))


def test_words_too_long_for_one_line_leave_out_the_address_but_never_the_number() -> None:
    found = laid_out(replace(WHOLE, address="a" * 80 + ".example.org"), SHARE, "panel")

    assert found is not None
    assert [one.words.lines[0] for one in found.words[1:]] == [
        "Call 0808\xa0157\xa00105",
        "Day and night",
        "The office",
    ]
    assert laid_out(replace(WHOLE, call="Call " + "9" * 200), SHARE, "panel") is None
