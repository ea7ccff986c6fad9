"""A value -> the bytes of a file of JSON."""

from __future__ import annotations

import json


def as_json(value: object) -> bytes:
    """A value on one line, each letter as it is."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
