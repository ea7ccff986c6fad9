"""The list that translators start from holds every text that a page, a feed or a picture says, and no other."""

from __future__ import annotations

import shlex
from contextlib import chdir
from pathlib import Path

from babel.messages.frontend import CommandLineInterface

ROOT = Path(__file__).parents[2]
TEMPLATE = "overrides/words/template.pot"


def recipe() -> list[str]:
    """What `make words` runs."""
    lines = (ROOT / "Makefile").read_text(encoding="utf-8").split("\nwords:")[1].split("\n\n")[0].partition("\n")[2]
    return shlex.split(lines.replace("\\\n", " "))


def test_the_list_is_as_make_words_writes_it(tmp_path: Path) -> None:
    program, *arguments = recipe()
    assert program == "$(BIN)/pybabel"
    found = tmp_path / "template.pot"
    with chdir(ROOT):
        CommandLineInterface().run(["pybabel", *(str(found) if one == TEMPLATE else one for one in arguments)])

    assert found.read_text(encoding="utf-8") == (ROOT / TEMPLATE).read_text(encoding="utf-8"), "run: make words"
