"""As on any day of years to come: the demonstration is built; a real office does not publish what is out of date."""

from __future__ import annotations

import pytest

from generator.content.load import load
from generator.content.loading.config import read_settings
from generator.diagnostics import ContentError
from generator.site.build import publish
from tests.builders import at
from tests.sites import ROOT


@pytest.mark.parametrize("day", ["2028-02-29", "2028-03-01", "2029-11-20", "2031-06-15", "2036-12-31"])
def test_the_demonstration_is_made_in_any_year_and_says_what_is_out_of_date(day: str) -> None:
    settings = read_settings((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    now = at(f"{day} 09:00")

    publication = publish(load(ROOT, settings, now.date()), settings, now, ROOT)
    (statement,) = [page for page in publication.pages if page.address == "accessibility/"]

    assert all(page.body for page in publication.pages)
    assert "That is a year ago or more: what stands here may be out of date." in statement.body
    assert [advice.text for advice in publication.edition.catalogue.advice if "a year ago or more" in advice.text]


def test_a_real_office_does_not_publish_what_is_out_of_date() -> None:
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("demonstration: true", "demonstration: false")

    with pytest.raises(ContentError, match=r"content/accessibility\.md:8:11: the statement was last reviewed on"):
        load(ROOT, read_settings(text), at("2031-06-15 09:00").date())
