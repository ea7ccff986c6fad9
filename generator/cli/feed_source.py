"""The address of a feed, or a file or a folder of one -> its services; where it can't be read, why, and the end."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

if TYPE_CHECKING:  # what a command does not need costs it no time to start
    from generator.settings import Settings
    from generator.staff.open_referral.feed_services import FeedService

ENDINGS = (".json", ".ndjson", ".jsonl")
OF_OURS = ("services.json", "oruk/services.json", "data/oruk/services.json", "services.ndjson")
"""Where the list of services stands in a folder that Waymark made."""
PAUSE = 0.3
"""Seconds between two requests: a feed is made to be asked."""
LONGEST_ANSWER = 120.0
allow_local = click.option("--allow-local", is_flag=True, help="Also ask addresses in private networks.")


def is_a_feed(given: str) -> bool:
    """Whether somebody named a feed of Open Referral, and no spreadsheet."""
    return "://" in given or given.lower().endswith(ENDINGS) or Path(given).is_dir()


def services_of_feed(
    given: str, settings: Settings, today: date, *, local: bool
) -> tuple[list[FeedService], list[str]]:
    """Every service of a feed, and what a reader of the result should know.

    Args:
        given: an address, a file or a folder.
        settings: of the site, whose name we give when we ask.
        today: the day for which its hours are read.
        local: whether an address in a private network may be asked.
    """
    from generator.staff.open_referral.feed_pages import FeedReader
    from generator.staff.open_referral.feed_services import services_of
    from generator.staff.open_referral.json_documents import FeedError

    if "://" in given and "@" in urlsplit(given).netloc:
        raise click.UsageError("write the address without a name and a password: a feed is open to everyone")
    is_there = "://" in given
    fetch = _asking(settings, local=local) if is_there else _from_a_file
    reader = FeedReader(fetch, time.monotonic, say=lambda words: click.echo(words, err=True))
    try:
        feed = reader.read(given if is_there else _file_of(given))
    except FeedError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    return services_of(feed, today), feed.told


def _asking(settings: Settings, *, local: bool) -> Callable[[str], bytes]:
    from generator.staff.link_checker.checker import Asker
    from generator.staff.link_checker.result import NoAnswerError
    from generator.staff.link_checker.transport import Limits, Turns
    from generator.staff.open_referral.json_documents import MOST_BYTES, FeedError

    agent = f"Waymark feed reader (+{settings.site_url})"
    limits = Limits(pause=PAUSE, whole=LONGEST_ANSWER)
    asker = Asker(agent, Turns(PAUSE, time.monotonic), lambda: datetime.now(UTC), limits, local)

    def ask(address: str) -> bytes:
        try:
            return asker.read(address, MOST_BYTES + 1)
        except NoAnswerError as error:
            raise FeedError(f"{address}: {error.why}") from None

    return ask


def _file_of(given: str) -> str:
    """The file of services in a folder, else the file itself."""
    folder = Path(given)
    if not folder.is_dir():
        return given
    found = next((folder / name for name in OF_OURS if (folder / name).is_file()), None)
    if found is None:
        words = f"{given} is a directory without {OF_OURS[0]}; name the folder data/oruk of a site, or one file"
        raise click.UsageError(words)
    return str(found)


def _from_a_file(name: str) -> bytes:
    from generator.staff.open_referral.json_documents import MOST_BYTES, FeedError

    path = Path(name)
    if not path.is_file():
        raise FeedError(f"there is no file {name}")
    try:
        with path.open("rb") as opened:
            return opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise FeedError(f"{name} can't be read: {error.strerror}") from None
