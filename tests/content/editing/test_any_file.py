"""Whatever a file looks like: a change touches the lines it must, and no other byte."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.content.editing.document import EditError, TextLines, YamlDocument
from generator.content.editing.fields import set_field
from generator.content.editing.insert import insert
from tests.builders import ANY_INPUT

CHECK = {"on": "2026-11-20", "by": "Us", "how": "phoned"}
SECTIONS = ("areas", "organisations", "services", "sources")


@dataclass(frozen=True)
class AFile:
    text: str
    endings: tuple[str, ...]


REMARKS = st.sampled_from(["", "", "", "  # a remark", "   "])
BETWEEN = st.lists(st.sampled_from(["", "# left", "  # as far in as the list", "    # deep in", "   "]), max_size=2)


@st.composite
def a_value(draw: st.DrawFn, indent: int) -> list[str]:
    """What stands behind a name: on its line and below it."""
    pad, remark = " " * indent, draw(REMARKS)
    return draw(
        st.sampled_from(
            [
                [f" words{remark}"],
                [f" 'quoted # no remark'{remark}"],
                [" |", f"{pad}  One.", "", f"{pad}  # no remark: words"],
                [" |+", f"{pad}  Kept.", "", ""],
                [f" >-{remark}", f"{pad}  Folded,", f"{pad}  twice."],
                [" plain words", f"{pad}  and more"],
                [f" [a, b]{remark}"],
                [" [{a: b}, # one", f"{pad}  c]"],
                [remark if remark.strip() else "", f"{pad}- a", f"{pad}- b{remark}"],
                [remark if remark.strip() else "", f"{pad}  inner: words{remark}"],
                [remark],
            ]
        )
    )


@st.composite
def a_record(draw: st.DrawFn, number: int, indent: int) -> list[str]:
    """The lines of one service, its hyphen `indent` from the edge."""
    inside = indent + 2
    lines = [f"{' ' * indent}- id: s{number}"]
    for name in draw(st.lists(st.sampled_from(["name", "about", "checked", "contact"]), unique=True)):
        first, *rest = draw(a_value(inside))
        lines += [f"{' ' * inside}{name}:{first}", *rest]
        lines += draw(st.sampled_from([[], [], [""], [f"{' ' * inside}# in a record"]]))
    return lines


@st.composite
def a_file(draw: st.DrawFn) -> AFile:
    """A directory's file as somebody might have left it: two to four services between other things."""
    indent = draw(st.sampled_from([0, 2, 4]))
    lines = [*draw(BETWEEN), "areas:" + draw(REMARKS), "  uk: {name: UK}" + draw(REMARKS), *draw(BETWEEN)]
    lines += ["services:" + draw(REMARKS)]
    for number in range(draw(st.integers(2, 4))):
        lines += draw(BETWEEN) if number else []
        lines += draw(a_record(number, indent))
    lines += draw(st.sampled_from([[], [""], ["# between"], ["", "# between", ""]]))
    lines += draw(st.sampled_from([[], ["organisations:"], ["organisations: {a: {name: A}}", "# the end"]]))
    endings = draw(st.lists(st.sampled_from(["\n", "\r\n"]), min_size=1, max_size=2))
    ends = [endings[number % len(endings)] for number in range(len(lines))]
    text = "".join(line + end for line, end in zip(lines, ends, strict=True))
    if draw(st.booleans()) and not text.rstrip("\r\n").endswith(("Kept.", ":")):
        text = text.rstrip("\r\n")
    return AFile(draw(st.sampled_from(["", "\ufeff"])) + text, tuple(endings))


def whole_lines(text: str) -> list[str]:
    lines = TextLines.of(text)
    return [words + end for words, end in zip(lines.words, lines.endings, strict=True)]


