#!/bin/sh
# A number with an extension, as the standard for vCards itself writes it: one library reads two values, one adds a backslash to it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check vobject==0.9.9
cd "$folder"
npm init --yes >"$folder/npm.log"
npm install --silent --no-audit --no-fund vcard-parser@1.0.0 vcard4@4.0.5
cat > write.mjs <<'SCRIPT'
import { writeFileSync } from 'node:fs'

const lines = ['BEGIN:VCARD', 'VERSION:4.0', 'FN:Helpline', 'TEL;VALUE=uri;TYPE="voice,text":tel:+44-808-157-0000;ext=102', 'END:VCARD', '']
writeFileSync('sent.vcf', lines.join('\r\n'))
SCRIPT
cat > run.mjs <<'SCRIPT'
import { readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'vcard4'
import parser from 'vcard-parser'

const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version
const sent = readFileSync('sent.vcf', 'utf8')
const seen = { 'vcard-parser': parser.parse(sent).tel[0].value, vcard4: parse(sent).getProperty('TEL')[0].value }
writeFileSync('seen.json', JSON.stringify(Object.entries(seen).map(([name, value]) => [`${name} ${version(name)}`, value])))
SCRIPT
node write.mjs
node run.mjs
"$folder/venv/bin/python" - <<'PYTHON'
import json
from importlib.metadata import version
from pathlib import Path

import vobject

card = vobject.readOne(Path("sent.vcf").read_bytes().decode())
again = vobject.readOne(card.serialize())
written = next(line for line in card.serialize().splitlines() if line.startswith("TEL")).partition(":")[2]
seen = [value for value in json.loads(Path("seen.json").read_text())]
seen += [[f"vobject {version('vobject')}, read", card.tel.value], [f"vobject {version('vobject')}, written again", written]]
number = "tel:+44-808-157-0000;ext=102"
print(f"expected: {number}, from each (RFC 6350, 6.4.1, has one like it as its example)")
for name, value in seen:
    print(f"seen, {name}: {value}")
assert [value for _, value in seen] == [number.split(";"), number, number, number.replace(";", "\\;")]
PYTHON
