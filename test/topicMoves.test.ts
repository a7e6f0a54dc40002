import assert from "node:assert/strict";
import fc from "fast-check";
import { parse } from "yaml";
import { applyEdits } from "../server/src/service/languageService.ts";
import { ARTICLE, CLEAN, changed } from "./fixture.ts";
import { createWorld, type Files, SITE } from "./world.ts";

const TOPICS = "data/topics.yaml";
const OTHER = "content/communities/cardiology/curated-news/other.md";
const LIST = SITE[TOPICS] ?? "";
const LINES = `      - label: Telehealth
        altLabels: [Telemedicine, Virtual Care]
        definition: Care given at a distance.
`;
/** An article that uses a topic by another of its names. */
const BY_OTHER_NAME = changed("Medigy: Telehealth", "Medigy: Virtual Care").replace(
  '"Medigy: Telehealth"',
  '"Medigy: Virtual Care"',
);
const PAGES: Files = { ...SITE, [ARTICLE]: CLEAN, [OTHER]: BY_OTHER_NAME };

/** The files that are others after a topic got another name, or why it cannot have it. */
async function renamed(files: Files, [path, before, name]: readonly [string, string, string]): Promise<Files | string> {
  const world = createWorld(files);
  const text = files[path] ?? "";
  assert.ok(text.includes(before), `no ${before} in ${path}`);
  const offset = text.indexOf(before) + before.length;
  const edit = await world.service.rename(world.document(path, text), offset, name);
  assert.ok(edit !== undefined);
  if ("refused" in edit) return edit.refused;
  return Object.fromEntries(
    edit.files.map(({ uri, text: old, edits }) => [uri.slice("file:///site/".length), applyEdits(old, edits)]),
  );
}

/** What becomes of a vocabulary alone. */
async function moved(text: string, before: string, name: string): Promise<string> {
  const result = await renamed({ [TOPICS]: text }, [TOPICS, before, name]);
  return typeof result === "string" ? result : (result[TOPICS] ?? "nothing");
}

/** The vocabulary with the topic at the end of another scheme. */
function atGartner(): string {
  return `${LIST.replace(LINES, "")}${LINES}`.replace("Medigy: Telehealth", "Gartner: Telehealth");
}

