"""MkDocs, as an engine: what `generator.engines.contract` asks for."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from generator.engines.contract import BuildOutcome, Preview
from generator.site_loader import CONFIG

if TYPE_CHECKING:  # what a command does not need costs it no time to start
    from generator.diagnostics import Diagnostic
    from generator.engines.mkdocs.runner import EngineProcess
    from generator.site.build import Build
    from generator.site_loader import ContentRead


class MkDocs:
    """It runs MkDocs on the folder, which loads our plugin, which loads the site."""

    program = "mkdocs"
    """The module to run: MkDocs, or a fork of it that runs MkDocs' plugins."""

    def read_ahead(self) -> None:
        """MkDocs, our plugin, the theme and the extensions that `waymark init` names."""
        from generator.engines.mkdocs.runner import read_ahead

        read_ahead(self.program)

    @contextmanager
    def build(
        self, root: Path, to: Path, now: datetime, held: Sequence[int] = (), read: ContentRead | None = None
    ) -> Iterator[MkDocsBuild]:
        """Run it strictly: what it would only warn of stops the build."""
        from generator.engines.mkdocs.runner import engine_started

        arguments = ("build", "--strict", "--site-dir", str(to), "--config-file", str(root / CONFIG))
        environment = os.environ | {
            "SOURCE_DATE_EPOCH": str(int(now.timestamp())),
            "NO_MKDOCS_2_WARNING": "1",  # the theme's own notice, which is for maintainers: see README
        }
        with engine_started(self.program, arguments, environment, held, read) as process:
            yield MkDocsBuild(root, process)

    def rehearse(self, root: Path, publication: Build, address: str = "") -> tuple[Preview | None, list[Diagnostic]]:
        """Set MkDocs up in this process, as for a build."""
        from generator.engines.mkdocs.rehearsal import rehearse

        return rehearse(root, publication, address)


class MkDocsBuild:
    """MkDocs at work."""

    def __init__(self, root: Path, process: EngineProcess) -> None:
        self.root = root
        self.process = process

    def ended(self) -> BuildOutcome:
        """What its log means, once it has ended."""
        from generator.engines.mkdocs.log_lines import outcome

        return outcome(self.root, *self.process.ended())
