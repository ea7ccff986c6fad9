"""A site with something public that must not be lost."""

from __future__ import annotations

from pathlib import Path

from tests.site_builder import Site, a_site, fingerprint

LEFT = ".site.new-abcd1234"
"""A folder as a build leaves one that is killed."""


def old_site(folder: Path) -> Site:
    """A site that was built before: a home page and a stylesheet."""
    site = a_site(folder)
    site.write("site/index.html", "the old home page")
    site.write("site/assets/waymark.css", "")
    return site


def beside(site: Site) -> list[str]:
    """What is there that a build made, and is no site."""
    return [path.name for path in site.root.iterdir() if path.name.startswith(".site")]


def assert_the_old_site_stands(site: Site, *, left: int = 0) -> None:
    """`left`: so many folders stay beside it, to be looked at, or to be swept by the next build."""
    assert sorted(fingerprint(site.built)) == ["assets/waymark.css", "index.html"]
    assert (site.built / "index.html").read_text() == "the old home page"
    assert len(beside(site)) == left
