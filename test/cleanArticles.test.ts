import assert from "node:assert/strict";
import { applyEdits } from "../server/src/service/document/span.ts";
import { entryAt } from "./articleEntries.ts";
import { SLIPS, type Slip } from "./articleSlips.ts";
import { LINE_BREAKS } from "./faults.ts";
import { runs } from "./runs.ts";
import { sampleSite } from "./sampleSites.ts";
import { createWorld, type World } from "./world.ts";

const FILES = sampleSite("medigy");
const ARTICLES = Object.entries(FILES).flatMap(([path, text]) =>
  text !== undefined && /\/curated-news\/[^_][^/]*\.md$/.test(path) ? [{ path, text }] : [],
);

/** One in so many pairs of slip and article is tried, in one of the writings in turn; by hand all, in all of them. */
const ONE_IN = runs(1) > 1 ? 1 : 4;

describe("what is wrong in an article", () => {
  let world: World;

  before(async () => {
    world = createWorld(FILES);
    await world.service.indexSite(`file:///site/${ARTICLES[0]?.path}`);
  });

  it("is nothing, however the lines end", async () => {
    assert.ok(ARTICLES.length >= 15);
    for (const { path, text } of ARTICLES) {
      for (const [name, written] of LINE_BREAKS) {
        const found = await world.service.diagnose(world.document(path, written(text)));
        assert.deepEqual(found, [], `${name}: ${path}`);
      }
    }
  });

  for (const [index, slip] of SLIPS.entries()) {
    it(`is seen, ${slip.open === undefined ? "and put right" : `though ${slip.open}`}: ${slip.name}`, async () => {
      let tried = 0;
      for (const [count, { path, text }] of ARTICLES.entries()) {
        const slipped = slip.make(text);
        if (slipped === undefined) continue;
        tried++;
        for (const [turn, [, written]] of LINE_BREAKS.entries()) {
          const isTurn = (index + count) % (ONE_IN * LINE_BREAKS.length) === turn * ONE_IN;
          if (ONE_IN === 1 || isTurn) await assertAnswered(world, slip, { path, text, slipped, written });
        }
      }
      assert.ok(tried > 0, "no article has a place for it");
    });
  }
});

interface Case {
  readonly path: string;
  readonly text: string;
  readonly slipped: string;
  written(text: string): string;
}

/** One problem, on its line; and the same bytes as before, unless only the author knows them. */
async function assertAnswered(world: World, slip: Slip, { path, text, slipped, written }: Case): Promise<void> {
  const document = world.document(path, written(slipped));
  const found = await world.service.diagnose(document);
  const told = `${path}: ${JSON.stringify(found.map(({ ruleId, start }) => [lineOf(document.getText(), start), ruleId]))}`;
  const [only] = found;
  assert.ok(only !== undefined && found.length === 1, told);
  assert.ok(slip.rules.includes(only.ruleId), told);
  assert.equal(lineOf(document.getText(), only.start), expectedLine(slip, text, slipped), told);
  const repaired = applyEdits(document.getText(), await world.service.fixAll(document));
  if (slip.open === undefined) assert.equal(repaired, written(text), told);
  else assert.notEqual(repaired, written(text), told);
}

function expectedLine({ at }: Slip, before: string, slipped: string): number {
  if (at === "") return 1;
  if (at !== undefined) return lineOf(slipped, entryAt(slipped, at)?.start ?? 0);
  const lines = before.split("\n");
  return slipped.split("\n").findIndex((line, index) => line !== lines[index]) + 1;
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
