import assert from "node:assert/strict";
import fc from "fast-check";
import { ARTICLE, changed, fixed, quickFixes, report } from "./fixture.ts";
import { runs } from "./runs.ts";
import { createWorld, SITE } from "./world.ts";

const LONG = "beat-".repeat(60);

/** What stands in the clean article above its title, or in place of one of its parts, and what is said of it. */
const READINGS: readonly (readonly [version: string, lines: string, reported: string, part?: string])[] = [
  // What stops the build.
  ["0.147.6", "published: false\n", "61 hugo-refused-value «false»"],
  ["0.147.6", "Published: True\n", "61 misspelled-key «Published», 61 hugo-refused-value «True»"],
  ["0.147.6", "draft: true\npublished: true\n", "62 hugo-refused-value «true»"],
  ["0.111.3", "published: false\n", ""],
  ["0.147.6", "published: '2021-03-04'\n", ""],
  ["0.147.6", "published: {a: 1}\n", "61 wrong-type «{a: 1}»"],
  ["0.147.6", "markup: markdwn\n", "61 hugo-refused-value «markdwn»"],
  ["0.111.3", "markup: markdwn\n", ""],
  ["0.147.6", "markup: org\n", ""],
  ["0.147.6", "url: https://care-desk.example/beat/\n", "61 hugo-refused-value «https://care-desk.example/beat/»"],
  ["0.147.6", `url: /${LONG}/x\n`, `61 hugo-refused-value «/${LONG}/x»`],
  ["0.147.6", `url: /${"héart/".repeat(60)}\n`, ""],
  ["0.147.6", "params: pulse\n", "61 wrong-type «pulse»"],
  ["0.147.6", "tags: [news, pulse/]", "59 hugo-refused-value «pulse/»", "tags:\n- news"],
  ["0.111.3", "tags: [news, pulse/]", "", "tags:\n- news"],
  ["0.111.3", "tags: [news, ..]", "59 hugo-refused-value «..»", "tags:\n- news"],
  [
    "0.147.6",
    "aliases: [/news/a-steady-beat, http://a.example/b]",
    "2 hugo-refused-value «http://a.example/b»",
    "aliases: /news/a-steady-beat",
  ],
  ["0.147.6", "aliases: [/news/a-steady-beat, /x/..]", "2 hugo-refused-value «/x/..»", "aliases: /news/a-steady-beat"],
  ["0.147.6", "aliases: [/news/a-steady-beat, /https://]", "", "aliases: /news/a-steady-beat"],
  // What Hugo reads otherwise than it looks.
  ["0.147.6", "keywords: [hearts, 1.10]\n", "61 hugo-turns-value «1.10»"],
  [
    "0.147.6",
    "keywords: [0123, 1_000, 0b101, 1e3]\n",
    "61 hugo-turns-value «0123», 61 hugo-turns-value «1_000», 61 hugo-turns-value «0b101», 61 hugo-turns-value «1e3»",
  ],
  ["0.152.0", "keywords: [1e3, '1.10', 08]\n", ""],
  ["0.147.6", "keywords: [2020, 1.5, 9223372036854775807]\n", ""],
  ["0.147.6", "weight: 010\n", "61 hugo-turns-value «010»"],
  ["0.147.6", "weight: 08\n", ""],
  ["0.147.6", "summary: no\n", "61 wrong-type «no»"],
  ["0.152.0", "summary: no\n", ""],
  // Drafts.
  ["0.147.6", "draft: yes\n", ""],
  ["0.147.6", "draft: 'yes'\n", "61 hugo-draft «'yes'»"],
  ["0.147.6", "draft: maybe\n", "61 hugo-draft «maybe»"],
  ["0.152.0", "draft: yes\n", "61 hugo-draft «yes»"],
  ["0.147.6", "draft:\n", "61 wrong-type «draft»"],
  // Where front matter ends for Hugo.
  ["0.147.6", "---\n aliases: /", "2 yaml-syntax «aliases: /news/a-steady-beat»", "---\naliases: /"],
  ["0.147.6", "--- aliases: /", "1 yaml-syntax «aliases: /news/a-steady-beat»", "---\naliases: /"],
  ["0.147.6", "---aliases: /", "", "---\naliases: /"],
  // Terms.
  ["0.147.6", "categories:\n- Heart: Rhythm", "20 hugo-dropped-value «Heart: Rhythm»", "categories: []"],
  ["0.147.6", "categories:\n- {a: b, c: d}", "20 hugo-dropped-value «{a: b, c: d}»", "categories: []"],
  ["0.147.6", "categories: ['', Heart]", "19 hugo-dropped-value «''»", "categories: []"],
  // Keys that Hugo keeps for itself.
  ["0.147.6", "path: /elsewhere\n", "61 hugo-reserved-key «path»"],
  ["0.111.3", "path: /elsewhere\n", "61 unknown-key «path»"],
  ["0.147.6", "_build: {list: never}\n", "61 hugo-reserved-key «_build»"],
  ["0.111.3", "_build: {list: never}\n", ""],
  // Aliases.
  ["0.147.6", "aliases: /news/a-steady-beat /old", "", "aliases: /news/a-steady-beat"],
  [
    "0.147.6",
    "aliases: /news/a-steady-beat old news",
    "2 hugo-aliases «/news/a-steady-beat old news»",
    "aliases: /news/a-steady-beat",
  ],
  ["0.147.6", "aliases: /news/a-steady beat", "2 derived-value «/news/a-steady beat»", "aliases: /news/a-steady-beat"],
  [
    "0.147.6",
    "aliases: [/news/a-steady-beat, '/old?page=2']",
    "2 hugo-aliases «'/old?page=2'»",
    "aliases: /news/a-steady-beat",
  ],
  ["0.147.6", "aliases: [/news/a-steady-beat, /old path]", "", "aliases: /news/a-steady-beat"],
];

