"""A folder, a moment and a Build -> a finished site: what an engine is given, and what it must do with it.

An engine turns what `generator.site.build` makes into a folder of files. It decides nothing about content.

**It is given** a site's folder, a moment and the folder to write to; and through `generator.site_loader`, for that
folder and moment, a `Build`:

- `pages`: an address, a title, a description and a body that is ready, as HTML; made when it is asked for.
- `downloads`: a path, and bytes; made when they are asked for.
- `frame`: what the document around every page shows.
- `edition.catalogue.standing.files`: which files of the content folder may be published. Those that end in `.md` are
  standing pages in Markdown; the rest are copied.
- `edition.withheld_images`: those of them that no page may show now.
- `in_markdown`: the standing pages that it makes of Markdown: of each its file, and the file that has its words.
- `others`: the same site in each further language, which stands in `folder` ("cy/") of the whole one.

**It must**

1. write each page to `ADDRESS/index.html`, in the place of any standing page of that address;
2. make every other standing page HTML: Python's Markdown with the extensions that mkdocs.yml names, a link to
   `rights.md` leading to `rights/`, and `rel="noreferrer noopener"` on each link outward. What
   `content.checks.raw_html.stopped` names in it stops the build;
3. put the template `main.html` around each, which `template_folder.TemplateFolder` finds: the site's own folder
   `overrides/`, which need not be there, over the one that ships. Everything is escaped, with `frame` and the words of
   `l10n.translations.speak` in it. It reads `page.title`, `page.content`, `page.url`, `page.canonical_url`,
   `page.is_homepage` and, in `page.meta`, `description`, `discreet`, `share`, `moved`, `unlisted`, `follow` and
   `linked_data` (a function, or None);
4. make `404.html` of the template `404.html`, where there is no `page`;
5. write each download, byte for byte; each picture of the content folder as `privacy.pictures.published` gives it;
   each other file that may be published as it is; of both folders of templates all but templates and
   `content.loading.content_files.STAFF_FOLDERS`;
6. write nothing else, but for what it stamps;
7. write the same bytes twice for one folder and one moment, ask no clock and no other machine;
8. do all that, but for pictures and other files of the content folder and of `overrides/`, for each of `others` too,
   below its `folder`: a link to `rights.md` leads to that language's page, and one to a picture to the picture. A
   standing page that has no words of its own (`in_markdown` names its own file) stands in
   `<div lang="en" dir="ltr">`, as `frame.first` says. Its `404.html` is among its downloads;
9. end, with all that it started, when its `with` block ends: a build is searched for secrets when nothing can be
   written any more. That search is not the engine's: whoever runs it looks through the folder. An engine that can be
   run without us builds in a `site.build_folder`, calls `site.check_output.got_out` last of all, and only where that
   finds nothing puts its site in place;
10. write nothing where content is at fault, and say why in lines that an author understands;
11. give each file in a preview, and in a rehearsal, as a build would write it.

**It may stamp** what no page of ours holds: `STAMPED`, a map of the pages for search engines. No page with `moved` or
`unlisted` is on it, and none of a language with an address of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # what a command does not need costs it no time to start
    from generator.diagnostics import Diagnostic
    from generator.site.build import Build
    from generator.site_loader import ContentRead

NOT_FOUND = "404.html"
STAMPED = ("sitemap.xml", "sitemap.xml.gz")


@dataclass(frozen=True, slots=True)
class BuildOutcome:
    """How a build ended."""

    refused: Sequence[str] = ()
    """Why there is no site, line by line; empty where there is one."""
    advice: Sequence[str] = ()
    """What is said of a site that was built, ready to be shown."""


class Running(Protocol):
    """A build at work, in a process of its own."""

    def ended(self) -> BuildOutcome:
        """Wait for its end. Nothing is written after it."""


class Preview(Protocol):
    """One edition of the site, of which no page is made before it is asked for."""

    @property
    def paths(self) -> Collection[str]:
        """Every file of it, but for `NOT_FOUND` and what the engine stamps."""

    def read(self, path: str) -> tuple[bytes | None, list[str]]:
        """A file's bytes, and what the engine warned of meanwhile; None where there is no such file."""


class Engine(Protocol):
    """What makes a folder of files out of a site."""

    def read_ahead(self) -> None:
        """Import what a build needs and run none of it, for a process that others are forked from."""

    def build(
        self, root: Path, to: Path, now: datetime, held: Sequence[int] = (), read: ContentRead | None = None
    ) -> AbstractContextManager[Running]:
        """Begin to build; what runs is ended with the block, and with this process.

        Args:
            root: the folder of mkdocs.yml.
            to: the folder to write to. It is not there yet.
            now: the moment, which the loader is to be given.
            held: open files that it keeps open: a lock is its own too, as long as it lives.
            read: what was read of the site already. It may be taken as long as `is_of` says so, and left alone.
        """

    def rehearse(
        self, root: Path, publication: Build, address: str = ""
    ) -> tuple[Preview | None, Sequence[Diagnostic]]:
        """Set everything up, write nothing: a preview, and all that would stop a build. None where it can't begin.

        Args:
            root: the folder of mkdocs.yml.
            publication: the edition.
            address: where the site is to stand; its own address, where none is given.
        """
