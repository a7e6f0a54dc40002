import assert from "node:assert/strict";
import fc from "fast-check";
import { applyEdits } from "../server/src/service/document/span.ts";
import {
  ARTICLE,
  accept,
  allQuickFixes,
  CLEAN,
  changed,
  complete,
  fixed,
  hover,
  quickFixes,
  report,
} from "./fixture.ts";
import { runs } from "./runs.ts";
import { createWorld, SITE } from "./world.ts";

const NEXT_LINE = "# curated-content-disable-next-line";

/** The clean article with a wrong slug, and a line above it. */
const slugged = (above: string, slug = "slug: wrong") =>
  changed("slug: heart-news-a-steady-beat\n", `${above}\n${slug}\n`);

describe("suppressions", () => {
  describe("hold back", () => {
    for (const [what, text] of [
      ["a rule on the next line", slugged(`${NEXT_LINE} derived-value`)],
      ["every rule on the next line", slugged(NEXT_LINE)],
      ["several rules", changed(/basePath: .*/, `${NEXT_LINE} derived-value, misspelled-key\nbasepath: /wrong`)],
      ["a rule for a reason", slugged(`${NEXT_LINE} derived-value -- it is linked to, from a-b -- elsewhere`)],
      ["every rule for a reason", slugged(`${NEXT_LINE} -- derived from the old title`)],
      [
        "stacked",
        changed(/basePath: .*/, `${NEXT_LINE} derived-value\n\n${NEXT_LINE} misspelled-key\nbasepath: /wrong`),
      ],
      ["above another comment", slugged(`${NEXT_LINE} derived-value\n# as on the old site`)],
      ["a rule on a line", slugged("# no", "slug: wrong # curated-content-disable-line derived-value")],
      ["behind another value", slugged("# no", "slug: wrong").replace("searchCategory: News", `$& ${NEXT_LINE}`)],
      [
        "in the whole file, from below",
        slugged("# no").replace("title:", "# curated-content-disable derived-value\n$&"),
      ],
      ["behind the opening delimiter", slugged("# no").replace("---", "--- # curated-content-disable derived-value")],
      [
        "a missing key",
        changed("title: A", "# curated-content-disable missing-key\ntitle: A").replace("sub: brief\n", ""),
      ],
      ["a deeper line", changed("  format: PNG", `  ${NEXT_LINE} invalid-value\n  format: png`)],
      ["an item", changed("- 'Medigy: Telehealth'", `${NEXT_LINE} unknown-topic\n- 'Medigy: None'`)],
      [
        "a value in brackets",
        changed(
          /breadcrumbs:\n(?:- .*\n)+/,
          `${NEXT_LINE} breadcrumb-labels\nbreadcrumbs: [Home,\n  Communities, Cardiology, Curated News,\n  A Beat]\n`,
        ),
      ],
      [
        "behind a value in brackets",
        changed(
          /breadcrumbs:\n(?:- .*\n)+/,
          "breadcrumbs: [Home,\n  Communities, Cardiology, Curated News,\n  A Beat] # curated-content-disable-line\n",
        ),
      ],
      [
        "within brackets",
        changed(
          /breadcrumbs:\n(?:- .*\n)+/,
          `breadcrumbs: [Home,\n  Communities, Cardiology, Curated News,\n  ${NEXT_LINE}\n  A Beat]\n`,
        ),
      ],
      [
        "behind the head of a block scalar",
        changed("slug: heart-news-a-steady-beat", "slug: | # curated-content-disable-line derived-value\n  wrong"),
      ],
    ] as const) {
      for (const [name, written] of [
        ["LF", (lines: string) => lines],
        ["CRLF", (lines: string) => lines.replaceAll("\n", "\r\n")],
        ["a byte order mark", (lines: string) => `\uFEFF${lines}`],
      ] as const) {
        it(`${what}, with ${name}`, async () => {
          assert.equal(await report(written(text)), "");
          assert.equal(await fixed(written(text)), written(text));
        });
      }
    }
  });

  describe("are none", () => {
    for (const [where, text] of [
      ["in quotes", slugged(`description2: 'a\n  ${NEXT_LINE} derived-value'`)],
      ["in a block scalar", slugged(`x: |\n  a\n  ${NEXT_LINE} derived-value`)],
      ["in plain text", slugged("x: a#curated-content-disable derived-value")],
      ["in the body", `${slugged("# no")}\n${NEXT_LINE}\n# curated-content-disable\n`],
      ["with another word", slugged("# curated-content-disabled derived-value")],
      ["after other words", slugged(`# see ${NEXT_LINE.slice(2)} derived-value`)],
      ["in a line that cannot be read", slugged(`x: 'a ${NEXT_LINE} derived-value`)],
    ] as const) {
      it(where, async () => assert.match(await report(text), /derived-value «wrong»/));
    }
  });

  it("reach no further than they say", async () => {
    const twice = slugged(`${NEXT_LINE} derived-value`, "slug: wrong\n# no\nmastHead2: x");
    assert.match(await report(twice), /^58 unknown-key/);
    assert.match(await report(slugged(`${NEXT_LINE} wrong-type`)), /56 derived-value/);
    assert.match(await report(slugged(`slug: wrong\n${NEXT_LINE}`, "source: open-project-curations")), /derived-value/);
  });

  it("work where another line cannot be read", async () => {
    const text = slugged(`${NEXT_LINE} derived-value`).replace("sub: brief", "sub brief");
    assert.equal(await report(text), "59 yaml-syntax «sub brief»");
  });

  it("do not hold back what stops the site's build", async () => {
    const text = changed("sub: brief", "# curated-content-disable\nsub brief");
    assert.equal(await report(text), "59 yaml-syntax «sub brief»");
  });

  it("keep their line when a key is added above it", async () => {
    const text = slugged(`# one\n${NEXT_LINE} derived-value\n# two`);
    assert.equal(
      await fixed(text.replace("searchCategory: News\n", "")),
      text.replace(/(searchCategory: News\n)(# one\n)/, "$2$1"),
    );
  });

  it("speak for the body, too", async () => {
    const text = `${CLEAN}\n<script>$0</script>\n`;
    const offers = await allQuickFixes(text);
    const [offer, ...others] = offers.filter(({ title }) => title.startsWith("Disable"));
    assert.deepEqual([offer?.title, others], ["Disable `body-active-content` for this file", []]);
    assert.equal(await report(offer?.text ?? ""), "");
    // Where the body is too nested to be read, nobody knows what its rules would find.
    const unread = `${offer?.text}\n${"> ".repeat(120)}![](heart.png)\n`;
    assert.match(await report(unread), /^\d+ unchecked-body «---»$/);
  });

  describe("that are idle", () => {
    it("are reported and removed", async () => {
      assert.equal(
        await report(changed("slug:", `${NEXT_LINE} derived-value -- once\nslug:`)),
        `55 unused-suppression «${NEXT_LINE} derived-value -- once»`,
      );
      for (const comment of [
        `${NEXT_LINE} derived-value -- once`,
        NEXT_LINE,
        "# curated-content-disable derived-value, wrong-type",
        "# curated-content-disable yaml-syntax",
        "# curated-content-disable-line",
      ])
        assert.equal(await fixed(changed("slug:", `${comment}\nslug:`)), CLEAN);
      assert.equal(await fixed(changed("sub: brief", "sub: brief \t# curated-content-disable-line")), CLEAN);
      assert.equal(await fixed(CLEAN.replace("---", "--- # curated-content-disable")), CLEAN);
      assert.equal(await fixed(changed(/\n---\n\n/, `\n${NEXT_LINE}\n---\n\n`)), CLEAN);
    });

    it("lose only the ids that are", async () => {
      for (const ids of [
        "derived-value, wrong-type",
        "wrong-type ,derived-value",
        "wrong-type, derived-value,missing-key",
      ])
        assert.equal(await fixed(slugged(`${NEXT_LINE} ${ids} -- x`)), slugged(`${NEXT_LINE} derived-value -- x`));
    });

    it("are not reported where a rule is off, or a line cannot be read", async () => {
      const site = { ...SITE, "curated-content.yaml": "rules: { derived-value: off }\n" };
      const idle = changed("slug:", `${NEXT_LINE} derived-value\nslug:`);
      assert.equal(await report(idle, { site }), "");
      assert.equal(await report(changed("slug:", `${NEXT_LINE}\nslug:`), { site }), "");
      assert.equal(await report(idle.replace("sub: brief", "sub brief")), "59 yaml-syntax «sub brief»");
    });
  });

  it("name rules there are", async () => {
    const text = slugged(`${NEXT_LINE} derived-vlaue, wrong-type`);
    assert.equal(
      await report(text),
      "55 unknown-rule «derived-vlaue»\n55 unused-suppression «wrong-type»\n56 derived-value «wrong»",
    );
    const titles = async (ids: string) =>
      (await quickFixes(slugged(`${NEXT_LINE} $0${ids}`))).map(({ title }) => title);
    assert.deepEqual((await titles("derived-vlaue, wrong-type")).slice(0, 1), ["Replace by `derived-value`"]);
    const [reason] = await quickFixes(slugged(`${NEXT_LINE} $0derived-value as ever`));
    assert.equal(reason?.title, "Write the reason behind `--`");
    assert.equal(await report(reason.text), "");
    const removed = (await quickFixes(slugged(`${NEXT_LINE} derived-value, $0wrong`))).at(-1);
    assert.equal(removed?.text, slugged(`${NEXT_LINE} derived-value`));
  });

  describe("are offered", () => {
    it("behind the fixes, never preferred", async () => {
      const offers = await allQuickFixes(changed("slug: heart-news-a-steady-beat", "slug: $0wrong"));
      assert.deepEqual(
        offers.map(({ title, isPreferred }) => [title, isPreferred]),
        [
          ["Replace by `heart-news-a-steady-beat`", true],
          ["Disable `derived-value` for this line", false],
          ["Disable `derived-value` for this file", false],
        ],
      );
      assert.equal(offers[1]?.text, slugged(`${NEXT_LINE} derived-value`));
      assert.equal(
        offers[2]?.text,
        slugged("# no").replace("# no\n", "").replace("---\n", "---\n# curated-content-disable derived-value\n"),
      );
    });

    it("once for all missing keys, for the file", async () => {
      const offers = await allQuickFixes(
        `-$0${CLEAN.slice(1).replace("sub: brief\n", "").replace("status: ''\n", "")}`,
      );
      const titles = offers.map(({ title }) => title).filter((title) => title.startsWith("Disable"));
      assert.deepEqual(titles, ["Disable `missing-key` for this file"]);
    });

    it("not where a comment would be read as part of a line that cannot be read", async () => {
      const disabling = async (text: string) =>
        (await allQuickFixes(text)).map(({ title }) => title).filter((title) => title.startsWith("Disable"));
      const wrong = changed("sub: brief", "su$0bb: brief");
      assert.deepEqual(await disabling(wrong.replace("su$0bb", "- brief\nsu$0bb")), [
        "Disable `misspelled-key` for this file",
      ]);
      assert.deepEqual(await disabling(`-${wrong}`), ["Disable `misspelled-key` for this line"]);
    });

    it("not for what cannot be suppressed, nor where nothing can be written", async () => {
      for (const text of [
        changed("sub: brief", "sub $0brief"),
        "$0Only a body.\n",
        '$0+++\ntitle = "A"\n+++\n',
        `--- "a$0\n  b: c"\n---\n`,
      ]) {
        const titles = (await allQuickFixes(text)).map(({ title }) => title);
        assert.deepEqual(
          titles.filter((title) => title.startsWith("Disable")),
          [],
        );
      }
    });
  });

  describe("are completed", () => {
    const labels = async (line: string) =>
      (await complete(changed("slug:", `${line}\nslug:`))).map(({ label }) => label);

    it("by their directives", async () => {
      assert.deepEqual(await labels("# cur$0"), ["curated-content-disable-next-line", "curated-content-disable"]);
      assert.deepEqual(await labels("sub: x # cu$0"), ["curated-content-disable-line", "curated-content-disable"]);
      const text = changed("slug:", "  # curated-con$0te\nslug:");
      assert.equal(
        await accept(text, "curated-content-disable"),
        changed("slug:", "  # curated-content-disable \nslug:"),
      );
    });

    it("by the rules they may name", async () => {
      const ids = await labels(`${NEXT_LINE} $0`);
      assert.ok(ids.includes("derived-value") && !ids.includes("yaml-syntax") && !ids.includes("unused-suppression"));
      const text = slugged(`${NEXT_LINE} derived-value,wr$0, missing-key -- x`);
      assert.deepEqual(
        (await complete(text)).filter(({ label }) => /derived|missing-key/.test(label)),
        [],
      );
      assert.equal(
        await accept(text, "wrong-type"),
        slugged(`${NEXT_LINE} derived-value,wrong-type, missing-key -- x`),
      );
      assert.equal(
        await accept(slugged(`${NEXT_LINE} derived-value,$0`), "wrong-type"),
        slugged(`${NEXT_LINE} derived-value, wrong-type`),
      );
    });

    it("nowhere else", async () => {
      for (const line of [
        "#$0",
        "# x$0",
        "# a cu$0",
        "x: 'a # cu$0'",
        `${NEXT_LINE} a $0`,
        `${NEXT_LINE} a -- w$0`,
        `$0${NEXT_LINE}`,
      ])
        assert.deepEqual(
          (await labels(line)).filter((label) => /curated-content|-key/.test(label)),
          [],
          line,
        );
    });
  });

  it("say on hover what they do and what their rules are about", async () => {
    const at = async (comment: string) => (await hover(slugged(comment)))?.contents ?? "";
    assert.match(await at(`${NEXT_LINE} derived-$0value`), /^\*\*derived-value\*\* · .*derived-value\.md\)$/s);
    assert.match(await at("# curated-$0content-disable"), /whole file/);
    assert.equal(await at(`${NEXT_LINE} derived-value, no-$0such`), "");
    assert.equal(await at(`${NEXT_LINE} derived-value -- $0derived-value`), "");
    assert.equal(await hover(changed("  format: PNG", "  # a $0note\n  format: PNG")), undefined);
  });

  it("that are put in take away their problem and nothing else, and come out again", () =>
    fc.assert(
      fc.asyncProperty(
        fc.subarray([...FAULTS], { minLength: 1, maxLength: 4 }),
        fc.constantFrom("\n", "\r\n"),
        fc.constantFrom("", "\uFEFF"),
        async (faults, lineBreak, mark) => {
          const written = (lines: string) => mark + lines.replaceAll("\n", lineBreak);
          const clean = written(CLEAN_LAYOUT);
          const faulty = written(faults.reduce((text, [part, by]) => changed(part, by, text), CLEAN_LAYOUT));
          const before = await problemsOf(faulty);
          assert.ok(before.length >= faults.length);
          for (const { title, edits, diagnostic } of await actionsOf(faulty)) {
            if (!title.startsWith("Disable `")) continue;
            const after = await problemsOf(applyEdits(faulty, edits));
            const isMeant = (message: string) =>
              title.endsWith("file") ? message.startsWith(`${diagnostic.ruleId} `) : message === nameOf(diagnostic);
            assert.deepEqual(
              after,
              before.filter((message) => !isMeant(message)),
              `${title}\n${applyEdits(faulty, edits)}`,
            );
            const mended = applyEdits(clean, sameEdits(faulty, clean, edits));
            assert.equal(await fixedOf(mended), clean);
          }
        },
      ),
      { numRuns: runs(60) },
    ));
});

/** The clean article in other layouts. */
const CLEAN_LAYOUT = CLEAN.replace(
  /breadcrumbs:\n(?:- .*\n)+/,
  "breadcrumbs: [Home, Communities,\n  Cardiology, 'Curated News', \"A Steady Beat\"]\n",
)
  .replace("mastHead: Cardiology CoP", "mastHead: |-\n  Cardiology CoP")
  .replace("- 'Medigy: Telehealth'", "# a comment\n- 'Medigy: Telehealth'")
  .replace(/link:\n {2}(.*)\n {2}(.*)\n {2}(.*)\n/, "link: {$1,\n    $2, $3}\n");

/** Faults that leave every line where it is. */
const FAULTS: readonly (readonly [part: string, by: string])[] = [
  ["aliases: /news/a-steady-beat", "aliases: /news/beat"],
  ["searchCategory:", "searchCategry:"],
  ["- '#'", "- '-'"],
  ["Cardiology, 'Curated News'", "Oncology, 'Curated News'"],
  ["Medigy: Telehealth'\n- ", "Medigy: Telehaelth'\n- "],
  ["format: PNG", "format: png"],
  ["  - 640", "  - '640'"],
  ["fileName:", "filename:"],
  ["brand: heart-news.example,", "brand: www.heart-news.example,"],
  ["  Cardiology CoP", "  Cardiology"],
  ["slug: heart-news-a-steady-beat", "slug: beat"],
  ["tags:\n- news", "tags:\n- nwes"],
  ["sub: brief", "sub: long"],
];

/** Insertions in one text as insertions in another with the same lines. */
function sameEdits(from: string, to: string, edits: readonly { start: number; end: number; newText: string }[]) {
  return edits.map(({ start, newText }) => {
    const line = from.slice(0, start).split("\n").length - 1;
    const offset = to.split("\n").slice(0, line).join("\n").length + 1;
    return { start: offset, end: offset, newText };
  });
}

function nameOf({ ruleId, message }: { readonly ruleId: string; readonly message: string }): string {
  return `${ruleId} ${message}`;
}

async function problemsOf(text: string): Promise<readonly string[]> {
  const world = createWorld();
  return (await world.service.diagnose(world.document(ARTICLE, text))).map(nameOf);
}

async function actionsOf(text: string) {
  const world = createWorld();
  return world.service.codeActions(world.document(ARTICLE, text), { start: 0, end: text.length });
}

async function fixedOf(text: string): Promise<string> {
  const world = createWorld();
  return applyEdits(text, await world.service.fixAll(world.document(ARTICLE, text)));
}
