"""Our scripts and style files -> one script and one stylesheet to fetch, and the policy that allows these.

It reads the JavaScript that this repository writes: a semicolon after every statement. One name gets one short name
wherever it stands, so scopes stay as they are; a name that is also a key, written short in braces or before a colon,
keeps its own. The sources in `overrides/scripts` are what people read.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache, partial
from hashlib import sha256
from importlib.resources.abc import Traversable
from itertools import product

from markupsafe import Markup

from generator import urls
from generator.colours import Colours
from generator.model.fields.hours import bank_holidays
from generator.output import Asset

YEARS_AHEAD = 3


# Each file is one behaviour; each works alone, and the page works without any of them.
SCRIPT_FILES = ("hours", "freshness", "copy")


LIST_FILES = ("filters", "district", "postcode")
"""What only pages with a list or with areas to choose ask for."""


POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self' {scripts}; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'none'; base-uri 'none'"
)


def script(folder: Traversable, today: date) -> Asset:
    """The one script of every page. It knows the bank holidays of this year and the two after it."""
    parts = [plain(folder / f"{name}.js") for name in SCRIPT_FILES]
    return Asset(urls.SCRIPT, partial(_with_bank_holidays, parts, today.year))


def list_script(folder: Traversable) -> Asset:
    """The script of the pages that can be narrowed."""
    return Asset(urls.LIST_SCRIPT, lambda: "\n".join(plain(folder / f"{name}.js") for name in LIST_FILES).encode())


def _with_bank_holidays(parts: Sequence[str], year: int) -> bytes:
    years = range(year, year + YEARS_AHEAD)
    days = json.dumps([f"{day}" for year in years for day in sorted(bank_holidays(year))], separators=(",", ":"))
    return "\n".join([f"const BANK_HOLIDAYS={days};", *parts]).encode()


def inline(path: Traversable) -> Markup:
    """A script to stand in a page, as it is: the text that `policy` allows."""
    text = plain(path)
    if "</" in text:
        raise ValueError(f"{path.name} can't stand in a page: it holds </")
    return Markup(text)  # noqa: S704 # our own file, checked above


def plain(path: Traversable) -> str:
    """A script without its comment lines and indents; nothing else is touched, so it stays readable."""
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def policy(*scripts: str, preview: bool = False) -> str:
    """The Content-Security-Policy of a page in which these scripts stand.

    A `preview` also allows the engine's own script that loads the page again after a change, and a form for the day.
    """
    if preview:
        return POLICY.format(scripts="'unsafe-inline'").replace("form-action 'none'", "form-action 'self'")
    hashes = (b64encode(sha256(text.encode()).digest()).decode() for text in scripts)
    return POLICY.format(scripts=" ".join(f"'sha256-{each}'" for each in hashes))


TOKEN = re.compile(
    r"""(?P<space>\s+|//[^\n]*)
    |(?P<string>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')
    |(?P<number>\d[\w.]*)
    |(?P<name>[A-Za-z_$][\w$]*)
    |(?P<sign>=>|\.\.\.|\?\.|[=!]==|[<>+\-*/&|]?=|&&|\|\||\+\+|--|.)""",
    re.VERBOSE | re.DOTALL,
)


A_PATTERN = re.compile(r"/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\[\n])+/[a-z]*")


BEFORE_A_PATTERN = set("(,=:[!&|?{};+-*%<>") | {"=>", "&&", "||", "===", "!==", "return"}


A_WORD = re.compile(r"[\w$]")


LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


KEPT = frozenset(
    "async await break case catch const continue default delete do else false finally for function if in instanceof "
    "let new null of return switch this throw true try typeof undefined var void while".split()
)


Token = tuple[str, str]


@lru_cache(maxsize=8)
def minify(script: str) -> str:
    """The same script, in fewer bytes. Remembered: a preview asks anew after each change, mostly of another file."""
    tokens = list(_tokens(script))
    return "".join(_spaced(_renamed(tokens, _short_names(tokens))))


def _tokens(script: str) -> Iterator[Token]:
    """What a script is made of; a template's own expressions are read as script, between its texts."""
    place, before = 0, "("
    while place < len(script):
        if script[place] == "`":
            parts, place = _template(script, place)
            yield from parts
            before = "`"
            continue
        pattern = A_PATTERN.match(script, place) if before in BEFORE_A_PATTERN else None
        if script[place] == "/" and script[place + 1] != "/" and pattern:
            yield "text", pattern[0]
            place, before = pattern.end(), pattern[0]
            continue
        found = TOKEN.match(script, place)
        assert found  # noqa: S101 # the last sign takes any character
        place = found.end()
        if found.lastgroup != "space":
            before = found[0]
            yield {"name": "name", "sign": "sign"}.get(found.lastgroup or "", "text"), found[0]


def _template(script: str, start: int) -> tuple[list[Token], int]:
    parts: list[Token] = []
    place = text = start + 1
    opened = "`"
    while script[place] != "`":
        if script.startswith("${", place):
            parts.append(("text", opened + script[text:place] + "${"))
            depth, end = 1, place + 2
            while depth:
                depth += {"{": 1, "}": -1}.get(script[end], 0)
                end += 1
            parts += _tokens(script[place + 2 : end - 1])
            place = text = end
            opened = "}"
        else:
            place += 2 if script[place] == "\\" else 1
    return [*parts, ("text", f"{opened}{script[text:place]}`")], place + 1


def _short_names(tokens: Sequence[Token]) -> dict[str, str]:
    """The script's own names, those that stand most often first, each with its short name."""
    count: Counter[str] = Counter()
    declared: set[str] = set()
    keys: set[str] = set()
    brackets: list[str] = []
    declaring = False
    for number, (kind, text) in enumerate(tokens):
        before = tokens[number - 1][1] if number else ""
        after = tokens[number + 1][1] if number + 1 < len(tokens) else ""
        if kind == "sign" and text in "([{":
            brackets.append(text)
        elif kind == "sign" and text in ")]}" and brackets:
            brackets.pop()
        if text in ("const", "let"):
            declaring = True
        elif kind == "sign" and text in ("=", ";"):
            declaring = False
        if kind != "name" or text in KEPT or before in (".", "?."):
            continue
        count[text] += 1
        in_braces = bool(brackets) and brackets[-1] == "{"
        if after == ":" or (in_braces and before in ("{", ",") and after in (",", "}", "=")):
            keys.add(text)
        if declaring or after == "=>" or _is_parameter(tokens, number):
            declared.add(text)
    used = set(count) | KEPT
    free = (name for size in (1, 2) for name in map("".join, product(LETTERS, repeat=size)) if name not in used)
    own = (name for name, _ in count.most_common() if name in declared - keys and len(name) > 1)
    return dict(zip(own, free, strict=False))


def _is_parameter(tokens: Sequence[Token], number: int) -> bool:
    """Whether a name stands in the brackets before an arrow."""
    depth = 0
    for place in range(number + 1, len(tokens)):
        text = tokens[place][1] if tokens[place][0] == "sign" else ""
        depth += (text in ("(", "[", "{")) - (text in (")", "]", "}"))
        if text == ";":
            return False
        if depth < 0 and text == ")":
            return place + 1 < len(tokens) and tokens[place + 1][1] == "=>"
    return False


def _renamed(tokens: Sequence[Token], short: dict[str, str]) -> Iterator[Token]:
    before = ""
    for kind, text in tokens:
        yield kind, short.get(text, text) if kind == "name" and before not in (".", "?.") else text
        before = text


def _spaced(tokens: Iterator[Token]) -> Iterator[str]:
    """The tokens with a space only where two would become one, and no semicolon before a closing brace."""
    last = ""
    for _, text in tokens:
        if last == ";" and text != "}":
            yield last
        if text == ";":
            last = text
            continue
        if (last and A_WORD.match(last[-1]) and A_WORD.match(text[0])) or (last[-1:] in "+-/" and text[0] == last[-1:]):
            yield " "
        yield text
        last = text


# In the order of the cascade: what is general comes first.
FILES = (
    "ground",
    "type",
    "frame",
    "links",
    "finder",
    "steps",
    "search",
    "services",
    "contact",
    "campaigns",
    "standing",
    "card",
    "print",
    "print_service",
)


# A string stays as it is: what looks like a comment or like space in it is not.
A_STRING = r"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'"


STRING_OR_COMMENT = re.compile(rf"({A_STRING})|/\*.*?\*/", re.DOTALL)


STRING_OR_SPACE = re.compile(rf"({A_STRING})|\s*([{{}};,>])\s*|\s+", re.DOTALL)


def stylesheet(folder: Traversable, colours: Colours, names: Sequence[str] = FILES) -> Asset:
    """One file to fetch. `folder` holds the parts, one component a file, of which these are needed."""
    parts = [_colours(colours)]
    parts += [(folder / f"{name}.css").read_text(encoding="utf-8") for name in names]
    return Asset(urls.STYLESHEET, smaller("\n".join(parts)).encode())


def smaller(css: str) -> str:
    """CSS without comments, and without the space that means nothing."""
    css = STRING_OR_COMMENT.sub(lambda found: found[1] or "", css)
    return STRING_OR_SPACE.sub(lambda found: found[1] or found[2] or " ", css).strip()


def _colours(colours: Colours) -> str:
    return (
        f":root{{--brand:{colours.brand};--alert:{colours.alert}}}"
        f"@media (prefers-color-scheme:dark){{:root{{--brand:{colours.brand_dark}}}}}"
    )
