"""`mkdocs build` on its own: the same site, the same words about mistakes, and nothing written into content/."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from generator.content.loading.config import ELSEWHERE
from generator.engines.mkdocs.plugin import WaymarkConfig, WaymarkPlugin
from generator.settings import Settings
from tests.cli.bad_content import SOME, Bad, with_bad
from tests.site_builder import MKDOCS, MKDOCS_YML, REPOSITORY, Site, a_site, fingerprint, run

SEARCH_FIRST = MKDOCS_YML.replace("plugins:\n", "plugins:\n  - search\n")
SEARCH_LAST = MKDOCS_YML.replace("watch:", "  - search\nwatch:")
BELOW = MKDOCS_YML.replace("https://help.example.org/", "https://example.org/help/")
A_LEAKING_HOOK = """\
import pathlib

def on_post_build(config):
    pathlib.Path(config["site_dir"], "extra.json").write_text('["0845 30 30 900"]')
"""


A_LINKING_HOOK = """\
import os

def on_post_build(config):
    elsewhere = os.path.join(os.path.dirname(config["config_file_path"]), "..", "elsewhere")
    os.symlink(elsewhere, os.path.join(config["site_dir"], "more"))
"""


A_COUNTING_HOOK = """\
import json, pathlib

seen = {"framed": [], "without": [], "held": []}

def on_page_context(context, page, config, nav):
    seen["framed" if "<h1" in page.content else "without"].append(page.url)
    seen["held"].append(sum("<h1" in (file.page.content or "") for file in context["pages"] if not file.page.markdown))
    return context

def on_post_build(config):
    pathlib.Path("seen.json").write_text(json.dumps(seen))
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site that MkDocs built at NOW. No test of this module changes it."""
    site = a_site(tmp_path_factory.mktemp("doors") / "site")
    done = site.mkdocs("build", "--strict", "--quiet")
    assert (done.status, done.told) == (0, [])
    return site


def links(site: Site) -> list[str]:
    """Every link and source in every page that starts at the host's root."""
    pages = sorted(site.built.rglob("*.html"))
    return [link for page in pages for link in re.findall(r'(?:href|src)="(/[^"]*)"', page.read_text(encoding="utf-8"))]


def test_mkdocs_builds_the_same_bytes_as_waymark(built: Site, tmp_path: Path) -> None:
    built.waymark("build", "--to", str(tmp_path / "site"))

    assert fingerprint(tmp_path / "site") == fingerprint(built.built)


