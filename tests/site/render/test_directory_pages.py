"""The directory from A to Z, and whom else a service's page leads to."""

from __future__ import annotations

from generator.model.service import Service
from generator.site.render.directory_pages import letters, others
from tests.builders import a_service, an_edition


def alphabet(*names: str) -> list[tuple[str, list[str]]]:
    services = [a_service(id=f"s{number}", name=name) for number, name in enumerate(names)]
    return [(one.letter, [str(s.name) for s in one.services]) for one in letters(an_edition(*services))]


def another(name: str, number: int = 2, **changes: object) -> Service:
    return a_service(id=name, contact=[{"phone": f"01632 96000{number}"}], **changes)


def beside(service: Service, *more: Service, **changes: object) -> list[str]:
    return [other.id for other in others(an_edition(service, *more, **changes), service)]


def test_services_stand_under_their_first_letter_whatever_its_case() -> None:
    assert alphabet("Beta", "alpha", "bravo") == [("A", ["alpha"]), ("B", ["Beta", "bravo"])]


def test_marks_in_front_of_a_name_are_passed_over() -> None:
    assert alphabet("'Alpha'", "(Alpine)") == [("A", ["'Alpha'", "(Alpine)"])]


def test_names_that_begin_with_a_digit_stand_together_in_front() -> None:
    assert alphabet("Alpha", "24 hours", "7 days") == [("0-9", ["24 hours", "7 days"]), ("A", ["Alpha"])]


def test_one_letter_stands_once_although_marks_sort_its_names_apart() -> None:
    assert [letter for letter, _ in alphabet("Alpha", "Beta", "'Apex'")] == ["A", "B"]


def test_letters_of_other_alphabets_have_a_place() -> None:
    assert [letter for letter, _ in alphabet("Łódź help", "عون", "Alpha")] == ["A", "Ł", "ع"]


def test_services_of_one_name_are_in_the_order_of_their_ids() -> None:
    services = [a_service(id="b"), a_service(id="a")]
    assert [[s.id for s in one.services] for one in letters(an_edition(*services))] == [["a", "b"]]


def test_closed_services_and_those_that_have_not_begun_are_not_in_the_list() -> None:
    services = [a_service(id="closed", status="closed"), a_service(id="soon", status="not-yet")]
    assert letters(an_edition(*services)) == []


def test_others_help_after_the_same_crime_and_are_not_the_service_itself() -> None:
    service = a_service(helps_with=["hate-crime"])
    same = another("same", helps_with=["hate-crime"])
    different = another("different", helps_with=["burglary"])
    assert beside(service, same, different) == ["same"]


def test_at_most_three_others_are_shown() -> None:
    assert beside(a_service(), *(another(f"s{n}", n + 2) for n in range(5))) == ["s0", "s1", "s2"]


def test_another_that_cannot_be_reached_is_no_help() -> None:
    assert beside(a_service(), a_service(id="silent", checked=None)) == []


def test_another_under_the_same_number_is_no_other() -> None:
    assert beside(a_service(), a_service(id="national"), another("different")) == ["different"]


def test_the_one_that_took_over_is_the_only_other() -> None:
    closed = a_service(status="closed", replaced_by="new")
    assert beside(closed, a_service(id="new"), a_service(id="third")) == ["new"]


def test_one_service_that_helps_after_two_crimes_is_shown_once() -> None:
    service = a_service(helps_with=["hate-crime", "burglary"])
    assert beside(service, another("both", helps_with=["burglary", "hate-crime"])) == ["both"]
