import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { applyEdits } from "../server/src/service/document/span.ts";
import { rules } from "../server/src/service/rules/index.ts";
import type { Example } from "../server/src/service/rules/rule.ts";
import { createWorld, SITE } from "./world.ts";

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
      for (const [index, example] of rule.examples.entries()) {
        const { bad, beside, fixed } = example;
        it(`finds the fault of example ${index + 1}${fixed === undefined ? "" : " and repairs it"}`, async () => {
          assert.ok((await findingsOf(rule.id, example, bad)).length > 0, bad);
          if (fixed !== undefined) {
            assert.equal(await repaired(rule.id, example, bad), fixed);
            assert.deepEqual(await findingsOf(rule.id, example, fixed), []);
          }
          if (beside === undefined) return;
          assert.deepEqual(
            await findingsOf(rule.id, { ...example, beside: {} }, bad),
            [],
            "without the files beside it",
          );
        });
      }
    });
  }
});

async function findingsOf(ruleId: string, { path = "news/a.md", beside = {} }: Example, text: string) {
  const world = createWorld({ ...SITE, ...beside });
  const document = world.document(path, text);
  await world.service.indexSite(document.uri);
  return (await world.service.diagnose(document)).filter((found) => found.ruleId === ruleId);
}

/** Applies the fixes of one rule alone, one after the other. The others run, for some rules are about what those find. */
async function repaired(ruleId: string, example: Example, text: string): Promise<string> {
  const fix = (await findingsOf(ruleId, example, text)).find((found) => found.fix !== undefined)?.fix;
  return fix === undefined ? text : repaired(ruleId, example, applyEdits(text, fix.edits));
}
