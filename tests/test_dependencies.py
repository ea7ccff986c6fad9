"""docs/dependencies.md names each library and its locked version; what is installed has every file of the program."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

from tests.site_builder import REPOSITORY

ROW = re.compile(r"^\| ([a-z0-9-]+) \| (\S+) \| \d{4}-\d\d-\d\d \|", re.MULTILINE)
A_LOCK = re.compile(r"^([a-z0-9-]+)==([^\s;\\]+)", re.MULTILINE)
TOPS = ("generator", "overrides", "deploy", "docs/handbook")
"""The folders that ship."""
A_NAME = re.compile(r"[A-Za-z0-9-]+")


def test_the_table_of_dependencies_names_each_with_the_version_that_is_locked() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {name[0].lower() for one in project["dependencies"] if (name := A_NAME.match(one))}
    locked = dict(A_LOCK.findall((REPOSITORY / "requirements.txt").read_text(encoding="utf-8")))
    told = dict(ROW.findall((REPOSITORY / "docs" / "dependencies.md").read_text(encoding="utf-8")))

    assert told == {name: locked[name] for name in names}


def test_an_installed_package_has_every_file_that_the_program_reads(tmp_path: Path) -> None:
    """`make site` installs the folder itself, where no file can be missing: so the wheel is built, and opened."""
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(REPOSITORY / name, tmp_path)
    for top in TOPS:
        shutil.copytree(REPOSITORY / top, tmp_path / top, ignore=shutil.ignore_patterns("__pycache__"))
    build = "from setuptools.build_meta import build_wheel; build_wheel('wheels')"
    subprocess.run([sys.executable, "-c", build], cwd=tmp_path, check=True, capture_output=True)

    (wheel,) = (tmp_path / "wheels").iterdir()
    with ZipFile(wheel) as opened:
        packed = {name for name in opened.namelist() if name.startswith("generator/")}

    read = {
        ("" if top == "generator" else "generator/") + path.relative_to(tmp_path).as_posix().removeprefix("docs/")
        for top in TOPS
        for path in (tmp_path / top).rglob("*")
        if path.is_file()
    }
    assert packed == read


def test_each_file_of_the_program_belongs_to_a_package_that_names_it() -> None:
    """Each folder with code is a package, and each other file belongs to one that names it."""
    setup = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
    packages, data = set(setup["packages"]), setup["package-data"]
    folders = {name: REPOSITORY / setup["package-dir"].get(name, name.replace(".", "/")) for name in packages}
    shipped = {file for name, patterns in data.items() for one in patterns for file in folders[name].glob(one)}
    read = [
        path
        for top in TOPS
        for path in (REPOSITORY / top).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    ]
    code = {path for path in read if path.suffix == ".py" and path.parent in folders.values()}

    assert set(data) <= packages
    assert [path.relative_to(REPOSITORY).as_posix() for path in read if path not in shipped | code] == []
