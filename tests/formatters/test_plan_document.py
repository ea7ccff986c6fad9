"""R34: the year as one HTML document. It says what the plan says, needs nothing else, and runs nothing."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

import pytest
from lxml import html

from generator.formatters.plan_document import plan_document
from generator.model.campaign import Campaign
from generator.site.render.templates import Templates
from generator.staff.planning.previews import previews
from generator.staff.planning.runs import Period
from generator.staff.planning.year import Year, at_a_glance, the_year
from tests.builders import a_campaign, a_post, a_run, an_edition
from tests.sites import ROOT, a_site, some_picture_words
from tests.staff.planning.golden import golden_year
from tests.staff.planning.years import YEAR_2027


def document_of(year: Year) -> str:
    """The whole document, through our own templates."""
    site = a_site()
    templates = Templates(ROOT / "overrides", year.edition, site)
    shown = {
        one.id: previews(one, year.edition.catalogue.channels, some_picture_words(year.edition, site))
        for one in year.campaigns
    }
    return plan_document(templates, year, list(at_a_glance(year)), shown)


def year_of(*campaigns: Campaign, now: str = "2026-11-22 09:00") -> Year:
    return the_year(an_edition(*campaigns, now=now), a_site(), YEAR_2027, ())


@cache
def golden() -> html.HtmlElement:
    """The document with one of everything."""
    return html.document_fromstring(document_of(golden_year()))


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def seen(cell: html.HtmlElement) -> str:
    """What a reader hears of a cell: not what is only drawn."""
    return " ".join("".join(cell.xpath(".//text()[not(ancestor::*[@aria-hidden])]")).split())


def rows_of(section: str) -> list[list[str]]:
    """The rows of a section's tables, cell by cell."""
    rows = golden().xpath(f"//section[@aria-labelledby='{section}']//tbody/tr")
    return [[seen(cell) for cell in row.xpath("./th | ./td")] for row in rows]


def test_r34_both_matrices_show_the_counts_of_the_data() -> None:
    year = golden_year()
    for section, lines in (("crimes", year.by_crime), ("audiences", year.by_audience)):
        shown = [[int(cell.split()[0]) for cell in row[1:]] for row in rows_of(section)]

        assert shown == [[cell.count for cell in line.cells] for line in lines]
        assert sum(map(sum, shown)) > 0


def test_a_count_that_waits_for_a_date_says_so_in_words() -> None:
    older = next(row for row in rows_of("audiences") if row[0] == "Older people")

    assert older[1:] == ["0", "0", "1", "2 (1 to confirm)", "2 (1 to confirm)", "0", "0", "0", "0"]


def test_the_days_of_each_run_stand_in_their_months() -> None:
    easter, hoped, holidays, pause = rows_of("year")

    assert easter == [
        "Easter & afterFraud, scams and cyber crime, Intimate pictures shared or threatened",
        *("", "", "26–31 1 post", "1–30", "1–2 1 post", "", "", "", ""),
    ]
    assert hoped[4:6] == ["26–30 to confirm", "1–2 to confirm"]
    assert holidays[1:6] == [
        "1 New Year's Day",
        "",
        "26 Good Friday29 Easter Monday",
        "",
        "3 May Day31 Spring Bank Holiday",
    ]
    assert pause[5] == "1–6"


def test_a_month_that_the_plan_cuts_short_says_which_days_it_has() -> None:
    year = the_year(an_edition(), a_site(), Period(date(2026, 11, 24), date(2027, 1, 31)), ())
    heads = html.document_fromstring(document_of(year)).xpath("//section[@aria-labelledby='year']//thead//th")

    assert [words(head) for head in heads] == ["Campaign", "Nov 2026 24–30", "Dec", "Jan 2027"]


@pytest.mark.parametrize(("last", "label"), [(date(2027, 11, 23), "Nov ’27"), (date(2026, 12, 31), "Nov")])
def test_a_month_of_a_plan_over_two_years_says_its_year_where_a_cell_stands_alone(last: date, label: str) -> None:
    year = the_year(an_edition(), a_site(), Period(date(2026, 11, 24), last), ())
    cells = html.document_fromstring(document_of(year)).xpath("//section[@aria-labelledby='crimes']//tbody/tr[1]/td")

    assert [cell.get("data-label") for cell in cells if cell.get("data-label").startswith("Nov")][-1] == label


