// The extension in a window: what it gives VS Code, and the red lines it draws after `waymark check`.
"use strict";

const assert = require("node:assert/strict");
const fs = require("node:fs");
const { tmpdir } = require("node:os");
const { dirname, join } = require("node:path");
const test = require("node:test");

const { EXTENSION, ROOT, aDocument, aWindow, started } = require("./stand_in");
const { check, programOf, spanOf } = require(join(EXTENSION, "checking"));

/** A folder with these files, the schema, and a `waymark` that says what the file said.json holds. */
function aFolder(files, { program = "cat said.json" } = {}) {
  const folder = fs.mkdtempSync(join(tmpdir(), "waymark-editor-"));
  const write = (path, text) => {
    fs.mkdirSync(dirname(join(folder, path)), { recursive: true });
    fs.writeFileSync(join(folder, path), text);
  };
  write(".vscode/campaign.schema.json", "");
  fs.copyFileSync(join(ROOT, ".vscode", "campaign.schema.json"), join(folder, ".vscode", "campaign.schema.json"));
  for (const [path, text] of Object.entries(files)) write(path, text);
  if (program) {
    write(".venv/bin/waymark", `#!/bin/sh\necho run >>runs\n${program}\n`);
    fs.chmodSync(join(folder, ".venv/bin/waymark"), 0o755);
  }
  return { folder, write, remove: () => fs.rmSync(folder, { recursive: true }) };
}

/** The document that check writes, with these problems. */
const said = (problems, advice = []) => JSON.stringify({ version: 1, problems, advice });
const problem = (file, line, column, text) => ({ file, line, column, text });

async function until(isSo) {
  for (let tries = 0; !isSo(); tries += 1) {
    assert.ok(tries < 90000, "it did not happen");
    await new Promise((go) => setTimeout(go, 10));
  }
}

/** What is drawn in a file, as "line:from-to severity words". */
function drawnIn(seen, name, path) {
  return (seen.drawn[name].get(path) ?? []).map(
    ({ range: { start, end }, severity, message, source }) =>
      `${start.line}:${start.character}-${end.character} ${severity} ${source}: ${message}`,
  );
}

test("mistakes are underlined when the folder is opened, and the line goes when they are mended", async (t) => {
  const services = "services:\n  - id: a\n    kind: refuges # c\n";
  const campaign = "---\nid: a\nabout: [fraud-cyer, asb]\n---\n";
  const { folder, write, remove } = aFolder({
    "services.yaml": services,
    "campaigns/a.md": campaign,
    "said.json": said(
      [
        problem("services.yaml", 3, 11, "'refuges' is not a kind"),
        problem("campaigns/a.md", 3, 9, "'fraud-cyer' is not a crime type"),
        problem("campaigns/a.md", 1, 1, "'title' is missing"),
      ],
      [problem("campaigns/a.md", 2, 1, "long"), problem(null, null, null, "run waymark release")],
    ),
  });
  const { vscode, seen } = aWindow(folder);
  const stop = started({ vscode, seen });
  t.after(() => (stop(), remove()));
  await until(() => seen.drawn["waymark-advice"]?.size);

  assert.deepEqual(drawnIn(seen, "waymark", join(folder, "services.yaml")), [
    "2:10-17 0 waymark: 'refuges' is not a kind",
  ]);
  assert.deepEqual(drawnIn(seen, "waymark", join(folder, "campaigns/a.md")), [
    "2:8-18 0 waymark: 'fraud-cyer' is not a crime type",
    "0:0-3 0 waymark: 'title' is missing",
  ]);
  assert.deepEqual(drawnIn(seen, "waymark-advice", join(folder, "campaigns/a.md")), ["1:0-2 2 waymark: long"]);
  assert.deepEqual(seen.watched, ["{*.yaml,*.yml,services/*.yaml,campaigns/**,content/**}"]);

  write("said.json", said([]));
  seen.changed[0]();
  await until(() => !seen.drawn.waymark.size);
  assert.deepEqual([seen.drawn["waymark-advice"].size, seen.told], [0, []]);
});

test("where Waymark is not set up, or can't run, that is said once", async (t) => {
  for (const [program, words] of [
    [undefined, /^Mistakes are not underlined yet: .* make site in a terminal\.$/],
    ["echo one >&2; echo no such folder >&2; exit 2", /^Mistakes are not underlined: .* It said: no such folder$/],
  ]) {
    await t.test(String(program), async (t) => {
      const { folder, remove } = aFolder({}, { program: program ?? "" });
      const { vscode, seen } = aWindow(folder);
      const path = process.env.PATH;
      process.env.PATH = program ? path : folder;
      const stop = started({ vscode, seen });
      t.after(() => ((process.env.PATH = path), stop(), remove()));
      await until(() => seen.told.length);
      seen.changed[0]();
      await new Promise((go) => setTimeout(go, 400));

      assert.equal(seen.told.length, 1);
      assert.match(seen.told[0], words);
    });
  }
});

test("what is underlined is the name or value at the place, counted as VS Code counts", () => {
  const span = (text, file, line, column) => Object.values(spanOf(text, file, line, column)).join(" ");

  assert.equal(span("a:\n  - {b: \"c d\", e: f}\n", "services.yaml", 2, 9), "1 8 13");
  assert.equal(span("---\ntitle: 👋 👋 hello\nalt: {en: 👋👋, cy: nid}\n---\n", "campaigns/a.md", 3, 19), "2 20 23");
  assert.equal(span("a: |\n  b\n", "services.yaml", 1, 4), "0 3 4");
  assert.equal(span("# Words.\r\n\r\nNo [link](x).   \r\n", "content/a.md", 3, 4), "2 3 13");
  assert.equal(span("", "services.yaml", 9, 9), "8 0 1");
});

