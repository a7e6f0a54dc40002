import assert from "node:assert/strict";
import { createWorld, type Files } from "./world.ts";

// What Hugo 0.111 made of these files in sites of its own.

const FOLDER = "content/communities/cardiology/curated-news";

/** The rules about addresses that find something in an article which stands in a site of its own. */
async function found(path: string, frontMatter: string, files: Files): Promise<readonly string[]> {
  const world = createWorld({ "curated-content.yaml": "", ...files });
  const document = world.document(path, `---\narchetype: news\n${frontMatter}\n---\n`);
  await world.service.indexSite(document.uri);
  const diagnostics = await world.service.diagnose(document);
  return diagnostics.flatMap(({ ruleId }) =>
    /^(?:duplicate-(?:alias|permalink)|shadowed)/.test(ruleId) ? ruleId : [],
  );
}

describe("the address of an alias", () => {
  const rows: readonly (readonly [alias: string, address: string | undefined, path?: string, others?: string])[] = [
    ["/news/beat", "/news/beat/"],
    ["/news/beat/", "/news/beat/"],
    ["/News/Beat", "/News/Beat/"],
    ["/News/Beat", undefined, FOLDER, "/news/beat/"],
    ["/news/a.b", "/news/a.b/"],
    ["/news/a.htm", "/news/a.htm/"],
    ["/news/a.html", "/news/a.html"],
    ["/news/a/index.html", "/news/a/"],
    ["//news//a", "/news/a/"],
    ["/news/./a/../b", "/news/b/"],
    ["/news/schön", "/news/sch%C3%B6n/"],
    ["/news/%20a", "/news/%2520a/"],
    ["beside", "/communities/cardiology/curated-news/beside/"],
    ["../above", "/communities/cardiology/above/"],
    ["../../../../../top", "/top/"],
    ["beside", "/communities/cardiology/beside/", "bundle"],
  ];
  for (const [alias, address, kind, url = address] of rows) {
    it(`${alias} ${kind === "bundle" ? "of the page of a folder " : ""}is ${address ?? `not ${url}`}`, async () => {
      const path = kind === "bundle" ? `${FOLDER}/index.md` : `${FOLDER}/a.md`;
      const page = { "content/other/page.md": `---\nurl: ${url}\n---\n` };
      const expected = address === undefined ? [] : ["shadowed-alias"];
      assert.deepEqual(await found(path, `aliases: ['${alias}']`, page), expected);
    });
  }
});

