import assert from "node:assert/strict";
import fc from "fast-check";
import { parse } from "yaml";
import { applyEdits, type Concept, type ImportedTopics } from "../server/src/service/languageService.ts";
import { createWorld, type Files, SITE } from "./world.ts";

const TOPICS = "data/topics.yaml";
const TEXT = SITE[TOPICS] ?? "";
const PLACE = "file:///site/content/any.md";

type Options = { readonly differing?: "keep" | "replace"; readonly missing?: "deprecate" | "keep" };

/** What an import makes of a vocabulary. */
async function imported(text: string | undefined, concepts: readonly Concept[], options: Options = {}) {
  const { service } = createWorld({ ...SITE, [TOPICS]: text } as Files);
  const request = { concepts, differing: "keep", missing: "deprecate", ...options } as const;
  const result = await service.importTopics(PLACE, request);
  assert.ok(!("refused" in result), "refused" in result ? result.refused : "");
  return { ...result, text: applyEdits(result.edit.text, result.edit.edits) };
}

function concept(topic: string, more: Partial<Concept> = {}): Concept {
  const [scheme = "", label = ""] = topic.split(": ");
  return { scheme, label, altLabels: [], ...more };
}

function told({ changes }: Pick<ImportedTopics, "changes">): readonly string[] {
  return changes.map(({ kind, topic, keys }) => [kind, topic, ...keys].join(" "));
}

/** All that the shared vocabulary lists, as another would have it. */
const ALL = ["Medigy: Telehealth", "Medigy: Interoperability", "Medigy: Telecare", "Medigy: Teletext"].map((topic) =>
  concept(topic),
);

