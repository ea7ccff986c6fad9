#!/bin/sh
# It finds a postcode in "Bus N9 5am", and takes the hour out of the text; no postcode ends in am or pm.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >"$folder/npm.log"
npm install --silent --no-audit --no-fund postcode@5.1.0
cat > run.mjs <<'SCRIPT'
import assert from 'node:assert'
import { readFileSync } from 'node:fs'
import { match, parse, replace } from 'postcode'

const { version } = JSON.parse(readFileSync('node_modules/postcode/package.json'))
const texts = ['Bus N9 5am and 11pm', 'Court E4 2pm', 'Write to SW1A 1AA']
const seen = texts.map((text) => [text, match(text), replace(text, '...').result])
console.log('postcode', version)
console.log('expected: one postcode, in the last; the last two letters of one are never C, I, K, M, O or V')
for (const [text, found, rest] of seen) console.log(`seen, ${text}: ${JSON.stringify(found)}, replaced: ${rest}`)
console.log('seen, N9 5AM by itself is valid:', parse('N9 5AM').valid)
assert.deepEqual(seen.map(([, found]) => found), [['N9 5am'], ['E4 2pm'], ['SW1A 1AA']])
assert.equal(seen[0][2], 'Bus ... and 11pm')
assert.equal(parse('N9 5AM').valid, true)
SCRIPT
node run.mjs
