import assert from "node:assert/strict";
import fc from "fast-check";
import { runs } from "../../../../../test/runs.ts";
import type { Mapping } from "../node.ts";
import { newContext, readYamlNodes } from "../yamlNodes.ts";
import { type LongSource, readLongMapping } from "./long.ts";

const READER = "goccy";

interface Reading {
  readonly root: Mapping | undefined;
  /** How often others could go first. */
  readonly pauses: number;
  /** The items that were read in the other way. */
  readonly others: readonly string[];
}

/** Reads a text in stretches of so many code units, and takes items of other shapes for empty ones. */
function readIn(text: string, atOnce: number, takesOthers: boolean): Reading {
  const others: string[] = [];
  const readOther: LongSource["readOther"] = ({ start, end }) => {
    others.push(text.slice(start, end));
    return takesOthers ? { kind: "scalar", style: "plain", value: null, text: "", start, end: start } : undefined;
  };
  const asked: Omit<LongSource, "readOther"> = {
    text,
    end: text.length,
    reader: READER,
    at: 0,
    atOnce,
    isPlain: () => true,
    readPairs: () => undefined,
    giveUp: () => undefined,
  };
  const reading = readLongMapping({ ...asked, readOther }, 0);
  let pauses = 0;
  for (let step = reading.next(); ; step = reading.next()) {
    if (step.done) return { root: step.value, pauses, others };
    pauses++;
  }
}

const TOPICS = `schemes:
  - label: Medigy
    topics:
      - label: Telehealth
        altLabels: [Telemedicine, 'Virtual, Care']
      # a note

      - label: Telecare
        definition: Care that is given
          from afar.
  - label: Gartner
    topics:
    - label: Big Data
    - label: Small Data
title: Topics
`;

describe("a long text", () => {
  for (const atOnce of [1, 20, 60, 1000]) {
    it(`is read in stretches of ${atOnce}`, () => {
      for (const text of [TOPICS, TOPICS.replaceAll("\n", "\r\n")]) {
        const { root, pauses } = readIn(text, atOnce, false);
        assert.deepEqual(root, readYamlNodes(text, 0, newContext(READER)).root);
        assert.ok(pauses >= text.length / atOnce / 20, `${pauses} pauses`);
      }
    });
  }

  it("costs no more than the item that is of another shape", () => {
    const broken = TOPICS.replace("label: Telehealth", "label: 'Telehealth");
    const { root, others } = readIn(broken, 150, true);
    assert.deepEqual(others, [
      broken.slice(broken.indexOf("      - label"), broken.indexOf("      - label: Telecare")),
    ]);
    assert.equal(root?.end, broken.length - 1);
  });

  it("is never read otherwise than by the YAML package", () => {
    const line = fc
      .tuple(fc.nat(4), fc.constantFrom(...STARTS), fc.constantFrom(...VALUES))
      .map(([indent, start, value]) => `${" ".repeat(indent)}${start}${value}`);
    let read = 0;
    fc.assert(
      fc.property(fc.array(line, { maxLength: 9 }), fc.constantFrom(1, 8, 20), (lines, atOnce) => {
        const text = ["key:", ...lines, ""].join("\n");
        const { root } = readIn(text, atOnce, false);
        if (root === undefined) return;
        read++;
        assert.deepEqual({ root, errors: [] }, readYamlNodes(text, 0, newContext(READER)), text);
      }),
      { numRuns: runs(5000) },
    );
    assert.ok(read > 500, `only ${read} were read`);
  });
});

const STARTS = ["a: ", "b:", "- ", "- a: ", "- b:", "  c: ", "# ", "", "-", "- - "];
const VALUES = ["x", "x y", "'it''s'", '"q"', "[a, 'b,' ]", "[a]", "[ a , ]", "[a: b]", "{}", "", "", "x # c", "# c"];
