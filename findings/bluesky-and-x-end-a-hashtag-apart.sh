#!/bin/sh
# One text, two tags: an apostrophe, a slash and a hyphen end a tag on X; on Bluesky they are part of it.
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
  return (rich.facets ?? []).flatMap((facet) => facet.features.map((feature) => feature.tag))
}
const texts = ["#Cymru'n barod", '#HateCrime/Awareness', '#Non-Fatal', '(#SaferStreets)', '#SaferStreets.']
const seen = texts.map((text) => [text, twitter.extractHashtags(text), onBluesky(text)])
console.log('@atproto/api', version('@atproto/api'), 'twitter-text', version('twitter-text'))
console.log('expected: the same tag on both')
for (const [text, x, bluesky] of seen) console.log(`seen, ${text}: X ${JSON.stringify(x)}, Bluesky ${JSON.stringify(bluesky)}`)
assert.deepEqual(seen.map(([, x, bluesky]) => [x, bluesky]), [
  [['Cymru'], ["Cymru'n"]],
  [['HateCrime'], ['HateCrime/Awareness']],
  [['Non'], ['Non-Fatal']],
  [['SaferStreets'], []],
  [['SaferStreets'], ['SaferStreets']],
])
SCRIPT
node run.mjs
