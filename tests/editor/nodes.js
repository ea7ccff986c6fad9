// {path: text} on stdin -> {path: {start, end, nodes}} on stdout: what our extension reads in each record.
"use strict";

const { readFileSync } = require("node:fs");
const { join } = require("node:path");

const { EXTENSION } = require("./stand_in");
const { nodesOf, recordOf } = require(join(EXTENSION, "record"));

const given = Object.entries(JSON.parse(readFileSync(0, "utf8")));
const seen = given.map(([path, text]) => {
  const record = path.endsWith(".md") ? recordOf(text) : { start: 0, end: text.length };
  return [path, { ...record, nodes: nodesOf(text, record.start, record.end) }];
});
process.stdout.write(JSON.stringify(Object.fromEntries(seen)));