describe("importing topics", () => {
  it("adds new ones behind the others, as these are written", async () => {
    const zebra = concept("Medigy: Zebra Care", {
      altLabels: ["ZC"],
      definition: "Care: for zebras.",
      broader: "Telehealth",
    });
    const result = await imported(TEXT, [...ALL, zebra]);
    assert.deepEqual(told(result), ["added Medigy: Zebra Care altLabels definition broader"]);
    const lines = `      - label: Zebra Care
        altLabels: [ZC]
        definition: 'Care: for zebras.'
        broader: Telehealth
`;
    assert.equal(result.text, TEXT.replace("  - label: Healthcare IT News\n", `${lines}$&`));
  });

  it("adds new schemes at the end", async () => {
    const result = await imported(TEXT, [
      concept("NIH: Sleep"),
      concept("NIH: Food", { altLabels: ["Diet", "Eating"] }),
    ]);
    const lines =
      "  - label: NIH\n    topics:\n      - label: Sleep\n      - label: Food\n        altLabels: [Diet, Eating]\n";
    assert.equal(result.text, `${TEXT}${lines}`);
  });

  it("puts topics in their places where a scheme is sorted, and leaves comments with the topics that they are about", async () => {
    const text = `schemes:
- label: A
  topics:
  # about apes
  - label: Ape
    # more about apes
  # about bees
  - label: Bee
  - label: Cow # moo
`;
    const concepts = ["Cat", "Ant", "Bat", "Ape", "Bee", "Cow", "Dog"].map((label) => concept(`A: ${label}`));
    const expected = text.replace("    # more about apes\n", "$&  - label: Bat\n");
    const result = await imported(text, concepts);
    const withAnt = result.text.replace("  - label: Ant\n", "");
    assert.equal(
      withAnt,
      expected.replace("  - label: Cow # moo\n", "  - label: Cat\n  - label: Cow # moo\n  - label: Dog\n"),
    );
    assert.ok(result.text.indexOf("Ant") < result.text.indexOf("Ape"));
  });

  it("fills in what a topic lacks, and keeps what its author wrote", async () => {
    const telehealth = concept("Medigy: Telehealth", {
      altLabels: ["telemedicine", "Tele Care"],
      definition: "Something else.",
      broader: "Interoperability",
    });
    const rest = [concept("Medigy: Interoperability", { definition: "Talking to each other." })];
    const result = await imported(TEXT, [telehealth, ...rest]);
    assert.deepEqual(told(result), [
      "changed Medigy: Telehealth altLabels broader",
      "changed Medigy: Interoperability definition",
    ]);
    assert.equal(result.kept, 1);
    const expected = TEXT.replace("Virtual Care]", "Virtual Care, Tele Care]")
      .replace("definition: Care given at a distance.\n", "$&        broader: Interoperability\n")
      .replace("      - label: Interoperability\n", "$&        definition: Talking to each other.\n");
    assert.equal(result.text, expected);
    const replaced = await imported(TEXT, [telehealth, ...rest], { differing: "replace" });
    assert.equal(replaced.text, expected.replace("Care given at a distance.", "Something else."));
  });

  it("deprecates what the other vocabulary has no more, in its own schemes only", async () => {
    const result = await imported(TEXT, [concept("Medigy: Interoperability")]);
    assert.deepEqual(told(result), ["retired Medigy: Telehealth deprecated"]);
    assert.equal(result.text, TEXT.replace("at a distance.\n", "$&        deprecated: true\n"));
    assert.equal((await imported(TEXT, [concept("Medigy: Interoperability")], { missing: "keep" })).text, TEXT);
  });

  it("takes over what the other vocabulary has retired, and for what", async () => {
    const retired = concept("Medigy: Telehealth", { isDeprecated: true, replacedBy: "Medigy: Interoperability" });
    const result = await imported(TEXT, [
      retired,
      concept("Medigy: Interoperability"),
      concept("Medigy: Old", { isDeprecated: true }),
    ]);
    const before = "at a distance.\n";
    assert.equal(result.text, TEXT.replace(before, `${before}        replacedBy: 'Medigy: Interoperability'\n`));
    const nowhere = await imported(TEXT, [{ ...retired, replacedBy: "Medigy: Nobody" }, ...ALL.slice(1)]);
    assert.equal(nowhere.text, TEXT.replace(before, `${before}        deprecated: true\n`));
  });

  it("knows a topic by another name, and leaves it as its author has it", async () => {
    const result = await imported(TEXT, [
      concept("medigy: telemedicine", { definition: "No." }),
      concept("Medigy: INTEROPERABILITY"),
    ]);
    assert.equal(result.text, TEXT);
  });

  it("gives no two topics of a scheme the same name", async () => {
    const concepts = [
      concept("N: One", { altLabels: ["Two", "Uno"] }),
      concept("N: Two", { altLabels: ["uno", "Dos"] }),
    ];
    const result = await imported(undefined, concepts);
    assert.match(result.text, /- label: One\n {8}altLabels: \[Uno\]\n {6}- label: Two\n {8}altLabels: \[Dos\]\n$/);
  });

  it("makes the file where there is none, and lists where none are", async () => {
    const made = "schemes:\n  - label: NIH\n    topics:\n      - label: One\n";
    for (const text of [undefined, "", "schemes:\n", "schemes: []\n"]) {
      const result = await imported(text, [concept("NIH: One")]);
      assert.equal(result.text, made, text);
      assert.equal(result.isListed, text !== undefined);
    }
    assert.equal((await imported("# ours", [concept("NIH: One")])).text, `# ours\n${made}`.trimEnd());
    assert.equal((await imported("schemes: # ours\n", [concept("NIH: One")])).text, made.replace(":", ": # ours"));
    const empty = "schemes:\n- label: NIH\n";
    assert.equal((await imported(empty, [concept("NIH: One")])).text, `${empty}  topics:\n  - label: One\n`);
    const flow = "schemes: [{label: NIH, topics: [{label: Zero}]}]\n";
    assert.equal(
      (await imported(flow, [concept("NIH: One")], { missing: "keep" })).text,
      flow.replace("Zero}", 'Zero}, {"label":"One"}'),
    );
  });

  it("leaves out what its author does not want", async () => {
    const { service } = createWorld(SITE);
    const request = { concepts: [concept("N: One"), concept("N: Two")], differing: "keep", missing: "keep" } as const;
    const result = await service.importTopics(PLACE, { ...request, leftOut: new Set(["N: One"]) });
    assert.ok("edit" in result);
    assert.equal(result.changes.length, 2);
    assert.doesNotMatch(
      applyEdits(
        "",
        result.edit.edits.map(({ newText }) => ({ start: 0, end: 0, newText })),
      ),
      /One/,
    );
  });

  it("changes nothing where the file has errors, for something might get lost", async () => {
    for (const text of [`${TEXT}- x: [\n`, "- label: A\n", "schemes: much\n"]) {
      const { service } = createWorld({ ...SITE, [TOPICS]: text });
      const result = await service.importTopics(PLACE, {
        concepts: [concept("N: One")],
        differing: "keep",
        missing: "keep",
      });
      assert.ok("refused" in result && /data\/topics\.yaml.* has errors/.test(result.refused), text);
    }
  });

  describe("as a property", () => {
    const name = fc
      .stringMatching(/^[A-Za-zäß#'&,!?%@*[\]{}|>-][ A-Za-z0-9äß😀#'":,()[\]{}-]{0,14}$/u)
      .map((text) => text.trim());
    const label = name.filter((text) => text !== "");
    const concepts = fc.array(
      fc.record({
        scheme: fc.constantFrom("Medigy", "Gartner", "New"),
        label,
        altLabels: fc.array(label, { maxLength: 3 }),
        definition: fc.option(label, { nil: undefined }),
        broader: fc.option(label, { nil: undefined }),
      }),
      { maxLength: 8 },
    ) as fc.Arbitrary<readonly Concept[]>;
    const layouts = fc.constantFrom(
      TEXT,
      TEXT.replaceAll("\n", "\r\n"),
      `\uFEFF${TEXT}`,
      TEXT.trimEnd(),
      TEXT.replace("      - label: Teletext\n", "      # by hand\n$&"),
      "",
    );

    it("an import that is made twice changes nothing the second time, and gives readable YAML", async () => {
      await fc.assert(
        fc.asyncProperty(
          layouts,
          concepts,
          fc.constantFrom("keep", "replace" as const),
          async (text, all, differing) => {
            const first = await imported(text, all, { differing });
            const second = await imported(first.text, all, { differing });
            assert.deepEqual(second.changes, []);
            assert.equal(second.text, first.text);
            const { service } = createWorld({ ...SITE, [TOPICS]: first.text });
            const faults = await service.siteProblems(PLACE);
            assert.deepEqual(
              faults.filter(({ severity }) => severity === "error"),
              [],
            );
          },
        ),
        { numRuns: 150 },
      );
    });

    it("all lines that were there are there still, in their order, but for lists that got longer", async () => {
      await fc.assert(
        fc.asyncProperty(layouts, concepts, async (text, all) => {
          const after = (await imported(text, all)).text;
          const kept = after.split(/\r?\n/);
          let at = 0;
          for (const line of text.split(/\r?\n/)) {
            const start = line.includes("[") ? line.slice(0, line.indexOf("]")) : line;
            while (at < kept.length && !(start === line ? kept[at] === line : kept[at]?.startsWith(start))) at++;
            assert.ok(at < kept.length, `lost: ${line}`);
            at++;
          }
          assert.equal(/\r/.test(after), /\r/.test(text));
        }),
        { numRuns: 150 },
      );
    });

    it("a hand edit between two imports outlives the second", async () => {
      await fc.assert(
        fc.asyncProperty(concepts, label, async (all, hand) => {
          const first = (await imported(TEXT, all)).text;
          const edited = `# ${hand}\n${first.replace("Care given at a distance.", "What we mean by it.")}`;
          assert.equal((await imported(edited, all)).text, edited);
        }),
        { numRuns: 60 },
      );
    });

    it("whatever a topic's values look like, they stay, and comments, and what is new is there", async () => {
      const part = (...lines: readonly string[]) => fc.constantFrom("", ...lines.map((line) => `        ${line}\n`));
      const altLabels = part(
        "altLabels: [A1, 'B: 1']",
        "altLabels:\n        - A2 # kept",
        "altLabels:\n          - A3\n          # kept, too",
        "altLabels: []",
        "altLabels:",
      );
      const definition = part(
        "definition: |\n          one\n          two",
        "definition: >-\n          one\n          two\n",
        "definition: 'one\n          two'",
        "definition: plain\n          more # kept",
        "definition:",
        "definition: |+\n          one\n\n",
      );
      const rest = fc.tuple(
        part("# about it\n        broader: Z", "deprecated: false"),
        fc.constantFrom("", "\n", "      # next\n"),
      );
      const values = fc
        .tuple(
          altLabels,
          definition,
          rest.map((parts) => parts.join("")),
        )
        .map((parts) => parts.join(""));
      const texts = fc
        .array(values, { minLength: 1, maxLength: 4 })
        .map((all) => all.map((own, index) => `      - label: T${index}\n${own}`).join(""))
        .map((lines) => `schemes:\n  - label: S\n    topics:\n${lines}  - label: R\n    topics:\n      - label: Q\n`);
      const wanted = fc.uniqueArray(
        fc.record({
          scheme: fc.constant("S"),
          label: fc.integer({ min: 0, max: 6 }).map((number) => `T${number}`),
          altLabels: fc.subarray(["A1", "N1", "N2"]),
          definition: fc.constant("New: def"),
          broader: fc.constantFrom("T1", "Q"),
        }),
        { selector: (each) => each.label, maxLength: 6 },
      );
      await fc.assert(
        fc.asyncProperty(texts, wanted, fc.constantFrom("\n", "\r\n"), async (lines, all, eol) => {
          const text = lines.replaceAll("\n", eol);
          const result = await imported(text, all);
          const [before, after] = [topicsOf(text), topicsOf(result.text)];
          for (const [label, own] of before) {
            for (const [key, value] of Object.entries(own)) {
              const now = after.get(label)?.[key];
              if (key === "altLabels")
                for (const name of [value ?? []].flat()) assert.ok([now].flat().includes(name), result.text);
              else if (value !== null && value !== "" && key !== "deprecated")
                assert.deepEqual(now, value, result.text);
            }
          }
          for (const { label } of all) assert.ok(after.get(label)?.definition && after.get(label)?.deprecated !== true);
          for (const [comment] of text.matchAll(/#.*/g)) assert.ok(result.text.includes(comment.trimEnd()));
          assert.equal((await imported(result.text, all)).text, result.text);
        }),
        { numRuns: 150 },
      );
    });
  });
});

/** The topics of the first scheme, as YAML has them, by their labels. */
function topicsOf(text: string): ReadonlyMap<string, { readonly [key: string]: unknown }> {
  const topics: readonly { readonly label: string }[] = parse(text).schemes[0].topics;
  return new Map(topics.map((topic) => [topic.label, topic]));
}
