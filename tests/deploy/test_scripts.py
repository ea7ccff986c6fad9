"""The scripts inside the workflows, run for real: against a repository, a stand-in for `gh`, and one for GitLab."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.deploy.test_workflows import ROOT, workflow

DUE = "1 service wants a check now.\n\n- [ ] **Harbour** (`harbour`): nobody has checked it.\n"
NOTHING = "Nothing is due.\n"
GH = """#!/bin/sh
printf '%s\\n' "$*" >> "$ASKED"
case "$1 $2" in "issue list") printf '%s\\n' "$OPEN";; esac
"""


def step(file: str, job: str, name: str) -> str:
    """The script of one step of a workflow."""
    (found,) = [one["run"] for one in workflow(file)["jobs"][job]["steps"] if one.get("name") == name]
    return str(found)


def run(script: str, folder: Path, **environment: str) -> None:
    """Run a script as a GitHub runner does."""
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    done = subprocess.run(
        command, cwd=folder, env=os.environ | environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def git(folder: Path, *arguments: str) -> str:
    who = ["-c", "user.name=Us", "-c", "user.email=us@example.org", "-c", "commit.gpgsign=false"]
    command = ["git", "-C", str(folder), *who, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.mark.parametrize(
    ("open_issue", "text", "last"),
    [
        ("", DUE, "issue create --title Services that want a check --label due-for-a-check --body-file due.md"),
        ("7", DUE, "issue edit 7 --body-file due.md"),
        ("7", NOTHING, "issue close 7 --comment Nothing is due."),
        ("", NOTHING, "issue list"),
    ],
)
def test_there_is_one_issue_while_something_is_due(open_issue: str, text: str, last: str, tmp_path: Path) -> None:
    (tmp_path / "due.md").write_text(text)
    (tmp_path / "gh").write_text(GH)
    (tmp_path / "gh").chmod(0o755)
    run(
        step("due.yml", "due", "Open the issue, or bring it up to date"),
        tmp_path,
        PATH=f"{tmp_path}{os.pathsep}{os.environ['PATH']}",
        ASKED=str(tmp_path / "asked"),
        OPEN=open_issue,
        TITLE="Services that want a check",
    )
    asked = (tmp_path / "asked").read_text().splitlines()

    assert asked[0].startswith("label create due-for-a-check")
    assert asked[-1].startswith(last)


@pytest.mark.parametrize(
    ("file", "job", "name", "written"),
    [
        ("publish.yml", "release", "Commit the ledger", "campaigns/published.csv"),
        ("publish-offices.yml", "release", "Commit the ledgers", "offices/north/campaigns/published.csv"),
        ("links.yml", "links", "Commit the last good days", "links.csv"),
    ],
)
def test_what_changed_is_committed_and_pushed_once(
    file: str, job: str, name: str, written: str, tmp_path: Path
) -> None:
    remote, here, elsewhere = tmp_path / "remote.git", tmp_path / "here", tmp_path / "elsewhere"
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch", "main", str(remote))
    git(tmp_path, "clone", "--quiet", str(remote), str(elsewhere))
    git(elsewhere, "commit", "--quiet", "--allow-empty", "--message", "begin")
    git(elsewhere, "push", "--quiet", "origin", "HEAD:main")
    git(tmp_path, "clone", "--quiet", str(remote), str(here))
    for line in ("first", "second"):
        (here / written).parent.mkdir(parents=True, exist_ok=True)
        (here / written).write_text(f"{line}\n")
        for _ in range(2):
            run(step(file, job, name), here, GITHUB_OUTPUT=str(tmp_path / "output"), OFFICES="offices")

    assert git(remote, "show", f"main:{written}") == "second\n"
    assert git(remote, "rev-list", "--count", "main") == "3\n"
    if file.startswith("publish"):
        assert (tmp_path / "output").read_text().splitlines()[-1] == f"commit={git(here, 'rev-parse', 'HEAD').strip()}"
        return
    git(elsewhere, "pull", "--quiet", "origin", "main")  # links take an hour: a release goes out meanwhile
    git(elsewhere, "commit", "--quiet", "--allow-empty", "--message", "release")
    git(elsewhere, "push", "--quiet", "origin", "HEAD:main")
    (here / written).write_text("third\n")
    run(step(file, job, name), here)
    assert git(remote, "log", "--format=%s", "-2", "main") == "Last good day of each link\nrelease\n"


ON_GITLAB = """#!/bin/sh
printf '%s %s\\n' "$(basename "$0")" "$*" >> "$ASKED"
case "$1 $*" in offices*) printf '%s\\n' "$TOUCHED" ;; *"$BROKEN"*) exit 1 ;; esac
"""


@pytest.mark.parametrize(
    ("which", "touched", "broken", "asked"),
    [
        (
            "",
            "north\nsouth",
            "nothing",
            ["offices --root offices --changed-since published", "north", "south", "index", "tag"],
        ),
        ("all", "north", "nothing", ["offices --root offices --changed-since ", "north", "index", "tag"]),
        ("", "", "nothing", ["offices --root offices --changed-since published", "index", "tag"]),
        ("", "north\nsouth", "offices/north", ["offices --root offices --changed-since published", "south", "index"]),
    ],
)
def test_each_office_that_changed_is_published_on_gitlab_and_the_tag_moves_when_all_were(
    which: str, touched: str, broken: str, asked: list[str], tmp_path: Path
) -> None:
    jobs = yaml.load((ROOT / "deploy/gitlab/offices.gitlab-ci.yml").read_text(), yaml.BaseLoader)  # noqa: S506 # makes only text
    lines = jobs["publish"]["script"]
    for name in (".venv/bin/waymark", "bin/sh", "bin/git", "bin/apt-get"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(ON_GITLAB.replace("#!/bin/sh", f"#!{shutil.which('bash')}"))
        (tmp_path / name).chmod(0o755)
    around = {
        "PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "ASKED": str(tmp_path / "asked"),
        "OFFICES": "offices",
        "WHICH": which,
        "TOUCHED": touched,
        "BROKEN": broken,
    }
    command = [shutil.which("bash") or "bash", "-eo", "pipefail", "-c", "\n".join(lines)]
    done = subprocess.run(command, cwd=tmp_path, env=os.environ | around, capture_output=True, text=True, check=False)
    said = (tmp_path / "asked").read_text().splitlines()
    published = [line.split("store:help-")[1] for line in said if line.startswith("sh deploy/object-store/upload.sh")]
    tagged = ["tag"] if said[-1].endswith("HEAD:refs/tags/published") else []

    assert [
        *(line.removeprefix("waymark ") for line in said if line.startswith("waymark offices")),
        *published,
        *tagged,
    ] == asked
    assert (done.returncode == 0) is bool(tagged)


@pytest.fixture
def gitlab(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[list[str], list[dict[str, int]]]]:
    """A stand-in for GitLab: what it was asked, and the issues that are open in it."""
    asked: list[str] = []
    issues: list[dict[str, int]] = []

    class Answers(BaseHTTPRequestHandler):
        def answer(self) -> None:
            sent = self.rfile.read(int(self.headers["Content-Length"] or 0)).decode()
            asked.append(f"{self.headers['PRIVATE-TOKEN']} {self.command} {self.path} {sent}".strip())
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps(issues if self.command == "GET" else {}).encode())

        def __getattr__(self, name: str) -> Any:
            if name in ("do_GET", "do_POST", "do_PUT"):
                return self.answer
            raise AttributeError(name)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Answers)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    for name, value in {
        "NO_PROXY": "*",
        "CI_API_V4_URL": f"http://127.0.0.1:{server.server_port}/api/v4",
        "CI_PROJECT_ID": "42",
        "WAYMARK_ISSUES": "token",
    }.items():
        monkeypatch.setenv(name, value)
    yield asked, issues
    server.shutdown()
    thread.join()
    server.server_close()


def keep_issue(text: str) -> None:
    """Run deploy/gitlab/issue.py."""
    spec = importlib.util.spec_from_file_location("issue", ROOT / "deploy/gitlab/issue.py")
    assert spec
    assert spec.loader
    module: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.main(text)


@pytest.mark.parametrize(
    ("is_open", "text", "last"),
    [
        (False, DUE, "token POST /api/v4/projects/42/issues title=Services+that+want+a+check&labels=due-for-a-check&"),
        (True, DUE, "token PUT /api/v4/projects/42/issues/7 description=1+service+wants+a+check+now."),
        (True, NOTHING, "token PUT /api/v4/projects/42/issues/7 state_event=close"),
        (False, NOTHING, "token GET /api/v4/projects/42/issues?labels=due-for-a-check&state=opened&per_page=1"),
    ],
)
def test_there_is_one_issue_on_gitlab_too(
    gitlab: tuple[list[str], list[dict[str, int]]], is_open: bool, text: str, last: str
) -> None:
    asked, issues = gitlab
    issues += [{"iid": 7}] if is_open else []
    keep_issue(text)

    assert asked[-1].startswith(last)
