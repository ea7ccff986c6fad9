#!/bin/sh
# A paragraph that is nothing but a number to press is dropped; one word outside the link keeps it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check trafilatura==2.3.1 lxml_html_clean==0.4.3
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

import trafilatura

PAGE = """<html><body><main><h1>Help after crime</h1>
<p>This service listens to anyone who was hurt by crime, in their own time and in their own words, by day and by night.</p>
{}
<p>They answer in many languages, and you need not tell the police before you call them.</p></main></body></html>"""
WAYS = [
    '<p><a href="tel:+448081570000">0808 157 0000</a></p>',
    '<ul><li><a href="tel:+448081570000">0808 157 0000</a></li></ul>',
    '<p>Phone: <a href="tel:+448081570000">0808 157 0000</a></p>',
    "<p>0808 157 0000</p>",
    "<aside><p>Phone: 0808 157 0000</p></aside>",
]
seen = ["0808 157 0000" in (trafilatura.extract(PAGE.format(way)) or "") for way in WAYS]
print("trafilatura", version("trafilatura"))
print("expected: the number is in the text of the page in all five, as it is what the page is for")
for way, kept in zip(WAYS, seen):
    print(f"seen, {'kept' if kept else 'lost'}: {way}")
assert seen == [False, False, True, True, False]
PYTHON
