"""How long all feeds of N campaigns take: `.venv/bin/python -m benchmarks.feeds 500` prints a table.

Each campaign has ten posts, each with words of its own for two channels, all of them out. Reading and checking their
files is measured on its own, then every feed that leaves the site, then the calendar for staff. Seconds of the
processor: a busy machine changes them little. Memory is the peak of the whole process, reading included.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from datetime import date, datetime, timedelta
from pathlib import Path

import click

from benchmarks.synthetic import Directory, write
from generator.content.load import load
from generator.content.loading.config import read_settings
from generator.edition import Edition
from generator.model.fields.dates import LONDON
from generator.site.feeds.all_feeds import every_feed
from generator.site.feeds.calendars import staff_calendar

POSTS = 10
SERVICES = 30
NOW = datetime(2027, 12, 1, 9, tzinfo=LONDON)


def campaign(number: int, directory: Directory) -> str:
    """A campaign of three weeks with a post every other day."""
    first = date(2026, 3, 1) + timedelta(days=number * 13 % 600)
    posts = "".join(
        f"  - id: campaign-{number}-{post}\n"
        f"    at: {first + timedelta(days=post * 2)} {9 + number // 60 % 9:02}:{number % 60:02}\n"
        f"    title: Post {post} of campaign {number}\n"
        f"    text: This is post {post} of campaign {number}. You can get help. Call 0808 157 0123, day or night.\n"
        f"    variants: {{x: Post {post} in few words. Call 0808 157 0123., linkedin: Post {post} for people at work. "
        f"Call 0808 157 0123.}}\n"
        for post in range(POSTS)
    )
    return (
        f"---\nid: campaign-{number}\ntitle: Campaign {number}\nsummary: There is help after a crime.\n"
        f"about: [{', '.join(directory.some(directory.crimes, 1, 2))}]\n"
        f"audiences: [{', '.join(directory.some(directory.audiences, 1, 2))}]\n"
        f"services: [service-{number % SERVICES}]\n"
        f"runs:\n  - {{from: {first}, to: {first + timedelta(days=20)}, "
        f"confirmed: {{by: Communications team, on: 2026-02-01, source: synthetic}}}}\n"
        f"image: {{file: images/0.png, alt: A quiet street in the morning}}\nposts:\n{posts}---\nWords of the page.\n"
    )


def measure(count: int) -> tuple[str, ...]:
    """One row of the table for a number of campaigns."""
    directory = Directory(SERVICES)
    with tempfile.TemporaryDirectory(prefix="waymark-feeds-") as temporary:
        folder = Path(temporary, "site")
        write(folder, SERVICES)
        for number in range(count):
            text = campaign(number, directory)
            (folder / "campaigns" / f"campaign-{number}.md").write_text(text, encoding="utf-8")
        began = time.process_time()
        settings = read_settings((folder / "mkdocs.yml").read_text(encoding="utf-8"))
        catalogue = load(folder, settings, NOW.date())
        read = time.process_time()
    edition = Edition(catalogue, NOW)
    feeds = list(every_feed(edition, settings))
    made = time.process_time()
    staff_calendar(edition, settings)
    ended = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * (1024 if sys.platform == "darwin" else 1))
    return (
        f"{len(edition.campaigns):,}",
        f"{len(edition.released_posts):,}",
        f"{len(feeds):,}",
        f"{sum(len(one.data) for one in feeds) / 1e6:.1f}",
        f"{read - began:.2f}",
        f"{made - read:.2f}",
        f"{ended - made:.2f}",
        f"{peak:.0f}",
    )


HEAD = ("campaigns", "posts", "feeds", "MB", "read and check", "every feed", "staff calendar", "peak MB")


@click.command(help=(__doc__ or "").partition("\n")[0])
@click.argument("campaigns", type=click.IntRange(5), default=500)
def main(campaigns: int) -> None:
    """Measure, and print the table."""
    for row in (HEAD, ("--:",) * len(HEAD), measure(campaigns)):
        click.echo(f"| {' | '.join(row)} |")


if __name__ == "__main__":
    main()
