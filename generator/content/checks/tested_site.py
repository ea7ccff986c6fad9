"""The accessibility statement quotes a test of this very site."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.analysis.needs import all_to_be_right
from generator.content.loading.content import Content
from generator.content.loading.pages import RESULTS
from generator.content.loading.source_file import Found
from generator.diagnostics import Diagnostic, Location, quoted
from generator.model.accessibility import Results

CODES = ("results-of-no-site", "results-of-another-site")
NEEDS = all_to_be_right


def check(content: Content) -> Iterator[Diagnostic]:
    yield from results_of_another_site(content.standing.results, content.settings.site_url)


def results_of_another_site(results: Found[Results] | None, site_url: str) -> Iterator[Diagnostic]:
    """Advice where the accessibility statement would quote a test of another site, or of one that nobody names."""
    if results is None:
        return
    tested = results.record.site
    if tested is None:
        yield Diagnostic(
            "results-of-no-site",
            "warning",
            Location(RESULTS),
            "nothing here says which site was tested, and another office may have left this file",
            hint=f"test this site, and write site: {site_url}",
        )
    elif tested.rstrip("/").casefold() != site_url.rstrip("/").casefold():
        yield Diagnostic(
            "results-of-another-site",
            "warning",
            results.at("site"),
            f"{quoted(tested)} was tested, and this site is {site_url}",
            hint="test this site, or delete this file",
        )
