import assert from "node:assert/strict";
import fc from "fast-check";
import { runs } from "../../../../../test/runs.ts";
import type { Mapping, Sequence } from "../node.ts";
import { newContext, readYamlNodes } from "../yamlNodes.ts";
import { readJson } from "./json.ts";

const READER = "goccy";

function read(text: string): { readonly root: Mapping | Sequence | undefined; readonly pauses: number } {
  const reading = readJson({ text, end: text.length, reader: READER, at: 0 });
  let pauses = 0;
  for (let step = reading.next(); ; step = reading.next()) {
    if (step.done) return { root: step.value, pauses };
    pauses++;
  }
}

describe("JSON", () => {
  it("is read as the YAML package reads it", () => {
    const indents = fc.constantFrom(undefined, 1, 2);
    const breaks = fc.constantFrom("\n", "\r\n");
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), indents, breaks, (value, indent, eol) => {
        const text = `${JSON.stringify({ value, list: [value, "x"] }, null, indent)}\n`.replaceAll("\n", eol);
        const expected = readYamlNodes(text, 0, newContext(READER));
        if (/[\x7F-\x9F\u2028\u2029\uFDD0\uFDD1\uFEFF]/.test(text) || expected.errors.length > 0) return;
        assert.deepEqual(read(text).root, expected.root, text);
      }),
      { numRuns: runs(500) },
    );
  });

  it("is nothing else", () => {
    const part = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"a"',
      '"a":',
      " ",
      "1",
      "-1.5e3",
      "true",
      "null",
      "x",
      "'y'",
      "#",
      "\n",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        for (const text of [parts.join(""), `{"a":${parts.join("")}}`, `[${parts.join("")}]`]) {
          const { root } = read(text);
          if (root === undefined) continue;
          assert.ok(JSON.parse(text) !== undefined);
          assert.deepEqual({ root, errors: [] }, readYamlNodes(text, 0, newContext(READER)), text);
        }
      }),
      { numRuns: runs(5000) },
    );
  });

  it("lets others go first where it is long", () => {
    const { root, pauses } = read(JSON.stringify(Array.from({ length: 10_000 }, (_, index) => ({ index }))));
    assert.equal(root?.kind === "sequence" && root.items.length, 10_000);
    assert.ok(pauses > 3, `${pauses} pauses`);
  });
});
