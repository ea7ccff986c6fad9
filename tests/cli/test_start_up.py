"""`waymark check` is quick because of what it does not read: every library here costs each run of it some time."""

from __future__ import annotations

import sys

from tests.site_builder import REPOSITORY, run

LOADED = """
import sys
from generator.cli.main import main
try:
    main(["check", "--now", "2027-02-10T09:00"])
finally:
    names = {name.partition(".")[0] for name in sys.modules} - sys.stdlib_module_names
    print(*sorted(names & set(sys.argv[1:])))
"""
NEEDED = ("PIL babel click frontmatter holidays jinja2 markdown_it mkdocs phonenumbers pydantic regex yaml").split()
"""What reads, judges, prints, and makes in memory the pages that can fail in a build. Nothing here writes feeds or
codes to scan, counts as X does, parses HTML, asks the network, opens a table or draws. Bank holidays are in the script
with which the first view of a page is weighed: what does not fit is split, and has other addresses."""
OURS = (
    "babel click feedgen frontmatter holidays icalendar jinja2 lxml markdown_it mkdocs openpyxl phonenumbers PIL "
    "pydantic regex requests rich segno twitter_text yaml"
).split()


def test_a_check_of_the_repository_s_own_content_reads_these_libraries_and_no_other() -> None:
    done = run([sys.executable, "-c", LOADED, *OURS], REPOSITORY)

    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines()[-1].split() == NEEDED
