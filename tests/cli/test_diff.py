"""`waymark diff`: two revisions of a small repository, and every way to ask for one that is not there."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.main import main
from tests.site_builder import CAMPAIGN, MKDOCS_YML, SERVICES_YAML

FILES = {
    "mkdocs.yml": MKDOCS_YML,
    "services.yaml": SERVICES_YAML,
    "campaigns/dating-scams.md": CAMPAIGN,
    "content/privacy.md": "# Privacy\n",
}


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=Us", "-c", "user.email=us@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True)  # noqa: S607 # git


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with the site in a folder of its own, and three revisions: good, changed, broken."""
    top = tmp_path_factory.mktemp("history")
    git(top, "init", "--quiet", "--initial-branch", "main")
    (top / "before-the-site.txt").write_text("There is no site yet.\n")
    git(top, "add", ".")
    git(top, "commit", "--quiet", "--message", "first")
    git(top, "tag", "empty")
    root = top / "help"
    for tag, changes in {
        "good": FILES,
        "changed": {
            "services.yaml": SERVICES_YAML.replace("03003030554", "01632 960002").replace("7 Goose", "9 Goose")
        },
        "broken": {"services.yaml": SERVICES_YAML.replace("kind: refuge", "kind: refuges")},
        "good-again": {"services.yaml": SERVICES_YAML},
    }.items():
        for name, text in changes.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text)
        git(top, "add", ".")
        git(top, "commit", "--quiet", "--message", tag)
        git(top, "tag", tag)
    return root


def diff(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "--now", "2027-02-10T09:00", "diff", *arguments])


def test_in_a_terminal_a_change_is_broken_between_words(history: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.cli.console.is_a_terminal", lambda _: True)
    monkeypatch.setenv("COLUMNS", "40")
    done = diff(history, "good", "changed")

    assert max(len(line) for line in done.output.splitlines()) <= 40
    monkeypatch.undo()
    assert " ".join(done.output.split()) == " ".join(diff(history, "good", "changed").output.split())


def test_two_revisions_are_told_in_plain_words(history: Path) -> None:
    done = diff(history, "good", "changed")

    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "Victim Support: phone changed from 0300 303 0554 to 01632 960002.",
        "Harbour: place, the (withheld) address changed.",
        "Look: Victim Support changed, but its last check is still the one of 20 November 2026. "
        "If somebody asked them, write the day in checked: of victim-support-cumbria.",
        "2 changes to 2 records.",
    ]


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_no_format_says_a_withheld_address(history: Path, form: str) -> None:
    done = diff(history, "good", "changed", "--format", form)

    assert done.exit_code == 0
    assert "withheld" in done.stdout
    assert not any(secret in done.stdout for secret in ("Gooseberry", "CA99", "Larkspur"))


def test_without_a_second_revision_the_files_as_they_are_count(history: Path) -> None:
    assert diff(history, "changed").stdout.startswith(
        "Victim Support: phone changed from 01632 960002 to 0300 303 0554."
    )
    assert diff(history, "HEAD").stdout == "Nothing that the public sees changes.\n"


def test_as_json_each_change_is_an_object(history: Path) -> None:
    found = json.loads(diff(history, "good", "changed", "--format", "json").stdout)

    assert found["changes"][0] == {
        "kind": "service",
        "id": "victim-support-cumbria",
        "name": "Victim Support",
        "what": "changed",
        "part": "phone",
        "part_name": "",
        "label": "phone",
        "before": "0300 303 0554",
        "after": "01632 960002",
        "sentence": "Victim Support: phone changed from 0300 303 0554 to 01632 960002",
    }
    assert found["not_checked_again"] == [
        {"id": "victim-support-cumbria", "name": "Victim Support", "checked": "2026-11-20"}
    ]


def test_it_may_go_into_a_file(history: Path, tmp_path: Path) -> None:
    done = diff(history, "good", "changed", "--format", "markdown", "--to", str(tmp_path / "changes.md"))

    assert (done.exit_code, done.stdout) == (0, f"Written: {tmp_path / 'changes.md'}\n")
    assert (tmp_path / "changes.md").read_text().startswith("## What the public will see change\n")


