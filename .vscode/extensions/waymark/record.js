// The text of a record in YAML, even half typed -> its names and values, each with its place and the way to it.
"use strict";

const { flowNodes } = require("./flow");
const { CLOSED, unquoted } = require("./words");

const NAME = new RegExp(`^(?:${CLOSED}|[^\\s"'[\\]{},#&*!|>%@\`](?:(?!\\s#).)*?)(?=\\s*:(?:\\s|$))`);
const HERE = "\uE000"; // stands for the word at the cursor, while we look where that is
const TAB = "  "; // as wide as in our settings

/**
 * Where the record of a Markdown file stands: between its first line, of ---, and the next such line.
 * Without a second one, the record is not finished: it goes on to the end.
 * @returns {{start: number, end: number} | undefined} places in the text; none where the file has no record
 */
function recordOf(text) {
  const first = /^\uFEFF?---[ \t]*\r?\n/.exec(text);
  if (!first) return undefined;
  const start = first[0].length;
  const last = /^---[ \t]*$/m.exec(text.slice(start));
  return { start, end: last ? start + last.index : text.length };
}

/**
 * Every name and value of a YAML text. Nothing that is typed makes it fail: what can't be read is left out.
 * @returns {{role: "name" | "value", path: (string | number)[], start: number, end: number,
 *   fresh: boolean, shift: number}[]}
 *   path: the way from the top, as ["posts", 0, "text"]; that of a name ends with it.
 *   fresh: nothing stands before it on its line but hyphens, so that a name could still become of it.
 *   shift: how many columns too far left a name stands that is not finished.
 */
function nodesOf(text, from = 0, to = text.length) {
  const reader = new Reader(text, linesOf(text, from, to));
  for (let number = 0; number < reader.lines.length; ) number = reader.read(number);
  return reader.nodes;
}

/**
 * What stands at a place, or would stand there if somebody typed a word.
 * @returns {{node: object, nodes: object[], start: number, end: number} | undefined}
 *   start, end: of the word at the place, in the text given; node.path holds "" for that word.
 */
function placeAt(text, offset, record) {
  const start = offset - /[\w-]*$/.exec(text.slice(record.start, offset))[0].length;
  const end = offset + /^[\w-]*/.exec(text.slice(offset, record.end))[0].length;
  const tried = text.slice(0, start) + HERE + text.slice(end);
  const nodes = nodesOf(tried, record.start, record.end + tried.length - text.length);
  const node = nodes.find((one) => one.start <= start && start < one.end);
  if (!node) return undefined;
  node.path = node.path.map((step) => (typeof step === "string" ? step.replace(HERE, "") : step));
  return { node, nodes, start, end };
}

function linesOf(text, from, to) {
  const lines = [];
  for (let start = from; start < to; ) {
    const next = text.indexOf("\n", start);
    const stop = next < 0 || next >= to ? to : next;
    const line = text.slice(start, stop);
    const space = /^[ \t]*/.exec(line)[0];
    const words = line.slice(space.length).trimEnd();
    lines.push({ at: start + space.length, indent: space.replaceAll("\t", TAB).length, words });
    start = stop + 1;
  }
  return lines;
}

const isEmpty = (words) => !words || words.startsWith("#");

class Reader {
  constructor(text, lines) {
    this.text = text;
    this.lines = lines;
    this.nodes = [];
    // What is open at this line, the outermost first. slot: the way to what may follow, deeper, in the next lines.
    this.open = [{ kind: "file", indent: -1, path: [], slot: [] }];
  }

  /** Reads what begins in a line. Returns the number of the line after it. */
  read(number) {
    let { at, indent, words } = this.lines[number];
    const cut = (length) => {
      at += length;
      indent += length;
      words = words.slice(length);
    };
    while (!isEmpty(words)) {
      const hyphen = /^-(?:\s+|$)/.exec(words);
      if (!hyphen) break;
      const list = this.enter("list", indent);
      list.slot = [...list.path, list.count++];
      cut(hyphen[0].length);
    }
    if (isEmpty(words)) return number + 1;
    const name = NAME.exec(words);
    if (!name) return this.value(number, at, words, indent);
    const map = this.enter("map", indent);
    map.slot = [...map.path, unquoted(name[0])];
    this.add("name", map.slot, at, name[0].length, true);
    cut(/^\s*:\s*/.exec(words.slice(name[0].length))[0].length + name[0].length);
    return isEmpty(words) ? number + 1 : this.value(number, at, words);
  }

  /** The mapping or list that goes on, or begins, at this indentation. */
  enter(kind, indent) {
    const ends = (one) => one.indent > indent || (kind === "map" && one.kind === "list" && one.indent === indent);
    while (ends(this.open.at(-1))) this.open.pop();
    const top = this.open.at(-1);
    if (top.kind === kind && top.indent === indent) return top;
    const begun = { kind, indent, path: top.slot, slot: top.slot, count: 0 };
    this.open.push(begun);
    return begun;
  }

  /** A value after a name, or, with its indentation, one that begins a line or stands after a hyphen. */
  value(number, at, words, indent) {
    const fresh = indent !== undefined;
    const owner = fresh ? this.open.findLast((one) => one.indent < indent) : this.open.at(-1);
    const next = this.after(number, owner.indent);
    if (/^[|>][-+\d]*\s*(?:#.*)?$/.test(words)) {
      this.add("value", owner.slot, at, this.endOf(next - 1) - at, false);
      return next;
    }
    if (words[0] === "[" || words[0] === "{") {
      return this.lineAfter(number, flowNodes(this.text, at, this.endOf(next - 1), owner.slot, this.nodes));
    }
    const quoted = new RegExp(`^(?:${CLOSED})`).exec(this.text.slice(at, this.endOf(next - 1)));
    if (quoted) {
      this.add("value", owner.slot, at, quoted[0].length, fresh);
      return this.lineAfter(number, at + quoted[0].length);
    }
    const plain = words.split(/\s#/, 1)[0].trimEnd();
    const map = fresh && this.mapAt(indent);
    if (map) this.add("name", [...map.path, plain], at, plain.length, true, map.indent - indent);
    else this.add("value", owner.slot, at, plain.length, fresh);
    return number + 1;
  }

  /** The mapping that a name at this indentation is for. Below a hyphen it is that of the entry, further right. */
  mapAt(indent) {
    const here = this.open.findIndex((one) => one.indent === indent);
    const [one, inside] = here < 0 ? [] : this.open.slice(here);
    return [one, inside].find((open) => open?.kind === "map" && (open === one || one.kind === "list"));
  }

  add(role, path, start, length, fresh, shift = 0) {
    this.nodes.push({ role, path, start, end: start + length, fresh, shift });
  }

  /** The number of the first line that no longer belongs to a value in a mapping or list at this indentation. */
  after(number, indent) {
    let next = number + 1;
    while (next < this.lines.length && (!this.lines[next].words || this.lines[next].indent > indent)) next += 1;
    return next;
  }

  lineAfter(number, place) {
    let next = number + 1;
    while (next < this.lines.length && this.lines[next].at < place) next += 1;
    return next;
  }

  endOf(number) {
    return this.lines[number].at + this.lines[number].words.length;
  }
}

module.exports = { nodesOf, placeAt, recordOf };