describe("what Hugo makes of values", () => {
  for (const [version, lines, reported, part = ""] of READINGS) {
    const shown = lines.length < 80 ? lines : `${lines.slice(0, 60)}…`;
    it(`${version}: ${JSON.stringify(shown)} is ${reported === "" ? "fine" : "told"}`, async () => {
      const site = { ...SITE, "curated-content.yaml": `hugo: { version: ${version} }` };
      const text = part === "" ? changed("title: A Steady", `${lines}title: A Steady`) : changed(part, lines);
      assert.equal((await report(text, { site })).replaceAll("\n", ", "), reported);
    });
  }

  const slugs: readonly (readonly [slug: string, reported: string])[] = [
    ["a/b", "«a/b»"],
    ["'../b'", "«'../b'»"],
    ["-a-", "«-a-»"],
    ["--", "«--»"],
    ["'!!'", "«'!!'»"],
    ["a.b", ""],
    ["Ünï-Code", ""],
    ["a-b", ""],
    ["''", ""],
  ];
  for (const [slug, reported] of slugs) {
    it(`slug: ${slug} is ${reported === "" ? "fine" : "told"}`, async () => {
      const found = await report(`---\narchetype: news\nslug: ${slug}\n---\n`, { path: "content/a.md" });
      const told = found.split("\n").filter((line) => line.includes("hugo-slug"));
      assert.deepEqual(told, reported === "" ? [] : [`3 hugo-slug ${reported}`]);
    });
  }

  it("quotes what a term was meant to be, and leaves its text as it is", async () => {
    const text = changed("categories: []", "categories: [Heart: Rhythm, 'Care']\nkeywords:\n- 1.10 # version");
    const right = changed("categories: []", "categories: ['Heart: Rhythm', 'Care']\nkeywords:\n- '1.10' # version");
    assert.equal(await fixed(text), right);
  });

  it("leaves what is meant to the author where nobody can tell", async () => {
    const titles = async (lines: string) =>
      (await quickFixes(changed("title: A Steady", `${lines}title: A Steady`))).map(({ title }) => title);
    assert.deepEqual(await titles("draft: may$0be\n"), ["Write `true`", "Write `false`"]);
    assert.deepEqual(await titles("weight: 01$00\n"), ["Write `10`", "Write `8`"]);
    assert.deepEqual(await titles("url: https://$0a.example/beat/\n"), ["Replace by `/beat/`"]);
  });

  it("offers a list or one alias where a text is several", async () => {
    const text = changed("aliases: /news/a-steady-beat", "aliases: /news/a-steady-beat old$0 news");
    assert.deepEqual(
      (await quickFixes(text)).map(({ text: after }) => after.slice(4, after.indexOf("archetype"))),
      ["aliases: /news/a-steady-beat-old-news\n", "aliases:\n- /news/a-steady-beat\n- old\n- news\n"],
    );
  });
});

