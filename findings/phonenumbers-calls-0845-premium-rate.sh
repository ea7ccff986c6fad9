#!/bin/sh
# Numbers that begin with 084 or 0870 are of the kind of 09 numbers, premium rate: no number of Britain is of the kind "shared cost".
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check phonenumbers==9.0.43
cd "$folder"
npm init --yes >"$folder/npm.log"
npm install --silent --no-audit --no-fund libphonenumber-js@1.13.16
cat > run.mjs <<'SCRIPT'
import { readFileSync, writeFileSync } from 'node:fs'
import parse from 'libphonenumber-js/max'

const { version } = JSON.parse(readFileSync('node_modules/libphonenumber-js/package.json'))
const kind = (number) => parse(number, 'GB').getType()
writeFileSync('seen.json', JSON.stringify({ version, seen: ['0843 000 0000', '0845 000 0000', '0870 000 0000', '0909 879 0000', '0300 000 0000'].map((one) => [one, kind(one)]) }))
SCRIPT
node run.mjs
"$folder/venv/bin/python" - <<'PYTHON'
import json
from pathlib import Path

import phonenumbers
from phonenumbers import PhoneNumberType

KINDS = {number: name for name, number in vars(PhoneNumberType).items() if name.isupper() and isinstance(number, int)}
script = json.loads(Path("seen.json").read_text())
seen = {number: KINDS[phonenumbers.number_type(phonenumbers.parse(number, "GB"))] for number, _ in script["seen"]}
shared = PhoneNumberType.SHARED_COST in phonenumbers.supported_types_for_region("GB")
print("phonenumbers", phonenumbers.__version__, "libphonenumber-js", script["version"])
print("expected: 084 and 0870 are SHARED_COST, which is there for what costs less than 09, or at least of another kind")
for number, kind in script["seen"]:
    print(f"seen, {number}: phonenumbers {seen[number]}, libphonenumber-js {kind}")
print("seen, a number of GB can be SHARED_COST:", shared)
assert dict(script["seen"]) == seen and not shared
assert list(seen.values()) == ["PREMIUM_RATE"] * 4 + ["UAN"]
PYTHON
