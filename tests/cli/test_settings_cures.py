"""A file to inherit settings from that is not there is named at its line with the cure, and no build is made of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site_builder import a_site

NO_FILE = "INHERIT: names {name}, and there is no such file; mend the name, or take the line out"


@pytest.mark.parametrize("name", ["base.yml", "../base.yml", "settings/base.yml"])
def test_a_file_to_inherit_from_that_is_not_there_is_named(name: str, tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    text = (site.root / "mkdocs.yml").read_text(encoding="utf-8")
    site.write("mkdocs.yml", f"INHERIT: {name}\n{text}")
    words = NO_FILE.format(name=f"'{name}'")

    for command in ("check", "build"):
        done = site.waymark(command)
        assert (done.status, done.err.splitlines()[0]) == (1, f"mkdocs.yml:1:10: {words}")
    assert not site.built.exists()
