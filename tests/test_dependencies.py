"""docs/dependencies.md names each library that Waymark asks for, and the version that is locked."""

from __future__ import annotations

import re
import tomllib

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
