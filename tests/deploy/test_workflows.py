"""The workflows to copy: valid, allowed little, pinned, one release at a time, and of commands that exist."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from check_jsonschema.cli import main as check_jsonschema
from click.testing import CliRunner

from generator.cli.main import main
from generator.cli.offices.all_offices import FOR_ALL

ROOT = Path(__file__).parents[2]
GITHUB = sorted((ROOT / "deploy/github").glob("*.yml"))
GITLAB = ROOT / "deploy/gitlab/.gitlab-ci.yml"
OFFICES_ON_GITLAB = ROOT / "deploy/gitlab/offices.gitlab-ci.yml"
TEXTS = [
    *GITHUB,
    GITLAB,
    OFFICES_ON_GITLAB,
    *sorted((ROOT / "deploy").glob("[dnc]*/*[!.conf]")),
    *sorted((ROOT / "docs").rglob("*.md")),
]
A_COMMAND = re.compile(r"^(?:[^#\n]*?(?:\bbin/|&& |- |run: )|\$ )?waymark ([a-z]+[^\n|;>&]*)", re.MULTILINE)
FOR_EVERY = re.compile(r"waymark (--root \S+ --all [^\n|;>&]*)")
A_BLOCK = re.compile(r"```(?:sh|yaml)\n(.*?)```", re.DOTALL)
A_MAKE = re.compile(r"\bmake ([a-z./]+)")
PINNED = re.compile(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
ALLOWED = {
    "check.yml": [{"contents": "read"}],
    "publish.yml": [{}, {"contents": "write"}, {"contents": "read"}, {"pages": "write", "id-token": "write"}],
    "due.yml": [{}, {"contents": "read", "issues": "write"}],
    "links.yml": [{}, {"contents": "write"}],
    "check-offices.yml": [{"contents": "read"}],
    "publish-offices.yml": [{}, {"contents": "write"}, *[{"contents": "read"}] * 2, {"contents": "write"}],
}
"""What each workflow may do, for the whole of it and then job by job."""


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def workflow(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load((ROOT / "deploy/github" / name).read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506
    return found


def commands_in(path: Path) -> list[str]:
    """Every use of waymark in a file; of a page of the handbook, what stands in its blocks for a shell."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        text = "\n".join(A_BLOCK.findall(text))
    return A_COMMAND.findall(re.sub(r"\\\n\s*", "", text))


COMMANDS = [(name_of(path), command) for path in TEXTS for command in commands_in(path)]


@pytest.mark.parametrize(
    ("schema", "path"),
    [
        *(("vendor.github-workflows", path) for path in GITHUB),
        ("vendor.gitlab-ci", GITLAB),
        ("vendor.gitlab-ci", OFFICES_ON_GITLAB),
    ],
    ids=lambda value: value.name if isinstance(value, Path) else "",
)
def test_each_fits_its_schema(schema: str, path: Path) -> None:
    done = CliRunner().invoke(check_jsonschema, ["--builtin-schema", schema, str(path)])

    assert done.exit_code == 0, done.output


@pytest.mark.parametrize(("file", "command"), COMMANDS, ids=[f"{file}: {command}" for file, command in COMMANDS])
def test_each_command_exists_with_its_options(file: str, command: str) -> None:
    words = shlex.split(command, comments=True)
    found: click.Command | None = main
    context = click.Context(main)
    while isinstance(found, click.Group):  # such as "new", behind which comes "service"
        name = words.pop(0)
        found = found.get_command(context, name)
        context = click.Context(found or main, parent=context, info_name=name)

    assert found is not None
    found.make_context(found.name, words, parent=context.parent)


IN_EVERY = [(name_of(path), hit) for path in TEXTS for hit in FOR_EVERY.findall(path.read_text(encoding="utf-8"))]


@pytest.mark.parametrize(("file", "command"), IN_EVERY, ids=[f"{file}: {command}" for file, command in IN_EVERY])
def test_each_command_for_every_office_exists_with_its_options(file: str, command: str) -> None:
    words = shlex.split(command.strip().rstrip("`.,"))
    name = next(word for word in words if word in FOR_ALL)
    in_front, options = words[: words.index(name)], words[words.index(name) + 1 :]
    context = main.make_context("waymark", [*in_front, name])
    found = main.get_command(context, name)

    assert context.params["every"]
    assert found is not None
    found.make_context(name, options)