def test_mkdocs_builds_the_repository_s_own_content_strictly(tmp_path: Path) -> None:
    content = fingerprint(REPOSITORY / "content")
    command = [*MKDOCS, "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "site")]
    done = run(command, REPOSITORY, {"SOURCE_DATE_EPOCH": "1802250000"})

    assert (done.status, done.told) == (0, [])
    assert (tmp_path / "site/campaigns/dating-scams/index.html").is_file()
    assert fingerprint(REPOSITORY / "content") == content


def test_nothing_is_written_into_the_authors_folders(built: Site, tmp_path: Path) -> None:
    untouched = a_site(tmp_path / "site")

    for folder in ("content", "campaigns", "overrides"):
        assert fingerprint(built.root / folder) == fingerprint(untouched.root / folder)


def test_nothing_of_the_theme_s_own_scripts_and_fonts_is_in_the_site(built: Site) -> None:
    from mkdocs.utils import get_theme_dir

    theme = set(fingerprint(Path(get_theme_dir("material"))))

    assert theme & fingerprint(built.built).keys() <= {"404.html"}


@pytest.mark.parametrize("bad", [bad for bad in SOME if bad.content is not None], ids=str)
def test_broken_content_is_named_line_by_line(bad: Bad, tmp_path: Path) -> None:
    site = with_bad(a_site(tmp_path / "site"), bad)
    done = site.mkdocs("build", "--strict", "--quiet")
    told = site.waymark("check").err.splitlines()[:-1]

    assert (done.status, done.out) == (1, "\nAborted with a BuildError!\n")
    assert done.err.splitlines() == [f"ERROR   -  {len(bad.places)} to mend in the content:", *told]


def test_a_missing_directory_is_named_without_a_traceback(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    (site.root / "services.yaml").unlink()
    done = site.mkdocs("build", "--strict")

    assert done.status == 1
    assert "services.yaml" in done.err
    assert "Traceback" not in done.err


def test_every_setting_of_ours_is_an_option_of_the_plugin_and_the_reverse() -> None:
    settings = {field.alias or name for name, field in Settings.model_fields.items()} - ELSEWHERE.keys()

    assert {name for name, _ in WaymarkConfig._schema} == settings


def test_an_option_that_is_not_known_is_named_with_its_line(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    site.change("mkdocs.yml", "      office:", "      offfice:")
    done = site.mkdocs("build", "--strict", "--quiet")

    assert done.status == 1
    assert done.err.splitlines() == [
        "ERROR   -  1 to mend in the content:",
        'mkdocs.yml:12:7: "offfice" is not a known field; did you mean "office"?',
        "  12 |       offfice: {name: Waymark tests}",
        "     |       ^^^^^^^",
        "",
    ]


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_wrong_option_is_named_by_our_command_too(command: str, tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    site.change("mkdocs.yml", "      feeds:", "      colours: {brand: red}\n      feeds:")
    done = site.waymark(command)

    assert (done.status, done.out) == (1, "")
    assert done.err.splitlines() == [
        "mkdocs.yml:13:24: 'red' is not a colour; write it as \"#1d4f73\"",
        "  13 |       colours: {brand: red}",
        "     |                        ^^^",
        "",
        "1 to mend in 1 file.",
    ]


@pytest.mark.parametrize(
    ("name", "content", "place"),
    [
        ("a tab", MKDOCS_YML.replace("docs_dir", "\tdocs_dir"), "mkdocs.yml:3:1"),
        ("an unclosed quote", MKDOCS_YML.replace('2026"}', "2026}"), "mkdocs.yml:13:22"),
        ("not UTF-8", MKDOCS_YML.replace("Victim", "V\u00efctim").encode("latin-1"), "mkdocs.yml:1:13"),
        ("empty", "", "mkdocs.yml:1:1"),
    ],
)
@pytest.mark.parametrize("command", ["check", "build"])
def test_a_site_s_file_that_nobody_can_read_is_named(
    command: str, name: str, content: str | bytes, place: str, tmp_path: Path
) -> None:
    site = a_site(tmp_path / "site")
    site.write("mkdocs.yml", content)
    done = site.waymark(command)

    assert (done.status, done.out) == (1, "")
    said = [line for line in done.err.splitlines() if line and not line.startswith("  ")]
    assert [line.split(": ")[0] for line in said] == [place, "1 to mend in 1 file."]


def test_a_moment_in_the_environment_that_is_none_is_named(tmp_path: Path) -> None:
    done = a_site(tmp_path / "site").mkdocs("build", "--quiet", now="soon")

    words = "SOURCE_DATE_EPOCH is 'soon'; it must be a moment in seconds, for example 1802250000"
    assert (done.status, done.err) == (1, f"ERROR   -  {words}\n")


@pytest.mark.parametrize("config", [SEARCH_FIRST, SEARCH_LAST], ids=["before ours", "after ours"])
def test_the_engine_s_search_finds_our_pages(config: str, tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    site.write("mkdocs.yml", config)
    done = site.mkdocs("build", "--strict", "--quiet")
    index = json.loads((site.built / "search/search_index.json").read_text(encoding="utf-8"))
    texts = {entry["location"]: entry["text"] for entry in index["docs"]}

    assert (done.status, done.told) == (0, [])
    assert "Free, private help after any crime." in texts["services/victim-support-cumbria/"]


def test_every_body_is_there_while_its_page_is_framed_and_no_other_is_held(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    site.write("mkdocs.yml", MKDOCS_YML + "hooks: [counts.py]\n")
    site.write("counts.py", A_COUNTING_HOOK)
    done = site.mkdocs("build", "--strict", "--quiet")
    seen = json.loads((site.root / "seen.json").read_text())

    assert (done.status, done.told) == (0, [])
    assert "services/victim-support-cumbria/" in seen["framed"]
    assert seen["without"] == []
    assert max(seen["held"]) == 1


@pytest.mark.parametrize("last", ["", "from mkdocs.plugins import event_priority\n@event_priority(-1000)\n"])
def test_what_another_plugin_writes_last_is_searched_for_secrets_too(last: str, tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    site.write("mkdocs.yml", MKDOCS_YML + "hooks: [leaks.py]\n")
    site.write("leaks.py", A_LEAKING_HOOK.replace("def on_post_build", f"{last}def on_post_build"))
    done = site.mkdocs("build", "--strict", "--quiet")

    assert done.status == 1
    assert done.err.splitlines() == [
        "ERROR   -  1 must not be public, but got out:",
        "extra.json:1:3: 0845 30 30 900 may not be shown: it is retired, or nobody has checked it",
    ]


def test_a_link_that_another_plugin_puts_into_the_site_stops_the_build(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    site.write("mkdocs.yml", MKDOCS_YML + "hooks: [links.py]\n")
    site.write("links.py", A_LINKING_HOOK)
    (tmp_path / "elsewhere").mkdir()
    done = site.waymark("build")

    assert done.status == 1
    assert done.err.splitlines() == [
        "1 must not be public, but got out:",
        "more:1:1: this is a link to something outside of what was searched; have the file itself put here, or nothing",
    ]
    assert not site.built.exists()


def test_on_a_site_below_another_every_link_stays_below(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    site.write("mkdocs.yml", BELOW)
    done = site.waymark("build")

    assert (done.status, done.err) == (0, "")
    assert links(site)
    assert [link for link in links(site) if not link.startswith("/help/")] == []


def test_on_a_site_below_another_feed_and_canonical_addresses_are_whole(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    site.write("mkdocs.yml", BELOW)
    site.waymark("build")

    assert '<link rel="canonical" href="https://example.org/help/services/">' in site.page("services")
    assert "https://example.org/help/campaigns/dating-scams/" in (site.built / "feeds/campaigns.xml").read_text()


def test_a_link_outward_in_a_standing_page_tells_nobody_where_a_reader_came_from(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    site.write("content/another.md", "# Another\n\n[Them](https://them.example.org/) and [us](rights.md).\n")
    site.mkdocs("build", "--strict")

    assert '<a rel="noreferrer noopener" href="https://them.example.org/">Them</a>' in site.page("another")
    assert '<a href="../rights/">us</a>' in site.page("another")


def test_the_plugin_keeps_nothing_from_one_build_to_the_next() -> None:
    assert not hasattr(WaymarkPlugin, "on_startup")
    assert vars(WaymarkPlugin()) == {}
