"""A built folder -> every file in it that holds a retired address, where somebody could follow it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.diagnostics import Diagnostic, Location
from generator.model.retired_address import RetiredAddress
from generator.privacy.address_search import Addresses
from generator.privacy.disguises import is_binary, opened, views
from generator.privacy.scan import files_in


def retired_links(folder: Path, retired: Iterable[RetiredAddress]) -> Iterator[Diagnostic]:
    """Each retired address in a file of the output or in its name, once a file.

    Args:
        folder: the built site.
        retired: the addresses that have ended.
    """
    addresses = Addresses(retired)
    for file, path in files_in(folder) if addresses.sought else ():
        data = opened(Path(path).read_bytes())
        told: set[str] = set()
        for text in (file, *([] if is_binary(data) else views(file, data))):
            if not addresses.may_be_in(text):
                continue
            for start, end, one in addresses.in_text(text):
                if one.address not in told:
                    told.add(one.address)
                    line = 1 if text is file else text.count("\n", 0, start) + 1
                    yield Diagnostic(
                        "retired-address-in-output",
                        "error",
                        Location(file, line),
                        f"{text[start:end]} is a retired address, but it is in this file",
                    )