def test_every_other_question_has_its_answer() -> None:
    assert rows_of("confirm") == [
        [
            "now",
            "Ruled",
            "Look up its days and add a run: there is none in the next twelve months. Usually: the whole of May",
            "now",
        ],
        ["5 Apr 2027", "Hoped for", "Confirm the run from 26 Apr 2027 to 2 May 2027", "later"],
    ]
    assert rows_of("ready") == [
        ["Easter & after", "26 Mar 2027", "later", "sign-off", "from its title", "12 Feb 2027"],
        ["Hoped for", "26 Apr 2027", "later", "dates, words, sign-off", "from its title", "15 Mar 2027"],
    ]
    assert rows_of("clashes") == [["26 Apr – 2 May 2027", "Easter & after; Hoped for", "Older people"]]
    assert ["Easter & after", "insight, measures"] in rows_of("oasis")
    assert rows_of("days") == [
        ["26 Mar 2027", "Good Friday", "Easter & after", "begins"],
        ["26 Mar 2027", "Good Friday", "Easter & after", "post good-friday"],
    ]
    assert rows_of("awareness") == [["10 Feb 2027", "A day", "fixed", "the calendar"]]
    (days,) = golden().xpath("//section[@aria-labelledby='days']")
    assert 'New posts are paused from 1 May 2027 to 6 May 2027: =an election, and "quotes".' in words(days)
    assert "1 May 2027: may-day, of Easter & after" in words(days)
    assert "Called off: Dating scams, 1–7 Jul 2027, on 20 Dec 2026." in words(days)
    assert "Services that are paused: Resting." in words(days)


def test_a_gap_says_which_run_would_fill_it() -> None:
    hoped = a_campaign(
        id="hoped",
        title="Hoped",
        audiences=["older"],
        posts=[],
        runs=[a_run("2027-06-01", "2027-06-07", confirmed=None)],
    )
    begun = a_campaign(id="begun", audiences=["older"], posts=[], runs=[a_run("2027-01-01", "2027-02-01")])
    tree = html.document_fromstring(document_of(year_of(hoped, begun)))
    gaps = [[words(cell) for cell in row] for row in tree.xpath("//section[@aria-labelledby='gaps']//tbody/tr")]

    assert ["Older peopleunless you confirm Hoped", "2 Feb 2027", "31 Dec 2027", "333"] in gaps


def test_every_table_has_a_caption_and_real_headings_and_says_its_columns_on_a_phone() -> None:
    for table in golden().xpath("//table"):
        heads = table.xpath("./thead/tr/th[@scope='col']")

        assert words(table.find("caption"))
        assert all(row.xpath("./th[@scope='row']") for row in table.xpath("./tbody/tr"))
        assert {len(row) for row in table.xpath("./tbody/tr")} == {len(heads)}
        assert all(cell.get("data-label") for cell in table.xpath("./tbody/tr/td"))


def test_it_needs_nothing_else_and_runs_nothing() -> None:
    document = document_of(golden_year())
    tree = html.document_fromstring(document)

    assert (
        tree.xpath("//script | //link | //img | //iframe | //object | //*[@src] | //@*[starts-with(name(), 'on')]")
        == []
    )
    assert re.findall(r"url\(|@import", document) == []
    assert {link for link in tree.xpath("//a/@href") if not link.startswith("#")} == set()
    assert "default-src 'none'" in tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]


def test_every_link_leads_somewhere_and_no_id_is_used_twice() -> None:
    ids = golden().xpath("//@id")

    assert len(ids) == len(set(ids))
    assert {link[1:] for link in golden().xpath("//a/@href")} <= set(ids)


def test_a_campaign_that_is_called_like_a_part_of_the_page_breaks_no_link() -> None:
    tree = html.document_fromstring(document_of(year_of(a_campaign(id="year"), a_campaign(id="posts", posts=[]))))
    ids = tree.xpath("//@id")

    assert len(ids) == len(set(ids))


def test_what_authors_write_is_never_markup() -> None:
    document = document_of(year_of(a_campaign(title='Scams & "more"', posts=[a_post(text="3 < 4 & 5")])))

    assert "Scams &amp; &#34;more&#34;" in document
    assert "3 &lt; 4 &amp; 5" in document


def test_each_post_is_shown_as_each_channel_will_with_its_counts() -> None:
    posts = [a_post(text="Talk to us. " + "a" * 270), a_post(id="gone", at="2027-02-02 09:00", withdrawn="true")]
    tree = html.document_fromstring(document_of(year_of(a_campaign(posts=posts))))
    first, second = tree.xpath("//article")
    channels = [words(item) for item in first.xpath(".//li")]

    assert words(first.find("h3")) == "1 February 2027, 9am: Dating scams"
    assert "X 306 of 280, link 24: too long" in channels
    assert "Instagram 282 of 2200" in channels
    assert words(first.xpath(".//blockquote")[0]).endswith(
        "https://help.example.org/campaigns/dating-scams/#dating-scams-launch"
    )
    assert "withdrawn This never goes out again." in words(second)


def test_a_year_without_campaigns_says_so() -> None:
    text = words(html.document_fromstring(document_of(year_of())))

    assert "Nothing is planned." in text
    assert "No run is coming." in text


def test_what_authors_wrote_in_the_sites_language_is_marked_as_such() -> None:
    welsh = a_site(language="cy")
    edition = an_edition(a_campaign(title={"en": "Dating scams", "cy": "Sgamiau"}, posts=[]))
    year = the_year(edition, welsh, YEAR_2027, ())
    shown = {
        one.id: previews(one, edition.catalogue.channels, some_picture_words(edition, welsh)) for one in year.campaigns
    }
    document = plan_document(Templates(ROOT / "overrides", edition, welsh), year, [], shown)

    assert '<html lang="en">' in document
    assert '<span lang="cy" dir="auto">Sgamiau</span>' in document
    assert "22 November 2026, 9am" in document
