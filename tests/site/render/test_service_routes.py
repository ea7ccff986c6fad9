"""The ways out of a service's page: its form, the way to report a mistake, and what took its place."""

from __future__ import annotations

from lxml import html
from lxml.html import HtmlElement

from generator import urls
from generator.model.sources import Document
from tests.builders import a_service, an_edition
from tests.sites import a_publication, a_site, page_at

FORM = {"form": "https://forms.example.org/start?new=1"}


def service_page(service: object, *others: object, **changes: object) -> HtmlElement:
    publication = a_publication(service, *others, **changes)  # type: ignore[arg-type]
    return html.fragment_fromstring(
        page_at(urls.service(service.id), publication).body,
        create_parent="main",  # type: ignore[attr-defined]
    )


def text_of(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_before_a_form_readers_are_told_whose_it_is_and_when_they_hear_back() -> None:
    wait = {"wait": {"text": "Two working days", "as_of": "2026-11-01"}}
    page = service_page(a_service(contact=[FORM], when_you_contact=wait))
    contact = page.find(".//div[@class='contact']")

    assert text_of(contact.find("p[@class='elsewhere']")) == (
        "This opens forms.example.org, which is another website. What you write there goes to Victim Support, not to "
        "us. How long you may wait: Two working days (1 November 2026)."
    )
    order = [part.get("class") for part in contact]
    assert order.index("elsewhere") < order.index("reach")


def test_an_answer_that_nobody_promised_is_said() -> None:
    page = service_page(a_service(contact=[FORM]))

    assert text_of(page.find(".//p[@class='elsewhere']")).endswith("We do not know how soon they reply.")


def test_a_number_needs_no_such_warning() -> None:
    assert service_page(a_service()).find(".//p[@class='elsewhere']") is None


def test_a_mistake_is_reported_with_the_id_of_the_service() -> None:
    site = a_site(office={"name": "The office", "corrections": "help@example.org"})
    links = [link.get("href") for link in service_page(a_service(), site=site).iter("a")]

    assert "mailto:help@example.org?subject=Please%20check%3A%20victim-support-cumbria" in links


def test_an_office_without_an_address_for_mistakes_gives_none() -> None:
    links = [link.get("href") or "" for link in service_page(a_service()).iter("a")]

    assert [link for link in links if link.startswith("mailto:")] == []


def test_sources_are_titles_and_dates_and_never_codes() -> None:
    documents = {"S000": Document(title="A report", date="4 July 2022", kind="report")}
    page = service_page(a_service(sources=["S000 2.2", "S000 2.3", "their annual report"]), documents=documents)

    assert [text_of(li) for li in page.findall(".//details[@class='sources']//li")] == [
        "A report. 4 July 2022 (2.2, 2.3).",
        "their annual report.",
    ]


def test_the_old_address_of_a_closed_service_names_what_took_over() -> None:
    gone = a_service(id="gone", name="Old help", status="closed", closed_on="2026-11-01", replaced_by="new")
    page = service_page(gone, a_service(id="new", name="New help"))
    notice = page.find(".//p[@class='status strong']")

    assert text_of(notice) == "This service closed on 1 November 2026. This one took over: New help."
    assert [link.get("href") for link in notice.iter("a")] == ["/services/new/"]
    assert page.find(".//section[@class='contacts']") is None
    assert "01632 960001" in text_of(page.find(".//section[@aria-labelledby='others']"))


def test_a_closed_service_without_a_successor_leads_to_others() -> None:
    gone = a_service(id="gone", status="closed")
    page = service_page(gone, a_service(id="other", name="Other help"))

    assert text_of(page.find(".//p[@class='status strong']")) == (
        "This service has closed. Others can help: they are listed below."
    )
    assert "Other help" in text_of(page.find(".//section[@aria-labelledby='others']"))


def test_nothing_else_on_the_site_leads_to_a_closed_service() -> None:
    site = a_publication(a_service(id="gone", status="closed", replaced_by="new"), a_service(id="new"))

    assert [page.address for page in site.pages if "services/gone/" in page.body] == []


def test_a_closed_service_is_in_no_list() -> None:
    edition = an_edition(a_service(id="gone", closed_on="2026-11-22"), a_service(id="open", closed_on="2026-11-23"))

    assert [service.id for service in edition.in_order(edition.catalogue.services)] == ["open"]
