"""A site with something public that must not be lost."""

from __future__ import annotations

from pathlib import Path

from tests.site_builder import Site, a_site, fingerprint


def old_site(folder: Path) -> Site:
    """A site that was built before: a home page and a stylesheet."""
    site = a_site(folder)
    site.write("site/index.html", "the old home page")
    site.write("site/assets/waymark.css", "")
    return site


def assert_the_old_site_stands(site: Site) -> None:
    assert sorted(fingerprint(site.built)) == ["assets/waymark.css", "index.html"]
    assert (site.built / "index.html").read_text() == "the old home page"
    assert not site.built.with_name("site.old").exists()
