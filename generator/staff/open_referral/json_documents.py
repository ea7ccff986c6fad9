"""Bytes of a file or an answer -> the JSON in them; or why it is not taken, in words for staff."""

from __future__ import annotations

import json
from typing import Any

from generator.diagnostics import WaymarkError

MOST_BYTES = 20_000_000
MEGABYTES = MOST_BYTES // 1_000_000


class FeedError(WaymarkError):
    """A feed, or one document of it, can't be read. Says what was found, and what to do."""


def read_json(data: bytes, name: str) -> Any:
    """A document of JSON, or one with a value on each line: then all of them in a list.

    Args:
        data: everything that came.
        name: what to call it.

    Raises:
        FeedError: where it is too long, or none of the two.
    """
    if len(data) > MOST_BYTES:
        raise FeedError(f"{name} has more than {MEGABYTES} MB; ask whoever keeps it for a part of it")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FeedError(f"{name} is not text in UTF-8; a feed of Open Referral is") from None
    try:
        return json.loads(text)
    except RecursionError:
        raise FeedError(f"{name} has lists within lists without end; no feed of Open Referral has") from None
    except json.JSONDecodeError as error:
        lines = [line for line in text.split("\n") if line.strip()]
        if len(lines) > 1 and error.msg == "Extra data" and lines[0].lstrip().startswith("{"):
            return [_line(line, number, name) for number, line in enumerate(lines, 1)]
        if text.lstrip()[:1] == "<":
            raise FeedError(f"{name} is a web page; the address of a feed ends in /services") from None
        raise FeedError(f"{name} is not JSON: line {error.lineno} does not read") from None
    except ValueError:
        raise FeedError(f"{name} is not JSON that can be read: it holds a number without end") from None


def _line(line: str, number: int, name: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        raise FeedError(f"{name} is not JSON: line {number} does not read") from None
