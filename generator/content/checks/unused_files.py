"""Files beside the records -> advice on pictures that nothing shows, and on test results that are of another site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from urllib.parse import quote, unquote

from generator.content.loading.pages import RESULTS
from generator.content.loading.source_file import Found
from generator.diagnostics import Diagnostic, Fault, Location, quoted
from generator.model.accessibility import Results
from generator.model.file_types import BY_ENDING, Rule, ending_of

UNUSED = Fault(
    "picture-unused",
    "nothing shows this picture, and it is published all the same",
    "delete it, or show it on a page",
)
MOST_NAMED = 5
"""So many pictures are named one by one; the last says how many more there are."""


def unused_pictures(files: Iterable[str], texts: Iterable[str]) -> Iterator[Diagnostic]:
    """Advice for each picture whose name stands in no text: it is published all the same.

    Args:
        files: the files of the content folder, by their names from the root.
        texts: all that authors wrote: settings, directory, campaigns, pages, templates, styles.
    """
    pictures = [file for file in files if (kind := BY_ENDING.get(ending_of(file))) and kind.rule in SHOWN]
    if not pictures:
        return
    everything = "\n".join(texts).casefold()
    plain = unquote(everything) if "%" in everything else everything
    spare = [file for file in pictures if not _is_named(PurePosixPath(file).name.casefold(), everything, plain)]
    for number, file in enumerate(spare[:MOST_NAMED], 1):
        more = f" (and {len(spare) - number} more)" if number == MOST_NAMED < len(spare) else ""
        yield UNUSED._replace(hint=UNUSED.hint + more).at(Location(file), "warning")


SHOWN = (Rule.PICTURE, Rule.DRAWING)


def _is_named(name: str, everything: str, plain: str) -> bool:
    return name in everything or name in plain or quote(name).casefold() in everything


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
