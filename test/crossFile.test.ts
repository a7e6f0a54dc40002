import assert from "node:assert/strict";
import { applyEdits } from "../server/src/service/document/span.ts";
import { ARTICLE, CLEAN, changed } from "./fixture.ts";
import { createWorld, type Files, SITE, type World } from "./world.ts";

const FOLDER = "content/communities/cardiology/curated-news";
const NAME = "3f2b1c4d-0000-5000-8000-000000000002";
const OTHER = `${FOLDER}/${NAME}.md`;

/** The clean article for another file, with another title: only its id and its source are those of the clean one. */
const SIBLING = CLEAN.replaceAll("3f2b1c4d-0000-5000-8000-000000000001", NAME)
  .replaceAll("A Steady Beat", "A Slow Walk")
  .replaceAll("a-steady-beat", "a-slow-walk");

/** Another article that shares nothing with the clean one. */
const STRANGER = SIBLING.replaceAll("77", "78").replaceAll("2021/steady-beat", "2021/slow-walk");

/** What is found across files in each article of a site, line by line: `file:line rule > place, place`. */
async function across(files: Files): Promise<readonly string[]> {
  const world = createWorld({ ...SITE, ...files });
  await world.service.indexSite(`file:///site/${ARTICLE}`);
  const lines: string[] = [];
  for (const [path, text] of Object.entries(files)) {
    if (text !== undefined && !path.startsWith("data/")) lines.push(...(await acrossIn(world, path, text)));
  }
  return lines;
}

const ABOUT_SITE = /^(?:breadcrumb-target|community-page|duplicate-(?:alias|id|link|permalink)|shadowed-alias)$/;

async function acrossIn(world: World, path: string, text: string): Promise<readonly string[]> {
  const found = await world.service.diagnose(world.document(path, text));
  return found.flatMap(({ ruleId, start, related }) => {
    if (!ABOUT_SITE.test(ruleId)) return [];
    const places = related.map((place) => {
      const name = nameOf(place.document?.uri ?? path);
      return `${name}:${lineOf(place.document?.text ?? text, place.start)}`;
    });
    return [`${nameOf(path)}:${lineOf(text, start)} ${ruleId} > ${places.join(", ")}`];
  });
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\n|\r/).length;
}

/** The end of a file's name: that of the clean article is `1`, that of the other `2`. */
function nameOf(path: string): string {
  return path.replace(/^.*?([^/]+)\.md$/, "$1").replace(/^3f2b1c4d-0000-5000-8000-00000000000/, "");
}

describe("articles of one site", () => {
  it("that share nothing are left alone", async () => {
    assert.deepEqual(await across({ [ARTICLE]: CLEAN, [OTHER]: STRANGER }), []);
  });

  it("are told of what they share, each with the other's place", async () => {
    assert.deepEqual(await across({ [ARTICLE]: CLEAN, [OTHER]: SIBLING }), [
      "1:39 duplicate-id > 2:39",
      "1:44 duplicate-link > 2:44",
      "2:39 duplicate-id > 1:39",
      "2:44 duplicate-link > 1:44",
    ]);
  });

  it("are told of one address, and not of the alias besides", async () => {
    const twin = STRANGER.replaceAll("a-slow-walk", "a-steady-beat").replaceAll("A Slow Walk", "A Steady Beat");
    assert.deepEqual(await across({ [ARTICLE]: CLEAN, [OTHER]: twin }), [
      "1:55 duplicate-permalink > 2:55",
      "2:55 duplicate-permalink > 1:55",
    ]);
  });

  it("are not told of what is no id, nor of what stands elsewhere", async () => {
    const [none, other] = [CLEAN, SIBLING].map((text) => text.replaceAll("77", "0"));
    const lines = await across({ [ARTICLE]: none ?? "", [OTHER]: other ?? "" });
    assert.deepEqual(lines, ["1:44 duplicate-link > 2:44", "2:44 duplicate-link > 1:44"]);
    assert.deepEqual(await across({ [ARTICLE]: CLEAN, "drafts/2.md": CLEAN }), []);
  });

  it("are told of a source however it is asked for, in one community", async () => {
    const source = "https://www.heart-news.example/2021/steady-beat";
    const same = [
      "http://heart-news.example/2021/steady-beat/",
      `${source}?utm_source=mail&UTM_Medium=x`,
      `${source}#top`,
      `${source}?fbclid=1`,
    ];
    const others = [`${source}?page=2`, `${source}s`, `${source}#/two`, "https://heart-news.example/2021/Steady-Beat"];
    for (const address of [...same, ...others]) {
      const lines = await across({ [ARTICLE]: CLEAN, [OTHER]: STRANGER.replaceAll(/https:.*walk$/gm, address) });
      assert.equal(
        lines.filter((line) => line.includes("duplicate-link")).length,
        same.includes(address) ? 2 : 0,
        address,
      );
    }
    const home = (text: string) => text.replaceAll(/https:.*(?:walk|beat)$/gm, "https://heart-news.example/");
    assert.deepEqual(await across({ [ARTICLE]: home(CLEAN), [OTHER]: home(STRANGER) }), []);
    const elsewhere = SIBLING.replaceAll("77", "78").replaceAll("cardiology", "oncology");
    assert.deepEqual(await across({ [ARTICLE]: CLEAN, [OTHER.replace("cardiology", "oncology")]: elsewhere }), []);
  });

  it("may share all in two languages", async () => {
    const [en, fr] = [ARTICLE.replace(".md", ".en.md"), ARTICLE.replace(".md", ".fr.md")];
    assert.deepEqual(await across({ [en]: CLEAN, [fr]: CLEAN }), []);
  });

  it("say nothing of each other before all are read", async () => {
    const world = createWorld({ ...SITE, [OTHER]: SIBLING });
    assert.deepEqual(await acrossIn(world, ARTICLE, CLEAN), []);
  });

  it("are not told of a name that another one has wrongly", async () => {
    const own = NAME.replace("2", "3");
    const files = { [OTHER]: STRANGER, [`${FOLDER}/${own}.md`]: STRANGER.replaceAll("78", "79") };
    const lines = (await across(files)).filter((line) => line.includes("duplicate-id"));
    assert.deepEqual(lines, []);
  });
});

