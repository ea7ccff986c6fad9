"""A language -> how the head of its translations counts, where programs write several ways."""

from __future__ import annotations

from collections.abc import Mapping

COUNTED: Mapping[str, str] = {
    "cy": "nplurals=6; plural=(n == 0 ? 0 : n == 1 ? 1 : n == 2 ? 2 : n == 3 ? 3 : n == 6 ? 4 : 5);"
}
"""The one head of a file in a language for which programs write several, by whose places every count would be wrong.

Babel 2.18 gives Welsh five forms, and as its first the one for all other numbers; 2.19 gives it six, msginit none.
"""
