"""Every engine there is, and one moment: a folder -> what leaves, and what an engine makes of it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from generator.engines.contract import BuildOutcome, Engine
from generator.engines.mkdocs.engine import MkDocs
from generator.site.build import Build
from generator.site_loader import Site as Loaded
from tests.engines.bare_engine import BareEngine
from tests.site_builder import NOW

MOMENT = datetime.fromisoformat(NOW).replace(tzinfo=UTC)


class ProperDocs(MkDocs):
    """A fork of MkDocs that goes on where that ends. It runs our plugin as it stands."""

    program = "properdocs"


ENGINES: dict[str, Engine] = {"MkDocs": MkDocs(), "ProperDocs": ProperDocs(), "a bare loop": BareEngine()}


def published_site(root: Path) -> Build:
    """All that leaves."""
    site = Loaded(root, MOMENT)
    settings = site.settings()
    return site.published(site.catalogue(settings, to_publish=True), settings)


def built(engine: Engine, root: Path, to: Path) -> BuildOutcome:
    """What became of a whole build."""
    with engine.build(root, to, MOMENT) as running:
        return running.ended()