describe("a comment that suppresses what is found across files", () => {
  const text = changed("id: 77", "# curated-content-disable-next-line duplicate-id -- known\nid: 77");
  const unused = async (world: World) =>
    (await world.service.diagnose(world.document(ARTICLE, text))).map(({ ruleId }) => ruleId);

  it("is not called unused while files are still to be read", async () => {
    const world = createWorld({ ...SITE, [OTHER]: STRANGER });
    assert.deepEqual(await unused(world), []);
    await world.service.indexSite(`file:///site/${ARTICLE}`);
    assert.deepEqual(await unused(world), ["unused-suppression"]);
  });
});

describe("fixes of what is found across files", () => {
  it("remove an alias that is listed twice, or is the article's own address", async () => {
    const own = "/communities/cardiology/curated-news/heart-news-a-steady-beat/";
    const text = changed(
      "aliases: /news/a-steady-beat",
      `aliases:\n- /news/a-steady-beat\n- /news/a-steady-beat/\n- ${own}`,
    );
    const world = createWorld();
    await world.service.indexSite(`file:///site/${ARTICLE}`);
    const edits = await world.service.fixAll(world.document(ARTICLE, text));
    assert.equal(applyEdits(text, edits), changed("aliases: /news/a-steady-beat", "aliases:\n- /news/a-steady-beat"));
  });
});

describe("breadcrumbs and the pages of a site", () => {
  const page = "---\ntitle: T\n---\n";
  const at = (folder: string) => ({ [`content/communities${folder}/_index.md`]: page });
  const rows: readonly (readonly [what: string, files: Files, text: string, found: readonly string[]])[] = [
    ["are not judged where no folder has a page", {}, CLEAN, []],
    ["are not judged where only the first folder has one", at(""), CLEAN, []],
    ["are sound where each has one", { ...at("/cardiology"), ...at("/cardiology/curated-news") }, CLEAN, []],
    ["are not judged where no folder as deep has one", at("/cardiology"), CLEAN, []],
    [
      "are told where one has none",
      { ...at("/cardiology"), ...at("/oncology/curated-news") },
      CLEAN,
      ["1:11 breadcrumb-target > "],
    ],
    [
      "are told of the community where others have a page",
      { ...at("/oncology"), ...at("/cardiology/curated-news") },
      CLEAN,
      ["1:10 community-page > "],
    ],
    [
      "may lead to a page of another file",
      { "content/communities/cardiology.md": page, ...at("/oncology"), ...at("/cardiology/curated-news") },
      CLEAN,
      [],
    ],
    [
      "may lead to an alias",
      {
        ...at("/cardiology"),
        ...at("/oncology/curated-news"),
        "content/x.md": "---\naliases: /communities/cardiology/curated-news\n---\n",
      },
      CLEAN,
      [],
    ],
    [
      "are told once where they should be others",
      { ...at("/cardiology"), ...at("/oncology/curated-news") },
      changed("- /communities/cardiology/curated-news\n", "- /communities/cardiology/curated-views\n"),
      [],
    ],
    [
      "are not judged where the site has a path of its own",
      { ...at("/cardiology"), ...at("/oncology/curated-news"), "hugo.yaml": "baseURL: https://site.example/sub/\n" },
      CLEAN,
      [],
    ],
    [
      "are not judged where nobody can tell addresses",
      { ...at("/oncology"), ...at("/oncology/curated-news"), "hugo.yaml": "uglyURLs: true\n" },
      CLEAN,
      [],
    ],
  ];
  for (const [what, files, text, found] of rows) {
    it(what, async () => {
      const world = createWorld({ ...SITE, ...files });
      await world.service.indexSite(`file:///site/${ARTICLE}`);
      assert.deepEqual(await acrossIn(world, ARTICLE, text), found);
    });
  }
});

