# ruff: noqa: E501 # one mistake a row, with its whole message
from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import pytest

from generator.content.loading.source_file import Source
from generator.content.loading.validation_errors import fields_at
from generator.model.campaign import Campaign
from generator.model.fields.text import Name
from generator.model.record import Record
from generator.model.service import Service
from generator.model.vocabulary import Vocabulary
from tests.builders import a_services_yaml, said, wrong_with

CONTACT = "a contact is exactly one of phone, text, textphone, chat, form, website, email; here is "
LIST = "a list is needed here; start each line of it with a hyphen"


class Tray(Record):
    """A record whose choices are more than a word."""

    drink: Literal["tea or coffee", "milk, cold"]
    cups: Mapping[Literal["large", "small, or so"], Name]


def test_choices_are_told_whole_also_those_of_several_words() -> None:
    source = Source("drink: rum\ncups:\n  tiny: One\n", "tray.yaml")

    assert said(source.record(Tray, source.value, ()).problems) == [
        "tray.yaml:1:8: 'rum' is not a choice here; use one of: tea or coffee, milk, cold",
        "tray.yaml:3:3: 'tiny' is not a choice here; use one of: large, small, or so",
    ]
    (near,) = source.record(Tray, {"drink": "tea or cofee", "cups": {}}, ()).problems
    assert near.hint == 'did you mean "tea or coffee"?'


