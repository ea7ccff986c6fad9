// VS Code -> help while somebody types the record of a campaign, and red lines after each save. See README.md.
"use strict";

const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const vscode = require("vscode");

const { Checker } = require("./checker");
const { withIds } = require("./ids");
const { helpAt, offersAt } = require("./offers");
const { recordOf } = require("./record");

const CAMPAIGNS = { scheme: "file", pattern: "**/campaigns/*.md" };
const CONTENT = "{*.yaml,*.yml,services/*.yaml,campaigns/**,content/**}";
const AFTER = [" ", "[", "{", ",", ":", "-"]; // VS Code asks what fits after each of these, too

function activate(context) {
  context.subscriptions.push(
    vscode.languages.registerCompletionItemProvider(CAMPAIGNS, { provideCompletionItems }, ...AFTER),
    vscode.languages.registerHoverProvider(CAMPAIGNS, { provideHover }),
  );
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    const checker = new Checker(folder.uri);
    const soon = () => checker.soon();
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, CONTENT));
    context.subscriptions.push(
      checker,
      watcher,
      watcher.onDidChange(soon),
      watcher.onDidCreate(soon),
      watcher.onDidDelete(soon),
    );
    soon();
  }
}

/** The schema, and where the record stands, if the place is in it. */
function around(document, position) {
  const text = document.getText();
  const offset = document.offsetAt(position);
  const record = recordOf(text);
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  if (!folder || !record || offset < record.start || offset > record.end) return undefined;
  const schema = JSON.parse(readFileSync(join(folder.uri.fsPath, ".vscode", "campaign.schema.json"), "utf8"));
  return [withIds(schema, folder.uri.fsPath), text, offset, record];
}

function provideCompletionItems(document, position) {
  const given = around(document, position);
  if (!given) return [];
  const { start, end, offers } = offersAt(...given);
  const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
  return offers.map((offer, number) => {
    const { Property, EnumMember } = vscode.CompletionItemKind;
    const label = { label: offer.label, description: (offer.isNeeded ? "Needed. " : "") + offer.said };
    const item = new vscode.CompletionItem(label, offer.isName ? Property : EnumMember);
    item.range = range;
    item.insertText = new vscode.SnippetString(offer.insert);
    item.documentation = offer.said;
    item.sortText = `${offer.isNeeded ? 0 : 1}${String(number).padStart(3, "0")}`;
    if (offer.hasMore) item.command = { command: "editor.action.triggerSuggest", title: "Show what fits" };
    return item;
  });
}

function provideHover(document, position) {
  const given = around(document, position);
  const help = given && helpAt(...given);
  if (!help) return undefined;
  const words = new vscode.MarkdownString().appendMarkdown("**").appendText(help.title).appendMarkdown("**");
  if (help.isNeeded) words.appendMarkdown(" (needed)");
  words.appendMarkdown("\n\n").appendText(help.said);
  return new vscode.Hover(words, new vscode.Range(document.positionAt(help.start), document.positionAt(help.end)));
}

module.exports = { activate };
