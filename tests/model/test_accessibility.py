from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from generator.model.accessibility import Results, status
from tests.standing import a_statement

GREY = {"what": "The map is grey.", "criterion": "1.4.3 Contrast (Minimum)", "fix_by": "2027-03-31"}
FAULT = {"criterion": "1.4.3", "what": "Grey words.", "pages": "3"}


def some_results(**changes: Any) -> Results:
    return Results.model_validate({"on": "2026-11-21", "tools": ["axe-core"], "pages": "40"} | changes)


def test_a_site_that_people_tested_and_nothing_fails_complies_fully() -> None:
    assert status(a_statement(tested_with_people="yes"), some_results()) == "fully"


def test_software_alone_never_makes_a_site_comply_fully() -> None:
    assert status(a_statement(), some_results()) == "partially"


def test_a_known_problem_makes_it_partial() -> None:
    assert status(a_statement(tested_with_people="yes", problems=[GREY]), some_results()) == "partially"


def test_a_fault_that_the_tests_found_makes_it_partial() -> None:
    found = some_results(violations=[FAULT], pages_with_violations="3")

    assert status(a_statement(tested_with_people="yes", problems=[GREY]), found) == "partially"


def test_faults_on_most_pages_mean_that_it_does_not_comply() -> None:
    found = some_results(violations=[FAULT], pages_with_violations="21")

    assert status(a_statement(problems=[GREY]), found) == "not"


def test_nobody_claims_what_nobody_tested() -> None:
    assert status(a_statement(tested_with_people="yes"), None) == "not"


def test_a_criterion_is_a_number_of_the_guidelines() -> None:
    with pytest.raises(ValidationError, match=r'"contrast" is not a WCAG success criterion; write it as 1\.4\.3'):
        a_statement(problems=[GREY | {"criterion": "contrast"}])


def test_a_statement_is_not_reviewed_before_it_is_written() -> None:
    with pytest.raises(ValidationError, match="it was reviewed on 2026-01-31, before it was prepared on 2026-02-01"):
        a_statement(reviewed="2026-01-31")
