import assert from "node:assert/strict";
import fc from "fast-check";
import { parse } from "yaml";
import { parseFrontMatter } from "../server/src/service/document/frontMatter.ts";
import { writeEntries } from "../server/src/service/document/houseStyle.ts";
import { objectIn } from "../server/src/service/document/jsonValue.ts";
import {
  applyEdits,
  type Diagnostic,
  type NewArticleRequest,
  type ScaffoldedArticle,
} from "../server/src/service/languageService.ts";
import { CLEAN } from "./fixture.ts";
import { sampleSite } from "./sampleSite.ts";
import { createWorld, type Files, png, SITE, type World } from "./world.ts";
import { plain } from "./yamlData.ts";

const ROOT = "file:///site";
const SOURCE = "https://www.heart-news.example/2021/steady-pulse?utm_source=mail";

/** Of `SOURCE`, as `uuidgen --sha1 --namespace @url --name` says. */
const UUID = "178e05dd-7265-5e10-9579-b9b672151886";

const NEWS: NewArticleRequest = {
  root: ROOT,
  archetype: "news",
  community: "cardiology",
  title: "Pulse: It's Steady",
  source: SOURCE,
  topics: ["Medigy: Telehealth"],
  image: "file:///pictures/Heart.PNG",
};

const PICTURE = "file:///pictures/Heart.PNG";

async function make(
  request: Partial<NewArticleRequest> = {},
  site: Files = SITE,
): Promise<ScaffoldedArticle & { readonly world: World }> {
  const { world, result } = await ask(request, site);
  assert.ok("text" in result, JSON.stringify(result));
  return { ...result, world };
}

async function ask(request: Partial<NewArticleRequest>, site: Files = SITE) {
  const world = createWorld(site, { elsewhere: { [PICTURE]: png(640, 320) } });
  const result = await world.service.scaffolding.newArticle({ ...NEWS, ...request });
  return { world, result };
}

async function refusal(request: Partial<NewArticleRequest>, site: Files = SITE): Promise<string> {
  const { result } = await ask(request, site);
  assert.ok("refused" in result);
  return result.refused;
}

/** What is wrong with an article once it and its image are on the disk. */
async function diagnose(
  { path, text, image, vocabulary }: ScaffoldedArticle,
  world: World,
): Promise<readonly Diagnostic[]> {
  const copied = image && { [decodeURIComponent(image.to.slice(ROOT.length + 1))]: png(640, 320) };
  const listed = vocabulary && {
    [vocabulary.uri.slice(ROOT.length + 1)]: applyEdits(vocabulary.text, vocabulary.edits),
  };
  world.writeAll({ ...copied, ...listed, [path]: text });
  await world.service.indexSite(`${ROOT}/${path}`);
  return world.service.diagnose(world.document(path, text));
}

