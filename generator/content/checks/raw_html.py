"""A page's HTML works under the site's own policy, and asks no other site for anything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser
from urllib.parse import urlsplit

from generator.content.analysis.needs import nothing
from generator.content.loading.content import Content
from generator.content.source.text_files import A_BOUNDARY, split
from generator.diagnostics import Diagnostic, Fault, Location, place_in, quoted

CODES = (
    "tag-stopped",
    "tags-too-deep",
    "attribute-stopped",
    "fetched-from-elsewhere",
    "link-scheme-refused",
    "html-ambiguous",
    "paragraph-too-deep",
)
NEEDS = nothing

EXTENSIONS = ("toc", "tables", "fenced_code", "attr_list", "def_list", "md_in_html")
"""What MkDocs always has, and what can make an attribute out of words."""

ELEMENTS = """
a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn
    div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main mark menu nav ol p
    picture pre q rp rt ruby s samp section small source span strike strong sub summary sup table tbody td tfoot th
    thead time tr tt u ul var wbr
"""

ALLOWED = frozenset(ELEMENTS.split())
"""Elements of words and pictures. Every other one runs, fetches, asks for something, or is a page of its own."""

EMPTY = frozenset({"br", "col", "hr", "img", "source", "wbr"})

FETCHED = frozenset({"src", "srcset", "poster", "background", "lowsrc", "dynsrc", "data", "imagesrcset"})

LINKED = frozenset({"href", "cite", "longdesc", "xlink:href", "action", "formaction", "ping"})

STOPPED = frozenset({"style", "srcdoc", "action", "formaction", "ping", "background", "http-equiv"})

SCHEMES = frozenset({"", "https", "http", "mailto", "tel", "sms"})

FROM_A_TABLE = re.compile(r"text-align: (?:left|right|center);")

A_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")

DEEPEST = 60
MOST_OPEN, MOST_TAGS, MOST_SPACES = 300, 2_000, 200


def check(content: Content) -> Iterator[Diagnostic]:
    for file, text in content.standing.texts.items():
        yield from stopped_in(text, file, content.settings.content)


@dataclass(frozen=True, slots=True)
class Stopped:
    """One thing that must go, and what to look for in the author's text to find it."""

    fault: Fault
    signs: tuple[str, ...]


def stopped_in(text: str, file: str, folder: str) -> Iterator[Diagnostic]:
    """A problem for each thing that would not work, would tell another site of the reader, or takes too long."""
    first = 1
    if A_BOUNDARY.match(text):
        try:
            parts = split(text)
        except ValueError:
            return  # said by those who read the record
        text, first = parts.words, parts.first_line
    endless = list(_endless(text, file, first))
    yield from endless
    if endless:
        return
    seen: dict[str, int] = {}
    plain = _without_code(text)
    for one in stopped(_rendered(text), folder):
        sign = next((sign for sign in one.signs if sign in plain), "")
        at = _nth(plain, sign, seen.get(sign, 0)) if sign else 0
        seen[sign] = seen.get(sign, 0) + 1
        yield one.fault.at(place_in(plain, file, at, first))


def stopped(html: str, folder: str) -> list[Stopped]:
    """The same for what an engine made of a page, without places."""
    reader = _Reader(folder)
    reader.feed(html)
    reader.close()
    return reader.found


@lru_cache(maxsize=256)  # a preview reads the pages again after each change
def _rendered(text: str) -> str:
    from markdown import Markdown  # type: ignore[import-untyped] # it brings no types

    return str(Markdown(extensions=EXTENSIONS).convert(text))


def _endless(text: str, file: str, first: int) -> Iterator[Diagnostic]:
    """Paragraphs over which Markdown would sit for minutes: so many brackets, tags or spaces mean nothing to anyone."""
    line = first
    for block in re.split(r"(\n[ \t]*\n)", text):
        deep = max((len(row) - len(row.lstrip(" \t>")) for row in block.split("\n")), default=0)
        if block.count("[") > MOST_OPEN or block.count("<") > MOST_TAGS or deep > MOST_SPACES:
            yield Diagnostic(
                "paragraph-too-deep",
                "error",
                Location(file, line),
                f"this paragraph holds over {MOST_OPEN} brackets, {MOST_TAGS} tags or {MOST_SPACES} spaces in front",
                hint="part it with an empty line, or take them out",
            )
        line += block.count("\n")


