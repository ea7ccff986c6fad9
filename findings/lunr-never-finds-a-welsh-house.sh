#!/bin/sh
# A Welsh word that begins or ends with a letter with a roof (ŷ, ŵ) is never found by one search engine; another finds anything with its other letters.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >"$folder/npm.log"
npm install --silent --no-audit --no-fund lunr@2.3.9 @orama/orama@3.1.18 minisearch@7.2.0
cat > run.mjs <<'SCRIPT'
import assert from 'node:assert'
import { readFileSync } from 'node:fs'
import { create, insert, search } from '@orama/orama'
import lunr from 'lunr'
import MiniSearch from 'minisearch'

const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version
const texts = ['tŷ diogel', 'ŵyr', 'dŵr', 'town hall', 'dental care', 'rights']
const byLunr = lunr(function () {
  this.ref('id')
  this.field('text')
  texts.forEach((text, id) => this.add({ id, text }))
})
const byOrama = create({ schema: { text: 'string' } })
for (const text of texts) insert(byOrama, { text })
const byMini = new MiniSearch({ fields: ['text'] })
texts.forEach((text, id) => byMini.add({ id, text }))
const seen = []
for (const word of ['tŷ', 'ŵyr', 'dŵr']) {
  seen.push([
    word,
    byLunr.search(word).map(({ ref }) => texts[ref]),
    (await search(byOrama, { term: word })).hits.map(({ document }) => document.text).sort(),
    byMini.search(word).map(({ id }) => texts[id]),
  ])
}
console.log('lunr', version('lunr'), '@orama/orama', version('@orama/orama'), 'minisearch', version('minisearch'))
console.log('expected: each word is found, and nothing else, in whatever language it is; no engine is told of a language')
for (const [word, ...found] of seen) console.log(`seen, ${word}: lunr, Orama and MiniSearch ${found.map((one) => JSON.stringify(one)).join(', ')}`)
assert.deepEqual(seen.map(([, one]) => one), [[], [], ['dŵr']])
assert.deepEqual(seen.map(([, , one]) => one), [['town hall', 'tŷ diogel'], ['ŵyr'], ['dental care', 'dŵr', 'rights', 'tŷ diogel']])
assert.deepEqual(seen.map(([, , , one]) => one), [['tŷ diogel'], ['ŵyr'], ['dŵr']])
SCRIPT
node run.mjs
