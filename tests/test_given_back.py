"""A function gives back what it found: it fills no list, set or dict of its caller, where nobody would look for it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "generator").rglob("*.py"))
FILLS = {"add", "append", "clear", "discard", "extend", "insert", "pop", "popitem", "remove", "setdefault", "update"}
KINDS = ("list", "set", "dict", "deque", "defaultdict", "bytearray")
Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def tree_of(path: Path) -> ast.Module:
    """Of a file of ours, parsed once for all that is asked of it."""
    return ast.parse(path.read_text(encoding="utf-8"))


def named_collections() -> set[str]:
    """The names that our files give to kinds of lists, sets and dicts: Flat = dict[Key, Any]."""
    return {
        target.id
        for path in MODULES
        for node in tree_of(path).body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Subscript)
        for target in node.targets
        if isinstance(target, ast.Name) and ast.unparse(node.value.value) in KINDS
    }


@cache
def a_collection() -> re.Pattern[str]:
    """What an annotation of a list, set or dict begins with."""
    return re.compile(rf"({'|'.join([*KINDS, *sorted(named_collections())])})\b(?!\.)")


def collections_given_to(function: Function) -> set[str]:
    """The parameters of a function that are lists, sets or dicts."""
    every = (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)
    return {one.arg for one in every if one.annotation and a_collection().match(ast.unparse(one.annotation))}


def filled_in(function: Function) -> Iterator[tuple[str, int]]:
    """Each name whose list, set or dict a function changes, and the line on which it does."""
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in FILLS:
            changed: list[ast.expr] = [node.func.value]
        elif isinstance(node, ast.AugAssign):
            changed = [node.target.value if isinstance(node.target, ast.Subscript) else node.target]
        elif isinstance(node, ast.Assign | ast.Delete):
            changed = [target.value for target in node.targets if isinstance(target, ast.Subscript)]
        else:
            continue
        yield from ((one.id, node.lineno) for one in changed if isinstance(one, ast.Name))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_function_fills_a_collection_of_its_caller(path: Path) -> None:
    filled = [
        f"line {line}: {name} of {function.name}"
        for function in ast.walk(tree_of(path))
        if isinstance(function, Function)
        for name, line in filled_in(function)
        if name in collections_given_to(function)
    ]

    assert filled == []


def test_a_collection_is_known_by_each_of_its_names() -> None:
    (function,) = ast.parse(
        "def f(a: Flat, b: Flat | None, c: Mapping[str, int], d: FlatRow, *, e: set[int]): ..."
    ).body
    assert isinstance(function, Function)

    assert collections_given_to(function) == {"a", "b", "e"}


@pytest.mark.parametrize(
    ("does", "fills"),
    [
        ("a.append(1)", True),
        ("a += [1]", True),
        ("a[0] = 1", True),
        ("a[0] += 1", True),
        ("del a[0]", True),
        ("a.index(1)", False),
        ("c.append(1)", False),
        ("c[0] = a[0]", False),
        ("record.append(1)", False),
    ],
)
def test_each_way_to_fill_a_collection_is_seen(does: str, fills: bool) -> None:
    (function,) = ast.parse(f"def f(a: list[int], record: Record) -> None:\n    c = []\n    {does}").body
    assert isinstance(function, Function)

    assert any(name in collections_given_to(function) for name, _ in filled_in(function)) is fills
