"""A good site -> three hundred sites, each with one part taken away, emptied, renamed or misspelt; by name."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PIL import Image

from tests.cli.spoilt_settings import A_PAGE, CASES, ELSEWHERE, IN_A_PAGE, PUT, TURNED_ELSEWHERE
from tests.cli.spoilt_words import FILES, PAGES, PO, SETTINGS, TEMPLATES, TURNED
from tests.site_builder import CHECKED, MKDOCS_YML, REPOSITORY, SERVICES_YAML, Site, a_site
from tests.standing import RIGHTS, STATEMENT

Spoil = Callable[[Site], object]
ABOUT = """\
# About this site

Find [all services](services/index.md), [your rights](rights.md#complain), [Victim Support][vs],
[by area](where/cumbria/index.md),
[campaigns](campaigns/index.md), [the feed](feeds/index.md) and [plain words](words.md#two).

![A map](images/map.png)

[vs]: services/victim-support-cumbria/index.md
"""
WORDS = "# Words\n\n## One\n\nOne, see [two](#two), and [about](about.md).\n\n## Two\n\nTwo. <br> [Out](https://www.example.org/).\n"


def good(folder: Path) -> Site:
    """A small site that uses every part which can be spoilt."""
    site = a_site(folder)
    shutil.copytree(REPOSITORY / "overrides", folder / "overrides", dirs_exist_ok=True)
    site.change("mkdocs.yml", "plugins:", 'markdown_extensions: [attr_list, def_list, toc]\nedit_uri: ""\nplugins:')
    rights = RIGHTS.replace("P107", "P180").replace("P105", "P180")
    site.write("content/rights.md", rights.replace("everyone,", "everyone, services: [victim-support-cumbria],", 1))
    site.write("content/accessibility.md", STATEMENT)
    site.write("content/about.md", ABOUT)
    site.write("content/words.md", WORDS)
    (site.root / "content/images").mkdir()
    Image.new("L", (8, 8)).save(site.root / "content/images/map.png")
    site.write("content/stay-safe.md", f"{CHECKED}# Stay safe\n\nRead [our words](words.md).\n")
    return site


def remove(site: Site, name: str) -> None:
    path = site.root / name
    shutil.rmtree(path) if path.is_dir() else path.unlink()


def empty(site: Site, name: str) -> None:
    path = site.root / name
    if path.is_dir():
        shutil.rmtree(path)
        path.mkdir()
    else:
        path.write_bytes(b"")


def rename(site: Site, name: str) -> None:
    (site.root / name).rename(site.root / f"{name}x")


def put(site: Site, name: str) -> None:
    site.write(name, A_PAGE)


def renamed(site: Site, name: str, new: str) -> None:
    (site.root / new).parent.mkdir(parents=True, exist_ok=True)
    (site.root / name).rename(site.root / new)


def turn(site: Site, name: str, old: str, new: str) -> None:
    path = site.root / name
    text = path.read_text(encoding="utf-8")
    assert old in text, (name, old)
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def without_line(site: Site, name: str, number: int) -> None:
    path = site.root / name
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[:number] + lines[number + 1 :]), encoding="utf-8")


def misspelt(site: Site, name: str, number: int) -> None:
    """The first long word of a line with two letters the wrong way round."""
    path = site.root / name
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    lines[number] = re.sub(r"([a-z])([a-z])([a-z]{2,})", r"\2\1\3", lines[number], count=1)
    path.write_text("".join(lines), encoding="utf-8")


def added(site: Site, text: str) -> None:
    site.write("mkdocs.yml", (site.root / "mkdocs.yml").read_text(encoding="utf-8") + text)


def spoilings() -> Iterator[tuple[str, Spoil]]:
    """Every way to spoil the site, by its name."""
    for name in FILES:
        for how in (remove, empty, rename):
            yield f"{how.__name__} {name}", partial(how, name=name)
    for file, lines in (("mkdocs.yml", MKDOCS_YML.count("\n") + 2), ("services.yaml", SERVICES_YAML.count("\n"))):
        for number in range(lines):
            yield f"{file} without line {number + 1}", partial(without_line, name=file, number=number)
            if number % 2 == 0:
                yield f"{file} line {number + 1} misspelt", partial(misspelt, name=file, number=number)
    for text in (*SETTINGS, *ELSEWHERE):
        yield f"mkdocs.yml with {text!r}", partial(added, text=text)
    for old, new in (*TURNED, *TURNED_ELSEWHERE):
        yield f"mkdocs.yml {old!r} -> {new!r}", partial(turn, name="mkdocs.yml", old=old, new=new)
    for file, old, new in (*PAGES, *IN_A_PAGE, *TEMPLATES):
        yield f"{file} {old!r} -> {new!r}", partial(turn, name=file, old=old, new=new)
    for name in PUT:
        yield f"a page more at {name}", partial(put, name=name)
    for old, new in CASES:
        yield f"{old} is called {new}", partial(renamed, name=old, new=new)
    for number, text in enumerate(PO):
        yield f"catalogue {number}", partial(_in_welsh, text=text)


def _in_welsh(site: Site, text: str) -> None:
    turn(site, "mkdocs.yml", "language: en", "language: cy")
    site.write("overrides/words/cy.po", text)
