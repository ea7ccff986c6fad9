from __future__ import annotations

import subprocess
import sys
from hashlib import sha256
from io import BytesIO

import pytest
from PIL import Image

from generator.site.share_images.card import SHARE, SQUARE, card, rgb

BRAND = "#1d4f73"
LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch and a title of as many letters as are let"
AGAIN = (
    "from hashlib import sha256; from generator.site.share_images.card import card, SHARE; "
    "print(sha256(card('Dating scams', 'The office', '#1d4f73', SHARE)).hexdigest())"
)


def drawn(title: str = "Dating scams", office: str = "The office", size: tuple[int, int] = SHARE) -> Image.Image:
    data = card(title, office, BRAND, size)
    assert data is not None
    return Image.open(BytesIO(data))


@pytest.mark.parametrize("size", [SHARE, SQUARE])
@pytest.mark.parametrize("title", ["Dating scams", LONG[:100], "A", "tŷ ŵyn – ‘£5’"])
def test_a_picture_is_a_small_png_of_its_size(title: str, size: tuple[int, int]) -> None:
    data = card(title, "The office", BRAND, size)
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
    data = card("Dating scams", "The office", BRAND, SHARE)
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
    assert card(title, "The office", BRAND, SHARE) is None


def test_a_colour_on_which_white_can_not_be_read_is_refused() -> None:
    with pytest.raises(ValueError, match="white words can't be read on #ffdd00"):
        card("Dating scams", "The office", "#ffdd00", SHARE)