class _Reader(HTMLParser):
    """Goes through HTML, and keeps what must not be there."""

    def __init__(self, folder: str) -> None:
        super().__init__(convert_charrefs=True)
        self.folder = folder
        self.found: list[Stopped] = []
        self.deep = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at an element and its attributes."""
        start = self.get_starttag_text() or ""
        if tag not in ALLOWED:
            words = f"<{tag[:20]}> is stopped by the site's own rules for safety"
            cure = "take it out, and write a link: [Words](https://www.example.org/)"
            self._add(Fault("tag-stopped", words, cure), start, f"<{tag}")
            return
        self.deep += tag not in EMPTY
        if self.deep == DEEPEST:
            words, cure = (
                f"tags stand in tags more than {DEEPEST} deep here",
                "close those above, or write it in Markdown",
            )
            self._add(Fault("tags-too-deep", words, cure), start)
        for name, given in attrs:
            self._look(tag, name, given or "", start)

    def handle_endtag(self, tag: str) -> None:
        """Count how deep it is."""
        self.deep = max(0, self.deep - (tag in ALLOWED and tag not in EMPTY))

    def handle_comment(self, data: str) -> None:
        """A remark is no danger, but browsers differ on where one ends."""
        if "<" in data or data.startswith((">", "->")) or "--!" in data:
            self._odd(f"<!--{data[:20]}")

    def handle_decl(self, decl: str) -> None:
        """A document in a document."""
        self._odd(f"<!{decl[:20]}")

    def handle_pi(self, data: str) -> None:
        """An order to a server or to a program."""
        self._odd(f"<?{data[:20]}")

    def unknown_decl(self, data: str) -> None:
        """What browsers take for a remark, or for words."""
        self._odd(f"<![{data[:20]}")

    def _look(self, tag: str, name: str, given: str, start: str) -> None:
        table = tag in ("td", "th") and name == "style" and FROM_A_TABLE.fullmatch(given)
        if (name.startswith("on") or name in STOPPED) and not table:
            words = f"{quoted(name)} in a tag is stopped by the site's own rules for safety"
            self._add(Fault("attribute-stopped", words, "take it out"), start, f"{name}=", name)
        elif name in FETCHED and not all(map(_is_ours, given.split(",") if "srcset" in name else [given])):
            words = "this would come from another site, which then knows who reads the page"
            cure = f"put the picture into {self.folder}/images/ and write ![What it shows](images/name.png)"
            self._add(Fault("fetched-from-elsewhere", words, cure), start, given)
        elif name in LINKED and (_scheme(given) not in SCHEMES or (not _scheme(given) and not _is_ours(given))):
            words = "a link begins with https:, mailto:, tel: or sms: here"
            self._add(Fault("link-scheme-refused", words, "write [Words](https://www.example.org/)"), start, given)

    def _odd(self, start: str) -> None:
        words = "browsers do not agree on what this HTML means"
        self._add(Fault("html-ambiguous", words, "take it out, and write it in Markdown"), start, start[:4])

    def _add(self, fault: Fault, *signs: str) -> None:
        self.found.append(Stopped(fault, tuple(sign for sign in signs if sign)))


def _scheme(address: str) -> str:
    """As a browser sees it: no blank, tab or line end in it or before it counts."""
    bare = re.sub(r"[\x00-\x20\x7f-\xa0]", "", address)
    head, colon, _ = bare.partition(":")
    return head.lower() if colon and not re.search(r"[/?#]", head) else ""


def _is_ours(address: str) -> bool:
    bare = re.sub(r"[\x00-\x20\x7f-\xa0]", "", address).replace("\\", "/")
    try:
        parts = urlsplit(bare)
    except ValueError:
        return False
    return not _scheme(address) and not parts.netloc and not bare.startswith("//")


def _without_code(text: str) -> str:
    """The text with blanks where code is shown, so that nothing is looked for there."""
    rows, fence = [], ""
    for row in text.split("\n"):
        edge = A_FENCE.match(row)
        if fence or edge:
            if edge and not fence:
                fence = edge[1]
            elif edge and edge[1].startswith(fence):
                fence = ""
            row = " " * len(row)
        rows.append(row)
    return re.sub(r"`[^`\n]*`", lambda hit: " " * len(hit[0]), "\n".join(rows))


def _nth(text: str, sign: str, number: int) -> int:
    at = text.find(sign)
    for _ in range(number):
        following = text.find(sign, at + 1)
        if following < 0:
            break
        at = following
    return at