def test_a_revision_that_does_not_read_is_said_with_its_problems(history: Path) -> None:
    done = diff(history, "good", "broken")

    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [
        "The content at broken does not read, so nothing can be compared:",
        "services.yaml:21:11: 'refuges' is not a kind of service; did you mean \"refuge\"?",
        "",
        "1 to mend.",
    ]


@pytest.mark.parametrize(
    ("revision", "words"),
    [
        ("--output=x", "No such option"),
        ("-good", "No such option"),
        ("nowhere", "git does not know 'nowhere'; write main, HEAD~1 or v1.0"),
        ("a b", "'a b' names no state of the files; write main, HEAD~1 or v1.0"),
        ("HEAD:services.yaml", "'HEAD:services.yaml' names no state of the files"),
        ("", "'' names no state of the files"),
        ("empty", "there was no mkdocs.yml here at 'empty'"),
    ],
)
def test_what_is_no_revision_is_wrong_use(history: Path, revision: str, words: str) -> None:
    done = diff(history, revision)

    assert (done.exit_code, done.stdout) == (2, "")
    assert words in " ".join(done.stderr.split())


def test_a_revision_that_begins_with_a_hyphen_never_reaches_git(history: Path) -> None:
    done = diff(history, "--", "--output=x")

    assert done.exit_code == 2
    assert "'--output=x' names no state of the files" in done.stderr


def test_a_folder_outside_git_is_wrong_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "mkdocs.yml").write_text(MKDOCS_YML)
    done = diff(tmp_path, "HEAD")

    assert done.exit_code == 2
    assert "is not kept in git, so there is nothing to compare with" in " ".join(done.stderr.split())


def test_a_link_out_of_the_repository_is_left_out_and_the_rest_is_compared(tmp_path: Path) -> None:
    root = a_repository(tmp_path)
    for name, to in {"overrides": "/opt/waymark/overrides", "notes": "../../elsewhere", "same": "content"}.items():
        (root / name).symlink_to(to)
    commit(root)
    (root / "services.yaml").write_text(SERVICES_YAML.replace("03003030554", "01632 960002"))
    done = diff(root, "HEAD")

    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0] == "Victim Support: phone changed from 0300 303 0554 to 01632 960002."


def test_content_behind_a_link_out_of_the_repository_is_named_as_missing(tmp_path: Path) -> None:
    root = a_repository(tmp_path)
    (root / "services.yaml").rename(tmp_path / "services.yaml")
    (root / "services.yaml").symlink_to(tmp_path / "services.yaml")
    commit(root)
    done = diff(root, "HEAD")

    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.splitlines()[:2] == [
        "The content at HEAD does not read, so nothing can be compared:",
        "services.yaml:1:1: this file is missing; add it, or mend its name in mkdocs.yml",
    ]


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_the_name_and_the_address_of_a_secret_place_are_said_in_no_format(tmp_path: Path, form: str) -> None:
    root = a_repository(tmp_path)
    commit(root)
    text = SERVICES_YAML.replace(
        "summary: A safe place to stay.", "summary: Come to larkspur house, 7 Gooseberry Lane."
    )
    (root / "services.yaml").write_text(text)
    told_the_place = diff(root, "HEAD", "--format", form)
    (root / "services.yaml").write_text(SERVICES_YAML.replace("{name: Larkspur House", "{name: Damson House"))
    now = diff(root, "HEAD", "--format", form)
    (root / "services.yaml").write_text(SERVICES_YAML.replace("postcode: CA99 9ZZ", "postcode: CA99 9ZZ Larkspur"))
    broken = diff(root, "HEAD", "--format", form)

    assert (told_the_place.exit_code, now.exit_code, broken.exit_code) == (1, 0, 1)
    assert "(withheld)" in now.stdout.replace("\\", "")
    told = (told_the_place.output + now.output + broken.output).casefold()
    assert [word for word in ("larkspur", "damson", "gooseberry", "ca99") if word in told] == []


def a_repository(folder: Path) -> Path:
    """The site in a repository that has no revision yet."""
    root = folder / "site"
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    git(root, "init", "--quiet", "--initial-branch", "main")
    return root


def commit(root: Path) -> None:
    """Make a revision of what stands in the folder."""
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "one")
