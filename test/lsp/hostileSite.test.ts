import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { removeFolder, temporaryFolder } from "../temporaryFolder.ts";
import { endSessions, startSession } from "./session.ts";

const ARTICLE = "content/a.md";

/** A site whose articles have a schema of its own. */
function withSchema(schema: unknown): { readonly [path: string]: string } {
  return {
    "curated-content.yaml": "archetypes:\n  note:\n    files: content/*.md\n    schema: note.json\n",
    "note.json": JSON.stringify(schema),
  };
}

function configuredBy(config: string): { readonly [path: string]: string } {
  return { "curated-content.yaml": config };
}

/** Definitions of which each asks twice for the next. */
function doubling(keyword: "allOf" | "anyOf"): unknown {
  const step = (i: number) => ({
    [keyword]: [{ $ref: `#/definitions/d${i + 1}` }, { $ref: `#/definitions/d${i + 1}` }],
  });
  const definitions = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`d${i}`, step(i)]));
  return {
    definitions: { ...definitions, d40: { type: "integer" } },
    properties: { title: { $ref: "#/definitions/d0" } },
  };
}

const TITLE = `${"a".repeat(40)}!`;

/** What a repository may hold that someone opens without knowing it. */
const SITES: { readonly [name: string]: { readonly [path: string]: string } } = {
  "a pattern that repeats a repetition": withSchema({ properties: { title: { pattern: "^(a+)+$" } } }),
  "a pattern of two ways to say the same": withSchema({ properties: { title: { pattern: "^(a|aa)+$" } } }),
  "a pattern of ten thousand letters": withSchema({
    properties: { title: { pattern: "^((a{1,1000}){1,1000}){1,9}$" } },
  }),
  "a pattern for keys": withSchema({ patternProperties: { "^(t|i|l|e|tt|\\w)+$|^(\\w+)+!$": false } }),
  "a schema that is itself": withSchema({ $ref: "#" }),
  "a schema that is all of itself": withSchema({
    properties: { title: { allOf: [{ pattern: "a" }, { $ref: "#/properties/title" }] } },
  }),
  "a schema that is not itself": withSchema({ not: { $ref: "#" } }),
  "a schema that doubles with each step": withSchema(doubling("anyOf")),
  "a schema that asks all twice": withSchema(doubling("allOf")),
  "a schema that promises": withSchema({ $async: true, properties: { title: { type: "integer" } } }),
  "a schema from elsewhere": withSchema({ $ref: "http://127.0.0.1:9/schema.json" }),
  "2,000 rules": configuredBy(`rules:\n${Array.from({ length: 2000 }, (_, i) => `  r${i}: off\n`).join("")}`),
  "question marks": configuredBy("? ".repeat(10_000)),
  noise: configuredBy(": - [ {".repeat(100_000)),
  "names of objects' own": configuredBy(
    "__proto__: {content: x}\nrules: {__proto__: off, constructor: off}\narchetypes:\n  __proto__: {files: '**'}\n  toString: {files: '**', derive: {constructor: '{{ __proto__ }}', 'a.__proto__.b': x}}\n",
  ),
};

describe("A site that means no good", () => {
  const folders: string[] = [];
  afterEach(async () => {
    await endSessions();
    for (const folder of folders.splice(0)) removeFolder(folder);
  });

  for (const [name, files] of Object.entries(SITES)) {
    it(`stops nothing: ${name}`, async () => {
      const folder = temporaryFolder("hostile-");
      folders.push(folder);
      for (const [path, text] of Object.entries({ ...files, [ARTICLE]: "" })) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      const session = await startSession({ folders: [pathToFileURL(folder).href] });
      const uri = (path: string) => pathToFileURL(join(folder, path)).href;
      await session.open(uri(ARTICLE), `---\ntitle: ${TITLE}\n---\n`);
      await session.diagnostics(uri(ARTICLE));
      const configuration = await session.open(uri("curated-content.yaml"), files["curated-content.yaml"]);
      await session.diagnostics(uri("curated-content.yaml"));
      await session.change(configuration, `# A comment\n${configuration.getText()}`);
      await session.diagnostics(uri("curated-content.yaml"));
      assert.deepEqual(
        session.logged.filter(({ type }) => type === 1),
        [],
      );
    });
  }
});