describe("two pages of one address", () => {
  const PERMALINK = ["duplicate-permalink"];
  const TWIN = { [`${FOLDER}/b.md`]: "---\nslug: beat\n---\n" };
  const pages: readonly (readonly [what: string, path: string, frontMatter: string, files: Files, found?: boolean])[] =
    [
      ["by their slugs", "a.md", "slug: beat", TWIN, true],
      ["by a slug and a name, in any letter case", "a.md", "slug: Beat", { [`${FOLDER}/beat.md`]: "" }, true],
      [
        "by a url",
        "a.md",
        "slug: beat",
        { "content/x.md": "---\nurl: /communities/cardiology/curated-news/beat\n---\n" },
        true,
      ],
      ["by a url with its file", "a.md", "url: /x/index.html", { "content/x/y.md": "---\nurl: /x/\n---\n" }, true],
      ["by a name and a folder", "a.md", "", { [`${FOLDER}/a/index.md`]: "" }, true],
      ["by a name and a section", "a.md", "", { [`${FOLDER}/a/_index.md`]: "" }, true],
      ["in the language of the site", "a.md", "", { [`${FOLDER}/x/../b.en.md`]: "---\nslug: a\n---\n" }, true],
      [
        "in other folders",
        "a.md",
        "slug: beat",
        { "content/communities/oncology/curated-news/b.md": "---\nslug: beat\n---\n" },
      ],
      ["in another language", "a.md", "slug: beat", { [`${FOLDER}/a.fr.md`]: "---\nslug: beat\n---\n" }],
      ["of which one is a draft", "a.md", "slug: beat", { [`${FOLDER}/b.md`]: "---\nslug: beat\ndraft: true\n---\n" }],
      ["of which this is a draft", "a.md", "slug: beat\ndraft: true", TWIN],
      [
        "of which one expires",
        "a.md",
        "slug: beat",
        { [`${FOLDER}/b.md`]: "---\nslug: beat\nexpiryDate: 2026-01-01\n---\n" },
      ],
      [
        "of which one is not rendered",
        "a.md",
        "slug: beat",
        { [`${FOLDER}/b.md`]: "---\nslug: beat\n_build:\n  render: never\n---\n" },
      ],
      ["of which one has other front matter", "b.md", "", { [`${FOLDER}/b/index.md`]: '+++\nslug = "x"\n+++\n' }],
      [
        "of which one is no HTML",
        "a.md",
        "slug: beat",
        { [`${FOLDER}/b.md`]: "---\nslug: beat\noutputs: [json]\n---\n" },
      ],
      [
        "of which one belongs to the page of its folder",
        "a.md",
        "slug: x/beat",
        { [`${FOLDER}/x/index.md`]: "", [`${FOLDER}/x/beat.md`]: "" },
      ],
      [
        "where a section says which are rendered",
        "a.md",
        "slug: beat",
        { ...TWIN, "content/communities/_index.md": "---\ncascade:\n  build:\n    render: never\n---\n" },
      ],
      [
        "outside of the content",
        "a.md",
        "slug: beat",
        { "drafts/b.md": "---\narchetype: news\nurl: /communities/cardiology/curated-news/beat/\n---\n" },
      ],
    ];
  for (const [what, name, frontMatter, files, isFound = false] of pages) {
    it(`${what} are ${isFound ? "found" : "left alone"}`, async () => {
      const clean = Object.fromEntries(
        Object.entries(files).map(([path, text]) => [path.replace("/x/../", "/"), text]),
      );
      assert.deepEqual(await found(`${FOLDER}/${name}`, frontMatter, clean), isFound ? PERMALINK : []);
    });
  }

  const configurations: readonly (readonly [path: string, text: string, found?: boolean])[] = [
    ["hugo.yaml", "title: T\npermalinks: {}\nlanguages:\n  en:\n    title: T\n", true],
    ["hugo.toml", 'baseURL = "https://site.example/sub/"\n[params]\npermalinks = "x"\n', true],
    ["hugo.yaml", "module:\n  mounts:\n  - source: img\n    target: static/img\n", true],
    ["config/_default/params.yaml", "permalinks:\n  posts: /x/\n", true],
    ["hugo.yaml", "permalinks:\n  communities: /:year/:slug/\n"],
    ["hugo.toml", "uglyURLs = true\n"],
    ["config.json", '{"languages": {"en": {}, "fr": {}}}\n'],
    ["config.toml", "[languages.en]\ncontentDir = 'content/en'\n"],
    ["config/_default/permalinks.toml", "communities = '/:slug/'\n"],
    ["config/production/hugo.yml", "DisablePathToLower: true\n"],
    ["hugo.yaml", "module:\n  mounts:\n  - source: docs\n    target: content/docs\n"],
    ["hugo.yaml", "cascade:\n- _target:\n    path: /**\n  build:\n    render: never\n"],
    ["hugo.yaml", "outputs:\n  page: [JSON]\n"],
    ["hugo.yaml", "contentDir: pages\n"],
    ["hugo.yaml", "title: 'T\n"],
    ["hugo.toml", "title = \n"],
  ];
  for (const [path, text, isFound = false] of configurations) {
    it(`are ${isFound ? "found" : "left alone"} where ${path} says ${JSON.stringify(text)}`, async () => {
      const files = { ...TWIN, [path]: text };
      assert.deepEqual(await found(`${FOLDER}/a.md`, "slug: beat", files), isFound ? PERMALINK : []);
    });
  }

  it("are found by their urls where the others follow a pattern", async () => {
    const files = {
      "hugo.yaml": "permalinks:\n  communities: /:slug/\n",
      [`${FOLDER}/b.md`]: "---\nurl: /beat/\naliases: [/x]\n---\n",
    };
    assert.deepEqual(await found(`${FOLDER}/a.md`, "url: /beat", files), PERMALINK);
    assert.deepEqual(await found(`${FOLDER}/a.md`, "aliases: [/x, y]", files), ["duplicate-alias"]);
  });

  it("are looked for again when the configuration changes", async () => {
    const world = createWorld({ "curated-content.yaml": "", ...TWIN });
    const document = world.document(`${FOLDER}/a.md`, "---\narchetype: news\nslug: beat\n---\n");
    const isFound = async () => {
      await world.service.indexSite(document.uri);
      return (await world.service.diagnose(document)).some(({ ruleId }) => ruleId === "duplicate-permalink");
    };
    assert.equal(await isFound(), true);
    assert.equal(world.write("config/_default/hugo.toml", "uglyURLs = true\n"), true);
    assert.equal(await isFound(), false);
    assert.equal(world.write("config/_default/hugo.toml", "uglyURLs = false\n"), true);
    assert.equal(await isFound(), true);
  });
});
