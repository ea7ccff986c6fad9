"""The page that leads to each of several offices: every area, 999 first, no script needed, in one round trip."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Sequence

import pytest
from lxml import html as lxml_html

from generator.settings import Settings
from generator.site.render.office_index import ListedOffice, office_index
from generator.staff.new_site.areas import police_areas

MOST = 14 * 1024
RESOURCES = re.compile(r'<(?:link rel="(?:stylesheet|icon)"[^>]*href|script[^>]*src|img[^>]*src)="([^"]+)"')
AREAS = police_areas()


def an_office(name: str, police: Sequence[str], **more: object) -> ListedOffice:
    own = {
        "site_name": f"Help in {name}",
        "site_url": f"https://{name.lower().replace(' ', '-')}.example.org/",
        "office": {"name": f"The office of {name}"},
        "feeds": {"owner": "example.org,2026"},
        **more,
    }
    return ListedOffice(Settings.model_validate(own), frozenset(police))


SOME = (
    an_office("Sussex", ["Sussex"]),
    an_office(
        "Dyfed-Powys",
        ["Dyfed-Powys"],
        languages={"en": {}, "cy": {"site_name": "Cymorth yn Nyfed-Powys"}},
        site_url="https://help.example.org/dyfed-powys/",
    ),
    an_office("London", ["Metropolitan"]),
    an_office("Somewhere", []),
)
ALL = tuple(an_office(area.name, [area.police]) for area in AREAS)


MADE: dict[str, dict[str, bytes]] = {}


def made(offices: tuple[ListedOffice, ...]) -> dict[str, bytes]:
    """Each file of the small site, made once for the same offices."""
    key = repr(offices)
    if key not in MADE:
        MADE[key] = {asset.path: asset.data for asset in office_index(offices)}
    return MADE[key]


def page(address: str, offices: tuple[ListedOffice, ...] = SOME) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(made(offices)[f"{address}index.html"].decode())


A_STEP = re.compile(r"(\w*)(?:\.([\w-]+)|#([\w-]+)|\[([\w-]+)\])?")


def found(tree: lxml_html.HtmlElement, selector: str) -> list[lxml_html.HtmlElement]:
    """What a selector finds: a tag, .class, #id or [attribute], one inside another."""
    path = "."
    for step in selector.split():
        tag, name, own, attribute = A_STEP.fullmatch(step).groups()  # type: ignore[union-attr] # ours fit
        path += f"//{tag or '*'}"
        path += f"[contains(concat(' ', @class, ' '), ' {name} ')]" if name else ""
        path += f"[@id='{own}']" if own else ""
        path += f"[@{attribute}]" if attribute else ""
    return list(tree.xpath(path))


def test_each_office_is_a_plain_link_to_its_own_address() -> None:
    links = {a.text_content(): a.get("href") for a in found(page(""), ".choices a")}

    assert links == {
        "Dyfed-Powys": "https://help.example.org/dyfed-powys/",
        "Help in Somewhere": "https://somewhere.example.org/",
        "London": "https://london.example.org/",
        "Sussex": "https://sussex.example.org/",
    }


def test_in_welsh_an_office_that_has_welsh_is_in_welsh_and_another_says_that_it_is_not() -> None:
    links = {a.text_content(): a for a in found(page("cy/"), ".choices a")}
    dyfed, sussex = links["Dyfed-Powys"], links["Sussex"]

    assert page("cy/").get("lang") == "cy"
    assert (dyfed.get("href"), dyfed.get("lang")) == ("https://help.example.org/dyfed-powys/cy/", None)
    assert dyfed.getnext().text_content() == "Cymorth yn Nyfed-Powys"
    assert (sussex.get("href"), sussex.get("lang"), sussex.get("hreflang")) == (
        "https://sussex.example.org/",
        "en",
        "en",
    )
    assert sussex.getnext().get("lang") == "en"
    assert found(page("cy/"), "main h1")[0].text_content() == "Ble ydych chi?"


def test_without_an_office_in_welsh_there_is_no_welsh_page() -> None:
    english = (SOME[0], SOME[2])

    assert not [path for path in made(english) if path.startswith("cy/")]
    assert found(page("", english), ".languages") == []
    assert [a.get("href") for a in found(page(""), ".languages a")] == ["cy/"]
    assert [a.get("href") for a in found(page("cy/postcodes/"), ".languages a")] == ["../../postcodes/"]


@pytest.mark.parametrize("address", ["", "postcodes/", "cy/", "cy/postcodes/"])
def test_999_and_leaving_stand_before_anything_else_on_every_page(address: str) -> None:
    text = made(SOME)[f"{address}index.html"].decode()
    tree = page(address)

    assert text.index("tel:999") < text.index("<h1")
    assert len(found(tree, "a[data-leave]")) == 2
    assert found(tree, "script[data-neutral]")
    assert text.index("data-leave") < text.index("<h1")
    assert found(tree, ".danger li"), "what to do in danger, in full"


