"""What a command made -> the file that somebody asked for, whole or not at all, or the terminal."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

import click


def hand_over(data: bytes, to: Path | None) -> None:
    """Write bytes to a file, over an older one; without a file, to standard output. UsageError where that can't be."""
    if to is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    fresh = to.with_name(f".{to.name}.{os.getpid()}.new")
    try:
        fresh.write_bytes(data)
        fresh.replace(to)
    except OSError as error:
        raise click.UsageError(f"{to} can't be written: {error.strerror}; name another file with --to") from None
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
    click.echo(f"Written: {to}")
