"""R5: a campaign that was renamed, as a follower of an old post meets it: in a browser, with scripts and without."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.built_site.browser import Visitor
from tests.built_site.server import Server
from tests.site_builder import CAMPAIGN, NOW, a_site


@pytest.fixture(scope="module")
def renamed(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    """A visitor to a site on which dating-scams is love-and-lies now."""
    site = a_site(tmp_path_factory.mktemp("renamed") / "site")
    text = CAMPAIGN.replace("id: dating-scams\n", "id: love-and-lies\nwas: [dating-scams]\n", 1)
    site.write("campaigns/dating-scams.md", text)
    done = site.waymark("build", now=NOW)
    assert done.status == 0, done.err
    with Server(site.built) as running:
        yield Visitor(browser, running.root)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_r5_the_link_of_an_old_post_leads_to_the_campaign_under_its_new_name(renamed: Visitor, scripts: bool) -> None:
    page = renamed.at("campaigns/dating-scams/#dating-scams-2027-launch", java_script_enabled=scripts)
    page.wait_for_url("**/campaigns/love-and-lies/**")

    assert page.locator("h1").inner_text() == "Dating scams"
    assert page.locator("h2#help").count() == 1
    order = "document.querySelector('h1').compareDocumentPosition(document.querySelector('#dating-scams-2027-launch'))"
    assert page.evaluate(order) == 2  # before the title


def test_r5_search_engines_are_told_the_new_address_and_the_old_page_is_not_in_the_site_map(renamed: Visitor) -> None:
    page = renamed.at("404.html")
    old, site_map = (
        page.evaluate("path => fetch(path).then(answer => answer.text())", path)
        for path in ("/campaigns/dating-scams/", "/sitemap.xml")
    )

    assert '<link rel="canonical" href="https://help.example.org/campaigns/love-and-lies/">' in old
    assert "campaigns/love-and-lies/" in site_map
    assert "campaigns/dating-scams/" not in site_map


@pytest.mark.parametrize("file", ["posts.csv", "share.png", "square.png"])
def test_r5_r38_what_stood_beside_the_old_page_stands_there_still(renamed: Visitor, file: str) -> None:
    page = renamed.at("404.html")
    sizes = [
        page.evaluate(
            "path => fetch(path).then(answer => answer.ok && answer.arrayBuffer()).then(it => it.byteLength)", path
        )
        for path in (f"/campaigns/dating-scams/{file}", f"/campaigns/love-and-lies/{file}")
    ]

    assert sizes[0] == sizes[1]
    assert sizes[0] > 0
