// One name or value as it is typed, with or without quotation marks -> what it says.
"use strict";

/** A text between quotation marks that are both there, as the source of a regular expression. */
const CLOSED = `"(?:[^"\\\\]|\\\\[^])*"|'(?:[^']|'')*'`;

function unquoted(typed) {
  if (typed[0] === "'") return typed.slice(1, -1).replaceAll("''", "'");
  return typed[0] === '"' ? typed.slice(1, -1).replace(/\\(.)/g, "$1") : typed;
}

module.exports = { CLOSED, unquoted };
