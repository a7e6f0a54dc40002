import assert from "node:assert/strict";
import {
  ARTICLE,
  accept,
  CLEAN,
  changed,
  check,
  complete,
  diagnose,
  fixed,
  hover,
  quickFixes,
  report,
} from "./fixture.ts";
import { GATHERINGS } from "./gatherings.ts";
import { createWorld, SITE } from "./world.ts";

const EVENT = "content/chapters/old-town/events/2025-03-22-brakes.md";
const TEXT = GATHERINGS[EVENT] ?? "";
const AT = { path: EVENT, site: GATHERINGS };

/** The sample site with another configuration. */
function configured(config: string, files: { readonly [path: string]: string } = {}) {
  return { ...AT, site: { ...GATHERINGS, ...files, "curated-content.yaml": config } };
}

describe("an archetype that is configured", () => {
  const events = Object.keys(GATHERINGS).filter((path) => path.includes("/events/"));
  for (const path of events) {
    it(`has nothing against ${path}`, async () => {
      assert.equal(await report(GATHERINGS[path] ?? "", { path, site: GATHERINGS }), "");
    });
  }

  for (const [fault, part, by, expected] of [
    ["a key of its schema that lacks", "chapter: Old Town & Market\n", "", "1 missing-key «---»"],
    ["a misspelt key", "venue:", "venu:", "27 misspelled-key «venu»"],
    ["a value that its schema does not list", "kind: talk", "kind: tlk", "8 invalid-value «tlk»"],
    ["a value that a definition forbids", "'2025-03-22T10:30:00+01:00'", "soon", "7 invalid-value «soon»"],
    ["text that should be true or false", "stepFree: true", "stepFree: 'true'", "29 wrong-type «'true'»"],
    ["a slug of another title", "slug: what", "slug: who", "10 derived-value «who-squeaks-brakes-in-an-hour»"],
    ["another chapter", "chapter: Old Town & Market", "chapter: Harbour Fixers", "6 derived-value «Harbour Fixers»"],
    ["the file of another event", "file: 2025-03-22", "file: 2025-03-21", "5 derived-value «2025-03-21-brakes.ics»"],
    ["a topic with a slip", "Machines: Bicycles", "Machines: Bicylces", "13 unknown-topic «'Machines: Bicylces'»"],
    ["a wrong leaf in a list of mappings", "label: Events", "label: News", "23 derived-value «News»"],
    [
      "another link in a list of mappings",
      "href: /chapters/old-town/\n",
      "href: /chapters/harbour/\n",
      "20 derived-value «/chapters/harbour/»",
    ],
    ["a mapping that lacks in a list", "- href: /chapters/\n  label: Chapters\n", "", "15 derived-value «trail»"],
    [
      "two mappings that lack",
      "- href: /\n  label: Home\n- href: /chapters/\n  label: Chapters\n",
      "",
      "15 derived-value «trail»",
    ],
    [
      "a mapping too many",
      "- href: /chapters/\n",
      "- href: /x/\n  label: X\n- href: /chapters/\n",
      "18 derived-value «href: /x/\n  label: X»",
    ],
    ["a key that lacks in a list of mappings", "  label: Events\n", "", "22 derived-value «href»"],
    ["a list that is empty", /trail:\n(?:[- ] .*\n)+/, "trail: []\n", "15 derived-value «[]»"],
  ] as const) {
    const faulty = changed(part, by, TEXT);
    it(`finds ${fault}`, async () => assert.equal(await report(faulty, AT), expected));
    if (["soon", "tlk"].includes(by)) continue;
    for (const [name, write] of [
      ["LF", (text: string) => text],
      ["CRLF", (text: string) => text.replaceAll("\n", "\r\n")],
      ["a byte order mark", (text: string) => `\uFEFF${text}`],
    ] as const) {
      it(`repairs ${fault} to the same bytes with ${name}`, async () => {
        assert.equal(await fixed(write(faulty), AT), write(TEXT));
      });
    }
  }

  it("says what lacks and what is too much", async () => {
    const messages = async (text: string) => (await diagnose(text, AT)).map(({ message }) => message);
    assert.deepEqual(await messages(changed("  label: Events\n", "", TEXT)), [
      "`trail[3]` should hold `label: Events`.",
    ]);
    assert.deepEqual(await messages(changed("label: Home", "label: Start", TEXT)), [
      "`trail[0].label` should be `Home`.",
    ]);
    assert.deepEqual(await messages(changed("- href: /\n  label: Home\n", "", TEXT)), [
      "`trail` should hold `{label: Home, href: /}`.",
    ]);
  });

  it("repairs what follows when the title changes", async () => {
    const text = changed("title: What Squeaks? Brakes in an Hour", "title: Brakes!", TEXT);
    assert.deepEqual(
      (await report(text, AT)).split("\n").map((line) => line.replace(/ .*/, "")),
      ["10", "24", "25", "26"],
    );
    assert.equal(
      await fixed(text, AT),
      TEXT.replaceAll("What Squeaks? Brakes in an Hour", "Brakes!").replaceAll(
        "what-squeaks-brakes-in-an-hour",
        "brakes",
      ),
    );
  });

  it("says nothing of values that follow from what is missing or broken", async () => {
    assert.equal(await report(changed(/title: .*\n/, "", TEXT), AT), "1 missing-key «---»");
    assert.equal(await report(changed("title: What", "title: 'What", TEXT), AT), "14 yaml-syntax «'»");
  });

  it("is recognised by its name anywhere, and its community by what its keys say", async () => {
    const world = createWorld(GATHERINGS);
    const inspection = await world.service.inspect(world.document("drafts/2025-03-22-brakes.md", TEXT));
    assert.deepEqual(
      [inspection?.archetype, inspection?.community],
      ["event", { slug: "old-town", name: "Old Town & Market", listed: true }],
    );
    assert.equal(await report(TEXT, { ...AT, path: "drafts/2025-03-22-brakes.md" }), "");
    assert.equal(await report("---\nvenu: 1\n---\n", { ...AT, path: "content/chapters/old-town/notes/a.md" }), "");
  });

  it("has no mast head and no type of a community but those that the site lists", async () => {
    const derive = "chapter: '{{ community.mastHead }}'\n      kind: '{{ community.type }}'";
    const config = `archetypes:\n  event:\n    files: content/chapters/*/events/*.md\n    derive:\n      ${derive}\n`;
    const chapters = "- slug: old-town\n  name: Old Town & Market\n";
    const expected = async (list: string) => {
      const world = createWorld({ ...GATHERINGS, "data/communities.yaml": list, "curated-content.yaml": config });
      return (await world.service.inspect(world.document(EVENT, TEXT)))?.expected;
    };
    assert.deepEqual(await expected(chapters), {});
    assert.deepEqual(await expected(`${chapters}  mastHead: The Old Town\n  type: chapter\n`), {
      chapter: "The Old Town",
      kind: "chapter",
    });
    const world = createWorld({ ...GATHERINGS, "data/chapters.yaml": `${chapters}  type: chapters/event\n` });
    assert.deepEqual(await world.service.siteProblems(`file:///site/${EVENT}`), []);
  });

  it("is learned from where the site lists neither topics nor communities", async () => {
    const { "data/themes.yaml": _, "data/chapters.yaml": __, ...site } = GATHERINGS;
    const world = createWorld(site);
    const path = "content/chapters/riverside/events/new.md";
    await world.service.indexSite(`file:///site/${path}`);
    const found = await world.service.diagnose(
      world.document(path, "---\nthemes: ['Craft: Swing']\nchapter: Harbour\n---\n\nText.\n"),
    );
    assert.deepEqual(
      found.map(({ message }) => message).filter((message) => !message.includes("missing")),
      ["No other article uses `Craft: Swing`. Is `Craft: Sewing` meant?", "`chapter` should be `Riverside Menders`."],
    );
  });

  it("names a community that the site does not list", async () => {
    const path = EVENT.replace("old-town", "old-twon");
    const [found] = await diagnose(TEXT, { ...AT, path });
    assert.equal(found?.message, "The site lists no community `old-twon`. Is `old-town` meant?");
  });

  it("completes keys, values, topics and what follows", async () => {
    const labels = (await complete("---\narchetype: event\n$0\n---\n", AT)).map(({ label }) => label);
    assert.deepEqual(labels.slice(0, 3), ["calendar", "chapter", "section"]);
    assert.deepEqual(
      (await complete("---\nkind: $0\n---\n", AT)).map(({ label }) => label),
      ["workshop", "talk", "swap"],
    );
    assert.deepEqual(
      (await complete("---\nsignup:\n  $0\n---\n", AT)).map(({ label }) => label),
      ["host", "href"],
    );
    assert.equal(
      await accept("---\nthemes:\n- bikes$0\n---\n", "Machines: Bicycles", AT),
      "---\nthemes:\n- 'Machines: Bicycles'\n---\n",
    );
    assert.equal(
      await accept("---\nchapter: $0\n---\n", "Old Town & Market", AT),
      "---\nchapter: Old Town & Market\n---\n",
    );
    assert.equal(
      await accept("---\ntitle: A\ntrail$0\n---\n", "trail", AT),
      `---\ntitle: A\n${/trail:\n(?:[- ] .*\n)+/.exec(TEXT)?.[0].replace("what-squeaks-brakes-in-an-hour", "a").replace("What Squeaks? Brakes in an Hour", "A")}---\n`,
    );
  });

  it("completes in the lists of mappings that follow", async () => {
    const trail = /trail:\n(?:[- ] .*\n)+/.exec(TEXT)?.[0] ?? "";
    assert.equal(
      await accept(changed(trail, "trail: $0\n", TEXT), await firstLabel(changed(trail, "trail: $0\n", TEXT)), AT),
      TEXT,
    );
    assert.equal(await accept(changed("label: Events", "label: $0", TEXT), "Events", AT), TEXT);
    assert.equal(await firstLabel(changed("  label: Old Town & Market\n", "  $0\n", TEXT)), "label");
  });

  it("explains its keys", async () => {
    const contents = async (fixture: string) => (await hover(fixture, AT))?.contents ?? "";
    assert.match(
      await contents(changed("chapter:", "chap$0ter:", TEXT)),
      /The chapter that invites\.(?:.|\n)*`\{\{ community\.name \}\}`/,
    );
    const slug = await contents(changed("slug: what", "sl$0ug: what", TEXT));
    assert.match(slug, /^\*\*Slug\*\* · `slug` · text · required/);
    assert.match(
      slug,
      /Derived: `\{\{ title \| slugify \}\}`(?:.|\n)*It is as it should be: `what-squeaks-brakes-in-an-hour`/,
    );
    assert.match(await contents(changed("label: Events", "label: Ne$0ws", TEXT)), /Here it should be: `Events`/);
    assert.match(
      await contents(changed("Machines: Bicycles", "Machines: Bi$0cycles", TEXT)),
      /Brakes, gears and wheels/,
    );
  });

  it("offers quick fixes", async () => {
    const [first] = await quickFixes(changed("label: Events", "label: Ne$0ws", TEXT), AT);
    assert.deepEqual(first, { title: "Replace by `Events`", isPreferred: true, text: TEXT });
  });

  it("stands beside the built-in one", async () => {
    const site = {
      ...GATHERINGS,
      ...SITE,
      "curated-content.yaml": GATHERINGS["curated-content.yaml"]?.replace(/^(?:communities|vocab.*\n).*\n/gm, "") ?? "",
    };
    assert.equal(await report(CLEAN, { site }), "");
    await check(changed("identifier: Cardiology", "identifier: Oncology\n#           ^^^^^^^^ derived-value"), {
      site,
    });
  });
});

