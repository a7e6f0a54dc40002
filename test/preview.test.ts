import assert from "node:assert/strict";
import type { Preview, PreviewPart } from "../server/src/service/languageService.ts";
import { ARTICLE, CLEAN, changed, type Place } from "./fixture.ts";
import { createWorld, SITE } from "./world.ts";

/** Each part on a line: role, text, the text of its place; behind them its problems and where it leads. */
function shown(text: string, parts: readonly PreviewPart[]): string {
  return parts
    .map(({ role, text: value, start, end, problems, target }) => {
      const place = text.slice(start, end).replace(/\s+/g, " ");
      const faults = problems.map(({ ruleId }) => ` !${ruleId}`).join("");
      return `${role} ${value} «${place}»${target === undefined ? "" : ` → ${target}`}${faults}`;
    })
    .join("\n");
}

async function preview(text: string, { path = ARTICLE, site = SITE }: Place = {}): Promise<Preview> {
  const world = createWorld(site);
  await world.service.indexSite(`file:///site/${path}`);
  const found = await world.service.preview(world.document(path, text));
  assert.ok(found);
  return found;
}

const only = (found: Preview, ...roles: readonly string[]) => found.parts.filter(({ role }) => roles.includes(role));

describe("The page of an article", () => {
  it("has all that readers see, each with its place", async () => {
    const found = await preview(CLEAN, {
      site: { ...SITE, "content/communities/cardiology/_index.md": "---\ntitle: Cardiology\n---\n" },
    });
    assert.equal(
      shown(CLEAN, found.parts),
      `mastHead Cardiology CoP «Cardiology CoP»
crumb Home «Home»
crumb Communities «Communities»
crumb Cardiology «Cardiology»
crumb Curated News «Curated News»
crumb A Steady Beat «A Steady Beat»
crumbLink / «/»
crumbLink /communities/ «/communities/»
crumbLink /communities/cardiology/ «/communities/cardiology/» → file:///site/content/communities/cardiology/_index.md
crumbLink /communities/cardiology/curated-news «/communities/cardiology/curated-news»
crumbLink # «'#'»
title A Steady Beat «A Steady Beat»
author Dana @care-desk.example «Dana @care-desk.example»
brand heart-news.example «heart-news.example» → https://www.heart-news.example/2021/steady-beat
link https://www.heart-news.example/2021/steady-beat «https://www.heart-news.example/2021/steady-beat» → https://www.heart-news.example/2021/steady-beat
date 2021-03-04T09:00:00.000001Z «'2021-03-04T09:00:00.000001Z'»
lastMod 2021-03-05T09:00:00.000001Z «'2021-03-05T09:00:00.000001Z'»
topic Medigy: Telehealth «'Medigy: Telehealth'»
topic Gartner: Data Management (DM) «'Gartner: Data Management (DM)'»
image 3f2b1c4d-0000-5000-8000-000000000001-featuredImage.png «3f2b1c4d-0000-5000-8000-000000000001-featuredImage.png» → file:///site/static/3f2b1c4d-0000-5000-8000-000000000001-featuredImage.png
imageAlt A Steady Beat «A Steady Beat»
description A heart clinic hands out small patches that watch for an uneven beat, and calls when one is found. «A heart clinic hands out small patches that watch for an uneven beat, and calls when one is found.»`,
    );
    assert.deepEqual(only(found, "image")[0]?.size, [640, 320]);
    assert.equal(only(found, "topic")[0]?.note, "Care given at a distance.");
    assert.equal(found.permalink, "/communities/cardiology/curated-news/heart-news-a-steady-beat/");
    assert.equal(CLEAN.slice(found.body?.start, found.body?.end), "\n<p>A heart clinic hands out small patches.</p>\n");
    assert.deepEqual(found.imageFolders, [
      "file:///site/content/communities/cardiology/curated-news",
      "file:///site/static",
      "file:///site/assets",
    ]);
    assert.equal(found.assetRoots, 2);
    assert.deepEqual(found.otherProblems, []);
    assert.deepEqual(found.bodyProblems, []);
  });

  it("shows each problem at the part that it is about", async () => {
    const text = changed(
      "<p>A",
      '<p onclick="x()">A',
      changed(
        "slug: heart",
        "slug: hart",
        changed("- Cardiology\n", "- Cardiologie\n", changed("Medigy: Telehealth'", "Medigy: Telecare'")),
      ),
    );
    const found = await preview(text);
    const faulty = found.parts.filter(({ problems }) => problems.length > 0);
    assert.equal(
      shown(text, faulty),
      `crumb Cardiologie «Cardiologie» !breadcrumb-labels
topic Medigy: Telecare «'Medigy: Telecare'» !topic-retired`,
    );
    assert.deepEqual(
      found.bodyProblems.map(({ ruleId }) => ruleId),
      ["body-event-handler"],
    );
    assert.ok(
      found.otherProblems.some(({ ruleId, start }) => ruleId === "derived-value" && text.startsWith("hart", start)),
    );
  });

  it("shows what is missing where it would be", async () => {
    const text = changed(/^title: .*\n/m, "", changed(/^description: .*\n {2}.*\n/m, ""));
    const found = await preview(text);
    assert.equal(
      shown(
        text,
        found.parts.filter(({ isMissing }) => isMissing),
      ),
      "title  «---» !missing-key\ndescription  «---» !missing-key",
    );
  });

  it("shows what is wrong with a list, and beside an image's file, at the first part that it is about", async () => {
    const text = changed("  - 640\n", "  - 641\n", changed("- Home\n", ""));
    const found = await preview(text);
    assert.deepEqual(
      found.parts.filter(({ problems }) => problems.length > 0).map(({ role }) => role),
      ["crumb", "image"],
    );
  });

  for (const [name, text] of [
    ["LF", CLEAN],
    ["CRLF", CLEAN.replaceAll("\n", "\r\n")],
    ["a byte order mark", `\uFEFF${CLEAN}`],
    ["letters of two units", CLEAN.replaceAll("A Steady Beat", "A 🫀 Steady Beat")],
  ] as const) {
    it(`has the right places with ${name}`, async () => {
      for (const { role, text: value, start, end, isMissing } of (await preview(text)).parts) {
        if (isMissing || role === "description") continue;
        assert.equal(text.slice(start, end).replace(/^'(.*)'$/, "$1"), value);
      }
    });
  }

  it("has a body where nothing else is read, and none while the front matter is open", async () => {
    const toml = '+++\ntitle = "A"\n+++\nText\n';
    const found = await preview(toml);
    assert.equal(toml.slice(found.body?.start), "Text\n");
    assert.deepEqual(
      only(found, "title").map(({ isMissing }) => isMissing),
      [true],
    );
    assert.equal((await preview("---\ntitle: A\n")).body, undefined);
    assert.deepEqual((await preview("Text\n")).body, { start: 0, end: 5 });
  });

  it("leads to other pages as browsers do", async () => {
    const world = createWorld({
      ...SITE,
      "content/communities/cardiology/_index.md": "---\ntitle: Cardiology\n---\n",
      "content/communities/cardiology/curated-news/other.md": changed(/^slug: .*$/m, "slug: other"),
    });
    const document = world.document(ARTICLE, CLEAN);
    await world.service.indexSite(document.uri);
    const target = async (link: string) =>
      (await world.service.pageTarget(document, link))?.slice("file:///site/".length);
    const other = "content/communities/cardiology/curated-news/other.md";
    for (const link of [
      "/communities/cardiology/curated-news/other/",
      "/communities/cardiology/curated-news/other",
      "../other/",
      "../other?from=here#there",
      " ./.././other/",
      "../../../../../../../communities/cardiology/curated-news/other/",
    ])
      assert.equal(await target(link), other, link);
    for (const link of ["../..", "../../", "/communities/cardiology/"])
      assert.equal(await target(link), "content/communities/cardiology/_index.md", link);
    for (const link of ["", "#there", "?from=here", "other/", "//other.example/communities/cardiology/", "x:../other/"])
      assert.equal(await target(link), undefined, link);
  });

  it("is none of a document that is no article, or for which all is switched off", async () => {
    const world = createWorld();
    assert.equal(await world.service.preview(world.document("README.md", "# Read me\n")), undefined);
    const off = { enable: false, rules: {} };
    assert.equal(await world.service.preview(world.document(ARTICLE, CLEAN), off), undefined);
  });

  for (const [files, rawHtml] of [
    [{}, "unknown"],
    [{ "hugo.yaml": "title: T\n" }, "omitted"],
    [{ "hugo.toml": "[markup.goldmark.renderer]\nunsafe = true\n" }, "shown"],
    [{ "config/_default/markup.toml": "[goldmark.renderer]\nunsafe = true\n" }, "shown"],
    [{ "hugo.yaml": "Markup:\n  Goldmark:\n    Renderer:\n      Unsafe: true\n" }, "shown"],
    [{ "hugo.yaml": "markup:\n  goldmark:\n    renderer:\n      unsafe: 'true'\n" }, "omitted"],
    [{ "hugo.toml": "[markup\n" }, "unknown"],
  ] as const) {
    it(`knows that HTML in a body is ${rawHtml} with ${JSON.stringify(files)}`, async () => {
      assert.equal((await preview(CLEAN, { site: { ...SITE, ...files } })).markup.rawHtml, rawHtml);
    });
  }

  it("knows goldmark's other switches, old and new", async () => {
    const config = `markup:
  goldmark:
    renderer: {hardWraps: true}
    extensions:
      table: false
      footnote: {enable: false}
      typographer: {disable: true}
      definitionList: {enable: true}
`;
    const { options } = (await preview(CLEAN, { site: { ...SITE, "hugo.yaml": config } })).markup;
    assert.deepEqual(options, {
      definitionList: true,
      footnote: false,
      hardWraps: true,
      linkify: true,
      strikethrough: true,
      table: false,
      taskList: true,
      typographer: false,
    });
  });
});
