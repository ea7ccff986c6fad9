#!/bin/sh
# One catalogue, three readers: latitude 52.0 is a whole number in two and a double in the third, and English of Britain is en-gb or en-GB.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check PyLD==3.3.0 rdflib==7.6.0
cd "$folder"
npm init --yes >"$folder/npm.log"
npm install --silent --no-audit --no-fund jsonld@9.0.0
cat > catalog.jsonld <<'JSON'
{"@context": {"schema": "https://schema.org/"}, "@id": "https://example.org/data/places",
 "schema:name": {"@value": "Places", "@language": "en-GB"}, "schema:latitude": 52.0, "schema:longitude": -1.5}
JSON
cat > run.mjs <<'SCRIPT'
import { readFileSync, writeFileSync } from 'node:fs'
import jsonld from 'jsonld'

const { version } = JSON.parse(readFileSync('node_modules/jsonld/package.json'))
const seen = await jsonld.toRDF(JSON.parse(readFileSync('catalog.jsonld')), { format: 'application/n-quads' })
writeFileSync('seen.json', JSON.stringify({ version, seen }))
SCRIPT
node run.mjs
"$folder/venv/bin/python" - <<'PYTHON'
import json
from importlib.metadata import version
from pathlib import Path

import rdflib
from pyld import jsonld

text = Path("catalog.jsonld").read_text()
script = json.loads(Path("seen.json").read_text())
quads = {
    f"jsonld {script['version']}": script["seen"],
    f"PyLD {version('PyLD')}": jsonld.to_rdf(json.loads(text), {"format": "application/n-quads"}),
    f"rdflib {version('rdflib')}": rdflib.Graph().parse(data=text, format="json-ld").serialize(format="nt"),
}
XSD = "^^<http://www.w3.org/2001/XMLSchema#"
seen = {}
for name, written in quads.items():
    lines = [line.rstrip(" .").split(" ", 2) for line in written.splitlines() if line.strip()]
    seen[name] = {of.rpartition("/")[2].rstrip(">"): value.replace(XSD, " ").rstrip(">") for _, of, value in lines}
print("expected: the same three values from each, as they are compared letter by letter when catalogues are put together")
for name, values in seen.items():
    print(f"seen, {name}:", dict(sorted(values.items())))
javascript, pyld, graph = seen.values()
assert javascript == pyld == {"latitude": '"52" integer', "longitude": '"-1.5E0" double', "name": '"Places"@en-gb'}
assert graph == {"latitude": '"52.0" double', "longitude": '"-1.5" double', "name": '"Places"@en-GB'}
PYTHON
