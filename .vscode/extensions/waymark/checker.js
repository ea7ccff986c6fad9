// A folder -> the red lines in its files, drawn anew after each change.
"use strict";

const { readFile } = require("node:fs/promises");
const vscode = require("vscode");

const { check, spanOf } = require("./checking");

const PAUSE = 200; // milliseconds: one save can be told several times

class Checker {
  constructor(folder) {
    this.folder = folder;
    // The names are those of the task in .vscode/tasks.json, so that its lines and ours are never there twice.
    this.mistakes = vscode.languages.createDiagnosticCollection("waymark");
    this.advice = vscode.languages.createDiagnosticCollection("waymark-advice");
    this.isRunning = this.isAsked = this.hasTold = false;
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), PAUSE);
  }

  /** Checks; once more if something changed meanwhile. */
  async now() {
    this.isAsked = true;
    if (this.isRunning) return;
    this.isRunning = true;
    while (this.isAsked) {
      this.isAsked = false;
      await this.show(await check(this.folder.fsPath));
    }
    this.isRunning = false;
  }

  async show(found) {
    const { DiagnosticSeverity } = vscode;
    await this.draw(this.mistakes, found.problems ?? [], DiagnosticSeverity.Error);
    await this.draw(this.advice, found.advice ?? [], DiagnosticSeverity.Information);
    if (found.problems || this.hasTold) return;
    this.hasTold = true;
    vscode.window.showWarningMessage(
      found.missing
        ? "Mistakes are not underlined yet: Waymark is not set up in this folder. Type make site in a terminal."
        : `Mistakes are not underlined: waymark check could not run. It said: ${found.failed}`,
    );
  }

  async draw(collection, problems, severity) {
    const byFile = new Map();
    for (const problem of problems) byFile.set(problem.file, [...(byFile.get(problem.file) ?? []), problem]);
    const drawn = await Promise.all(
      [...byFile].map(async ([file, ones]) => {
        const uri = vscode.Uri.joinPath(this.folder, file);
        const text = await readFile(uri.fsPath, "utf8").catch(() => "");
        return [uri, ones.map((one) => lineUnder(text, one, severity))];
      }),
    );
    collection.clear();
    collection.set(drawn);
  }

  dispose() {
    clearTimeout(this.timer);
    this.mistakes.dispose();
    this.advice.dispose();
  }
}

function lineUnder(text, problem, severity) {
  const { line, from, to } = spanOf(text, problem.file, problem.line, problem.column);
  const diagnostic = new vscode.Diagnostic(new vscode.Range(line, from, line, to), problem.text, severity);
  diagnostic.source = "waymark";
  return diagnostic;
}

module.exports = { Checker };
