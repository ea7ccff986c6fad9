from __future__ import annotations

import pytest

from generator.content.checks.hidden_numbers import UnseenNumbers
from generator.content.loading.service_directory import read_directory
from generator.content.loading.source_file import authored
from generator.privacy.withheld import shown_by, unseen_numbers
from tests.builders import CHECKED, a_campaign_file, a_catalogue, a_service, a_services_yaml, read_vocabulary, said

NUMBER = "01632 960003"
RETIRED = f"retired_numbers:\n  - {{number: {NUMBER}, was: old Supportline, source: P1}}\n"
WHY = "is retired (old Supportline); take it out, or find the new number"
SHOWS = shown_by(read_vocabulary())
WAITS = "is not checked, so nobody may see it; take it out, or record a check"


def searched(*numbers: str) -> UnseenNumbers:
    """A search for numbers that are all retired, once the old Supportline."""
    catalogue = a_catalogue(retired=numbers)
    retired = [one.model_copy(update={"was": "old Supportline"}) for one in catalogue.retired_numbers]
    return UnseenNumbers(unseen_numbers((), (), retired, SHOWS))


def in_directory(text: str) -> list[str]:
    """What is found in a directory that is read as a whole."""
    directory = read_directory({"services.yaml": text}).value
    records = ([found.record for found in every] for every in (directory.services, directory.emergency))
    search = UnseenNumbers(unseen_numbers(*records, [found.record for found in directory.retired_numbers], SHOWS))
    return said(search.in_directory(directory.files[0], read_vocabulary()))


def in_page(words: str, *numbers: str) -> list[str]:
    """What is found in the words of a campaign, which begin on line 8 of its file."""
    return said(searched(*(numbers or (NUMBER,))).in_file(a_campaign_file(words=f"\n{words}\n"), "campaigns/1.md"))


def test_a_number_is_found_in_a_post_of_any_day() -> None:
    posts = ["posts:", "  - id: a", "    at: 2031-02-01 09:00", '    text: "Spot scams: call 01632 960003. #Help"']

    assert said(searched(NUMBER).in_file(a_campaign_file(*posts), "campaigns/1.md")) == [
        f"campaigns/1.md:9:29: 01632 960003 {WHY}"
    ]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("summary: Call 01632 960003.", "10:19"),
        ("also_known_as: [Help on 01632960003]", "13:29"),
        ("first_step: {en: Call., cy: Ffoniwch 01632 960003.}", "13:42"),
        ("contact: [{phone: '999', note: 'Not 01632 960003.'}]", "13:41"),
        ("outcomes: [{says: a, when: b, source: 'https://a.example.org/01632960003'}]", "13:66"),
    ],
)
def test_a_number_is_found_in_a_service(line: str, place: str) -> None:
    name, _, value = line.partition(": ")
    text = a_services_yaml(summary=value, more=RETIRED) if name == "summary" else a_services_yaml(line, more=RETIRED)

    assert [one.partition(" ")[0] for one in in_directory(text)] == [f"services.yaml:{place}:"]


def test_a_number_over_two_lines_has_the_place_where_it_begins() -> None:
    text = a_services_yaml("about: |", "  Call us on 01632", "  960003, day and night.", more=RETIRED)

    assert in_directory(text) == [f"services.yaml:14:18: 01632 960003 {WHY}"]


def test_a_number_in_an_area_is_found() -> None:
    text = a_services_yaml(more=RETIRED).replace("{name: Cumbria}", "{name: Cumbria, towns: [Ring 01632 960003]}")

    assert in_directory(text) == [f"services.yaml:2:41: 01632 960003 {WHY}"]


@pytest.mark.parametrize(
    ("words", "place", "shown"),
    [
        ("Call 01632 960003.", "8:6", "01632 960003"),
        ("Call\n+44 (0) 1632 960 003.", "9:1", "+44 (0) 1632 960 003"),
        ("[Call us](tel:+441632960003)", "8:15", "+441632960003"),
        ("**01632** 960003", "8:1", "01632 960003"),
        ("One line.\n\n01632&nbsp;960003", "10:1", "01632 960003"),
        ("[01632 960003](tel:01632960003)", "8:2", "01632 960003"),
        ("&#48;1632 960003", "8:1", "01632 960003"),
        ("[Call](tel:%301632960003)", "8:1", "01632960003"),
        ("０１６３２ 960003", "8:1", "01632 960003"),
    ],
)
def test_a_number_is_found_in_words_as_a_page_would_show_them(words: str, place: str, shown: str) -> None:
    assert in_page(words) == [f"campaigns/1.md:{place}: {shown} {WHY}"]


def test_each_line_with_the_number_is_named() -> None:
    assert len(in_page("Call 01632 960003.\n\nOr 01632 960003.")) == 2


