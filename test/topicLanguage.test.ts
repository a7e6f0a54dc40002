import assert from "node:assert/strict";
import { applyEdits, type SiteEdit, type TextPlace } from "../server/src/service/languageService.ts";
import { ARTICLE, CLEAN, changed } from "./fixture.ts";
import { createWorld, type Files, SITE, type World } from "./world.ts";

const FOLDER = "content/communities/cardiology/curated-news";
const OTHER = `${FOLDER}/other.md`;
const TOPICS = "data/topics.yaml";
/** An article that uses one of the clean article's topics, and another by an alternative label. */
const OTHER_TEXT = changed(
  "- 'Gartner: Data Management (DM)'",
  "- 'Gartner: Data Mgmt'",
  changed('"Gartner: Data Management (DM)"', '"Gartner: Data Mgmt"'),
);
const PAGES: Files = { ...SITE, [ARTICLE]: CLEAN, [OTHER]: OTHER_TEXT };

/** The cursor in the file at a path, behind `before` of the text that it holds. */
function at(world: World, path: string, before: string, files: Files = PAGES) {
  const text = files[path] ?? "";
  const start = text.indexOf(before);
  assert.notEqual(start, -1, `no ${before} in ${path}`);
  return [world.document(path, text), start + before.length] as const;
}

function shown({ uri, text, start, end }: TextPlace): string {
  const line = text.slice(0, start).split("\n").length;
  return `${uri.slice(uri.lastIndexOf("/") + 1).slice(-11)}:${line} ${text.slice(start, end)}`;
}

async function definitionOf(path: string, before: string, files: Files = PAGES): Promise<readonly string[]> {
  const world = createWorld(files);
  return (await world.service.definition(...at(world, path, before, files))).map(shown);
}

async function referencesTo(path: string, before: string, files: Files = PAGES): Promise<readonly string[]> {
  const world = createWorld(files);
  return (await world.service.references(...at(world, path, before, files), "included")).map(shown);
}

/** The files after a rename, or why there is none. */
async function renamed(path: string, before: string, name: string, files: Files = PAGES): Promise<Files | string> {
  const world = createWorld(files);
  const result = await world.service.rename(...at(world, path, before, files), name);
  if (result === undefined) return "nothing to rename";
  return "refused" in result ? result.refused : after(files, result);
}

function after(files: Files, { files: changes }: SiteEdit): Files {
  const edited = changes.map(({ uri, text, edits }) => {
    const path = uri.slice("file:///site/".length);
    assert.equal(text, files[path]);
    return [path, applyEdits(text, edits)];
  });
  return { ...files, ...Object.fromEntries(edited) };
}

/** Files with a text replaced by another, each as often as it stands there. */
function replaced(files: Files, ...pairs: readonly (readonly [path: string, before: string, after: string])[]): Files {
  const all = new Map(Object.entries(files));
  for (const [path, before, name] of pairs) {
    assert.ok(all.get(path)?.includes(before), `no ${before} in ${path}`);
    all.set(path, all.get(path)?.replaceAll(before, name));
  }
  return Object.fromEntries(all);
}