/** The problems that are not about a blank. */
async function beyondBlanks(made: ScaffoldedArticle, world: World): Promise<readonly string[]> {
  const found = await diagnose(made, world);
  return found
    .filter(({ start, end, ruleId }) => {
      const isBlank = made.blanks.some((blank) => start <= blank.end && blank.start <= end);
      const isEmptyBody = ruleId === "body-empty" && made.blanks.some(({ name }) => name === "the body");
      return !isBlank && !isEmptyBody;
    })
    .map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

describe("a new article", () => {
  it("has all that follows from the answers, and blanks for the rest", async () => {
    const { world, ...made } = await make();
    const { path, text, blanks, image, curated } = made;
    assert.equal(path, `content/communities/cardiology/curated-news/${UUID}.md`);
    assert.equal(
      text,
      `---
aliases: /news/pulse-its-steady
archetype: news
author:
- ''
basePath: /communities/cardiology/curated-news/
breadcrumbLinks:
- /
- /communities/
- /communities/cardiology/
- /communities/cardiology/curated-news
- '#'
breadcrumbs:
- Home
- Communities
- Cardiology
- Curated News
- 'Pulse: It''s Steady'
categories: []
communityTopics:
- 'Medigy: Telehealth'
contentCategories: medigy-cardiology-curated-news
date: '2026-06-15T12:00:00.000000Z'
description: ''
featuredImage:
  alt: 'Pulse: It''s Steady'
  format: PNG
  href: ${UUID}-featuredImage.png
  size:
  - 640
  - 320
  valid: true
  wpAttachment:
    fileName: Heart.PNG
    link: ''
id: null
identifier: Cardiology
lastMod: '2026-06-15T12:00:00.000000Z'
link:
  brand: heart-news.example
  href: https://www.heart-news.example/2021/steady-pulse
  original: https://www.heart-news.example/2021/steady-pulse?utm_source=mail
mastHead: Cardiology CoP
mdName: ${UUID}
openProjectCustomFields:
  cleanUrl: https://www.heart-news.example/2021/steady-pulse
  medigyTopics: '["Medigy: Telehealth"]'
  sourceUrl: https://www.heart-news.example/2021/steady-pulse?utm_source=mail
openProjectWorkPackageType: Curated News
owlType: Medigy Communities
searchCategory: News
slug: heart-news-pulse-its-steady
source: open-project-curations
status: ''
sub: brief
tags:
- news
title: 'Pulse: It''s Steady'
type: communities/medigy-cardiology
---

`,
    );
    assert.deepEqual(
      blanks.map(({ name, start, end }) => [name, text.slice(start, end)]),
      [
        ["author", ""],
        ["description", ""],
        ["featuredImage.wpAttachment.link", ""],
        ["id", "null"],
        ["the body", ""],
      ],
    );
    assert.deepEqual(image, {
      from: PICTURE,
      to: `${ROOT}/content/communities/cardiology/curated-news/${UUID}-featuredImage.png`,
    });
    assert.deepEqual(curated, []);
    assert.deepEqual(await beyondBlanks(made, world), []);
  });

  it("is whole once its blanks are filled and fixed", async () => {
    const made = await make({ authors: ["Dana @care-desk.example"], description: "A steady pulse is a good sign." });
    const filled = [
      { name: "id", newText: "78" },
      { name: "featuredImage.wpAttachment.link", newText: "/api/v3/attachments/12/content" },
      { name: "the body", newText: "<p>A steady pulse.</p>\n" },
    ].map(({ name, newText }) => {
      const blank = made.blanks.find((one) => one.name === name);
      assert.ok(blank !== undefined, name);
      return { start: blank.start, end: blank.end, newText };
    });
    assert.deepEqual(made.blanks.map(({ name }) => name).toSorted(), [
      "featuredImage.wpAttachment.link",
      "id",
      "the body",
    ]);
    const text = applyEdits(made.text, filled);
    await diagnose({ ...made, text }, made.world);
    const document = made.world.document(made.path, text);
    const fixed = applyEdits(text, await made.world.service.fixAll(document));
    assert.deepEqual(await made.world.service.diagnose(made.world.document(made.path, fixed)), []);
  });

  it("has what else is known of its keys, as far as it has a place for it", async () => {
    const { text, world, ...made } = await make({
      values: {
        id: 12,
        date: "2024-02-03T04:05:06Z",
        title: "Other",
        nothing: 1,
        featuredImage: { wpAttachment: { fileName: "a.png", link: "/api/v3/attachments/7/content" }, nothing: 1 },
      },
    });
    assert.match(text, /^title: Other$/m);
    assert.match(text, /^slug: heart-news-other$/m);
    assert.match(text, /^id: 12$/m);
    assert.match(text, /^date: '2024-02-03T04:05:06Z'$/m);
    assert.match(
      text,
      /^ {2}workPackage: 12\n {2}wpAttachment:\n {4}fileName: a\.png\n {4}link: \/api\/v3\/attachments\/7\/content$/m,
    );
    assert.doesNotMatch(text, /nothing/);
    assert.deepEqual(await beyondBlanks({ text, ...made }, world), []);
  });

  it("is what PyYAML would write, and what every reader reads", async () => {
    const words = fc.constantFrom(
      ...[
        "it's",
        "Yes:",
        "#1",
        "no",
        "12",
        "“quoted”",
        "日本",
        "😀",
        "-",
        "a: b",
        "[x]",
        "{y}",
        "&z",
        "many more words than",
      ],
    );
    const phrase = fc.array(words, { minLength: 1, maxLength: 14 }).map((found) => found.join(" "));
    await fc.assert(
      fc.asyncProperty(phrase, phrase, phrase, async (title, description, author) => {
        const { text } = await make({ title, description, authors: [author, "no"], image: undefined });
        const yaml = text.slice(4, text.indexOf("\n---\n", 4) + 1);
        const values = objectIn(plain(parseFrontMatter(text)?.values));
        assert.deepEqual(plain(parse(yaml, { version: "1.1" })), values);
        assert.deepEqual(values, { ...values, description, author: [author, "no"] });
        assert.equal(writeEntries(values, 0, "\n"), yaml);
      }),
      { numRuns: 40 },
    );
  });

  it("gets the name of its source, and another one where another community has that", async () => {
    const { path } = await make({ community: "oncology", title: "Other" });
    assert.ok(path.endsWith(`/${UUID}.md`));
    const taken = `content/communities/cardiology/curated-news/${UUID}.md`;
    const text = CLEAN.replaceAll("3f2b1c4d-0000-5000-8000-000000000001", UUID);
    const second = await make({ community: "oncology" }, { ...SITE, [taken]: text });
    assert.notEqual(second.path, path);
    assert.deepEqual(second.curated, []);
    assert.equal((await make({ community: "oncology" }, { ...SITE, [taken]: text })).path, second.path);
  });

  it("says which article is in its way", async () => {
    const other = "content/communities/cardiology/curated-news/3f2b1c4d-0000-5000-8000-000000000001.md";
    const site = { ...SITE, [other]: CLEAN };
    const source = "http://heart-news.example/2021/steady-beat/?utm_campaign=x";
    assert.deepEqual((await make({ title: "", source }, site)).curated, [
      { same: "source", path: other, title: "A Steady Beat" },
    ]);
    const title = "A Steady Beat";
    assert.deepEqual((await make({ title, source: "https://heart-news.example/other" }, site)).curated, [
      { same: "permalink", path: other, title: "A Steady Beat" },
    ]);
    const { path } = await make();
    const elsewhere = { title, source: "https://other.example/x", community: "oncology" };
    assert.deepEqual((await make(elsewhere, site)).curated, [{ same: "alias", path: other, title: "A Steady Beat" }]);
    assert.deepEqual((await make({}, { ...SITE, [path]: "no front matter" })).curated, [
      { same: "file", path, title: undefined },
    ]);
  });

  it("gives the vocabulary the topics that are new", async () => {
    const topics = ["Medigy: Telehealth", "Medigy: Steadiness", "Hearts: Beat"];
    const made = await make({ topics, newTopics: "add" });
    assert.deepEqual(await beyondBlanks(made, made.world), []);
    assert.match(
      applyEdits(made.vocabulary?.text ?? "", made.vocabulary?.edits ?? []),
      /label: Steadiness\n[\s\S]*label: Beat\n/,
    );
    assert.equal(
      await refusal({ topics: ["Medigy: Telehealt"] }),
      "The vocabulary has no topic `Medigy: Telehealt`. Is `Medigy: Telehealth` meant?",
    );
    assert.equal(
      await refusal({ topics: ["Medigy: Telecare"], newTopics: "add" }),
      "`Medigy: Telecare` is in use no more. Use `Medigy: Telehealth`.",
    );
    assert.equal(
      await refusal({ topics: ["Medigy: Telemedicine"], newTopics: "add" }),
      "`Medigy: Telemedicine` is another name of `Medigy: Telehealth`.",
    );
    assert.match(await refusal({ topics: ["Telehealth"], newTopics: "add" }), /written `Scheme: Label`/);
  });

  it("is refused where an answer cannot be right", async () => {
    assert.equal(await refusal({ archetype: "new" }), "The site has no archetype `new`, only `news`.");
    assert.equal(
      await refusal({ community: "cardiolgy" }),
      "The site has no community `cardiolgy`. Is `cardiology` meant?",
    );
    assert.match(await refusal({ community: undefined }), /belongs to a community/);
    assert.match(await refusal({ source: undefined }), /needs the address/);
    assert.match(await refusal({ source: "heart-news.example" }), /no web address/);
    assert.equal(await refusal({ image: "file:///pictures/none.png" }), "`none.png` cannot be read.");
    assert.match(await refusal({ image: `${ROOT}/static/damaged.png` }), /no image that browsers show/);
    const { image } = await make();
    const site = { ...SITE, [image?.to.slice(ROOT.length + 1) ?? ""]: png(1, 1) };
    assert.match(await refusal({}, site), /There is a file .* already/);
  });

  it("belongs to a community that a site does not list where it lists none", async () => {
    const other = "content/communities/kidneys/curated-news/3f2b1c4d-0000-5000-8000-000000000001.md";
    const site = { ...SITE, "data/communities.yaml": undefined, [other]: CLEAN };
    const { service } = createWorld(site);
    assert.deepEqual((await service.scaffolding.site(`${ROOT}/content/`)).communities, [
      { slug: "kidneys", name: undefined, articles: 1 },
    ]);
    assert.match(
      (await make({ community: "kidneys" }, site)).text,
      /^basePath: \/communities\/kidneys\/curated-news\/$/m,
    );
    assert.match((await make({ community: "lungs" }, site)).path, /^content\/communities\/lungs\//);
    for (const community of ["../lungs", "..", ".", ""])
      assert.match(await refusal({ community }, site), /is no name of a folder/);
  });

  it("has a title of one line, and a name that every file system takes", async () => {
    const { text } = await make({ title: " A Steady\n\tPulse " });
    assert.match(text, /^title: A Steady Pulse$/m);
    const gatherings = sampleSite("gatherings");
    const request = { archetype: "event", community: "harbour", source: undefined, image: undefined, topics: [] };
    const { path } = await make({ ...request, title: "😀".repeat(300) }, gatherings);
    assert.ok(new TextEncoder().encode(path.slice(path.lastIndexOf("/") + 1)).length < 255);
    assert.match((await make({ ...request, title: "?!" }, gatherings)).path, /\/untitled\.md$/);
    assert.match(await refusal({ ...request, title: "README" }, gatherings), /Nobody can say where/);
    assert.match(await refusal({ ...request, title: "A", image: PICTURE }, gatherings), /no place for an image/);
    assert.match(await refusal({ ...request, title: "A", source: SOURCE }, gatherings), /no place for the address/);
  });

  it("stands where the globs of its archetype say, if they say one place", async () => {
    const placed = async (files: string) => {
      const config = `archetypes:\n  note:\n    files: ${files}\n    scaffold: archetypes/note.md\n`;
      const site = { ...SITE, "curated-content.yaml": config, "archetypes/note.md": "---\ntitle: ''\n---\n" };
      const community = files.includes("/*/") ? "cardiology" : undefined;
      const { result } = await ask(
        { archetype: "note", community, title: "A Note", source: undefined, image: undefined, topics: [] },
        site,
      );
      return "path" in result ? result.path : result.refused;
    };
    assert.equal(await placed("content/notes/*.md"), "content/notes/a-note.md");
    assert.equal(await placed("content/notes/**/*.md"), "content/notes/a-note.md");
    assert.equal(await placed("content/*/notes/2026-*.md"), "content/cardiology/notes/2026-a-note.md");
    assert.match(await placed("content/{a,b}/*.md"), /Nobody can say where/);
    assert.match(await placed("content/notes/one.md"), /^content\/notes\/one\.md$/);
  });

  it("takes an image as it is where it lies at its place already", async () => {
    const { image } = await make();
    const made = await make({ image: image?.to }, { ...SITE, [image?.to.slice(ROOT.length + 1) ?? ""]: png(3, 2) });
    assert.equal(made.image, undefined);
    assert.match(made.text, /size:\n {2}- 3\n {2}- 2\n/);
  });
});

describe("answers of any kind", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.constantFrom(
      "\uD800",
      "\uDC00x",
      "../..",
      "%",
      "%2e%2e/",
      "a\0b",
      "{{ title }}",
      "---",
      "\r\n---\r\n",
      "'",
      "$&",
      "\u2028",
    ),
    fc.constantFrom("Medigy: Telehealth", "cardiology", "news", "event", SOURCE, "https://a.example/\uD800", PICTURE),
  );
  const template = '---\ntitle: "{{ title }}"\nsource: {{ source }} # {{ title }}\n---\n{{ description }}\n';
  const unlisted = { ...SITE, "data/communities.yaml": undefined, "data/topics.yaml": undefined };
  const config = "archetypes:\n  event:\n    files: content/*/*.md\n    scaffold: a.md\n";
  const sites: readonly (readonly [site: Files, archetype: string, community: string])[] = [
    [SITE, "news", "cardiology"],
    [unlisted, "news", "cardiology"],
    [sampleSite("gatherings"), "event", "harbour"],
    [{ "curated-content.yaml": config, "a.md": template }, "event", "here"],
  ];
  /** Nearly always a value, else any text. */
  const mostly = <Value>(value: Value) => fc.oneof({ arbitrary: fc.constant(value), weight: 12 }, text);
  const requests = fc.constantFrom(...sites).chain(([site, archetype, community]) =>
    fc.record({
      site: fc.constant(site),
      archetype: mostly(archetype),
      community: archetype === "news" ? fc.oneof(fc.constant(community), text) : mostly(community),
      title: text,
      source:
        archetype === "news" ? text.map((end) => `https://a.example/${end.replace(/\s/g, "")}`) : mostly(undefined),
      topics: fc.array(mostly(archetype === "news" ? "Medigy: Telehealth" : "Craft: Sewing"), { maxLength: 1 }),
      authors: fc.array(text, { maxLength: 2 }),
      description: fc.option(text, { nil: undefined }),
      image: archetype === "news" ? fc.oneof(mostly(PICTURE), fc.constant(undefined)) : mostly(undefined),
      newTopics: fc.constantFrom("add" as const, "refuse" as const),
    }),
  );

  it("make an article of the values that were given, in the site, or are refused in words", async () => {
    let made = 0;
    await fc.assert(
      fc.asyncProperty(requests, async ({ site, ...request }) => {
        const { result } = await ask(request, site);
        if ("refused" in result) return assert.notEqual(result.refused, "");
        made++;
        assert.match(result.path, /^content\/(?!.*(?:^|\/)\.\.?\/)/);
        const frontMatter = parseFrontMatter(result.text);
        assert.deepEqual(frontMatter?.problems, []);
        const values = objectIn(plain(frontMatter?.values));
        assert.deepEqual(
          values.title,
          request.title
            .replace(/\p{Cs}/gu, "\uFFFD")
            .trim()
            .replace(/\s+/g, " "),
        );
        for (const { start, end } of result.blanks)
          assert.ok(start <= end && end <= result.text.length && /^(?:null)?$/.test(result.text.slice(start, end)));
      }),
      { numRuns: 150 },
    );
    assert.ok(made > 20, `only ${made} were made`);
  });
});

