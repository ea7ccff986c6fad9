"""What holds for every test: no example has a deadline, and the figures that tests record are printed at the end."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings

from tests.built_site import browser, firefox, nu
from tests.deploy import servers
from tests.editor import node
from tests.site.feeds import node_readers

# A timing is never a test, and a run says the same as the one before it.
settings.register_profile("waymark", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("waymark")

gc.set_threshold(50_000, 20, 100)
"""Tests leave little garbage. To look for it after each 700 new things took a third of the time of all small tests."""

LONG_FIRST = tuple(
    "built_site/nasty_browser built_site/browser built_site/search_harm fuzz/command fuzz/reading cli/cli_build "
    "examples built_site/leaving_back cli/mkdocs cli/build_killed fuzz/every_field site/build fuzz/writing "
    "cli/mkdocs_folder engines/contract engines/two_languages cli/change_killed fuzz/withheld cli/handing_over "
    "cli/good_builds cli/serve staff/spreadsheets/round_trip built_site/search cli/release cli/bad_conditions "
    "preview/never_old preview/showing preview/workshop fuzz/prefilter fuzz/looking engines/properdocs engines/doors "
    "cli/all_offices cli/unseen content/checks/first_help cli/cli built_site/nasty_crawl built_site/crawl "
    "built_site/firefox cli/dropped_files built_site/handbook_pages built_site/open_now built_site/focus "
    "fuzz/spreadsheet cli/build_targets built_site/print built_site/nasty benchmarks site/feeds/replay "
    "built_site/nu".split()
)
"""The files that take longest, as a run told with --durations=0. They begin first, so that no core waits at the end."""


def pytest_xdist_auto_num_workers() -> int:
    """Two processes more than there are cores: a third of a run waits for browsers, and for commands it started."""
    return len(os.sched_getaffinity(0)) + 2 if hasattr(os, "sched_getaffinity") else (os.cpu_count() or 1) + 2


def pytest_collection_modifyitems(items: list[Any]) -> None:
    """Put the longest files in front, each in its own order."""
    here = Path(__file__).parent
    place = {here / long_file(name): number for number, name in enumerate(LONG_FIRST)}
    items.sort(key=lambda item: place.get(item.path, len(place)))


def pytest_collection_finish() -> None:
    """The list of tests stays to the end: whoever looks for garbage need not look through it each time."""
    gc.freeze()


def long_file(name: str) -> str:
    """The file that a name of that list means, from here: "cli/build_killed" is cli/test_build_killed.py."""
    room, _, file = name.rpartition("/")
    return f"{room}/test_{file}.py".lstrip("/")


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print every "figure" that a test recorded, and what no test here can say."""
    rooms = (node_readers, node, servers, browser, firefox, nu)
    for not_run in (room.missing() for room in rooms):
        if not_run:
            terminalreporter.line(not_run)
    passed = terminalreporter.stats.get("passed", [])
    figures = [value for report in passed for name, value in report.user_properties if name == "figure"]
    if figures:
        terminalreporter.section("figures")
        for figure in sorted(figures):
            terminalreporter.line(figure)
        terminalreporter.line(
            "People must still test by hand: see docs/for-the-office.md. Passing here is not conformance."
        )
