"""No text makes one of our patterns slow: the form of each shows that it grows in step with the text."""

from __future__ import annotations

import ast
import importlib
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.linear_patterns import patterns_in, why_not_linear

ROOT = Path(__file__).parent.parent
FILES = [path for path in sorted((ROOT / "generator").rglob("*.py")) if path.name != "__main__.py"]
BOUNDED = {
    "content/editing/document.A_LINE": "each line ends with a line end or with the text: it never fails",
    "privacy/whereabouts.COMPILED": "looked for in the first 10,000 letters of a text",
    "model/fields/hour_words.PARTS": "matched at one place after another, never searched for",
    "model/fields/hour_words.DAY_AND_NIGHT": "matched as a whole: alternatives without a repeat in a repeat",
    "staff/spreadsheets/heading_kinds.NO_SORT": "matched as a whole, on one heading",
    "model/fields/hour_words.A_LEAD": "matched at the start alone",
    "privacy/disguises.TAG": "reads what was built: each tag that we write closes",
    "site/render/search/search_words.TWICE": "a letter and itself: what repeats is taken at once",
    "site/render/assets.STRING_OR_COMMENT": "reads our own stylesheets",
    "site/render/assets.STRING_OR_SPACE": "reads our own stylesheets",
}
"""Patterns whose form does not show it, and why they take no long time."""
AS_A_WHOLE = {"staff/spreadsheets/heading_kinds.SORTS"}
"""Matched as a whole, by another name."""
ONCE = {"match", "fullmatch", "prefixmatch"}
ALL_OVER = {"search", "finditer", "findall", "sub", "subn", "split"}


def name_of(path: Path, name: str) -> str:
    return f"{path.relative_to(ROOT / 'generator').with_suffix('').as_posix()}.{name}"


@cache
def text_of(path: Path) -> str:
    """Of a file of ours, read once for all that is asked of it."""
    return path.read_text(encoding="utf-8")


def uses_of(path: Path, name: str) -> set[str]:
    """How a pattern is used, in its own file and in those that import it."""
    module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    texts = [text_of(path), *(text_of(one) for one in FILES if f"from {module} import" in text_of(one))]
    return {use for text in texts for use in re.findall(rf"\b{name}\b(?:\[\w+\])?\.(\w+)", text)}


def named_patterns() -> list[tuple[str, re.Pattern[Any], bool]]:
    found = {}
    for path in FILES:
        module = importlib.import_module(
            ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        )
        for name, value in vars(module).items():
            if re.search(rf"^{name}\b.*=", text_of(path), re.MULTILINE):
                for number, (_, pattern) in enumerate(patterns_in(value)):
                    uses = uses_of(path, name)
                    searched = bool(uses & ALL_OVER) or not uses & ONCE
                    searched &= name_of(path, name) not in AS_A_WHOLE
                    found[name_of(path, name), number] = pattern, searched
    return [(name, pattern, searched) for (name, _), (pattern, searched) in found.items()]


def written_patterns() -> list[tuple[str, re.Pattern[Any], bool]]:
    """Patterns that stand where they are used: `re.sub("...", ...)`."""
    found = []
    for path in FILES:
        for node in ast.walk(ast.parse(text_of(path))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
                continue
            is_re = isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
            text = node.args[0].value if isinstance(node.args[0], ast.Constant) else None
            if is_re and node.func.attr in ONCE | ALL_OVER and isinstance(text, (str, bytes)):
                found.append((name_of(path, f"line {node.lineno}"), re.compile(text), node.func.attr not in ONCE))
    return found


@cache
def every_pattern() -> list[tuple[str, re.Pattern[Any], bool]]:
    """Looked for when a test asks: whoever only lists the tests does not wait for it."""
    return [*named_patterns(), *written_patterns()]


def test_every_pattern_is_linear_by_its_form() -> None:
    slow = {}
    for name, pattern, searched in every_pattern():
        if name not in BOUNDED and (why := why_not_linear(pattern, searched=searched)):
            slow[name] = f"{why}: {pattern.pattern!r}"

    assert slow == {}


def test_only_patterns_that_are_there_have_a_reason() -> None:
    assert sorted(BOUNDED.keys() - {name for name, _, _ in every_pattern()}) == []
    assert len(every_pattern()) > 250


@pytest.mark.parametrize(
    ("text", "searched"),
    [
        (r"(a+)+b", False),
        (r"(?:ab|a|b)*c", False),
        (r"a*a*b", False),
        (r"\s*,?\s*x", False),
        (r".*=.*;", False),
        (r"(\w+\s?)+$", False),
        (r"a+b", True),
        (r"<[^>]*>", True),
        (r"[a-z]+@", True),
        (r"^\s*x", True),
        (r"\s+$", True),
        (r"\d+(?: \d+)+x", True),
    ],
)
def test_patterns_that_are_known_to_be_slow_are_found(text: str, searched: bool) -> None:
    assert why_not_linear(re.compile(text, re.MULTILINE), searched=searched)


@pytest.mark.parametrize(
    ("text", "searched"),
    [
        (r"[a-z]+@", False),
        (r"<[^<>]*>", True),
        (r"(?<![a-z])[a-z]+@", True),
        (r"\b\w+@", True),
        (r"a++b", False),
        (r"\d+(?:\.\d+)*", True),
        (r"[a-z]+", True),
        (r'"[^"]*"', True),
        (r"\d{1,4}x", True),
        (r"(?:\.[a-z]+)+", False),
    ],
)
def test_patterns_that_are_known_to_be_quick_are_let_pass(text: str, searched: bool) -> None:
    assert why_not_linear(re.compile(text), searched=searched) is None
