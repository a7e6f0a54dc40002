import assert from "node:assert/strict";
import type { ContentReport } from "../server/src/service/languageService.ts";
import { ARTICLE, CLEAN, changed } from "./fixture.ts";
import { createWorld, type Files, IMAGE, SITE } from "./world.ts";

const TOPICS = "data/topics.yaml";
const other = (name: string, community = "cardiology") => `content/communities/${community}/curated-news/${name}.md`;

/** An article with other values for some of its keys. */
function article(values: { readonly [key: string]: string }): string {
  return Object.entries(values).reduce(
    (text, [key, value]) => text.replace(new RegExp(`^${key}:.*\\n(?:- .*\\n)*`, "m"), `${key}: ${value}\n`),
    CLEAN,
  );
}

async function reportOn(files: Files, now = Date.parse("2026-06-15T12:00:00Z")): Promise<ContentReport> {
  const { service } = createWorld({ ...SITE, ...files });
  const found = await service.contentReport("file:///site/any.md", { now });
  assert.ok(found !== undefined);
  assert.equal(found.root, "file:///site");
  return found.report;
}

/** The bars of a section: what each is called, and the paths behind it. */
function figures({ sections, entries, files }: ContentReport, id: string) {
  const section = sections.find((each) => each.id === id);
  assert.ok(section !== undefined, id);
  return Object.fromEntries(
    section.bars.map(({ label, word, entries: places }) => [
      word ?? label,
      places.map((place) => files[entries[place]?.file ?? -1]?.path),
    ]),
  );
}

const [A, B, C] = [other("a"), other("b"), other("c", "oncology")];

const FILES: Files = {
  [A]: article({
    date: "2026-06-01T10:00:00Z",
    lastMod: "2026-06-02T10:00:00Z",
    communityTopics: "['Medigy: Telehealth', 'Gartner: Interoperability']",
  }),
  [B]: article({
    date: "2026-04-30T23:30:00-02:00",
    lastMod: "2023-01-01",
    communityTopics: "['Medigy: Telemedicine', 'Gartner: Interoperability']",
  }),
  [C]: article({ date: "2010-01-01", lastMod: "soon", communityTopics: "[]" }),
};

describe("the content report", () => {
  it("counts articles by months, none left out, and what is older as one", async () => {
    const months = figures(await reportOn(FILES), "months");
    assert.deepEqual(months["2026-06"], [A]);
    // In UTC.
    assert.deepEqual(months["2026-05"], [B]);
    assert.deepEqual(months["2026-04"], []);
    assert.deepEqual(months.earlier, [C]);
    assert.equal(Object.keys(months).length, 61);
  });

  it("keeps a mistyped year out of the chart", async () => {
    const files = { ...FILES, [C]: article({ date: "2206-01-01", lastMod: "9999-12-31T23:59:59Z" }) };
    const report = await reportOn(files);
    const months = figures(report, "months");
    assert.deepEqual([Object.keys(months), months.later], [["2026-05", "2026-06", "later"], [C]]);
    assert.deepEqual(figures(report, "changes").month, [A, C]);
  });

  it("counts articles by their last change, else by their date", async () => {
    const changes = figures(await reportOn(FILES), "changes");
    assert.deepEqual(changes, { month: [A], quarter: [], year: [], twoYears: [], older: [C, B] });
    const undated = figures(await reportOn({ [A]: article({ date: "soon", lastMod: "soon" }) }), "changes");
    assert.deepEqual(undated.noDate, [A]);
  });

  it("counts topics by their uses, alternative labels as what they mean, and pairs", async () => {
    const report = await reportOn(FILES);
    assert.deepEqual(figures(report, "topics"), { "Gartner: Interoperability": [A, B], "Medigy: Telehealth": [A, B] });
    assert.deepEqual(figures(report, "pairs"), { "Gartner: Interoperability + Medigy: Telehealth": [A, B] });
    const counts = figures(report, "topicCounts");
    assert.deepEqual([counts["0"], counts["2"], counts["6+"]], [[C], [A, B], []]);
  });

  it("lists topics that nobody uses, or hardly anybody, where the vocabulary has them", async () => {
    const { sections, entries, files } = await reportOn(FILES);
    const listed = (id: string) =>
      sections
        .find((section) => section.id === id)
        ?.bars.map(({ label, total, entries: places }) => [
          label,
          total,
          ...places.map((place) => [
            entries[place]?.note,
            entries[place]?.line,
            files[entries[place]?.file ?? -1]?.path,
          ]),
        ]);
    const lineOf = (text: string) => (SITE[TOPICS] ?? "").split("\n").findIndex((line) => line.includes(text)) + 1;
    assert.deepEqual(listed("coverage"), [
      ["Gartner", 2, ["Data Management (DM)", lineOf("Data Man"), TOPICS]],
      ["Healthcare IT News", 1, ["Blockchain", lineOf("Blockchain"), TOPICS]],
      ["Medigy", 2, ["Interoperability", lineOf("Interop"), TOPICS]],
    ]);
    assert.deepEqual(
      listed("rare")?.map(([label, total]) => [label, total]),
      [
        ["Gartner", 2],
        ["Medigy", 2],
      ],
    );
  });

  it("counts problems by rule, community and age, with their places and messages", async () => {
    const faulty = changed("searchCategory: News", "searchCategory: Newz");
    const report = await reportOn({ [ARTICLE]: faulty });
    const rule = report.sections[0]?.bars.find(({ label }) => label === "invalid-value" || label === "derived-value");
    assert.ok(rule !== undefined);
    const entry = report.entries[rule.entries[0] ?? -1];
    const line = faulty.slice(0, faulty.indexOf("searchCategory: Newz")).split("\n").length;
    assert.deepEqual([report.files[entry?.file ?? -1]?.path, entry?.line], [ARTICLE, line]);
    assert.match(entry?.note ?? "", /News/);
    assert.ok("Cardiology" in figures(report, "communities"));
    const sum = (id: string) =>
      report.sections.find((each) => each.id === id)?.bars.reduce((total, { entries }) => total + entries.length, 0);
    const { errors, warnings, others } = report.totals;
    assert.equal(sum("rules"), errors + warnings + others);
    assert.equal(sum("communities"), errors + warnings + others);
  });

  it("lists articles without an image, and those whose file is missing", async () => {
    const report = await reportOn({ [A]: CLEAN.replace(/^ {2}href: .*\n/m, ""), [ARTICLE]: CLEAN, [IMAGE]: undefined });
    const images = report.sections.find(({ id }) => id === "images");
    const words = images?.bars.flatMap(({ entries }) => entries.map((place) => report.entries[place]?.word)).toSorted();
    assert.deepEqual(words, ["fileMissing", "noImage"]);
  });

  it("is the same for the same files and the same day", async () => {
    const [first, ...others] = await Promise.all(
      [FILES, Object.fromEntries(Object.entries(FILES).toReversed())].map((files) => reportOn(files)),
    );
    for (const report of others) assert.deepEqual(report, first);
    assert.equal(first?.day, "2026-06-15");
  });

  it("is empty for a site without articles, and there is none when it is stopped", async () => {
    const { totals, sections } = await reportOn({});
    assert.equal(totals.articles, 0);
    assert.ok(
      sections
        .filter(({ id }) => id !== "coverage" && id !== "rules" && id !== "communities")
        .every(({ bars }) => bars.every(({ entries }) => entries.length === 0)),
    );
    const { service } = createWorld({ ...SITE, ...FILES });
    assert.equal(await service.contentReport("file:///site/any.md", { signal: { aborted: true } }), undefined);
  });
});
