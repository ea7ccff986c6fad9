#!/bin/sh
# In an Atom entry written as XHTML, words within an element are moved behind those around it, and the title is an object.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >"$folder/npm.log"
npm install --silent --no-audit --no-fund rss-parser@3.13.0
cat > run.mjs <<'SCRIPT'
import assert from 'node:assert'
import { readFileSync } from 'node:fs'
import Parser from 'rss-parser'

const { version } = JSON.parse(readFileSync('node_modules/rss-parser/package.json'))
const div = (inside) => `<div xmlns="http://www.w3.org/1999/xhtml">${inside}</div>`
const words = 'Call <a href="tel:+441632960001">01632 960001</a> by day and <a href="tel:+441632960002">01632 960002</a> by night.'
const feed = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>https://example.org/</id><title>Posts</title>
<updated>2027-01-01T00:00:00Z</updated><author><name>Example</name></author>
<entry><id>https://example.org/a/</id><link href="https://example.org/a/"/><updated>2027-01-01T00:00:00Z</updated>
<title type="xhtml">${div('Open <b>all</b> day')}</title>
<content type="xhtml">${div(`<p>${words}</p>`)}</content></entry></feed>`
const [entry] = (await new Parser().parseString(feed)).items
console.log('rss-parser', version)
console.log("expected: 'Call 01632 960001 by day and 01632 960002 by night.' and the title 'Open all day'")
console.log(`seen: '${entry.contentSnippet}' and the title ${JSON.stringify(entry.title)}`)
assert.equal(entry.contentSnippet, 'Call  by day and  by night.01632 96000101632 960002')
assert.equal(typeof entry.title, 'object')
SCRIPT
node run.mjs
