"""Every file that authors write -> what git, a word processor or another program left in it and nobody meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.content.source.conflict_marks import conflict_marks
from generator.content.source.syntax_errors import is_refused, unseen
from generator.content.source.text_files import is_file, read_bytes
from generator.diagnostics import HIDDEN_CHARACTER, Diagnostic, Fault, Location, quoted
from generator.model.fields.mixed_scripts import script_of
from generator.model.fields.stray_characters import UNSEEN, Stray, strays

CONFIG = "mkdocs.yml"
LINKS = "links.csv"
"""Where `waymark links` keeps the last day on which each address was good."""
NUMBERS = "numbers.csv"
"""Where `waymark links --numbers` keeps the last day on which each number stood on its page."""
APPROVALS = "approvals.csv"
"""Where `waymark approve` writes what a second person has approved."""
WRITTEN = (".md", ".yaml", ".yml", ".csv")
TEMPLATES = (".html", ".css", ".js", ".txt", ".json", ".svg", ".xml", ".po")
"""Files whose authors know HTML: they are looked through for git's marks, and for what nobody sees."""
AN_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))")
OURS_IN_CONFIG = re.compile(r"^(?:site_name|site_description):.*", re.MULTILINE)
THE_END = re.compile(r"^---[ \t]*$", re.MULTILINE)
AROUND = 20
MOST_OF_ONE = 5
"""So often one character is named in a file: whoever takes out these sees the others when checking again."""


