"""`waymark check` is quick because of what it does not read: every library here costs each run of it some time."""

from __future__ import annotations

import sys

from tests.site_builder import REPOSITORY, run

LOADED = """
import sys
from generator.cli import main
try:
    main(["check", "--now", "2027-02-10T09:00"])
finally:
    names = {name.partition(".")[0] for name in sys.modules} - sys.stdlib_module_names
    print(*sorted(names & set(sys.argv[1:])))
"""
NOT_NEEDED = {"openpyxl", "requests", "rich"}
"""A check makes in memory what can fail in a build: it loads what renders, and nothing of tables or networks."""
OURS = (
    "babel click feedgen frontmatter holidays icalendar jinja2 lxml markdown_it mkdocs openpyxl phonenumbers PIL "
    "pydantic regex requests rich segno twitter_text yaml"
).split()


def test_a_check_of_the_repository_s_own_content_reads_nothing_that_it_has_no_use_for() -> None:
    done = run([sys.executable, "-c", LOADED, *OURS], REPOSITORY)

    assert (done.status, done.err) == (0, "")
    assert set(done.out.splitlines()[-1].split()).isdisjoint(NOT_NEEDED)
