"""Our source -> every sentence in it that an author could see, read from the code: the handbook explains each."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = (
    "content/source",
    "content/loading",
    "content/analysis",
    "content/checks",
    "content/load.py",
    "content/leak_location.py",
    "model",
    "privacy",
    "edition.py",
    "first_line.py",
    "settings.py",
    "site_languages.py",
    "exit_page.py",
    "feed_settings.py",
    "colours.py",
    "engines/faults.py",
    "l10n/po_file.py",
    "engines/mkdocs/rehearsal.py",
    "site/render/failures.py",
)
GAP = "…"
FEWEST = 4
"""Words in a sentence. No message is shorter, and little else is as long."""
MESSAGES = {"Diagnostic": (3, 5), "Fault": (1, 2), "FieldError": (1, 2), "with_hint": (0, 1)}
"""What makes a message: where its words stand, and where what is needed. But for the last, the code stands first."""


SaidInTwo = tuple[ast.Call, ast.expr | None, ast.expr | None, list[ast.expr]]


@dataclass(frozen=True)
class Message:
    """What is said of one kind of mistake, in one place of the code; "" where it is put together elsewhere."""

    code: str
    sentence: str
    place: str


def sentences() -> dict[str, str]:
    """Every sentence, with "…" where it holds something of the author's, and the first place where it stands."""
    found: dict[str, str] = {}
    for file, tree in _files(ROOMS):
        for line, text in _in_file(tree):
            found.setdefault(text, f"{file}:{line}")
    return found


@cache
def messages() -> tuple[Message, ...]:
    """Every message of the program, with its code, wherever it is made."""
    constants: dict[str, ast.expr] = {}
    for _, tree in _files(("",)):
        for node in tree.body:
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                constants.setdefault(node.targets[0].id, node.value)
    found = []
    for file, tree in _files(("",)):
        for call, words, hint, _ in _said_in_two(tree):
            if isinstance(call.func, ast.Name) and call.func.id == "with_hint":
                continue
            sentence = _joined(words, hint) if words else ""
            found += [Message(code, sentence, f"{file}:{call.lineno}") for code in _codes(call.args[0], constants)]
        for node in _nodes(tree):  # codes that a table gives
            if isinstance(node, (ast.Assign, ast.AnnAssign)) and isinstance(node.value, ast.Dict):
                target = node.targets[0] if isinstance(node, ast.Assign) else node.target
                if isinstance(target, ast.Name) and target.id in ("CODE_OF", "CODE_OF_NUMBER"):
                    found += [
                        Message(one.value, "", f"{file}:{one.lineno}")
                        for one in node.value.values
                        if isinstance(one, ast.Constant)
                    ]
    return tuple(found)


def _files(rooms: Iterable[str]) -> Iterator[tuple[str, ast.Module]]:
    for room in rooms:
        path = ROOT / "generator" / room
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            yield file.relative_to(ROOT).as_posix(), _tree(file)


@cache
def _tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


@cache
def _nodes(tree: ast.Module) -> tuple[ast.AST, ...]:
    """All that a file is made of: to walk through it takes longer than what is asked of it."""
    return tuple(ast.walk(tree))


def _codes(given: ast.expr, constants: dict[str, ast.expr]) -> Iterator[str]:
    """The code itself, both of two, or what a constant holds; nothing where it was given elsewhere."""
    if isinstance(given, ast.Constant):
        yield str(given.value)
    elif isinstance(given, ast.IfExp):
        yield from (*_codes(given.body, constants), *_codes(given.orelse, constants))
    elif isinstance(given, ast.Name) and given.id in constants:
        yield from _codes(constants[given.id], {})


def _in_file(tree: ast.Module) -> Iterator[tuple[int, str]]:
    apart = {id(node) for node in _not_said(tree)}
    said: list[tuple[int, str]] = []
    for call, words, hint, parts in _said_in_two(tree):
        if words:
            apart |= {id(part) for part in parts}
            said.append((call.lineno, _joined(words, hint)))
    for node in _nodes(tree):
        if id(node) in apart or not isinstance(node, (ast.Constant, ast.JoinedStr)):
            continue
        said.append((node.lineno, _text(node)))
    yield from ((line, text) for line, text in said if len(text.replace(GAP, " ").split()) >= FEWEST)


def _text(node: ast.expr | None) -> str:
    """The words of a text, and "…" for all that the code does not know."""
    if isinstance(node, ast.JoinedStr):
        text = "".join(str(part.value) if isinstance(part, ast.Constant) else GAP for part in node.values)
    else:
        text = (node.value if isinstance(node.value, str) else "") if isinstance(node, ast.Constant) else GAP
    return " ".join(text.replace(GAP * 2, GAP).split())


def _joined(words: ast.expr, hint: ast.expr | None) -> str:
    return f"{_text(words)}; {_text(hint)}" if hint else _text(words)


@cache
def _said_in_two(tree: ast.Module) -> tuple[SaidInTwo, ...]:
    return tuple(_messages_in(tree))


def _messages_in(tree: ast.Module) -> Iterator[SaidInTwo]:
    """Each message, its words and what is needed, where the code has the words; and the texts that it is made of."""
    made = [
        (node, node.func.id)
        for node in _nodes(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MESSAGES
    ]
    if not made:
        return
    scopes = [tree, *(node for node in _nodes(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)))]
    given: dict[int, dict[str, list[tuple[int, ast.expr]]]] = {}
    inside: dict[int, int] = {}
    for scope in scopes:
        names = given.setdefault(id(scope), {})
        for node in ast.walk(scope):
            inside[id(node)] = id(scope)
            for name, value in _assigned(node) if scope is not tree else ():
                names.setdefault(name, []).append((node.lineno, value))
    for node, kind in made:
        at = dict(zip(("words", "hint"), MESSAGES[kind], strict=True))
        arguments = {name: node.args[place] for name, place in at.items() if len(node.args) > place}
        for keyword in node.keywords:
            if keyword.arg == "hint":
                arguments["hint"] = keyword.value
        parts = []
        for name, value in arguments.items():
            if isinstance(value, ast.Name):
                known_by = given[inside[id(node)]].get(value.id, ())
                before = [(line, one) for line, one in known_by if line <= node.lineno]
                arguments[name] = max(before, key=lambda found: found[0])[1] if before else value
            parts += [arguments[name], *(arguments[name].values if isinstance(arguments[name], ast.JoinedStr) else ())]
        words = arguments.get("words")
        known = words if isinstance(words, (ast.Constant, ast.JoinedStr)) else None
        yield node, known, arguments.get("hint"), parts


def _assigned(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    if not isinstance(node, ast.Assign) or len(node.targets) != 1:
        return
    target, value = node.targets[0], node.value
    if isinstance(target, ast.Name):
        yield target.id, value
    elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        yield from ((one.id, to) for one, to in zip(target.elts, value.elts, strict=True) if isinstance(one, ast.Name))


def _not_said(tree: ast.Module) -> Iterator[ast.AST]:
    """Words that nobody is told: docstrings, and the parts of a text that is made of parts."""
    for node in _nodes(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield from (part for part in node.values if isinstance(part, ast.Constant))