describe("a new article from a template", () => {
  const site = (scaffold: string): Files => ({
    ...SITE,
    "curated-content.yaml": "archetypes:\n  news:\n    scaffold: archetypes/news.md\n",
    "archetypes/news.md": scaffold,
  });

  it("keeps its comments, its order, its line ends and its body", async () => {
    const template = `---
# Who?
title: "{{ title }}"   # as the source has it
archetype: news
author: [{{ author }}] # that is you
date: {{ .Date }}
status: draft of {{ community.name }}
description:
---

<!-- {{ title }} -->
<p>From {{ link.brand }}: {{ topics }}.</p>
`.replaceAll("\n", "\r\n");
    const { text, blanks } = await make({ authors: ["Dana"], title: 'The "Beat"' }, site(template));
    assert.ok(
      text.startsWith(
        `---
# Who?
title: "The \\"Beat\\""   # as the source has it
archetype: news
author: [Dana] # that is you
date: '2026-06-15T12:00:00Z'
status: draft of Cardiology
description: ''
aliases: /news/the-beat
`.replaceAll("\n", "\r\n"),
      ),
      text,
    );
    assert.ok(
      text.endsWith('---\r\n\r\n<!-- The "Beat" -->\r\n<p>From heart-news.example: Medigy: Telehealth.</p>\r\n'),
      text,
    );
    assert.deepEqual(
      blanks.map(({ name }) => name),
      ["description", "featuredImage.wpAttachment.link", "id"],
    );
  });

  it("leaves blank what nobody can work out", async () => {
    const { text } = await make(
      {},
      site('---\nstatus: \'{{ replace .Name "-" " " }}\'\ndescription: "{{ nothing }}!"\n---\n'),
    );
    assert.match(text, /^status: ''\ndescription: ""\n/m);
  });

  it("may have a body only", async () => {
    const { text } = await make({}, site("<p>{{ title }}</p>\n"));
    assert.match(text, /^---\naliases: [\s\S]*\n---\n\n<p>Pulse: It's Steady<\/p>\n$/);
  });

  it("may be of an archetype that a site has itself", async () => {
    const gatherings = sampleSite("gatherings");
    const request = {
      archetype: "event",
      community: "harbour",
      title: "Tea: and Toast",
      source: undefined,
      image: undefined,
    };
    const { path, text, blanks } = await make({ ...request, topics: ["Craft: Sewing"] }, gatherings);
    assert.equal(path, "content/chapters/harbour/events/tea-and-toast.md");
    assert.equal(
      text,
      `---
# A new event. What is not here follows from what is.
archetype: event
title: 'Tea: and Toast'
starts: '2026-06-15T12:00:00Z' # when the doors open
venue:
  # Ask for the key two days before.
  name: ''
kind: workshop
themes:
- 'Craft: Sewing'
calendar:
  day: '2026-06-15'
  file: tea-and-toast.ics
chapter: Harbour Fixers
section: chapters/harbour/events
slug: tea-and-toast
trail:
- href: /
  label: Home
- href: /chapters/
  label: Chapters
- href: /chapters/harbour/
  label: Harbour Fixers
- href: /chapters/harbour/events/
  label: Events
- href: /chapters/harbour/events/tea-and-toast/
  label: 'Tea: and Toast'
url: /chapters/harbour/events/tea-and-toast/
---

Harbour Fixers invite you. Bring what is broken, and go home with what works.
`,
    );
    assert.deepEqual(
      blanks.map(({ name }) => name),
      ["venue.name"],
    );
  });

  it("is none where the template cannot be read", async () => {
    assert.match(await refusal({}, site("---\ntitle: 'open\n---\n")), /The front matter of .* cannot be read/);
    assert.match(await refusal({}, site("+++\ntitle = 'x'\n+++\n")), /cannot be read/);
    assert.match(await refusal({}, { ...site(""), "archetypes/news.md": undefined }), /cannot be read/);
  });

  it("keeps any text that is no placeholder", async () => {
    const piece = fc.constantFrom(
      "{{",
      "}}",
      "{{ title }}",
      "{{ nope",
      "zq",
      "zq0x",
      " ",
      "'",
      "a",
      "{% x %}",
      "$&",
      "\\",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
        const body = pieces.join("");
        const { text } = await make({}, site(`---\narchetype: news\n---\n\n${body}\n`));
        const expected = body.replace(/\{\{.*?\}\}/g, (found) => (found === "{{ title }}" ? NEWS.title : ""));
        assert.ok(text.endsWith(`---\n\n${expected}\n`), text.slice(-80));
      }),
      { numRuns: 60 },
    );
  });
});

