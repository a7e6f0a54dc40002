import assert from "node:assert/strict";
import type { DocumentSymbol } from "../server/src/service/languageService.ts";
import { ARTICLE, CLEAN, changed } from "./fixture.ts";
import { createWorld, SITE } from "./world.ts";

// What an editor makes of the shape of a document: folds, growing selections, outline.

const world = createWorld();

/** Each range as the first and last line that it hides, with the key or item that stays. */
async function folds(text: string, path = ARTICLE): Promise<readonly string[]> {
  const ranges = await world.service.foldingRanges(world.document(path, text));
  const lineOf = (offset: number) => text.slice(0, offset).split(/\r\n|\n|\r/).length;
  return ranges.map(({ start, end }) => `${lineOf(start)}-${lineOf(end)} ${text.slice(start).split(/[\r\n]/)[0]}`);
}

/** The texts that a selection grows to, the document and the front matter left out. */
async function selections(fixture: string, path = ARTICLE): Promise<readonly string[]> {
  const offset = fixture.indexOf("$0");
  const text = fixture.replace("$0", "");
  const spans = await world.service.selectionRanges(world.document(path, text), offset);
  return spans.slice(0, -3).map(({ start, end }) => text.slice(start, end));
}

async function outline(text: string, path = ARTICLE): Promise<readonly string[]> {
  const lines = (symbols: readonly DocumentSymbol[], indent: string): readonly string[] =>
    symbols.flatMap(({ name, kind, detail, isDeprecated, children }) => [
      `${indent}${isDeprecated ? "†" : ""}${name} (${kind})${detail === undefined ? "" : ` ${detail}`}`,
      ...lines(children, `${indent}  `),
    ]);
  return lines(await world.service.documentSymbols(world.document(path, text)), "");
}

describe("folding", () => {
  const text = `---
archetype: news
description: A patch that
  watches
featuredImage:
  size:
  - 640
  - 320
  valid: true
notes: |
  One

  Two

trail:
- label: Home
  href: /
title: A Steady Beat
---

# A heading

1. An item
   of two lines
`;
  const expected = [
    "1-19 ---",
    "3-4 description: A patch that",
    "5-9 featuredImage:",
    "6-8 size:",
    "10-13 notes: |",
    "15-17 trail:",
    "16-17 label: Home",
  ];

  it("folds the front matter and all of several lines in it, and leaves the body alone", async () => {
    assert.deepEqual(await folds(text), expected);
    assert.deepEqual(await folds(text.replaceAll("\n", "\r\n")), expected);
    assert.deepEqual(await folds(`\uFEFF${text}`), expected);
  });

  it("folds no block that is not closed", async () => {
    const [first] = await folds(text.replace("title: A Steady Beat\n---", "title: A Steady Beat"));
    assert.equal(first, expected[1]);
  });

  it("folds one range on a line: the outermost", async () => {
    assert.deepEqual(await folds("---\narchetype: news\nlink: {href: [a,\n  b],\n  brand: c}\n---\n"), [
      "1-6 ---",
      "3-5 link: {href: [a,",
    ]);
  });

  it("folds the site's own files, and says nothing about others", async () => {
    assert.deepEqual(await folds(SITE["data/communities.yaml"] ?? "", "data/communities.yaml"), [
      "1-2 slug: cardiology",
      "3-4 slug: chronic-care-management",
      "5-7 slug: oncology",
    ]);
    assert.deepEqual(await folds("a:\n- b\n- c\n", "data/other.yaml"), []);
    assert.deepEqual(await folds("# A\n\n- b\n  c\n", "README.md"), []);
  });

  it("leaves the innermost out where there are more than an editor folds", async () => {
    const topics = Array.from({ length: 6000 }, (_, index) => `  - label: T${index}\n    deprecated: true\n`).join("");
    const found = await folds(`schemes:\n- label: A\n  topics:\n${topics}`, "data/topics.yaml");
    assert.deepEqual(found, ["1-12003 schemes:", "2-12003 label: A", "3-12003 topics:"]);
  });
});

