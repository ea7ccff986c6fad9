// What is offered at a place, and what is said about it, by the schema that the repository has.
"use strict";

const assert = require("node:assert/strict");
const { readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const test = require("node:test");

const { EXTENSION, ROOT } = require("./stand_in");
const { helpAt, offersAt } = require(join(EXTENSION, "offers"));
const { recordOf } = require(join(EXTENSION, "record"));

const SCHEMA = JSON.parse(readFileSync(join(ROOT, ".vscode", "campaign.schema.json"), "utf8"));
const CRIMES = SCHEMA.properties.about.items;
const TOP = Object.keys(SCHEMA.properties);
const RUN = Object.keys(SCHEMA.properties.runs.items.properties);
const POST = Object.keys(SCHEMA.properties.posts.items.properties);
const CHANNELS = SCHEMA.properties.posts.items.properties.channels.items.enum;
const without = (names, ...taken) => names.filter((name) => !taken.includes(name));

/** What is offered at the sign ¦ of a record. */
function offered(record, around = (words) => `---\n${words}\n---\nWords.\n`) {
  const marked = around(record);
  const place = marked.indexOf("¦");
  const text = marked.replace("¦", "");
  return { text, ...offersAt(SCHEMA, text, place, recordOf(text)) };
}

const labels = (record, around) => offered(record, around).offers.map((one) => one.label);

/** The record after somebody took an offer, with ¦ where the cursor is then. */
function taken(record, label) {
  const { text, start, end, offers } = offered(record);
  const insert = offers.find((one) => one.label === label).insert;
  const typed = insert.includes("$0") ? insert.replace("$0", "¦") : `${insert}¦`;
  const all = text.slice(0, start) + typed + text.slice(end);
  return all.slice("---\n".length, all.indexOf("\n---\nWords"));
}

test("names are offered at each level, without those that are there", async (t) => {
  for (const [record, names] of [
    ["¦", TOP],
    ["id: a\n¦\ntitle: b", without(TOP, "id", "title")],
    ["id: a\nti¦", without(TOP, "id")],
    ["id: a\nti¦tle: b", without(TOP, "id")],
    ["'id': a\n\"title\": b\n¦", without(TOP, "id", "title")],
    ["runs:\n  - ¦", RUN],
    ["runs:\n  - from: 2027-01-01\n    ¦", without(RUN, "from")],
    ["runs:\n- from: 2027-01-01\n  ¦", without(RUN, "from")],
    ["runs:\n  - from: 2027-01-01\n  ¦", without(RUN, "from")],
    ["runs:\n  - from: 2027-01-01\n¦", without(TOP, "runs")],
    ["runs:\n- from: 2027-01-01\n¦", without(TOP, "runs")],
    ["runs:\n  - {¦}", RUN],
    ["runs:\n  - {from: 2027-01-01, ¦", without(RUN, "from")],
    ["runs:\n  - {from: 2027-01-01,\n     ¦,\n     to: 2027-01-02}", without(RUN, "from", "to")],
    ["runs:\n  - {from: a, confirmed: {by: b, ¦}, to: c}", ["on", "source"]],
    ["runs:\n  - {from: a, confirmed: {by: b}, ¦}", without(RUN, "from", "confirmed")],
    ["runs:\n  - from: a\n    confirmed:\n      ¦", ["by", "on", "source"]],
    ["runs:\n  - from: a\n    confirmed:\n      by: b\n    ¦", without(RUN, "from", "confirmed")],
    ["runs:\n  - from: a\n  - from: b\n    to: c\n    ¦", without(RUN, "from", "to")],
    ["posts:\n  - id: a\n    image: {file: a.png, ¦}", ["alt", "licence"]],
    ["posts:\n  - id: a   # the first\n\n    # and then\n    ¦\n    text: b", without(POST, "id", "text")],
    ["posts:\n  - text: |\n      id: no\n\n      more: no\n    ¦", without(POST, "text")],
    ["posts:\n  - text: \"two\n      lines: here\"\n    ¦", without(POST, "text")],
    ["posts:\n\t- id: a\n\t\t¦", without(POST, "id")],
    ["image: {file: a.png}\nimage:\n  ¦", ["file", "alt", "licence"]],
    ["about: [fraud-cyber\ntitle: b\n¦", without(TOP, "about", "title")],
    ["about: [fraud-cyber\nruns:\n  - {from: 2027-01-01\nposts:\n  - id: a\n    ¦", without(POST, "id")],
    ["title: \"not closed\n¦", without(TOP, "title")],
  ]) {
    await t.test(JSON.stringify(record), () => assert.deepEqual(labels(record).toSorted(), names.toSorted()));
  }
});

test("choices are offered in a list, without those that are there", async (t) => {
  for (const [record, words] of [
    ["about: [¦]", CRIMES.enum],
    ["about: ¦", CRIMES.enum],
    ["about:\n  ¦", CRIMES.enum],
    ["about:\n  - ¦", CRIMES.enum],
    ["about:\n- ¦", CRIMES.enum],
    ["about: [¦", CRIMES.enum],
    ["about: [fraud-cyber, ro¦]", without(CRIMES.enum, "fraud-cyber")],
    ["about: [ro¦bbery, fraud-cyber]", without(CRIMES.enum, "fraud-cyber")],
    ["about: ['fraud-cyber', \"asb\",\n  ¦]", without(CRIMES.enum, "fraud-cyber", "asb")],
    ["about:\n  - fraud-cyber\n  - ¦\n  - asb", without(CRIMES.enum, "fraud-cyber", "asb")],
    ["\"about\": [¦]", CRIMES.enum],
    ["audiences: [¦]", SCHEMA.properties.audiences.items.enum.filter(Boolean)],
    ["posts:\n  - id: a\n    channels: [x, ¦]", without(CHANNELS, "x")],
    ["posts:\n  - {id: a, channels: [¦]}", CHANNELS],
  ]) {
    await t.test(JSON.stringify(record), () => assert.deepEqual(labels(record), words));
  }
});

test("nothing is offered where only the author knows, nor in comments, nor in words", async (t) => {
  for (const record of [
    "title: ¦",
    "title: A week ¦",
    "summary: A week\n  and ¦",
    "id: a\n# ¦",
    "id: a # ¦",
    "runs:\n  - {from: ¦}",
    "runs:\n  - from: a\n    confirmed: ¦",
    "posts:\n  - text: |\n      ¦",
    "posts:\n  - text: >-\n      two\n\n      ¦\n    id: a",
    "nobody: {¦}",
    "nobody:\n  - ¦",
    "posts:\n  - id: [¦]",
    "about: ¦[asb]",
    "about: as¦ [asb]",
    "nobody: {{[}¦",
    "nobody: {a: b}}, ]¦",
  ]) {
    await t.test(JSON.stringify(record), () => assert.deepEqual(labels(record), []));
  }
});

test("Windows line ends, a byte order mark and a record without an end change nothing", () => {
  const windows = (words) => `\uFEFF---\r\n${words.replaceAll("\n", "\r\n")}\r\n---\r\nWords.\r\n`;

  assert.deepEqual(labels("runs:\n  - {from: a,\n     ¦}", windows), without(RUN, "from"));
  assert.deepEqual(labels("id: a\n¦", windows), without(TOP, "id"));
  assert.deepEqual(labels("id: a\n¦", (words) => `---\n${words}`), without(TOP, "id"));
});

test("the record ends at its second line of ---, and a file without the first has none", () => {
  assert.equal(recordOf("Words.\n---\nid: a\n---\n"), undefined);
  assert.equal(recordOf(""), undefined);
  assert.deepEqual(recordOf("---\nid: a --- b\n---\nWords.\n---\n"), { start: 4, end: 16 });
});

test("what is taken leaves good YAML, and the cursor where to go on", async (t) => {
  for (const [record, label, after] of [
    ["ti¦", "title", "title: ¦"],
    ["ti¦tle: b", "title", "title¦: b"],
    ["¦", "about", "about: [¦]"],
    ["¦", "image", "image: {¦}"],
    ["po¦", "posts", "posts:\n  - ¦"],
    ["about: ¦", "asb", "about: [asb]¦"],
    ["about:\n  ¦", "asb", "about:\n  - asb¦"],
    ["about: [asb, fr¦]", "fraud-cyber", "about: [asb, fraud-cyber¦]"],
    ["about: [fr¦aud]", "fraud-cyber", "about: [fraud-cyber¦]"],
    ["runs:\n  ¦", "from", "runs:\n  - from: ¦"],
    ["runs:\n  - from: a\n  t¦", "to", "runs:\n  - from: a\n    to: ¦"],
    ["runs:\n  - {from: a, con¦}", "confirmed", "runs:\n  - {from: a, confirmed: {¦}}"],
  ]) {
    await t.test(`${JSON.stringify(record)} and ${label}`, () => assert.equal(taken(record, label), after));
  }
});

test("what is needed is marked, and what is said is the schema's", () => {
  const { offers } = offered("¦");
  const about = offers.find((one) => one.label === "about");

  assert.deepEqual(offers.filter((one) => one.isNeeded).map((one) => one.label), SCHEMA.required);
  assert.equal(about.said, SCHEMA.properties.about.description);
  assert.ok(about.hasMore);
  assert.equal(offered("about: [¦]").offers[0].said, CRIMES.enumDescriptions[0]);
});

test("a record that is cut off anywhere makes nothing fail", () => {
  const folder = join(ROOT, "campaigns");
  const [file] = readdirSync(folder).filter((name) => name.endsWith(".md"));
  const whole = readFileSync(join(folder, file), "utf8");
  for (let place = 4; place < recordOf(whole).end; place += 11) {
    for (const text of [whole.slice(0, place), `${whole.slice(0, place)}{["${whole.slice(place)}`]) {
      offersAt(SCHEMA, text, place, recordOf(text));
      helpAt(SCHEMA, text, place - 1, recordOf(text));
    }
  }
});

test("pointing at a name or a value tells what it is", async (t) => {
  const about = SCHEMA.properties.about;
  const from = SCHEMA.properties.runs.items.properties.from;
  const crime = { title: "asb", said: CRIMES.enumDescriptions[CRIMES.enum.indexOf("asb")], isNeeded: false };
  for (const [record, word, help] of [
    ["ab¦out: [asb]", "about", { title: "About", said: about.description, isNeeded: true }],
    ["about: [fraud-cyber, ¦asb]", "asb", crime],
    ["about:\n  - 'as¦b'", "'asb'", crime],
    ["about: [no-¦such]", "no-such", { title: "About", said: about.description, isNeeded: true }],
    ["runs:\n  - {fr¦om: 2027-01-01}", "from", { title: "From", said: from.description, isNeeded: true }],
    ["runs:\n  - from: 2027-01¦-01 # c", "2027-01-01", { title: "From", said: from.description, isNeeded: true }],
    ["ti¦tle: {en: A}", "title", { title: "Title", said: SCHEMA.properties.title.description, isNeeded: true }],
    ["ru¦le: a", "rule", { title: "Rule", said: SCHEMA.properties.rule.description, isNeeded: false }],
  ]) {
    await t.test(JSON.stringify(record), () => {
      const marked = `---\n${record}\n---\n`;
      const text = marked.replace("¦", "");
      const { start, end, ...found } = helpAt(SCHEMA, text, marked.indexOf("¦"), recordOf(text));
      assert.deepEqual({ word: text.slice(start, end), ...found }, { word, ...help });
    });
  }
  for (const record of ["nobo¦dy: a", "id: a # ti¦tle", "id: a\n¦\n"]) {
    const marked = `---\n${record}\n---\n`;
    const text = marked.replace("¦", "");
    assert.equal(helpAt(SCHEMA, text, marked.indexOf("¦"), recordOf(text)), undefined);
  }
});