@pytest.mark.parametrize("words", ["Call 01632 960004.", "In 1632, 960003 people.", "Order 9016329600031."])
def test_other_digits_are_left_alone(words: str) -> None:
    assert in_page(words) == []


@pytest.mark.parametrize("words", ["Text 88858 now.", "The number is 88858.", "Text HELP to 88858"])
def test_a_short_number_is_found_in_words_for_people(words: str) -> None:
    assert [WHY in one for one in in_page(words, "88858")] == [True]


@pytest.mark.parametrize("words", ["£88858", "88858-1", "188858", "1.88858", "page/88858", "88858.5"])
def test_other_digits_are_no_short_number(words: str) -> None:
    assert in_page(words, "88858") == []


def test_three_digits_are_a_number_only_where_somebody_calls_it() -> None:
    assert [len(in_page(words, "101")) for words in ("Call 101.", "It helped 101 people.")] == [1, 0]


@pytest.mark.parametrize(
    "lines",
    [
        ["rule: Not 01632 960003"],
        ["insight: Many still ring 01632 960003."],
        ["runs:", "  - {from: 2027-02-01, to: 2027-02-28, confirmed: {by: Us, on: 2026-11-20, source: 01632 960003}}"],
        ["posts:", "  - {id: a, at: 2027-02-01 09:00, withdrawn: 'true', text: Call 01632 960003.}"],
        ["# 01632 960003 is gone"],
    ],
)
def test_what_the_public_never_reads_is_left_alone(lines: list[str]) -> None:
    assert said(searched(NUMBER).in_file(a_campaign_file(*lines), "campaigns/1.md")) == []


def test_a_number_that_waits_for_its_check_may_stand_in_its_contact_alone() -> None:
    text = a_services_yaml("contact: [{phone: 01632 960001}]", "about: Call 01632 960001.")

    assert in_directory(text) == [
        f"services.yaml:14:17: 01632 960001 {WAITS}: waymark due --done victim-support-cumbria"
    ]


def test_a_number_that_another_record_shows_may_stand_anywhere() -> None:
    waits, shows = (a_service(id=name, checked=check) for name, check in (("a", None), ("b", CHECKED)))

    assert unseen_numbers([waits, shows], (), (), SHOWS) == {}
    assert unseen_numbers([waits], (), (), SHOWS) == {"01632960001": waits}


NEVER_SHOWN = "is a number of point 1 of victim-support-cumbria, which is never shown; "
NEVER_SHOWN += "take it out, and give a number that anyone may call"


@pytest.mark.parametrize(
    ("point", "found"),
    [
        ("show: never", NEVER_SHOWN),
        ("show: area", None),
        ("show: full", None),
    ],
)
def test_the_number_of_a_point_that_is_never_shown_stands_nowhere_else(point: str, found: str | None) -> None:
    checked = "checked: {on: 2026-11-20, by: Us, how: phoned}"
    points = f"points: [{{name: Quay, contact: [{{phone: 01632 960009}}], {point}}}]"

    told = in_directory(a_services_yaml(points, checked, "first_step: Call 01632 960009."))

    assert [one.partition(": 01632 960009 ")[2] for one in told] == ([found] if found else [])


def test_the_number_of_a_point_waits_for_its_check_or_for_that_of_its_service() -> None:
    point = {"name": "Quay", "contact": [{"phone": "01632 960009"}], "show": "full"}
    own = point | {"checked": CHECKED}

    assert unseen_numbers([a_service(points=[point])], (), (), SHOWS) == {}
    assert unseen_numbers([a_service(points=[own], contact=[], checked=None)], (), (), SHOWS) == {}
    assert [*unseen_numbers([a_service(points=[point], contact=[], checked=None)], (), (), SHOWS)] == ["01632960009"]


@pytest.mark.parametrize(
    ("show", "found"), [("show: never", 0), ("show: area", 0), ("show: full", 1), ("area: cumbria", 1)]
)
def test_the_way_to_a_door_counts_where_it_is_shown(show: str, found: int) -> None:
    place = f"places: [{{name: Hub, directions: Ring 01632 960003., {show}}}]"

    assert len(in_directory(a_services_yaml(place, more=RETIRED))) == found


def test_what_stands_in_a_place_is_not_repeated_to_others() -> None:
    text = a_services_yaml("places: [{name: Hub, directions: Ring 01632 960003., show: full}]", more=RETIRED)
    directory = read_directory({"services.yaml": text}).value
    (problem,) = searched(NUMBER).in_directory(directory.files[0], read_vocabulary())

    assert (problem.text, problem.without_found) == (f"01632 960003 {WHY}", f"a number here {WHY}")


def test_a_file_whose_record_never_closes_is_words_from_its_first_line() -> None:
    assert authored("---\nid: a\n", "campaigns/1.md").words == "---\nid: a\n"
