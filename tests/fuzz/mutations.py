"""Good records -> records with something wrong; good files -> files with wrong bytes: what a fuzzer feeds in."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

Path = tuple[Any, ...]

DEEP: Any = "x"
for _ in range(40):
    DEEP = [DEEP]

JUNK: tuple[Any, ...] = (
    *(None, "", " ", "-", "~", ":", "#", "*a", "&a", "!a", "|", "[", "{", "'", '"', "<<", "---", "..."),
    *(
        "x" * 5_000,
        "x y " * 200,
        "no",
        "true",
        "null",
        "0",
        "-1",
        "1e400",
        "9" * 400,
        "0x10",
        "1_000",
        "٣",
        "２",
        "²",
        "Ⅷ",
    ),
    *("\x00", "\x1b[31m", "\u202e", "\ufeff", "\u2028", "\x85", "a\tb", "a\nb", "é\u0301" * 30, "👩‍👩‍👧", "مساعدة"),
    *(
        "2027-02-30",
        "0001-01-01",
        "9999-12-31",
        "2027-03-28 01:30",
        "2027-10-31 01:30",
        "2027-02-01 24:00",
        "２０２７-02-01",
    ),
    *("24/7", "Mo-Fr 25:00-26:00", "Mo-Su 00:00-24:00; PH off", "Fr-Mo 22:00-02:00", "PH", "; ;", "Mo[1] 09:00-10:00"),
    *("999", "+44", "0" * 40, "0845 30 30 900", "18001 0300 303 0554", "07000 000000", "٠٣٠٠", "01632 960001"),
    *("https://", "https://a", "http://[::1", "https://a.org:99999/", "javascript:alert(1)", "a@b", "a@b.org", "//x"),
    *(
        "<b>",
        "<!--",
        "[x](javascript:y)",
        "[x]: data:y",
        "```",
        "{{ x }}",
        "{% raw %}",
        "%s",
        "../../etc",
        "images/a.png",
    ),
    *(
        "any-crime",
        "victim-hub",
        "cumbria",
        "everyone",
        "harbour",
        "S000",
        "en",
        "Not An Id",
        "a" * 81,
        "1.4.3 Contrast",
    ),
    *(0, -1, 10**30, 1.5, True, False, [], {}, [[]], [{}], {"": ""}, {"en": ""}, {"en": "x", "cy": 1}, {"xx-": "x"}),
    *(["x"] * 300, {"a": {"b": {"c": ["d"]}}}, {str(n): n for n in range(200)}, DEEP),
)
"""Values of every kind that a field might hold by mistake, or by malice."""
NAMES = (
    "",
    "id",
    "name",
    "x",
    "words",
    "from",
    "to",
    "checked",
    "[key]",
    "en",
    "services",
    "0",
    "é",
    "a: b",
    "a\nb",
    "<<",
    "#",
)


A_WRONG_VALUE = st.sampled_from(JUNK).map(copy.deepcopy)


@st.composite
def spoiled(draw: st.DrawFn, good: Any) -> Any:
    """A tree with one to three things wrong: a value replaced, taken out, wrapped, or moved; a field too many."""
    tree = copy.deepcopy(good)
    for _ in range(draw(st.integers(1, 3))):
        places = list(_places(tree, ()))
        if not places:
            return draw(A_WRONG_VALUE)
        *path, last = places[draw(st.integers(0, len(places) - 1))]
        around = tree
        for part in path:
            around = around[part]
        how = draw(st.integers(0, 7))
        if how == 0:
            del around[last]
        elif how == 1:
            around[last] = [around[last]]
        elif how == 2:
            around[last] = {draw(st.sampled_from(NAMES)): around[last]}
        elif how == 3 and isinstance(around, dict):
            around[draw(st.sampled_from(NAMES))] = draw(A_WRONG_VALUE)
        elif how == 3 or (how == 4 and isinstance(around, list)):
            around.append(copy.deepcopy(around[last]))
        elif how == 4:
            around[last] = str(around[last]) + str(draw(A_WRONG_VALUE))[:40]
        else:
            around[last] = draw(A_WRONG_VALUE)
    return tree


def written(tree: Any) -> str:
    """A tree as YAML: JSON on as many lines as it has values, so that a place in it means something."""
    return json.dumps(tree, ensure_ascii=False, indent=1)


@st.composite
def damaged(draw: st.DrawFn, good: bytes) -> bytes:
    """A file in which some bytes were lost, doubled, or replaced."""
    data = bytearray(good)
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(data)))
        length = draw(st.integers(0, 12))
        data[at : at + length] = draw(st.sampled_from(PIECES))
    return bytes(data)


PIECES: tuple[bytes, ...] = (
    *(
        b"",
        b"\x00",
        b"\xff\xfe",
        b"\xc3",
        b"\xed\xa0\x80",
        b"\xe2\x80\xa8",
        b"\xef\xbb\xbf",
        b"\r",
        b"\r\n",
        b"\n",
        b"\n\n",
    ),
    *(
        b"\t",
        b" ",
        b"  - ",
        b": ",
        b":",
        b"#",
        b" #",
        b"- ",
        b"---\n",
        b"\n---\n",
        b"...\n",
        b"'",
        b'"',
        b"[",
        b"]",
        b"{",
        b"}",
    ),
    *(
        b"*a",
        b"&a ",
        b"!!python/object ",
        b"<<: *a\n",
        b"|\n",
        b">-\n",
        b"%YAML 9\n",
        b"? ",
        b"@",
        b"`",
        b",",
        b"\\",
        b"x" * 400,
    ),
    *(
        b"\n  \tx: y\n",
        b"[" * 60,
        b"{a: " * 30,
        b"\x1b[2J",
        b"\x85",
        b"\xc2\x85",
        b"999999999999999999999",
        b"no",
        b"2027-02-30",
    ),
)


def _places(tree: Any, path: Path) -> Iterator[Path]:
    if isinstance(tree, dict):
        for name, value in tree.items():
            yield (*path, name)
            yield from _places(value, (*path, name))
    elif isinstance(tree, list) and len(path) < 12:
        for number, value in enumerate(tree[:20]):
            yield (*path, number)
            yield from _places(value, (*path, number))
