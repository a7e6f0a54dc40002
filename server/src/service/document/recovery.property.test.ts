import assert from "node:assert/strict";
import { CLEAN } from "../../../../test/fixture.ts";
import { type FrontMatter, parseFrontMatter } from "./frontMatter.ts";

describe("a fault costs only itself", () => {
  const clean = read(CLEAN);
  const lineBreaks = CLEAN.slice(0, clean.block.content.end).matchAll(/\n/g);
  const lines = [...lineBreaks].slice(0, -1).map(({ index }) => index + 1);

  // A character belongs to the entry of its line. A line break belongs to the entries on both sides: without it they are
  // one. The last one is left out: without it there is no closing delimiter.
  for (const at of lines) {
    const end = CLEAN.indexOf("\n", at);
    const line = CLEAN.slice(at, end);
    it(`by any character more or less in ${JSON.stringify(line.slice(0, 40))}`, () => {
      for (let offset = at; offset <= end; offset++) {
        const isLast = end + 1 >= clean.block.content.end;
        if (offset < end || !isLast) assertCost(offset, 1, "");
        if (offset % 2 === 0) assertCost(offset, 0, TYPED[(offset * 7) % TYPED.length] ?? "");
      }
    });
  }

  const TYPED = [..." :'\"[]{}#-@x,&*|>%?!`\\\té日", "- ", ": ", "''", "[]", " #"];

  function assertCost(offset: number, length: number, inserted: string): void {
    const text = CLEAN.slice(0, offset) + inserted + CLEAN.slice(offset + length);
    const { problems, values } = read(text);
    assert.ok(problems.length <= 1, `${text}\n${problems.map(({ code }) => code).join()}`);
    for (const { key, ...pair } of clean.root?.pairs ?? []) {
      const isTouched = pair.start - 1 <= offset && offset <= pair.end + 1;
      if (!isTouched) assert.deepEqual(values[key.text], clean.values[key.text], text);
    }
  }
});

function read(text: string): FrontMatter {
  const frontMatter = parseFrontMatter(text);
  assert.ok(frontMatter, text);
  return frontMatter;
}
