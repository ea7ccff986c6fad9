"""The words behind `waymark` -> one run of it, with a last word for what nobody foresaw."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence

DEBUG = "WAYMARK_TRACEBACK"


def whole_run(words: Sequence[str] | None = None) -> None:
    """Run the command. What is a mistake of ours ends in one line too, without a word of the content.

    Args:
        words: what stands behind the command's name; what this process was started with, where none are given.
    """
    try:
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # a job that is cancelled leaves nothing half done
        from generator.cli.main import main  # here, so that Ctrl+C while it is read is no traceback either

        main() if words is None else main(list(words), "waymark")
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)  # noqa: T201 # the door
        sys.exit(1)
    except Exception as error:
        if os.environ.get(DEBUG):
            raise
        from generator.formatters.exceptions import fault

        told = "Waymark itself made a mistake; your content is not at fault. Tell whoever looks after it:"
        print(f"{told} {fault(error, words=False)}. {DEBUG}=1 shows all of it.", file=sys.stderr)  # noqa: T201 # the door
        sys.exit(2)