describe("what there is to choose from for a new article", () => {
  it("is what a site has, and what a place says of it", async () => {
    const { service } = createWorld({ ...SITE, "content/communities/oncology/curated-news/a.md": CLEAN });
    const { archetypes, communities, here } = await service.scaffolding.site(`${ROOT}/content/communities/oncology/`);
    assert.deepEqual(
      archetypes.map(({ description, ...rest }) => rest),
      [{ name: "news", articles: 1, hasCommunity: true, source: "required", hasTopics: true, hasImage: true }],
    );
    assert.deepEqual(
      communities.map(({ slug, articles }) => [slug, articles]),
      [
        ["cardiology", 0],
        ["chronic-care-management", 0],
        ["oncology", 1],
      ],
    );
    assert.deepEqual(here, { archetype: "news", community: "oncology" });
    const place = async (path: string) => (await service.scaffolding.site(`${ROOT}/${path}`)).here;
    assert.deepEqual(await place("content/communities/oncology/curated-news/a.md"), here);
    assert.deepEqual(await place("content/communities/"), { archetype: "news", community: undefined });
    assert.deepEqual(await place("static/"), { archetype: undefined, community: undefined });
    assert.deepEqual(await place(""), { archetype: undefined, community: undefined });
    const topics = await service.scaffolding.topics(ROOT, "oncology");
    assert.deepEqual(
      topics.slice(0, 3).map(({ topic, articles }) => [topic, articles]),
      [
        ["Medigy: Telehealth", 1],
        ["Gartner: Data Management (DM)", 1],
        ["Medigy: Interoperability", 0],
      ],
    );
    assert.ok(!topics.some(({ topic }) => topic === "Medigy: Telecare"));
  });
});