describe("the definition of a topic", () => {
  it("is its line in the vocabulary, from the list and from the text that repeats it", async () => {
    assert.deepEqual(await definitionOf(ARTICLE, "- 'Medigy: Tele"), ["topics.yaml:4 Telehealth"]);
    assert.deepEqual(await definitionOf(ARTICLE, '["Medigy: Telehealth","Gart'), [
      "topics.yaml:18 Data Management (DM)",
    ]);
  });

  it("is found by another name and for a topic that is out of use", async () => {
    assert.deepEqual(await definitionOf(OTHER, "- 'Gartner: Data M"), ["topics.yaml:18 Data Management (DM)"]);
    const retired = { ...PAGES, [ARTICLE]: changed("- 'Medigy: Telehealth'", "- 'Medigy: Telecare'") };
    assert.deepEqual(await definitionOf(ARTICLE, "- 'Medigy: Telec", retired), ["topics.yaml:7 Telecare"]);
  });

  it("is found within the vocabulary", async () => {
    assert.deepEqual(await definitionOf(TOPICS, "replacedBy: 'Med"), ["topics.yaml:4 Telehealth"]);
    assert.deepEqual(await definitionOf(TOPICS, "Telemed"), ["topics.yaml:4 Telehealth"]);
    const broader = replaced(PAGES, [TOPICS, "broader: Information Technology", "broader: Interoperability"]);
    assert.deepEqual(await definitionOf(TOPICS, "broader: Inter", broader), ["topics.yaml:21 Interoperability"]);
  });

  it("is nowhere for what no vocabulary lists", async () => {
    const unknown = { ...PAGES, [ARTICLE]: changed("- 'Medigy: Telehealth'", "- 'Medigy: Astrology'") };
    assert.deepEqual(await definitionOf(ARTICLE, "- 'Medigy: Astr", unknown), []);
    assert.deepEqual(await definitionOf(ARTICLE, "title: A St"), []);
    assert.deepEqual(await definitionOf(ARTICLE, "- 'Medigy: Tele", { [ARTICLE]: CLEAN }), []);
  });

  it("is where the editor has the vocabulary, saved or not", async () => {
    const world = createWorld(PAGES);
    world.open(TOPICS, `# new\n${SITE[TOPICS]}`);
    const places = await world.service.definition(...at(world, ARTICLE, "- 'Medigy: Tele"));
    assert.deepEqual(places.map(shown), ["topics.yaml:5 Telehealth"]);
  });
});

describe("the references to a topic", () => {
  const own = ["00000001.md:21 Medigy: Telehealth", "00000001.md:50 Medigy: Telehealth"];
  const telehealth = [
    "topics.yaml:4 Telehealth",
    "topics.yaml:5 Telemedicine",
    "topics.yaml:5 Virtual Care",
    "topics.yaml:8 Medigy: Telehealth",
    ...own,
    "other.md:21 Medigy: Telehealth",
    "other.md:50 Medigy: Telehealth",
  ];

  it("are the same from an article, its definition and another name of it", async () => {
    assert.deepEqual(await referencesTo(ARTICLE, "- 'Medigy: Tele"), telehealth);
    assert.deepEqual(await referencesTo(TOPICS, "label: Teleh"), telehealth);
    assert.deepEqual(await referencesTo(TOPICS, "Telemed"), telehealth);
  });

  it("leave the definition out where nobody asks for it", async () => {
    const world = createWorld(PAGES);
    const places = await world.service.references(...at(world, ARTICLE, "- 'Medigy: Tele"), "left out");
    assert.deepEqual(places.map(shown), telehealth.slice(1));
  });

  it("count under its other names", async () => {
    assert.deepEqual(await referencesTo(ARTICLE, "- 'Gartner: Data M"), [
      "topics.yaml:18 Data Management (DM)",
      "topics.yaml:19 Data Mgmt",
      "00000001.md:22 Gartner: Data Management (DM)",
      "00000001.md:50 Gartner: Data Management (DM)",
      "other.md:22 Gartner: Data Mgmt",
      "other.md:50 Gartner: Data Mgmt",
    ]);
  });

  it("of a scheme are those of its topics", async () => {
    const places = await referencesTo(TOPICS, "label: Gart");
    assert.equal(places[0], "topics.yaml:16 Gartner");
    assert.equal(places.length, 8);
  });

  it("are found where no file lists the topics", async () => {
    const pages = { [ARTICLE]: CLEAN, [OTHER]: OTHER_TEXT };
    assert.deepEqual(await referencesTo(ARTICLE, "- 'Medigy: Tele", pages), telehealth.slice(4));
  });

  it("follow what is typed", async () => {
    const world = createWorld(PAGES);
    await world.service.indexSite(`file:///site/${ARTICLE}`);
    const open = world.open(OTHER, changed("- 'Medigy: Telehealth'", "- 'Medigy: Interoperability'", OTHER_TEXT));
    await world.service.diagnose(open);
    const places = await world.service.references(...at(world, ARTICLE, "- 'Medigy: Tele"), "left out");
    assert.deepEqual(places.map(shown), telehealth.slice(1, -2));
  });
});

