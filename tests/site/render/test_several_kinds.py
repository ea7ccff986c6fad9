"""A service of several kinds: every list of a kind has it, and it is told as all that it is."""

from __future__ import annotations

import json
import re

from generator.edition import Edition
from generator.site.render.directory_pages import directory_pages
from generator.site.render.finder import finder_pages
from generator.site.render.search.search_index import search_index
from generator.site.render.single_pages import kinds_of_help
from tests.builders import a_catalogue, a_service, at
from tests.sites import some_templates

BOTH = a_service(id="both", kind="victim-hub", kinds=["isva"])


def names_on(address: str) -> list[str]:
    pages = {page.address: page.body for page in (*finder_pages(some_templates(BOTH)),)}
    return re.findall(r'<h3><a href="/services/([a-z-]+)/"', pages[address])


def test_it_stands_on_the_page_of_each_kind() -> None:
    assert names_on("kinds/victim-hub/") == names_on("kinds/isva/") == ["both"]


def test_its_own_page_and_a_to_z_name_each_kind() -> None:
    pages = {page.address: page.body for page in directory_pages(some_templates(BOTH))}

    both = "Help after any crime, Independent Sexual Violence Adviser (ISVA)"
    assert both in re.sub("<[^>]*>", "", pages["services/both/"])
    assert both in re.sub("<[^>]*>", "", pages["services/"])


def test_professionals_find_it_under_each_kind() -> None:
    edition = Edition(a_catalogue(BOTH), at("2026-11-22 09:00"))

    assert [(kind.id, [one.id for one in kind.services]) for kind in kinds_of_help(edition)] == [
        ("victim-hub", ["both"]),
        ("isva", ["both"]),
    ]


def test_search_knows_the_further_kinds_and_pays_for_them_only_where_there_are_any() -> None:
    def table(*services: object) -> dict[str, str]:
        found = json.loads(next(iter(search_index(some_templates(*services), ()))).data)  # type: ignore[arg-type]
        return dict(found["services"])

    assert table(BOTH, a_service(id="one"))["kinds"] in ("1,", ",1")
    assert "kinds" not in table(a_service(id="one"))


def test_a_service_that_is_also_a_programme_for_people_who_harm_is_in_no_list() -> None:
    programme = a_service(kind="helpline", kinds=["behaviour-change"])

    assert not Edition(a_catalogue(programme), at("2026-11-22 09:00")).is_listed(programme)
