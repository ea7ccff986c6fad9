// A schema and a place in a record -> what may be typed there, and what is said about what stands there.
"use strict";

const { nodesOf, placeAt } = require("./record");
const { unquoted } = require("./words");

/**
 * @returns {{start: number, end: number, offers: object[]}} start, end: of the word that an offer takes the place of.
 *   An offer: label, insert ($0 marks where the cursor goes on), said, isName, isNeeded, hasMore (offer once more
 *   after it).
 */
function offersAt(schema, text, offset, record) {
  const place = placeAt(text, offset, record);
  if (!place) return { start: offset, end: offset, offers: [] };
  const { node, nodes, start, end } = place;
  const isBeforeBracket = node.role === "value" && /^[ \t]*[[{]/.test(text.slice(end));
  if (isBeforeBracket) return { start, end, offers: [] };
  const beside = nodes.filter((one) => one !== node && one.role === node.role && isBeside(one.path, node.path));
  const layout = {
    hasColon: /^["']?\s*:/.test(text.slice(end)),
    shift: " ".repeat(node.shift),
    isOwnLine: /^[ \t]*$/.test(text.slice(text.lastIndexOf("\n", start - 1) + 1, start)),
    taken: new Set(beside.map((one) => (one.role === "name" ? one.path.at(-1) : wordOf(text, one, start, end)))),
  };
  const offers =
    node.role === "name"
      ? schemasAt(schema, node.path.slice(0, -1)).flatMap((one) => names(one, layout))
      : schemasAt(schema, node.path).flatMap((one) => values(one, node, layout));
  return { start, end, offers };
}

/** @returns {{start: number, end: number, title: string, said: string, isNeeded: boolean} | undefined} */
function helpAt(schema, text, offset, record) {
  const nodes = nodesOf(text, record.start, record.end);
  const node = nodes.find((one) => one.start <= offset && offset < one.end);
  if (!node) return undefined;
  const { start, end } = node;
  if (node.role === "value") {
    const word = unquoted(text.slice(start, end));
    const choice = schemasAt(schema, node.path).flatMap(choices).find((one) => one.label === word && one.said);
    if (choice) return { start, end, title: choice.label, said: choice.said, isNeeded: false };
  }
  const way = node.path.slice(0, node.path.findLastIndex((step) => typeof step === "string") + 1);
  const field = schemasAt(schema, way).find((one) => one.description);
  if (!field) return undefined;
  const isNeeded = schemasAt(schema, way.slice(0, -1)).some((one) => one.required?.includes(way.at(-1)));
  return { start, end, title: field.title ?? way.at(-1), said: field.description, isNeeded };
}

/** Every schema that speaks of what stands at the end of a way. */
function schemasAt(schema, path) {
  return path.reduce(
    (found, step) => found.flatMap((one) => parts(typeof step === "number" ? one.items : field(one, step))),
    parts(schema),
  );
}

function parts(schema) {
  return schema && typeof schema === "object" ? [schema, ...(schema.anyOf ?? []).flatMap(parts)] : [];
}

function field(schema, name) {
  if (Object.hasOwn(schema.properties ?? {}, name)) return schema.properties[name];
  const fits = Object.entries(schema.patternProperties ?? {}).find(([pattern]) => new RegExp(pattern, "u").test(name));
  return fits ? fits[1] : schema.additionalProperties;
}

function names(schema, layout) {
  const free = Object.entries(schema.properties ?? {}).filter(([name]) => !layout.taken.has(name));
  return free.map(([name, one]) => {
    const more = layout.hasColon ? "" : begun(parts(one), layout.isOwnLine);
    return {
      label: name,
      insert: layout.shift + name + more,
      said: one.description ?? "",
      isName: true,
      isNeeded: (schema.required ?? []).includes(name),
      hasMore: more.includes("$0") || (more !== "" && parts(one).some((part) => part.enum)),
    };
  });
}

/** What follows a name, so that what belongs there can be typed at once. */
function begun(kinds, isOwnLine) {
  const list = kinds.find((one) => one.items);
  if (list && isOwnLine && parts(list.items).some((one) => one.properties)) return ":\n  - $0";
  if (list) return ": [$0]";
  return kinds.some((one) => one.properties) ? ": {$0}" : ": ";
}

function values(schema, node, layout) {
  const free = choices(schema).filter((one) => !layout.taken.has(one.label));
  if (node.fresh) free.push(...names(schema, layout));
  if (!schema.items) return free;
  // A list is wanted here, and nobody has begun one.
  const [before, after] = node.fresh ? ["- ", ""] : ["[", "]"];
  const inside = parts(schema.items).flatMap((one) => values(one, node, { ...layout, isOwnLine: false }));
  return [...free, ...inside.map((one) => ({ ...one, insert: before + one.insert + after }))];
}

function choices(schema) {
  const words = (schema.enum ?? []).map((word, number) => ({
    label: String(word),
    insert: String(word),
    said: schema.enumDescriptions?.[number] ?? "",
    isName: false,
    isNeeded: false,
    hasMore: false,
    isWord: typeof word === "string",
  }));
  return words.filter((one) => one.isWord);
}

function isBeside(one, other) {
  return one.length === other.length && one.slice(0, -1).every((step, number) => step === other[number]);
}

/** What a value says. The places of nodes are those of the text with one sign where the word at the cursor stands. */
function wordOf(text, node, start, end) {
  const later = node.start > start ? end - start - 1 : 0;
  return unquoted(text.slice(node.start + later, node.end + later));
}

module.exports = { helpAt, offersAt, schemasAt };