describe("a new article of each archetype and community of the sample sites", () => {
  for (const name of ["medigy", "gatherings", "broken"] as const) {
    it(`is clean but for its blanks: ${name}`, async () => {
      const site = sampleSite(name);
      const world = createWorld(site, { elsewhere: { [PICTURE]: png(640, 320) } });
      const { archetypes, communities } = await world.service.scaffolding.site(`${ROOT}/content/`);
      let made = 0;
      for (const archetype of archetypes) {
        for (const { slug } of communities) {
          const [topic] = await world.service.scaffolding.topics(ROOT, slug);
          for (const image of [PICTURE, undefined]) {
            const result = await world.service.scaffolding.newArticle({
              root: ROOT,
              archetype: archetype.name,
              community: slug,
              title: `A Title for ${slug} ${image ?? ""}`,
              source: archetype.source === "none" ? undefined : `https://news.example/${slug}/${made}`,
              topics: archetype.hasTopics && topic !== undefined ? [topic.topic] : [],
              image: archetype.hasImage ? image : undefined,
            });
            assert.ok("text" in result, JSON.stringify(result));
            assert.deepEqual(await beyondBlanks(result, world), [], `${archetype.name} ${slug}`);
            made++;
          }
        }
      }
      assert.ok(made >= 4);
    });
  }
});
