"""What an address is, told from its way and its last page alone."""

from __future__ import annotations

import pytest

from generator.staff.link_checker.classify import Hop, judge
from generator.staff.link_checker.client import Reply

ADVICE = "https://www.harbour.org.uk/advice/money"


def state(*to: str, status: int = 302, page: str = "", address: str = ADVICE) -> str:
    return judge(address, [Hop(status, one) for one in to], Reply(200, beginning=page.encode())).state


@pytest.mark.parametrize(
    "home",
    [
        "https://www.harbour.org.uk",
        "https://www.harbour.org.uk/",
        "https://www.harbour.org.uk/en/",
        "https://www.harbour.org.uk/index.php",
        "https://www.harbour.org.uk/en/home",
        "https://harbour.example.org/",
    ],
)
def test_a_page_that_leads_to_a_first_page_is_gone(home: str) -> None:
    assert state(home) == "home"
    assert state(home, status=301) == "home"


def test_a_first_page_may_lead_to_a_first_page() -> None:
    assert state("https://www.harbour.org.uk/en/", address="https://www.harbour.org.uk") == "good"
    assert state("https://www.harbour.org.uk/", address="http://harbour.org.uk/", status=301) == "moved"


@pytest.mark.parametrize(
    ("to", "expected"),
    [
        ("https://support.harbour.org.uk/money", "good"),
        ("https://www.harbour.org.uk/404.html", "soft-404"),
        ("https://www.harbour.org.uk/error/page-not-found", "soft-404"),
        ("https://www.harbour.org.uk/found-404-times", "good"),
        ("https://www.lighthouse.org.uk/money", "elsewhere"),
        ("https://harbour.org/money", "elsewhere"),
        ("https://www.hugedomains.com/domain_profile.cfm?d=harbour", "parked"),
    ],
)
def test_where_the_way_ends_counts(to: str, expected: str) -> None:
    assert state(to) == expected


@pytest.mark.parametrize(
    ("address", "to"),
    [
        ("https://safer-streets.github.io/help", "https://cheap-pills.github.io/shop"),
        ("https://harbour.netlify.app/help", "https://lighthouse.netlify.app/help"),
        ("https://harbour.azurewebsites.net/help", "https://lighthouse.azurewebsites.net/help"),
        ("https://harbour.wixsite.com/help", "https://lighthouse.wixsite.com/help"),
        ("https://harbour.pages.dev/help", "https://lighthouse.pages.dev/help"),
        ("https://harbour.web.app/help", "https://lighthouse.web.app/help"),
        ("https://harbour.uk.com/help", "https://lighthouse.uk.com/help"),
        ("https://harbour.wordpress.com/help", "https://lighthouse.wordpress.com/help"),
        ("https://harbour.weebly.com/help", "https://lighthouse.weebly.com/help"),
        ("https://apply.service.gov.uk/help", "https://report.service.gov.uk/help"),
        ("https://harbour.north.sch.uk/help", "https://lighthouse.north.sch.uk/help"),
        ("https://one.nhs.wales/help", "https://two.nhs.wales/help"),
        ("https://one.nhs.uk/help", "https://two.nhs.uk/help"),
        ("https://north.police.uk/help", "https://south.police.uk/help"),
        ("https://192.0.2.7/help", "https://198.51.100.7/help"),
        ("https://[2001:db8::7]/help", "https://[2001:db8::8]/help"),
    ],
)
def test_one_customer_of_a_host_of_many_is_not_another(address: str, to: str) -> None:
    assert state(to, address=address, status=301) == "elsewhere"


@pytest.mark.parametrize(
    ("address", "to"),
    [
        ("https://me.com/help", "https://support.me.com/help"),
        ("https://gov.wales/help", "https://help.gov.wales/help"),
        ("https://www.nhs.uk/help", "https://nhs.uk/help"),
        ("https://b\u00fccher.example/help", "https://www.xn--bcher-kva.example/help"),
        ("https://harbour.example.org./help", "https://harbour.example.org/help"),
        ("https://www.one.nhs.wales/help", "https://shop.one.nhs.wales/help"),
        ("https://harbour.wordpress.com/help", "https://www.harbour.wordpress.com/help"),
        ("https://one.gov.ie/help", "https://www.one.gov.ie/help"),
        ("http://localhost/help", "https://localhost/help"),
        ("http://192.0.2.7/help", "https://192.0.2.7/help"),
    ],
)
def test_hosts_of_one_owner_are_one_site(address: str, to: str) -> None:
    assert state(to, address=address, status=301) == "moved"


def test_the_new_address_of_a_page_is_never_that_of_somebody_on_the_way() -> None:
    counter, new = "https://clicks.example.com/?to=harbour", "https://www.harbour.org.uk/money"

    assert judge(ADVICE, [Hop(301, counter), Hop(302, new)], Reply(200)).state == "good"
    assert judge(ADVICE, [Hop(301, counter), Hop(301, new)], Reply(200)).why == f"it has moved; write {new}"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("404 | Harbour", "soft-404"),
        ("Sorry, this page can&#8217;t be found", "soft-404"),
        ("Page does not exist", "soft-404"),
        ("This content is no longer available - Harbour", "soft-404"),
        ("Not Found", "soft-404"),
        ("Harbour: help when a person is not found", "good"),
        ("Missing people who were not found in time", "good"),
        ("Buy this domain: harbour.org.uk", "parked"),
        ("Domain abuse and what it is", "good"),
        ("", "good"),
    ],
)
def test_the_title_says_what_a_page_is(title: str, expected: str) -> None:
    assert state(page=f"<html><TITLE lang='en'>\n {title}\n</TITLE>") == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<script src="//parking.bodis.com/x.js">', "parked"),
        ("<h1>This domain harbour.org.uk may be for sale!</h1>", "parked"),
        ('<a href="https://jordan.com/">Jordan</a>', "good"),
        ("<p>Our old car park is for sale.</p>", "good"),
    ],
)
def test_a_broker_s_page_is_known_by_what_it_takes_from_the_broker(body: str, expected: str) -> None:
    assert state(page=f"<title>harbour.org.uk</title>{body}") == expected
