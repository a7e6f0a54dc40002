import assert from "node:assert/strict";
import fc from "fast-check";
import { parseFrontMatter } from "../server/src/service/document/frontMatter.ts";
import type { JsonObject } from "../server/src/service/document/jsonValue.ts";
import { applyEdits } from "../server/src/service/document/span.ts";
import type { CodeAction, Diagnostic } from "../server/src/service/languageService.ts";
import { assertNarrow } from "./answers.ts";
import { FAULTS, plantedAll } from "./faults.ts";
import { actionsIn, CLEAN, diagnose, fixed } from "./fixture.ts";
import { runs } from "./runs.ts";
import { slippedFrom } from "./slips.ts";
import { canonical, dataIn, style, writtenIn } from "./yamlStyles.ts";

// Whatever is wrong, however the article is written: an answer does what it says and touches nothing else.

const CLEAN_DATA = dataIn(CLEAN);

/** The data of the clean article with faults whose answer the model knows, but for those of the text itself. */
const planted = fc
  .subarray([...FAULTS], { minLength: 1, maxLength: 3 })
  .map(plantedAll)
  .filter((text) => parseFrontMatter(text)?.problems.length === 0)
  .map(dataIn);

const slipped = slippedFrom(CLEAN_DATA);

/** What is typed, pasted and lost by the keys of a keyboard. */
const stroke = fc.record({
  at: fc.nat(9999),
  remove: fc.oneof(fc.constant(0), fc.nat(12)),
  insert: fc.constantFrom(
    ..."|'|\"|[|]|{|:|: |#| #|- |-|*|&x |*x|@|>|\n|\t|  |    |---\n|\u00A0|ü|🎉|,|!!str |% ".split("|"),
    ...CLEAN.split(/(?<=\n)/),
  ),
});

describe("an article in any style", () => {
  it("has no more problems than in the house style", () =>
    fc.assert(
      fc.asyncProperty(style, async (chosen) => {
        const text = writtenIn(CLEAN_DATA, chosen);
        fc.pre(text !== undefined);
        assert.deepEqual(
          (await diagnose(text)).map(({ message }) => message),
          [],
          text,
        );
      }),
      { numRuns: runs(20) },
    ));

  it("is offered answers that end their problem and change one key", () =>
    fc.assert(
      fc.asyncProperty(fc.oneof(planted, slipped), style, async (values, chosen) => {
        const text = writtenIn(values, chosen);
        fc.pre(text !== undefined);
        const before = await diagnose(text);
        for (const action of await actionsIn(text)) {
          assertNarrow(text, action.edits);
          await assertAnswer(text, action, before);
        }
      }),
      { numRuns: runs(12) },
    ));

  it("comes to the same data whichever problem is answered first", () =>
    fc.assert(
      fc.asyncProperty(fc.oneof(planted, slipped), style, async (values, chosen) => {
        const text = writtenIn(values, chosen);
        fc.pre(text !== undefined);
        const repaired = await fixed(text);
        assert.equal(await fixed(repaired), repaired);
        assertRead(text, repaired, "all");
        for (const { message, fix } of await diagnose(text)) {
          if (fix === undefined) continue;
          const other = await fixed(applyEdits(text, fix.edits));
          assert.equal(canonical(dataIn(other)), canonical(dataIn(repaired)), `${message}\n${text}`);
        }
      }),
      { numRuns: runs(10) },
    ));

  it("is made no worse by an answer where it cannot be read", () =>
    fc.assert(
      fc.asyncProperty(
        slipped,
        style,
        fc.array(stroke, { minLength: 1, maxLength: 3 }),
        async (...[data, chosen, strokes]) => {
          const whole = writtenIn(data, chosen);
          fc.pre(whole !== undefined);
          const text = typed(whole, strokes, chosen.lineBreak);
          for (const { title, edits } of await actionsIn(text)) {
            assertNarrow(text, edits);
            assertRead(text, applyEdits(text, edits), title);
          }
          assertRead(text, await fixed(text), "all");
        },
      ),
      { numRuns: runs(12) },
    ));
});

/** The front matter can be read as well as before, the body is the same, and so is what ends the lines. */
function assertRead(text: string, after: string, title: string): void {
  const [was, is] = [parseFrontMatter(text), parseFrontMatter(after)];
  const told = `${title}\n${text}\n=====>\n${after}`;
  assert.ok((is?.problems.length ?? 0) <= (was?.problems.length ?? 0), told);
  assert.equal(after.startsWith("\uFEFF"), text.startsWith("\uFEFF"));
  if (!/(?<!\r)\n/.test(text)) assert.doesNotMatch(after, /(?<!\r)\n/, told);
  if (!text.includes("\r")) assert.doesNotMatch(after, /\r/, told);
}

async function assertAnswer(text: string, action: CodeAction, before: readonly Diagnostic[]): Promise<void> {
  const { title, edits, diagnostic } = action;
  const after = applyEdits(text, edits);
  const told = `${diagnostic.ruleId}: ${title}\n${text}\n=====>\n${after}`;
  assertRead(text, after, title);
  assert.doesNotMatch(title, /\[object|undefined|NaN/, told);
  const count = (found: readonly Diagnostic[]) => found.filter(({ message }) => message === diagnostic.message).length;
  assert.ok(count(await diagnose(after)) < count(before), told);
  const changed = changedKeys(dataIn(text), dataIn(after));
  assert.ok(changed.length <= (title.startsWith("Disable `") ? 0 : 1), `${changed} by ${told}`);
}

/** The outermost keys whose values differ; a key that got another name, or moved into a mapping, counts once. */
function changedKeys(before: JsonObject, after: JsonObject): readonly string[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = keys.filter((key) => canonical(before[key]) !== canonical(after[key]));
  const isElsewhere = (key: string) =>
    !(key in after) && changed.some((other) => canonical(after[other])?.includes(canonical(before[key]) ?? ""));
  return changed.filter((key) => !isElsewhere(key));
}

/** The text after strokes into its front matter. */
function typed(text: string, strokes: readonly Stroke[], lineBreak: string): string {
  return strokes.reduce((before, { at, remove, insert }) => {
    const end = parseFrontMatter(before)?.block.bodyStart ?? before.length;
    const offset = Math.floor((at / 10_000) * end);
    return before.slice(0, offset) + insert.replaceAll("\n", lineBreak) + before.slice(offset + remove);
  }, text);
}

type Stroke = typeof stroke extends fc.Arbitrary<infer T> ? T : never;
