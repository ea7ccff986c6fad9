"""What to do in danger, as it ships, and an office's own lines -> the lines of its site, and what to take out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from typing import IO, Any

from generator.model.emergency import Emergency, ShippedLines
from generator.model.phone import digits_of
from generator.model.retired_addresses import RetiredAddresses
from generator.problems import ContentError, Problem, quoted
from generator.reading.directory import Directory
from generator.reading.source import Source

FILE = "emergency.yaml"


@lru_cache(maxsize=1)
def shipped_lines() -> tuple[Emergency, ...]:
    """Every line that each site has. ContentError where the file that came with Waymark was changed and is wrong."""
    return _read(resources.files("generator.model").joinpath(FILE).read_text(encoding="utf-8"))


def _read(text: str) -> tuple[Emergency, ...]:
    problems: list[Problem] = []
    source = Source(text, f"generator/model/{FILE}", problems)
    shipped = source.record(ShippedLines, source.value, (), problems)
    if shipped is None:
        raise ContentError(problems)
    return shipped.lines


def lines_of_site(directory: Directory) -> tuple[Emergency, ...]:
    """The lines that ship, and after them the office's own that repeat none of them."""
    own = (found.record for found in directory.emergency)
    return (*shipped_lines(), *(line for line in own if _repeated(line) is None))


def advice_on_lines(directory: Directory) -> Iterator[Problem]:
    """A word on each line of the office that the site leaves out."""
    for found in directory.emergency:
        if shipped := _repeated(found.record):
            words = f"{quoted(shipped.say)} comes with Waymark, and the site shows that; take this line out"
            yield Problem(found.at("say"), words)


def ended_by_an_office(directory: Directory) -> Iterator[Problem]:
    """A problem for each record that would retire a number or an address of a line that ships."""
    for number in directory.retired_numbers:
        if any(line.phone and line.phone.called == digits_of(number.record.number) for line in shipped_lines()):
            words = f"{quoted(number.record.number)} comes with Waymark, and no site can retire it; take this out"
            yield Problem(number.at("number"), words)
    for one in directory.retired_addresses:
        ended = RetiredAddresses([one.record])
        if any(line.link and any(ended.in_text(line.link)) for line in shipped_lines()):
            words = f"{quoted(one.record.address)} comes with Waymark, and no site can retire it; take this out"
            yield Problem(one.at("address"), words)


def words_to_translate(file: IO[bytes], *_: Any, **__: Any) -> Iterator[tuple[int, None, str, list[str]]]:
    """What `make words` reads in the file of these lines, in the form that Babel asks for."""
    for number, line in enumerate(_read(file.read().decode("utf-8")), 1):
        yield number, None, str(line.say), []
        yield number, None, str(line.text), []


def _repeated(own: Emergency) -> Emergency | None:
    return next((line for line in shipped_lines() if own.repeats(line)), None)
