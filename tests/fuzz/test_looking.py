"""Whatever stands in the files, `serve` shows it or says what is wrong, `build` says why not; `diff`, `links` end."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cli.engine import ENGINE
from generator.preview.current_site import Showing
from generator.preview.snapshot import PreviewDay
from generator.staff.link_checker.result import AddressState, Finding
from tests.fuzz.mutations import damaged
from tests.fuzz.spoilt_site import FILES, SPOILT_FILES, cases, ended_well, make, run, spoiling

NOW = datetime(2027, 2, 10, 9, tzinfo=UTC)
STATES: tuple[AddressState, ...] = ("good", "moved", "dead", "parked", "not-asked", "slow")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = make(tmp_path_factory.mktemp("looking"))
    git = ["git", "-c", "user.name=Us", "-c", "user.email=us@example.org"]
    for words in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message", "Good"]):
        subprocess.run([*git, *words], cwd=site, check=True)
    return site


@cases(30)
@given(SPOILT_FILES)
def test_a_preview_shows_the_site_or_what_is_wrong_with_it(root: Path, spoilt: tuple[str, bytes]) -> None:
    with spoiling(root, spoilt):
        showing = Showing(root, root / "overrides", PreviewDay(NOW), lambda: NOW, "http://127.0.0.1:8000/", ENGINE)
        answers = [showing.answer(path) for path in ("/", "/services/", "/campaigns/dating-scams/", "/about/")]

    assert {answer.status for answer in answers} <= {200, 404, 500}
    assert (showing.preview is None) == (answers[0].status == 500)
    if spoilt[0] != "mkdocs.yml":  # the engine itself may refuse that
        assert showing.failed == ""
        assert all(answer.status != 500 for answer in answers) or showing.view.problems


@cases(40)
@given(SPOILT_FILES)
def test_a_build_that_is_refused_says_what_a_check_says(root: Path, spoilt: tuple[str, bytes]) -> None:
    (root / "site").mkdir(exist_ok=True)
    with spoiling(root, spoilt), pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.cli.build._engine_builds", lambda *_: (["The engine said no."], [], dict))
        built, checked = ended_well(root, "build"), ended_well(root, "check")

    assert built.exit_code in (1, 2)
    assert built.stdout == ""
    if checked.exit_code == 1:
        assert built.stderr.rpartition("\n\n")[0] == checked.stderr.rpartition("\n\n")[0]
    assert list((root / "site").iterdir()) == []
    assert not list(root.glob(".site.new-*"))


@cases(30)
@given(SPOILT_FILES, st.sampled_from(["text", "markdown", "json"]))
def test_a_comparison_ends(root: Path, spoilt: tuple[str, bytes], form: str) -> None:
    run(root, spoilt, "diff", "HEAD", "--format", form)


class NobodyAsked:
    """Answers for every address without asking anybody: each in a state of its own."""

    def __init__(self, *_: object) -> None:
        pass

    def ask_all(self, addresses: Iterable[str]) -> Iterator[Finding]:
        """Each address, found in one state after the other."""
        for number, address in enumerate(addresses):
            yield Finding(address, STATES[number % len(STATES)], "it says so", address)


@cases(60)
@given(
    st.one_of(
        SPOILT_FILES, st.tuples(st.just("links.csv"), damaged(b"address,last_good\nhttps://a.org/,2026-11-20\n"))
    ),
    st.sampled_from(["text", "csv", "json"]),
)
def test_asking_addresses_ends_and_keeps_a_table_that_can_be_read_again(
    root: Path, spoilt: tuple[str, bytes], form: str
) -> None:
    table = root / "links.csv"
    with spoiling(root, spoilt), pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.cli.web.links._asker", NobodyAsked)
        first = ended_well(root, "links", "--format", form)
        again = ended_well(root, "links", "--format", form) if first.stdout else first
    table.unlink(missing_ok=True)

    assert again.stdout == first.stdout
    assert set(FILES) <= {path.relative_to(root).as_posix() for path in root.rglob("*")}
