"""An exception of a template, a plugin or the disk -> the problem, at the place where somebody can mend it."""

from __future__ import annotations

from pathlib import Path

from generator.diagnostics import Diagnostic, Fault, Location
from generator.formatters.exceptions import fault
from generator.settings import Settings
from generator.site.render.failures import COPY_IT, template_problem
from generator.site_loader import CONFIG


def failed(root: Path, settings: Settings, error: BaseException) -> Diagnostic:
    """Where a template fails, its line; else what went wrong, at the file that named what does."""
    problem = template_problem(error, root, settings.templates)
    if problem is not None:
        return problem
    if isinstance(error, OSError) and error.filename and (root / str(error.filename)).is_relative_to(root):
        name = (root / str(error.filename)).relative_to(root).as_posix()
        return Fault("file-needed", f"this file is needed: {error.strerror}", COPY_IT).at(Location(name))
    return Diagnostic("site-not-made", "error", Location(CONFIG), f"the site can't be made: {fault(error)}")