/** Front matter, and parts of what `inspect` says that Hugo has. */
const PAGES: readonly (readonly [version: string, lines: string, page: object, params: object])[] = [
  ["0.147.6", "title: N", { title: "false", linkTitle: "false" }, { title: "false", draft: false }],
  ["0.152.0", "title: N", { title: "N" }, { title: "N" }],
  [
    "0.147.6",
    "title: 1e3\nlinkTitle: .5\ntype: ~",
    { title: "1000", linkTitle: "0.5", type: "communities" },
    { type: "" },
  ],
  ["0.147.6", "title: [a]\ndescription: {a: b}", { title: "", description: "" }, { title: "", description: "" }],
  [
    "0.147.6",
    "slug: -Beat-",
    { slug: "Beat", permalink: "/communities/cardiology/curated-news/beat/" },
    { slug: "Beat" },
  ],
  ["0.147.6", "slug: 1.10", { slug: "1.1", permalink: "/communities/cardiology/curated-news/1.1/" }, { slug: "1.1" }],
  ["0.147.6", "slug: --", { slug: "", permalink: "/communities/cardiology/curated-news/a/" }, { slug: "" }],
  ["0.147.6", 'slug: "Beat 🎉"', { permalink: "/communities/cardiology/curated-news/beat/" }, {}],
  ["0.147.6", 'slug: "beat-🎉"', { permalink: "/communities/cardiology/curated-news/beat-/" }, {}],
  ["0.111.3", 'slug: "Beat 🎉"', { permalink: "/communities/cardiology/curated-news/beat-/" }, {}],
  ["0.147.6", "slug: .", { permalink: "/communities/cardiology/curated-news/" }, {}],
  [
    "0.147.6",
    "date: 2021-03-04 10:00:00 -0330",
    { date: "2021-03-04T10:00:00-03:30" },
    { lastmod: "2021-03-04T10:00:00-03:30" },
  ],
  ["0.147.6", "url: Heart & Beat", { permalink: "/Heart%20&%20Beat/" }, { url: "Heart & Beat" }],
  ["0.147.6", "url: /beat.html", { permalink: "/beat.html" }, {}],
  ["0.147.6", "headless: true", { permalink: undefined }, { headless: true }],
  ["0.147.6", "aliases: /a  /b c", { aliases: ["/a", "/b", "c"] }, { aliases: ["/a", "/b", "c"] }],
  ["0.147.6", "aliases: 404\nkeywords: [1, ~]", { aliases: ["404"], keywords: ["1", ""] }, {}],
  ["0.147.6", "aliases: {a: /b}", { aliases: [] }, { aliases: null }],
  ["0.147.6", "draft: 'yes'\nweight: '010'", { draft: false, weight: 8 }, { draft: false, weight: 8 }],
  ["0.147.6", "draft: 'True'\nweight: 1.9", { draft: true, weight: 1 }, { draft: true, weight: 1 }],
  ["0.147.6", "draft: 2\nweight: ten", { draft: true, weight: 0 }, {}],
  ["0.111.3", "published: false", { draft: true }, { draft: true, published: undefined }],
  ["0.147.6", "Title: Beat\ntitle: Rest", { title: "Beat" }, { title: "Beat", Title: undefined }],
  ["0.147.6", "title: Beat\nTITLE: Rest", { title: "Rest" }, { title: "Rest" }],
  ["0.147.6", "vein:\n  on: 1\n  010: 2\n  ~: 3\n  Left: 4", {}, { vein: { true: 1, "8": 2, "": 3, left: 4 } }],
  ["0.147.6", "vein: [{Left: 1, left: 2}]", {}, { vein: [{ Left: 1, left: 2 }] }],
  ["0.147.6", "on: 1\n010: 2\n~: 3", {}, { on: 1, "010": 2, "": 3 }],
  [
    "0.147.6",
    "title: Beat\nparams: {title: Rest, Pulse: 60}",
    { title: "Beat" },
    { title: "Rest", pulse: 60, params: undefined },
  ],
  [
    "0.111.3",
    "title: Beat\nparams: {title: Rest, Pulse: 60}",
    {},
    { title: "Beat", params: { title: "Rest", pulse: 60 } },
  ],
  [
    "0.147.6",
    "date: 2021-03-04T10:00:00.25+01:00",
    { date: "2021-03-04T10:00:00.25+01:00", lastmod: "2021-03-04T10:00:00.25+01:00", expiryDate: undefined },
    { date: "2021-03-04T10:00:00.25+01:00", publishdate: "2021-03-04T10:00:00.25+01:00" },
  ],
  [
    "0.147.6",
    "modified: 2021-03-04\nunpublishdate: '2022-01-01'",
    { date: "2021-03-04T00:00:00Z", expiryDate: "2022-01-01T00:00:00Z" },
    { modified: "2021-03-04T00:00:00Z", expirydate: "2022-01-01T00:00:00Z" },
  ],
  ["0.111.3", "date: soon", { date: undefined }, { date: undefined, lastmod: undefined }],
  ["0.111.3", "date: [2021-03-04]", { date: undefined }, { date: undefined }],
  [
    "0.111.3",
    "lastmod: 2021-03-04",
    { date: "2021-03-04T00:00:00Z", publishDate: undefined },
    { publishdate: undefined },
  ],
  ["0.147.6", "lastmod: 2021-03-04", { publishDate: "2021-03-04T00:00:00Z" }, { publishdate: "2021-03-04T00:00:00Z" }],
  ["0.147.6", "__proto__: {a: 1}", {}, { ["__proto__"]: { a: 1 } }],
];