describe("a topic that gets a name in another scheme", () => {
  const articles = (label = "Telehealth") => ({
    [ARTICLE]: CLEAN.replaceAll("Medigy: Telehealth", `Gartner: ${label}`),
    [OTHER]: BY_OTHER_NAME.replaceAll("Medigy: Virtual Care", "Gartner: Virtual Care"),
  });

  it("goes there with its lines, and all that names it follows, by whatever name", async () => {
    const expected = { [TOPICS]: atGartner(), ...articles() };
    for (const [path, before] of [
      [ARTICLE, "- 'Medigy: Tele"],
      [ARTICLE, '["Medigy: Tele'],
      [TOPICS, "label: Tele"],
      [TOPICS, "'Medigy: Tele"],
    ] as const)
      assert.deepEqual(await renamed(PAGES, [path, before, "Gartner: Telehealth"]), expected, before);
  });

  it("may get another label with it", async () => {
    assert.deepEqual(await renamed(PAGES, [TOPICS, "label: Tele", "Gartner:Care from Afar"]), {
      [TOPICS]: atGartner()
        .replace("label: Telehealth", "label: Care from Afar")
        .replace(": Telehealth'", ": Care from Afar'"),
      ...articles("Care from Afar"),
    });
    const own = atGartner().replace(
      "- label: Telehealth\n        altLabels: [Telemedicine, Virtual Care]",
      "- label: Telemedicine\n        altLabels: [Virtual Care]",
    );
    assert.equal(
      await moved(LIST, "label: Tele", "Gartner: Telemedicine"),
      own.replace(": Telehealth'", ": Telemedicine'"),
    );
  });

  it("is called in full by those whom it leaves, and calls them so", async () => {
    const text = `schemes:
  - label: A
    topics:
      - label: Wide
      - label: Mid
        broader: Wide
      - label: Narrow
        broader: Mid
      - label: Free
        broader: Something
  - label: B
    topics:
      - label: Other
        broader: 'A: Mid'
      - label: Old
        replacedBy: 'A: Mid'
`;
    const lines = "      - label: Mid\n        broader: Wide\n";
    assert.equal(
      await moved(text, "label: Mid", "B: Mid"),
      `${text
        .replace(lines, "")
        .replaceAll("'A: Mid'", "'B: Mid'")
        .replace("broader: Mid", "broader: 'B: Mid'")}${lines.replace("Wide", "'A: Wide'")}`,
    );
    const free = "      - label: Free\n        broader: Something\n";
    assert.equal(await moved(text, "label: Free", "B: Free"), `${text.replace(free, "")}${free}`);
  });

  it("stands at its place where topics are sorted", async () => {
    const sorted =
      "schemes:\n- label: A\n  topics:\n  - label: M\n  - label: Z\n- label: B\n  topics:\n  - label: K\n  - label: L\n  # About N.\n  - label: N\n    definition: x\n    # More of N.\n";
    assert.equal(
      await moved(sorted, "label: M", "B: M"),
      sorted.replace("  - label: M\n", "").replace("label: L\n", "label: L\n  - label: M\n"),
    );
    assert.equal(await moved(sorted, "label: Z", "B: Z"), `${sorted.replace("  - label: Z\n", "")}  - label: Z\n`);
    assert.equal(
      await moved(sorted, "label: M", "B: J"),
      sorted.replace("  - label: M\n", "").replace("  - label: K\n", "  - label: J\n  - label: K\n"),
    );
  });

  it("takes its scheme away where it was the last one there", async () => {
    const lines = "      - label: Blockchain\n        definition: Ledgers that many keep together.\n";
    assert.equal(
      await moved(LIST, "label: Block", "Gartner: Blockchain"),
      `${LIST.replace(`  - label: Healthcare IT News\n    topics:\n${lines}`, "")}${lines}`,
    );
  });

  it("is the first one of a scheme that has none", async () => {
    const [head, rest] = ["schemes:\n  - label: A\n    topics:\n      - label: X\n", "      - label: Y\n"];
    const expected = (topics: string) => `${head}  - label: B\n    topics:${topics}\n      - label: Y\n`;
    for (const topics of ["", "    topics:\n", "    topics: []\n"]) {
      const text = `${head}${rest}  - label: B\n${topics}`;
      assert.equal(await moved(text, "label: Y", "B: Y"), expected(""), topics);
    }
    const before = `schemes:\n- topics: []\n  label: B\n- label: A\n  topics:\n  - label: X\n  - label: Y\n`;
    assert.equal(
      await moved(before, "label: Y", "B: Y"),
      "schemes:\n- topics:\n  - label: Y\n  label: B\n- label: A\n  topics:\n  - label: X\n",
    );
  });

  it("keeps its lines as they are, comments and all, wherever the others stand", async () => {
    const own =
      "- label: 'X' # ours\n  # Said of X.\n  definition: >-\n    Some words,\n      and more.\n\n    The end.\n  altLabels:\n  - \"Ex\"\n  # Still of X.\n";
    const lines = (columns: number) => own.replace(/^(?=.)/gm, " ".repeat(columns));
    const head = (topics: string) => `schemes:\n- label: A\n  topics:\n  - label: W\n${topics}  - label: Y\n`;
    const target = "- label: B\n  topics:\n      - label: Z\n";
    const text = `${head(lines(2))}${target}`;
    assert.equal(await moved(text, "label: 'X", "B: X"), `${head("")}${target}${lines(6)}`);
    const back = `schemes:\n- label: A\n  topics:\n      - label: W\n${lines(6)}- label: B\n  topics:\n  - label: Z\n`;
    assert.equal(await moved(back, "label: 'X", "B: X"), `${back.replace(lines(6), "")}${lines(2)}`);
  });

  for (const [name, form] of [
    ["Windows's line breaks", (text: string) => text.replaceAll("\n", "\r\n")],
    ["a byte order mark", (text: string) => `\uFEFF${text}`],
    ["a last line that does not end", (text: string) => text.replace(/\n$/, "")],
  ] as const) {
    it(`keeps ${name}`, async () => {
      const result = await moved(form(LIST), "label: Tele", "Gartner: Telehealth");
      assert.equal(result, form(atGartner()));
    });
  }

  it("stays where it is unclear what would move, or where to", async () => {
    const refusal = (text: string, name = "Gartner: Telehealth") => moved(text, "label: Tele", name);
    const why = [
      [LIST.replace(LINES, `      # On care.\n${LINES}`), /the comment above may be about other topics, too/],
      [
        LIST.replace(/ {4}topics:\n {6}- label: Data[\s\S]*$/, "    topics: [{ label: X }]\n"),
        /must stand in lines of their own/,
      ],
      [
        LIST.replace(LINES, "      - {label: Telehealth}\n").replace(
          /^ {6}- label: Data[\s\S]*$/m,
          "      - &t\n        label: X\n",
        ),
        /must stand in lines of their own/,
      ],
      [
        LIST.replace("label: Telehealth\n", "label: Telehealth # &\n")
          .replace("definition: Care given", "definition: &care Given")
          .replace("definition: Ledgers that many keep together.", "definition: *care"),
        /something else/,
      ],
    ] as const;
    for (const [text, reason] of why) {
      assert.match(await refusal(text), reason);
      assert.match(
        await refusal(text),
        /^`Medigy: Telehealth` cannot be moved to scheme `Gartner` here: .* Move its lines in the vocabulary\.$/,
      );
    }
    const last = LIST.replace("label: Healthcare IT News", "label: Healthcare IT News # bought");
    assert.match(await moved(last, "label: Block", "Gartner: Blockchain"), /a comment on its scheme would be lost/);
  });

  it("needs names that are free there", async () => {
    assert.match(
      await moved(LIST, "label: Interop", "Gartner: interoperability"),
      /exists already\. To make one topic of two/,
    );
    assert.match(
      await moved(LIST, "label: Tele", "Gartner: data mgmt"),
      /is another name of `Gartner: Data Management \(DM\)`/,
    );
    const taken = LIST.replace("[Data Mgmt]", "[Data Mgmt, telemedicine]");
    assert.equal(
      await moved(taken, "label: Tele", "Gartner: Telehealth"),
      "`Gartner: Telemedicine`, another name of the topic there, is a name of `Gartner: Data Management (DM)` already.",
    );
    assert.equal(await moved(LIST, "label: Tele", "Gartner:"), "A label is missing behind `Gartner:`.");
  });

  it("needs a scheme that is there; elsewhere a label may have a colon", async () => {
    assert.match(
      String(await renamed(PAGES, [ARTICLE, "- 'Medigy: Tele", "Nobody: Telehealth"])),
      /belongs to scheme `Medigy`, and there is no scheme `Nobody`/,
    );
    assert.match(
      String(await renamed(PAGES, [OTHER, "- 'Medigy: Virt", "Gartner: Virtual Care"])),
      /is another name of `Medigy: Telehealth`, which belongs to scheme `Medigy`/,
    );
    assert.match(await moved(LIST, "label: Tele", "Remote: Care"), /label: 'Remote: Care'/);
  });

  it("never says anything else of any topic, and loses no line, whatever the vocabulary looks like", async () => {
    const topic = fc.record({
      definition: fc.constantFrom(
        "",
        "definition: plain",
        "definition: |\n  two\n   lines",
        "definition: 'it''s\n  long'",
        "definition: >+\n  x\n\n",
      ),
      altLabels: fc.constantFrom("", "altLabels: [a, 'b: c']", 'altLabels:\n- "a"', "altLabels:\n  - a\n  - b"),
      comment: fc.constantFrom("", " # said", "\n# said"),
      eol: fc.constantFrom("\n", "\n\n"),
    });
    const scheme = fc.record({
      further: fc.integer({ min: 0, max: 3 }),
      topics: fc.array(topic, { minLength: 1, maxLength: 4 }),
    });
    const eols = fc.constantFrom("\n", "\r\n");
    await fc.assert(
      fc.asyncProperty(fc.tuple(scheme, scheme), fc.nat(3), eols, async (schemes, at, eol) => {
        const written = schemes.map(({ further, topics }, which) => {
          const items = topics.map(({ definition, altLabels, comment, eol: end }, index) => {
            const own = altLabels.replace(/\b[ab]\b/g, `$&${which}`);
            const keys = [`label: ${which}-${index}${comment}`, definition, own].filter((key) => key !== "");
            return indented(further + 2, `- ${keys.join("\n").replaceAll("\n", "\n  ")}${end}`);
          });
          return `- label: S${which}\n  topics:\n${items.join("")}`;
        });
        const text = `schemes:\n${written.join("")}`.replaceAll("\n", eol);
        const label = `0-${at % (schemes[0]?.topics.length ?? 1)}`;
        const result = await moved(text, `label: ${label}`, `S1: ${label}`);
        // What keeps the empty lines below it would get those below the topic.
        if (text.includes(">+") && /would say something else there/.test(result)) return;
        assert.deepEqual(topicsIn(result, label), topicsIn(text, label), text);
        assert.deepEqual(linesIn(result), linesIn(text), text);
      }),
      { numRuns: 300 },
    );

    function indented(columns: number, text: string): string {
      return text.replace(/^(?=.)/gm, " ".repeat(columns));
    }
    /** What is said of each topic, with its scheme but for the one that moves. */
    function topicsIn(text: string, mover: string): readonly string[] {
      const { schemes }: { schemes: { label: string; topics: { label: string }[] }[] } = parse(text);
      const topics = schemes.flatMap((one) => one.topics.map((of) => [of.label === mover ? "" : one.label, of]));
      return topics.map((one) => JSON.stringify(one)).toSorted();
    }
    function linesIn(text: string): readonly string[] {
      const lines = text.split(/\r?\n/).map((line) => line.trim());
      return lines.filter((line) => line !== "" && !/^- label: S|^topics:/.test(line)).toSorted();
    }
  });
});
