"""R11: whatever an author types, the record refuses it, or every reader of the feed gets exactly that text back."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree
from pydantic import ValidationError

from generator.site.feeds.items import every_post, feed_items
from generator.site.feeds.rss import rss
from tests.builders import a_campaign, a_post, an_edition
from tests.sites import a_picture, a_site

MEDIA = "{http://search.yahoo.com/mrss/}"
MARKS = ["&", "<", ">", '"', "'", "]]>", "&amp;", "&#0;", "%", "\\", "{{", "👩‍👩‍👧", "é", "e\u0301"]
TONGUES = ["مرحبا", "ŵŷ", "Siaradwch â ni", "汉字", "\u200d", "\u200f", " ", "\n"]
REFUSED = ["\x00", "\x0b", "\x1b", "\x85", "\u2028", "\ufeff", "\ufffe", "\ud800", "<b>", "<!--", "<![CDATA[", "<?x"]
LETTERS = st.characters(
    codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufeff\ufffe\uffff"
)
HELD = st.lists(st.one_of(st.sampled_from(MARKS + TONGUES), LETTERS), min_size=1, max_size=12).map("".join)
HOSTILE = st.lists(st.one_of(st.sampled_from(MARKS + REFUSED), st.characters()), min_size=1, max_size=12).map("".join)
TEXTS = st.one_of(HELD, HELD, HELD, HELD, HELD, HOSTILE)


def read(title: str, text: str, alt: str, name: str) -> tuple[list[str | None], bytes]:
    """What the records hold, and the feed of them."""
    post = a_post(title=title, text=text, image={"file": "images/dating.png", "alt": alt})
    campaign = a_campaign(posts=[post])
    site = a_site(site_name=name, office={"name": name})
    kept = campaign.posts[0]
    assert kept.image is not None
    held = [
        f"{site.site_name}: campaign posts",
        f"Every campaign post from {site.office.name}, at the time it goes out.",
        kept.title,
        kept.text,
        kept.image.alt,
    ]
    edition = an_edition(campaign, now="2027-02-10 09:00", pictures=a_picture())
    return held, rss(every_post(feed_items(edition, site), site), site).data


@given(title=TEXTS, text=TEXTS, alt=TEXTS, name=TEXTS)
@example(title="a]]>b & <3", text="1 < 2 & 'x' \"y\"\n\n&lt;", alt="]]>", name='R & D\'s "help"')
@example(title="&amp;", text="tab\there", alt="&#x1F600;", name="a")
@example(title="x", text="line\rline\r\nline", alt="x", name="x")
def test_r11_the_record_refuses_a_text_or_every_parser_gives_it_back(
    title: str, text: str, alt: str, name: str
) -> None:
    try:
        held, data = read(title, text, alt, name)
    except ValidationError:
        return
    for parse in (etree.fromstring, ElementTree.fromstring):
        channel = parse(data).find("channel")
        item = channel.find("item")
        got = [
            channel.findtext("title"),
            channel.findtext("description"),
            item.findtext("title"),
            item.findtext("description"),
            item.findtext(f"{MEDIA}content/{MEDIA}description"),
        ]
        assert got == held


@pytest.mark.parametrize("code", [0x00, 0x01, 0x08, 0x0B, 0x0C, 0x1F, 0x7F, 0x85, 0xD800, 0xFFFE, 0xFFFF])
def test_r11_a_character_that_xml_cannot_hold_stops_at_the_record(code: int) -> None:
    with pytest.raises(ValidationError, match=f"hidden character \\(U\\+{code:04X}\\)"):
        a_campaign(posts=[a_post(title=f"a{chr(code)}b")])
