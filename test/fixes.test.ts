import assert from "node:assert/strict";
import fc from "fast-check";
import { parseFrontMatter } from "../server/src/service/document/frontMatter.ts";
import { applyEdits } from "../server/src/service/document/span.ts";
import type { Diagnostic } from "../server/src/service/languageService.ts";
import { COPIED, FAULTS, LINE_BREAKS, plantedAll } from "./faults.ts";
import { actionsIn, CLEAN, changed, diagnose, fixed } from "./fixture.ts";
import { runs } from "./runs.ts";

/** The clean article with its lists and mappings in brackets, quotes, comments and blank lines. */
const FLOW = CLEAN.replace(/communityTopics:\n- (.*)\n- (.*)\n/, "communityTopics: [$1, $2]\n")
  .replace(
    /breadcrumbs:\n(?:- .*\n)+/,
    "breadcrumbs: [Home, Communities,\n  Cardiology, 'Curated News', \"A Steady Beat\"]\n",
  )
  .replace(/aliases: (.*)/, "aliases:\n  - $1 # the address\n  - /old\n")
  .replace(/link:\n {2}(.*)\n {2}(.*)\n {2}(.*)\n/, "link: {$1, $2, $3}\n")
  .replace("status: ''", "# curated-content-disable-next-line wrong-type, missing-key -- as before\nstatus: ''")
  .replace("title: A Steady Beat", "title: |-\n  A Steady Beat");

