import assert from "node:assert/strict";
import fc from "fast-check";
import type { JsonValue } from "../../document/jsonValue.ts";
import { valueAt } from "../../document/jsonValue.ts";
import { evaluate, parseTemplate, referencesOf } from "./template.ts";

const VALUES: JsonValue = {
  title: "Zips & Hems",
  places: 12,
  draft: false,
  empty: "",
  nothing: null,
  tags: ["b", "a"],
  link: { href: "https://www.Mending.example:8080/a?b" },
  starts: "2025-03-08T09:05:00+01:00",
  authors: [{ name: "Ada" }, { name: "Ben" }],
};

function rendered(text: string): JsonValue | undefined {
  const read = parseTemplate(text);
  assert.ok("template" in read, JSON.stringify(read));
  return evaluate(read.template, (name) => valueAt(VALUES, name));
}

describe("templates", () => {
  for (const [text, expected] of [
    ["", ""],
    ["as it is", "as it is"],
    ["{{ title }}", "Zips & Hems"],
    ["{{title|slugify}}", "zips-hems"],
    ["/events/{{ title | slugify }}/", "/events/zips-hems/"],
    ["{{ places }}", 12],
    ["{{ draft }}", false],
    ["{{ places }} places", "12 places"],
    ["{{ tags }}", ["b", "a"]],
    ["{{ tags }}!", undefined],
    ["{{ tags | first }}", "b"],
    ["{{ tags | last }}", "a"],
    ["{{ tags | join: ', ' }}", "b, a"],
    ["{{ 'x-y-z' | split: '-' | last }}", "z"],
    ["{{ authors[1].name | upcase }}", "BEN"],
    ["{{ authors[2].name }}", undefined],
    ["{{ absent }}", undefined],
    ["{{ empty }}", undefined],
    ["a{{ nothing }}", undefined],
    ["{{ absent | default: title }}", "Zips & Hems"],
    ["{{ absent | default: 'none' | capitalize }}", "None"],
    ["{{ title | default: absent }}", "Zips & Hems"],
    ["{{ absent | append: '!' }}", undefined],
    ["{{ title | append: absent }}", undefined],
    ["{{ link.href | host }}", "mending.example"],
    ["{{ title | host }}", undefined],
    ["{{ title | replace: ' & ', ' and ' }}", "Zips and Hems"],
    ["{{ 'a-b-c' | remove: '-' }}", "abc"],
    ["{{ 'a-b-c' | remove_first: '-' }}", "ab-c"],
    ["{{ '$&' | prepend: '$1' | replace: '&', '$&' }}", "$1$$&"],
    ['{{ "it\'s }}" | upper }}', "IT'S }}"],
    ["{{ ' a ' | strip }}", "a"],
    ["{{ starts | date: '%e %B %Y, %H:%M' }}", "8 March 2025, 09:05"],
    ["{{ title | date: '%Y' }}", undefined],
    ["{{ tags | slugify }}", undefined],
    ["a }} b", "a }} b"],
  ] as const) {
    it(`${text} is ${JSON.stringify(expected)}`, () => assert.deepEqual(rendered(text), expected));
  }

  for (const [marked, message] of [
    [
      "{{ starts | date: «'%Y-%Q'» }}",
      "There is no `%Q` in dates, but `%Y`, `%m`, `%d`, `%e`, `%H`, `%M`, `%B`, `%b` and `%%`.",
    ],
    ["a «{{» title", "`{{` is never closed by `}}`."],
    ["«{{»", "`{{` is never closed by `}}`."],
    ["«{{» }}", "Here belongs a key, a text in quotes or a number."],
    ["{{ «title slug» }}", "Here belongs a key, a text in quotes or a number."],
    ["{{ title | «slugfy» }}", "There is no filter `slugfy`. Is `slugify` meant?"],
    ["{{ title | «append» }}", "`append` takes one value behind a colon."],
    ["{{ title | «slugify: 2» }}", "`slugify` takes nothing behind it."],
    ["{{ title | «replace: 'a'» }}", "`replace` takes two values behind a colon."],
    ["{{ title | «'a'» }}", "Behind `|` belongs the name of a filter."],
    ["{{ title «+» 1 }}", "This cannot be read. A template has keys, texts in quotes, numbers and filters behind `|`."],
    ["{{ title }} «{%» if %}", "Only `{{ … }}` is read here, no `{% … %}`."],
  ] as const) {
    it(`says what is wrong with ${marked}`, () => {
      const [start, end] = [marked.indexOf("«"), marked.indexOf("»") - 1];
      assert.deepEqual(parseTemplate(marked.replace(/[«»]/g, "")), { fault: { start, end, message } });
    });
  }

  it("tell the names they read and where", () => {
    const text = "{{ a.b | append: c[0] }}-{{ 'd' }}";
    const read = parseTemplate(text);
    const found = "template" in read ? referencesOf(read.template) : [];
    assert.deepEqual(
      found.map(({ name, start, end }) => [name, text.slice(start, end)]),
      [
        [["a", "b"], "a.b"],
        [["c", 0], "c[0]"],
      ],
    );
  });

  it("never make a text beyond all measure", () => {
    assert.equal(rendered(`{{ 'aaaaaaaaaa' | replace: 'a', '${"b".repeat(2000)}' }}`), undefined);
  });

  it("are read whatever they are, and a fault lies in them", () => {
    const piece = fc.constantFrom(
      "{{",
      "}}",
      "|",
      ":",
      ",",
      " ",
      "title",
      "'",
      '"',
      ".",
      "[0]",
      "slugify",
      "append",
      "{%",
      "1",
      "ä",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => pieces.join("")),
        ),
        (text) => {
          const read = parseTemplate(text);
          if ("template" in read) evaluate(read.template, () => "x");
          else assert.ok(0 <= read.fault.start && read.fault.start <= read.fault.end && read.fault.end <= text.length);
        },
      ),
    );
  });
});
