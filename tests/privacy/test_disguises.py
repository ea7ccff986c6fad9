"""A built file -> what is withheld is found in each everyday way to write it, whatever disguise its format allows."""

from __future__ import annotations

import base64
import gzip
import json
from pathlib import Path
from urllib.parse import quote

import pytest

from generator.privacy.scan import leaks, links_in
from generator.privacy.withheld_search import Sought

HOUSE = "12-14 Mill Lane, Millbeck"
VICARAGE = "The Old Vicarage, Church Lane, Shap"
WELSH = "T\u0177'r Afon, Heol yr Eglwys, Llanfair"
POSTCODE = "CA10 2AU"
NUMBER = "01632960001"
SPELLINGS = (
    *("12 Mill Lane", "13 Mill Lane", "14 Mill Ln", "12 to 14 Mill Lane", "12/14 Mill Ln.", "12 &amp; 14 Mill Lane"),
    *("twelve Mill Lane", "Twelve, Mill Ln", "No. 12, Mill Lane", "Mill Lane 12", "10-16 Mill Lane", "12; Mill | Lane"),
    *("12\nMill\nLane", "12MillLane", "12 MILL LN", "Old Vicarage, Church Ln", "The Old Vicarage (Church Lane)"),
    *("Old Vicarage in Shap", "Church Lane; Old Vicarage", "OLD VICARAGE / SHAP", "Ty'r Afon, Heol yr Eglwys"),
    *("Tyr Afon, Hl yr Eglwys", "T\u0177\u2019r Afon, Llanfair", "ca102au", "CA1O 2AU", "CA10-2AU", "Ca10 . 2aU"),
)
DISGUISES = (
    *(
        "12 Mi<b>ll La</b>ne",
        "12 M<i>i</i>ll<b> </b>Lane",
        "1<b>2</b> Mill Lane",
        "12 Mill<!-- x --> Lane",
        "12 Mi<wbr>ll Lane",
    ),
    *("12 Mi<span\nclass='x'>ll</span> Lane", "<p>12</p>\n<p>Mill</p>\n\n<div>\n<p>Lane</p>", "12 M&#105;ll L&#x61;ne"),
    *(
        '12 Mi<b title="a>b">ll</b> Lane',
        "12 Mi<b title='>'>ll</b> Lane",
        "12 M<a href=\"/x>y\" class='q'>ill</a> Lane",
    ),
    *('12 Mi<b title="<x>">ll</b> Lane', "12 Mi<b a='>' b=\">\">ll</b> Lane", '12 Mi<b\na="x>"\n>ll</b> Lane'),
    *('12 Mi<b title=">\n">ll</b> Lane', '12 Mi<b title="it\'s >">ll</b> Lane', "1<i a='>'>2</i> Mill Lane"),
    *(
        "12 \u13b7ill \u13deane",
        "12 M\u13a5ll Lane",
        "12 \uab87ill Lane",
        "12 \ua4dfill \ua4e1ane",
        "12 \u2c98ill Lane",
    ),
    *(
        "12 M&amp;#105;ll Lane",
        "12 M&amp;amp;#x69;ll Lane",
        "12&nbsp;Mill&ensp;Lane",
        "12 Mi&shy;ll La&zwnj;ne",
        "12 Mi&ZeroWidthSpace;ll Lane",
    ),
    *(
        "12 Mi\u00adll La\u200bne",
        "12 M\u200di\u2060ll Lane",
        "12 M\u034fill L\u2063ane",
        "12 Mi\u202dll Lane",
        "12 Mi\ufe0fll Lane",
    ),
    *(
        "12 M\u0456ll L\u0430n\u0435",
        "12 \u039cill Lane",
        "12 M\u0131ll Lane",
        "\uff11\uff12 \uff2d\uff49\uff4c\uff4c Lane",
        "12 \U0001d40c\U0001d422\U0001d425\U0001d425 Lane",
    ),
    *(
        "12 M\u00efll L\u00e4ne",
        "12 Mi\u0301ll Lane",
        "1 2 M i l l L a n e",
        "12 M.i.l.l L-a-n-e",
        "12 M I L L L A N E",
        "M i l l L a n e 12",
    ),
    *(
        '<img alt="12 Mill Lane">',
        "<a title='12 Mill Ln'>",
        '<p aria-label="twelve Mill Lane">',
        '<meta content="12 Mill Lane">',
    ),
    *(
        '<input value="12 Mill Lane">',
        "<p data-x='12&#32;Mill&#32;Lane'>",
        "<!-- 12 Mill Ln -->",
        "<!-- 12 Mi<b>ll</b> Lane -->",
    ),
    *(
        "<svg><title>12 Mill Ln</title></svg>",
        "<style>p::after{content:'12 Mill Lane'}</style>",
        "?q=12+Mill+Lane",
        "?q=12%20M%69ll%20Lane",
    ),
    *(
        "12%2520Mill%2520Lane",
        "/places/12-mill-lane/",
        "<script>const a = '12 Mill ' + 'Lane'</script>",
        "12 Mi\\u006cl Lane",
    ),
    *(
        "<script>x='12 M\\x69ll Lane'</script>",
        "<script>x='12 M\\u{69}ll Lane'</script>",
        "12 Mi\\\\u006cl Lane",
        "<![CDATA[12 Mill Ln]]>",
        "12 Mi<![CDATA[ll]]> Lane",
        "12 M<![CDATA[ill L]]>ane",
        "12 \u24c2\u24d8\u24db\u24db Lane",
        "12 \U0001f17c\U0001f178\U0001f17b\U0001f17b Lane",
        "12 \U0001f15c\U0001f158\U0001f15b\U0001f15b Lane",
        "12 \u1d0d\u026a\u029f\u029f \u029f\u1d00\u0274\u1d07",
        "\u2776\u2777 Mill Lane",
        "\u246b Mill Lane",
        "1\ufe0f\u20e32\ufe0f\u20e3 Mill Lane",
        "12 \u13b7\u13a5\u13de\u13de Lane",
        "12 \ua4df\ua4f2\ua4e1\ua4e1 Lane",
        "#Visit12MillLane",
        "#12MillLaneMillbeck",
    ),
    *(
        "<![CDATA[<p>12 Mi<b>ll</b> Ln</p>]]>",
        "&lt;p&gt;12 Mi&lt;b&gt;ll&lt;/b&gt; Ln&lt;/p&gt;",
        "<style>p{content:'12 \\4d ill Lane'}</style>",
    ),
    *(f"<img src='data:text/plain;base64,{base64.b64encode(b'Come to 12 Mill Lane').decode()}'>",),
    *(f"<img src='data:image/svg+xml,{quote('<svg><title>12 Mill Lane</title></svg>')}'>",),
)
FILES = (
    ("data/a.json", json.dumps({"at": "twelve Mi\u200bll L\u00e4ne"}).encode()),
    ("data/a.json", json.dumps(["12", "Mill", "Lane"]).encode()),
    (
        "data/a.json",
        json.dumps(json.dumps({"html": "12 M<b>il</b>l Lane", "\u2009": "12\u2009Mill\u2009Lane"})).encode(),
    ),
    ("feeds/a.csv", b'"12 ""Mill"" Lane","x"\r\n'),
    ("feeds/a.csv", b'12,"Mill\nLane",Millbeck\r\n'),
    ("feeds/a.ics", b"BEGIN:VCALENDAR\r\nDESCRIPTION:12 Mi\r\n ll\\, Ln\r\n"),
    ("feeds/a.ics", b"LOCATION:1\r\n\t2 M\r\n\till La\r\n\tne\r\n"),
    ("feeds/a.xml", b"<d>&lt;p&gt;12 Mi&lt;b&gt;ll&lt;/b&gt;&amp;nbsp;Ln&lt;/p&gt;</d>"),
    ("feeds/a.xml", b"<content><![CDATA[<p>12 M&#105;ll Ln</p>]]></content>"),
    ("sitemap.xml.gz", gzip.compress(b"<loc>/12-mill-ln/</loc>", mtime=0) + gzip.compress(b"<x/>", mtime=0)),
    ("sitemap.xml.gz", gzip.compress(gzip.compress(b"<loc>/12-mill-ln/</loc>", mtime=0), mtime=0)),
    ("a.xml.gz", gzip.compress(gzip.compress(gzip.compress(b"Mill Lane 12", mtime=0), mtime=0), mtime=0)),
    ("feeds/a.ics.gz", gzip.compress(b"DESCRIPTION:12 Mi\r\n ll\\, Ln\r\n", mtime=0)),
    ("feeds/A.ICS", b"DESCRIPTION:12 Mi\r\n ll\\, Ln\r\n"),
    ("a.svg", b"<svg><title>12 Mill Ln</title></svg>"),
    ("a.css", b".a::after { content: '12 \\00004dill Lane' }"),
    ("a.css", f".a{{src:url(data:font/x;base64,{base64.b64encode(b'(c) 12 Mill Lane 2026').decode()})}}".encode()),
    ("a.js", b'const a = ["12 Mi", "ll Lane"].join("");'),
    ("_redirects", b"/old /places/12-mill-lane/ 301\n"),
    ("a.txt", "12 M\u0456ll Ln".encode("utf-16")),
)
SPOKEN = (
    *("01632 960 001", "01632.960.001", "01632/960/001", "(01632) 960-001", "[01632] 960001", "+44 (0) 1632 960 001"),
    *(
        "+44 (0)1632/960.001",
        "0044-1632-960001",
        "01632 960\u200b001",
        "0163<b>2</b> 960001",
        "01632 &middot; 960001",
    ),
    *(
        "01632, 960, 001",
        "01632 | 960 | 001",
        "01632 \u2022 960001",
        "01632:960:001",
        "01632*960*001",
        "01632~960001",
        "01632_960_001",
        "0.1.6.3.2.9.6.0.0.0.1",
        "".join(f"{digit}\ufe0f\u20e3" for digit in "01632960001"),
        "\u24ff\u2776\u277b\u2778\u2777\u277e\u277b\u24ff\u24ff\u24ff\u2776",
        "1632960001",
    ),
    *(
        "\uff10\uff11\uff16\uff13\uff12 960001",
        "0163&#50; 960001",
        "01632%20960%20001",
        "0 1 6 3 2 9 6 0 0 0 1",
        "<i>01632</i>\n<i>960001</i>",
    ),
    *(
        "01632&nbsp;&ndash;&nbsp;960001",
        "tel:+44-1632-960001",
        "\u0660\u0661\u0666\u0663\u0662 960001",
        "01632\\u0020960001",
        "01632 {960} 001",
    ),
)


