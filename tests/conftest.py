"""What holds for every test: the figures that tests record are printed at the end of a run."""

from __future__ import annotations

from typing import Any


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print every "figure" that a test recorded, and what no test here can say."""
    passed = terminalreporter.stats.get("passed", [])
    figures = [value for report in passed for name, value in report.user_properties if name == "figure"]
    if figures:
        terminalreporter.section("figures")
        for figure in sorted(figures):
            terminalreporter.line(figure)
        terminalreporter.line(
            "People must still test by hand: see docs/for-the-office.md. Passing here is not conformance."
        )
