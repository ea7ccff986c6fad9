"""The list that translators start from holds every text that a page, a feed or a picture says, and no other."""

from __future__ import annotations

import shlex
import shutil
from contextlib import chdir
from pathlib import Path

from babel.messages.frontend import CommandLineInterface

ROOT = Path(__file__).parents[2]
TEMPLATE = "overrides/words/template.pot"
WELSH = "overrides/words/cy.po"


def recipe() -> list[list[str]]:
    """What `make words` runs."""
    lines = (ROOT / "Makefile").read_text(encoding="utf-8").split("\nwords:")[1].split("\n\n")[0].partition("\n")[2]
    return [shlex.split(line) for line in lines.replace("\\\n", " ").splitlines()]


def test_the_list_and_the_welsh_are_as_make_words_writes_them(tmp_path: Path) -> None:
    here = {TEMPLATE: tmp_path / "template.pot", WELSH: tmp_path / "cy.po"}
    shutil.copy(ROOT / WELSH, here[WELSH])
    with chdir(ROOT):
        for program, *arguments in recipe():
            assert program == "$(BIN)/pybabel"
            CommandLineInterface().run(["pybabel", *(str(here.get(one, one)) for one in arguments)])

    for name, found in here.items():
        assert found.read_text(encoding="utf-8") == (ROOT / name).read_text(encoding="utf-8"), "run: make words"
