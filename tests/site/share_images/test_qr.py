from __future__ import annotations

from lxml import etree

from generator.site.share_images.campaign_pictures import qr_code

ADDRESS = "https://help.example.org/campaigns/dating-scams/"


def test_a_code_is_an_svg_in_black_on_white() -> None:
    text = qr_code(ADDRESS).decode()

    assert etree.fromstring(text).tag == "{http://www.w3.org/2000/svg}svg"
    assert 'fill="#fff"' in text
    assert 'stroke="#000"' in text


def test_a_code_is_the_same_each_time_and_another_for_another_address() -> None:
    assert qr_code(ADDRESS) == qr_code(ADDRESS)
    assert qr_code(ADDRESS) != qr_code(ADDRESS + "a")
