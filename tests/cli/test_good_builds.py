"""What `check` calls Good, `build` builds, and nothing else: five hundred sites, each with one part spoilt."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.content.loading.config import missing_folders, read_settings
from generator.diagnostics import ContentError
from generator.settings import Settings
from generator.site.check_output import broken_html
from tests.cli.spoilt_parts import good, spoilings
from tests.site_builder import CAMPAIGN, SERVICES_YAML, Site

SPOILT = dict(spoilings())
ONE_IN = 16
"""One in so many is tried each time: all of them take some minutes."""
ONCE_NOT_AGREED = (
    "overrides/main.html '{% endif %}' -> ''",
    "overrides/main.html '{{ content | safe }}' -> '{{ content | saef }}'",
    "mkdocs.yml with 'nav: [images/map.png]\\n'",
    "mkdocs.yml with 'exclude_docs: /images/\\n'",
    "mkdocs.yml '  font: false\\n' -> '  font: false\\n  static_templates: [nowhere.html]\\n'",
    "mkdocs.yml '  font: false\\n' -> '  font: false\\n  static_templates: nowhere\\n'",
)
TRIED = dict.fromkeys((*list(SPOILT)[::ONE_IN], *ONCE_NOT_AGREED))


def read_site(site: Site) -> Settings:
    """What its settings say."""
    return read_settings((site.root / "mkdocs.yml").read_text(encoding="utf-8"))


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


@pytest.mark.parametrize("name", TRIED)
def test_what_check_calls_good_is_built_and_nothing_else(name: str, copy: Site) -> None:
    SPOILT[name](copy)
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
        ("remove overrides", "there is no folder overrides; take the line custom_dir: out, for Waymark brings its own"),
        ("remove campaigns", "there is no campaigns to watch; make it, or take it out of watch: in this file"),
        (
            "mkdocs.yml with 'use_directory_urls: false\\n'",
            "our addresses end in a slash; write use_directory_urls:",
        ),
        ("mkdocs.yml with 'hooks: [nowhere.py]\\n'", "MkDocs does not take hooks: "),
        (
            "mkdocs.yml '  font: false\\n' -> '  font: false\\n  static_templates: [nowhere.html]\\n'",
            "mkdocs.yml:10:21: 'nowhere.html' is no template of the theme; take static_templates: out",
        ),
        (
            "mkdocs.yml with 'exclude_docs: /images/\\n'",
            "content/about.md:7:10: 'images/map.png' leads nowhere; write a page of the site:",
        ),
        (
            "content/stay-safe.md '(words.md)' -> '(/nowhere/)'",
            "content/stay-safe.md:6:18: '/nowhere/' leads nowhere; write a page of the site:",
        ),
    ],
)
def test_where_the_engine_would_fail_one_line_says_so_with_the_cure(name: str, said: str, copy: Site) -> None:
    SPOILT[name](copy)
    done = copy.waymark("check")

    assert done.status == 1
    assert said in " ".join(done.err.split())
    assert done.err.splitlines()[-1].startswith("1 to mend in 1 file")
    assert not builds(copy)


LINKS = (
    "[a](nowhere.md)",
    "[a](rights.md)",
    "[a](/rights/)",
    "[a](/right/)",
    "<https://help.example.org/nothing/>",
    "[a][b]\n\n[b]: /nothing-b/",
    "[a](#nope)",
    "[a](#what-you-can-do)",
    "[a](../nope/)",
    "[a](../dating-scams/)",
    "[a](/services/victim-support-cumbria/#what)",
    "[a](/services/)",
    "[a](/a?b=1&c=2)",
    "[a](/a%20b/)",
    "[a](tel:999)",
    '[a]( /rightz/ "A title" )',
)
"""Words of campaigns, of which each has a page of its own that is made of the same template."""
A_DEAD_LINK = re.compile(r"'(.+)' leads nowhere; write the address of a page: /services/ or /rights/$")


def test_every_dead_link_in_the_words_of_many_campaigns_and_services_is_named_as_the_finished_pages_have_it(
    copy: Site,
) -> None:
    record = CAMPAIGN[: CAMPAIGN.index("posts:")]
    for number, words in enumerate(LINKS):
        copy.write(f"campaigns/more-{number}.md", f"{record.replace('dating-scams', f'more-{number}')}---\n{words}\n")
    about = "about: See [this](/nowhere-else/).\n    kind: victim-hub"
    copy.change("services.yaml", "kind: victim-hub", about)
    second = SERVICES_YAML[SERVICES_YAML.index("  - id: victim") : SERVICES_YAML.index("  - id: harbour")]
    second = second.replace("victim-support-cumbria", "second").replace("Victim Support", "Second")
    copy.change("services.yaml", "services:\n", f"services:\n{second.replace('kind: victim-hub', about)}")
    site = read_site(copy)
    told = [A_DEAD_LINK.search(line) for line in copy.waymark("check").err.splitlines()]
    strict = {"strict": False, "site_dir": str(copy.root / "built")}
    config = load_config(str(copy.root / "mkdocs.yml"), **strict)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    built = [problem.text for problem in broken_html(copy.root / "built", site)]

    named = {f"the link {found[1]} leads nowhere" for found in told if found}
    assert named == set(built)
    assert len(named) == 13


@pytest.mark.parametrize(
    ("option", "name", "right"),
    [
        ("docs_dir", ".", "content"),
        ("docs_dir", "./", "content"),
        ("docs_dir", "overrides", "content"),
        ("docs_dir", "campaigns", "content"),
        ("custom_dir", ".", "overrides"),
        ("custom_dir", "content", "overrides"),
        ("custom_dir", "campaigns", "overrides"),
    ],
)
def test_a_folder_that_is_another_one_too_is_one_line_and_not_a_line_for_each_file(
    option: str, name: str, right: str, copy: Site
) -> None:
    copy.change("mkdocs.yml", f"{option}: {right}", f"{option}: {name}")
    done = copy.waymark("check")

    assert done.status == 2
    (line,) = [line for line in done.err.splitlines() if line.startswith("Error:")]
    assert line.endswith(f"is not a folder of its own; write {option}: {right} in mkdocs.yml")
    assert not builds(copy)


def test_there_are_more_than_five_hundred() -> None:
    assert len(SPOILT) >= 500
