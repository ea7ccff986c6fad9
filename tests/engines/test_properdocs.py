"""ProperDocs, a fork that goes on where MkDocs ends, run as an office would run it: in the place of `mkdocs`."""

from __future__ import annotations

import sys

import pytest

from tests.cli.test_mkdocs import A_LEAKING_HOOK
from tests.site_builder import MKDOCS, MKDOCS_YML, Done, Site, fingerprint, run

PROPERDOCS = (sys.executable, "-m", "properdocs")
EPOCH = {"SOURCE_DATE_EPOCH": "1802250000"}
IN_ITS_PLACE = """\
import sys
import properdocs.replacement  # from here on, whoever asks for MkDocs gets it
from generator.cli.main import main
main(sys.argv[1:], prog_name="waymark")
"""
"""`waymark` itself, where MkDocs is not installed and ProperDocs is."""


def built_by(program: tuple[str, ...], site: Site, to: str) -> Done:
    return run([*program, "build", "--strict", "--quiet", "--site-dir", to], site.root, EPOCH)


def test_on_its_own_it_writes_the_bytes_of_mkdocs_and_says_nothing(site: Site) -> None:
    for program, to in ((MKDOCS, "one"), (PROPERDOCS, "two")):
        done = built_by(program, site, to)
        assert (done.status, done.told) == (0, [])

    assert fingerprint(site.root / "one") == fingerprint(site.root / "two")


def test_what_another_plugin_leaks_stops_it_too(site: Site) -> None:
    site.write("mkdocs.yml", MKDOCS_YML + "hooks: [leaks.py]\n")
    site.write("leaks.py", A_LEAKING_HOOK)
    done = built_by(PROPERDOCS, site, "site")

    assert (done.status, done.out) == (1, "\nAborted with a BuildError!\n")
    assert done.err.splitlines() == [
        "ERROR   -  1 must not be public, but got out:",
        "extra.json:1:3: 0845 30 30 900 may not be shown: it is retired, or nobody has checked it",
    ]


def test_a_build_that_it_refuses_for_a_warning_leaves_the_old_site_as_it_was(site: Site) -> None:
    site.write("site/old.txt", "the old site")
    site.write("site/assets/waymark.css", "")
    site.write("content/another.md", "# Another\n\n[Dead](nowhere.md)\n")
    old = fingerprint(site.built)
    done = run([*PROPERDOCS, "build", "--strict"], site.root, EPOCH)

    assert (done.status, done.out) == (1, "\nAborted with 1 warnings in strict mode!\n")
    assert fingerprint(site.built) == old


@pytest.mark.parametrize("page", ["[Dead](nowhere.md) and [dead](rights.md#nothing)", "[Good](rights.md)"])
def test_a_check_says_the_same_by_it(page: str, site: Site) -> None:
    site.write("content/another.md", f"# Another\n\n{page}\n")
    command = [sys.executable, "-c", IN_ITS_PLACE, "--now", "2027-02-10T09:00", "check"]
    there = run(command, site.root, EPOCH)
    here = site.waymark("check")

    assert (there.status, there.out, there.err) == (here.status, here.out, here.err)