def test_the_workflows_for_several_offices_leave_it_to_the_program_which_they_are() -> None:
    used = {file for file, _ in IN_EVERY if file.startswith("deploy/")}

    assert used == {
        "deploy/github/check-offices.yml",
        "deploy/github/publish-offices.yml",
        "deploy/gitlab/offices.gitlab-ci.yml",
    }
    for path in (ROOT / "deploy/github/publish-offices.yml", OFFICES_ON_GITLAB):
        text = path.read_text(encoding="utf-8")
        assert "waymark offices --root" in text
        assert "git diff --name" not in text
        assert "--changed-since" in text


def test_at_night_all_offices_are_built_and_what_failed_is_built_again() -> None:
    found = workflow("publish-offices.yml")
    jobs = found["jobs"]
    (which,) = [step for step in jobs["release"]["steps"] if step.get("id") == "which"]
    hourly = "github.event_name == 'push' || github.event.schedule == '7 * * * *'"

    assert [one["cron"] for one in found["on"]["schedule"]] == ["7 * * * *", "22 23,0,4 * * *"]
    assert which["env"]["SINCE"] == f"${{{{ ({hourly}) && 'published' || '' }}}}"
    assert jobs["published"]["needs"] == ["release", "build", "index"]
    assert jobs["published"]["if"] == "${{ !failure() && !cancelled() }}"
    assert jobs["build"]["strategy"]["fail-fast"] == "false"
    assert jobs["build"]["steps"][0]["with"]["ref"] == "${{ needs.release.outputs.commit }}"


def test_the_commands_that_the_workflows_need_are_among_them() -> None:
    used = {command.split()[0] for file, command in COMMANDS if file.startswith("deploy/")}

    assert used == {"check", "diff", "build", "release", "due", "links", "offices", "index"}


@pytest.mark.parametrize("path", [path for path in TEXTS if path.suffix != ".md"], ids=name_of)
def test_what_is_made_is_in_the_makefile(path: Path) -> None:
    targets = (ROOT / "Makefile").read_text(encoding="utf-8")

    for target in A_MAKE.findall(path.read_text(encoding="utf-8")):
        assert re.search(rf"^{re.escape(target)}:", targets, re.MULTILINE)


@pytest.mark.parametrize("name", ALLOWED)
def test_each_workflow_may_do_what_it_needs_and_no_more(name: str) -> None:
    found = workflow(name)
    jobs = [job["permissions"] for job in found["jobs"].values() if "permissions" in job]

    assert [found["permissions"] or {}, *jobs] == ALLOWED[name]
    assert ALLOWED.keys() == {path.name for path in GITHUB}


@pytest.mark.parametrize("path", GITHUB, ids=name_of)
def test_each_action_is_one_commit_and_each_job_ends(path: Path) -> None:
    uses = re.findall(r"uses: (.+)", path.read_text(encoding="utf-8"))

    assert uses
    assert [one for one in uses if not PINNED.fullmatch(one)] == []
    assert all("timeout-minutes" in job for job in workflow(path.name)["jobs"].values())


@pytest.mark.parametrize("path", GITHUB, ids=name_of)
def test_nothing_that_a_stranger_wrote_is_put_into_a_script(path: Path) -> None:
    scripts = [step["run"] for job in workflow(path.name)["jobs"].values() for step in job["steps"] if "run" in step]

    assert scripts
    assert [script for script in scripts if "${{" in script] == []


@pytest.mark.parametrize("name", ["publish", "publish-offices", "links", "due"])
def test_two_runs_of_a_job_that_writes_are_never_at_once_and_wait_for_no_other(name: str) -> None:
    assert workflow(f"{name}.yml")["concurrency"] == {"group": name, "cancel-in-progress": "false"}


def test_nor_do_they_on_gitlab() -> None:
    jobs = yaml.load(GITLAB.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 # makes only text
    commits = [name for name, job in jobs.items() if "WAYMARK_PUSH" in str(job)]

    assert commits == ["release", "links"]
    assert [jobs[name]["resource_group"] for name in ("release", "pages", "links")] == ["publish", "publish", "links"]


def test_posts_are_released_at_least_once_an_hour() -> None:
    assert [one["cron"] for one in workflow("publish.yml")["on"]["schedule"]] == ["7 * * * *"]
    assert "hourly (7 * * * *)" in GITLAB.read_text(encoding="utf-8")


def test_a_site_is_built_only_from_what_was_released() -> None:
    jobs = workflow("publish.yml")["jobs"]

    assert [jobs[name].get("needs") for name in ("release", "build", "publish")] == [None, "release", "build"]
    assert jobs["build"]["steps"][0]["with"]["ref"] == "${{ needs.release.outputs.commit }}"
