"""What search in Welsh costs: its readers little, and all others nothing."""

from __future__ import annotations

from generator.site.render.search.search_page import danger_file, search_scripts
from tests.builders import a_service
from tests.site.render.test_search import WITH_THE_PAGE, zipped
from tests.sites import ROOT, a_site, some_templates


def test_welsh_costs_a_reader_of_welsh_little_and_others_nothing() -> None:
    folder = ROOT / "overrides/scripts/search"
    (same, answers), (same_in_welsh, in_welsh) = search_scripts(folder), search_scripts(folder, "cy-GB")
    files = [some_templates(a_service(), site=a_site(language=language)) for language in ("en", "cy")]
    danger, danger_in_welsh = (zipped(danger_file(each).data) for each in files)

    assert same.data == same_in_welsh.data
    assert b"ngh" not in answers.data
    assert zipped(in_welsh.data) - zipped(answers.data) < 800
    assert danger <= WITH_THE_PAGE
    assert danger_in_welsh <= WITH_THE_PAGE + 1024
