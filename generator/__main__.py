"""`python -m generator` and `waymark`: the command, with a last word for what nobody foresaw."""

from __future__ import annotations

import os
import signal
import sys

DEBUG = "WAYMARK_TRACEBACK"


def run() -> None:
    """Run the command. What is a mistake of ours ends in one line too, without a word of the content."""
    try:
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # a job that is cancelled leaves nothing half done
        from generator.cli.main import main  # here, so that Ctrl+C while it is read is no traceback either

        main()
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)  # noqa: T201 # the door
        sys.exit(1)
    except Exception as error:
        if os.environ.get(DEBUG):
            raise
        from generator.formatters.exceptions import fault

        words = "Waymark itself made a mistake; your content is not at fault. Tell whoever looks after it:"
        print(f"{words} {fault(error, words=False)}. {DEBUG}=1 shows all of it.", file=sys.stderr)  # noqa: T201 # the door
        sys.exit(2)


if __name__ == "__main__":
    run()
