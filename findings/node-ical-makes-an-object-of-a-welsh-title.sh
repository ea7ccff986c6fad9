#!/bin/sh
# A title that says its language is no longer text: a page that shows it shows "[object Object]".
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >"$folder/npm.log"
npm install --silent --no-audit --no-fund node-ical@0.26.1 ical.js@2.2.1
cat > run.mjs <<'SCRIPT'
import assert from 'node:assert'
import { readFileSync } from 'node:fs'
import ICAL from 'ical.js'
import ical from 'node-ical'

const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version
const calendar = (title) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//example.org//Events//EN', 'BEGIN:VEVENT', 'UID:a@example.org']
    .concat(['DTSTAMP:20270101T000000Z', 'DTSTART;VALUE=DATE:20270301', title, 'END:VEVENT', 'END:VCALENDAR', ''])
    .join('\r\n')
const titles = ['SUMMARY:Open day', 'SUMMARY;LANGUAGE=cy:Diwrnod agored']
const seen = titles.map((title) => {
  const text = calendar(title)
  const event = Object.values(ical.sync.parseICS(text)).find((one) => one.type === 'VEVENT')
  const other = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent').getFirstPropertyValue('summary')
  return [`${event.summary}`, other]
})
console.log('node-ical', version('node-ical'), 'ical.js', version('ical.js'))
console.log('expected: the title is text, with or without the language that RFC 5545 lets it name')
titles.forEach((title, n) => console.log(`seen, ${title}: node-ical '${seen[n][0]}', ical.js '${seen[n][1]}'`))
assert.deepEqual(seen, [['Open day', 'Open day'], ['[object Object]', 'Diwrnod agored']])
SCRIPT
node run.mjs
