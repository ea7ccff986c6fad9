"""The rules of the house, so that a newcomer finds any room in a minute and none grows into another."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import median

import pytest

from tests.conftest import LONG_FIRST, long_file

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "generator").rglob("*.py"))
FLOORS: tuple[frozenset[str], ...] = (
    frozenset({"diagnostics", "processes", "progress", "template_folder"}),
    frozenset({"colours", "forked", "model/fields", "urls"}),
    frozenset({"site_languages"}),
    frozenset({"approvals", "exit_page", "feed_settings"}),
    frozenset({"output", "report", "settings"}),
    frozenset({"model", "model/data", "privacy/pictures"}),
    frozenset({"privacy", "privacy/documents"}),
    frozenset({"service_state"}),
    frozenset({"edition"}),
    frozenset({"first_line", "spots"}),
    frozenset({"best_fit"}),
    frozenset({"l10n"}),
    frozenset({"picture_words"}),
    frozenset({"content/source", "content/schema"}),
    frozenset({"content/loading", "content/editing"}),
    frozenset({"content/analysis"}),
    frozenset({"content/checks"}),
    frozenset({"content"}),
    frozenset({"staff/open_referral"}),
    frozenset(
        {"staff/approval", "staff/diff", "staff/link_checker", "staff/new_site", "staff/planning", "staff/spreadsheets"}
    ),
    frozenset({"staff/provider_replies", "staff/translations"}),
    frozenset({"staff/feed_import"}),
    frozenset({"site/exports", "site/feeds", "site/render", "site/share_images"}),
    frozenset({"site/render/search"}),
    frozenset({"site"}),
    frozenset({"staff/hand_over"}),
    frozenset({"site_loader"}),
    frozenset({"formatters"}),
    frozenset({"engines"}),
    frozenset({"engines/mkdocs"}),
    frozenset({"preview"}),
    frozenset({"cli"}),
    frozenset({"__main__"}),
)
"""The rooms from the ground up. A room is a folder of generator/, or a file there; cli/ is one."""
ONLY_IN = {
    "yaml": {"content/source"},
    "frontmatter": {"content/source"},
    "jinja2": {"site/render", "l10n", "engines/mkdocs"},
    "markdown_it": {"site/render"},
    "feedgen": {"site/feeds"},
    "icalendar": {"site/feeds"},
    "lxml": {"site/feeds", "site"},
    "mkdocs": {"engines/mkdocs"},
    "markdown": {"content/checks"},
    "click": {"cli", "formatters"},
    "phonenumbers": {"model/fields"},
    "holidays": {"model/fields"},
    "regex": {"model"},
    "twitter_text": {"model"},
    "PIL": {"privacy/pictures", "site/share_images"},
    "openpyxl": {"staff/spreadsheets"},
    "pypdf": {"privacy/documents"},
    "publicsuffixlist": {"staff/link_checker"},
    "requests": {"staff/link_checker"},
    "urllib3": {"staff/link_checker"},
    "rich": {"cli", "formatters"},
    "segno": {"site/share_images"},
}
LONGEST = 300
MOST_IN_A_FOLDER = 25
MEDIAN = (90, 160)
FILES_PER_THOUSAND_LINES = 7
A_CHECK = {"CODES", "NEEDS", "check"}
"""What each file of content/checks/ has: one rule a file, so they are many and small, and counted apart."""
CHECKS = ROOT / "generator" / "content" / "checks"
WRITTEN_BY_US = [
    *(path for folder in ("generator", "tests", "benchmarks", "overrides") for path in (ROOT / folder).rglob("*")),
    *ROOT.glob("*.toml"),
    *ROOT.glob("*.txt"),
    *ROOT.glob("*.yml"),
    *ROOT.glob("*.yaml"),
    *ROOT.glob("*.md"),
    ROOT / "Makefile",
    *(ROOT / ".ci").glob("*"),
    *(ROOT / ".vscode").rglob("*"),
]
TEXTS = sorted(
    path
    for path in WRITTEN_BY_US
    if path.is_file()
    and not {"__pycache__", "node_modules"} & set(path.parts)
    and path.suffix in {"", ".py", ".html", ".css", ".js", ".mjs", ".json", ".toml", ".txt", ".yml", ".yaml", ".md"}
)
CODE = [path for path in TEXTS if path.suffix in {".py", ".html", ".css", ".js", ".mjs"}]


@cache
def tree_of(path: Path) -> ast.Module:
    """Of a module, parsed once for all that is asked of it."""
    return ast.parse(path.read_text(encoding="utf-8"))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def room_of(path: Path) -> str:
    """The room a module stands in: its folder in generator/, else its own name."""
    folder = path.relative_to(ROOT / "generator").parent
    return folder.as_posix() if folder.parts[:1] not in {(), ("cli",)} else (folder.parts or (path.stem,))[0]


@cache
def imports_of(path: Path) -> tuple[str, ...]:
    """Every module a file imports, also inside functions: "generator.model.fields.text", "yaml"."""
    names: list[str] = []
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            names += (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)}:{node.lineno}: imports are absolute here"
            names += (f"{node.module}.{alias.name}" for alias in node.names)
    return tuple(names)


def floor_of(room: str) -> int:
    return next(number for number, rooms in enumerate(FLOORS) if room in rooms)


def modules_of_ours(path: Path) -> Iterator[Path]:
    """The files of generator/ that a file imports."""
    for name in imports_of(path):
        parts = name.split(".")
        if parts[0] == "generator":
            for length in (len(parts), len(parts) - 1):
                file = ROOT.joinpath(*parts[:length]).with_suffix(".py")
                if file.is_file():
                    yield file
                    break


def test_each_file_imports_only_what_stands_below_it() -> None:
    climbs = {
        (name_of(path), room)
        for path in MODULES
        if (own := room_of(path)) != "__init__"
        for room in {room_of(file) for file in modules_of_ours(path)} - {own}
        if floor_of(room) >= floor_of(own)
    }

    assert climbs == set()


def test_no_file_imports_itself_by_a_way_round() -> None:
    graph = {path: set(modules_of_ours(path)) for path in MODULES}
    while graph:
        free = [path for path, needs in graph.items() if not needs & graph.keys()]
        assert free, f"these import each other in a ring: {sorted(map(name_of, graph))}"
        for path in free:
            del graph[path]


def test_one_outside_library_is_used_in_one_room() -> None:
    strangers = {
        (name_of(path), name)
        for path in MODULES
        for name in {name.split(".")[0] for name in imports_of(path)}
        if room_of(path) not in ONLY_IN.get(name, {room_of(path)})
    }

    assert strangers == set()


def test_one_file_alone_says_which_engine_makes_the_site() -> None:
    """A new engine is one folder, and its name in that file."""
    chosen = {
        name_of(path)
        for path in MODULES
        if not room_of(path).startswith("engines/")
        and any(room_of(file).startswith("engines/") for file in modules_of_ours(path))
    }

    assert chosen == {"generator/cli/engine.py"}


def test_the_name_of_a_class_stands_for_one_thing() -> None:
    rooms: dict[str, set[str]] = {}
    for path in MODULES:
        for node in tree_of(path).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                rooms.setdefault(node.name, set()).add(name_of(path))

    assert {name: places for name, places in rooms.items() if len(places) > 1} == {}


def test_a_file_can_be_read_in_one_go() -> None:
    lengths = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in CODE}

    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def names_in(path: Path) -> set[str]:
    """What a module defines: its functions, its classes and its values."""
    names: set[str] = set()
    for node in tree_of(path).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names |= {target.id for target in targets if isinstance(target, ast.Name)}
    return names


def lines_of(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def modules_with_code() -> list[Path]:
    """All but the files that only say what their folder is for."""
    return [path for path in MODULES if len(tree_of(path).body) > 1]


def test_a_folder_can_be_looked_over_unless_all_in_it_have_one_shape() -> None:
    folders: dict[Path, list[Path]] = {}
    for path in modules_with_code():
        folders.setdefault(path.parent, []).append(path)
    crowded = {folder for folder, files in folders.items() if len(files) > MOST_IN_A_FOLDER}

    assert crowded <= {CHECKS}


@pytest.mark.parametrize("path", sorted(set(CHECKS.glob("*.py")) - {CHECKS / "__init__.py"}), ids=name_of)
def test_each_file_of_a_rule_has_the_shape_of_one(path: Path) -> None:
    assert names_in(path) >= A_CHECK


def test_code_is_neither_in_crumbs_nor_in_lumps() -> None:
    """The file in the middle, by length, is one screen or two; and tiny files are few."""
    files = modules_with_code()
    apart_from_rules = [path for path in files if path.parent != CHECKS]
    lines = sum(map(lines_of, apart_from_rules))

    assert MEDIAN[0] <= median(map(lines_of, files)) <= MEDIAN[1]
    assert len(apart_from_rules) * 1000 <= FILES_PER_THOUSAND_LINES * lines


def test_the_first_line_of_a_module_says_what_it_is_for() -> None:
    silent = [
        name_of(path) for path in MODULES if not ast.get_docstring(tree_of(path)) or tree_of(path).body[0].lineno != 1
    ]

    assert silent == []


# Put together, so that this file does not hold what it looks for.
A_MACHINE = re.compile(
    "|".join(["/wo" + "rk/", "/ho" + r"me/\w", "/Us" + r"ers/\w", "/tm" + r"p/\w", r"C:\\Us" + "ers"])
)
AN_INDEX = re.compile(
    "|".join(["--(extra-)?ind" + "ex-url", "--find-li" + "nks", "--trusted-ho" + "st", r"pypi\.o" + "rg"])
)


def test_no_file_knows_the_machine_it_was_made_on() -> None:
    told = {
        (name_of(path), found.group())
        for path in TEXTS
        for looked_for in (A_MACHINE, AN_INDEX)
        for found in looked_for.finditer(path.read_text(encoding="utf-8"))
    }

    assert told == set()


def test_the_files_that_are_to_begin_first_are_there_once() -> None:
    """A name that means no file would begin nothing: renamed files had come last, and a core waited for them."""
    assert [name for name in LONG_FIRST if not (ROOT / "tests" / long_file(name)).is_file()] == []
    assert len(set(LONG_FIRST)) == len(LONG_FIRST)
