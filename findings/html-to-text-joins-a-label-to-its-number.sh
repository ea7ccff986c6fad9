#!/bin/sh
# A list of facts (dl): of four programs that make text of a page, two write the label and the number as one, so that "Option 2" dials.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check inscriptis==2.7.6 markdownify==1.2.3
cd "$folder"
npm init --yes >"$folder/npm.log"
npm install --silent --no-audit --no-fund html-to-text@10.0.1 turndown@7.2.4
cat > page.html <<'HTML'
<dl><dt>Option 2</dt><dd>0808 157 0000</dd><dt>Hours</dt><dd>9am to 5pm</dd></dl>
HTML
cat > run.mjs <<'SCRIPT'
import { readFileSync, writeFileSync } from 'node:fs'
import { convert } from 'html-to-text'
import Turndown from 'turndown'

const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version
const page = readFileSync('page.html', 'utf8').trim()
const seen = { 'html-to-text': convert(page), turndown: new Turndown().turndown(page) }
writeFileSync('seen.json', JSON.stringify(Object.entries(seen).map(([name, text]) => [name, version(name), text])))
SCRIPT
node run.mjs
"$folder/venv/bin/python" - <<'PYTHON'
import json
from importlib.metadata import version
from pathlib import Path

import inscriptis
import markdownify

page = Path("page.html").read_text().strip()
seen = json.loads(Path("seen.json").read_text())
seen += [[name, version(name), make(page)] for name, make in (("inscriptis", inscriptis.get_text), ("markdownify", markdownify.markdownify))]
print("expected: a line for each label and each fact, or at least a space between them, as a browser shows them")
for name, number, text in seen:
    print(f"seen, {name} {number}: {text!r}")
joined = "Option 20808 157 0000Hours9am to 5pm"
assert [text.strip() == joined for _, _, text in seen] == [True, False, True, False]
assert all("Option 2\n" in text for name, _, text in seen if name in ("turndown", "markdownify"))
PYTHON
