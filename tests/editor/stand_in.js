// For the tests: what our extension uses of VS Code, doing what VS Code says it does and keeping what it was given.
"use strict";

const Module = require("node:module");
const { join } = require("node:path");

const EXTENSION = join(__dirname, "..", "..", ".vscode", "extensions", "waymark");
const ROOT = join(__dirname, "..", "..");

class Position {
  constructor(line, character) {
    Object.assign(this, { line, character });
  }
}

class Range {
  constructor(...given) {
    const [line, from, last, to] = given;
    const [start, end] = given.length === 4 ? [new Position(line, from), new Position(last, to)] : given;
    Object.assign(this, { start, end });
  }
}

class SnippetString {
  constructor(value) {
    this.value = value;
  }
}

class CompletionItem {
  constructor(label, kind) {
    Object.assign(this, { label, kind });
  }
}

class MarkdownString {
  value = "";
  appendMarkdown(words) {
    this.value += words;
    return this;
  }
  appendText(words) {
    return this.appendMarkdown(words.replace(/[\\`*_{}[\]()#+\-!~]/g, "\\$&"));
  }
}

class Hover {
  constructor(contents, range) {
    Object.assign(this, { contents, range });
  }
}

class Diagnostic {
  constructor(range, message, severity) {
    Object.assign(this, { range, message, severity });
  }
}

class RelativePattern {
  constructor(base, pattern) {
    Object.assign(this, { base, pattern });
  }
}

const uriOf = (fsPath) => ({ fsPath, scheme: "file" });

/** One window of VS Code, with these folders open. */
function aWindow(...folders) {
  const seen = { providers: {}, drawn: {}, told: [], watched: [], changed: [], triggers: [] };
  const open = folders.map((path) => ({ uri: uriOf(path) }));
  const disposable = { dispose() {} };
  const later = (tell) => seen.changed.push(tell) && disposable;
  const vscode = {
    ...{ Position, Range, SnippetString, CompletionItem, MarkdownString, Hover, Diagnostic, RelativePattern },
    CompletionItemKind: { Property: 9, EnumMember: 19 },
    DiagnosticSeverity: { Error: 0, Information: 2 },
    Uri: { joinPath: (uri, path) => uriOf(join(uri.fsPath, path)) },
    languages: {
      registerCompletionItemProvider(selector, provider, ...triggers) {
        Object.assign(seen.providers, provider);
        Object.assign(seen, { selector, triggers });
        return disposable;
      },
      registerHoverProvider(selector, provider) {
        Object.assign(seen.providers, provider);
        return disposable;
      },
      createDiagnosticCollection(name) {
        const drawn = (seen.drawn[name] = new Map());
        return {
          clear: () => drawn.clear(),
          set: (entries) => entries.forEach(([uri, ones]) => drawn.set(uri.fsPath, ones)),
          dispose: () => drawn.clear(),
        };
      },
    },
    workspace: {
      workspaceFolders: open.length ? open : undefined,
      getWorkspaceFolder: (uri) => open.find((one) => uri.fsPath.startsWith(one.uri.fsPath)),
      createFileSystemWatcher(pattern) {
        seen.watched.push(pattern.pattern);
        return { onDidChange: later, onDidCreate: later, onDidDelete: later, dispose() {} };
      },
    },
    window: { showWarningMessage: (words) => seen.told.push(words) },
  };
  return { vscode, seen };
}

/** The extension as it starts in this window. */
function started(window) {
  for (const path of Object.keys(require.cache)) if (path.startsWith(EXTENSION)) delete require.cache[path];
  const load = Module._load;
  Module._load = (name, ...more) => (name === "vscode" ? window.vscode : load(name, ...more));
  try {
    const context = { subscriptions: [] };
    require(join(EXTENSION, "extension.js")).activate(context);
    return () => context.subscriptions.forEach((one) => one.dispose());
  } finally {
    Module._load = load;
  }
}

/** A document open in the editor, and the place in it that is marked with the sign ¦. */
function aDocument(path, marked) {
  const place = marked.indexOf("¦");
  const text = marked.replace("¦", "");
  const positionAt = (offset) => {
    const before = text.slice(0, offset).split("\n");
    return new Position(before.length - 1, before.at(-1).length);
  };
  const offsetAt = ({ line, character }) =>
    text.split("\n", line).reduce((sum, one) => sum + one.length + 1, 0) + character;
  return { document: { uri: uriOf(path), getText: () => text, positionAt, offsetAt }, position: positionAt(place) };
}

module.exports = { EXTENSION, ROOT, aDocument, aWindow, started };
