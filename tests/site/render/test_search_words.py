"""The words by which things are found: of what to do first, towns, languages; and those that are no slips."""

from __future__ import annotations

import pytest

from generator.content.loading.steps_of_crimes import shipped_steps
from generator.site.render.search.search_words import in_brief, stop_words, towns_as_said, words_in
from tests.builders import a_service
from tests.site.render.test_search import core, words_file


def test_what_to_do_first_is_found_by_the_words_that_say_something_of_one_crime() -> None:
    names = [name for _, name, _ in core(a_service())["crimes"]]
    steps = dict(zip(names, words_file(a_service(), first_steps=shipped_steps())["steps"], strict=True))

    assert {"wash", "clothes"} <= set(steps["Rape or sexual assault"].split("|")[-1].split())
    assert "bank card 159" in steps["Fraud, scams and cyber crime"].split("|")
    assert not [said for said in steps.values() if {"police", "call", "0800"} & set(said.replace("|", " ").split())]


def test_words_that_are_no_slips_are_sent_in_brief_and_read_as_they_were() -> None:
    words = ["cab", "cable", "cat", "dog"]

    assert in_brief(words) == "0cab3le2t0dog"


def test_a_service_is_found_by_each_language_that_it_speaks_beside_the_site_s() -> None:
    assert core(a_service(languages=["en", "cy"]))["services"]["other"] == "~Welsh|~Cymraeg"
    assert "other" not in core(a_service(languages=["en"]))["services"]


@pytest.mark.parametrize(
    ("town", "short"),
    [
        ("Grange-over-Sands", "Grange"),
        ("Weston-super-Mare", "Weston"),
        ("Appleby-in-Westmorland", "Appleby"),
        ("Burgh by Sands", "Burgh"),
        ("Chapel-en-le-Frith", "Chapel"),
        ("Kirkby Stephen", None),
        ("Overton", None),
    ],
)
def test_a_town_with_a_long_name_is_found_by_what_people_call_it(town: str, short: str | None) -> None:
    assert list(towns_as_said([town])) == ([short, town] if short else [town])


def test_words_are_compared_without_accents_apostrophes_and_capitals() -> None:
    assert words_in("Women’s Aid & Café, 24/7") == ("womens", "aid", "cafe", "24", "7")
    assert "someone" in stop_words("en-GB")
