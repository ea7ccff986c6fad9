#!/bin/sh
# 999bsl.co.uk, as people write it, is a link on X and none on Bluesky; with https:// it is one on both.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >"$folder/npm.log"
npm install --silent --no-audit --no-fund @atproto/api@0.19.19 twitter-text@3.1.0
cat > run.mjs <<'SCRIPT'
import assert from 'node:assert'
import { readFileSync } from 'node:fs'
import { RichText } from '@atproto/api'
import twitter from 'twitter-text'

const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version
const onBluesky = (text) => {
  const rich = new RichText({ text })
  rich.detectFacetsWithoutResolution()
  return (rich.facets ?? []).flatMap((facet) => facet.features.map((feature) => feature.uri))
}
const seen = ['gov.uk', '999bsl.co.uk', 'https://999bsl.co.uk'].map((text) => [text, twitter.extractUrls(text).length, onBluesky(text).length])
console.log('@atproto/api', version('@atproto/api'), 'twitter-text', version('twitter-text'))
console.log('expected: each is one link on both')
for (const [text, x, bluesky] of seen) console.log(`seen, ${text}: X ${x}, Bluesky ${bluesky}`)
assert.deepEqual(seen, [['gov.uk', 1, 1], ['999bsl.co.uk', 1, 0], ['https://999bsl.co.uk', 1, 1]])
SCRIPT
node run.mjs