@pytest.mark.parametrize("address", ["", "postcodes/", "cy/", "cy/postcodes/", "exit/", "cy/exit/"])
def test_each_page_asks_for_our_own_files_alone_and_each_is_there(address: str) -> None:
    text = made(SOME)[f"{address}index.html"].decode()
    depth = address.count("/")

    for link in RESOURCES.findall(text):
        assert link.startswith("../" * depth)
        assert link.removeprefix("../" * depth) in made(SOME)
    (policy,) = [one for one in found(page(address), "meta") if one.get("http-equiv") == "Content-Security-Policy"]
    assert policy.get("content").startswith("default-src 'none'; style-src 'self'; script-src 'self' 'sha256-")
    assert "form" not in {one.tag for one in page(address).iter() if isinstance(one.tag, str)}


@pytest.mark.parametrize("address", ["", "postcodes/", "cy/", "cy/postcodes/"])
def test_the_links_between_its_pages_lead_to_pages_that_are_there(address: str) -> None:
    for a in found(page(address), "a[href]"):
        href = a.get("href")
        if href.startswith(("https:", "tel:", "#")):
            continue
        parts = address.split("/")[:-1]
        for step in href.split("/")[:-1]:
            if step == "..":
                parts.pop()
            elif step != ".":
                parts.append(step)
        assert "".join(f"{part}/" for part in parts) + "index.html" in made(SOME), href
    neutral = found(page(address), "script[data-neutral]")[0].get("data-neutral")
    assert neutral == "../" * (address.count("/") - address.startswith("cy/")) + "exit/"


@pytest.mark.parametrize("offices", [SOME, ALL], ids=["some", "all 43"])
def test_a_first_view_of_each_page_fits_in_one_round_trip(offices: tuple[ListedOffice, ...]) -> None:
    files = made(offices)
    weights = {}
    for path, data in files.items():
        if path.endswith(".html"):
            links = [link.lstrip("./") for link in RESOURCES.findall(data.decode())]
            weights[path] = sum(len(gzip.compress(part, 9)) for part in [data, *(files[link] for link in links)])

    assert {path: weight for path, weight in weights.items() if weight > MOST} == {}


def test_every_district_of_the_country_is_in_the_table_and_on_the_page_without_a_script() -> None:
    table = json.loads(made(SOME)["assets/districts.json"])
    listed = {
        area.text_content().strip(): [dd.text_content() for dd in area.xpath("following-sibling::dd")]
        for area in found(page("postcodes/"), "dt")
    }

    assert table.keys() == {area.name for area in AREAS} == listed.keys()
    for area in AREAS:
        spelled = [
            re.match("[A-Z]+", group)[0] + number  # type: ignore[index] # every group begins with letters
            for group in table[area.name].split()
            for number in re.sub("^[A-Z]+", "", group).split(".")
        ]
        assert tuple(spelled) == area.districts
        assert ", ".join(area.districts) in listed[area.name]


def test_a_district_that_lies_in_several_areas_is_in_each_of_them() -> None:
    both = {area.name for area in AREAS if "SY10" in area.districts}

    assert {"Dyfed-Powys", "West Mercia"} <= both


def test_districts_stand_in_the_order_of_their_numbers() -> None:
    (cumbria,) = (area for area in AREAS if area.name == "Cumbria")

    assert cumbria.districts[:3] == ("CA1", "CA2", "CA3")
    assert list(cumbria.districts).index("CA9") < list(cumbria.districts).index("CA10")


def test_two_offices_in_one_area_both_stand_there_by_their_own_names() -> None:
    two = (an_office("Brighton", ["Sussex"]), an_office("Worthing", ["Sussex"]))
    (area,) = found(page("postcodes/", two), "#sussex")

    assert [a.text_content() for a in found(area, "a")] == ["Help in Brighton", "Help in Worthing"]


def test_a_name_can_t_write_into_the_page() -> None:
    nasty = (an_office("Sussex", ["Sussex"], site_name='<b>"Help" & more'),)

    assert found(page("", nasty), ".choices span")[0].text_content() == '<b>"Help" & more'


def test_it_says_that_it_is_a_demonstration_where_an_office_is_one() -> None:
    some = (SOME[0], an_office("Kent", ["Kent"], demonstration=True))

    assert "A demonstration: do not rely on it." in found(page("", some), ".notice")[0].text_content()
    assert found(page("", (SOME[0],)), ".notice") == []


def test_twice_made_it_is_the_same() -> None:
    assert {asset.path: asset.data for asset in office_index(SOME)} == made(SOME)
