"""Where a feed of files stands -> `_redirects`, as Netlify, Cloudflare Pages and GitLab Pages read it.

Open Referral asks at addresses without an ending; what stands there are files of JSON. Each rule serves the file in
place, at the address that was asked. `deploy/` has the same for nginx and Caddy. Rules for one address come first.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.output import Asset
from generator.site.exports.openapi import LISTS

FILE = "_redirects"


def redirects_file(feeds: Iterable[str]) -> Asset:
    """The rules.

    Args:
        feeds: the link to the feed of each language of one host: "/data/oruk/", "/cy/data/oruk/".
    """
    one, many = [], []
    for feed in feeds:
        one += [f"{feed.rstrip('/')} {feed}index.json 200", f"{feed} {feed}index.json 200"]
        one += [f"{feed}{name} {feed}{name}.json 200" for name in LISTS]
        many += [f"{feed}{name}/:id {feed}{name}/:id.json 200" for name in LISTS]
    return Asset(FILE, ("\n".join([*one, *many]) + "\n").encode())
