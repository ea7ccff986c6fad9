"""What a host should send with every file: the headers for Netlify and Cloudflare. `deploy/` has nginx and Caddy.

The page itself carries the policy for scripts, so a header can't go stale: this only adds what a page can't say.
"""

from __future__ import annotations

from generator.outputs import Download

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


def headers_file() -> Download:
    """`_headers`, as Netlify and Cloudflare Pages read it."""
    lines = [
        "/*",
        *(f"  {name}: {value}" for name, value in HEADERS.items()),
        "/feeds/*",
        "  Access-Control-Allow-Origin: *",
    ]
    return Download("_headers", ("\n".join(lines) + "\n").encode())
