"""What the form changed is kept in git: those files alone, with a name and words; taken back whole, or not at all."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from generator.preview.current_site import Answer
from generator.preview.form_gate import PLACE
from tests.preview.form_site import REFUGE, VICTIM_SUPPORT, Staff, said, staff, tree_of
from tests.site_builder import SERVICES_YAML

__all__ = ["staff"]
NAMED = {"user.name": "Sam Reed", "user.email": "sam.reed@example.org"}


def git(root: Path, *arguments: str) -> str:
    return subprocess.run(["git", "-C", str(root), *arguments], check=True, capture_output=True, text=True).stdout  # noqa: S607


@pytest.fixture
def kept(staff: Staff, monkeypatch: pytest.MonkeyPatch) -> Staff:
    """The small site in a repository of its own, whose git knows nobody."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")
    for name in ("EMAIL", "GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"):
        monkeypatch.delenv(name, raising=False)
    root = staff.site.root
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", ".")
    git(root, "-c", "user.name=Us", "-c", "user.email=us@example.org", "commit", "--quiet", "-m", "The site")
    return staff


def knows_who(staff: Staff) -> None:
    for name, value in NAMED.items():
        git(staff.site.root, "config", name, value)


def keeps(staff: Staff, **given: str) -> Answer:
    return staff.forms.answer("POST", f"{PLACE}keep", {name: [value] for name, value in given.items()})


def opened(staff: Staff) -> str:
    return " ".join(tree_of(staff.forms.answer("GET", f"{PLACE}keep", {})).text_content().split())


def takes_back(staff: Staff) -> Answer:
    page = tree_of(staff.forms.answer("GET", f"{PLACE}keep", {}))
    return staff.forms.answer("POST", f"{PLACE}take-back", {"commit": page.xpath("//input[@name='commit']/@value")})


def test_one_commit_has_what_the_form_changed_and_nothing_else(kept: Staff) -> None:
    knows_who(kept)
    root = kept.site.root
    kept.site.write("content/about.md", "# About\n\nChanged by hand.\n")
    kept.site.write("content/new.md", "# New\n")
    git(root, "add", "content/new.md")
    assert "Nothing waits to be kept." in opened(kept)
    assert kept.saves(VICTIM_SUPPORT, {"summary": ["New words."]}).status == 303
    answer = keeps(kept, words="# New summary\r\n\r\nSam rang them.")

    assert said(answer) == ["Kept: services.yaml."]
    assert git(root, "log", "-1", "--format=%an <%ae>%n%B") == (
        "Sam Reed <sam.reed@example.org>\n# New summary\n\nSam rang them.\n\n"
    )
    assert git(root, "show", "--format=", "--name-only") == "services.yaml\n"
    assert git(root, "status", "--short") == " M content/about.md\nA  content/new.md\n"
    again = keeps(kept, words="Once more")
    assert (again.status, said(again)) == (422, ["Nothing was kept"])


def test_a_new_file_goes_along(kept: Staff) -> None:
    knows_who(kept)
    filled = {"title": ["Harbour Week"], "summary": ["A week."], "about": ["", "any-crime"]}
    assert kept.saves("new/campaigns", filled | {"services": ["", "victim-support-cumbria"]}).status == 303

    assert said(keeps(kept, words="A campaign")) == ["Kept: campaigns/harbour-week.md."]
    assert git(kept.site.root, "status", "--short") == ""


def test_who_git_does_not_know_is_asked_once(kept: Staff) -> None:
    assert kept.saves(VICTIM_SUPPORT, {"summary": ["New words."]}).status == 303
    who = {"name": "Sam Reed", "email": "sam.reed@example.org"}
    assert "Your e-mail address" in opened(kept)
    for wrong in ({"name": ""}, {"email": "sam"}, {"name": "Sam <x@example.org>"}, {"email": "a@example.org\n--amend"}):
        assert keeps(kept, words="New summary", **{**who, **wrong}).status == 422
    assert said(keeps(kept, words="New summary", **who)) == ["Kept: services.yaml."]
    assert kept.saves(VICTIM_SUPPORT, {"summary": ["Newer words."]}).status == 303
    assert "Your e-mail address" not in opened(kept)
    assert said(keeps(kept, words="--amend")) == ["Kept: services.yaml."]
    assert git(kept.site.root, "log", "--format=%an %s") == "Sam Reed --amend\nSam Reed New summary\nUs The site\n"


