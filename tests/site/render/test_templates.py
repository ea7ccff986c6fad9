"""The environment: everything escaped, nothing undefined, words in the site's language, each card rendered once."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import UndefinedError
from lxml import html

from generator.model.fields.text import Words
from generator.site.render.frame import frame, framed
from generator.site.render.templates import Templates
from tests.builders import a_service, an_edition
from tests.sites import ROOT, a_site, some_templates


def rendered(folder: Path, template: str, language: str = "en", **values: object) -> str:
    """What one small template makes of some values."""
    (folder / "pages").mkdir()
    (folder / "pages" / "one.html").write_text(template, encoding="utf-8")
    templates = Templates(folder, an_edition(), a_site(language=language))
    return templates.page("one", "one/", "Title", "", "", **values).body


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("<b>bold</b>", "&lt;b&gt;bold&lt;/b&gt;"),
        ("R & D", "R &amp; D"),
        ('say "hi"', "say &#34;hi&#34;"),
        ("it's", "it&#39;s"),
    ],
)
def test_every_value_is_escaped(tmp_path: Path, text: str, escaped: str) -> None:
    assert (
        rendered(tmp_path, "<p title='{{ text }}'>{{ text }}</p>", text=text) == f"<p title='{escaped}'>{escaped}</p>"
    )


def test_words_are_escaped_in_each_language(tmp_path: Path) -> None:
    words = Words({"en": "a & b", "cy": "c & d"})
    assert rendered(tmp_path, "{{ text }}", "cy", text=words) == "c &amp; d"


def test_words_without_a_translation_are_shown_in_their_first_language_and_name_it(tmp_path: Path) -> None:
    words = Words({"en": "Help & hope", "cy": "Cymorth"})
    assert rendered(tmp_path, "{{ text }}", "pl", text=words) == '<bdi lang="en" dir="ltr">Help &amp; hope</bdi>'


def test_words_in_a_language_written_the_other_way_say_which_way(tmp_path: Path) -> None:
    words = Words({"ar": "مساعدة"})
    assert rendered(tmp_path, "{{ text }}", text=words) == '<bdi lang="ar" dir="rtl">مساعدة</bdi>'


def test_in_an_attribute_words_stand_alone(tmp_path: Path) -> None:
    words = Words({"cy": 'Cymorth "nawr"'})
    assert rendered(tmp_path, "{{ text | text_alone }}", text=words) == "Cymorth &#34;nawr&#34;"


def test_a_name_that_does_not_exist_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(UndefinedError, match="'mistake' is undefined"):
        rendered(tmp_path, "{{ mistake }}")


def test_a_field_that_does_not_exist_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(UndefinedError, match="has no attribute 'mistake'"):
        rendered(tmp_path, "{{ settings.mistake }}")


def test_a_template_that_was_changed_is_compiled_anew(tmp_path: Path) -> None:
    before = rendered(tmp_path, "Call {{ number }}", number=1)
    (tmp_path / "pages" / "one.html").write_text("Ring {{ number }}", encoding="utf-8")
    after = Templates(tmp_path, an_edition(), a_site()).page("one", "one/", "Title", "", "", number=1).body

    assert (before, after) == ("Call 1", "Ring 1")


def test_a_percent_sign_in_translatable_words_stays_one(tmp_path: Path) -> None:
    assert rendered(tmp_path, "{% trans %}100% free{% endtrans %}") == "100% free"


def test_values_in_translatable_words_are_escaped(tmp_path: Path) -> None:
    assert rendered(tmp_path, "{% trans who=text %}By {{ who }}{% endtrans %}", text="A & B") == "By A &amp; B"


def test_a_link_holds_the_path_that_the_site_stands_at() -> None:
    templates = Templates(ROOT / "overrides", an_edition(a_service()), a_site(site_url="https://x.org/help/"))
    assert 'href="/help/services/victim-support-cumbria/"' in templates.card("victim-support-cumbria")


def test_a_card_is_rendered_once() -> None:
    templates = some_templates(a_service())
    assert templates.card("victim-support-cumbria") is templates.card("victim-support-cumbria")


def test_a_page_is_rendered_when_somebody_asks_for_it_and_the_same_each_time(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    page = Templates(tmp_path, an_edition(), a_site()).page("one", "one/", "Title", "", "", words="Hello")
    (tmp_path / "pages" / "one.html").write_text("<p>{{ title }}: {{ words }}</p>", encoding="utf-8")

    assert [page.body, page.body] == ["<p>Title: Hello</p>"] * 2


def test_the_logo_stands_in_the_head_and_says_nothing_that_the_name_beside_it_does_not() -> None:
    office = {"name": "The office", "logo": "images/our logo.svg"}
    templates = some_templates(a_service(), site=a_site(office=office))
    around = frame(templates, templates.folder / "scripts", [templates], preview=False)
    head = html.document_fromstring(framed(templates, around, "")).find(".//header")
    plain = some_templates(a_service())

    assert head is not None
    assert [dict(image.attrib) for image in head.iter("img")] == [
        {"src": "/images/our%20logo.svg", "alt": "", "height": "40"}
    ]
    assert "<img" not in framed(plain, frame(plain, plain.folder / "scripts", [plain], preview=False), "")
