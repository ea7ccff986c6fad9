"""A MkDocs hook: how long each stage of one build takes -> JSON in the file that $WAYMARK_STAGES names.

Measured inside the very process that builds, by noting the clock around the calls that `plugin.py` makes.
`time.monotonic` is one clock for every process of a machine, so $WAYMARK_STARTED, the parent's, gives the start-up.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from generator.content import load
from generator.content.loading import folder, source_file
from generator.engines.mkdocs import ready_files
from generator.site import build

P = ParamSpec("P")
R = TypeVar("R")

SPENT: dict[str, float] = {}


def timed(stage: str, function: Callable[P, R]) -> Callable[P, R]:
    """The function, with the seconds of each call added to its stage."""

    @wraps(function)
    def with_clock(*args: P.args, **kwargs: P.kwargs) -> R:
        begin = time.monotonic()
        try:
            return function(*args, **kwargs)
        finally:
            SPENT[stage] = SPENT.get(stage, 0.0) + time.monotonic() - begin

    return with_clock


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """All is imported and configured: the build begins."""
    SPENT["begin"] = time.monotonic()
    replaced: list[tuple[Any, str, str]] = [
        (source_file, "read_yaml", "read"),
        (folder, "read_text", "read"),
        (load, "load", "load"),
        (build, "publish", "publish"),
        (build, "campaign_pictures", "pictures"),
        (ready_files.ReadyPage, "show", "bodies"),
    ]
    for module, name, stage in replaced:
        setattr(module, name, timed(stage, getattr(module, name)))
    return config


@event_priority(100)  # before the plugin looks through the output
def on_post_build(config: MkDocsConfig) -> None:
    """The engine has written everything; the plugin looks through it next."""
    SPENT["written"] = time.monotonic()


def on_shutdown() -> None:
    """The output has been looked through: write down what each stage took, in seconds."""
    end = time.monotonic()
    if "written" not in SPENT:
        return  # the build has failed, and says why
    stages = {
        "start-up": SPENT["begin"] - float(os.environ["WAYMARK_STARTED"]),
        "read": SPENT["read"],
        "validate": SPENT["load"] - SPENT["read"],
        "render": SPENT["publish"] - SPENT["pictures"] + SPENT["bodies"],
        "pictures": SPENT["pictures"],
        "MkDocs": SPENT["written"] - SPENT["begin"] - SPENT["load"] - SPENT["publish"] - SPENT["bodies"],
        "inspect": end - SPENT["written"],
    }
    Path(os.environ["WAYMARK_STAGES"]).write_text(json.dumps(stages), encoding="utf-8")
