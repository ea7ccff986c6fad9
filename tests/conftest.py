"""What holds for every test: no example has a deadline, and the figures that tests record are printed at the end."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, settings

from tests.built_site import browser, firefox, nu
from tests.deploy import servers
from tests.editor import node
from tests.site.feeds import node_readers

# A timing is never a test, and a run says the same as the one before it.
settings.register_profile("waymark", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("waymark")

LONG_FIRST = tuple(
    "nasty_browser command withheld browser writing open_now search_harm publish leaving_back reading build_killed "
    "cli_build crawl nasty_crawl handing_over looking good_builds mkdocs firefox serve search replay nu".split()
)
"""The files that take longest. They begin first, so that no core waits for the other at the end."""


def pytest_collection_modifyitems(items: list[Any]) -> None:
    """Put the longest files in front, each in its own order."""
    place = {f"test_{name}": number for number, name in enumerate(LONG_FIRST)}
    items.sort(key=lambda item: place.get(item.path.stem, len(place)))


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
