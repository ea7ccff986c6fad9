from __future__ import annotations

from generator.content.loading.campaigns import read_campaign
from generator.content.loading.service_directory import read_directory
from tests.builders import a_campaign_file, a_services_yaml, said
from tests.checks_of import unknown_codes

SOURCES = "sources:\n  P07: {title: A page, date: Undated, kind: charity}\n"


def unknown_in(directory: str, campaign: str = "") -> list[str]:
    read, problems = read_directory({"services.yaml": directory})
    found, wrong = read_campaign(campaign, "campaigns/1.md") if campaign else (None, [])
    assert said([*problems, *wrong]) == []
    return said(unknown_codes(read, [found] if found else []))


def test_codes_that_the_list_explains_are_right() -> None:
    assert unknown_in(a_services_yaml("sources: [P07, P07 page 2]", more=SOURCES)) == []


def test_a_code_that_nobody_explains_has_its_place() -> None:
    text = a_services_yaml(
        "sources: [P07, P70]", "contact:", "  - {phone: 01632 960001, source: S000 2.2}", more=SOURCES
    )

    assert unknown_in(text) == [
        "services.yaml:13:20: 'P70' is not in the list of sources; add it there, or cite it in plain words",
        "services.yaml:15:39: 'S000' is not in the list of sources; add it there, or cite it in plain words",
    ]


def test_campaigns_cite_the_same_list() -> None:
    text = a_campaign_file("sources: [Q99]")

    assert unknown_in(a_services_yaml(more=SOURCES), text) == [
        "campaigns/1.md:6:11: 'Q99' is not in the list of sources; add it there, or cite it in plain words"
    ]


def test_a_source_in_plain_words_needs_no_code() -> None:
    assert unknown_in(a_services_yaml("sources: [their annual report 2026]", more=SOURCES)) == []


def test_a_directory_without_a_list_of_sources_may_cite_as_it_likes() -> None:
    assert unknown_in(a_services_yaml("sources: [P70]")) == []


def test_a_code_in_small_letters_is_refused() -> None:
    text = a_services_yaml(more="sources:\n  p7: {title: A, date: Old, kind: other}\n")
    problems = read_directory({"services.yaml": text}).problems

    assert said(problems) == ["services.yaml:14:3: 'p7' is not a code; use capital letters and then digits: S000"]
