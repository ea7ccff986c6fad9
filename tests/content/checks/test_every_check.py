"""Whoever adds a check adds one file, one line of the list, its messages to the handbook and a test: or fails here."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from generator.content import checks
from generator.content.analysis import needs
from generator.content.checks import CHECKS
from tests.handbook.said import GAP, messages

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "generator" / "content" / "checks"
FILES = sorted(path for path in FOLDER.glob("*.py") if path.name != "__init__.py")
LISTED = {Path(str(one.__file__)): one for one in CHECKS if isinstance(one, ModuleType)}
PAGE = (ROOT / "docs" / "handbook" / "messages.md").read_text(encoding="utf-8")
SHARED = {"checks/hidden_numbers.py", "checks/hidden_addresses.py", "checks/retired_contacts.py"}
"""What they say is made in content/analysis/meant_for.py, as several of them say it."""


def name_of(path: Path) -> str:
    return path.stem


@cache
def texts_of_tests() -> str:
    """Every text in a test, parts of one text joined, each apart from the next."""
    found = []
    for path in (ROOT / "tests").rglob("*.py"):
        if path == Path(__file__):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                found.append(
                    "".join(str(part.value) if isinstance(part, ast.Constant) else GAP for part in node.values)
                )
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.append(node.value)
    return "\0".join(found)


def test_every_file_is_in_the_list_once() -> None:
    assert sorted(LISTED) == FILES
    assert len(CHECKS) == len(LISTED)


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_every_check_has_the_same_parts_in_the_same_order(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = [
        node.name if isinstance(node, (ast.FunctionDef, ast.ClassDef)) else str(getattr(node.targets[0], "id", ""))
        for node in tree.body
        if isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.Assign))
    ]
    parts = [name for name in names if name in ("CODES", "NEEDS", "check")]
    first_of_functions = next(node.name for node in tree.body if isinstance(node, ast.FunctionDef))

    assert (ast.get_docstring(tree) or "").endswith(".")
    assert parts == ["CODES", "NEEDS", "check"]
    assert first_of_functions == "check"
    assert LISTED[path].NEEDS in vars(needs).values()


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_every_check_names_the_codes_that_it_gives(path: Path) -> None:
    file = path.relative_to(ROOT).as_posix()
    given = {one.code for one in messages() if one.place.startswith(f"{file}:")}
    named = set(LISTED[path].CODES)

    assert given - named == set()
    assert (
        named == given
        or file.removeprefix("generator/content/") in SHARED | {"checks/words_never_said.py"}
        or ("from generator.content.checks." in path.read_text(encoding="utf-8"))
    )


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_the_handbook_says_what_every_check_holds(path: Path) -> None:
    codes = ", ".join(f"`{code}`" for code in LISTED[path].CODES)

    assert f"| {LISTED[path].__doc__} | {codes} |\n" in PAGE


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_some_test_expects_what_every_check_says(path: Path) -> None:
    file = path.relative_to(ROOT).as_posix()
    said = [one.sentence for one in messages() if one.place.startswith(f"{file}:") and one.sentence]
    longest = [max(sentence.partition("; ")[0].split(GAP), key=len).strip() for sentence in said]

    assert not longest or any(words in texts_of_tests() for words in longest)


def test_those_that_need_all_to_be_right_come_behind_those_that_find_what_is_wrong() -> None:
    order = [one.NEEDS is needs.all_to_be_right for one in CHECKS]
    first = order.index(True)

    assert [
        one.__name__ for one in CHECKS[first:] if isinstance(one, ModuleType) and one.NEEDS is not needs.all_to_be_right
    ] == [f"{checks.__name__}.secret_places"]
