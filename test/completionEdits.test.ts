import assert from "node:assert/strict";
import fc from "fast-check";
import { parseFrontMatter } from "../server/src/service/document/frontMatter.ts";
import { locate } from "../server/src/service/document/node.ts";
import { applyEdits } from "../server/src/service/document/span.ts";
import type { CompletionItem } from "../server/src/service/languageService.ts";
import { ARTICLE, CLEAN } from "./fixture.ts";
import { runs } from "./runs.ts";
import { slippedFrom } from "./slips.ts";
import { createWorld } from "./world.ts";
import { canonical, dataIn, style, writtenIn } from "./yamlStyles.ts";

// What is offered at any place of any article can be accepted there: it becomes the key or the value that its label says,
// and nothing else changes.

/** A place in front matter, and how many characters behind it are not typed yet. */
const cursor = fc.record({ at: fc.nat(9999), untyped: fc.nat(12) });

describe("accepted completions", () => {
  it("write what their label says, and touch nothing else", () =>
    fc.assert(
      fc.asyncProperty(
        slippedFrom(dataIn(CLEAN)),
        style,
        fc.array(cursor, { minLength: 1, maxLength: 4 }),
        async (data, chosen, cursors) => {
          const whole = writtenIn(data, chosen);
          fc.pre(whole !== undefined);
          const end = parseFrontMatter(whole)?.block.bodyStart ?? 0;
          for (const { at, untyped } of cursors) {
            const offset = Math.floor((at / 10_000) * end);
            const rest = /^[^\r\n]*/.exec(whole.slice(offset))?.[0].length ?? 0;
            const text = whole.slice(0, offset) + whole.slice(offset + Math.min(untyped, rest));
            for (const item of await completionsAt(text, offset)) assertAccepted(text, offset, item);
          }
        },
      ),
      { numRuns: runs(15) },
    ));
});

async function completionsAt(text: string, offset: number): Promise<readonly CompletionItem[]> {
  const world = createWorld();
  return world.service.complete(world.document(ARTICLE, text), offset);
}

function assertAccepted(text: string, offset: number, item: CompletionItem): void {
  const { edit, kind, label } = item;
  const after = applyEdits(text, [edit]);
  const told = `${label} at ${JSON.stringify(text.slice(0, offset).slice(-60))}\n${text}\n=====>\n${after}`;
  const [was, is] = [parseFrontMatter(text), parseFrontMatter(after)];
  assert.ok(edit.start <= offset && offset <= edit.end, told);
  assert.ok((is?.problems.length ?? 0) <= (was?.problems.length ?? 0), told);
  assert.doesNotMatch(after, text.includes("\r\n") ? /(?<!\r)\n/ : /\r/, told);
  if (was?.problems.length !== 0) return;

  const start = edit.start + (/^[\s-]*/.exec(edit.newText)?.[0].length ?? 0);
  const place = locate(is?.root, kind === "key" ? start : edit.start + edit.newText.trimEnd().length);
  assert.ok(place?.node.kind === "scalar", told);
  if (kind === "key") assert.deepEqual([place.part, place.path.at(-1)], ["key", label], told);
  // Where a whole list is offered at once, the label names all its items.
  else assert.equal(String(place.node.value), label.split(", ").at(label.includes(", ") ? -1 : 0), told);
  assert.deepEqual(changedElsewhere(text, after, String(place.path[0])), [], told);
}

/** The outermost keys but one whose values differ. Those that were read as something else while a line was half typed may go. */
function changedElsewhere(text: string, after: string, key: string): readonly string[] {
  const [before, now] = [dataIn(text), dataIn(after)];
  return Object.keys(now).filter((other) => other !== key && canonical(now[other]) !== canonical(before[other]));
}
