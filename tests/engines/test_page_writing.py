"""Pages are the same bytes in however many processes they are made; what fails in one is told as if it were alone."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.engines.test_two_languages import two_languages as in_two_languages
from tests.l10n.pseudo_language import LANGUAGE
from tests.site_builder import NOW, REPOSITORY, Done, Site, fingerprint, run

IN_PROCESSES = """\
import sys
from generator import processes
count = int(sys.argv[1])
processes.cores = lambda: count
processes.FEWEST = processes.SHARE = 4
from generator.cli.main import main
main(sys.argv[2:])
"""
FAILS = "{% if service.id == 'harbour-refuge' %}{{ nothing_of_this_name }}{% endif %}"
SAID = "overrides/pages/service.html:1:1: this template fails: 'nothing_of_this_name' is undefined"


def in_processes(count: int, site: Site, *arguments: str) -> Done:
    """The command with so many processes at its disposal, each of which takes few pages at once."""
    command = [sys.executable, "-c", IN_PROCESSES, str(count), "--root", str(site.root), "--now", NOW, *arguments]
    return run(command, site.root)


@pytest.fixture(scope="module")
def two_languages(tmp_path_factory: pytest.TempPathFactory) -> Site:
    site = in_two_languages(tmp_path_factory.mktemp("shared-out") / "site")
    site.write("content/more.md", "# More\n\nSee [your rights](rights.md) and [services](services/index.md).\n")
    return site


def test_a_site_is_the_same_bytes_in_one_process_and_in_three(two_languages: Site, tmp_path: Path) -> None:
    for count in (1, 3):
        done = in_processes(count, two_languages, "build", "--to", str(tmp_path / f"{count}"))
        assert (done.status, done.err) == (0, "")

    assert fingerprint(tmp_path / "3") == fingerprint(tmp_path / "1")
    assert (tmp_path / "3" / LANGUAGE / "services/index.html").is_file()
    assert ">More</h1>" in (tmp_path / "3/more/index.html").read_text(encoding="utf-8")
    assert "/services/victim-support-cumbria/" in (tmp_path / "3/sitemap.xml").read_text(encoding="utf-8")


def test_a_page_that_fails_in_another_process_is_named_as_in_one(site: Site) -> None:
    text = (REPOSITORY / "overrides/pages/service.html").read_text(encoding="utf-8")
    (site.root / "overrides/pages/service.html").unlink(missing_ok=True)  # it may be a link to what ships
    site.write("overrides/pages/service.html", FAILS + text)
    told = [in_processes(count, site, "build") for count in (1, 3)]

    assert [done.status for done in told] == [1, 1]
    assert told[0].err == told[1].err
    assert "nothing_of_this_name" in told[0].err
    assert not site.built.exists()