async function firstLabel(fixture: string): Promise<string> {
  return (await complete(fixture, AT))[0]?.label ?? "";
}

describe("an override of the built-in archetype", () => {
  it("replaces only what it says", async () => {
    const site = { ...SITE, "curated-content.yaml": "archetypes:\n  news:\n    files: content/clippings/*/*.md\n" };
    const path = "content/clippings/cardiology/3f2b1c4d-0000-5000-8000-000000000001.md";
    const text = changed("archetype: news\n", "");
    assert.equal(await report(text, { path, site }), "1 missing-key «---»");
    assert.equal(await report(text, { path: ARTICLE, site }), "");
    await check(changed("identifier: Cardiology", "identifier: Oncology\n#           ^^^^^^^^ derived-value"), {
      path,
      site,
    });
  });

  it("derives a key otherwise, or no more", async () => {
    const config =
      "archetypes:\n  news:\n    derive:\n      slug: '{{ title | slugify }}'\n      mastHead: ~\n      link.brand: a.example\n";
    const site = { ...SITE, "curated-content.yaml": config };
    const text = changed("mastHead: Cardiology CoP", "mastHead: Heart");
    assert.equal(
      await report(text, { site }),
      "43 derived-value «heart-news.example»\n55 derived-value «heart-news-a-steady-beat»",
    );
  });

  it("takes breadcrumbs of its own shape item by item", async () => {
    const config = `archetypes:
  news:
    derive:
      breadcrumbs: [Start, '{{ community.name }}', '{{ title }}']
      breadcrumbLinks: [/, '/{{ community.slug }}/', '#']
    breadcrumbs: { labels: breadcrumbs, links: breadcrumbLinks }
`;
    const lists = /breadcrumbLinks:\n(?:- .*\n)+breadcrumbs:\n(?:- .*\n)+/;
    const text = changed(lists, "breadcrumbLinks:\n- /\n- /oncology/\n- '#'\nbreadcrumbs:\n- Start\n- Cardiology\n");
    assert.deepEqual(
      (await report(text, { site: { ...SITE, "curated-content.yaml": config } })).replace(/^\d+ /gm, "").split("\n"),
      ["breadcrumb-links «/oncology/»", "breadcrumb-labels «breadcrumbs»"],
    );
  });
});

