"""`python -m generator` and `waymark`: the command."""

from __future__ import annotations

from generator.cli.whole_run import whole_run


def run() -> None:
    """Run it with what this process was started with."""
    whole_run()


if __name__ == "__main__":
    run()
