"""Every page of both sites, the handbook, the year for staff, and every style: the Nu HTML checker finds nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.built_site import nu
from tests.built_site.conftest import Built
from tests.formatters.test_plan_document import document_of
from tests.site_builder import REPOSITORY
from tests.staff.planning.golden import golden_year

WRONG = "<!doctype html>\n<html lang=en><title>Wrong</title><dl><dt>Call</dt></dl>\n"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory, built: Built, nasty: Built, nasty_rtl: Built) -> list[Path]:
    """All there is to read, but for the hundreds of pages that differ by a number alone."""
    own = tmp_path_factory.mktemp("nu")
    build(load_config(str(REPOSITORY / "docs" / "mkdocs.yml"), site_dir=str(own / "handbook")))
    (own / "plan.html").write_text(document_of(golden_year()), encoding="utf-8")
    (own / "wrong.html").write_text(WRONG, encoding="utf-8")
    folders = (built.folder, nasty.folder, nasty_rtl.folder, own)
    found = [path for folder in folders for path in sorted(folder.rglob("*.html")) if "/many-" not in path.as_posix()]
    return [*found, *sorted((REPOSITORY / "overrides").rglob("*.css"))]


def test_the_nu_checker_finds_nothing_but_in_the_page_that_is_wrong(files: list[Path]) -> None:
    said = nu.complaints(files)
    wrong = [line for line in said if "/wrong.html:" in line]

    assert len(files) > 400
    assert [line for line in said if line not in wrong] == []
    assert wrong
    assert "missing a required" in wrong[0]


def test_the_checker_is_locked_by_its_content_and_to_no_registry() -> None:
    text = (nu.FOLDER / "package-lock.json").read_text(encoding="utf-8")

    assert '"integrity": "sha512-' in text
    assert "resolved" not in text
    assert "hasInstallScript" not in text
