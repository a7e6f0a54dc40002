// Compiles the JSON Schemas to plain code once, at build time: ajv itself takes tens of milliseconds to load and
// compile, which neither an editor's start nor a run of the command line should pay.
import { mkdir, readdir, readFile, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** File name of a schema (before `.schema.json`) → the names under which the module exports it. */
const compiled = {
  news: { schema: "newsSchema", validate: "validateNews" },
  "curated-content": { schema: "siteConfigSchema", validate: "validateSiteConfig" },
  communities: { schema: "communitiesSchema", validate: "validateCommunities" },
  topics: { schema: "topicsSchema", validate: "validateTopics" },
};

/**
 * Writes `schemas/generated/validators.js`: a module without imports that holds the validators and, as data, the
 * schemas they were made from. Does nothing when the module is newer than all it is made from.
 */
export async function compileSchemas(rootDir) {
  const folder = join(rootDir, "schemas");
  const output = join(folder, "generated", "validators.js");
  // The module keeps its time while its content stays the same, so the time of the last run is kept beside it.
  const stamp = join(folder, "generated", "checked");
  const files = (await readdir(folder)).filter((name) => name.endsWith(".schema.json"));
  const inputs = [
    ...files.map((name) => join(folder, name)),
    fileURLToPath(import.meta.url),
    join(rootDir, "package-lock.json"),
  ];
  if (await isUpToDate(output, stamp, inputs)) return;

  const started = new Date();
  const code = await generate(rootDir, await readSchemas(folder, files));
  await mkdir(join(folder, "generated"), { recursive: true });
  if ((await readFile(output, "utf8").catch(() => undefined)) !== code) await writeFile(output, code);
  await writeFile(stamp, "");
  // Inputs that changed while this ran must count as newer.
  await utimes(stamp, started, started);
}

async function isUpToDate(output, stamp, inputs) {
  const [checked, written, ...changed] = await Promise.all([stamp, output, ...inputs].map(modified));
  return (
    written !== undefined && checked !== undefined && changed.every((time) => time === undefined || time < checked)
  );
}

async function modified(path) {
  return (await stat(path).catch(() => undefined))?.mtimeMs;
}

async function readSchemas(folder, files) {
  const schemas = {};
  for (const name of files) schemas[name] = JSON.parse(await readFile(join(folder, name), "utf8"));
  return schemas;
}

async function generate(rootDir, schemas) {
  const [{ default: Ajv }, { default: standaloneCode }, esbuild] = await Promise.all([
    import("ajv"),
    import("ajv/dist/standalone/index.js"),
    import("esbuild"),
  ]);
  const ajv = new Ajv.default({
    allErrors: true,
    strict: true,
    // Hugo takes a text or a list for several keys. A union of types gives one error where `anyOf` gives three.
    allowUnionTypes: true,
    unicodeRegExp: true,
    // A date is one when Hugo can read it, and that is for the rules to say.
    validateFormats: false,
    verbose: false,
    code: { source: true, esm: true },
  });
  for (const annotation of [
    "x-patternMessage",
    "x-vocabulary",
    "x-image",
    "x-file",
    "x-unique",
    "x-expected",
    "x-hugo",
  ])
    ajv.addKeyword(annotation);

  const ids = {};
  const data = [];
  for (const [name, exported] of Object.entries(compiled)) {
    const schema = inlineReferences(schemas[`${name}.schema.json`], schemas);
    ajv.addSchema(schema);
    ids[exported.validate] = schema.$id;
    // `JSON.parse` loads faster than a literal, and its type is not a thousand lines of declarations.
    const text = JSON.stringify(JSON.stringify(schema));
    data.push(`export const ${exported.schema} = /* @__PURE__ */ JSON.parse(${text});\n`);
  }
  const bundle = await esbuild.build({
    stdin: { contents: standaloneCode.default(ajv, ids) + data.join(""), resolveDir: rootDir },
    bundle: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    legalComments: "none",
    write: false,
    logLevel: "error",
  });
  // The bundler names each file in a comment; printing the code once more leaves only those that bundlers need.
  return (await esbuild.transform(bundle.outputFiles[0].text, { target: "es2022" })).code;
}

/** Replaces every `{ "$ref": "file.schema.json#/pointer" }` by what it points to. */
function inlineReferences(value, schemas) {
  if (Array.isArray(value)) return value.map((item) => inlineReferences(item, schemas));
  if (typeof value !== "object" || value === null) return value;
  if (typeof value.$ref === "string") return inlineReferences(resolveReference(value.$ref, schemas), schemas);
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, inlineReferences(child, schemas)]));
}

function resolveReference(reference, schemas) {
  const [file, pointer = ""] = reference.split("#");
  const target = pointer
    .split("/")
    .slice(1)
    .reduce((node, key) => node?.[key], schemas[file]);
  if (target === undefined) throw new Error(`No schema at ${reference}`);
  return target;
}
