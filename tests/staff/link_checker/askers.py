"""Limits and a pause -> something that asks, for tests: patient or hasty, and never asleep."""

from __future__ import annotations

import socket
import time
from datetime import UTC, datetime
from typing import Any

from generator.staff.link_checker.checker import Asker
from generator.staff.link_checker.transport import Limits, Turns
from tests.site_builder import PATIENCE

PATIENT = Limits(connect=PATIENCE, read=PATIENCE, whole=PATIENCE)
HASTY = Limits(read=0.1, whole=0.2, tries=2)
"""For what never answers: however busy the machine is, waiting longer would change nothing."""
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def no_such_host(*_: object, **__: object) -> None:
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")


def an_asker(slept: list[float] | None = None, limits: Limits = PATIENT, **changes: Any) -> Asker:
    """One that may ask this machine, and that writes down how long it would have slept."""
    turns = Turns(0, time.monotonic, (slept if slept is not None else []).append)
    return Asker("Waymark tests", turns, lambda: NOON, limits, **({"allow_local": True} | changes))
