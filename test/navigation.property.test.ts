import assert from "node:assert/strict";
import fc from "fast-check";
import type { DocumentSymbol, Span } from "../server/src/service/languageService.ts";
import { ARTICLE, CLEAN } from "./fixture.ts";
import { createWorld, SITE } from "./world.ts";

/** What is asked of a document while it is in any state, as while an author types. */
describe("navigation in any text", () => {
  const world = createWorld();
  const files = [
    { path: ARTICLE, text: CLEAN },
    { path: "data/topics.yaml", text: SITE["data/topics.yaml"] ?? "" },
    {
      path: "curated-content.yaml",
      text: "communities: data/communities.yaml\nvocabularies: {topics: data/topics.yaml}\narchetypes:\n  news:\n    files: content/**\n",
    },
    { path: "data/communities.yaml", text: SITE["data/communities.yaml"] ?? "" },
  ];
  const insert = fc.constantFrom(
    ..."' \" [ ] { } : - # & * | > é 日本 🎉 \uD800 --- \t".split(" "),
    "\n",
    "\n  ",
    "\n- ",
    ": ",
    "",
  );
  const slip = fc.record({ at: fc.nat(), length: fc.constantFrom(0, 0, 1, 5, 60), insert });
  const mutated = fc
    .record({
      file: fc.constantFrom(...files),
      slips: fc.array(slip, { maxLength: 4 }),
      eol: fc.constantFrom("\n", "\r\n", "\r"),
      bom: fc.constantFrom("", "\uFEFF"),
      at: fc.nat(),
    })
    .map(({ file, slips, eol, bom, at }) => {
      let text = bom + file.text.replaceAll("\n", eol);
      for (const one of slips) {
        const start = one.at % (text.length + 1);
        text = text.slice(0, start) + one.insert + text.slice(start + one.length);
      }
      return { path: file.path, text, offset: at % (text.length + 1) };
    });

  const holds = (outer: Span, inner: Span) =>
    outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end;
  const assertWithin = (outer: Span, inner: Span, text: string) =>
    assert.ok(holds(outer, inner), `${JSON.stringify(inner)} in ${JSON.stringify(outer)} of ${JSON.stringify(text)}`);

  it("gives folds in order, each of several lines, that nest", async () => {
    await fc.assert(
      fc.asyncProperty(mutated, async ({ path, text }) => {
        const ranges = await world.service.foldingRanges(world.document(path, text));
        const open: Span[] = [{ start: 0, end: text.length }];
        let before = -1;
        for (const range of ranges) {
          assert.ok(before < range.start, text);
          before = range.start;
          assert.match(text.slice(range.start, range.end), /[\r\n]/);
          while (open.length > 1 && (open.at(-1)?.end ?? 0) < range.start) open.pop();
          const outer = open.at(-1);
          if (outer !== undefined) assertWithin(outer, range, text);
          open.push(range);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("gives selections around the offset that grow", async () => {
    await fc.assert(
      fc.asyncProperty(mutated, async ({ path, text, offset }) => {
        const spans = await world.service.selectionRanges(world.document(path, text), offset);
        let inner: Span = { start: offset, end: offset };
        for (const [index, span] of spans.entries()) {
          assertWithin(span, inner, text);
          assert.ok(index === 0 || span.end - span.start > inner.end - inner.start);
          inner = span;
        }
        if (spans.length > 0) assert.deepEqual(inner, { start: 0, end: text.length });
      }),
      { numRuns: 500 },
    );
  });

  it("gives links on values, places that say the same and hints, each in the text and in its order", async () => {
    const whole = (text: string) => ({ start: 0, end: text.length });
    await fc.assert(
      fc.asyncProperty(mutated, async ({ path, text, offset }) => {
        const document = world.document(path, text);
        for (const link of await world.service.documentLinks(document)) {
          assert.match(link.target, /^(?:https?:\/\/|file:\/\/\/site\/)/);
          assertWithin(whole(text), link, text);
          assert.match(text.slice(link.start, link.end), /^\S(?:.*\S)?$/s);
        }
        const same = await world.service.documentHighlights(document, offset);
        assert.ok(same.length === 0 || same.some(({ start, end }) => start <= offset && offset <= end));
        let before = 0;
        for (const { start, end } of same) {
          assert.ok(before <= start && start <= end && end <= text.length);
          before = end;
        }
        before = 0;
        for (const hint of await world.service.inlayHints(document, whole(text))) {
          assert.ok(before <= hint.offset && hint.offset <= text.length);
          before = hint.offset;
        }
      }),
      { numRuns: 500 },
    );
  });

  it("gives an outline whose symbols have names and lie in those around them", async () => {
    const check = (symbols: readonly DocumentSymbol[], outer: Span, text: string): void => {
      for (const symbol of symbols) {
        assert.notEqual(symbol.name.trim(), "");
        assertWithin(outer, symbol, text);
        assertWithin(symbol, symbol.selection, text);
        check(symbol.children, symbol, text);
      }
    };
    await fc.assert(
      fc.asyncProperty(mutated, async ({ path, text }) => {
        check(await world.service.documentSymbols(world.document(path, text)), { start: 0, end: text.length }, text);
      }),
      { numRuns: 500 },
    );
  });
});