def stays_around(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines of each text between those that both begin with and those that both end with."""
    old, new = whole_lines(before), whole_lines(after)
    head = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return old[head : len(old) - tail], new[head : len(new) - tail]


def without_its_ending(lines: Sequence[str]) -> list[str]:
    return [line.rstrip("\r\n") for line in lines]


@given(a_file(), st.sampled_from(SECTIONS))
@ANY_INPUT
def test_adding_records_leaves_every_line_in_place(file: AFile, section: str) -> None:
    entries = ["# why\n- id: new\n  name: New\n"] if section == "services" else ["n1:\n  name: New # why\n"]
    before = YamlDocument(file.text, "s.yaml").value
    after = insert(file.text, "s.yaml", section, entries)
    gone, new = stays_around(file.text, after)

    assert isinstance(before, dict)
    expected: dict[str, Any] = dict(before)
    if section == "services":
        expected[section] = [*before[section], {"id": "new", "name": "New"}]
    else:
        expected[section] = {**before.get(section, {}), "n1": {"name": "New"}}
    assert YamlDocument(after, "s.yaml").value == expected
    assert after.startswith("\ufeff") == file.text.startswith("\ufeff")
    assert after.endswith("\n") == file.text.endswith("\n")
    assert all(line.endswith(file.endings) for line in whole_lines(after)[:-1])
    if "{a: {name: A}}" in file.text and section == "organisations":  # between brackets: its one line gets longer
        assert len(gone) == len(new) == 1
    elif gone:  # the file had no newline at its end, so its last line got one
        assert not file.text.endswith("\n")
        assert without_its_ending(gone) == without_its_ending(new)[: len(gone)]


@given(a_file(), st.data())
@ANY_INPUT
def test_setting_a_field_leaves_every_other_line_in_place(file: AFile, data: st.DataObject) -> None:
    document = YamlDocument(file.text, "s.yaml")
    assert isinstance(document.value, dict)
    number = data.draw(st.integers(0, len(document.value["services"]) - 1))
    path = ("services", number, "checked")
    places = document.places
    after = set_field(file.text, "s.yaml", path, CHECK)
    gone, new = stays_around(file.text, after)

    expected: dict[str, Any] = {**document.value, "services": [dict(one) for one in document.value["services"]]}
    expected["services"][number]["checked"] = CHECK
    assert YamlDocument(after, "s.yaml").value == expected
    assert after.startswith("\ufeff") == file.text.startswith("\ufeff")
    assert after.endswith("\n") == file.text.endswith("\n")
    if places.has(path):
        assert len(gone) <= places.ends[path][0] - places.keys[path][0] + 1
        assert len(new) == 1
    elif gone:
        assert not file.text.endswith("\n")
        assert without_its_ending(gone) == without_its_ending(new)[:1]
    else:
        assert len(new) == 1


PIECES = [
    "services",
    "areas",
    ":",
    ": ",
    "- ",
    "  ",
    "\n",
    "\r\n",
    "\r",
    "#",
    " # c",
    "[",
    "]",
    "{",
    "}",
    ",",
    "|",
    "|+",
    ">",
]
PIECES += [
    "'",
    '"',
    "a",
    "id: a",
    "checked",
    "? ",
    "...",
    "---",
    "\ufeff",
    "\t",
    "é",
    "&x ",
    "*x",
    "!t ",
    "<<",
    "\u2028",
    "\x00",
]
ANY_TEXT = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@given(ANY_TEXT, st.sampled_from(["s.yaml", "s.md"]))
@ANY_INPUT
def test_any_text_is_changed_as_meant_or_refused(text: str, file: str) -> None:
    for prefix in ("", "---\n", "services:\n  - id: a\n    "):
        with suppress(EditError):
            after = insert(prefix + text, file, "services", ["- id: new\n"])
            assert YamlDocument(after, file).at(("services",))[-1] == {"id": "new"}  # type: ignore[index]
        with suppress(EditError):
            after = set_field(prefix + text, file, ("services", 0, "checked"), CHECK)
            assert YamlDocument(after, file).at(("services", 0, "checked")) == CHECK
