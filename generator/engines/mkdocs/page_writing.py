"""All files of a build -> the folder: our pages by as many processes as there are cores, all else as MkDocs does it.

MkDocs writes one page after the other. Ours need nothing of each other once all is set up, so each is framed and
written by MkDocs' own function in whichever process is free: the bytes are the same. Where another plugin or a hook
looks at pages as they are made, it is to see them all in this process, and MkDocs makes them.
"""

from __future__ import annotations

import logging
import os
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

import mkdocs
from jinja2 import Environment
from mkdocs.commands import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation

from generator.engines.mkdocs.ready_files import ReadyPage
from generator.processes import spread
from generator.progress import Stage, tell

ITS_LOG = mkdocs.__name__
"""What hears all that MkDocs says; or a fork, which stands in its place under its own name."""
SEEN_BY_OTHERS = ("nav", "env", "page_context", "post_page")
"""What happens while pages are made. Of these our own plugin alone may hear."""


class SharedOut(Files):
    """The files of a build; `nav` and `environment` are known when MkDocs begins to write."""

    def __init__(self, files: Files, config: MkDocsConfig) -> None:
        super().__init__(files)
        self.config = config
        self.nav: Navigation | None = None
        self.environment: Environment | None = None
        self.written: set[str] = set()

    def copy_static_files(
        self, dirty: bool = False, *, inclusion: Callable[[InclusionLevel], bool] = InclusionLevel.is_included
    ) -> None:
        """Write what is no page, which MkDocs asks for first; and our pages, which it would write one by one."""
        nav, env = self.nav, self.environment
        alone = all(len(self.config.plugins.events[name]) == 1 for name in SEEN_BY_OTHERS)
        if dirty or nav is None or env is None or not alone:
            super().copy_static_files(dirty=dirty, inclusion=inclusion)
            return
        every = self.documentation_pages(inclusion=inclusion)
        places = Counter(file.dest_uri for file in every)  # what stands in another's place comes behind that one
        ours = [file for file in every if isinstance(file.page, ReadyPage) and places[file.dest_uri] == 1]

        here, heard = os.getpid(), _Heard()

        def write(number: int) -> bool:
            """Whether more was said of it than this process heard."""
            if os.getpid() != here:
                heard.alone()
            if number == 0:
                super(SharedOut, self).copy_static_files(dirty=dirty, inclusion=inclusion)
            else:
                file = ours[number - 1]
                away = file.inclusion.is_excluded()  # type: ignore[no-untyped-call]
                build._build_page(file.page, self.config, every, nav, env, dirty, excluded=away)  # type: ignore[arg-type]
            return heard.taken()

        for number, was_said in enumerate(spread(write, range(len(ours) + 1), partial(tell, Stage.WRITE))):
            if was_said:
                write(number)
        self.written.update(file.src_uri for file in ours)

    def documentation_pages(self, *, inclusion: Callable[[InclusionLevel], bool] | None = None) -> Sequence[File]:
        """All pages; for the loop that writes them, which says what is to be included, those not yet written."""
        found = super().documentation_pages(inclusion=inclusion or InclusionLevel.is_included)
        if inclusion is None or not self.written:
            return found
        return [file for file in found if file.src_uri not in self.written]


class _Heard(logging.Handler):
    """What MkDocs says in a fork: nobody there counts its warnings, so whoever does is to hear it."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.count += 1

    def alone(self) -> None:
        """Be the only one that hears it."""
        log = logging.getLogger(ITS_LOG)
        log.handlers[:], log.propagate = [self], False

    def taken(self) -> bool:
        """Whether anything was said since this was asked."""
        count, self.count = self.count, 0
        return count > 0
