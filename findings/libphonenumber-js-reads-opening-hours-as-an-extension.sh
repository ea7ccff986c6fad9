#!/bin/sh
# A number in a text, with a comma and its hours behind it: "24 hours" becomes extension 24, and before "9am" the number is not found.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check phonenumbers==9.0.43
cd "$folder"
npm init --yes >"$folder/npm.log"
npm install --silent --no-audit --no-fund libphonenumber-js@1.13.16
cat > texts.json <<'JSON'
["Call 0808 157 0000, Monday to Friday.", "Call 0808 157 0000, 24 hours a day.", "Call 0808 157 0000; 9 to 5.", "Call 0808 157 0000, 9am to 5pm.", "Call 0808 157 0000 (9am to 5pm)."]
JSON
cat > run.mjs <<'SCRIPT'
import { readFileSync, writeFileSync } from 'node:fs'
import { findPhoneNumbersInText } from 'libphonenumber-js/max'

const { version } = JSON.parse(readFileSync('node_modules/libphonenumber-js/package.json'))
const seen = JSON.parse(readFileSync('texts.json')).map((text) => findPhoneNumbersInText(text, 'GB').map((found) => found.number.getURI()))
writeFileSync('seen.json', JSON.stringify({ version, seen }))
SCRIPT
node run.mjs
"$folder/venv/bin/python" - <<'PYTHON'
import json
from pathlib import Path

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberMatcher

texts = json.loads(Path("texts.json").read_text())
script = json.loads(Path("seen.json").read_text())
by_python = [
    [phonenumbers.format_number(found.number, PhoneNumberFormat.RFC3966) for found in PhoneNumberMatcher(text, "GB")]
    for text in texts
]
print("libphonenumber-js", script["version"], "phonenumbers", phonenumbers.__version__)
print("expected: one number and no extension in each text, from both, as both are made after one library")
for text, javascript, python in zip(texts, script["seen"], by_python, strict=True):
    print(f"seen, {text} libphonenumber-js {javascript}, phonenumbers {python}")
number = "tel:+448081570000"
assert script["seen"] == [[number], [f"{number};ext=24"], [f"{number};ext=9"], [], [number]]
assert by_python == [["tel:+44-808-157-0000"]] * 5
PYTHON
