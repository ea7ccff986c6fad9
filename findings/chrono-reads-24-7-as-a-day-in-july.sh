#!/bin/sh
# "24/7" is 24 July, "aged 11 to 18" is from 11:00 to 18:00, a house number is a day in June, and Monday to Friday is two days.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >"$folder/npm.log"
npm install --silent --no-audit --no-fund chrono-node@2.10.3
cat > run.mjs <<'SCRIPT'
import assert from 'node:assert'
import { readFileSync } from 'node:fs'
import * as chrono from 'chrono-node'

const { version } = JSON.parse(readFileSync('node_modules/chrono-node/package.json'))
const when = new Date(2027, 5, 1, 12)
const day = (part) => part && [part.get('year'), part.get('month'), part.get('day')].join('-') + (part.isCertain('hour') ? ` ${part.get('hour')}:00` : '')
const read = (text) => chrono.en.GB.parse(text, when).map(({ text, start, end }) => [text, day(start), day(end)].filter(Boolean))
const texts = ['We are here 24/7', 'For children aged 11 to 18', 'Unit 5/6, Mill Lane', 'Monday to Friday, 9am to 5pm', '1 to 7 March 2027']
const seen = texts.map((text) => [text, read(text)])
console.log('chrono-node', version, '(en.GB, read on 1 June 2027)')
console.log('expected: no date in the first three, five days in the fourth, or none, and a week in the last')
for (const [text, found] of seen) console.log(`seen, ${text}: ${JSON.stringify(found)}`)
assert.deepEqual(seen.map(([, found]) => found), [
  [['24/7', '2027-7-24']],
  [['11 to 18', '2027-6-1 11:00', '2027-6-1 18:00']],
  [['5/6', '2027-6-5']],
  [['Monday', '2027-5-31'], ['Friday, 9am to 5pm', '2027-6-4 9:00', '2027-6-4 17:00']],
  [['1 to 7 March 2027', '2027-3-1', '2027-3-7']],
])
SCRIPT
node run.mjs
