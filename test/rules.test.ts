import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { applyEdits } from "../server/src/service/document/span.ts";
import { rules } from "../server/src/service/rules/index.ts";
import { createWorld } from "./world.ts";

const RULES_FOLDER = fileURLToPath(new URL("../../server/src/service/rules/", import.meta.url));

describe("rules", () => {
  it("are listed by id, each in a file of its name", () => {
    const ids = rules.map(({ id }) => id);
    assert.deepEqual(ids, ids.toSorted());
    for (const id of ids) assert.ok(existsSync(`${RULES_FOLDER}${id}.ts`), id);
    const files = readdirSync(RULES_FOLDER).filter((name) => /^[a-z]+(?:-[a-z]+)+\.ts$/.test(name));
    assert.deepEqual(files.map((name) => name.replace(".ts", "")).toSorted(), ids);
  });

  for (const rule of rules) {
    describe(rule.id, () => {
      it("says what it is about", () => {
        assert.match(rule.summary, /^[A-Z].*\.$/);
        assert.match(rule.why, /^[A-Z`].*\.$/);
        assert.ok(rule.examples.length > 0);
      });
      for (const [index, { path = "news/a.md", bad, fixed }] of rule.examples.entries()) {
        it(`finds the fault of example ${index + 1}${fixed === undefined ? "" : " and repairs it"}`, async () => {
          assert.ok((await findingsOf(rule.id, path, bad)).length > 0, bad);
          if (fixed === undefined) return;
          assert.equal(await repaired(rule.id, path, bad), fixed);
          assert.deepEqual(await findingsOf(rule.id, path, fixed), []);
        });
      }
    });
  }
});

async function findingsOf(ruleId: string, path: string, text: string) {
  const world = createWorld();
  return (await world.service.diagnose(world.document(path, text))).filter((found) => found.ruleId === ruleId);
}

/** Applies the fixes of one rule alone. */
async function repaired(ruleId: string, path: string, text: string): Promise<string> {
  const world = createWorld();
  const others = rules.filter(({ id }) => id !== ruleId).map(({ id }) => [id, "off"] as const);
  const settings = { enable: true, rules: Object.fromEntries(others) };
  return applyEdits(text, await world.service.fixAll(world.document(path, text), settings));
}
