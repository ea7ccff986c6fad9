"""A small site, its kit and the folder that comes of it, for tests of both sides."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image

from generator.model.fields.dates import moment
from generator.site_loader import Site as Loaded
from tests.site_builder import NOW, Done, Site, a_site, called

LEDGER = "post,published\ndating-scams-2027-launch,2027-02-01T09:45:00+00:00\n"


def a_picture() -> bytes:
    file = BytesIO()
    Image.new("RGB", (1, 1)).save(file, "PNG")
    return file.getvalue()


def site_to_hand_over(around: Path) -> Site:
    """A site with a ledger, a picture, and a refuge that nobody may find."""
    return a_site(around / "site", **{"campaigns/published.csv": LEDGER, "content/map.png": a_picture()})


def hand_over(site: Site, *arguments: str, now: str = NOW) -> Done:
    return called(["hand-over", *arguments, "--root", str(site.root), "--now", now], site.root.parent)


def take_over(site: Site, *arguments: str, now: str = NOW, typed: str | None = None) -> Done:
    given = ["init", "new", "--kit", "kit", *arguments, "--now", now]
    return called(given, site.root.parent, typed=typed)


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def built(root: Path, now: str = NOW) -> dict[str, bytes]:
    """Every page's words and every file that leaves, without an engine around them."""
    site = Loaded(root, moment(now))
    settings = site.settings()
    made = site.published(site.catalogue(settings), settings)
    pages = {page.address: page.body.encode() for one in made.every for page in one.pages}
    return pages | {asset.path: asset.data for one in made.every for asset in one.downloads}
