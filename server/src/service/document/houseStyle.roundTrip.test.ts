import assert from "node:assert/strict";
import fc from "fast-check";
import { parse } from "yaml";
import { compareKeys, writeEntry, writeScalar } from "./houseStyle.ts";
import type { JsonValue } from "./jsonValue.ts";
import { resolvePlainScalar } from "./plainScalar.ts";

describe("house style, read back", () => {
  it("as the same mapping, in YAML 1.1 and 1.2, whatever the line end", () => {
    const line = fc.constantFrom("\n", "\r\n");
    fc.assert(
      fc.property(mapping, line, (data, eol) => {
        const text = writeMapping(data, eol);
        for (const version of ["1.1", "1.2"] as const) assert.deepEqual(parse(text, { version }), data);
      }),
    );
  });

  it("as the same text, in every style, context and width", () => {
    const wish = fc.record(
      {
        style: fc.constantFrom("plain", "single", "double"),
        context: fc.constantFrom("block", "flow"),
        foldAt: fc.integer({ min: 1, max: 90 }),
      },
      { noNullPrototype: true, requiredKeys: [] },
    );
    fc.assert(
      fc.property(text, wish, (value, place) => {
        const written = writeScalar(value, { column: 4, indent: 2, ...place });
        const document = place.context === "flow" ? `v: [${written}]` : `v: ${written}`;
        const expected = { v: place.context === "flow" ? [value] : value };
        for (const version of ["1.1", "1.2"] as const) assert.deepEqual(parse(document, { version }), expected);
      }),
    );
  });

  it("by Hugo's rules for unquoted text", () => {
    const scalar = fc.oneof(text, fc.boolean(), fc.constant(null), fc.double({ noNaN: true }));
    fc.assert(
      fc.property(scalar, (value) => {
        const written = writeScalar(value, { ...AT_VALUE, foldAt: Number.POSITIVE_INFINITY });
        if (!/^["']/.test(written)) assert.deepEqual(resolvePlainScalar(written), value);
      }),
    );
  });

  it("and written again as the same text", () => {
    fc.assert(
      fc.property(mapping, (data) => {
        const once = writeMapping(data, "\n");
        assert.equal(writeMapping(parse(once), "\n"), once);
      }),
    );
  });
});

const AT_VALUE = { column: 3, indent: 2 };

const PIECES = [
  ...[
    "much longer words",
    " ",
    " ",
    "  ",
    "\n",
    "\t",
    "\r",
    "\0",
    "\x85",
    "\xA0",
    "\u2028",
    "\uFEFF",
    " #",
    ": ",
    "- ",
  ],
  ..."word Ärzte \u{1F389} \u65E5\u672C # : - --- ? ' \" \\ [ ] { } , & * ! | > % @ ` ~ = <<".split(" "),
  ..."null yes n 0 08 1e3 0x1 .5 12:30 2024-02-29".split(" "),
];

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join("")),
  fc.array(fc.constantFrom("a", "some", "clinics", "it's", "(HIT)"), { maxLength: 60 }).map((words) => words.join(" ")),
);

const { value } = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    text,
    fc.constantFrom<JsonValue>(null, true, false, 0, -3, 1.5, 1e-9, 1e21),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(text, tie("value"), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

const mapping = fc.dictionary(text, value, { minKeys: 1, maxKeys: 4, noNullPrototype: true });

function writeMapping(data: Readonly<Record<string, JsonValue>>, eol: string): string {
  return Object.entries(data)
    .sort(([left], [right]) => compareKeys(left, right))
    .map(([key, entry]) => writeEntry(key, entry, 0, eol))
    .join("");
}