@pytest.mark.parametrize(
    ("model", "path", "fields"),
    [
        (Service, ("who", "ages"), ["from", "to"]),
        (Service, ("contact", 3, "checked"), ["on", "by", "how"]),
        (Service, ("name",), []),
        (Service, ("nowhere", "at", "all"), []),
        (Campaign, ("runs", 0, "confirmed"), ["by", "on", "source"]),
        (Campaign, ("posts", 0, "variants", "x"), []),
        (Vocabulary, ("crimes", "asb"), ["name", "plain", "synonyms", "terms", "police_uk"]),
    ],
)
def test_the_fields_of_a_record_are_named_as_authors_type_them(
    model: type, path: tuple[str | int, ...], fields: list[str]
) -> None:
    assert fields_at(model, path) == fields


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (["sumary: x"], '13:5: "sumary" is not a known field; did you mean "summary"?'),
        (["who: {audence: [men]}"], '13:11: "audence" is not a known field; did you mean "audiences"?'),
        (["who: everyone"], "13:10: fields are needed here, each as name: value; write audiences: ..."),
        (["who: [everyone]"], "13:10: fields are needed here, each as name: value; write audiences: ..."),
        (["who: {ages: {from: ten}}"], "13:24: 'ten' is not a whole number; write it as 18"),
        (["who: {ages: {from: 1e3}}"], "13:24: '1e3' is not a whole number; write it as 18"),
        (["who: {ages: {from: [8]}}"], "13:24: this is not a whole number; write it as 18"),
        ([f"who: {{ages: {{from: {'9' * 5000}}}}}"], f"13:24: '{'9' * 57}...' is not a whole number; write it as 18"),
        (["who: {ages: {to: 150}}"], "13:22: '150' is more than 120; write a number that is not"),
        (["who: {ages: {from: -1}}"], "13:24: '-1' is less than 0; write a number that is not"),
        (["who: {ages: {from: 18, to: 8}}"], "13:32: these ages go from 18 down to 8; put the lower one first"),
        (["status: opened"], "13:13: 'opened' is not a choice here; did you mean \"open\"?"),
        (["report_needed: maybe"], "13:20: 'maybe' is not a choice here; use one of: yes, no, depends, unknown"),
        (["report_needed: [no]"], "13:20: one word is needed here; use one of: yes, no, depends, unknown"),
        (["access: [ramp]"], ("13:14: 'ramp' is not a choice here; use one of: step-free, bsl, hearing-loop, easy-read, "
         "large-print, quiet-space, parking, toilet")),
        (["contact: {phone: 999}"], f"13:14: {LIST}"),
        (["contact: [999]"], "13:15: fields are needed here, each as name: value; write phone: ..."),
        (["contact: [{}]"], f"13:15: {CONTACT}none of them"),
        (["contact:", "  - phone: 999", "    chat: https://a.org"], f"14:9: {CONTACT}phone and chat"),
        (["contact: [{phone: [999]}]"], "13:23: a phone number is needed here; write it as 0300 123 4567"),
        (["contact: [{chat: 'javascript:alert(1)'}]"], ("13:22: 'javascript:alert(1)' is not a web address we can "
         "publish; write https://www.example.org")),
        (["contact: [{email: help}]"], "13:23: 'help' is not an e-mail address; write help@example.org"),
        (["also_known_as: [[a]]"], "13:21: words are needed here, or one text a language: {en: Help, cy: Cymorth}"),
        (["also_known_as:", "  -", "  - b"], "14:8: this is empty; write some words or take the line out"),
        (["places: [{name: H, postcode: X}]"], "13:34: 'X' is not a postcode; write it as CA10 2AU"),
        (["contract_until: 2027-02-30"], "13:21: '2027-02-30' is not a date; February 2027 has 28 days"),
        (["checked: {on: [2026-11-20], by: us, how: phoned}"], "13:19: one date is needed here; write it as 2026-11-25"),
        (["checked:", "  on: 2026-11-20", "  by: us"], '14:7: "how" is missing; write how: phoned'),
        (["checked: {on: 2026-11-20, by: [us], how: x}"], "13:35: words are needed here, or one text a language: {en: Help, cy: Cymorth}"),
        (['"a\\nb": x'], '13:5: "a b" is not a known field; did you mean "about"?'),
    ],
)  # fmt: skip
def test_a_mistake_in_a_record_is_told_with_what_to_write(lines: list[str], problem: str) -> None:
    found = wrong_with(a_services_yaml(*lines))

    if '"a b"' in problem:  # the known fields follow; what matters is that it is one line
        assert [message[:49] for message in found] == ['services.yaml:13:5: "a b" is not a known field; t']
    else:
        assert found == [f"services.yaml:{problem}"]


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"id": "Victim Support"}, "6:9: 'Victim Support' is not an id; use small letters, digits and hyphens: victim-support"),
        ({"id": None}, '6:5: "id" is missing; write id: victim-support-cumbria'),
        ({"id": "[a]"}, "6:9: one value is needed here; write an id such as victim-support-cumbria"),
        ({"name": "Victim <b>Support</b>"}, "7:11: '<b>Support</b>' is HTML; write plain words, without < and >"),
        ({"name": "x" * 500}, "7:11: this has 500 characters; the most is 120"),
        ({"name": '"a\\u202eb"'}, "7:11: there is a hidden character (U+202E) in 'a[U+202E]b'; type it again"),
        ({"name": "''"}, "7:11: this is empty; write some words or take the line out"),
        ({"name": "[a]"}, "7:11: words are needed here, or one text a language: {en: Help, cy: Cymorth}"),
        ({"summary": ""}, '10:5: "summary" is empty; write summary: Free, private help after any crime.'),
        ({"summary": None}, '6:5: "summary" is missing; write summary: Free, private help after any crime.'),
        ({"helps_with": "any-crime"}, "11:17: a list is needed here; write [any-crime]"),
        ({"helps_with": "[]"}, '11:17: "helps_with" is an empty list; write helps_with: [any-crime]'),
        ({"helps_with": "{any-crime: yes}"}, f"11:17: {LIST}"),
        ({"helps_with": "[[any-crime]]"}, "11:18: one value is needed here; write an id such as victim-support-cumbria"),
        ({"areas": "\n      -"}, "13:8: this is empty; write an id such as victim-support-cumbria, or take the line out"),
    ],
)  # fmt: skip
def test_a_mistake_in_what_every_service_needs_is_told_with_what_to_write(
    fields: dict[str, str | None], problem: str
) -> None:
    assert wrong_with(a_services_yaml(**fields)) == [f"services.yaml:{problem}"]


def test_a_required_field_that_is_misspelt_is_one_mistake() -> None:
    text = a_services_yaml("sumary: Free, private help.", summary=None)

    assert wrong_with(text) == ['services.yaml:12:5: "sumary" is not a known field; did you mean "summary"?']


def test_another_field_that_is_missing_is_a_mistake_of_its_own() -> None:
    told = wrong_with(a_services_yaml("sumary: Free, private help.", summary=None, kind=None))

    assert [one.partition(": ")[2] for one in told] == [
        '"kind" is missing; write kind: victim-hub',
        '"sumary" is not a known field; did you mean "summary"?',
    ]