test("the command is the folder's own, as each system keeps it, else the machine's", (t) => {
  const { folder, write, remove } = aFolder({});
  t.after(remove);

  assert.equal(programOf(folder, "linux"), join(folder, ".venv", "bin", "waymark"));
  assert.equal(programOf(folder, "win32"), "waymark");
  write(".venv/Scripts/waymark.exe", "");
  assert.equal(programOf(folder, "win32"), join(folder, ".venv", "Scripts", "waymark.exe"));
});

test("the real command says what the extension understands", { skip: !fs.existsSync(programOf(ROOT)) }, async () => {
  const found = await check(ROOT);

  assert.deepEqual(Object.keys(found), ["problems", "advice"]);
});

test("VS Code gets names with what they mean, put in the place of the word, and is asked again for choices", (t) => {
  const { folder, remove } = aFolder({ "said.json": said([]) });
  const { vscode, seen } = aWindow(folder);
  const stop = started({ vscode, seen });
  t.after(() => (stop(), remove()));
  const { document, position } = aDocument(join(folder, "campaigns/a.md"), "---\nid: a\nab¦\n---\nWords.\n");
  const items = seen.providers.provideCompletionItems(document, position);
  const about = items.find((item) => item.label.label === "about");

  assert.deepEqual(seen.selector, { scheme: "file", pattern: "**/campaigns/*.md" });
  assert.match(about.label.description, /^Needed\. What happened to /);
  assert.deepEqual([about.insertText.value, about.kind], ["about: [$0]", 9]);
  assert.deepEqual({ ...about.range.start }, { line: 2, character: 0 });
  assert.deepEqual({ ...about.range.end }, { line: 2, character: 2 });
  assert.equal(about.command.command, "editor.action.triggerSuggest");
  assert.equal(items.toSorted((one, other) => (one.sortText < other.sortText ? -1 : 1))[0].label.label, "title");

  const help = seen.providers.provideHover(document, { line: 1, character: 1 });
  assert.match(help.contents.value, /^\*\*Id\*\* \(needed\)\n\nIts permanent id: small letters/);
  assert.deepEqual({ ...help.range.end }, { line: 1, character: 2 });
});

test("the ids of services and organisations are offered with their names, as the files have them now", (t) => {
  const { folder, write, remove } = aFolder({
    "said.json": said([]),
    "services.yaml":
      "organisations:\n  harbour: {name: {en: Harbour, cy: Harbwr}, website: x}\n  pier:\n    name: 'The pier'\n" +
      "services:\n  - id: line   # c\n    name: A line\n    contact:\n      - {id: no, name: no}\n" +
      "  - {name: {en: B}, id: bay}\n",
    "services/more.yaml": "services:\n- id: more\n  name: More\n",
    "services/more.txt": "services:\n- id: no\n",
  });
  const { vscode, seen } = aWindow(folder);
  const stop = started({ vscode, seen });
  t.after(() => (stop(), remove()));
  const offered = (record) => {
    const { document, position } = aDocument(join(folder, "campaigns/a.md"), `---\n${record}\n---\n`);
    const items = seen.providers.provideCompletionItems(document, position);
    return items.map(({ label, insertText }) => `${label.label}: ${label.description} > ${insertText.value}`);
  };

  assert.deepEqual(offered("services: [¦]"), ["line: A line > line", "bay: B > bay", "more: More > more"]);
  assert.deepEqual(offered("services: [line, ¦, more]"), ["bay: B > bay"]);
  assert.deepEqual(offered("partners: ¦"), ["harbour: Harbour > [harbour]", "pier: The pier > [pier]"]);
  const { document } = aDocument(join(folder, "campaigns/a.md"), "---\nservices: [bay]\n---\n");
  assert.equal(seen.providers.provideHover(document, { line: 1, character: 12 }).contents.value, "**bay**\n\nB");

  write("services/more.yaml", "services:\n- id: other\n");
  fs.utimesSync(join(folder, "services/more.yaml"), 1, 1);
  assert.deepEqual(offered("services: [line, bay, ¦]"), ["other:  > other"]);
});

test("below the record, in other folders and without a folder nothing is offered", (t) => {
  const { folder, remove } = aFolder({ "said.json": said([]) });
  const { vscode, seen } = aWindow(folder);
  const stop = started({ vscode, seen });
  t.after(() => (stop(), remove()));
  for (const [path, marked] of [
    [join(folder, "campaigns/a.md"), "---\nid: a\n---\nti¦"],
    [join(folder, "campaigns/a.md"), "ti¦"],
    [join(tmpdir(), "elsewhere", "campaigns/a.md"), "---\nti¦\n---\n"],
  ]) {
    const { document, position } = aDocument(path, marked);
    assert.deepEqual(seen.providers.provideCompletionItems(document, position), []);
    assert.equal(seen.providers.provideHover(document, position), undefined);
  }
  const empty = aWindow();
  started(empty)();
  assert.deepEqual(empty.seen.drawn, {});
});