def found_in(folder: Path, data: str | bytes, file: str = "a.html") -> list[str]:
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    words = {HOUSE: "the address of place 1 of a", VICARAGE: "b", WELSH: "c", POSTCODE: "d"}
    return [str(one) for one in leaks(folder, words, (NUMBER,), ())]


@pytest.mark.parametrize("written", SPELLINGS)
def test_each_everyday_way_to_write_a_place_is_found_in_a_page(tmp_path: Path, written: str) -> None:
    assert found_in(tmp_path, f"<p>Come to us.</p>\n<p>We meet at {written}, on Monday.</p>\n<p>Bye</p>\n") != []


@pytest.mark.parametrize("written", DISGUISES)
def test_each_disguise_of_a_page_is_seen_through(tmp_path: Path, written: str) -> None:
    problems = found_in(tmp_path, f"<p>Come to us.</p>\n<p>We meet at {written} on Monday.</p>\n<p>Bye</p>\n")

    assert any("the address of place 1 of a is withheld, but it is in this file" in one for one in problems)
    assert "mill" not in " ".join(problems).lower()


@pytest.mark.parametrize("written", [one for one in DISGUISES if "base64" not in one])
def test_each_disguise_is_seen_through_in_a_template_too_and_blotted_out(written: str) -> None:
    sought = Sought({HOUSE: "the address of place 1 of a"})
    text = f"<p>We meet at {written} on Monday.</p>"

    assert any(not hit.is_street for _, _, hit in sought.seen_in(text))
    assert not any(not hit.is_street for _, _, hit in sought.seen_in(sought.redacted(text, "(secret)")))


