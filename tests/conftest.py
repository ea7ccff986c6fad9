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
    "built_site/nasty_browser built_site/browser fuzz/command built_site/search_harm fuzz/reading "
    "engines/two_languages examples built_site/leaving_back fuzz/every_field cli/good_builds cli/serve "
    "cli/handing_over built_site/search fuzz/writing site/build cli/change_killed cli/mkdocs_folder "
    "cli/all_offices engines/contract fuzz/withheld built_site/firefox fuzz/looking cli/mkdocs cli/build_killed "
    "cli/cli_build built_site/open_now fuzz/prefilter staff/spreadsheets/round_trip built_site/nasty_crawl "
    "built_site/crawl cli/bad_conditions preview/showing l10n/every_word built_site/handbook_pages "
    "engines/properdocs engines/doors preview/never_old built_site/journeys built_site/search_welsh cli/cli "
    "built_site/focus site/feeds/replay built_site/nu preview/workshop cli/release fuzz/spreadsheet "
    "cli/translate_odd_tables privacy/outgoing built_site/print built_site/search_large cli/unseen "
    "built_site/nasty built_site/welsh_site cli/shared_records cli/init l10n/dyfed_powys "
    "content/checks/first_help privacy/documents/reader content/checks/text_languages cli/changing "
    "cli/dropped_files cli/build_targets benchmarks preview/forms given_back site/render/search "
    "content/checks/danger_words content/checks/every_check cli/both_doors editor/extension".split()
)
"""The files that take longest, as a run told with --durations=0. They begin first, so that no core waits at the end."""


def pytest_xdist_auto_num_workers() -> int:
    """Two processes more than there are cores: half of what one does is waiting for a browser or a command it started.

    With four more, two cores stood idle for as long.
    """
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
