"""`waymark new`: a service, a campaign, a run or a post, from answers to plain questions."""

from __future__ import annotations

from typing import Any

import click

from generator.cli.context import of_the_site
from generator.cli.main import Commands

KINDS = {
    "service": "new.service",
    "campaign": "new.campaign",
    "run": "new.run",
    "post": "new.post",
}


@click.command(
    "new",
    cls=Commands,
    files=KINDS,
    help="Ask in plain words, then write a service, a campaign, a run or a post where it belongs, and check it.",
    example="waymark new service\nwaymark new campaign\nwaymark new post dating-scams",
)
@of_the_site
def command(**_: Any) -> None:
    """Each kind of record has its own questions."""