@pytest.mark.parametrize(("file", "data"), FILES)
def test_each_disguise_of_another_format_is_seen_through(tmp_path: Path, file: str, data: bytes) -> None:
    assert any("the address of place 1 of a is withheld" in one for one in found_in(tmp_path, data, file))


@pytest.mark.parametrize(
    "file", ["places/12-mill-ln.html", "12/mill-lane/a.html", "twelve_mill_lane.css", "12%20M%C3%AFll%20Lane.png"]
)
def test_the_name_of_a_file_is_read_like_its_text_and_not_repeated(tmp_path: Path, file: str) -> None:
    problems = found_in(tmp_path, "", file)

    assert any("is withheld, but it is in the name of this file" in one for one in problems)
    assert "mill" not in " ".join(problems).lower()


@pytest.mark.parametrize("file", ["images/01632-960001.png", "call/01632960001/index.html", "a_01632%20960001.csv"])
def test_a_number_in_the_name_of_a_file_is_named(tmp_path: Path, file: str) -> None:
    assert any("may not be shown" in one for one in found_in(tmp_path, "", file))


@pytest.mark.parametrize("written", SPOKEN)
def test_a_number_is_found_with_any_sign_between_its_digits(tmp_path: Path, written: str) -> None:
    assert any("may not be shown" in one for one in found_in(tmp_path, f"<p>Call {written} now</p>"))