describe("a change of a page", () => {
  const whole = `file:///site/${ARTICLE}`;
  const alone = { ...SITE, [ARTICLE]: CLEAN, [OTHER]: STRANGER };

  /** The pages that are concerned by a change of a file: by the ends of their names. */
  async function concerned(files: Files, path: string, text: string | undefined): Promise<string> {
    const world = createWorld(files);
    await world.service.indexSite(whole);
    const told: string[] = [];
    world.service.onDidChangeIndex((change) => {
      told.push(change.concerned === "all" ? "all" : [...change.concerned].map(nameOf).toSorted().join());
    });
    world.write(path, text);
    await world.service.indexSite(whole);
    return told.join("; ");
  }

  it("concerns those with which it makes or ends a conflict, and no other", async () => {
    assert.equal(await concerned(alone, OTHER, SIBLING), "1");
    assert.equal(await concerned({ ...alone, [OTHER]: SIBLING }, OTHER, STRANGER), "1");
    assert.equal(await concerned({ ...alone, [OTHER]: SIBLING }, OTHER, undefined), "1");
    const [named, renamed] = [SIBLING, SIBLING.replace("status: ''", "status: new").replace("- Dana", "- Robin")];
    assert.equal(await concerned({ ...alone, [OTHER]: named }, OTHER, renamed), "");
  });

  it("concerns those whose alias it takes, or gives back", async () => {
    const files = { ...alone, [OTHER]: STRANGER.replace("/news/a-slow-walk", "/beat") };
    assert.equal(await concerned(files, ARTICLE, changed(/^slug: .*$/m, "url: /beat/")), "2");
    assert.equal(await concerned({ ...files, [ARTICLE]: changed(/^slug: .*$/m, "url: /beat/") }, ARTICLE, CLEAN), "2");
  });

  it("concerns those it no longer is a draft for", async () => {
    const twin = STRANGER.replaceAll("a-slow-walk", "a-steady-beat");
    const draft = twin.replace("---\n", "---\ndraft: true\n");
    assert.equal(await concerned({ ...alone, [OTHER]: draft }, OTHER, twin), "1");
  });

  it("concerns those whose breadcrumbs lead to it", async () => {
    const way = changed("- /communities/cardiology/curated-news\n", "- /communities/cardiology/way/\n");
    const files = { ...alone, [ARTICLE]: way };
    const page = STRANGER.replace(/^slug: .*$/m, "url: /communities/cardiology/way/");
    assert.equal(await concerned(files, OTHER, page), "1");
    assert.equal(await concerned({ ...files, [OTHER]: page }, OTHER, STRANGER), "1");
  });

  it("concerns all where it is a section, or comes to be the page of its folder", async () => {
    assert.equal(await concerned(alone, "content/communities/cardiology/_index.md", "---\ntitle: T\n---\n"), "all");
    assert.equal(await concerned(alone, `${FOLDER}/index.md`, "---\ntitle: T\n---\n"), "all");
  });
});

describe("what very many articles share", () => {
  const many = Object.fromEntries(
    Array.from({ length: 1200 }, (_, index) => [
      `content/communities/cardiology/curated-news/${index}.md`,
      "---\naliases: /news/one\narchetype: news\nid: 5\n---\n",
    ]),
  );

  it("is told with a few places, and a change of one of them concerns all", async () => {
    const world = createWorld({ ...SITE, ...many });
    const document = world.open(ARTICLE, "---\naliases: /news/one\narchetype: news\nid: 5\n---\n");
    await world.service.indexSite(document.uri);
    const changes: unknown[] = [];
    world.service.onDidChangeIndex(({ concerned }) => changes.push(concerned));
    const found = (await world.service.diagnose(document)).filter(({ ruleId }) => ruleId.startsWith("duplicate-"));
    assert.deepEqual(
      found.map(({ ruleId, message, related }) => [ruleId, message.slice(0, 12), related.length]),
      [
        ["duplicate-alias", "More than 99", 5],
        ["duplicate-id", "More than 99", 5],
      ],
    );
    assert.deepEqual(changes, ["all"]);
  });
});
