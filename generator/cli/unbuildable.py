"""Content that reads well -> what would still stop a build of it: folders, settings, templates, links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import ContentError, Diagnostic
from generator.site_loader import Site

if TYPE_CHECKING:  # what a command does not need costs it no time to start
    from generator.edition import Edition
    from generator.settings import Settings


def unbuildable(site: Site, settings: Settings, edition: Edition) -> list[Diagnostic]:
    """Every problem, or those of the first step that has any."""
    from generator.cli.engine import ENGINE
    from generator.engines.faults import failed

    if missing := site.missing(settings):
        return missing
    try:
        publication = site.published(edition.catalogue, settings)
    except ContentError as error:
        return list(error.problems)
    except Exception as error:  # noqa: BLE001 # a template may fail in any way
        return [failed(site.root, settings, error)]
    return list(ENGINE.rehearse(site.root, publication)[1])
