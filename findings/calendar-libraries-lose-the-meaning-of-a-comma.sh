#!/bin/sh
# In a calendar a comma in words has a backslash before it, one in an address has none. Of three libraries, one cuts a category in two
# when it reads, one when it writes, and one changes the address.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >"$folder/npm.log"
npm install --silent --no-audit --no-fund ical.js@2.2.1 ical-generator@10.2.0 ics@3.12.0 ts-ics@2.4.6
cat > run.mjs <<'SCRIPT'
import assert from 'node:assert'
import { readFileSync } from 'node:fs'
import ICAL from 'ical.js'
import ical from 'ical-generator'
import { createEvents } from 'ics'
import { convertIcsCalendar } from 'ts-ics'

const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version
const name = 'Rape, abuse and stalking'
const address = 'https://example.org/?kinds=1,2'
const byIcs = createEvents([{ uid: 'a@example.org', start: [2027, 3, 1], title: 'Open day', categories: [name], url: address }]).value
const calendar = ical()
calendar.createEvent({ id: 'a@example.org', start: new Date(Date.UTC(2027, 2, 1)), allDay: true, summary: 'Open day', categories: [{ name }], url: address })
const valid = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//example.org//Events//EN', 'BEGIN:VEVENT', 'UID:a@example.org', 'DTSTAMP:20270101T000000Z']
  .concat(['DTSTART;VALUE=DATE:20270301', 'SUMMARY:Open day', 'CATEGORIES:Rape\\, abuse and stalking', `URL:${address}`, 'END:VEVENT', 'END:VCALENDAR', ''])
  .join('\r\n')
const read = (text) => {
  const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')
  return [event.getFirstProperty('categories').getValues(), event.getFirstPropertyValue('url')]
}
const [event] = convertIcsCalendar(undefined, valid).events
const seen = {
  'one valid calendar, read by ical.js': read(valid),
  'the same, read by ts-ics': [event.categories, event.url],
  'written by ical-generator, read by ical.js': read(calendar.toString()),
  'written by ics, read by ical.js': read(byIcs),
}
console.log(...['ical.js', 'ical-generator', 'ics', 'ts-ics'].map((one) => `${one} ${version(one)}`))
console.log(`expected: one category, '${name}', and the address ${address}, four times (RFC 5545, 3.3.11 and 3.3.13)`)
for (const [way, [categories, url]] of Object.entries(seen)) console.log(`seen, ${way}: ${JSON.stringify(categories)}, ${url}`)
assert.deepEqual(Object.values(seen), [
  [[name], address],
  [['Rape\\', ' abuse and stalking'], address],
  [[name], 'https://example.org/?kinds=1\\,2'],
  [['Rape', ' abuse and stalking'], address],
])
SCRIPT
node run.mjs
