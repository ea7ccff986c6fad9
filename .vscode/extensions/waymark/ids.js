// A folder -> the ids that its services and organisations have, each with its name, as choices for the record's lists.
"use strict";

const { existsSync, readFileSync, readdirSync, statSync } = require("node:fs");
const { join } = require("node:path");

const { nodesOf } = require("./record");
const { unquoted } = require("./words");

/** The lists of a campaign that hold ids, and the section of services.yaml that has them. */
const LISTS = { services: "services", partners: "organisations" };

const known = new Map(); // by file: its ids, and the moment it was written, so that it is read once

/** The schema, in which the lists of ids know what there is. */
function withIds(schema, folder) {
  const properties = { ...schema.properties };
  for (const [list, section] of Object.entries(LISTS)) {
    const found = new Map(filesOf(folder).flatMap((path) => idsIn(path)[section]));
    const items = { ...properties[list].items, enum: [...found.keys()], enumDescriptions: [...found.values()] };
    properties[list] = { ...properties[list], items };
  }
  return { ...schema, properties };
}

function filesOf(folder) {
  const more = join(folder, "services");
  const names = existsSync(more) ? readdirSync(more).filter((name) => name.endsWith(".yaml")) : [];
  return [join(folder, "services.yaml"), ...names.sort().map((name) => join(more, name))].filter(existsSync);
}

function idsIn(path) {
  const written = statSync(path).mtimeMs;
  if (known.get(path)?.written !== written) known.set(path, { written, ids: idsOf(readFileSync(path, "utf8")) });
  return known.get(path).ids;
}

/** @returns {{services: [string, string][], organisations: [string, string][]}} pairs of an id and a name */
function idsOf(text) {
  const values = nodesOf(text).filter((node) => node.role === "value");
  const said = new Map(values.map((node) => [node.path.join(" "), unquoted(text.slice(node.start, node.end))]));
  const ids = { services: [], organisations: [] };
  for (const { path } of values) {
    const [section, entry, field, ...deeper] = path;
    const isId = section === "services" && field === "id" && !deeper.length;
    if (isId) ids.services.push([said.get(path.join(" ")), nameOf(section, entry)]);
    // An organisation's id stands in front of it, and every one has a name, in one language or more.
    const isName = section === "organisations" && field === "name" && (!deeper.length || deeper[0] === "en");
    if (isName) ids.organisations.push([entry, nameOf(section, entry)]);
  }
  return ids;

  function nameOf(...entry) {
    const way = [...entry, "name"].join(" ");
    return said.get(way) ?? said.get(`${way} en`) ?? "";
  }
}

module.exports = { withIds };
