"""Whatever stands in the files of a site, a command ends with 0, 1 or 2, and says why; there is never a traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli import main
from tests.fuzz.mutations import damaged, spoiled, written
from tests.fuzz.whole import (
    CAMPAIGN,
    CAMPAIGN_FILE,
    DIRECTORY,
    DIRECTORY_FILE,
    LEDGER_FILE,
    MKDOCS_FILE,
    RIGHTS_RECORD,
    STATEMENT_RECORD,
)
from tests.standing import RESULTS, RIGHTS, STATEMENT

ROOT = Path(__file__).parents[2]
FILES = {
    "mkdocs.yml": MKDOCS_FILE,
    "services.yaml": DIRECTORY_FILE,
    "campaigns/dating-scams.md": CAMPAIGN_FILE,
    "campaigns/published.csv": LEDGER_FILE,
    "content/rights.md": RIGHTS,
    "content/accessibility.md": STATEMENT,
    "content/about.md": "# About\n\nWords.\n",
    "content/stay-safe.md": "---\nchecked: {on: 2026-11-20, by: Us, how: read}\n---\n# Stay safe\n",
    "accessibility-results.yaml": RESULTS,
}
RECORDS = {
    "campaigns/dating-scams.md": CAMPAIGN,
    "content/rights.md": RIGHTS_RECORD,
    "content/accessibility.md": STATEMENT_RECORD,
}
SPOILT_FILES = st.one_of(
    *(st.tuples(st.just(file), damaged(text.encode())) for file, text in FILES.items()),
    st.tuples(st.just("services.yaml"), spoiled(DIRECTORY).map(lambda tree: written(tree).encode())),
    *(
        st.tuples(st.just(file), spoiled(record).map(lambda tree: f"---\n{written(tree)}\n---\n# Words\n".encode()))
        for file, record in RECORDS.items()
    ),
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("fuzz")
    for file, text in FILES.items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_bytes(text.encode())
    (folder / "overrides").symlink_to(ROOT / "overrides")
    return folder


def run(root: Path, spoilt: tuple[str, bytes], *arguments: str) -> Result:
    """A command on the site with one file spoilt, in this process."""
    file, data = spoilt
    path = root / file
    path.write_bytes(data)
    try:
        done = CliRunner().invoke(main, ["--root", str(root), "--now", "2027-02-10T09:00", *arguments])
    finally:
        path.write_bytes(FILES[file].encode())
    assert isinstance(done.exception, (SystemExit, type(None))), done.exc_info
    assert done.exit_code in (0, 1, 2)
    assert "Traceback" not in done.output
    return done


def cases(number: int) -> settings:
    return settings(max_examples=number, deadline=None, derandomize=True, database=None)


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
)


@cases(200)
@given(SPOILT_FILES, st.sampled_from(OTHERS))
def test_no_file_makes_a_traceback(root: Path, spoilt: tuple[str, bytes], arguments: tuple[str, ...]) -> None:
    run(root, spoilt, *arguments)
