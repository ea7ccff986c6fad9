"""Markdown in records -> HTML. No raw HTML, links only to allowed schemes, every link out without a referrer."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup

from generator.model.fields.link_schemes import PROSE_SCHEMES
from generator.model.fields.text import Words, in_language
from generator.model.fields.text_direction import direction

# Anything that could be Markdown. Text without it is paragraphs, which need no parser.
MARKED_UP = re.compile(r"[*_`\[\]<>&#\\!|~]|^[^\S\n]*+(?:[-+=]|\d+[.)])|^    |^ *\t|  $|:\S{0,200}//", re.MULTILINE)
A_BREAK = re.compile(r"\n(?:[ \t]*\n)+")
LED = "led"
A_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


class Prose:
    """Renders the prose of one language."""

    def __init__(self, language: str, led: Callable[[str], str] = str) -> None:
        """`led` says where a link to a page of the site leads in this language."""
        self.language = language
        self.led = led

    def html(self, text: str, under: int = 1) -> Markup:
        """Markdown as HTML. Its headings start one level below `under`, the level of the heading above it."""
        if type(text) is Words and text.spoken(self.language) != self.language:
            its_own = text.spoken(self.language)
            inside = self.html(in_language(text, its_own), under)
            return Markup('<div lang="{}" dir="{}">\n{}</div>\n').format(its_own, direction(its_own), inside)
        text = in_language(text, self.language)
        if not MARKED_UP.search(text):
            return Markup("").join(Markup("<p>{}</p>\n").format(part.strip()) for part in A_BREAK.split(text.strip()))
        return Markup(_parser(under).render(text, {LED: self.led}))  # noqa: S704 # html is off: the parser escapes


@lru_cache(maxsize=8)
def _parser(under: int) -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}, renderer_cls=_Renderer)
    parser.validateLink = _may_link  # type: ignore[method-assign]
    parser.options["under"] = under
    parser.disable(["image", "html_block", "html_inline"])
    return parser


def _may_link(url: str) -> bool:
    scheme = A_SCHEME.match(url.strip())
    return scheme is None or scheme[1].lower() in PROSE_SCHEMES


class _Renderer(RendererHTML):
    """The library's renderer, with our heading levels and our links."""

    def link_open(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
        token = tokens[index]
        if LED in env:
            token.attrSet("href", env[LED](str(token.attrGet("href"))))
        if "//" in str(token.attrGet("href")):
            token.attrSet("rel", "noreferrer noopener")
        return self.renderToken(tokens, index, options, env)

    def heading_open(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
        return f"<{_level(tokens[index], options)}>"

    def heading_close(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
        return f"</{_level(tokens[index], options)}>\n"


def _level(token: Token, options: OptionsDict) -> str:
    under = int(options.get("under", 1))
    return f"h{min(6, max(under + 1, int(token.tag[1]) + under - 1))}"