describe("the page as Hugo has it", () => {
  for (const [version, lines, page, params] of PAGES) {
    it(`${version}: ${JSON.stringify(lines)}`, async () => {
      const world = createWorld({ ...SITE, "curated-content.yaml": `hugo: { version: ${version} }` });
      const path = "content/communities/cardiology/curated-news/a.md";
      const hugo = (await world.service.inspect(world.document(path, `---\n${lines}\n---\n`)))?.hugo;
      assert.ok(hugo);
      for (const [name, value] of Object.entries(page)) assert.deepEqual(hugo[name as keyof typeof hugo], value, name);
      for (const [name, value] of Object.entries(params)) assert.equal(plain(hugo.params[name]), plain(value), name);
    });
  }

  it("is not known where front matter is not read", async () => {
    const world = createWorld(SITE);
    assert.equal((await world.service.inspect(world.document(ARTICLE, "+++\na = 1\n+++\n")))?.hugo, undefined);
  });

  it("never fails, whatever the front matter is", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...WORDS), { maxLength: 12 }),
        fc.constantFrom("0.111.3", "0.147.6", "0.152.0"),
        async (words, version) => {
          const world = createWorld({ ...SITE, "curated-content.yaml": `hugo: { version: ${version} }` });
          const document = world.document(ARTICLE, `---\n${words.join("")}\n---\n`);
          await world.service.inspect(document);
          await world.service.codeActions(document, { start: 0, end: document.getText().length });
        },
      ),
      { numRuns: runs(300) },
    ));
});

const WORDS = [
  ..."slug: |title: |aliases: |draft: |url: |tags: |params: |published: |path: |markup: |<<: |keywords: ".split("|"),
  ..."~|1e3|010|/a b|https://a|[|]|{a: |}|, |- |'yes'|..|--|\uD83D|*a|&a |1e400|.nan|\n|\n  |\n- ".split("|"),
];

/** Objects without a prototype are as good as others. */
function plain(value: unknown): string | undefined {
  return JSON.stringify(value);
}
