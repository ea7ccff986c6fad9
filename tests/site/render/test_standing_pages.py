from __future__ import annotations

import re

import pytest
from lxml import html
from lxml.html import HtmlElement

from generator import urls
from generator.diagnostics import ContentError
from generator.model.accessibility import Results
from generator.model.catalogue import StandingPages
from generator.model.sources import Document
from generator.model.standing_page import StandingPage
from generator.site.build import Build
from generator.site.render.standing_pages import in_a_to_z
from tests.builders import a_service, an_edition
from tests.sites import a_publication, page_at
from tests.standing import a_right, a_statement, some_rights

RESULTS = Results.model_validate({"on": "2026-11-21", "tools": ["axe-core"], "pages": "40"})


KINDS = ("report", "charity")


def about(words: str = "Words.", first_line: int = 3) -> StandingPage:
    return StandingPage(title="About", heading="About this site", words=words, first_line=first_line)


def published(*records: object, standing: StandingPages, **changes: object) -> Build:
    return a_publication(*(records or (a_service(),)), standing=standing, **changes)  # type: ignore[arg-type]


def body(publication: Build, address: str) -> HtmlElement:
    return html.fragment_fromstring(page_at(address, publication).body, create_parent="main")


def text_of(element: HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


def test_links_to_files_become_links_to_pages() -> None:
    words = "[All](services/index.md), [rights](rights.md#right-1), [home](index.md), [out](https://example.org/a.md)"
    standing = StandingPages(about=about(words), rights=some_rights())

    links = [link.get("href") for link in body(published(standing=standing), urls.ABOUT).iter("a")]

    assert links[1:5] == ["/services/", "/rights/#right-1", "/", "https://example.org/a.md"]


def test_a_link_that_leads_nowhere_stops_the_build_with_its_place() -> None:
    standing = StandingPages(about=about("See\n[all](servces/index.md) and [map](images/map.png)."))

    with pytest.raises(ContentError) as error:
        published(standing=standing)

    better = "leads nowhere; write a page of the site: services/index.md, rights.md"
    assert str(error.value).splitlines() == [
        f"content/about.md:4:7: 'servces/index.md' {better}",
        f"content/about.md:4:35: 'images/map.png' {better}",
    ]


def test_a_link_to_a_file_of_the_folder_leads_there() -> None:
    standing = StandingPages(about=about("[map](images/map.png)"), addresses=frozenset({"images/map.png"}))

    assert 'href="/images/map.png"' in page_at(urls.ABOUT, published(standing=standing)).body


def test_the_table_says_of_every_service_who_checked_it_and_when() -> None:
    unchecked = a_service(id="other", name="Another", checked=None, sources=["P04"])
    services = (a_service(sources=["S000 2.2"]), unchecked, a_service(id="gone", name="Gone", status="closed"))
    documents = {
        "S000": Document(title="A report", date="4 July 2022", kind="report"),
        "P04": Document(title="A page", date="Undated", kind="charity", link="https://example.org/"),
    }

    publication = published(*services, standing=StandingPages(about=about()), documents=documents)
    page = body(publication, urls.CHECKS)

    assert [[text_of(cell) for cell in row] for row in page.iter("tr")] == [
        ["Service", "Last checked, by whom and how", "Now", "Sources"],
        ["Another", "Nobody has checked it yet", "Not checked yet", "P04"],
        ["Victim Support", "20 November 2026, Communications team: phoned", "In date. Next check: 20 May 2027", "S000"],
    ]
    assert [a.get("href") for a in page.find(".//table").iter("a")] == [
        "/services/other/",
        "/about/sources/charity/#source-P04",
        "/services/victim-support-cumbria/",
        "/about/sources/report/#source-S000",
    ]
    lists = {kind: body(publication, urls.sources(kind)).findall(".//ul[@class='documents']/li") for kind in KINDS}
    assert {kind: [(li.get("id"), text_of(li)) for li in found] for kind, found in lists.items()} == {
        "report": [("source-S000", "S000 A report. 4 July 2022.")],
        "charity": [("source-P04", "P04 A page. Undated.")],
    }
    assert [page.address for page in publication.pages if page.address.startswith(urls.ABOUT)] == [
        *(urls.ABOUT, urls.CHECKS, *map(urls.sources, KINDS)),
    ]


def test_a_directory_without_a_list_of_sources_has_no_page_and_no_column_of_them() -> None:
    publication = published(a_service(sources=["S000"]), standing=StandingPages(about=about()))

    assert [page.address for page in publication.pages if page.address.startswith(urls.ABOUT)] == [
        *(urls.ABOUT, urls.CHECKS),
    ]
    assert len(body(publication, urls.CHECKS).findall(".//thead//th")) == 3
    assert "What the codes mean" not in page_at(urls.ABOUT, publication).body


def test_a_site_without_a_page_about_itself_has_none_below_it() -> None:
    publication = published(standing=StandingPages())

    assert [page.address for page in publication.pages if page.address.startswith(urls.ABOUT)] == []


def test_the_table_has_a_caption_headings_and_says_what_each_cell_is_where_it_is_drawn_as_blocks() -> None:
    table = body(published(standing=StandingPages(about=about())), urls.CHECKS).find(".//table")
    roles = {"table": "table", "thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "td": "cell"}

    assert text_of(table.find("caption")) == "How each service stood on 10 February 2027"
    assert {th.get("scope") for th in table.findall("thead//th")} == {"col"}
    assert {th.get("scope") for th in table.findall("tbody//th")} == {"row"}
    assert {one.tag: one.get("role") for one in table.iter(*roles)} == roles
    assert {th.get("role") for th in table.findall("thead//th")} == {"columnheader"}
    assert {th.get("role") for th in table.findall("tbody//th")} == {"rowheader"}


def test_services_that_closed_are_not_in_the_table() -> None:
    edition = an_edition(a_service(), a_service(id="gone", closed_on="2026-11-01"))

    assert [service.id for service in in_a_to_z(edition, "en")] == ["victim-support-cumbria"]


def test_rights_say_their_version_and_which_are_for_everyone() -> None:
    rights = some_rights(
        rights=[a_right(1), a_right(2, applies_to="after-a-report"), a_right(3)], superseded_on="2027-06-01"
    )

    page = text_of(body(published(standing=StandingPages(rights=rights)), urls.RIGHTS))

    assert "This is the Victims' Code that began on 1 April 2021. A new one takes its place on 1 June 2027." in page
    assert "We checked this page on 20 November 2026." in page
    assert "For everyone: 1 and 3. Once the police know about the crime: 2." in page


def test_each_right_ends_in_what_to_ask_of_whom_and_where_to_complain() -> None:
    right = a_right(ask="An interpreter.", of="The police.", services=["victim-support-cumbria"])
    page = body(published(standing=StandingPages(rights=some_rights(rights=[right]))), urls.RIGHTS)
    facts = page.find(".//div[@id='right-1']/dl")

    assert [text_of(part) for part in facts] == [
        "What to ask for",
        "An interpreter.",
        "Who to ask",
        "The police.",
        "Who can help",
        "Victim Support",
        "If it is not met",
        "Complain first to the organisation that let you down. How to complain",
    ]


def test_a_right_known_by_its_title_alone_says_so() -> None:
    rights = some_rights(rights=[a_right(1), a_right(2, from_title_only="yes")])
    page = body(published(standing=StandingPages(rights=rights)), urls.RIGHTS)

    assert "We have not read the full text of these rights: 2." in text_of(page)
    assert page.find(".//div[@id='right-1']/p[@class='caution']") is None
    assert text_of(page.find(".//div[@id='right-2']/p[@class='caution']")) == (
        "We wrote these plain words from the title, not from the full text."
    )


def test_the_two_choices_stand_side_by_side() -> None:
    says = {"sources": ["P107"]}
    rights = some_rights(
        if_you_report=[{"says": "The police must write it down."} | says],
        if_you_do_not=[{"says": "You can still get help."} | says],
    )
    page = body(published(standing=StandingPages(rights=rights)), urls.RIGHTS)

    assert [[text_of(li) for li in side.iter("li")] for side in page.findall(".//div[@class='sides']/div")] == [
        ["The police must write it down.", "All the rights on this page apply to you."],
        ["You can still get help.", "These rights still apply to you: 1."],
    ]


def statement(results: Results | None = RESULTS, **changes: object) -> HtmlElement:
    pages = StandingPages(accessibility=a_statement(**changes), results=results)
    return body(published(standing=pages), urls.ACCESSIBILITY)


def test_the_statement_has_the_regulators_headings_in_order() -> None:
    headings = [text_of(one) for one in statement().iter("h1", "h2", "h3")]

    assert headings == [
        "Accessibility statement",
        "Compliance status",
        "Non-accessible content",
        "Non-compliance with the accessibility regulations",
        "Disproportionate burden",
        "Content that's not within the scope of the accessibility regulations",
        "Preparation of this accessibility statement",
        "Feedback and contact information",
        "Enforcement procedure",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        (
            "The office is committed to making its website accessible, in accordance with the Public Sector Bodies "
            "(Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018."
        ),
        "The content listed below is non-accessible for the following reasons.",
        "This statement was prepared on 1 February 2026. It was last reviewed on 20 November 2026.",
        (
            "This website was last tested on 21 November 2026, with software: axe-core. It tested 40 pages. It "
            "found no fault that software can find. Such tests find only some faults."
        ),
        (
            "The Equality and Human Rights Commission (EHRC) is responsible for enforcing the Public Sector Bodies "
            "(Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 (the 'accessibility "
            "regulations'). If you're not happy with how we respond to your complaint, contact the Equality "
            "Advisory and Support Service (EASS)."
        ),
    ],
)
def test_the_statement_has_the_regulators_sentences(sentence: str) -> None:
    assert sentence in text_of(statement())


@pytest.mark.parametrize(
    ("results", "people", "says"),
    [
        (RESULTS, "yes", "This website is fully compliant with the"),
        (RESULTS, "no", "This website is partially compliant with the"),
        (None, "no", "This website is not compliant with the"),
    ],
)
def test_the_status_is_worked_out_and_never_typed(results: Results | None, people: str, says: str) -> None:
    page = text_of(statement(results, tested_with_people=people))

    assert re.findall(r"This website is \w+ compliant with the", page) == [says]


def test_a_problem_names_its_criterion_and_the_day_it_will_be_mended() -> None:
    grey = {"what": "The map is grey.", "criterion": "1.4.3 Contrast (Minimum)", "fix_by": "2027-03-31"}

    assert (
        "The map is grey. This fails WCAG 2.2 success criterion 1.4.3 Contrast (Minimum). We plan to fix it by "
        "31 March 2027."
    ) in text_of(statement(problems=[grey]))


def test_readers_are_told_how_to_reach_the_office_and_how_soon_it_answers() -> None:
    page = statement(feedback={"email": "help@example.org", "replies_within": "5 working days"})

    assert "mailto:help@example.org" in {link.get("href") for link in page.iter("a")}
    assert "We reply within 5 working days." in text_of(page)


def test_a_statement_that_is_a_year_old_says_so_itself() -> None:
    grey = {"what": "The map is grey.", "criterion": "1.4.3 Contrast (Minimum)", "fix_by": "2027-03-31"}
    pages = StandingPages(accessibility=a_statement(problems=[grey]), results=RESULTS)

    before = text_of(body(published(standing=pages, now="2027-11-19 09:00"), urls.ACCESSIBILITY))
    after = text_of(body(published(standing=pages, now="2027-11-20 09:00"), urls.ACCESSIBILITY))

    old = "It was last reviewed on 20 November 2026. That is a year ago or more: what stands here may be out of date."
    assert old not in before
    assert old in after
    assert "We planned to fix it by 31 March 2027. That day has passed." in before


def test_a_page_of_superseded_rights_says_so_itself() -> None:
    pages = StandingPages(rights=some_rights(superseded_on="2027-06-01"))

    before = text_of(body(published(standing=pages, now="2027-05-31 09:00"), urls.RIGHTS))
    after = text_of(body(published(standing=pages, now="2027-06-01 09:00"), urls.RIGHTS))

    assert "A new one takes its place on 1 June 2027." in before
    assert "A new one took its place on 1 June 2027: what stands here is out of date." in after