@dataclass(frozen=True)
class LeftBehind:
    """What is to be mended before anything else can be said of the content, and what may be said beside it."""

    conflicts: tuple[Diagnostic, ...]
    strays: tuple[Diagnostic, ...]
    texts: Mapping[str, str]
    """Every text that was looked through, by file: nobody need read it again."""

    def without_doubles(self, problems: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Problems but those that name, at the start of a value, a character that is named at its own place."""
        named = {(one.location.file, hit[1]) for one in self.strays if (hit := A_NUMBER.search(one.text))}
        for one in problems:
            hit = A_NUMBER.search(one.text) if one.code == HIDDEN_CHARACTER and one not in self.strays else None
            if hit is None or (one.location.file, hit[1]) not in named:
                yield one


A_NUMBER = re.compile(r"\(U\+([0-9A-F]{4,6})\)")


def left_behind(
    root: Path, files: Iterable[str], folders: Iterable[str], drafts: Mapping[str, str], ledger: str = ""
) -> LeftBehind:
    """Look through files, and through the texts below folders.

    Args:
        root: the folder of mkdocs.yml.
        files: names from there; what is not there is said elsewhere.
        folders: names from there, of pages and of templates.
        drafts: texts that count in the place of what is on the disk.
        ledger: the table of what went out, whose own reader says what to do with two versions of it.
    """
    conflicts: list[Diagnostic] = []
    found: list[Diagnostic] = []
    texts = dict(_texts(root, files, folders, drafts))
    for file, text in texts.items():
        marks = [] if file == ledger else conflict_marks(text, file)
        conflicts += marks
        if not marks:
            found += stray_characters(text, file)
    return LeftBehind(tuple(conflicts), tuple(found), texts)


def _texts(
    root: Path, files: Iterable[str], folders: Iterable[str], drafts: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """The names and texts of files, and of every text below some folders."""
    names = dict.fromkeys([*files, *drafts])
    for folder in folders:
        inside = sorted(path for path in (root / folder).rglob("*") if path.suffix in (*WRITTEN, *TEMPLATES))
        names |= dict.fromkeys(path.relative_to(root).as_posix() for path in inside if is_file(path))
    for name in names:
        if name in drafts:
            yield name, drafts[name].replace("\r\n", "\n")
            continue
        try:
            text = read_bytes(root / name).decode("utf-8-sig")
        except (OSError, ValueError):
            continue  # said where it is read
        yield name, text.replace("\r\n", "\n").replace("\r", "\n")


def stray_characters(text: str, file: str) -> list[Diagnostic]:
    """A problem for each character that nobody meant, at its place."""
    if text.isascii() and "&" not in text and "\\" not in text and not UNSEEN.search(text):
        return []
    if not file.endswith(WRITTEN):
        return _problems([one for one in strays(text, entities=False) if one.sort in ("unseen", "mixed")], text, file)
    is_page = file.endswith(".md")
    end = THE_END.search(text, 3) if is_page and THE_END.match(text) else None
    record = end.end() if end else 0 if is_page else len(text)
    found = []
    if record:
        by_parser = not file.endswith(".csv")
        found += [one for one in strays(text[:record]) if not (by_parser and is_refused(text[one.start]))]
        found = [one for one in found if one.sort != "entity" or _is_of_an_author(text, one.start, file)]
        found += _escaped(text[:record])
    if record < len(text):
        found += [
            Stray(one.start + record, one.end + record, one.sort, one.name, one.right)
            for one in strays(text[record:], entities=False)
        ]
    return _problems(found, text, file)


def _problems(found: Iterable[Stray], text: str, file: str) -> list[Diagnostic]:
    told: dict[tuple[str, int], int] = {}
    count: dict[str, int] = {}
    problems = []
    for one in sorted(found):
        line = text.count("\n", 0, one.start)
        if told.setdefault((one.name, line), one.start) != one.start or count.get(one.name, 0) == MOST_OF_ONE:
            continue
        count[one.name] = count.get(one.name, 0) + 1
        problems.append(_problem(one, text, file, line + 1))
    return problems


def _is_of_an_author(text: str, at: int, file: str) -> bool:
    """Not in a comment, and in the engine's settings only where the words are ours: others take HTML there."""
    start = text.rfind("\n", 0, at) + 1
    if text[start:at].lstrip().startswith("#"):
        return False
    return file != CONFIG or bool(OURS_IN_CONFIG.match(text, start)) or file.endswith(".csv")


def _escaped(text: str) -> Iterator[Stray]:
    """Characters that nobody sees, written as YAML's escapes between double quotation marks."""
    for hit in AN_ESCAPE.finditer(text):
        letter = chr(min(int(hit[1] or hit[2] or hit[3], 16), 0x10FFFF))
        if UNSEEN.match(letter) and letter not in "\u200c\u200d\u200e\u200f\ufe0f":
            yield from (Stray(*hit.span(), "unseen", one.name, "") for one in strays(letter))


def _problem(one: Stray, text: str, file: str, line: int) -> Diagnostic:
    start, end = text.rfind("\n", 0, one.start) + 1, text.find("\n", one.end)
    end = min(end if end >= 0 else len(text), one.end + AROUND)
    shown = text[max(start, one.start - AROUND) : one.start], text[one.end : end]
    mark = Location(file, line, one.start - start + 1)
    said = text[one.start : one.end]
    if one.sort == "unseen":
        letter = said if len(said) == 1 else chr(int(re.sub(r"\W|[xuU]", "", said[1:]) or "0", 16))
        return unseen(letter, one.name, mark, quoted(f"{shown[0]}[U+{ord(letter):04X}]{shown[1]}"))
    if one.sort == "mixed":
        words = f"a word here mixes two alphabets: U+{ord(one.name):04X} is {script_of(one.name)}"
        fault = Fault("mixed-alphabets", words, "type the word again")
        return replace(fault.at(mark), found=quoted(one.right) if one.right else None, placeholder="")
    around = quoted(f"{shown[0]}{said}{shown[1]}")
    right = "a space" if not one.right.strip() else one.right
    if one.sort == "entity":
        fault = Fault("html-entity", f"{said} is how HTML writes {right}", f"write {right} itself")
    elif one.sort == "broken":
        fault = Fault("letter-broken", f"{said} is what is left of {right}, which broke on its way", "type it again")
    else:
        fault = Fault("letter-lost", "a letter was lost here (U+FFFD)", "type the word again")
    return replace(fault.at(mark), found=around, placeholder="")
