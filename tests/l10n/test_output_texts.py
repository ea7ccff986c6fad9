"""The walk through outputs sees a word in each place of each kind of file; else no test of words would say anything."""

from __future__ import annotations

import pytest

from tests.l10n.output_texts import texts_in

CALENDAR = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nX-WR-CALNAME:One\r\nNAME:Two\r\nBEGIN:VEVENT\r\nUID:a\r\n"
)
EVENT = "DTSTART;VALUE=DATE:20270201\r\nSUMMARY:Three\r\nDESCRIPTION:Four\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
RSS = (
    '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>One</title><description>Two</description>'
    "<generator>Three</generator><item><guid>no</guid><title>Four</title><content:encoded>&lt;p&gt;Five &lt;img alt="
    '"Six"&gt;&lt;/p&gt;</content:encoded></item></channel></rss>'
)
PAGE = (
    '<html lang="no"><head><title>One</title><meta name="description" content="Two"><meta name="robots" content="no">'
    '<meta property="og:title" content="Three"></head><body class="no"><p aria-label="Four" data-new="Five">Six'
    '<img alt="Seven" src="no"> Eight</p><input placeholder="Nine" value="Ten">'
    '<a href="mailto:a@example.org?subject=Eleven: an-id">Twelve</a></body></html>'
)
INDEX = (
    '{"crimes": [["no", "One", "no"]], "audiences": [], "kinds": [], "areas": [], '
    '"pages": [["page", "no", "Two", "Three"]], "services": {"id": "no", "name": "Four", "also": "Five"}}'
)


@pytest.mark.parametrize(
    ("path", "text", "words"),
    [
        ("index.html", PAGE, "One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve"),
        ("feeds/x.xml", RSS, "One Two Three Four Five Six"),
        ("feeds/x.ics", CALENDAR + EVENT, "One Two Three Four"),
        (
            "feeds/x.json",
            '{"title": "One", "url": "no", "items": [{"tags": ["Two"], "_opcc": {"alt": "Three"}}]}',
            "One Two Three",
        ),
        ("assets/search/en.json", INDEX, "One Two Three Four Five"),
        ("data/oruk/services.ndjson", '{"id": "no", "name": "One"}\n{"name": "Two", "status": "no"}\n', "One Two"),
        ("data.json", '[{"title": "One", "identifier": "no", "distribution": [{"title": "Two"}]}]', "One Two"),
        ("data/catalog.ttl", '<#a> dct:title "One"@en ; dct:identifier "no" .', "One"),
        ("llms.txt", "# One\n- [Two](https://no.example.org/)\n", "One Two"),
        ("campaigns/a/posts.csv", "date,text,channel\n2027-02-01,One,x\n", "One"),
        ("assets/waymark.css", 'p::before { content: "One"; } q { content: none }', "One"),
        ("qr.svg", '<svg xmlns="http://www.w3.org/2000/svg"><title>One</title></svg>', "One"),
    ],
)
def test_a_word_is_seen_wherever_somebody_would_read_it(path: str, text: str, words: str) -> None:
    found = [word for _, said in texts_in(path, text.encode()) for word in said.split() if word.isalpha()]

    assert sorted(found) == sorted(words.split())


@pytest.mark.parametrize("path", ["data/services.parquet", "a.pdf"])
def test_a_kind_of_file_that_nobody_thought_of_is_no_file_without_words(path: str) -> None:
    with pytest.raises(KeyError):
        list(texts_in(path, b"One"))
