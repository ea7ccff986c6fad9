from __future__ import annotations

from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.content.loading.service_directory import read_directory
from tests.builders import ANY_INPUT, a_services_yaml, wrong_with

EMPTY = 'this file is empty; begin with "services:" and one service below it'


def test_a_right_directory_has_no_problem() -> None:
    assert wrong_with(a_services_yaml()) == []


def test_a_number_that_yaml_would_turn_into_another_is_the_number_that_was_typed() -> None:
    text = a_services_yaml("contact:", "  - phone: 03003030554", "    hours: 24/7", "report_needed: no")
    directory, problems = read_directory({"services.yaml": text})
    service = directory.services[0].record

    assert problems == []
    assert service.contact[0].number is not None
    assert (service.contact[0].number.shown, service.contact[0].link) == ("0300 303 0554", "tel:+443003030554")
    assert service.report_needed == "no"


def test_dates_times_and_words_are_read_as_typed() -> None:
    text = a_services_yaml("checked: {on: 2026-11-20, by: No, how: 1e3}", name="Yes")
    service = read_directory({"services.yaml": text}).value.services[0].record

    assert service.name == "Yes"
    assert service.checked is not None
    assert (service.checked.on, service.checked.by, service.checked.how) == (date(2026, 11, 20), "No", "1e3")


@pytest.mark.parametrize("text", ["", "\n\n", "# only a remark\n", "---\n"])
def test_an_empty_file_is_named(text: str) -> None:
    assert wrong_with(text) == [f"services.yaml:1:1: {EMPTY}"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("- id: a\n", '1:1: the names of lists are needed here; begin with "services:"'),
        ("hello\n", '1:1: the names of lists are needed here; begin with "services:"'),
        ("\n# remark\nhello\n", '3:1: the names of lists are needed here; begin with "services:"'),
        ("servises: []\n", '1:1: "servises" is not a known list; did you mean "services"?'),
        (
            "x: []\n",
            (
                '1:1: "x" is not a known list; '
                "use one of: emergency, areas, organisations, services, retired_numbers, retired_addresses, sources, "
                "kinds, crimes, audiences, networks, marks, ..."
            ),
        ),
        ("services: hello\n", '1:11: "services" is a list; start each record with a hyphen: - id: ...'),
        ("services:\n  a: {}\n", '2:3: "services" is a list; start each record with a hyphen: - id: ...'),
        ("services:\n  - hello\n", "2:5: fields are needed here, each as name: value; write id: ..."),
        ("services:\n  -\n", "2:4: fields are needed here, each as name: value; write id: ..."),
        ("services:\n  - [a]\n", "2:5: fields are needed here, each as name: value; write id: ..."),
        (
            "areas:\n  - cumbria\n",
            '2:3: "areas" needs an id in front of each record, as in cumbria: {name: Cumbria}',
        ),
        ("areas:\n  cumbria: Cumbria\n", "2:12: fields are needed here, each as name: value; write name: ..."),
        ("areas:\n  cumbria: {within: uk}\n", '2:12: "name" is missing; write name: Cumbria'),
        (
            "areas:\n  Cumbria: {name: C}\n",
            "2:3: 'Cumbria' is not an id; use small letters, digits and hyphens: cumbria",
        ),
        ("organisations:\n  a b: {name: C}\n", "2:3: 'a b' is not an id; use small letters, digits and hyphens: a-b"),
        (
            "retired_numbers:\n  - {number: old, was: x, source: y}\n",
            "2:14: 'old' is not a phone number; write the number alone: 0845 30 30 900",
        ),
        (
            "emergency:\n  - {say: Call 999, text: x}\n",
            '2:5: "source" is missing; write source: https://www.example.org/page',
        ),
    ],
)
def test_lists_and_records_of_another_shape_are_refused(text: str, problem: str) -> None:
    assert wrong_with(text) == [f"services.yaml:{problem}"]


def test_a_directory_may_stand_in_several_files() -> None:
    more = a_services_yaml(id="b").partition("victim-support: {name: Victim Support}\n")[2]

    assert wrong_with(a_services_yaml(), more) == []


def test_an_id_of_one_file_is_not_used_again_in_another() -> None:
    assert wrong_with(a_services_yaml(), a_services_yaml(id="another")) == [
        'services-2.yaml:2:3: "cumbria" is already an id, at services.yaml:2:3; keep one of them',
        'services-2.yaml:4:3: "victim-support" is already an id, at services.yaml:4:3; keep one of them',
    ]


def test_all_problems_are_told_at_once_in_file_order() -> None:
    text = a_services_yaml(
        "contact:",
        "  - {phone: 0300 303, hours: 9-5}",
        "colour: blue",
        name="<b>Victim Support</b>",
        kind="victim-hubb",
        summary="",
    )

    assert wrong_with(text, "areas:\n  x: {nme: X}\n") == [
        'services-2.yaml:2:7: "nme" is not a known field; did you mean "name"?',
        "services.yaml:7:11: '<b>Victim Support</b>' is HTML; write plain words, without < and >",
        'services.yaml:10:5: "summary" is empty; write summary: Free, private help after any crime.',
        "services.yaml:14:17: '0300 303' can't be a UK phone number; write it as 0300 123 4567",
        "services.yaml:14:34: '9-5' is not in a form we can read; write them as \"Mo-Fr 09:00-17:00; PH off\", or 24/7",
        (
            'services.yaml:15:5: "colour" is not a known field; the fields here are id, name, also_known_as, '
            "search_words, kind, kinds, for, organisation, summary, about, helps_with, who, areas, all_but, by_when, "
            "first_step, contact, reached_through, response, "
            "when_you_contact, report_needed, who_will_know, referral, cost, languages, interpreters, access, "
            "places, points, networks, marks, outcomes, commissioned_by, contract_until, contract_extension, "
            "status, closed_on, replaced_by, checked, sources"
        ),
    ]


FIELDS = ["services", "areas", "organisations", "emergency", "id", "name", "kind", "contact", "phone", "hours", "who"]
TREES = st.recursive(
    st.none() | st.integers() | st.text(max_size=8) | st.sampled_from(["24/7", "999", "cumbria", "2026-11-22", "<b>"]),
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(st.sampled_from(FIELDS) | st.text(max_size=4), inside, max_size=4)
    ),
    max_leaves=12,
)


@ANY_INPUT
@given(text=st.text() | TREES.map(lambda tree: yaml.dump(tree, allow_unicode=True)))
def test_any_text_is_read_or_has_problems_in_its_lines(text: str) -> None:
    text = text.replace("\r", "\n")  # as every file is read
    problems = read_directory({"a": text}).problems

    for problem in problems:
        assert 1 <= problem.location.line <= text.count("\n") + 1
        assert len(problem.text.splitlines()) == 1


@ANY_INPUT
@given(tree=st.dictionaries(st.sampled_from(["services", "areas", "organisations", "emergency"]), TREES, min_size=1))
def test_any_tree_under_the_right_names_is_read_or_has_problems(tree: object) -> None:
    assert all(problem.startswith("services.yaml:") for problem in wrong_with(yaml.dump(tree, allow_unicode=True)))
