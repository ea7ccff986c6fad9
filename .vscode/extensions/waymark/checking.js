// A folder -> what `waymark check` says of it, and each place in the way that an editor counts.
"use strict";

const { execFile } = require("node:child_process");
const { existsSync } = require("node:fs");
const { join } = require("node:path");

const { nodesOf, recordOf } = require("./record");

const MOST = 64 * 1024 * 1024; // letters that we take in

/** The command: the one that `make site` put into the folder, else the one that the machine knows. */
function programOf(folder, platform = process.platform) {
  const own = platform === "win32" ? [".venv", "Scripts", "waymark.exe"] : [".venv", "bin", "waymark"];
  const path = join(folder, ...own);
  return existsSync(path) ? path : "waymark";
}

/**
 * @returns {Promise<{problems: object[], advice: object[]} | {missing: true} | {failed: string}>}
 *   Each problem: file, line, column, text (generator/formatters/json_report.py).
 */
function check(folder, program = programOf(folder)) {
  const options = { cwd: folder, maxBuffer: MOST, env: { ...process.env, PYTHONUTF8: "1", NO_COLOR: "1" } };
  return new Promise((done) => {
    execFile(program, ["check", "--format", "json"], options, (error, output, said) => {
      if (error?.code === "ENOENT") return done({ missing: true });
      try {
        const { problems, advice } = JSON.parse(output);
        done({ problems, advice: advice.filter((one) => one.file) });
      } catch {
        done({ failed: said.trim().split("\n").at(-1) || String(error) });
      }
    });
  });
}

/**
 * What to underline: the name or value that begins at a place, else all from there to the end of the line.
 * @param {number} line from 1; `column`: from 1, each character counts as one
 * @returns {{line: number, from: number, to: number}} from 0, as VS Code counts: an emoji counts as two
 */
function spanOf(text, file, line, column) {
  const start = text.split("\n", line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  const words = /.*/.exec(text.slice(start))[0].trimEnd();
  const from = [...words].slice(0, column - 1).join("").length;
  const record = file.endsWith(".md") ? recordOf(text) : { start: 0, end: text.length };
  const node = record && nodesOf(text, record.start, record.end).find((one) => one.start === start + from);
  const to = node ? Math.min(node.end - start, words.length) : words.length;
  return { line: line - 1, from, to: Math.max(to, from + 1) };
}

module.exports = { check, programOf, spanOf };
