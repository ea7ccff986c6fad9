"""A service for people who harm, and what is for professionals alone, stand where they may and nowhere else.

Each record has a word of its own in every text, and every byte that leaves is searched for it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.edition import Edition
from generator.model.catalogue import Catalogue
from generator.model.vocabulary import ANY_CRIME
from generator.site.build import Build
from generator.site.render import single_pages
from generator.site.render.directory_pages import others
from tests.builders import a_campaign, a_catalogue, a_post, a_service, an_edition
from tests.site_builder import SERVICES_YAML, Site, a_site
from tests.sites import a_publication, page_at

CANARY = "Zanzibarian"
NUMBER = "01632 960444"
LINE = a_service(
    id="line",
    name="Night Line",
    kind="helpline",
    areas=["uk"],
    contact=[{"phone": "0808 157 0911", "hours": "24/7"}],
)


def marked(**changes: Any) -> Any:
    """A service with the canary in every text that a reader could meet, and in its id."""
    return a_service(
        **{
            "id": "zanzibarian",
            "name": f"{CANARY} Programme",
            "also_known_as": [f"{CANARY} Group"],
            "search_words": [f"{CANARY} typed"],
            "summary": f"{CANARY} summary.",
            "about": f"{CANARY} words.",
            "first_step": f"Call {CANARY}.",
            "by_when": f"{CANARY} limit.",
            "response": f"{CANARY} soon.",
            "helps_with": ["domestic-abuse", "stalking-harassment"],
            "kind": "counselling",
            "areas": ["cumbria", "cumberland"],
            "who": {"audiences": ["everyone", "men"], "text": f"{CANARY} people."},
            "contact": [{"phone": NUMBER, "hours": "24/7", "label": f"{CANARY} line"}],
            "places": [{"name": f"{CANARY} office", "area": "cumbria", "postcode": "ZE3 9JU", "show": "full"}],
            "points": [
                {
                    "name": f"{CANARY} room",
                    "area": "cumberland",
                    "postcode": "ZE2 9DX",
                    "show": "full",
                    "hours": "Tu 10:00-12:00; PH off",
                    "note": f"{CANARY} note.",
                    "contact": [{"phone": "01632 960445", "label": f"{CANARY} desk"}],
                }
            ],
            "outcomes": [{"says": f"{CANARY} figure", "when": "2022", "source": f"{CANARY} report"}],
        }
        | changes
    )


OWN = (CANARY, "960444", "960445", "ZE2", "ZE3")
"""What stands in no other record: a postcode of it may not lead a reader to it either."""


def where(publication: Build, *texts: str) -> list[str]:
    """Every page and file that holds one of some texts, in any case: its body, title, description or path."""
    wanted = [text.casefold() for text in texts]
    found = []
    for page in publication.pages:
        whole = f"{page.address} {page.title} {page.description} {page.body}".casefold()
        if any(text in whole for text in wanted):
            found.append(page.address)
    for download in publication.downloads:
        whole = f"{download.path} {download.data.decode('utf-8', 'replace')}".casefold()
        if any(text in whole for text in wanted):
            found.append(download.path)
    frame = publication.frame
    if any(text in f"{frame.emergency}{frame.talk}".casefold() for text in wanted):
        found.append("frame")
    return sorted(found)


HARM = pytest.mark.parametrize(
    "changes", [{"for": "people-who-harm"}, {"kind": "behaviour-change"}], ids=["said so", "by its kind"]
)


@HARM
def test_a_service_for_people_who_harm_is_on_its_own_page_and_in_one_line_of_its_crimes(
    changes: dict[str, Any],
) -> None:
    publication = a_publication(LINE, marked(**changes))
    assert where(publication, *OWN) == [
        "services/zanzibarian/",
        "what-happened/domestic-abuse/",
        "what-happened/stalking-harassment/",
    ]
    assert where(publication, "960444", "960 444") == ["services/zanzibarian/"]


@HARM
def test_the_line_is_the_last_of_the_page_and_says_for_whom_it_is(changes: dict[str, Any]) -> None:
    page = page_at("what-happened/domestic-abuse/", a_publication(LINE, marked(**changes)))
    line = page.body.rstrip().splitlines()[-1]
    assert line == (
        '<p class="other-side">For people who hurt others and want to stop: '
        f"{CANARY} Programme (https://help.example.org/services/zanzibarian/).</p>"
    )  # in words alone: nobody who was hurt is a press away from it
    assert page.body.casefold().count(CANARY.casefold()) == 2  # the name and the address


@HARM
def test_its_page_leads_with_the_line_for_whoever_was_hurt(changes: dict[str, Any]) -> None:
    page = page_at("services/zanzibarian/", a_publication(LINE, marked(**changes)))
    assert page.body.index("Were you hurt? There is help for you.") < page.body.index("0808 157 0911")
    assert page.body.index("0808 157 0911") < page.body.index(f"{CANARY} summary") < page.body.index(NUMBER)
    assert page.unlisted
    assert "Others who can help" not in page.body


@HARM
@pytest.mark.parametrize("status", ["closed", "not-yet"])
def test_one_that_is_not_there_is_in_no_line(changes: dict[str, Any], status: str) -> None:
    publication = a_publication(LINE, marked(**changes, status=status))
    assert where(publication, CANARY) == ["services/zanzibarian/"]


def test_one_after_any_crime_is_named_on_no_page_of_another_crime() -> None:
    publication = a_publication(LINE, marked(**{"for": "people-who-harm"}, helps_with=[ANY_CRIME]))
    assert where(publication, CANARY) == ["services/zanzibarian/", "what-happened/any-crime/"]


def test_a_service_for_professionals_is_on_their_page_alone() -> None:
    publication = a_publication(LINE, marked(**{"for": "professionals"}))
    assert where(publication, CANARY, "960444") == ["professionals/"]
    body = page_at("professionals/", publication).body
    assert "For professionals only. Please do not give these details to others." in body
    assert "/services/zanzibarian/" not in body


@pytest.mark.parametrize("status", ["closed", "not-yet"])
def test_one_for_professionals_that_is_not_there_is_nowhere(status: str) -> None:
    publication = a_publication(LINE, marked(**{"for": "professionals"}, status=status))
    assert where(publication, CANARY) == []


def test_a_contact_for_professionals_is_on_their_page_alone() -> None:
    way = {
        "phone": NUMBER,
        "hours": "24/7",
        "label": f"{CANARY} line",
        "note": f"{CANARY} note.",
        "for": "professionals",
    }
    service = a_service(id="mixed", areas=["uk"], contact=[way, {"phone": "01632 960001"}])
    publication = a_publication(LINE, service)
    assert where(publication, CANARY, "960444") == ["professionals/"]
    assert "For professionals only." in page_at("professionals/", publication).body
    body = page_at("services/mixed/", publication).body
    assert "01632 960001" in body.replace("\N{NO-BREAK SPACE}", " ")
    assert "We are checking other ways" not in body


@pytest.mark.parametrize(
    "way", [{"text": NUMBER}, {"textphone": NUMBER}, {"chat": "https://zanzibarian.example.org"}], ids=str
)
def test_whatever_the_way_a_contact_for_professionals_is(way: dict[str, str]) -> None:
    service = a_service(id="mixed", contact=[way | {"for": "professionals"}])
    publication = a_publication(LINE, service)
    assert where(publication, "zanzibarian", "960444") == ["professionals/"]
    assert "services/mixed/card/" not in [page.address for page in publication.pages]
    assert "We do not have a number or website for this service." in page_at("services/mixed/", publication).body


def test_on_a_large_directory_professionals_have_it_on_the_page_of_its_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(single_pages, "NEVER_MORE", 1)
    publication = a_publication(LINE, marked(**{"for": "professionals"}))
    assert where(publication, CANARY) == ["professionals/counselling/"]


@pytest.mark.parametrize("meant_for", ["people-who-harm", "professionals"])
def test_nothing_is_counted_and_no_page_is_made_for_what_the_public_is_not_led_to(meant_for: str) -> None:
    """The one service of a kind, an audience, an area and a crime: each list would be empty."""
    alone = marked(
        **{"for": meant_for}, kind="mens-service", who={"audiences": ["men"]}, areas=["kent"], helps_with=["robbery"]
    )
    with_it, without = a_publication(LINE, alone), a_publication(LINE)
    pages = {page.address for page in with_it.pages} - {page.address for page in without.pages}
    assert pages == ({"services/zanzibarian/"} if meant_for == "people-who-harm" else set())
    for address in ("who/", "where/", "kinds/", "what-happened/", "services/", ""):
        assert page_at(address, with_it).body == page_at(address, without).body
    index = {path: json.loads(_search(one)) for path, one in (("with", with_it), ("without", without))}
    assert index["with"] == index["without"]


def _search(publication: Build) -> bytes:
    (data,) = [one.data for one in publication.downloads if one.path == "assets/search/en.json"]
    return data


def test_no_campaign_feed_or_post_shows_it_even_where_a_record_names_it() -> None:
    """`check` refuses such a campaign; a page still would not show it."""
    campaign = a_campaign(services=["zanzibarian", "line"], posts=[a_post()])
    for meant_for in ("people-who-harm", "professionals"):
        found = where(a_publication(LINE, marked(**{"for": meant_for}), campaign), CANARY)
        assert [place for place in found if place.startswith(("campaigns", "feeds"))] == []


def test_it_never_takes_over_from_a_service_for_the_public() -> None:
    closed = a_service(id="closed", status="closed", replaced_by="zanzibarian")
    edition = an_edition(LINE, closed, marked(**{"for": "people-who-harm"}))
    assert "zanzibarian" not in [one.id for one in others(edition, closed)]


def test_the_public_services_are_the_one_source_of_every_list() -> None:
    catalogue: Catalogue = a_catalogue(
        LINE, marked(**{"for": "people-who-harm"}), marked(id="p", **{"for": "professionals"})
    )
    assert [one.id for one in catalogue.public_services] == ["line"]
    groups = (
        catalogue.services_for_crime,
        catalogue.services_for_audience,
        catalogue.services_of_kind,
        catalogue.services_in_area,
    )
    assert {one.id for group in groups for services in group.values() for one in services} == {"line"}
    edition: Edition = an_edition(*catalogue.services)
    assert [one.id for one in edition.in_order(catalogue.services)] == ["line"]


def test_in_the_built_site_too_and_search_engines_are_told(tmp_path: Path) -> None:
    record = SERVICES_YAML.replace(
        "retired_numbers:",
        f"""\
  - id: zanzibarian
    name: {CANARY} Programme
    kind: counselling
    for: people-who-harm
    organisation: victim-support
    summary: A programme to stop.
    helps_with: [domestic-abuse]
    areas: [cumbria]
    contact:
      - phone: {NUMBER}
    checked: {{on: 2026-11-20, by: Us, how: phoned}}
  - id: xylophonic
    name: Xylophonic Desk
    kind: counselling
    for: professionals
    organisation: victim-support
    summary: A desk for referrals.
    helps_with: [domestic-abuse]
    areas: [cumbria]
    contact:
      - phone: 01632 960555
    checked: {{on: 2026-11-20, by: Us, how: phoned}}
retired_numbers:""",
    )
    site: Site = a_site(tmp_path / "site", **{"services.yaml": record})
    done = site.waymark("build")
    assert (done.status, done.err) == (0, "")
    held: dict[str, list[str]] = {"zanzibarian": [], "960444": [], "xylophonic": [], "960555": []}
    for path in sorted(path for path in site.built.rglob("*") if path.is_file()):
        name = path.relative_to(site.built).as_posix()
        whole = name.encode() + path.read_bytes().lower().replace(b" ", b"").replace("\N{NO-BREAK SPACE}".encode(), b"")
        for word, files in held.items():
            if word.encode() in whole:
                files.append(name)
    own = "services/zanzibarian/index.html"
    assert held == {
        "zanzibarian": [own, "what-happened/domestic-abuse/index.html"],
        "960444": [own],
        "xylophonic": ["professionals/index.html"],
        "960555": ["professionals/index.html"],
    }
    assert '<meta name="robots" content="noindex">' in site.page("services/zanzibarian")
    assert '<meta name="robots"' not in site.page("services/victim-support-cumbria")
