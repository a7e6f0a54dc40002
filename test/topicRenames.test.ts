import assert from "node:assert/strict";
import fc from "fast-check";
import { parseDocument } from "yaml";
import { applyEdits, type SiteEdit } from "../server/src/service/languageService.ts";
import { ARTICLE, CLEAN } from "./fixture.ts";
import { createWorld, type Files } from "./world.ts";

const TOPICS = "data/topics.yaml";
const KEYS = /communityTopics:\n(?:- .*\n)+/;
const COPY = / {2}medigyTopics: .*\n/;

/** Words with all that means something to YAML, to JSON or to both. */
const label = fc
  .array(
    fc.constantFrom(
      "Care",
      "it's",
      '"so"',
      "C:\\new",
      "# 1",
      "a: b",
      "- x",
      "[y]",
      "é",
      "🏠",
      "&",
      "*",
      "{z}",
      "long ".repeat(9),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((words) => words.join(" ").trim());

const labels = fc.uniqueArray(label, { minLength: 2, maxLength: 4, selector: (text) => text.toLowerCase() });

/** How the list and the text that repeats it are written. */
const styles = fc.record({
  list: fc.constantFrom("lines", "double", "brackets"),
  text: fc.constantFrom("house", "double", "folded", "literal", "spaced"),
  eol: fc.constantFrom("\n", "\r\n"),
  start: fc.constantFrom("", "\uFEFF"),
});
type Styles = typeof styles extends fc.Arbitrary<infer Value> ? Value : never;

const single = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** The clean article with topics, in some style. */
function articleWith(topics: readonly string[], { list, text, eol, start }: Styles): string {
  const quoted = topics.map((topic) => (list === "double" ? JSON.stringify(topic) : single(topic)));
  const keys =
    list === "brackets" ? ` [${quoted.join(", ")}]\n` : `\n${quoted.map((topic) => `- ${topic}\n`).join("")}`;
  const json = JSON.stringify(topics);
  const copies = {
    house: single(json),
    double: JSON.stringify(json),
    folded: `>-\n    ${json}`,
    literal: `|-\n    ${json}`,
    spaced: single(`[ ${topics.map((topic) => JSON.stringify(topic)).join(" , ")} ]`),
  };
  const article = CLEAN.replace(KEYS, () => `communityTopics:${keys}`).replace(
    COPY,
    () => `  medigyTopics: ${copies[text]}\n`,
  );
  return start + article.replaceAll("\n", eol);
}

function vocabularyOf(names: readonly string[]): string {
  const lines = names.map((name, index) => `  - label: ${single(name)}\n${replaced(names[index - 1])}`);
  return `schemes:\n- label: S\n  topics:\n${lines.join("")}`;
}

function replaced(by: string | undefined): string {
  return by === undefined ? "" : `    replacedBy: ${single(`S: ${by}`)}\n    broader: ${single(by)}\n`;
}

/** The files after a rename of the first topic of a list. */
async function rename(files: Files, before: string, name: string): Promise<Files | string> {
  const world = createWorld(files);
  const text = files[TOPICS] ?? "";
  const place = text.indexOf(`label: ${single(before)}`) + "label: '".length;
  assert.ok(place > 20);
  const edit = await world.service.rename(world.document(TOPICS, text), place, name);
  assert.ok(edit !== undefined);
  return "refused" in edit ? edit.refused : after(files, edit);
}

function after(files: Files, { files: changes }: SiteEdit): Files {
  const edited = changes.map(({ uri, text, edits }) => [uri.slice("file:///site/".length), applyEdits(text, edits)]);
  return { ...files, ...Object.fromEntries(edited) };
}

/** What the front matter says, as the YAML package reads it. */
function dataOf(text: string): { communityTopics: unknown; openProjectCustomFields: { medigyTopics: string } } {
  const content = text.replace("\uFEFF", "").split(/^---\s*$/m)[1] ?? "";
  const document = parseDocument(content);
  assert.deepEqual(document.errors, [], text);
  return document.toJS();
}

describe("a rename of a topic", () => {
  it("gives every article the topics it had, the one with its new name, and changes nothing else", async () => {
    await fc.assert(
      fc.asyncProperty(labels, label, styles, async (names, name, style) => {
        const [before = "", ...others] = names;
        fc.pre(!names.some((other) => other.toLowerCase() === name.toLowerCase()));
        const topics = names.map((other) => `S: ${other}`);
        const files = { [TOPICS]: vocabularyOf(names), [ARTICLE]: articleWith(topics, style) };
        const result = await rename(files, before, name);
        assert.ok(typeof result === "object", String(result));
        const renamed = [`S: ${name}`, ...others.map((other) => `S: ${other}`)];
        const data = dataOf(result[ARTICLE] ?? "");
        assert.deepEqual(data.communityTopics, renamed);
        assert.deepEqual(JSON.parse(data.openProjectCustomFields.medigyTopics), renamed);
        // Where its topics were put back, it is the article it was.
        const rest = (text: string) => ({ ...dataOf(text), communityTopics: [], openProjectCustomFields: {} });
        assert.deepEqual(rest(result[ARTICLE] ?? ""), rest(files[ARTICLE] ?? ""));
        const around = (text = "") => [
          text.slice(0, text.indexOf("communityTopics")),
          text.slice(text.indexOf("\n  sourceUrl")),
        ];
        assert.deepEqual(around(result[ARTICLE]), around(files[ARTICLE]));
        assert.deepEqual(
          parseDocument(result[TOPICS] ?? "").toJS(),
          parseDocument(vocabularyOf([name, ...others])).toJS(),
        );
      }),
      { numRuns: 100 },
    );
  });

  it("and another back restores every byte of an article in the house style", async () => {
    await fc.assert(
      fc.asyncProperty(labels, label, async (names, name) => {
        const [before = ""] = names;
        fc.pre(!names.some((other) => other.toLowerCase() === name.toLowerCase()));
        const topics = names.map((other) => `S: ${other}`);
        const written = articleWith(topics, { list: "lines", text: "house", eol: "\n", start: "" });
        const world = createWorld({ [ARTICLE]: written, [TOPICS]: vocabularyOf(names) });
        const house = applyEdits(written, await world.service.fixAll(world.document(ARTICLE, written)));
        const files = { [TOPICS]: vocabularyOf(names), [ARTICLE]: house };
        const there = await rename(files, before, name);
        assert.ok(typeof there === "object");
        const text = there[TOPICS] ?? "";
        const again = createWorld(there);
        const label = text.indexOf("label: ", text.indexOf("topics:")) + "label: ".length + 1;
        const back = await again.service.rename(again.document(TOPICS, text), label, before);
        assert.ok(back !== undefined && "files" in back);
        assert.equal(after(there, back)[ARTICLE], house);
      }),
      { numRuns: 60 },
    );
  });
});
