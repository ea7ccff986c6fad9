"""A change goes onto a branch of its own, told as `diff` tells it; a file to mail holds nothing of a secret place."""

from __future__ import annotations

import pytest

from generator.preview.current_site import Answer
from generator.preview.form_gate import PLACE
from tests.approval_site import git
from tests.preview.form_site import REFUGE, VICTIM_SUPPORT, Staff, said, staff, tree_of
from tests.preview.test_form_keep import kept, knows_who

__all__ = ["kept", "staff"]


def sends(staff: Staff, door: str = "send", **given: str) -> Answer:
    return staff.forms.answer("POST", PLACE + door, {name: [value] for name, value in given.items()})


def told(answer: Answer) -> str:
    return " ".join(tree_of(answer).xpath("//main")[0].text_content().split())


def test_a_change_goes_onto_a_branch_with_what_diff_tells(kept: Staff) -> None:
    knows_who(kept)
    root = kept.site.root
    assert kept.saves(VICTIM_SUPPORT, {"summary": ["New words."]}).status == 303
    answer = sends(kept, words="A new summary\r\n\r\nSam rang them.")

    branch = "a-new-summary-2027-02-10"
    assert said(answer) == [f"Ready to be sent: the branch {branch}."]
    assert git(root, "branch", "--show-current") == f"{branch}\n"
    assert git(root, "log", "-1", "--format=%B").startswith(
        "A new summary\n\nSam rang them.\n\nVictim Support: summary changed from "
    )
    assert f"git push -u origin {branch}" in told(answer)
    patch = kept.forms.answer("GET", f"{PLACE}patch", {})
    assert patch.headers["Content-Disposition"] == f'attachment; filename="{branch}.patch"'
    back = sends(kept, "back")
    assert said(back) == [f"You are on main again. Your change is on the branch {branch}."]
    assert "New words." not in kept.text
    (root / "change.patch").write_bytes(patch.body)
    git(root, "-c", "user.name=Jo", "-c", "user.email=jo@example.org", "am", "--quiet", "change.patch")
    assert "New words." in kept.text
    assert git(root, "log", "-1", "--format=%an") == "Sam Reed\n"


def test_a_new_campaign_is_told_as_new(kept: Staff) -> None:
    knows_who(kept)
    filled = {"title": ["Harbour Week"], "summary": ["A week."], "about": ["", "any-crime"]}
    assert kept.saves("new/campaigns", filled | {"services": ["", "victim-support-cumbria"]}).status == 303

    assert "1 change to 1 record." in told(sends(kept, words="Harbour Week"))
    assert "Harbour Week: this campaign is new." in git(kept.site.root, "log", "-1", "--format=%b")


def test_a_branch_of_the_same_name_is_another_one(kept: Staff) -> None:
    knows_who(kept)
    for number, summary in enumerate(("One.", "Two."), 1):
        assert kept.saves(VICTIM_SUPPORT, {"summary": [summary]}).status == 303
        assert sends(kept, words="Words").status == 200
        assert git(kept.site.root, "branch", "--show-current").strip().endswith(("-10", "-2")[number - 1])
        assert sends(kept, "back").status == 200


def test_what_is_secret_is_in_no_telling_and_in_no_file_to_mail(kept: Staff) -> None:
    knows_who(kept)
    assert kept.saves(REFUGE, {"places.0.address": ["8 Gooseberry Lane"], "summary": ["Safe."]}).status == 303
    answer = sends(kept, words="The refuge")

    assert answer.status == 200
    said_there = told(answer) + git(kept.site.root, "log", "-1", "--format=%B")
    assert not any(word in said_there for word in ("Gooseberry", "Larkspur", "CA99"))
    patch = kept.forms.answer("GET", f"{PLACE}patch", {})
    assert (patch.status, said(patch)) == (422, ["Nothing was sent"])
    assert b"Gooseberry" not in patch.body


@pytest.mark.parametrize("given", [{}, {"words": "a", "branch": "main"}, {"words": "a", "name": "x", "email": "y"}])
def test_a_form_that_is_not_ours_sends_nothing(given: dict[str, str], kept: Staff) -> None:
    knows_who(kept)
    assert kept.saves(VICTIM_SUPPORT, {"summary": ["New words."]}).status == 303

    assert sends(kept, **given).status == 400
    assert git(kept.site.root, "branch", "--format=%(refname:short)") == "main\n"


@pytest.mark.parametrize("words", ["", "   ", "a\x00b", "x" * 3000])
def test_without_words_nothing_is_sent_and_no_branch_stays(words: str, kept: Staff) -> None:
    knows_who(kept)
    assert kept.saves(VICTIM_SUPPORT, {"summary": ["New words."]}).status == 303
    answer = sends(kept, words=words)

    assert (answer.status, said(answer)) == (422, ["Nothing was sent"])
    assert git(kept.site.root, "branch", "--format=%(refname:short)") == "main\n"
    assert "New words." in kept.text


def test_words_that_look_like_an_option_are_words(kept: Staff) -> None:
    knows_who(kept)
    assert kept.saves(VICTIM_SUPPORT, {"summary": ["New words."]}).status == 303

    assert said(sends(kept, words="--force ../../x; rm -rf")) == [
        "Ready to be sent: the branch force-x-rm-rf-2027-02-10."
    ]


def test_without_git_or_a_change_there_is_nothing_to_send(staff: Staff) -> None:
    assert "Git does not keep this folder" in told(staff.forms.answer("GET", f"{PLACE}send", {}))
    assert sends(staff, words="x").status in (400, 422)  # where git knows nobody, it asks who
    assert staff.forms.answer("GET", f"{PLACE}patch", {}).status == 422
    assert sends(staff, "back").status == 422
