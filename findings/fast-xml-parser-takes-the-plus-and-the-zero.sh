#!/bin/sh
# Read with its defaults, a phone number in XML loses its plus or its zero, unless it has a space.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >"$folder/npm.log"
npm install --silent --no-audit --no-fund fast-xml-parser@5.12.1
cat > run.mjs <<'SCRIPT'
import assert from 'node:assert'
import { readFileSync } from 'node:fs'
import { XMLParser } from 'fast-xml-parser'

const { version } = JSON.parse(readFileSync('node_modules/fast-xml-parser/package.json'))
const read = (text) => new XMLParser().parse(`<phone>${text}</phone>`).phone
const seen = ['0800 1111', '08001111', '+448001111', '116123'].map((text) => [text, read(text)])
console.log('fast-xml-parser', version)
console.log('expected: the text of an element, or a number only where it would be written the same way again')
for (const [text, value] of seen) console.log(`seen, ${text}: ${JSON.stringify(value)}`)
assert.deepEqual(seen.map(([, value]) => value), ['0800 1111', 8001111, 448001111, 116123])
SCRIPT
node run.mjs
