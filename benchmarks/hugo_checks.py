"""The records of a site, and what Hugo made of them -> whether it may be published: what a build asks of its own pages.

`python -m benchmarks.hugo_checks FOLDER BUILT`. The records are validated, each link and id of each page is looked up,
and every byte of every file is searched for what is withheld. That is Waymark's own code, on all cores: nobody has to
guess how well another's checks would do it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.build import NOW
from generator.site.check_output import broken_html, got_out
from generator.site_loader import Site


def check(folder: Path, built: Path) -> list[str]:
    """All that is wrong with it, in lines; none where it may be published."""
    site = Site(folder, NOW)
    settings = site.settings()
    found = got_out(built, folder, settings, site.edition(settings, to_publish=True), dict)
    return [*found, *map(str, broken_html(built, settings))]


if __name__ == "__main__":
    sys.exit("\n".join(check(Path(sys.argv[1]), Path(sys.argv[2]))) or None)
