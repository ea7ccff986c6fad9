"""What a command has read of a site, and its engine takes over: as long as no file has changed, and no longer."""

from __future__ import annotations

import os
import sys

import pytest

from generator.site_loader import ContentRead
from generator.site_loader import Site as Loaded
from tests.engines.known_engines import MOMENT
from tests.site_builder import NOW, WAYMARK, Site, run
from tests.sites import ROOT


def test_what_was_read_is_taken_only_while_no_file_has_changed(site: Site) -> None:
    loaded = Loaded(site.root, MOMENT)
    settings = loaded.settings()
    read = ContentRead(settings, loaded.catalogue(settings), loaded.stamp(settings))

    assert read.is_of(loaded)
    for change in (
        lambda: site.change("services.yaml", "Harbour", "Horbour"),
        lambda: site.write("content/new.md", "# New\n"),
        lambda: (site.root / "content/new.md").unlink(),
        lambda: site.write("campaigns/new.md", "x"),
        lambda: site.write("campaigns/published.csv", "x"),
        lambda: site.write("accessibility-results.yaml", "x"),
        lambda: site.write("mkdocs.yml", (site.root / "mkdocs.yml").read_text() + "\n"),
        lambda: site.write("overrides/words/en.po", ""),
        lambda: os.utime(site.root / "services.yaml", (1, 1)),
        lambda: (site.root / "services.yaml").replace(site.root / "content/services.yaml"),
    ):
        read = ContentRead(settings, read.content, loaded.stamp(settings))
        change()
        assert not read.is_of(loaded)


STARTS = """\
import os, sys
from pathlib import Path
from generator.engines.mkdocs.runner import engine_started
from generator.forked import ForkedProcess
from generator.site_loader import ContentRead, Site
from tests.engines.known_engines import MOMENT
import mkdocs.config

root, program = Path(sys.argv[1]), sys.argv[2]
site = Site(root, MOMENT)
settings = site.settings()
read = ContentRead(settings, site.catalogue(settings), site.stamp(settings))
with engine_started(program, ["--version"], os.environ, read=read) as engine:
    status, told = engine.ended()
print(status, isinstance(engine.process, ForkedProcess), f"{program}, version" in told[-1])
"""


@pytest.mark.parametrize(("program", "forked"), [("mkdocs", True), ("properdocs", False)])
def test_who_has_read_mkdocs_becomes_it_and_starts_a_fork_of_it_anew(program: str, forked: bool, site: Site) -> None:
    """To read MkDocs again takes four times as long as a small site. A fork of it could not take its place here.

    It is asked of a process of its own: one in which a browser was driven has threads, and none of those is forked.
    """
    done = run([sys.executable, "-c", STARTS, str(site.root), program], ROOT)

    assert (done.status, done.out) == (0, f"0 {forked} True\n"), done.err


WRITES = """\
from pathlib import Path

def on_pre_build(config):
    path = Path(config.config_file_path).with_name("services.yaml")
    path.write_text(path.read_text().replace("Free, private help after any crime.", "What a hook wrote before."))
"""


def test_what_a_hook_writes_into_the_content_as_a_build_begins_is_what_is_built(site: Site) -> None:
    site.write("hook.py", WRITES)
    site.write("mkdocs.yml", (site.root / "mkdocs.yml").read_text() + "hooks: [hook.py]\n")
    done = run([*WAYMARK, "--root", str(site.root), "--now", NOW, "build"], site.root)  # a process that can fork

    assert (done.status, done.err) == (0, "")
    page = (site.built / "services/victim-support-cumbria/index.html").read_text()
    assert "What a hook wrote before." in page
    assert "Free, private help" not in page
