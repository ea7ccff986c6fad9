"""Every word in a template, a script or what makes pages is a translator's, also in states that no test is in."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment

from tests.l10n.output_texts import html, script
from tests.l10n.test_every_word import NAMES, not_translated

ROOT = Path(__file__).parents[2]
FOR_STAFF = ("preview/", "staff/")
"""Templates that the public never sees: a preview's frame, and the plan."""
TEMPLATES = sorted(
    path
    for path in (ROOT / "overrides").rglob("*.html")
    if not path.relative_to(ROOT / "overrides").as_posix().startswith(FOR_STAFF)
)
SCRIPTS = sorted((ROOT / "overrides" / "scripts").rglob("*.js"))
MODULES = sorted(path for room in ("site/*", "site/*/*", "l10n") for path in (ROOT / "generator").glob(f"{room}/*.py"))
"""What makes each thing that leaves. The files of site/ itself put it together, and say what is wrong to staff."""
LEXER = Environment(extensions=["jinja2.ext.i18n"], trim_blocks=True, lstrip_blocks=True, autoescape=True)
A_VALUE = "\N{OBJECT REPLACEMENT CHARACTER}"
WORDS = re.compile(r"[A-Za-z]{2,}[,.:;]? [A-Za-z]{2,}|^[A-Z][a-z]{2,}$|: [a-z]{2,}")
A_TAG = re.compile(r"<[^<>]*>?")
TRANSLATORS = {"_", "say", "gettext", "ngettext", "pgettext", "plural"}
SAID_TO_STAFF = {
    "failures.py": "which template fails",
    "openapi.py": "what a document for programmers says of the fields of a feed",
    "po_file.py": "a slip in a translation",
    "slips.py": "what is right in the place of a slip in Welsh",
    "standing_pages.py": "a link in a standing page that leads nowhere",
}
"""Files that also say something to whoever builds the site, in English as all that `check` says."""
NO_TEXT = {
    " (date to confirm)": "in the calendar for staff alone",
    ": plan for staff": "in the calendar for staff alone",
    "Waymark": NAMES["Waymark"],
    "Term": "a type",
    "Open Referral UK": NAMES["Open Referral UK"],
    "Data Package": NAMES["Data Package"],
    **dict.fromkeys(("Dataset", "Organization", "Service"), "a word of schema.org"),
    "Place": "a word of schema.org",
    **dict.fromkeys(("Feature", "Point"), "a word of GeoJSON"),
    "import json": "Python, to copy",
    "temporarily closed": "a word of Open Referral, whatever the language",
    "async await break": "words of JavaScript",
    "const BANK_HOLIDAYS=": "JavaScript",
    "const plain=(": "JavaScript",
    "export default(": "JavaScript",
    '(()=>{"use strict";': "JavaScript",
    "return elementsFor;};": "JavaScript",
    "public, max-age=300": "a header",
    "noreferrer noopener": "an attribute",
    "Ionawr Chwefror": "the months of Welsh dates",
    "Iaith Arwyddion Prydain": "a language's name in Welsh",
    "Tsieineeg": "a language's name in Welsh",
    "Bengali": "a language's name, as Babel has those of others",
    "I need an interpreter. I speak %s.": "what a reader says in English, on any site",
    "British Sign Language": "a language's name, as Babel has those of others",
    "a ac ag": "the Welsh words that a Welsh search passes over",
    "alone app because": "English words that say nothing of a crime, by themselves or two by two",
    "a about after": "the English words that an English search passes over",
}
"""How strings begin that look like words and are none, or are for staff; and what they are."""


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def without_code(source: str) -> str:
    """A template's own HTML: what it puts in, and what it has translated, stands as one sign each."""
    kept: list[str] = []
    block = translated = ""
    for _, kind, text in LEXER.lex(source):
        if kind in ("block_begin", "variable_begin"):
            block = "first"
            kept.append(A_VALUE)
        elif kind == "name" and block == "first":
            translated = {"trans": "yes", "endtrans": ""}.get(text, translated)
            block = ""
        elif kind == "data" and not translated:
            kept.append(text)
    return "".join(kept)


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_a_template_has_no_words_but_those_to_translate(path: Path) -> None:
    found = [
        text for where, text in html(without_code(path.read_text(encoding="utf-8")).encode()) if not_translated(text)
    ]

    assert found == []


def test_words_that_a_template_would_say_in_english_are_seen() -> None:
    source = (
        '<p title="Help">{% trans %}Yes{% endtrans %} Call {{ way }} <b aria-label="To {{ x }}">{% if a %}On{% endif %}'
        '</b><a class="no" href="/no/">{% trans n=1 %}No {{ n }}{% endtrans %}</a></p>'
    )
    found = [text for _, text in html(without_code(source).encode()) if not_translated(text)]

    assert sorted(text.replace(A_VALUE, "").strip() for text in found) == ["Call", "Help", "On", "To"]


@pytest.mark.parametrize("path", SCRIPTS, ids=name_of)
def test_a_script_has_no_words_of_its_own(path: Path) -> None:
    assert [text for _, text in script(path.read_bytes())] == []


def test_words_that_a_script_would_say_in_english_are_seen() -> None:
    source = b"""
    // nothing "To see here"
    const a = text.replace(/"[^"]* or '/g, ""), b = `Open until ${time}`, c = { className: "card page" };
    link.textContent = "continue"; status.title = 'now'; document.querySelector("p.one > a[data-leave]");
    """

    assert [text for _, text in script(source)] == ["Open until  ", "continue", "now"]


def strings_in(source: str) -> Iterator[str]:
    """The strings of a module that look like words: no docstring, nothing that is translated or raised."""
    tree = ast.parse(source)
    left_out: set[ast.AST] = set()
    for node in ast.walk(tree):
        is_docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        called = node.func if isinstance(node, ast.Call) else None
        name = called.id if isinstance(called, ast.Name) else called.attr if isinstance(called, ast.Attribute) else ""
        if is_docstring or isinstance(node, ast.Raise) or name in TRANSLATORS | {"compile"}:
            left_out.update(ast.walk(node))
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) and node not in left_out else ""
        if isinstance(text, str) and WORDS.search(A_TAG.sub(" ", text)):
            yield text


@pytest.mark.parametrize("path", [path for path in MODULES if path.name not in SAID_TO_STAFF], ids=name_of)
def test_what_makes_pages_and_feeds_says_nothing_that_is_not_translated(path: Path) -> None:
    found = strings_in(path.read_text(encoding="utf-8"))

    assert [text for text in found if not text.startswith(tuple(NO_TEXT))] == []


def test_words_that_a_module_would_say_in_english_are_seen() -> None:
    source = (
        '"""A file."""\ntitle = f"{site}: posts for {name}"\na = _("Yes, all")\nraise ValueError("It is")\nb = "class"'
    )

    assert list(strings_in(source)) == [": posts for "]


def test_each_exception_is_still_needed() -> None:
    texts = {text for path in MODULES for text in strings_in(path.read_text(encoding="utf-8"))}

    assert [start for start in NO_TEXT if not any(text.startswith(start) for text in texts)] == []
    assert {path.name for path in MODULES} >= SAID_TO_STAFF.keys()
