"""An SVG file -> why it may not be published; None where it only draws: nothing runs, is fetched or hidden."""

from __future__ import annotations

import re
from typing import Any
from xml.parsers.expat import ExpatError, ParserCreate

from generator.diagnostics import Fault

SVG = "http://www.w3.org/2000/svg"
DRAWS = frozenset(
    {
        *(
            "svg",
            "g",
            "defs",
            "symbol",
            "use",
            "title",
            "desc",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
        ),
        *("polygon", "text", "tspan", "textPath", "linearGradient", "radialGradient", "stop", "pattern", "clipPath"),
        *("mask", "marker", "filter", "switch", "view"),
    }
)
AN_ADDRESS = re.compile(r"url\(|@import|expression\(|javascript:|data:", re.IGNORECASE)
INSIDE = re.compile(r"url\(\s*['\"]?#[\w.-]+['\"]?\s*\)")
DEEPEST = 100


class _DrawsMoreError(Exception):
    """It is not a drawing alone."""


def draws_more(data: bytes) -> Fault | None:
    """What is wrong with it."""
    parser = ParserCreate(namespace_separator=" ")
    depth = 0

    def begins(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        space, _, bare = name.rpartition(" ")
        if depth > DEEPEST or space != SVG or (bare not in DRAWS and not bare.startswith("fe")) or bare == "feImage":
            raise _DrawsMoreError
        for attribute, value in attributes.items():
            own = attribute.rpartition(" ")[2].lower()
            leads_out = own in ("href", "src", "base") and not value.strip().startswith("#")
            if own.startswith("on") or leads_out or AN_ADDRESS.search(INSIDE.sub("", value)) or "\\" in value:
                raise _DrawsMoreError

    def ends(_: str) -> None:
        nonlocal depth
        depth -= 1

    def refused(*_: Any) -> None:
        raise _DrawsMoreError

    parser.StartElementHandler = begins
    parser.EndElementHandler = ends
    parser.StartDoctypeDeclHandler = refused
    parser.ProcessingInstructionHandler = refused
    parser.CommentHandler = refused
    try:
        parser.Parse(data, True)
    except _DrawsMoreError:
        return Fault(
            "drawing-holds-more",
            "this drawing holds more than lines and words",
            "save it as Plain SVG, without scripts, remarks or pictures",
        )
    except (ExpatError, ValueError):
        return Fault("drawing-broken", "this drawing can't be read to its end", "save it anew as Plain SVG")
    return None
