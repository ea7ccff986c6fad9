"""What a host should send with every file: the headers for Netlify and Cloudflare. `deploy/` has nginx and Caddy.

The page itself carries the policy for scripts, so a header can't go stale: this only adds what a page can't say.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from generator.model.file_types import SHOWN_BY_VIEWERS, ending_of
from generator.output import Asset

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
