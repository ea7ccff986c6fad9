#!/bin/sh
# Digits that repeat count once: whoever searches for 999 finds page 9, and 1111 is the same as 111 and 1.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >"$folder/npm.log"
npm install --silent --no-audit --no-fund flexsearch@0.8.212 minisearch@7.2.0
cat > run.mjs <<'SCRIPT'
import assert from 'node:assert'
import { readFileSync } from 'node:fs'
import { Index } from 'flexsearch'
import MiniSearch from 'minisearch'

const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version
const texts = ['Page 9', 'Danger: 999', 'Step 1', 'Health: 111', 'Children: 0800 1111', 'Police: 101']
const index = new Index()
const other = new MiniSearch({ fields: ['text'] })
texts.forEach((text, id) => { index.add(id, text); other.add({ id, text }) })
const seen = ['999', '111', '101'].map((words) => [words, index.search(words).map((id) => texts[id]), other.search(words).map(({ id }) => texts[id])])
console.log('flexsearch', version('flexsearch'), 'minisearch', version('minisearch'))
console.log('expected: a number is found where that number stands')
for (const [words, flex, mini] of seen) console.log(`seen, ${words}: flexsearch ${JSON.stringify(flex)}, minisearch ${JSON.stringify(mini)}`)
assert.deepEqual(seen.map(([, flex]) => flex.sort()), [
  ['Danger: 999', 'Page 9'],
  ['Children: 0800 1111', 'Health: 111', 'Step 1'],
  ['Police: 101'],
])
assert.deepEqual(seen.map(([, , mini]) => mini), [['Danger: 999'], ['Health: 111'], ['Police: 101']])
SCRIPT
node run.mjs
