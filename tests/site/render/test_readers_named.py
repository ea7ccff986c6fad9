"""The about page of a language names who has read how many records in it: nobody where nobody has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.content.checks.test_who_read import READ, commit, in_welsh, page_in
from tests.site_builder import Site


def about(site: Site, language: str) -> list[str]:
    """What "About this site" says of readers of records, in a language."""
    return re.findall(r"<li>([^<]*A\. Reader[^<]*)</li>", page_in(site, language, "about/"))


def test_the_about_page_of_the_language_names_who_has_read_how_many_records(tmp_path: Path) -> None:
    site = in_welsh(tmp_path)
    named = "Ein gwasanaethau, ein hymgyrchoedd a chofnodion eraill. Darllenydd: A. Reader, 12 Ionawr 2027. Nifer: "
    assert about(site, "cy") == [f"{named}1"]
    assert about(site, "en") == []

    site.change("services.yaml", "name: Harbour\n", f"name: Harbour\n    about: {{en: A house., cy: Ty.}}{READ}\n")
    assert about(site, "cy") == [f"{named}2"]


@pytest.mark.parametrize("mark", ["", "\n    cy_read: no"])
def test_where_nobody_has_read_a_record_the_about_page_names_nobody(mark: str, tmp_path: Path) -> None:
    assert about(in_welsh(tmp_path, mark), "cy") == []


def test_who_read_what_was_changed_since_is_not_named_for_it(tmp_path: Path) -> None:
    site = in_welsh(tmp_path)
    commit(site, "2027-01-12")
    site.change("services.yaml", "Free, private help after any crime.", "Free help after any crime.")
    site.change("services.yaml", "Not for people who harm.", "Not for anyone who harms.")
    commit(site, "2027-01-20")

    assert about(site, "cy") == []
