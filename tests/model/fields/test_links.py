from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.model.fields.link_schemes import schemes_in
from generator.model.fields.text import Prose
from tests.builders import ANY_INPUT


@pytest.mark.parametrize(
    "text",
    [
        "[help](https://example.org)",
        "[help](http://example.org 'a title: here')",
        "[write](mailto:help@example.org)",
        "[call](tel:+443001234567)",
        "[here](/services/)",
        "[here](../services/#top)",
        "<https://example.org>",
        "[help][1]\n\n[1]: https://example.org",
        "We say: javascript: is a word too.",
        "Open: Monday [to Friday]: 9 to 5",
        "See [this](https://example.org/a?x=data:1)",
        "Reply [yes]: it is free",
    ],
)
def test_safe_links_and_plain_words_pass(text: str) -> None:
    assert TypeAdapter(Prose).validate_python(text) == text


@pytest.mark.parametrize(
    ("text", "scheme"),
    [
        ("[x](javascript:alert(1))", "javascript"),
        ("![x](javascript:alert(1))", "javascript"),
        ("[x](JaVaScRiPt:alert(1))", "javascript"),
        ("[x](  javascript:alert(1))", "javascript"),
        ("[x](\njavascript:alert(1))", "javascript"),
        ("[x](<javascript:alert(1)>)", "javascript"),
        ("[x](java\tscript:alert(1))", "javascript"),
        ("[x](java\nscript:alert(1))", "javascript"),
        ("[x](<java\tscript:alert(1)>)", "javascript"),
        ("[x](\x01javascript:alert(1))", "javascript"),
        ("[x](&#106;avascript:alert(1))", "javascript"),
        ("[x](&#x6A;avascript:alert(1))", "javascript"),
        ("[x](&#0000106avascript:alert(1))", "javascript"),
        ("[x](javascript&colon;alert(1))", "javascript"),
        ("[x](java&Tab;script:alert(1))", "javascript"),
        ("[x](java&NewLine;script:alert(1))", "javascript"),
        ("[x](&amp;#106;avascript:alert(1))", "javascript"),
        ("[x](javascript\\:alert(1))", "javascript"),
        ("[x](\u200bjavascript:alert(1))", "javascript"),
        ("[x][1]\n\n[1]: javascript:alert(1)", "javascript"),
        ("[x][1]\n\n[1]:\n  javascript:alert(1)", "javascript"),
        ("[x][1]\n\n[1]: <javascript:alert(1)>", "javascript"),
        ("> [1]: javascript:alert(1)", "javascript"),
        ("- [1]: javascript:alert(1)", "javascript"),
        ("1. [1]: javascript:alert(1)", "javascript"),
        ("<javascript:alert(1)>", "javascript"),
        ("[[x](https://a.org)](javascript:alert(1))", "javascript"),
        ("[x](data:text/html;base64,PHN2Zz4=)", "data"),
        ("[x](vbscript:msgbox(1))", "vbscript"),
        ("[x](file:///etc/passwd)", "file"),
        ("[x](ftp://example.org)", "ftp"),
        ("[x](intent://scan/#Intent;end)", "intent"),
        ("fine [a](https://a.org), not [b](blob:https://a.org)", "blob"),
    ],
)
def test_other_links_are_refused_however_they_are_disguised(text: str, scheme: str) -> None:
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(Prose).validate_python(text)

    words = str(refused.value.errors()[0]["ctx"]["error"])
    assert words == f"'{scheme}:' links are not published; write https://www.example.org"


@ANY_INPUT
@given(st.text("[](): <>&#;\n\tjavascript"))
def test_any_text_is_searched(text: str) -> None:
    assert all(scheme == scheme.lower() for scheme in schemes_in(text))
