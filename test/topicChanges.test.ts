import assert from "node:assert/strict";
import { applyEdits, type SiteEdit } from "../server/src/service/languageService.ts";
import { ARTICLE, CLEAN, changed } from "./fixture.ts";
import { createWorld, type Files, SITE, type World } from "./world.ts";

const OTHER = "content/communities/cardiology/curated-news/other.md";
const TOPICS = "data/topics.yaml";
const TEXT = SITE[TOPICS] ?? "";
const PAGES: Files = { ...SITE, [ARTICLE]: CLEAN };

/** The document at a path, and the offset behind `before` of its text. */
function at(world: World, path: string, before: string, files: Files) {
  const text = files[path] ?? "";
  assert.ok(text.includes(before), `no ${before} in ${path}`);
  return [world.document(path, text), text.indexOf(before) + before.length] as const;
}

/** The files that a change makes others, or why it cannot be made. */
async function changedFiles(
  change: "merge" | "deprecate",
  [path, before, replacement]: readonly [string, string, string],
  files: Files = PAGES,
): Promise<Files | string> {
  const world = createWorld(files);
  const edit = await world.service.changeTopic(...at(world, path, before, files), { change, replacement });
  if (edit === undefined) return "nothing to change";
  return "refused" in edit ? edit.refused : after(edit);
}

function after({ files }: SiteEdit): Files {
  return Object.fromEntries(
    files.map(({ uri, text, edits }) => [uri.slice("file:///site/".length), applyEdits(text, edits)]),
  );
}

describe("merging a topic into another", () => {
  it("takes it out, makes its names other names of that, and changes the articles", async () => {
    const interoperability = changed("- 'Medigy: Telehealth'", "- 'Medigy: Interoperability'");
    const expected = {
      [TOPICS]: TEXT.replace(
        "      - label: Telehealth\n        altLabels: [Telemedicine, Virtual Care]\n        definition: Care given at a distance.\n",
        "",
      )
        .replace("Medigy: Telehealth", "Medigy: Interoperability")
        .replace(
          "      - label: Interoperability\n",
          "$&        altLabels: [Telehealth, Telemedicine, Virtual Care]\n",
        ),
      [ARTICLE]: changed('["Medigy: Telehealth"', '["Medigy: Interoperability"', interoperability),
    };
    const merged = ["Medigy: Interoperability"] as const;
    assert.deepEqual(await changedFiles("merge", [ARTICLE, "- 'Medigy: Tele", ...merged]), expected);
    assert.deepEqual(await changedFiles("merge", [TOPICS, "label: Tele", ...merged]), expected);
  });

  it("leaves one where an article has both", async () => {
    const files = await changedFiles("merge", [ARTICLE, "- 'Medigy: Tele", "Gartner: Data Management (DM)"]);
    assert.ok(typeof files === "object");
    const once = changed("- 'Medigy: Telehealth'\n", "");
    assert.equal(files[ARTICLE], changed('"Medigy: Telehealth",', "", once));
    assert.match(files[TOPICS] ?? "", /altLabels: \[Data Mgmt, Telehealth, Telemedicine, Virtual Care\]/);
  });

  it("takes the scheme out with its last topic, and leads what is below to the other", async () => {
    const site = { ...PAGES, [TOPICS]: TEXT.replace("Information Technology", "'Healthcare IT News: Blockchain'") };
    const files = await changedFiles("merge", [TOPICS, "label: Block", "Gartner: Interoperability"], site);
    assert.ok(typeof files === "object");
    assert.equal(
      files[TOPICS],
      TEXT.replace(/ {2}- label: Healthcare[\s\S]*?(?= {2}- label: Gartner)/, "")
        .replace("broader: Information Technology", "broader: 'Gartner: Interoperability'")
        .replace(/( {6}- label: Interoperability\n)$/, "$1        altLabels: [Blockchain]\n"),
    );
  });

  it("never makes a topic part of itself", async () => {
    const site = { ...PAGES, [TOPICS]: TEXT.replace("broader: Information Technology", "broader: Interoperability") };
    const files = await changedFiles("merge", [TOPICS, "label: Interop", "Gartner: Data Management (DM)"], {
      ...site,
      [TOPICS]: site[TOPICS].replace("      - label: Interoperability\n  - label: Health", "  - label: Health"),
    });
    assert.ok(typeof files === "object");
    assert.doesNotMatch(files[TOPICS] ?? "", /broader/);
  });

  it("changes the articles alone for a topic that is not listed, and where none is", async () => {
    const unlisted = { ...PAGES, [ARTICLE]: CLEAN.replaceAll("Medigy: Telehealth", "Medigy: Care") };
    const [cursor, target] = ["- 'Medigy: C", "Medigy: Telehealth"];
    assert.deepEqual(await changedFiles("merge", [ARTICLE, cursor, target], unlisted), { [ARTICLE]: CLEAN });
    const learned = { [ARTICLE]: unlisted[ARTICLE], [OTHER]: CLEAN };
    assert.deepEqual(await changedFiles("merge", [ARTICLE, cursor, target], learned), { [ARTICLE]: CLEAN });
  });

  it("says why it cannot be", async () => {
    const refusal = (target: string) => changedFiles("merge", [ARTICLE, "- 'Medigy: Tele", target]);
    assert.match(String(await refusal("Medigy: Telehealth")), /cannot take its own place/);
    assert.match(String(await refusal("Medigy: Teletext")), /no topic that articles may use/);
    assert.match(String(await refusal("Medigy: Nothing")), /no topic that articles may use/);
    assert.equal(await changedFiles("merge", [TOPICS, "label: Med", "Medigy: Telehealth"]), "nothing to change");
  });
});