describe("what follows from a value of another type", () => {
  it("is not known", async () => {
    const config =
      "archetypes:\n  event:\n    schema: schemas/event.schema.json\n    derive:\n      chapter: '{{ stepFree }}'\n";
    assert.equal(
      await report(TEXT.replace("stepFree: true", "stepFree: 'true'"), configured(config)),
      "29 wrong-type «'true'»",
    );
  });
});

describe("a fault in a configured archetype", () => {
  const problems = async (config: string, files?: { readonly [path: string]: string }) => {
    const world = createWorld(configured(config, files).site);
    const found = await world.service.siteProblems(`file:///site/${EVENT}`);
    return found.map(
      ({ uri, line, severity, message }) => `${uri.slice("file:///site/".length)}:${line} ${severity}: ${message}`,
    );
  };
  const derive = (text: string) =>
    `archetypes:\n  event:\n    schema: schemas/event.schema.json\n    derive:\n      ${text}\n`;

  it("is told where a file would be out of the site", async () => {
    assert.deepEqual(await problems("archetypes:\n  event:\n    schema: ../event.schema.json\n"), [
      "curated-content.yaml:3 error: There is no file `../event.schema.json` in the site.",
    ]);
  });

  for (const [text, expected] of [
    ["slug: '{{ title | slugfy }}'", "error: There is no filter `slugfy`. Is `slugify` meant?"],
    ["slug: '{{ titel }}'", "error: The schema has no key `titel`. Is `title` meant?"],
    ["slg: '{{ title }}'", "error: The schema has no key `slg`. Is `slug` meant?"],
    ["slug: '{{ community.nme }}'", "error: There is no `community.nme`. Is `community.name` meant?"],
    ["slug: '{{ title'", "error: `{{` is never closed by `}}`."],
    ["slug: '{{ slug }}'", "error: `slug` follows from itself: `slug` from `slug`."],
    [
      "slug: '{{ url }}'\n      url: '/{{ slug }}/'",
      "error: `slug` follows from itself: `slug` from `url` from `slug`.",
    ],
  ] as const) {
    it(`is told at its place, and the rest counts: ${text}`, async () => {
      const config = derive(`${text}\n      chapter: X`);
      assert.deepEqual(await problems(config), [`curated-content.yaml:5 ${expected}`]);
      assert.equal(await report(TEXT, configured(config)), "6 derived-value «Old Town & Market»");
    });
  }

  it("is told at the very letters", async () => {
    const world = createWorld(configured(derive("slug: '{{ title | slugfy }}'")).site);
    const config = derive("slug: '{{ title | slugfy }}'");
    const [found] = await world.service.diagnose(world.document("curated-content.yaml", config));
    assert.equal(config.slice(found?.start, found?.end), "slugfy");
  });

  it("is told where files lack", async () => {
    assert.deepEqual(await problems("archetypes:\n  event:\n    schema: no.json\n    scaffold: no.md\n"), [
      "curated-content.yaml:3 error: There is no file `no.json` in the site.",
      "curated-content.yaml:4 error: There is no file `no.md` in the site.",
    ]);
  });

  it("is told where breadcrumbs are not derived", async () => {
    const config = "archetypes:\n  event:\n    breadcrumbs: { labels: a, links: trail }\n    derive: { trail: [a] }\n";
    assert.deepEqual(await problems(config), ["curated-content.yaml:3 error: `a` is no key of `derive`."]);
  });

  const bomb = Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [`d${index}`, { properties: { a: ref(index + 1), b: ref(index + 1) } }]),
  );
  function ref(index: number) {
    return { $ref: `#/definitions/d${Math.min(index, 39)}` };
  }
  for (const [name, schema, expected] of [
    ["no JSON", "{", /^s\.json:\d error: This is not valid YAML/],
    ["no mapping", "[1]", /^s\.json:1 error: A schema is a mapping/],
    [
      "an unknown type",
      '{\n"properties": {\n"a": { "type": "strng" } } }',
      /^s\.json:3 error: This is no JSON Schema: it must be/,
    ],
    ["a reference to the web", '{\n"$ref": "https://example.org/a.json" }', /^s\.json:2 error: A schema stands alone/],
    [
      "a reference to nothing",
      '{\n"items": { "$ref": "#/definitions/a" } }',
      /^s\.json:2 error: There is nothing at `#\/definitions\/a`\.$/,
    ],
    [
      "a broken pattern",
      '{ "properties": { "a": { "pattern": "(" } } }',
      /^s\.json:1 error: This schema cannot be used: /,
    ],
    ["endless depth", "[".repeat(5000), /^s\.json:\d+ error: /],
    ["great depth", `${'{"not":'.repeat(400)}{}${"}".repeat(400)}`, /too large or nests too deeply/],
    [
      "great size",
      JSON.stringify({ enum: Array.from({ length: 30_000 }, (_, index) => index) }),
      /too large or nests too deeply/,
    ],
  ] as const) {
    it(`is told of a schema with ${name}`, async () => {
      const found = await problems("archetypes:\n  event:\n    schema: s.json\n", { "s.json": schema });
      assert.match(found[0] ?? "", expected);
    });
  }

  it("is none where definitions hold themselves or each other many times", async () => {
    const schemas = [{ $ref: "#/definitions/d0", definitions: bomb }, { properties: { a: { $ref: "#" } } }];
    for (const schema of schemas) {
      const config = "archetypes:\n  event:\n    schema: s.json\n    files: content/**\n";
      const files = { "s.json": JSON.stringify(schema) };
      assert.deepEqual(await problems(config, files), []);
      assert.deepEqual(
        (await complete("---\n$0\n---\n", configured(config, files))).map(({ label }) => label).slice(0, 1),
        ["a"],
      );
    }
  });
});

describe("the schema of a configured archetype", () => {
  it("is read anew when it changes", async () => {
    const world = createWorld(GATHERINGS);
    const document = world.document(EVENT, changed("kind: talk", "kind: tea", TEXT));
    assert.equal((await world.service.diagnose(document)).length, 1);
    assert.ok(
      world.write("schemas/event.schema.json", GATHERINGS["schemas/event.schema.json"]?.replace('"swap"', '"tea"')),
    );
    assert.deepEqual(await world.service.diagnose(document), []);
  });

  it("may say one of several: that none holds is one problem", async () => {
    const schema = {
      properties: { a: { anyOf: [{ type: "integer" }, { type: "array", items: { type: "string" } }] } },
    };
    const place = configured("archetypes:\n  event:\n    schema: s.yaml\n", { "s.yaml": JSON.stringify(schema) });
    const found = await diagnose("---\narchetype: event\na: x\n---\n\nText.\n", place);
    assert.deepEqual(
      found.map(({ message }) => message),
      ["`a` should be a whole number or a list."],
    );
  });
});
