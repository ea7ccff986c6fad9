"""What `check` calls Good, `build` builds, and nothing else: three hundred sites, each with one part spoilt."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.inspection import broken_html
from generator.problems import ContentError
from generator.reading.named_folders import missing_folders
from generator.reading.site import read_settings
from tests.doors.spoilt_parts import Spoil, good, spoilings
from tests.site_builder import Site

SPOILT = dict(spoilings())
BUILT = 8
"""One in so many is tried each time: all of them take some minutes."""


def builds(site: Site) -> bool:
    """Whether the engine makes the site under `--strict`, and the finished pages pass: what `waymark build` does."""
    text = (site.root / "mkdocs.yml").read_text(encoding="utf-8") if (site.root / "mkdocs.yml").is_file() else ""
    try:
        settings = read_settings(text)
        if missing_folders(site.root, settings, text):
            return False
        with redirect_stderr(StringIO()):
            config = load_config(str(site.root / "mkdocs.yml"), strict=True, site_dir=str(site.root / "built"))
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
    except ContentError:
        return False
    except (Exception, SystemExit):  # noqa: BLE001 # whatever stops the engine stops the build
        return False
    return not any(broken_html(site.root / "built", settings))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The good site, from which each is copied."""
    return good(tmp_path_factory.mktemp("good") / "site")


@pytest.fixture
def copy(whole: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """The good site, to be spoilt."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1802250000")
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    shutil.copytree(whole.root, tmp_path / "site")
    yield Site(tmp_path / "site")
    shutil.rmtree(tmp_path / "site", ignore_errors=True)


def test_the_good_site_is_good_and_builds(copy: Site) -> None:
    done = copy.waymark("check")

    assert (done.status, done.err) == (0, "")
    assert builds(copy)


@pytest.mark.parametrize("spoil", list(SPOILT.values())[::BUILT], ids=list(SPOILT)[::BUILT])
def test_what_check_calls_good_is_built_and_nothing_else(spoil: Spoil, copy: Site) -> None:
    spoil(copy)
    done = copy.waymark("check")

    assert (done.status == 0) == builds(copy), done.err


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "remove content/privacy.md",
            "content/privacy.md:1:1: every page leads to this one, and it is not there;",
        ),
        (
            "empty overrides/main.html",
            "overrides/main.html:1:1: this template is empty; copy it from Waymark's own",
        ),
        ("remove overrides", "there is no folder overrides; copy the folder from Waymark's own files"),
        ("remove campaigns", "there is no campaigns to watch; make it, or take it out of watch: in this file"),
        ("remove overrides/components/crumbs.html", "overrides/components/crumbs.html:1:1: this template is needed"),
        (
            "mkdocs.yml with 'use_directory_urls: false\\n'",
            "our addresses end in a slash; write use_directory_urls:",
        ),
        ("mkdocs.yml with 'hooks: [nowhere.py]\\n'", "MkDocs does not take hooks: "),
    ],
)
def test_where_the_engine_would_fail_one_line_says_so_with_the_cure(name: str, said: str, copy: Site) -> None:
    SPOILT[name](copy)
    done = copy.waymark("check")

    assert done.status == 1
    assert said in " ".join(done.err.split())
    assert done.err.splitlines()[-1].startswith("1 to mend in 1 file")
    assert not builds(copy)


def test_there_are_three_hundred() -> None:
    assert len(SPOILT) >= 300
