"""Our source -> every sentence in it that an author could see, read from the code: the handbook explains each."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = (
    "content/source",
    "content/loading",
    "content/checks",
    "content/load.py",
    "content/authors_files.py",
    "model",
    "privacy",
    "edition.py",
    "first_line.py",
    "settings.py",
    "colours.py",
    "crisis_words.py",
    "posting_hours.py",
    "engines/mkdocs/rehearsal.py",
    "site/render/failures.py",
)
GAP = "…"
FEWEST = 4
"""Words in a sentence. No message is shorter, and little else is as long."""


def sentences() -> dict[str, str]:
    """Every sentence, with "…" where it holds something of the author's, and the first place where it stands."""
    found: dict[str, str] = {}
    for room in ROOMS:
        path = ROOT / "generator" / room
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            for line, text in _in_file(ast.parse(file.read_text(encoding="utf-8"))):
                found.setdefault(text, f"{file.relative_to(ROOT).as_posix()}:{line}")
    return found


def _in_file(tree: ast.Module) -> Iterator[tuple[int, str]]:
    apart = {id(node) for node in _not_said(tree)}
    for node in ast.walk(tree):
        if id(node) in apart:
            continue
        if isinstance(node, ast.JoinedStr):
            text = "".join(part.value if isinstance(part, ast.Constant) else GAP for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
        else:
            continue
        text = " ".join(text.replace(GAP * 2, GAP).split())
        if len(text.replace(GAP, " ").split()) >= FEWEST:
            yield node.lineno, text


def _not_said(tree: ast.Module) -> Iterator[ast.AST]:
    """Words that nobody is told: docstrings, and the parts of a text that is made of parts."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield from (part for part in node.values if isinstance(part, ast.Constant))
