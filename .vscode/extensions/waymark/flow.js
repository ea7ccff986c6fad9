// What stands in {...} or [...], over as many lines as there are -> its names and values.
"use strict";

const { CLOSED, unquoted } = require("./words");

const WORD = new RegExp(`${CLOSED}|(?:(?!\\s#|:(?:[\\s,[\\]{}]|$))[^,[\\]{}\\r\\n])+`, "y");
const COMMENT = /(?<=\s)#.*/y;

/**
 * @param {number} at the place of the first bracket; `end`: where the text that it may take ends
 * @param {(string | number)[]} slot the way to it
 * @param {object[]} nodes takes what is found
 * @returns {number} the place after the last bracket, or where the text ends without one
 */
function flowNodes(text, at, end, slot, nodes) {
  const open = [];
  const within = text.slice(0, end);
  while (at < end) {
    const top = open.at(-1);
    const sign = text[at];
    if (sign === "{" || sign === "[") {
      const path = top ? (top.slot ?? top.path) : slot;
      open.push({ isMap: sign === "{", path, slot: sign === "{" ? undefined : [...path, 0], count: 0 });
    } else if (sign === "}" || sign === "]") {
      open.pop();
      if (!open.length) return at + 1;
    } else if (sign === ",") {
      top.slot = top.isMap ? undefined : [...top.path, ++top.count];
    } else if (/\S/.test(sign)) {
      const word = matched(COMMENT, within, at) || matched(WORD, within, at).trimEnd();
      const place = { start: at, end: at + word.length, fresh: false, shift: 0 };
      if (word && !word.startsWith("#")) nodes.push({ ...taken(top, word), ...place });
      at += word.length || 1;
      continue;
    }
    at += 1;
  }
  return at;
}

/** What a word is in the bracket that is open: the first one after a comma in {...} is a name. */
function taken(top, word) {
  if (!top.isMap || top.slot) return { role: "value", path: top.slot };
  top.slot = [...top.path, unquoted(word)];
  return { role: "name", path: top.slot };
}

function matched(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}

module.exports = { flowNodes };