@pytest.mark.parametrize(
    "written",
    [
        *(
            "11 Mill Lane",
            "15 Mill Lane",
            "Mill Lane",
            "112 Mill Lane",
            "12 Windmill Lane",
            "Millbeck",
            "12 Millers Lane",
        ),
        *("Church Lane, Shap", "the old church", "Mill Lane 12-2pm", "<li>12</li>\n<li>Hill Lane</li>", "CA10 3AU"),
        *(
            "2026-01-16 32:96:00",
            "0.1632960001",
            "7.1632960001",
            "1632 960001",
            "In 1632, 960001 people",
            "01632 960002",
            "163296000",
        ),
    ],
)
def test_what_is_near_and_another_is_no_alarm(tmp_path: Path, written: str) -> None:
    assert found_in(tmp_path, f"<p>We meet at {written} on Monday.</p>") == []


@pytest.mark.parametrize("written", ["#TheOldVicarageChurchLane", "#OldVicarageShap", "#theoldvicaragechurchlane"])
def test_a_house_in_a_hashtag_is_found_where_the_words_are_written_as_one(tmp_path: Path, written: str) -> None:
    assert found_in(tmp_path, f"<p>Share {written} today</p>") != []


@pytest.mark.parametrize("mark", ["\u0640", "\u30fc", "\u02bc", "\u3005"])
def test_a_mark_that_stands_alone_is_no_word_and_hides_none(tmp_path: Path, mark: str) -> None:
    assert found_in(tmp_path, f"<p>{mark} Help {mark} is here</p>") == []
    assert found_in(tmp_path, f"<p>{mark} 12 {mark} Mill {mark} Lane {mark}</p>") != []


def test_a_link_in_the_built_site_is_named_wherever_it_leads(tmp_path: Path) -> None:
    (tmp_path / "built" / "deep").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "built" / "folder").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "built" / "deep" / "file.html").symlink_to("nowhere.html")

    words = "this is a link to something outside of what was searched; have the file itself put here, or nothing"
    assert sorted(map(str, links_in(tmp_path / "built"))) == [f"deep/file.html:1:1: {words}", f"folder:1:1: {words}"]
