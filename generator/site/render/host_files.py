"""What a host should send with every file; and what one needs that serves a further language at its own address.

The headers are for Netlify and Cloudflare; `deploy/` has nginx and Caddy. The page itself carries the policy for
scripts, so a header can't go stale: this only adds what a page can't say. A language with an address of its own can't
fetch from the first one's what an engine copies or makes for that alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from html import escape
from pathlib import Path
from urllib.parse import quote

from generator.content.loading.content_files import STAFF_FOLDERS, TEMPLATE_ENDINGS
from generator.model.file_types import BY_ENDING, SHOWN_BY_VIEWERS, Handling, ending_of
from generator.output import Asset
from generator.privacy.pictures.published import published
from generator.settings import Settings
from generator.site.render.templates import Templates
from generator.template_folder import places_of

HEADERS = {
    "Content-Security-Policy": "frame-ancestors 'none'; form-action 'none'; base-uri 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), interest-cohort=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    # Never no-store: the way out relies on the browser's own cache.
    "Cache-Control": "public, max-age=300",
}

SHUT_OFF = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
"""One policy more, for a file that a browser would show without a viewer of its own: it runs nothing, asks nobody."""


def headers_file(files: Iterable[str], folders: Iterable[str] = ("",)) -> Asset:
    """`_headers`, as Netlify and Cloudflare Pages read it.

    Args:
        files: what the site publishes of the content folder, by name.
        folders: where each language stands: "", "cy/".
    """
    shut_off = [file for file in sorted(files) if ending_of(file) not in (".md", *SHOWN_BY_VIEWERS)]
    lines = [
        "/*",
        *(f"  {name}: {value}" for name, value in HEADERS.items()),
        *(
            line
            for folder in folders
            for room in ("feeds", "data")
            for line in (f"/{folder}{room}/*", "  Access-Control-Allow-Origin: *")
        ),
        *(line for file in shut_off for line in (f"/{quote(file)}", f"  Content-Security-Policy: {SHUT_OFF}")),
    ]
    return Asset("_headers", ("\n".join(lines) + "\n").encode())


MAP = "sitemap.xml"
START = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'


def copied_files(templates: Templates, content: Path) -> Iterator[Asset]:
    """The files of the content folder and of the templates that an engine copies for the first language."""
    own: dict[str, Path] = {}
    for folder in reversed(places_of(templates.folder)):
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            if path.is_file() and path.suffix not in TEMPLATE_ENDINGS and name.partition("/")[0] not in STAFF_FOLDERS:
                own[name] = path
    yield from (Asset(name, path.read_bytes) for name, path in own.items())
    for name in sorted(templates.edition.catalogue.standing.files - templates.edition.withheld_images):
        if not name.endswith(".md"):
            yield Asset(name, partial(_bytes, content / name))


def _bytes(path: Path) -> bytes:
    data = path.read_bytes()
    return published(data).data if BY_ENDING[ending_of(path.name)].rule is Handling.PICTURE else data


def sitemap(settings: Settings, addresses: Iterable[str]) -> Asset:
    """A map for search engines, which an engine makes for the first language alone."""
    lines = (f"<url><loc>{escape(settings.absolute(one))}</loc></url>" for one in sorted(addresses))
    return Asset(MAP, "\n".join([START, *lines, "</urlset>\n"]).encode())
