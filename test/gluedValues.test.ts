import assert from "node:assert/strict";
import { CLEAN, changed, fixed, report } from "./fixture.ts";

const TITLE = "'A Steady Beat: Patches'";

/** The clean article with a title that holds a colon, so that it stands in quotes. */
const QUOTED = CLEAN.replaceAll("A Steady Beat", TITLE).replaceAll("a-steady-beat", "a-steady-beat-patches");

// What stands before a colon in quotes is the key to YAML where a blank or colon before the quotes is missing.
describe("a value in quotes that touches its key or dash", () => {
  it("is no fault with a blank between them", async () => {
    assert.equal(await report(QUOTED), "");
  });

  for (const [part, by, reported] of [
    [`title: ${TITLE}`, `title:${TITLE}`, "61 misspelled-key «title:'A Steady Beat»"],
    [`title: ${TITLE}`, `title ${TITLE}`, "61 misspelled-key «title 'A Steady Beat»"],
    [`  alt: ${TITLE}`, `  alt:${TITLE}`, "28 misspelled-key «alt:'A Steady Beat»"],
    [`\n- ${TITLE}`, `\n-${TITLE}`, "18 yaml-syntax «-»"],
    ["medigyTopics: '", "medigyTopics:'", "50 yaml-syntax «:»"],
  ] as const) {
    it(`stays as it is when ${JSON.stringify(by)} is mended`, async () => {
      const text = changed(part, by, QUOTED);
      assert.equal(await report(text), reported);
      assert.equal(await fixed(text), QUOTED);
    });
  }
});
