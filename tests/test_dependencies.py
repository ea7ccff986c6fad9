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
    ours = tmp_path / "generator"
    shutil.copytree(REPOSITORY / "generator", ours, ignore=shutil.ignore_patterns("__pycache__"))
    build = "from setuptools.build_meta import build_wheel; build_wheel('wheels')"
    subprocess.run([sys.executable, "-c", build], cwd=tmp_path, check=True, capture_output=True)

    (wheel,) = (tmp_path / "wheels").iterdir()
    with ZipFile(wheel) as opened:
        packed = {name for name in opened.namelist() if name.startswith("generator/")}

    assert packed == {path.relative_to(tmp_path).as_posix() for path in ours.rglob("*") if path.is_file()}
