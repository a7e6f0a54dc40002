import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { filters } from "../server/src/service/model/derivation/filters.ts";
import { createWorld, SITE } from "./world.ts";

const PAGE = readFileSync(fileURLToPath(new URL("../../docs/configuration.md", import.meta.url)), "utf8");
const SCHEMA = readFileSync(
  fileURLToPath(new URL("../../schemas/curated-content.schema.json", import.meta.url)),
  "utf8",
);

describe("the page about configuration", () => {
  const examples = [...PAGE.matchAll(/```yaml\n([^`]*)```/g)].map(([, example = ""]) => example);
  for (const example of examples) {
    it(`has an example without a fault: ${example.split("\n", 1)[0]}`, async () => {
      const files = { "schemas/event.schema.json": "{}", "content/a/a.md": "" };
      const world = createWorld({ ...SITE, ...files, "curated-content.yaml": example });
      assert.deepEqual(await world.service.siteProblems("file:///site/content/a.md"), []);
    });
  }

  it("describes every key and every filter", () => {
    assert.ok(examples.length > 2);
    const keys = Object.keys(JSON.parse(SCHEMA).properties);
    const names = [...keys.map((key) => `\`${key}\``), ...filters.map(({ name }) => `\`${name}`)];
    assert.deepEqual(
      names.filter((name) => !PAGE.includes(name)),
      [],
    );
  });
});
