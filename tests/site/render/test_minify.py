"""Our scripts are the same in fewer bytes: nothing in a text or a pattern is touched, no name is lost."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.site.render.assets import minify

AWKWARD = (
    'const text = "a  b // no comment";',
    "const text = 'it\\'s  \\\\ /* no comment */';",
    "const text = `a  ${1 + 1}  b // ${`inner  ${2 * 3}`}  c`;",
    "const text = `a\n  b`;",
    "const pattern = /[/\\]]  \\/\\/ x/gu; const text = pattern.source;",
    "const a = 8; const g = 2; const text = a / g / 2;",
    "const list = [1, 2]; const text = list.map((one) => one + +one - -one).join();",
    "let n = 1; const text = n++ + ++n;",
    "const found = { alpha: 1, beta: 2 }; const { alpha, beta } = found; const text = alpha + beta;",
    "const give = ({ first, second = 2 }) => first + second; const text = give({ first: 1 });",
    "const longName = 1; const found = { longName, other: longName }; const text = found.longName + found.other;",
    "const found = { delete: 1, in: 2 }; const text = found.delete + found.in;",
    "const text = typeof 1 + void 0;",
    "const f = (x) => { if (x) return 1; else return 2; }; const text = f(0);",
    "const text = [..." + '"ab"' + "].sort().reverse().join('/');",
    "const text = ((a) => a?.b ?? 'none')(null);",
    "let text = 0; for (const each of [1, 2, 3]) text += each; for (let i = 0; i < 2; i++) { text *= 2; }",
    "const a = 1; const text = (() => { const b = a; { const a = 5; return a + b; } })();",
    'const $ = 1; const text = "$" + $ + `$${$}$`;',
)
"""Scripts as ours are; each leaves its answer in `text`. A browser runs them in tests/built_site/test_scripts.py."""


@pytest.mark.parametrize("script", AWKWARD)
def test_it_is_never_longer(script: str) -> None:
    assert len(minify(script)) <= len(script)


@pytest.mark.parametrize(
    ("script", "small"),
    [
        ("const  a =  1 ;  // why\n", "const a=1"),
        ("return  value ;", "return value"),
        ("a = b + +c;", "a=b+ +c"),
        ("a = b - --c;", "a=b- --c"),
        ("if (a) { b(); }", "if(a){b()}"),
        ("x.longName = longName;", "x.longName=longName"),
        ("const longName = 1; use(longName, x.longName);", "const a=1;use(a,x.longName)"),
        ("const longName = 1; use({ longName });", "const longName=1;use({longName})"),
        ('say("</textarea>  <pre>  a  </pre>");', 'say("</textarea>  <pre>  a  </pre>")'),
    ],
)
def test_what_goes_and_what_stays(script: str, small: str) -> None:
    assert minify(script) == small


@given(st.text(alphabet="ab  \\\"'`/$\n{}<>é", max_size=30))
@settings(deadline=None)
def test_no_text_changes_whatever_is_in_it(text: str) -> None:
    quoted = json.dumps(text, ensure_ascii=False)
    single = "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'"
    template = "`" + text.replace("\\", "\\\\").replace("`", "\\`").replace("$", "\\$") + "`"

    for one in (quoted, single, template):
        assert minify(f"say( {one} ) ;") == f"say({one})"
