"""The form's page for a second person: what waits, in its words; approved by somebody else, as it was shown, or not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.preview.current_site import Answer
from generator.preview.form_gate import PLACE
from tests.approval_site import ALEX, NUMBER, SAM, TwoPeople, git, two_people, waits
from tests.approval_site import PLACE as A_PLACE
from tests.preview.form_site import Staff, forms_of, said, sent_by, staff, tree_of

__all__ = ["staff"]


@pytest.fixture
def waiting(tmp_path: Path) -> tuple[TwoPeople, Staff]:
    """Alex has changed a number; Sam sits at the form."""
    people = two_people(tmp_path / "site")
    people.changes(ALEX, "services.yaml", "phone: 03003030554", "phone: 03003030555")
    people.sits(SAM)
    return people, Staff(forms_of(people.site), people.site)


def opened(staff: Staff) -> Any:
    answer = staff.forms.answer("GET", f"{PLACE}approve", {})
    assert answer.status == 200
    return tree_of(answer)


def words(tree: Any) -> str:
    return " ".join(tree.xpath("//main")[0].text_content().split())


def sends(staff: Staff, given: dict[str, list[str]]) -> Answer:
    return staff.forms.answer("POST", f"{PLACE}approve", given)


def test_somebody_else_reads_it_and_approves_it(waiting: tuple[TwoPeople, Staff]) -> None:
    people, staff = waiting
    page = opened(staff)

    assert "Numbers of Victim Support Changed by Alex Kim. phone (new): 0300 303 0555" in words(page)
    answer = sends(staff, sent_by(page))
    assert said(answer) == ["Approved: Numbers of Victim Support. Your colleagues have it once it is sent."]
    assert "Nothing waits." in words(tree_of(answer))
    assert (waits(people), git(people.root, "log", "-1", "--format=%an")) == ([], "Sam Reed\n")


def test_whoever_changed_it_has_no_button_and_is_refused(waiting: tuple[TwoPeople, Staff]) -> None:
    people, staff = waiting
    given = sent_by(opened(staff))
    people.sits(ALEX)

    assert opened(staff).xpath("//form") == []
    answer = sends(staff, given)
    assert (answer.status, said(answer)) == (422, ["Nothing was approved"])
    assert f"{NUMBER} was changed last by Alex Kim; somebody else must approve it".capitalize() in words(
        tree_of(answer)
    ).replace("Alex Kim; s", "alex kim; s")
    assert waits(people) == [NUMBER]


def test_what_was_changed_after_the_page_was_opened_is_not_approved(waiting: tuple[TwoPeople, Staff]) -> None:
    people, staff = waiting
    given = sent_by(opened(staff))
    people.changes(ALEX, "services.yaml", "phone: 03003030555", "phone: 03003030556")
    people.sits(SAM)

    assert sends(staff, given).status == 422
    assert waits(people) == [NUMBER]
    fresh = sent_by(opened(staff))
    assert sends(staff, fresh).status == 200
    assert sends(staff, fresh).status == 422  # sent once more


@pytest.mark.parametrize(
    "changed",
    [
        {"what": ["numbers/harbour-refuge"]},
        {"what": ["../../etc/passwd"]},
        {"what": ["places/harbour-refuge"], "seen": [""]},
        {"seen": ["0" * 32]},
    ],
)
def test_a_thing_that_the_page_did_not_offer_is_not_approved(
    changed: dict[str, list[str]], waiting: tuple[TwoPeople, Staff]
) -> None:
    people, staff = waiting
    before = people.ledger

    assert sends(staff, sent_by(opened(staff)) | changed).status == 422
    assert people.ledger == before


@pytest.mark.parametrize(
    "changed", [{"seen": None}, {"file": ["mkdocs.yml"]}, {"what": [NUMBER, NUMBER]}, {"name": ["S"]}]
)
def test_half_a_form_is_none(changed: dict[str, Any], waiting: tuple[TwoPeople, Staff]) -> None:
    people, staff = waiting
    before = people.ledger
    given = {name: one for name, one in (sent_by(opened(staff)) | changed).items() if one is not None}

    assert sends(staff, given).status == 400
    assert people.ledger == before


def test_a_secret_place_is_folded(waiting: tuple[TwoPeople, Staff]) -> None:
    people, staff = waiting
    people.changes(ALEX, "services.yaml", A_PLACE, f"{A_PLACE[:-1]}, show: full}}")
    people.sits(SAM)
    page = opened(staff)

    assert [one.text_content() for one in page.xpath("//details/p")] == [
        "Shows full: Larkspur House, 7 Gooseberry Lane, CA99 9ZZ"
    ]
    assert all("Gooseberry" not in "".join(one.itertext()) for one in page.xpath("//main//p[not(ancestor::details)]"))


def test_what_git_refuses_leaves_all_as_it_was(waiting: tuple[TwoPeople, Staff]) -> None:
    people, staff = waiting
    hook = people.root / ".git/hooks/pre-commit"
    hook.write_text("#!/bin/sh\necho 'not on Fridays' >&2\nexit 1\n")
    hook.chmod(0o755)
    before = people.ledger
    answer = sends(staff, sent_by(opened(staff)))

    assert (answer.status, "not on Fridays" in words(tree_of(answer))) == (422, True)
    assert people.ledger == before
    assert git(people.root, "status", "--short") == ""


def test_who_git_does_not_know_is_asked(waiting: tuple[TwoPeople, Staff], monkeypatch: pytest.MonkeyPatch) -> None:
    people, staff = waiting
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")
    for name in ("user.name", "user.email"):
        git(people.root, "config", "--unset", name)
    given = sent_by(opened(staff))

    assert sends(staff, given | {"name": ["Alex Kim"], "email": ["ak@example.org"]}).status == 422
    staff.forms.keeping.by = None
    assert sends(staff, given | {"name": ["Sam Reed"], "email": ["sam.reed@example.org"]}).status == 200
    assert waits(people) == []


def test_where_nothing_needs_a_second_person_the_page_says_how_to_begin(staff: Staff) -> None:
    assert "To begin: approve: [posts, numbers, places]" in words(opened(staff))
