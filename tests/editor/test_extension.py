"""The extension for Visual Studio Code: its own tests in Node, and whether it reads YAML as YAML is read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.editor.node import NODE, node

ROOT = Path(__file__).parents[2]
EXTENSION = ROOT / ".vscode/extensions/waymark"
TESTS = sorted(path.name for path in Path(__file__).parent.glob("*.test.js"))
CONTENT = [ROOT / "services.yaml", *sorted((ROOT / "campaigns").glob("*.md"))]
ODD = """\
'one': "a: b"   # c: d
"two words":
- {x: [1, 'it''s', p q], "y z": {deep: yes}, w:
   last}
- - nested
  - k: |
      not: a name

      nor: this
    after: >-
      folded
- plain text - with: sense
three: "over
  two: lines"
four: [a,
  b, # c
  c # d, e
  , f]
five:
  six: {}
  seven: http://example.org/#x
"""
"""What the content may have, and seldom has. An emoji stands in the next record, as VS Code counts it twice."""
EMOJI = "---\ntitle: {en: \N{WAVING HAND SIGN}\N{WAVING HAND SIGN}, cy: nid}\nruns: [{from: a}]\n---\nWords: none.\n"


def test_where_node_is_the_tests_of_the_extension_pass() -> None:
    status, said = node("--test", *TESTS) if NODE else (0, "")

    assert status == 0, "\n".join(line for line in said.splitlines() if re.match(r"\s*(not ok|[+-] |error:)", line))
    assert not NODE or "# fail 0\n" in said
    assert TESTS == ["extension.test.js", "offers.test.js"]


def test_where_node_is_the_extension_finds_each_name_and_value_of_the_content_as_a_yaml_reader_does() -> None:
    texts = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in CONTENT}
    texts |= {"odd.yaml": ODD, "campaigns/emoji.md": EMOJI}
    seen = json.loads(node("nodes.js", given=json.dumps(texts))[1]) if NODE else {}

    for path, found in seen.items():
        places = [len(texts[path][:end].encode("utf-16-le")) // 2 for end in range(len(texts[path]) + 1)]
        start, end = places.index(found["start"]), places.index(found["end"])
        tree = yaml.compose(texts[path][start:end], Loader=yaml.CSafeLoader)
        read = [(role, way, places[start + at]) for role, way, at in nodes_of(tree, [])]
        ours = [(one["role"], one["path"], one["start"]) for one in found["nodes"]]
        # A text over several lines is one value to a reader; each line of it is one to us.
        again = {(role, tuple(way)) for role, way, _ in read}
        assert [one for one in read if one not in ours] == [], path
        assert [one for one in ours if one not in read and (one[0], tuple(one[1])) not in again] == [], path


def nodes_of(node: yaml.Node, way: list[str | int]) -> Iterator[tuple[str, list[str | int], int]]:
    """The names and values of a tree: role, way from the top, place."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield "name", [*way, key.value], key.start_mark.index
            yield from nodes_of(value, [*way, key.value])
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            yield from nodes_of(value, [*way, number])
    elif node.start_mark.index != node.end_mark.index:
        yield "value", way, node.start_mark.index


def test_the_extension_is_one_that_vs_code_takes_from_the_folder_itself() -> None:
    manifest: dict[str, Any] = json.loads((EXTENSION / "package.json").read_text(encoding="utf-8"))

    assert (manifest["publisher"], manifest["name"], manifest["private"]) == ("waymark", "waymark", True)
    # The first version of VS Code that does.
    assert manifest["engines"] == {"vscode": "^1.89.0"}
    assert (EXTENSION / manifest["main"]).is_file()
    assert not {"dependencies", "devDependencies", "scripts"} & manifest.keys()
    # It runs a program of the folder: only where somebody said that they trust the folder.
    assert manifest["capabilities"]["untrustedWorkspaces"]["supported"] is False


@pytest.mark.parametrize("path", sorted(EXTENSION.glob("*.js")), ids=lambda path: path.name)
def test_the_extension_uses_nothing_but_vs_code_and_node(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert text.startswith("// ")
    assert [name for name in re.findall(r'require\("(.*?)"\)', text) if not re.match(r"vscode$|node:|\./", name)] == []
    assert not re.search(r"\b(?:fetch|https?|net)\b", text)