describe("deprecating a topic in favour of another", () => {
  it("says so in the vocabulary", async () => {
    const files = await changedFiles("deprecate", [ARTICLE, "- 'Medigy: Tele", "Medigy: Interoperability"]);
    assert.deepEqual(files, {
      [TOPICS]: TEXT.replace(
        "definition: Care given at a distance.\n",
        "$&        replacedBy: 'Medigy: Interoperability'\n",
      ),
    });
  });

  it("replaces what was said before", async () => {
    const files = await changedFiles("deprecate", [TOPICS, "label: Telecare", "Medigy: Interoperability"]);
    assert.deepEqual(files, { [TOPICS]: TEXT.replace("'Medigy: Telehealth'", "'Medigy: Interoperability'") });
  });

  it("is nothing for a topic that is not listed", async () => {
    const learned = { [ARTICLE]: CLEAN.replaceAll("Medigy: Telehealth", "Medigy: Care"), [OTHER]: CLEAN };
    const reason = await changedFiles("deprecate", [ARTICLE, "- 'Medigy: C", "Medigy: Telehealth"], learned);
    assert.match(String(reason), /not listed/);
  });
});

describe("the topics that may be used instead of one", () => {
  it("are those that are current, the likeliest first", async () => {
    const world = createWorld(PAGES);
    const found = await world.service.replaceableTopic(...at(world, TOPICS, "label: Telecare", PAGES));
    assert.deepEqual(found, {
      topic: "Medigy: Telecare",
      changes: ["merge", "deprecate"],
      replacements: [
        "Medigy: Telehealth",
        "Medigy: Interoperability",
        "Healthcare IT News: Blockchain",
        "Gartner: Data Management (DM)",
        "Gartner: Interoperability",
      ],
    });
  });
});

describe("adding a topic to the vocabulary", () => {
  /** The vocabulary with the topic that an article uses. */
  async function added(topic: string, vocabulary = TEXT): Promise<string | undefined> {
    const files = { ...PAGES, [TOPICS]: vocabulary };
    const world = createWorld(files);
    const written = `'${topic.replaceAll("'", "''")}'`;
    const text = CLEAN.replace("'Medigy: Telehealth'", written);
    const start = text.indexOf(written);
    const found = await world.service.topicAdditions(world.document(ARTICLE, text), { start, end: start });
    assert.ok(found.length <= 1);
    return found[0] && after(found[0].edit)[TOPICS];
  }

  it("puts it behind those of its scheme", async () => {
    assert.equal(
      await added("Medigy: Astrology"),
      TEXT.replace("  - label: Healthcare", "      - label: Astrology\n$&"),
    );
  });

  it("puts it at its place where the scheme is in order", async () => {
    const sorted = "schemes:\n- label: Medigy\n  topics:\n  - label: A\n  - label: C\n  - label: D\n";
    assert.equal(await added("Medigy: B", sorted), sorted.replace("  - label: C\n", "  - label: B\n$&"));
    const crlf = sorted.replaceAll("\n", "\r\n");
    assert.equal(await added("Medigy: Z", crlf), `${crlf}  - label: Z\r\n`);
  });

  it("adds a scheme in the style of the others", async () => {
    assert.equal(
      await added("New One: It's # new"),
      `${TEXT}  - label: New One\n    topics:\n      - label: 'It''s # new'\n`,
    );
  });

  for (const [what, vocabulary, expected] of [
    ["an empty file", "", "schemes:\n- label: S\n  topics:\n  - label: T\n"],
    ["a file without a scheme", "schemes: []\n", "schemes:\n- label: S\n  topics:\n  - label: T\n"],
    ["a file that only begins", "schemes:\n", "schemes:\n- label: S\n  topics:\n  - label: T\n"],
    ["a scheme without topics", "schemes:\n  - label: S\n", "schemes:\n  - label: S\n    topics:\n    - label: T\n"],
    [
      "brackets",
      "schemes: [{label: S, topics: [{label: A}]}]\n",
      'schemes: [{label: S, topics: [{label: A}, {"label":"T"}]}]\n',
    ],
  ] as const) {
    it(`works in ${what}`, async () => assert.equal(await added("S: T", vocabulary), expected));
  }

  it("is not offered for what the vocabulary knows, nor where there is none", async () => {
    for (const topic of ["Medigy: Telehealth", "Medigy: Telecare", "Medigy: Telemedicine", "Telehealth", "A: "])
      assert.equal(await added(topic), undefined, topic);
    const world = createWorld({ [ARTICLE]: CLEAN });
    const span = { start: 0, end: CLEAN.length };
    assert.deepEqual(await world.service.topicAdditions(world.document(ARTICLE, CLEAN), span), []);
  });
});
