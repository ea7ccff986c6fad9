"""However an author writes a file, a command that changes it leaves every byte that it does not change."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import given
from hypothesis import strategies as st

from tests.fuzz.spoilt_site import FILES, SPOILT_FILES, cases, ended_well, make, spoiling

SHEET = """\
Waymark id,Service name,Organisation,Kind of service,Summary,Helps with,Areas,Cost
harbour-line,Harbour Line,victim-support,helpline,A free helpline.,any-crime,cumbria,free
victim-support-cumbria,Victim Support,victim-support,victim-hub,"Free, private help after any crime.",any-crime,cumbria,
"""
SERVICE = (
    *("new", "service", "--no-input", "--name", "Haven", "--kind", "helpline", "--organisation", "victim-support"),
    *("--summary", "A free helpline.", "--helps-with", "any-crime", "--area", "cumbria"),
)
DONE = ("due", "--done", "victim-support-cumbria", "--by", "Sam", "--how", "phoned", "--contact", "all")
IMPORT = ("import", "../sheet.csv", "--write")
RUN = tuple("new run dating-scams --no-input --from 2028-02-01 --until 2028-02-02".split())
POST = (
    *"new post dating-scams --no-input --at 2027-02-20T09:00".split(),
    "--text",
    "Call Victim Support: 01632 960001.",
)
DATING = "campaigns/dating-scams.md"
CHANGES: tuple[tuple[str, tuple[str, ...]], ...] = (
    *(("services.yaml", arguments) for arguments in (SERVICE, DONE, IMPORT)),
    *((DATING, arguments) for arguments in (RUN, POST)),
)
"""Commands that write, and the file that each of them changes."""
BETWEEN = ("# a note", "  # a note", "", "  ", "        # é – مساعدة", "\t")
BEHIND = (" # why", "   ", " #", "\t# a tab before it")


@st.composite
def rewritten(draw: st.DrawFn, text: str) -> bytes:
    """The same file as another author, or editor, would have it: notes, blank lines, other line ends, no last one."""
    lines = text.split("\n")
    for _ in range(draw(st.integers(0, 5))):
        at = draw(st.integers(0, len(lines) - 1))
        if draw(st.booleans()):
            lines.insert(at, draw(st.sampled_from(BETWEEN)))
        else:
            lines[at] += draw(st.sampled_from(BEHIND))
    whole = "\n".join(lines)
    if draw(st.booleans()):
        whole = whole.rstrip("\n")
    end = draw(st.sampled_from(["\n", "\n", "\r\n"]))
    mark = draw(st.sampled_from(["", "", "\ufeff"]))
    return (mark + whole.replace("\n", end)).encode()


def everything(root: Path) -> dict[str, bytes]:
    """Every file of the site and what is in it; the templates are not ours to change."""
    found = (path for path in root.rglob("*") if path.is_file() and "overrides" not in path.parts)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def kept(old: bytes, new: bytes) -> bytes:
    """What of the old bytes is not in the new ones, between what stands before and behind the change."""
    before = _same(old, new)
    rest, other = old[before:], new[before:]
    return rest[: len(rest) - _same(rest[::-1], other[::-1])]


def _same(one: bytes, other: bytes) -> int:
    """How many bytes are the same from the beginning on."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("writing")
    (folder / "sheet.csv").write_text(SHEET, encoding="utf-8")
    (folder / "site").mkdir()
    return make(folder / "site")


def written(root: Path, file: str, data: bytes, arguments: tuple[str, ...]) -> tuple[Result, bytes]:
    """What a command said and what then stands in the file; every other file must be as it was."""
    with spoiling(root, (file, data)):
        before = everything(root)
        words = [str(root / one) if one == "../sheet.csv" else one for one in arguments]
        done = ended_well(root, *words)
        after = everything(root)
    assert after.keys() == before.keys()
    assert {name for name in after if after[name] != before[name]} <= {file}
    return done, after[file]


REWRITTEN = st.sampled_from(CHANGES).flatmap(lambda change: st.tuples(st.just(change), rewritten(FILES[change[0]])))


@cases(200)
@given(REWRITTEN)
def test_no_byte_changes_outside_the_change(root: Path, case: tuple[tuple[str, tuple[str, ...]], bytes]) -> None:
    (file, arguments), data = case
    done, after = written(root, file, data, arguments)

    if done.exit_code != 0:
        assert after == data
    elif "--done" not in arguments:
        assert kept(data, after) == b""
        assert len(after) > len(data)
    else:
        assert b"\n- " not in kept(data, after)
        assert b"id:" not in kept(data, after)


@cases(150)
@given(SPOILT_FILES, st.sampled_from(CHANGES))
def test_whatever_is_broken_a_command_changes_one_file_or_none(
    root: Path, spoilt: tuple[str, bytes], change: tuple[str, tuple[str, ...]]
) -> None:
    file, data = spoilt
    with spoiling(root, spoilt):
        before = everything(root)
        words = [str(root / one) if one == "../sheet.csv" else one for one in change[1]]
        done = ended_well(root, *words)
        after = everything(root)

    changed = {name for name in before.keys() | after.keys() if after.get(name) != before.get(name)}
    assert changed <= ({change[0]} if done.exit_code == 0 else set())
    assert kept(data, after[file]) == b"" or "--done" in change[1]