/** A text after a few strokes of a keyboard: letters and lines gone, doubled or typed in. */
const mutated = fc
  .tuple(
    fc.constantFrom(CLEAN, FLOW),
    fc.array(
      fc.record({
        at: fc.integer({ min: 0, max: 9999 }).map((part) => part / 10_000),
        remove: fc.integer({ min: 0, max: 12 }),
        insert: fc.oneof(
          fc.constantFrom(..."|'|\"|[|]|{|:|: |#|- |-|*|&|@|>|\n|\t|  |---\n|\u00A0|ü|🎉|,".split("|")),
          fc.constantFrom(...CLEAN.split(/(?<=\n)/)),
          fc.string({ maxLength: 4 }),
        ),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  )
  .map(([clean, strokes]) =>
    strokes.reduce((text, { at, remove, insert }) => {
      const offset = Math.floor(at * text.length);
      return text.slice(0, offset) + insert + text.slice(offset + remove);
    }, clean),
  );

describe("planted faults", () => {
  for (const [name, written] of LINE_BREAKS) {
    describe(`with ${name}`, () => {
      for (const [part, by, reported] of [...COPIED, ...FAULTS]) {
        it(`${reported} of ${JSON.stringify(by || "nothing")}`, async () => {
          const text = written(changed(part, by));
          assert.equal((await reportOf(text)).join(), reported);
          const repaired = await fixed(text);
          assert.equal(repaired, written(CLEAN));
          assert.equal(await fixed(repaired), repaired);
        });
      }
    });
  }

  it("are put right together, whichever they are", () =>
    fc.assert(
      fc.asyncProperty(
        fc.subarray(FAULTS.slice(0, -1), { maxLength: 12 }),
        fc.constantFrom(...LINE_BREAKS),
        async (faults, [, written]) => {
          const text = written(plantedAll(faults));
          assert.equal(await fixed(text), written(CLEAN));
        },
      ),
      { numRuns: runs(150) },
    ));
});

describe("fixes of any text", () => {
  it("come to rest, leave the body alone and the YAML no worse", () =>
    fc.assert(
      fc.asyncProperty(mutated, async (text) => {
        const repaired = await fixed(text);
        assert.equal(await fixed(repaired), repaired);
        assert.ok(syntaxProblems(repaired) <= syntaxProblems(text), repaired);
        const bodyStart = parseFrontMatter(text)?.block.bodyStart ?? 0;
        assert.ok(repaired.endsWith(text.slice(bodyStart)));
      }),
      { numRuns: runs(200) },
    ));

  it("do not make of one fault two, where a line was broken in braces", async () => {
    const url = "https://www.heart-news.example/2021/steady-beat";
    const text = changed(
      /link:\n(?: {2}.*\n)+(?=mast)/,
      `link: {brand: heart-news.example, href: ${url}---\n${url}, original: '${url}'}\n`,
    );
    assert.ok(syntaxProblems(await fixed(text)) <= syntaxProblems(text));
  });

  it("put each key where it belongs, and lose none, when two have slipped", async () => {
    for (const [one, other] of [
      [
        ["  format: PNG", " format: PNG"],
        ["    link: /api", "     link: /api"],
      ],
      [
        ["link:\n  brand", " link:\n  brand"],
        ["mastHead:", " mastHead:"],
      ],
      [
        ["  workPackage: 77", "  ticket: 77"],
        ["featuredImage:\n", "  featuredImage:\n"],
      ],
    ] as const) {
      assert.equal(await fixed(changed(one[0], one[1], changed(other[0], other[1]))), CLEAN);
    }
  });

  it("keep what cannot be read yet below a key that stands there twice", async () => {
    const [description = ""] = /description:.*\n.*\n/.exec(CLEAN) ?? [];
    const text = changed(description, description + description, changed("featuredImage:\n", " featuredImage:\n"));
    assert.equal(await fixed(text), CLEAN);
  });

  it("add a key at its sorted place, though keys beside it are misspelt", async () => {
    const misspelt = changed("  size:", "  dimensions:", changed("  workPackage: 77", "  ticket: 77"));
    assert.equal(await fixed(changed("  alt: A Steady Beat\n", "", misspelt)), CLEAN);
  });

  it("take away the tab behind a dash, and no blank beside it", async () => {
    const [dash = ""] = /\n- (?='Medigy: Telehealth)/.exec(CLEAN) ?? [];
    for (const [written, expected] of [
      ["\n-\t", { newText: " " }],
      ["\n-\t ", { newText: "" }],
      ["\n- \t", { newText: "" }],
    ] as const) {
      const text = changed(dash, written);
      const [action] = await actionsIn(text);
      assert.deepEqual(
        action?.edits.map(({ start, end, newText }) => [text.slice(start, end), newText]),
        [["\t", expected.newText]],
      );
    }
  });

  it("touch nothing but front matter, one by one", () =>
    fc.assert(
      fc.asyncProperty(mutated, async (text) => {
        const bodyStart = parseFrontMatter(text)?.block.bodyStart ?? 0;
        for (const { edits } of await actionsIn(text)) {
          for (const { start, end } of edits) assert.ok(0 <= start && start <= end && end <= bodyStart);
        }
      }),
      { numRuns: runs(100) },
    ));

  it("end each its own problem where a text is readable", () =>
    fc.assert(
      fc.asyncProperty(fc.subarray(FAULTS.slice(0, -1), { minLength: 1, maxLength: 4 }), async (faults) => {
        const text = plantedAll(faults);
        const before = await messagesOf(text);
        for (const { title, edits, diagnostic } of await actionsIn(text)) {
          const after = applyEdits(text, edits);
          const count = (messages: readonly string[]) =>
            messages.filter((other) => other === diagnostic.message).length;
          const isEnded = count(await messagesOf(after)) < count(before);
          // A line that is no YAML hides the next one of its kind, which then comes to light elsewhere.
          const isElsewhere =
            diagnostic.ruleId === "yaml-syntax" && !(await reportOf(after)).includes(lineOf(text, diagnostic));
          assert.ok(isEnded || isElsewhere, `${title}\n${after}`);
          assert.ok(syntaxProblems(after) <= syntaxProblems(text), `${title}\n${after}`);
        }
      }),
      { numRuns: runs(40) },
    ));
});

async function reportOf(text: string): Promise<readonly string[]> {
  return (await diagnose(text)).map((diagnostic) => lineOf(text, diagnostic));
}

function lineOf(text: string, { ruleId, start }: Diagnostic): string {
  return `${text.slice(0, start).split("\n").length} ${ruleId}`;
}

async function messagesOf(text: string): Promise<readonly string[]> {
  return (await diagnose(text)).map(({ message }) => message);
}

function syntaxProblems(text: string): number {
  return parseFrontMatter(text)?.problems.length ?? 0;
}
