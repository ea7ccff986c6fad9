"""What any engine must do, asked of each: MkDocs, a fork of it that runs its plugins, and a loop without either.

They write the same site byte for byte, but for what the contract lets an engine stamp: `STAMPED`. ProperDocs 1.6.7
stamps nothing of its own: its two files are those of MkDocs too.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

from generator.engines.contract import NOT_FOUND, STAMPED, BuildOutcome, Engine
from generator.privacy.scan import Search
from generator.site.build import Build
from tests.built_site.nasty import SECRETS, nasty_sources
from tests.engines.known_engines import ENGINES, MOMENT, built, published_site
from tests.photographs import SECRETS as OF_THE_CAMERA
from tests.photographs import a_photograph
from tests.site_builder import REPOSITORY, Site, fingerprint

A_PAGE = """\
---
description: A page of the office's own.
---
# Another *page*

What it says of [your rights](rights.md#top), of [all services](services/index.md), of [home](index.md), of
[itself](#below), of [what stands below](more/deep.md) and of [another site](https://them.example.org/?a=1&b=2).

![A house](images/phone.jpg)

| One | Other |
|:--|--:|
| &amp; | <b>no</b> |

Term
:   What it means.

## Below {: #below }

```
[no link](rights.md)
```
"""
FOR_WHO_HARM = (
    "  - {id: change, name: Change, for: people-who-harm, kind: behaviour-change, organisation: one, summary: One., "
    'helps_with: [violence], areas: [valley], contact: [{website: "https://change.example.org/"}], '
    "checked: {on: 2026-12-20, by: The team, how: read}}"
)
DEEP = "# Deep\n\n[Up](../another.md), [beside](index.md), [home](../index.md), ![A house](../images/phone.jpg).\n"


@dataclass(frozen=True)
class Made:
    """A site, and what it was made of."""

    root: Path
    to: Path
    outcome: BuildOutcome
    publication: Build

    @cached_property
    def files(self) -> dict[str, bytes]:
        """Every file of it, as it was made: to read them all for each page took a minute."""
        paths = (path for path in self.to.rglob("*") if path.is_file())
        return {path.relative_to(self.to).as_posix(): path.read_bytes() for path in paths}


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that is hard on templates, and pages, pictures and leftovers that are hard on an engine."""
    site = nasty_sources(tmp_path_factory.mktemp("contract") / "site")
    site.change("campaigns/over-now.md", "id: over-now\n", "id: over-now\nwas: [over-then]\n")
    site.write("hundreds.yaml", f"services:\n{FOR_WHO_HARM}\n")
    site.write("content/another.md", A_PAGE)
    site.write("content/more/deep.md", DEEP)
    site.write("content/more/index.md", "# More\n\n[Deep](deep.md)\n")
    site.write("content/images/phone.jpg", a_photograph("JPEG"))
    site.write("content/.DS_Store", "left by a program")
    return site.root


@pytest.fixture(scope="module")
def sites(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Made]:
    """The site that each engine makes of it."""
    publication = published_site(sources)
    found = {}
    for name, engine in ENGINES.items():
        to = tmp_path_factory.mktemp("built") / "site"
        found[name] = Made(sources, to, built(engine, sources, to), publication)
    return found


@pytest.fixture(params=ENGINES)
def made(request: pytest.FixtureRequest, sites: dict[str, Made]) -> Made:
    return sites[request.param]


def test_every_engine_writes_the_same_bytes(made: Made, sites: dict[str, Made]) -> None:
    ours, other = made.files, sites["MkDocs"].files

    assert made.outcome.refused == ()
    assert sorted(ours.keys() - set(STAMPED)) == sorted(other.keys() - set(STAMPED))
    assert [path for path in ours.keys() - set(STAMPED) if ours[path] != other[path]] == []


def test_a_fork_of_mkdocs_stamps_what_mkdocs_stamps(sites: dict[str, Made]) -> None:
    ours, other = (sites[name].files for name in ("ProperDocs", "MkDocs"))

    assert {path: ours[path] for path in STAMPED} == {path: other[path] for path in STAMPED}


def test_a_map_for_search_engines_names_each_page_but_those_that_lead_on_or_are_for_others(made: Made) -> None:
    listed = {page.address for page in made.publication.pages if not (page.moved or page.unlisted)}
    hidden = {page.address for page in made.publication.pages} - listed
    found = made.files.get("sitemap.xml")
    root = made.publication.frame.settings.site_url

    assert hidden
    if found is not None:
        told = {line.strip()[len("<loc>") : -len("</loc>")] for line in found.decode().splitlines() if "<loc>" in line}
        assert told >= {f"{root}{address}" for address in listed}
        assert told & {f"{root}{address}" for address in hidden} == set()


def test_each_page_has_its_body_in_the_frame_and_each_download_its_bytes(made: Made) -> None:
    files = made.files

    for page in made.publication.pages:
        text = files[f"{page.address}index.html"].decode()
        assert page.body in text
        assert text.startswith("<!doctype html>")
    assert {asset.path: files[asset.path] for asset in made.publication.downloads} == {
        asset.path: asset.data for asset in made.publication.downloads
    }


def test_a_page_of_the_office_s_own_is_made_html_and_its_links_lead_to_pages(made: Made) -> None:
    text = made.files["another/index.html"].decode()

    for part in (
        '<meta name="description" content="A page of the office&#39;s own.">',
        "<title>Another page – ",
        '<h1 id="another-page">Another <em>page</em></h1>',
        '<a href="../rights/#top">your rights</a>',
        '<a href="../services/">all services</a>',
        '<a href="../">home</a>',
        '<a href="#below">itself</a>',
        '<a href="../more/deep/">what stands below</a>',
        '<a rel="noreferrer noopener" href="https://them.example.org/?a=1&amp;b=2">another site</a>',
        '<img alt="A house" src="../images/phone.jpg" />',
        '<h2 id="below">Below</h2>',
        "<dd>What it means.</dd>",
        "<pre><code>[no link](rights.md)",
    ):
        assert part in text
    assert '<img alt="A house" src="../../images/phone.jpg" />' in made.files["more/deep/index.html"].decode()


def test_nothing_but_pages_downloads_and_what_may_be_published_is_written(made: Made) -> None:
    templates = REPOSITORY / "overrides" / "assets"
    standing = made.publication.edition.catalogue.standing.files
    expected = {
        NOT_FOUND,
        *(f"{page.address}index.html" for page in made.publication.pages),
        *(asset.path for asset in made.publication.downloads),
        *(f"assets/{path.relative_to(templates).as_posix()}" for path in templates.rglob("*") if path.is_file()),
        *(name for name in standing if not name.endswith(".md")),
        "another/index.html",
        "more/index.html",
        "more/deep/index.html",
        "privacy/index.html",
    } - made.publication.edition.withheld_images

    assert made.files.keys() - set(STAMPED) == expected


def test_nothing_secret_is_in_any_file_and_nothing_of_a_camera_in_a_picture(made: Made) -> None:
    edition = made.publication.edition
    search = Search(edition.withheld, edition.withheld_numbers, edition.withheld_images)

    for path, data in made.files.items():
        assert list(search.problems_in(path, data)) == []
        assert [word for word in SECRETS if word.encode() in data] == []
    assert [word for word in OF_THE_CAMERA if word in made.files["images/phone.jpg"]] == []


def test_a_rehearsal_finds_nothing_and_reads_each_file_as_a_build_writes_it(
    engine: Engine, sites: dict[str, Made]
) -> None:
    made = sites["MkDocs"]
    files = made.files
    preview, problems = engine.rehearse(made.root, published_site(made.root))

    assert list(problems) == []
    assert preview is not None
    assert set(preview.paths) == files.keys() - {NOT_FOUND, *STAMPED}
    for path in (*preview.paths, NOT_FOUND):
        assert preview.read(path) == (files[path], []), path
    assert preview.read("no/such/index.html") == (None, [])


def test_a_rehearsal_names_the_line_of_a_template_that_fails(engine: Engine, site: Site) -> None:
    site.change("overrides/main.html", "<body", "{{ nothing.at.all }}<body")
    line = (site.root / "overrides/main.html").read_text(encoding="utf-8").partition("{{ nothing")[0].count("\n") + 1
    _, problems = engine.rehearse(site.root, published_site(site.root))

    words = "this template fails: 'nothing' is undefined; mend it, or copy it from Waymark's own files"
    assert {str(problem) for problem in problems} == {f"overrides/main.html:{line}:1: {words}"}


def test_where_content_is_at_fault_it_is_named_and_nothing_is_written(engine: Engine, site: Site) -> None:
    site.change("services.yaml", "kind: victim-hub", "kind: victim-hubb")
    outcome = built(engine, site.root, site.built)

    assert [line for line in outcome.refused if line.startswith("services.yaml:10:11: 'victim-hubb'")]
    assert [path for path in site.built.rglob("*") if path.is_file()] == []


def test_a_build_that_nobody_waits_for_writes_nothing_when_its_block_has_ended(
    engine: Engine, site: Site, tmp_path: Path
) -> None:
    with engine.build(site.root, tmp_path / "one", MOMENT):
        pass
    left = fingerprint(tmp_path)

    assert built(engine, site.root, tmp_path / "two").refused == ()
    assert {name: data for name, data in fingerprint(tmp_path).items() if not name.startswith("two/")} == left
