#!/bin/sh
# Opening hours with bank holidays cannot be evaluated for the United Kingdom as a whole, only for one of its nations.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >"$folder/npm.log"
npm install --silent --no-audit --no-fund opening_hours@3.15.0
cat > run.cjs <<'SCRIPT'
const assert = require('node:assert')
const OpeningHours = require('opening_hours')

const { version } = require('opening_hours/package.json')
const open = (address) => {
  const hours = new OpeningHours('Mo-Fr 09:00-17:00; PH off', { lat: 54.6, lon: -2.7, address })
  return hours.getState(new Date(2027, 4, 3, 10)) // a Monday, and a bank holiday in each nation
}
const seen = [{ country_code: 'gb' }, { country_code: 'gb', state: 'England' }].map((address) => {
  try { return open(address) } catch (error) { return /no holidays .* gb/.test(String(error)) ? 'raises: no holidays for gb' : String(error) }
})
console.log('opening_hours', version)
console.log('expected: closed on a bank holiday which all four nations have, or a warning; with a nation and without')
console.log('seen, {country_code: gb}:', seen[0])
console.log('seen, {country_code: gb, state: England}:', seen[1])
assert.deepStrictEqual(seen, ['raises: no holidays for gb', false])
SCRIPT
node run.cjs
