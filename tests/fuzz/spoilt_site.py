"""A good site in a folder, any one of its files spoilt, and a command run on it in this process."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from click.testing import CliRunner, Result
from hypothesis import settings
from hypothesis import strategies as st

from generator.cli.main import main
from tests.fuzz.mutations import damaged, spoiled, written
from tests.fuzz.whole import (
    CAMPAIGN,
    CAMPAIGN_FILE,
    DIRECTORY,
    DIRECTORY_FILE,
    LEDGER_FILE,
    MKDOCS_FILE,
    RIGHTS_FILE,
    RIGHTS_RECORD,
    STATEMENT_RECORD,
)
from tests.standing import RESULTS, STATEMENT

ROOT = Path(__file__).parents[2]
FILES = {
    "mkdocs.yml": MKDOCS_FILE,
    "services.yaml": DIRECTORY_FILE,
    "campaigns/dating-scams.md": CAMPAIGN_FILE,
    "campaigns/published.csv": LEDGER_FILE,
    "content/rights.md": RIGHTS_FILE,
    "content/accessibility.md": STATEMENT,
    "content/about.md": "# About\n\nWords.\n",
    "content/privacy.md": "# Privacy\n\nWords.\n",
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
"""Any file of the site, and what stands in it."""


def make(folder: Path) -> Path:
    """The good site, in a folder that is there."""
    for file, text in FILES.items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_bytes(text.encode())
    for template in ("main.html", "pages/home.html"):  # an office's own, as an office has them: the others ship
        (folder / "overrides" / template).parent.mkdir(parents=True, exist_ok=True)
        (folder / "overrides" / template).write_bytes((ROOT / "overrides" / template).read_bytes())
    return folder


@contextmanager
def spoiling(root: Path, spoilt: tuple[str, bytes]) -> Iterator[Path]:
    """One file spoilt for as long as somebody looks; then the whole site is good again."""
    file, data = spoilt
    (root / file).unlink(missing_ok=True)
    (root / file).write_bytes(data)
    try:
        yield root / file
    finally:
        for name, text in FILES.items():
            if not (root / name).is_file() or (root / name).read_bytes() != text.encode():
                (root / name).unlink(missing_ok=True)  # a disk waits for what was written to a file that is emptied
                (root / name).write_bytes(text.encode())


def ended_well(root: Path, *arguments: str) -> Result:
    """A command that has ended with 0, 1 or 2, and without a traceback."""
    done = CliRunner().invoke(main, ["--root", str(root), "--now", "2027-02-10T09:00", *arguments])
    assert isinstance(done.exception, (SystemExit, type(None))), done.exc_info
    assert done.exit_code in (0, 1, 2)
    assert "Traceback" not in done.output
    return done


def run(root: Path, spoilt: tuple[str, bytes], *arguments: str) -> Result:
    """A command on the site with one file spoilt."""
    with spoiling(root, spoilt):
        return ended_well(root, *arguments)


def cases(number: int) -> settings:
    """So many cases, the same ones each time."""
    return settings(max_examples=number, deadline=None, derandomize=True, database=None)