@pytest.mark.parametrize("given", [{}, {"words": "a", "file": "mkdocs.yml"}, {"words": "a", "name": "x", "email": "y"}])
def test_a_form_that_is_not_ours_keeps_nothing(given: dict[str, str], kept: Staff) -> None:
    knows_who(kept)
    assert kept.saves(VICTIM_SUPPORT, {"summary": ["New words."]}).status == 303

    assert keeps(kept, **given).status == 400
    assert git(kept.site.root, "log", "--format=%s") == "The site\n"


def test_the_last_one_is_taken_back_by_another_commit(kept: Staff) -> None:
    knows_who(kept)
    for summary in ("First.", "Second."):
        assert kept.saves(VICTIM_SUPPORT, {"summary": [summary]}).status == 303
        assert keeps(kept, words=summary).status == 200
    answer = takes_back(kept)

    assert said(answer) == ["Taken back: Second."]
    assert "summary: First." in kept.text
    assert said(takes_back(kept)) == ["Taken back: First."]
    assert kept.text == SERVICES_YAML
    assert git(kept.site.root, "log", "--format=%s").splitlines()[0] == 'Revert "First."'
    assert kept.forms.answer("POST", f"{PLACE}take-back", {"commit": ["0" * 40]}).status == 422


def test_what_was_changed_since_is_not_lost_by_taking_back(kept: Staff) -> None:
    knows_who(kept)
    assert kept.saves(VICTIM_SUPPORT, {"summary": ["First."]}).status == 303
    assert keeps(kept, words="First").status == 200
    assert kept.saves(VICTIM_SUPPORT, {"summary": ["Not kept."]}).status == 303
    answer = takes_back(kept)

    assert (answer.status, said(answer)) == (422, ["Nothing was kept"])
    assert "summary: Not kept." in kept.text
    assert git(kept.site.root, "status", "--short") == " M services.yaml\n"


def test_where_commits_clash_all_is_as_it_was(kept: Staff) -> None:
    knows_who(kept)
    root = kept.site.root
    assert kept.saves(VICTIM_SUPPORT, {"summary": ["First."]}).status == 303
    assert keeps(kept, words="First").status == 200
    kept.site.change("services.yaml", "summary: First.", "summary: By hand.")
    git(root, "commit", "--quiet", "-am", "By hand")
    before = kept.text

    assert takes_back(kept).status == 422
    assert (kept.text, git(root, "status", "--short")) == (before, "")
    assert git(root, "log", "-1", "--format=%s") == "By hand\n"


def test_what_a_hook_refuses_is_not_kept_and_stays_as_it_was(kept: Staff) -> None:
    knows_who(kept)
    hook = kept.site.root / ".git/hooks/pre-commit"
    hook.write_text("#!/bin/sh\necho 'not on Fridays' >&2\nexit 1\n")
    hook.chmod(0o755)
    filled = {"title": ["Harbour Week"], "summary": ["A week."], "about": ["", "any-crime"]}
    assert kept.saves("new/campaigns", filled | {"services": ["", "victim-support-cumbria"]}).status == 303
    answer = keeps(kept, words="A campaign")

    assert "not on Fridays" in " ".join(tree_of(answer).text_content().split())
    assert git(kept.site.root, "status", "--short") == "?? campaigns/harbour-week.md\n"


def test_a_site_below_the_top_of_its_repository_is_kept_as_well(kept: Staff, tmp_path: Path) -> None:
    root = kept.site.root
    (root / ".git").rename(tmp_path / ".git")
    git(tmp_path, "add", "--all")
    git(tmp_path, "-c", "user.name=Us", "-c", "user.email=us@example.org", "commit", "--quiet", "-m", "Moved")
    for name, value in NAMED.items():
        git(tmp_path, "config", name, value)
    assert kept.saves(VICTIM_SUPPORT, {"summary": ["New words."]}).status == 303

    assert said(keeps(kept, words="New summary")) == ["Kept: services.yaml."]
    assert git(tmp_path, "show", "--format=", "--name-only") == f"{root.name}/services.yaml\n"


def test_without_git_the_page_says_so(staff: Staff) -> None:
    assert "Git does not keep this folder" in opened(staff)
    assert staff.saves(REFUGE, {"summary": ["New."]}).status == 303
