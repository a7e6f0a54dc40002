import assert from "node:assert/strict";
import { createWorld, SITE, type World } from "./world.ts";

/** So long that it is read in stretches, in two schemes. */
const TOPICS = `schemes:
  - label: Medigy
    topics:
${listOf("Topic", 2000)}  - label: Other
    topics:
${listOf("Thing", 2000)}`;

const PATH = "data/topics.yaml";

function listOf(name: string, count: number): string {
  const topics = Array.from(
    { length: count },
    (_, index) => `      - label: ${name} ${index}\n        altLabels: [${name}s ${index}]\n`,
  );
  return topics.join("");
}

/** The lines of the topic that is changed. */
const LINES = "      - label: Topic 1000\n        altLabels: [Topics 1000]\n";

/** What an author types in the middle of a long vocabulary, and what is said of it; the lines count from that topic. */
const SLIPS: readonly Slip[] = [
  { what: "a tab", lines: LINES.replace("    ", "\t"), found: "1 tabIndent", lost: "Topic 1000" },
  { what: "a word at the margin", lines: `foo\n${LINES}`, found: "1 missingColon" },
  { what: "a dash at the margin", lines: `-\n${LINES}`, found: "1 badIndent" },
  { what: "an item at another column", lines: LINES.slice(1), found: "1 badIndent", lost: "Topic 1000" },
  { what: "a dash alone", lines: `      -\n${LINES}`, found: "1 empty" },
  { what: "a word without its colon", lines: `      - lab\n${LINES}`, found: "1 wrong" },
  { what: "a quote", lines: LINES.replace("Topic 1000", "'Topic 1000"), found: "1 unclosedQuote", lost: "Topic 1000" },
  {
    what: "a bracket",
    lines: LINES.replace("Topic 1000", "[Topic 1000"),
    found: "1 unclosedBracket",
    lost: "Topic 1000",
  },
  { what: "a colon", lines: LINES.replace("Topic 1000", "Topic: 1000"), found: "1 colonInValue", lost: "Topic 1000" },
  {
    what: "an alias of nothing",
    lines: LINES.replace("Topic 1000", "*topic"),
    found: "1 unknownAnchor",
    lost: "Topic 1000",
  },
  { what: "an anchor", lines: LINES.replace("Topic 1000", "&topic Topic 1000"), found: "" },
  {
    what: "text in lines of its own",
    lines: `${LINES}        definition: >-\n          A topic.\n          And more.\n`,
    found: "",
  },
];

interface Slip {
  readonly what: string;
  readonly lines: string;
  /** The line and the message of what is found. */
  readonly found: string;
  /** The topic that is not known for its sake. */
  readonly lost?: string;
}

describe("in a long vocabulary", () => {
  for (const { what, lines, found, lost } of SLIPS) {
    for (const eol of ["\n", "\r\n"]) {
      it(`${what} costs no more than itself, with ${JSON.stringify(eol)}`, async () => {
        const text = TOPICS.replace(LINES, lines).replaceAll("\n", eol);
        const world = createWorld({ ...SITE, [PATH]: text });
        assert.deepEqual(await foundIn(world, text), found === "" ? [] : [found]);
        const names = await namesIn(world, text);
        for (const name of ["Topic 0", "Topic 999", "Topic 1000", "Topic 1001", "Topic 1999", "Thing 0", "Thing 1999"])
          assert.equal(names.has(name), name !== lost, name);
      });
    }
  }

  it("a key without its colon is one problem, and what it holds is unknown", async () => {
    for (const [before, after, known] of [
      ["schemes:", "schemes", []],
      ["    topics:\n      - label: Topic 0", "    topics\n      - label: Topic 0", ["Thing 0", "Thing 1999"]],
      ["    topics:\n      - label: Thing 0", "    topics\n      - label: Thing 0", ["Topic 0", "Topic 1999"]],
      ["  - label: Medigy", "  - label", ["Thing 0", "Thing 1999"]],
    ] as const) {
      const text = TOPICS.replace(before, after);
      const world = createWorld({ ...SITE, [PATH]: text });
      assert.equal((await foundIn(world, text)).length, 1, after);
      const names = await namesIn(world, text);
      for (const name of ["Topic 0", "Topic 1999", "Thing 0", "Thing 1999"])
        assert.equal(
          names.has(name),
          known.some((each) => each === name),
          `${after}: ${name}`,
        );
    }
  });

  it("many faults are told up to a number, and the topics around them are known", async () => {
    const text = TOPICS.replace(/label: Topic (\d*5)$/gm, "label: 'Topic $1");
    const world = createWorld({ ...SITE, [PATH]: text });
    const found = await foundIn(world, text);
    assert.equal(found.length, 100);
    assert.ok(
      found.every((each) => each.endsWith(" unclosedQuote")),
      found.join(),
    );
    const names = await namesIn(world, text);
    assert.ok(names.has("Topic 1999") && names.has("Topic 4") && !names.has("Topic 15"));
  });

  it("wrong names that many topics are replaced by are told, the first with what may be meant", async () => {
    const text = TOPICS.replace(/(label: Topic \d*7)$/gm, "$1\n        replacedBy: 'Medigy: Topik 12'");
    const world = createWorld({ ...SITE, [PATH]: text });
    assert.equal((await foundIn(world, text)).length, 200);
    const start = text.indexOf("Topik");
    const actions = await world.service.codeActions(world.document(PATH, text), { start, end: start });
    assert.ok(actions.length > 0);
  });
});

/** Where something is found, by lines from that of the topic that is changed, and what. */
async function foundIn({ service, document }: World, text: string): Promise<readonly string[]> {
  const first = TOPICS.slice(0, TOPICS.indexOf(LINES)).split("\n").length;
  const diagnostics = await service.diagnose(document(PATH, text));
  return diagnostics.map(
    ({ start, messageId }) => `${text.slice(0, start).split("\n").length - first + 1} ${messageId}`,
  );
}

/** What the topics that can be read are called. */
async function namesIn({ service, document }: World, text: string): Promise<ReadonlySet<string>> {
  const schemes = await service.documentSymbols(document(PATH, text));
  return new Set(schemes.flatMap(({ children }) => children.map(({ name }) => name)));
}
