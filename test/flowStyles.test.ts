import assert from "node:assert/strict";
import { CLEAN, changed, report } from "./fixture.ts";

// Between brackets Hugo takes a line at any column, and comments there.
describe("brackets over several lines at the column of their key", () => {
  for (const [name, size] of [
    ["with a comment on each line", "  size: [ # in pixels\n  640, # width\n  320 # it's the height\n  ] # done\n"],
    ["with the comma first", "  size: [ 640\n  , 320 ]\n"],
    ["in the first column", "  size: [\n640,\n320\n]\n"],
  ] as const) {
    for (const [written, lineBreak] of [
      ["LF", "\n"],
      ["CRLF", "\r\n"],
    ] as const) {
      it(`hold what they hold elsewhere, ${name}, with ${written}`, async () => {
        const text = changed(/ {2}size:\n {2}- 640\n {2}- 320\n/, size);
        assert.equal(await report(text.replaceAll("\n", lineBreak)), "");
      });
    }
  }

  it("keep the texts in quotes that stand in them, folded", async () => {
    const list =
      "breadcrumbs: ['Home', \"Communities\", # ways\n  'Cardiology', Curated\n  News, 'A\nSteady\n  Beat' # the title\n]\n";
    assert.equal(await report(changed(/breadcrumbs:\n(?:- .*\n)+/, list)), "");
    assert.equal(await report(changed(/breadcrumbs:\n(?:- .*\n)+/, list).replaceAll("\n", "\r\n")), "");
  });

  it("say where a value is another", async () => {
    assert.equal(
      await report(CLEAN.replace("  size:\n  - 640\n  - 320\n", "  size: [ # in pixels\n  640,\n  321 ]\n")),
      "33 derived-value «321»",
    );
  });
});
