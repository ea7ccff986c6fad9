"""A file of model/data/ -> its texts that the public reads, in the form that Babel asks for: `make words` runs this."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import IO, Any

from generator.content.loading.shipped import read_crisis, read_vocabulary, shipped_lines
from generator.content.loading.steps_of_crimes import shipped_steps
from generator.l10n.localise import Shipped

READERS: dict[str, Callable[[Shipped], object]] = {
    "vocabulary.yaml": lambda shipped: shipped.vocabulary(read_vocabulary()),
    "emergency.yaml": lambda shipped: shipped.emergency(shipped_lines()),
    "crisis.yaml": lambda shipped: shipped.crisis(read_crisis()),
}


def words_to_translate(file: IO[bytes], *_: Any, **__: Any) -> Iterator[tuple[int, None, str, list[str]]]:
    """Every text of one of these files, as whoever translates them later asks for it."""
    found: list[str] = []

    def note(text: str) -> str:
        found.append(text)
        return text

    path, shipped = PurePath(file.name), Shipped(note, "en")
    if path.suffix == ".md":
        shipped.first_steps(shipped_steps()[path.stem])
    else:
        READERS[path.name](shipped)
    for number, text in enumerate(found, 1):
        yield number, None, text, []
