"""Every command explains itself with an example and in whole sentences, and says where it can't work."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from generator.cli.main import COMMANDS
from generator.cli.new import KINDS
from tests.site_builder import NOW, Site, called

GROUPS = [(), ("new",)]
EACH = [*((name,) for name in COMMANDS if name != "new"), *(("new", kind) for kind in KINDS)]
WORK = {
    "confirm": ("dating-scams",),
    "sign-off": ("dating-scams",),
    "translate": ("--export", "welsh.csv"),
    "diff": ("HEAD",),
    "hand-over": ("../kit",),
    "import": ("services.csv",),
    "new": ("service", "--no-input"),
}
"""What stands behind a command's name so that it goes to work."""
NEEDS_A_SITE = [name for name in COMMANDS if name not in ("init", "schema", "offices", "index")]


@pytest.mark.parametrize("words", [*GROUPS, *EACH], ids=" ".join)
def test_help_ends_with_an_example(words: tuple[str, ...], tmp_path: Path) -> None:
    done = called([*words, "--help"], tmp_path)

    assert done.status == 0
    assert f"waymark {' '.join(words)}".strip() in done.out.split("For example:\n")[1]
    assert "--root" in done.out
    assert "--now" in done.out


@pytest.mark.parametrize("words", [*GROUPS, *EACH], ids=" ".join)
def test_no_line_of_it_is_too_long_for_a_terminal(words: tuple[str, ...], tmp_path: Path) -> None:
    assert [line for line in called([*words, "--help"], tmp_path).out.splitlines() if len(line) > 80] == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_examples_of_new_work_as_they_stand(kind: str, site: Site) -> None:
    done = called(["new", kind, "--help"], site.root)
    examples = done.out.split("For example:\n")[1].replace("\\\n", " ").splitlines()

    assert examples[1:]
    for example in examples[1:]:
        program, *words = shlex.split(example)
        done = called([*words, "--no-input", "--root", str(site.root), "--now", NOW], site.root)
        assert (program, done.status, done.err) == ("waymark", 0, "")


@pytest.mark.parametrize("words", GROUPS, ids=" ".join)
def test_the_list_of_commands_cuts_no_sentence_off(words: tuple[str, ...], tmp_path: Path) -> None:
    assert "..." not in called([*words, "--help"], tmp_path).out.split("Commands:")[1]


@pytest.mark.parametrize("name", COMMANDS)
def test_an_option_that_is_not_there_is_wrong_use(name: str, tmp_path: Path) -> None:
    done = called([name, "--no-such-option"], tmp_path)

    assert done.status == 2
    assert "Traceback" not in done.err


@pytest.mark.parametrize("name", NEEDS_A_SITE)
def test_a_folder_that_is_no_site_is_wrong_use(name: str, tmp_path: Path) -> None:
    (tmp_path / "services.csv").write_text("id,name\n", encoding="utf-8")
    done = called([name, *WORK.get(name, ())], tmp_path)

    assert done.status == 2
    assert "there is no mkdocs.yml in" in " ".join(done.err.split())


def test_a_reason_goes_on_between_two_words_in_a_terminal_and_stands_in_one_line_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "site").mkdir()
    elsewhere = called(["check", "--root", str(tmp_path / "site")], tmp_path).err
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setattr("generator.cli.console.is_a_terminal", lambda _: True)
    monkeypatch.setattr("generator.formatters.terminal.is_a_terminal", lambda _: True)
    terminal = called(["check", "--root", str(tmp_path / "site")], tmp_path).err

    assert elsewhere.splitlines()[-1].startswith("Error: there is no mkdocs.yml in ")
    assert elsewhere.splitlines()[-1].endswith("; go to the site's folder, or name it with --root")
    assert terminal.splitlines()[-2:] == ["    go to the site's folder, or name it", "    with --root"]
    assert " ".join(terminal.split()) == " ".join(elsewhere.split())
