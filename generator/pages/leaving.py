"""The neutral page that Back leads to after someone has left: a document of its own, with nothing of ours on it."""

from __future__ import annotations

from pathlib import Path

from generator.model import addresses
from generator.model.direction import direction
from generator.outputs import Download
from generator.pages.scripts import inline, policy
from generator.pages.templates import Templates


def neutral_page(templates: Templates, scripts: Path) -> Download:
    """`/exit/`: no brand, no words about crime, one link to the exit page."""
    script = inline(scripts / "neutral.js")
    text = templates.environment.get_template("exit.html").render(
        language=templates.settings.language,
        direction=direction(templates.settings.language),
        exit=templates.settings.exit_page,
        script=script,
        policy=policy(script),
    )
    return Download(f"{addresses.EXIT}index.html", text.encode())
