"""The file of hosts that ships -> what each takes, who says so, and how it is told which headers to send."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from generator.content.loading.shipped import read_shipped
from generator.model.channel_rules import Most
from generator.model.fields.text import Label, Name
from generator.model.record import Record


class HostRule(Record):
    """What one host takes. None: nobody has published a limit."""

    name: Name
    deploy: Label | None = None
    """Its files, in deploy/."""
    headers: Label
    """Which of our files tells it what headers to send; own: only one of its own kind does; no: it sends none."""
    counts: Literal["files", "entries"] = "files"
    """Whether it counts folders as well."""
    files: Most | None = None
    folder: Most | None = None
    """Files and folders in any one folder."""
    bytes: Most | None = None
    file_bytes: Most | None = None
    """Bytes of any one file."""
    builds: Label | None = None
    """How often it builds a site, where it does so itself: no build here can know."""
    builds_source: Label | None = None


class Hosts(Record):
    """Every host, by what `host:` in mkdocs.yml calls it."""

    hosts: Mapping[str, HostRule]


@lru_cache(maxsize=1)
def read_hosts() -> Mapping[str, HostRule]:
    """Every host, by what the settings call it."""
    return read_shipped(Hosts, "hosts.yaml").hosts
