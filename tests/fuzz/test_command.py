"""Whatever stands in the files of a site, a command ends with 0, 1 or 2, and says why; there is never a traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fuzz.spoilt_site import FILES, SPOILT_FILES, cases, make, run


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("fuzz"))


@cases(600)
@given(SPOILT_FILES, st.sampled_from(["text", "github", "json"]))
def test_a_check_names_files_of_the_site(root: Path, spoilt: tuple[str, bytes], form: str) -> None:
    done = run(root, spoilt, "check", "--strict", "--format", form)

    if form == "json":
        told = json.loads(done.stdout)
        known = {*FILES, None}
        assert {problem["file"] for problem in [*told["problems"], *told["advice"]]} <= known
        assert told["good"] is (done.exit_code == 0)


OTHERS = (
    ("plan",),
    ("plan", "--format", "csv"),
    ("plan", "--format", "html"),
    ("plan", "--format", "ics"),
    ("plan", "--campaign", "dating-scams"),
    ("due",),
    ("due", "--format", "csv"),
    ("due", "--format", "ics"),
    ("due", "--format", "issue"),
    ("due", "--message", "victim-support-cumbria"),
    ("due", "--done", "victim-support-cumbria", "--by", "Us", "--how", "phoned", "--contact", "all"),
    ("release", "--dry-run"),
    ("release",),
    ("export",),
    ("export", "--with-withheld", "--format", "csv"),
    ("links", "--only", "nowhere.example.org"),
)


def test_on_the_good_site_every_command_does_its_work(root: Path) -> None:
    for arguments in (("check",), *OTHERS[:-1]):
        done = run(root, ("services.yaml", FILES["services.yaml"].encode()), *arguments)
        assert done.exit_code == 0, (arguments, done.output)


@cases(400)
@given(SPOILT_FILES, st.sampled_from(OTHERS))
def test_no_file_makes_a_traceback(root: Path, spoilt: tuple[str, bytes], arguments: tuple[str, ...]) -> None:
    run(root, spoilt, *arguments)
