// The project's schema in a form that a YAML language server can load: one file without references to others, and the
// topics of the sample site as an enum, so that the peer, too, completes and checks them.
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { projectRoot, siteRoot } from "./sample.mjs";

export function createPeerSchema() {
  const schema = createSchema();
  schema.properties.communityTopics.items.enum = readTopics();
  return schema;
}

/** The schema of articles in one file. */
export function createSchema() {
  const { $id: _, ...schema } = readJson("news.schema.json");
  return inlineReferences(schema);
}

/** @param {string} name */
function readJson(name) {
  return JSON.parse(readFileSync(`${projectRoot}schemas/${name}`, "utf8"));
}

/** @returns {string[]} */
function readTopics() {
  const { schemes } = parse(readFileSync(`${siteRoot}/data/topics.yaml`, "utf8"));
  return schemes.flatMap((/** @type {any} */ scheme) =>
    scheme.topics.map((/** @type {any} */ topic) => `${scheme.label}: ${topic.label}`),
  );
}

/**
 * @param {any} schema
 * @returns {any}
 */
function inlineReferences(schema) {
  if (typeof schema !== "object" || schema === null) return schema;
  if (Array.isArray(schema)) return schema.map(inlineReferences);
  if (typeof schema.$ref === "string") return inlineReferences(resolveReference(schema.$ref));
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, inlineReferences(value)]));
}

/** @param {string} reference */
function resolveReference(reference) {
  const [file = "", pointer = ""] = reference.split("#");
  if (file === "") throw new Error(`the peer's schema cannot hold the inner reference ${reference}`);
  const path = pointer.split("/").slice(1);
  return path.reduce((schema, key) => schema[key.replaceAll("~1", "/").replaceAll("~0", "~")], readJson(file));
}