describe("a rename", () => {
  it("says what gets another name, without its quotes", async () => {
    const placeholderOf = async (path: string, before: string) => {
      const world = createWorld(PAGES);
      const [document, offset] = at(world, path, before);
      const found = await world.service.prepareRename(document, offset);
      if (found === undefined || "refused" in found) return found;
      return [document.getText().slice(found.start, found.end), found.placeholder];
    };
    const whole = ["Medigy: Telehealth", "Medigy: Telehealth"];
    assert.deepEqual(await placeholderOf(ARTICLE, "- 'Medigy: Tele"), whole);
    assert.deepEqual(await placeholderOf(ARTICLE, '["Medigy: Tele'), whole);
    assert.deepEqual(await placeholderOf(TOPICS, "label: Tele"), ["Telehealth", "Telehealth"]);
    assert.equal(await placeholderOf(ARTICLE, "title: A S"), undefined);
  });

  it("of a topic changes all that names it and nothing else", async () => {
    const expected = replaced(
      PAGES,
      [TOPICS, "label: Telehealth", "label: 'Remote: Care'"],
      [TOPICS, "Medigy: Telehealth", "Medigy: Remote: Care"],
      [ARTICLE, "Medigy: Telehealth", "Medigy: Remote: Care"],
      [OTHER, "Medigy: Telehealth", "Medigy: Remote: Care"],
    );
    assert.deepEqual(await renamed(ARTICLE, "- 'Medigy: Tele", "Medigy: Remote: Care"), expected);
    assert.deepEqual(await renamed(TOPICS, "label: Tele", "Remote: Care"), expected);
    assert.deepEqual(await renamed(TOPICS, "label: Tele", "Medigy: Remote: Care"), expected);
    assert.deepEqual(await renamed(ARTICLE, '["Medigy: Tele', "Medigy:Remote: Care "), expected);
  });

  it("goes through both layers of quotes", async () => {
    const name = `Medigy: "Tele" isn't`;
    const result = await renamed(ARTICLE, "- 'Medigy: Tele", name);
    assert.deepEqual(
      result,
      replaced(
        PAGES,
        [TOPICS, "label: Telehealth", `label: '"Tele" isn''t'`],
        [TOPICS, "Medigy: Telehealth", `Medigy: "Tele" isn''t`],
        [ARTICLE, "- 'Medigy: Telehealth'", `- 'Medigy: "Tele" isn''t'`],
        [OTHER, "- 'Medigy: Telehealth'", `- 'Medigy: "Tele" isn''t'`],
        [ARTICLE, `["Medigy: Telehealth"`, `["Medigy: \\"Tele\\" isn''t"`],
        [OTHER, `["Medigy: Telehealth"`, `["Medigy: \\"Tele\\" isn''t"`],
      ),
    );
  });

  it("of an alternative label changes it where it is used", async () => {
    const expected = replaced(
      PAGES,
      [TOPICS, "[Data Mgmt]", "[Data Care]"],
      [OTHER, "Gartner: Data Mgmt", "Gartner: Data Care"],
    );
    assert.deepEqual(await renamed(OTHER, "- 'Gartner: Data M", "Gartner: Data Care"), expected);
    assert.deepEqual(await renamed(TOPICS, "[Data M", "Data Care"), expected);
  });

  it("takes an alternative label away that would be the topic's name", async () => {
    const result = await renamed(TOPICS, "label: Data Man", "Data Mgmt");
    assert.deepEqual(
      result,
      replaced(
        PAGES,
        [TOPICS, "      - label: Data Management (DM)\n        altLabels: [Data Mgmt]\n", "      - label: Data Mgmt\n"],
        [ARTICLE, "Gartner: Data Management (DM)", "Gartner: Data Mgmt"],
      ),
    );
  });

  it("of a scheme changes all of its topics", async () => {
    const result = await renamed(TOPICS, "label: Gart", "Analysts");
    assert.deepEqual(
      result,
      replaced(
        PAGES,
        [TOPICS, "Gartner", "Analysts"],
        [ARTICLE, "Gartner:", "Analysts:"],
        [OTHER, "Gartner:", "Analysts:"],
      ),
    );
  });

  for (const [name, form] of [
    ["Windows's line breaks", (text: string) => text.replaceAll("\n", "\r\n")],
    ["a byte order mark", (text: string) => `\uFEFF${text}`],
  ] as const) {
    it(`keeps ${name}`, async () => {
      const pages = Object.fromEntries(Object.entries(PAGES).map(([path, text]) => [path, form(text ?? "")]));
      assert.deepEqual(
        await renamed(ARTICLE, "- 'Medigy: Tele", "Medigy: Câre 🏠", pages),
        replaced(
          pages,
          [TOPICS, "label: Telehealth", "label: Câre 🏠"],
          [TOPICS, "Medigy: Telehealth", "Medigy: Câre 🏠"],
          [ARTICLE, "Medigy: Telehealth", "Medigy: Câre 🏠"],
          [OTHER, "Medigy: Telehealth", "Medigy: Câre 🏠"],
        ),
      );
    });
  }

  it("changes topics that no file lists", async () => {
    const pages = { [ARTICLE]: CLEAN, [OTHER]: OTHER_TEXT };
    assert.deepEqual(
      await renamed(ARTICLE, "- 'Medigy: Tele", "Health: At Home", pages),
      replaced(
        pages,
        [ARTICLE, "Medigy: Telehealth", "Health: At Home"],
        [OTHER, "Medigy: Telehealth", "Health: At Home"],
      ),
    );
  });

  it("says why it cannot be", async () => {
    const refusals = [
      [" ", "A name is missing."],
      ["Medigy: A\nB", "A name is one line of text."],
      ["Medigy: Tele\u0007care", "A name is one line of text."],
      ["Medigy:", "A label is missing behind `Medigy:`."],
      [
        "Medigy: Interoperability",
        "`Medigy: Interoperability` exists already. To make one topic of two, use “Merge into…”.",
      ],
      ["medigy: x", "`Medigy: Telehealth` belongs to scheme `Medigy`, and there is no scheme `medigy`."],
    ] as const;
    for (const [name, refusal] of refusals) assert.equal(await renamed(ARTICLE, "- 'Medigy: Tele", name), refusal);
    assert.match(
      String(await renamed(TOPICS, "label: Interop", "virtual care")),
      /another name of `Medigy: Telehealth`/,
    );
    assert.match(String(await renamed(TOPICS, "label: Gart", "Medigy")), /There is a scheme/);
    assert.match(String(await renamed(TOPICS, "label: Gart", "A: B")), /no colon/);
    const pages = { [ARTICLE]: CLEAN, [OTHER]: OTHER_TEXT };
    assert.match(String(await renamed(ARTICLE, "- 'Medigy: Tele", "Gartner: Data Mgmt", pages)), /exists already/);
  });

  it("stops where an article that must change cannot be read", async () => {
    const world = createWorld(PAGES);
    await world.service.indexSite(`file:///site/${ARTICLE}`);
    world.vanish(OTHER);
    const result = await world.service.rename(...at(world, ARTICLE, "- 'Medigy: Tele"), "Medigy: Care");
    assert.deepEqual(result, { refused: `\`${OTHER}\` cannot be read. Nothing was changed.` });
  });

  it("counts documents as they stand in the editor", async () => {
    const world = createWorld(PAGES);
    const typed = changed("title: A Steady Beat", "title: Another", OTHER_TEXT);
    await world.service.diagnose(world.open(OTHER, typed));
    const result = await world.service.rename(...at(world, ARTICLE, "- 'Medigy: Tele"), "Medigy: Care");
    assert.ok(result !== undefined && "files" in result);
    assert.equal(result.files.find(({ uri }) => uri.endsWith("other.md"))?.text, typed);
  });
});
