"""An exception -> the template that fails, with its line; None where no template of ours is at fault."""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import TemplateNotFound, TemplateSyntaxError

from generator.diagnostics import Diagnostic, Location, quoted

A_MACRO = re.compile(r"the template '([^']{1,200})' \(imported .{0,500}?does not export the requested name '([^']+)'")
TEMPLATE_MISSING = "template-missing"
COPY_IT = "copy it from Waymark's own files"


def template_problem(error: BaseException, root: Path, folder: str) -> Diagnostic | None:
    """What is wrong with a template of the folder `folder` in `root`."""
    words = " ".join(str(error).split())
    if isinstance(error, TemplateNotFound):
        return Diagnostic(
            TEMPLATE_MISSING,
            "error",
            Location(f"{folder}/{error.name}"),
            "this template is needed, and is not there",
            hint=COPY_IT,
        )
    if lacks := A_MACRO.search(words):
        return Diagnostic(
            "template-fails",
            "error",
            Location(f"{folder}/{lacks[1]}"),
            f"this template fails: {quoted(lacks[2])} is not in it",
            hint=f"mend it, or {COPY_IT}",
        )
    for file, line in reversed(_places(error)):
        path = Path(file)
        if path.is_relative_to(root / folder):
            name = f"{folder}/{path.relative_to(root / folder).as_posix()}"
            return Diagnostic(
                "template-fails",
                "error",
                Location(name, line),
                f"this template fails: {words}",
                hint=f"mend it, or {COPY_IT}",
            )
    return None


def is_away(error: BaseException) -> bool:
    """Whether this is all that is wrong with a template: that it is not there."""
    return isinstance(error, TemplateNotFound)


def _places(error: BaseException) -> list[tuple[str, int]]:
    places = []
    trace = error.__traceback__
    while trace is not None:
        places.append((trace.tb_frame.f_code.co_filename, trace.tb_lineno))
        trace = trace.tb_next
    if isinstance(error, TemplateSyntaxError) and error.filename:
        places.append((error.filename, error.lineno))
    return places
