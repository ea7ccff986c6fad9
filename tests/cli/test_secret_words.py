"""`waymark check` names a withheld place in each public word of the authors' files, with its place and its cure."""

from __future__ import annotations

import pytest

from tests.site_builder import Site

TAKE_IT_OUT = "this is the address of place 1 of harbour-refuge, which is withheld; take it out"


@pytest.mark.parametrize("written", ["7 Gooseberry Lane", "seven Gooseberry Ln", "No. 7; Gooseberry La**ne**"])
def test_an_address_in_a_campaign_is_one_mistake_however_it_is_written(site: Site, written: str) -> None:
    site.change("campaigns/dating-scams.md", "It was never your fault.", f"Come to {written}.")
    done = site.waymark("check")

    assert done.status == 1
    assert TAKE_IT_OUT in done.err
    assert done.err.splitlines()[-1] == "1 to mend in 1 file; 1 piece of advice."


def test_an_address_in_the_directory_itself_is_found_before_the_build(site: Site) -> None:
    text = (site.root / "services.yaml").read_text(encoding="utf-8")
    about = next(line for line in text.splitlines() if line.strip().startswith("summary:"))
    site.change("services.yaml", about, f"{about} Come to 7 Gooseberry Ln.")
    done = site.waymark("check")

    assert done.status == 1
    assert TAKE_IT_OUT in done.err


@pytest.mark.parametrize("file", ["overrides/main.html", "overrides/parts/foot.html", "overrides/styles/own.css"])
def test_an_address_in_a_template_is_found_before_the_build(file: str, site: Site) -> None:
    site.write(file, "\n7 Goose<b>berry</b> Lane\n")
    done = site.waymark("check")

    assert done.status == 1
    assert f"{file}:2:1: {TAKE_IT_OUT}" in done.err


def test_a_road_alone_is_advice(site: Site) -> None:
    site.change("campaigns/dating-scams.md", "It was never your fault.", "The stall is in Gooseberry Lane.")
    done = site.waymark("check")

    assert done.status == 0
    assert "this is the road in the address of place 1 of harbour-refuge" in done.out + done.err


def test_a_place_that_is_called_as_its_service_is_one_mistake(site: Site) -> None:
    text = (site.root / "services.yaml").read_text(encoding="utf-8")
    at = text.index("id: harbour-refuge")
    name = next(line for line in text[at:].splitlines() if line.strip().startswith("name:")).split("name:")[1].strip()
    site.change("services.yaml", "name: Larkspur House", f"name: {name} House")
    site.change("services.yaml", f"name: {name}\n", f"name: {name} House\n")
    done = site.waymark("check")

    assert done.status == 1
    assert "this place is called as its service or an organisation is" in done.err
    assert done.err.splitlines()[-1] == "1 to mend in 1 file; 1 piece of advice."


def test_a_setting_is_searched_and_a_comment_beside_it_is_not(site: Site) -> None:
    site.change("mkdocs.yml", "site_name:", "# Not for the public: 7 Gooseberry Lane\nsite_name:")
    assert site.waymark("check").status == 0

    text = (site.root / "mkdocs.yml").read_text(encoding="utf-8")
    name = next(line for line in text.splitlines() if line.startswith("site_name:"))
    site.change("mkdocs.yml", name, f"{name} at 7 Gooseberry Ln # our name")
    done = site.waymark("check")

    assert done.status == 1
    assert TAKE_IT_OUT in done.err
    assert f"mkdocs.yml:{text.splitlines().index(name) + 1}:" in done.err
