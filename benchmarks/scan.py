"""What the search of a built site costs: `python -m benchmarks.scan 300 3000` prints a table.

Measured in one process, one after the other, so that the ratios hold on a machine of any speed, also on a busy one: the
whole build, the search of every file in it for everything withheld, and a bare read of the same files. All in seconds
of the processor, not of the clock.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from unittest import mock

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from benchmarks import synthetic
from benchmarks.build import environment
from generator.privacy.scan import files_in, leaks
from generator.site import check_output

HEAD = "services   files      MB    read  search   build  search/read  search/build"


def main() -> None:
    """Build each N, and print what it took."""
    arguments = argparse.ArgumentParser(description="Measure the search of synthetic sites.")
    arguments.add_argument("services", type=int, nargs="+", metavar="N", help="how many services")
    given = arguments.parse_args()
    os.environ |= environment()
    print(HEAD)
    for count in given.services:
        with tempfile.TemporaryDirectory(prefix="waymark-benchmark-") as temporary:
            print(line(Path(temporary).resolve() / "content", count))


def line(folder: Path, count: int) -> str:
    """One row of the table."""
    synthetic.write(folder, count)
    config = load_config(str(folder / "mkdocs.yml"), hooks=[])
    # The search is asked for the very things that the build asks it for.
    with mock.patch.object(check_output, "leaks", side_effect=leaks) as asked:
        whole = processor_seconds(lambda: in_a_build(config))
    (_, *withheld), _ = asked.call_args_list[0]
    site = Path(config.site_dir)
    found: list[object] = []
    search = processor_seconds(lambda: found.extend(leaks(site, *withheld)))
    assert not found, "the synthetic site shows what it withholds"
    sizes: list[int] = []
    read = processor_seconds(lambda: sizes.extend(len(Path(path).read_bytes()) for _, path in files_in(site)))
    return (
        f"{count:8} {len(sizes):7} {sum(sizes) / 1e6:7.1f} {read:7.2f} {search:7.2f} {whole:7.2f} "
        f"{search / read:12.1f} {search / whole:13.2f}"
    )


def in_a_build(config: MkDocsConfig) -> None:
    """What `mkdocs build` does."""
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    config.plugins.on_shutdown()


def processor_seconds(work: Callable[[], None]) -> float:
    """How long some work takes, of the processor: here, and in the processes over which it is spread."""
    begin = sum(os.times()[:4])
    work()
    return sum(os.times()[:4]) - begin


if __name__ == "__main__":
    main()
