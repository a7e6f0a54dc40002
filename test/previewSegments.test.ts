import assert from "node:assert/strict";
import fc from "fast-check";
import { createRenderer } from "../client/preview/body/markdown.ts";
import { segmentsOf } from "../client/preview/body/segments.ts";
import { MARKUP_DEFAULTS } from "../server/src/service/model/hugo/markup.ts";
import { runs } from "./runs.ts";

const render = createRenderer({ rawHtml: "shown", options: MARKUP_DEFAULTS }, "");

/** The HTML of a text, the lines of its parts counted from its own first. */
function html(text: string, firstLine = 0): string {
  return render(text).html.replace(/ data-line=("?)(\d+)/g, (_, quote: string, line: string) => {
    return ` data-line=${quote}${Number(line) + firstLine}`;
  });
}

const PIECES = [
  "a", "B c", "# D", "* e", "- f", "  g", "    h", "1. i", "> j", "```", "~~~", "````", "```js", "  ```", "|k|", "|-|", "---", "===", "***",
  ": l", "~ m", "[n]", "[n]: /o", "[^p]", "[^p]: q", "^[r]", "<div>", "</div>", "<p>s", "<b>", "</b>", "<!-- t", "-->", "<pre>", "</pre>",
  "<script>", "</script>", "<?u", "?>", "<br>", "<x/>", '<a title="', '">', "`v", "**w", "![y](z)", "“aa", "(bb", '"cc', "{{< dd >}}", "",
  "", "", "", "\t", "ß", "- [x] ee", "\\", "<ul><li>ff", "</ul>",
]; // biome-ignore format: a heap of pieces is read as a heap

describe("Segments of a body", () => {
  it("give together what the whole gives, whatever they hold", () => {
    const lines = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 });
    fc.assert(
      fc.property(lines, (pieces) => {
        const text = pieces.join("\n");
        const segments = segmentsOf(text);
        assert.equal(segments.map((segment) => segment.text).join(""), text);
        assert.equal(segments.map((segment) => html(segment.text, segment.line)).join(""), html(text));
      }),
      { numRuns: runs(2000) },
    );
  });

  it("are short in what people write", () => {
    const text = "# A\n\nb\n\n- c\n- d\n\ne\n\n```\nf\n\ng\n```\n\n> h\n\n<p>i</p>\n\nj\n";
    assert.deepEqual(
      segmentsOf(text).map((segment) => segment.text),
      ["# A\n\n", "b\n\n- c\n- d\n\n", "e\n\n```\nf\n\ng\n```\n\n", "> h\n\n", "<p>i</p>\n\n", "j\n"],
    );
    assert.deepEqual(
      segmentsOf(text).map(({ line }) => line),
      [0, 2, 7, 15, 17, 19],
    );
  });

  it("are not cut behind what may be a fence, or text of HTML", () => {
    assert.equal(segmentsOf("</b>\n```js\n\n```\n\t\na").length, 1);
    assert.equal(segmentsOf("</b>\n\n```js\n\n```\n\na").length, 2);
  });

  it("end no element that HTML left open", () => {
    assert.equal(segmentsOf("<div>\n\na\n\nb\n\n</div>\n\nc\n").length, 2);
    assert.equal(segmentsOf("<b>a\n\nb\n\nc\n").length, 1);
    assert.equal(segmentsOf("<!-- a\n\nb\n\n-->\n\nc\n").length, 2);
    assert.equal(segmentsOf("<p>a\n\nb<br>\n\nc\n").length, 3);
  });
});
