import assert from "node:assert/strict";
import fc from "fast-check";
import { runs } from "../../../../../test/runs.ts";
import { parseFrontMatter } from "../frontMatter.ts";
import { jsonFaultIn } from "./jsonFault.ts";

describe("front matter in TOML or JSON", () => {
  /** A text, and the code and the marked part of what is wrong with it. */
  const TEXTS: readonly (readonly [text: string, fault: string | undefined])[] = [
    ['{"title": "Beat", "size": [640, -3.2e1], "draft": false, "link": null}\n', undefined],
    ["{}\n", undefined],
    ['\uFEFF{\r\n"a": {"b": [[], {}]}\r\n}\r\n', undefined],
    ['{"a": "\\u00e9 \\/ } {"}\n', undefined],
    ['{"a": [1, 2,]}\n', "notJson ]"],
    ['{"a": 1,}\n', "notJson }"],
    ['{\n// beat\n"a": 1}\n', "notJson /"],
    ["{'a': 1}\n", "notJson '"],
    ['{"a": Beat}\n', "notJson Beat"],
    ['{"a": 01}\n', "notJson 1"],
    ['{"a" 1}\n', "notJson 1"],
    ['{"a": 1 "b": 2}\n', 'notJson "'],
    ['{"a": "x\ny"}\n', 'notJson "'],
    ['{"a": "\\x"}\n', 'notJson "'],
    ["{{< figure >}}\n", "notJson {"],
    ["{beat}\n", "notJson beat"],
    ['+++\ntitle = "Beat"\nsize = [640, 320]\n[link]\nhref = "https://a.example"\n+++\n', undefined],
    ["+++\r\nmany = 9223372036854775807\r\ndate = 2021-03-04T09:00:00Z\r\n+++\r\n", undefined],
    ["+++\n+++\n", undefined],
    ["+++\ntitle = Beat\n+++\n", "notToml title = Beat"],
    ["+++\nsub = 'a'\n  title: Beat # no\n+++\n", "notToml title: Beat # no"],
    ["+++\r\nsub = 'a'\r\nid = 1\r\nsub = 'b'\r\n+++\r\n", "notToml sub = 'b'"],
    ["+++\ntitle = 'Beat'\n", "unclosedToml +++"],
  ];
  for (const [text, expected] of TEXTS) {
    it(`${JSON.stringify(text)}: ${expected ?? "in order"}`, () => {
      const problems = parseFrontMatter(text)?.problems ?? [];
      const found = problems.map(({ code, start, end }) => `${code} ${text.slice(start, end)}`);
      assert.deepEqual(found, expected === undefined ? [] : [expected]);
    });
  }

  it("is JSON where JSON.parse says so", () =>
    fc.assert(
      fc.property(fc.oneof(fc.json(), pieces), (text) => {
        const fault = jsonFaultIn(text, { start: 0, end: text.length });
        assert.equal(fault === undefined, isJson(text), text);
        if (fault !== undefined) assert.ok(0 <= fault.start && fault.start <= fault.end && fault.end <= text.length);
      }),
      { numRuns: runs(2000) },
    ));

  it("is never too deep, and never makes reading fail", () => {
    const deep = [`{"a": ${"[".repeat(20_000)}}`, `{"a": ${"[".repeat(20_000)}${"]".repeat(20_000)}}`];
    for (const text of [...deep, `+++\na = ${"[".repeat(20_000)}\n+++\n`])
      assert.equal(parseFrontMatter(text)?.problems.length, 1, text.slice(0, 10));
  });
});

const pieces = fc
  .array(fc.constantFrom(...'{ } [ ] , : "a" \'a\' 1 -0 01 1. .5 1e3 true nul null "\\u00 \\n / é'.split(" ")), {
    maxLength: 8,
  })
  .map((parts) => parts.join(" "));

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
