"""What each host takes -> the handbook's page of hosts, in Markdown: each limit leads to whoever says so."""

from __future__ import annotations

from collections.abc import Mapping

from generator.content.loading.hosts import HostRule
from generator.model.channel_rules import Most

HEAD = """\
# What each host takes

How large a site may be, and how often it may be built, by whoever keeps it. A number leads to its source, read in
November 2026. Where there is none, nobody has published one. How to publish there: [Publish the site](publish.md).

An office with 40 services is about 300 files and 4 MB, and fits everywhere. A directory for a whole country may not:
10,000 services are 28,359 files and 500 MB.

Say in `mkdocs.yml`, below `waymark:`, where your site goes. Then `waymark build` says in one line when it has become
more than that host takes:

```yaml
      host: cloudflare
```

Then [keep the change](keep-your-change.md). `waymark init --host` writes that line. Without
it nothing is said, and the site is the same either way.

"""
TAIL = """
This page is made by `waymark schema hosts`.
"""
HEADERS = {"no": "**no**", "own": "by a file of its own kind, which Waymark does not write"}
COLUMNS = ("Host", "`host:`", "Files", "All bytes", "Bytes of a file", "Headers", "Builds of its own")


def hosts_page(hosts: Mapping[str, HostRule]) -> str:
    """The page, with a line end."""
    rows = [COLUMNS, tuple("---" for _ in COLUMNS), *(_row(name, host) for name, host in hosts.items())]
    return HEAD + "".join(f"| {' | '.join(row)} |\n" for row in rows) + TAIL


def _row(name: str, host: HostRule) -> tuple[str, ...]:
    files = [_most(host.files, "with folders" if host.counts == "entries" else ""), _most(host.folder, "in one folder")]
    builds = f"[{host.builds}]({host.builds_source})" if host.builds and host.builds_source else ""
    headers = HEADERS.get(host.headers) or f"from `{host.headers}`"
    return (
        host.name,
        f"`{name}`",
        "; ".join(filter(None, files)),
        _most(host.bytes),
        _most(host.file_bytes),
        headers,
        builds,
    )


def _most(most: Most | None, more: str = "") -> str:
    """A number that leads to its source; one that nobody could look up says so."""
    if most is None:
        return ""
    behind = f" {more}" if more else ""
    address, _, _ = most.source.partition(": ")
    if most.sure == "no" or not address.startswith("https://"):
        return f"{most.most:,}{behind} ({most.source})"
    return f"[{most.most:,}]({address}){behind}"