describe("growing selections", () => {
  it("grow from the text of a value to its pair and the mappings around it", async () => {
    assert.deepEqual(await selections(changed("/api/v3", "/ap$0i/v3")), [
      "/api/v3/attachments/12/content",
      "link: /api/v3/attachments/12/content",
      "fileName: beat.png\n    link: /api/v3/attachments/12/content",
      "wpAttachment:\n    fileName: beat.png\n    link: /api/v3/attachments/12/content",
      CLEAN.slice(CLEAN.indexOf("alt: "), CLEAN.indexOf("\nid: 77")),
      CLEAN.slice(CLEAN.indexOf("featuredImage:"), CLEAN.indexOf("\nid: 77")),
    ]);
  });

  it("grow from within the quotes of an item to the list", async () => {
    const found = await selections(changed("'Medigy: Telehealth'\n", "'Medigy: Tele$0health'\n"));
    assert.deepEqual(found.slice(0, 2), ["Medigy: Telehealth", "'Medigy: Telehealth'"]);
    assert.match(found[2] ?? "", /^- 'Medigy: Telehealth'\n- 'Gartner: Data Management \(DM\)'$/);
    assert.match(found[3] ?? "", /^communityTopics:\n/);
    assert.equal(found.length, 4);
  });

  it("end with the content, the front matter and the document, and do not begin in the body", async () => {
    const at = (offset: number, text = CLEAN) => world.service.selectionRanges(world.document(ARTICLE, text), offset);
    const bodyStart = CLEAN.indexOf("\n<p>");
    assert.deepEqual(
      (await at(CLEAN.indexOf("sub:"))).slice(-3).map(({ start, end }) => [start, end]),
      [
        [4, bodyStart - "\n---\n".length],
        [0, bodyStart - 1],
        [0, CLEAN.length],
      ],
    );
    assert.deepEqual(await at(bodyStart + 3), []);
    assert.deepEqual(await at(1, "no front matter"), []);
  });
});

describe("the outline", () => {
  it("has the keys of an article with their values, and not its headings", async () => {
    const text = `---
archetype: news
categories: []
communityTopics:
- 'Medigy: Telehealth'
-
description: A heart clinic hands out small patches that watch for an uneven beat, and
  calls when one is found.
featuredImage:
  valid: true
id: 77
status:
trail:
- label: Home
  href: /
---

# A heading
`;
    assert.deepEqual(await outline(text), [
      "archetype (string) news",
      "categories (array) 0 items",
      "communityTopics (array) 2 items",
      "  Medigy: Telehealth (string) Medigy: Telehealth",
      "  item 2 (null)",
      "description (string) A heart clinic hands out small patches that watch for an uneven beat, and calls…",
      "featuredImage (object)",
      "  valid (boolean) true",
      "id (number) 77",
      "status (null)",
      "trail (array) 1 item",
      "  Home (object)",
      "    label (string) Home",
      "    href (string) /",
    ]);
  });

  it("has the topics of a vocabulary by their schemes, and the communities", async () => {
    assert.deepEqual((await outline(SITE["data/topics.yaml"] ?? "", "data/topics.yaml")).slice(0, 5), [
      "Medigy (scheme) 4 items",
      "  Telehealth (topic) Care given at a distance.",
      "  †Telecare (topic) Medigy: Telehealth",
      "  †Teletext (topic)",
      "  Interoperability (topic)",
    ]);
    assert.deepEqual(await outline(SITE["data/communities.yaml"] ?? "", "data/communities.yaml"), [
      "Cardiology (community) cardiology",
      "Chronic Care Management (CCM) (community) chronic-care-management",
      "Oncology & Hope (community) oncology",
    ]);
    assert.deepEqual(await outline("content: content\n", "curated-content.yaml"), ["content (string) content"]);
  });

  it("has nothing of other files", async () => {
    assert.deepEqual(await outline("a: b\n", "data/other.yaml"), []);
    assert.deepEqual(await outline("---\na: b\n---\n# A\n", "README.md"), []);
  });
});
