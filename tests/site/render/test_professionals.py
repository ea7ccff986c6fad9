from __future__ import annotations

import pytest
from lxml import html
from lxml.html import HtmlElement

from generator import urls
from generator.site.build import Build
from generator.site.render import single_pages
from tests.builders import a_service
from tests.sites import a_publication, page_at


def referrals(publication: Build, address: str = urls.PROFESSIONALS) -> HtmlElement:
    return html.fragment_fromstring(page_at(address, publication).body, create_parent="main")


def facts_of(page: HtmlElement) -> dict[str, str]:
    names = [" ".join(dt.text_content().split()) for dt in page.iter("dt")]
    return dict(zip(names, (" ".join(dd.text_content().split()) for dd in page.iter("dd")), strict=True))


def test_one_service_has_all_that_a_referrer_needs() -> None:
    service = a_service(
        referral=["self", "professional"],
        who={"audiences": ["children"], "ages": {"from": "8", "to": "18"}, "not_for": "Adults."},
        contact=[{"phone": "01632 960001", "hours": "Mo-Fr 09:00-17:00", "label": "Office"}],
        report_needed="no",
        when_you_contact={"calls_back": "They call back.", "wait": {"text": "Two weeks", "as_of": "2026-11-01"}},
    )

    assert facts_of(referrals(a_publication(service))) == {
        "Who can refer": "People can ask for help themselves. You can refer someone.",
        "Contact": "Call 01632 960001 Office. Monday to Friday, 9am to 5pm. Not known for bank holidays.",
        "Who it is for": "Children, aged 8 to 18",
        "Not for": "Adults.",
        "Areas": "Cumbria",
        "Police report": "Not needed.",
        "Response and wait": "They call back. Two weeks (1 November 2026)",
        "Checked": "20 November 2026, Communications team (phoned)",
    }


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ({"ages": {"to": "18"}, "text": "Anyone under 19."}, "Anyone under 19."),
        ({"ages": {"from": "18"}, "text": "Women."}, "Women. Aged 18 or over."),
    ],
    ids=["ages in the words", "ages beside the words"],
)
def test_the_ages_are_said_once(who: dict[str, object], said: str) -> None:
    assert facts_of(referrals(a_publication(a_service(who=who))))["Who it is for"] == said


def test_what_nobody_knows_is_said() -> None:
    facts = facts_of(referrals(a_publication(a_service())))

    assert facts["Police report"] == facts["Response and wait"] == "Not known: ask them."


def test_whoever_can_call_can_ask_as_the_services_own_page_says() -> None:
    called, unreached = facts_of(referrals(a_publication(a_service()))), a_service(contact=[])

    assert called["Who can refer"] == "People can ask for help themselves."
    assert facts_of(referrals(a_publication(unreached)))["Who can refer"] == "Not known: ask them."


def test_a_number_that_nobody_checked_is_kept_back_here_too() -> None:
    page = referrals(a_publication(a_service(checked=None)))

    assert facts_of(page)["Contact"] == "We are checking how to get in touch."
    assert "960001" not in page.text_content()


def test_a_fact_that_changes_changes_both_pages() -> None:
    site = a_publication(a_service(contact=[{"phone": "01632 960555"}]))

    for address in (urls.PROFESSIONALS, urls.service("victim-support-cumbria")):
        assert "01632 960555" in page_at(address, site).body


def test_services_that_closed_or_have_not_begun_take_no_referrals() -> None:
    page = referrals(
        a_publication(a_service(), a_service(id="gone", status="closed"), a_service(id="new", status="not-yet"))
    )

    assert len(page.findall(".//h3")) == 1


def test_only_the_foot_of_a_page_leads_here() -> None:
    site = a_publication(a_service())

    assert [page.address for page in site.pages if 'href="/professionals/' in page.body] == []
    assert urls.PROFESSIONALS in [entry.address for entry in site.frame.foot]


def test_a_directory_too_large_for_one_page_has_pages_for_each_kind() -> None:
    services = [a_service(id=f"service-{number}") for number in range(single_pages.NEVER_MORE + 1)]
    site = a_publication(*services, a_service(id="line", kind="helpline"))

    assert len(referrals(site).findall(".//h3")) == 0
    assert len(referrals(site, urls.professionals("helpline")).findall(".//h3")) == 1
    assert 'href="/professionals/helpline/"' in page_at(urls.PROFESSIONALS, site).body


@pytest.mark.parametrize("weighed", [single_pages.WEIGHED, 1], ids=["weighed", "not weighed"])
def test_each_service_of_a_kind_stands_on_one_of_its_pages(weighed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each page leads to the others, and the list to all."""
    monkeypatch.setattr(single_pages, "WEIGHED", weighed)
    site = a_publication(*(a_service(id=f"service-{number}") for number in range(single_pages.NEVER_MORE + 1)))
    pages = {page.address: page for page in site.pages if page.address.startswith("professionals/victim-hub/")}
    found = [link for address in pages for link in referrals(site, address).xpath(".//h3/a/@href")]

    assert list(pages)[:2] == ["professionals/victim-hub/", "professionals/victim-hub/2/"]
    assert sorted(found) == sorted(f"/services/service-{n}/" for n in range(single_pages.NEVER_MORE + 1))
    for address in (urls.PROFESSIONALS, *pages):
        assert {f"/{one}" for one in pages} <= set(referrals(site, address).xpath(".//nav//li/a/@href"))
    assert [page.title.rpartition(": ")[2] for page in list(pages.values())[:2]] == [
        "Help after any crime",
        "Help after any crime (2)",
    ]
