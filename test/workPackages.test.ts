/** What work packages of OpenProject say of articles. */
import assert from "node:assert/strict";
import fc from "fast-check";
import {
  applyEdits,
  type KeyChange,
  type TextEdit,
  type WorkPackageSource,
} from "../server/src/service/languageService.ts";
import { ARTICLE, CLEAN, changed, report } from "./fixture.ts";
import { createWorld, type Files, png, SITE } from "./world.ts";

const LINK = "https://www.heart-news.example/2021/steady-beat";

/** The work package of the clean article, as OpenProject answers it, with its schema. */
const RESOURCE = {
  _type: "WorkPackage",
  id: 77,
  lockVersion: 4,
  subject: "A Steady Beat",
  description: {
    format: "markdown",
    raw: "A heart clinic hands out **small** patches. They watch.\r\n\r\nMore of it.",
    html: '<p class="op-uc-p">A heart clinic hands out <strong>small</strong> patches. They watch.</p><p class="op-uc-p">More of it.</p>',
  },
  createdAt: "2021-03-04T09:00:00.000001Z",
  updatedAt: "2021-03-05T09:00:00.000001Z",
  customField3: LINK,
  customField4: LINK,
  customField9: null,
  _links: {
    self: { href: "/api/v3/work_packages/77", title: "A Steady Beat" },
    schema: { href: "/api/v3/work_packages/schemas/2-7" },
    author: { href: "/api/v3/users/5", title: "Dana Lee" },
    customField5: [
      { href: "/api/v3/custom_options/1", title: "Medigy: Telehealth" },
      { href: "/api/v3/custom_options/2", title: "Gartner: Data Management (DM)" },
    ],
  },
  _embedded: {
    attachments: {
      _type: "Collection",
      total: 2,
      _embedded: {
        elements: [
          { _type: "Attachment", id: 11, fileName: "notes.pdf", contentType: "application/pdf" },
          { _type: "Attachment", id: 12, fileName: "beat.png", contentType: "image/png" },
        ],
      },
    },
  },
};

const SCHEMA = {
  _type: "Schema",
  subject: { type: "String", name: "Subject" },
  customField3: { type: "String", name: "Source URL" },
  customField4: { type: "String", name: "clean_url" },
  customField5: { type: "[]CustomOption", name: "Medigy topics" },
  customField9: { type: "String", name: "Notes" },
};

type Changes = { readonly [key: string]: unknown };

function source(changes: Changes = {}, schema: Changes | "none" = SCHEMA): WorkPackageSource {
  const { _links = {}, ...own } = changes;
  const resource = { ...RESOURCE, ...own, _links: { ...RESOURCE._links, ...(_links as Changes) } };
  return { workPackage: JSON.stringify(resource), ...(schema !== "none" && { schema: JSON.stringify(schema) }) };
}

function read(given: WorkPackageSource) {
  return createWorld().service.readWorkPackage(given);
}

function answers(changes: Changes = {}, schema: Changes | "none" = SCHEMA) {
  const found = read(source(changes, schema));
  assert.ok(!("refused" in found), JSON.stringify(found));
  return found;
}

describe("A work package", () => {
  it("answers what a new article is asked", () => {
    assert.deepEqual(answers(), {
      title: "A Steady Beat",
      source: LINK,
      topics: ["Medigy: Telehealth", "Gartner: Data Management (DM)"],
      authors: ["Dana Lee"],
      description: "A heart clinic hands out small patches. They watch.",
      body: "A heart clinic hands out **small** patches. They watch.\n\nMore of it.\n",
      values: {
        id: 77,
        date: "2021-03-04T09:00:00.000001Z",
        lastMod: "2021-03-05T09:00:00.000001Z",
        link: { href: LINK },
        openProjectCustomFields: { cleanUrl: LINK },
        featuredImage: { wpAttachment: { fileName: "beat.png", link: "/api/v3/attachments/12/content" } },
      },
      image: { id: 12, fileName: "beat.png", contentType: "image/png" },
    });
  });

  it("makes a clean article with them", async () => {
    const picture = "file:///pictures/beat.png";
    const world = createWorld(SITE, { elsewhere: { [picture]: png(640, 320) } });
    const found = world.service.readWorkPackage(
      source({ id: 78, subject: "Another Beat", customField3: `${LINK}/2?utm_source=a`, customField4: `${LINK}/2` }),
    );
    assert.ok(!("refused" in found));
    const { image: _, ...request } = found;
    const community = { root: "file:///site", archetype: "news", community: "cardiology", image: picture };
    const made = await world.service.scaffolding.newArticle({ ...community, ...request });
    assert.ok("text" in made, JSON.stringify(made));
    assert.deepEqual(made.blanks, []);
    const file = made.image?.to.slice("file:///site/".length) ?? "";
    assert.equal(await report(made.text, { path: made.path, site: { ...SITE, [file]: png(640, 320) } as Files }), "");
    assert.match(made.text, /^ {2}workPackage: 78$/m);
    assert.match(made.text, /^ {2}href: \S+steady-beat\/2\n {2}original: \S+steady-beat\/2\?utm_source=a$/m);
  });

  it("says its fields by their names", () => {
    const embedded = { _embedded: { ...RESOURCE._embedded, schema: SCHEMA } };
    assert.deepEqual(answers(embedded, "none").topics, ["Medigy: Telehealth", "Gartner: Data Management (DM)"]);
    assert.deepEqual(answers({}, "none").topics, []);
    assert.equal(answers({}, "none").source, LINK);
    assert.equal(answers({ customField9: "https://other.example/" }, "none").source, undefined);
    assert.equal(answers({ customField3: "nothing", customField4: "ftp://a.example" }).source, undefined);
    assert.equal(answers({ customField3: { format: "markdown", raw: LINK, html: "" } }).source, LINK);
    const topics = (customField5: unknown) => answers({ customField5, _links: { customField5: undefined } }).topics;
    assert.deepEqual(topics('["Medigy: Telehealth", "no topic"]'), ["Medigy: Telehealth"]);
    assert.deepEqual(topics("Medigy: Telehealth\r\nGartner: Cloud"), ["Medigy: Telehealth", "Gartner: Cloud"]);
    assert.deepEqual(topics(null), []);
  });

  it("may be the only one of a list, and a file may start with a mark", () => {
    const list = { _type: "WorkPackageCollection", _embedded: { elements: [RESOURCE] } };
    const found = read({ workPackage: `\ufeff${JSON.stringify(list)}`, schema: JSON.stringify(SCHEMA) });
    assert.ok("title" in found && found.title === RESOURCE.subject);
  });

  it("says why it is none", () => {
    const refusal = (workPackage: string) => {
      const found = read({ workPackage });
      return "refused" in found ? found.refused : "";
    };
    assert.match(refusal("<html>"), /no JSON/);
    assert.match(refusal("[]"), /no JSON/);
    assert.match(refusal("{}"), /no work package/);
    assert.match(refusal('{"_type":"Project","id":1,"subject":"a"}'), /no work package/);
    assert.match(refusal('{"_type":"WorkPackage","id":0,"subject":"a"}'), /no work package/);
    assert.match(refusal('{"_type":"Error","message":"You must log in."}'), /You must log in/);
    assert.match(refusal('{"_type":"WorkPackageCollection","_embedded":{"elements":[{},{}]}}'), /list of 2/);
  });

  it("is read in no time, whoever made it", () => {
    const html = "<p>".repeat(300_000);
    assert.equal(answers({ description: { raw: "", html } }).description, undefined);
    const topics = { customField5: `a${" ".repeat(200_000)}b`, _links: { customField5: undefined } };
    assert.deepEqual(answers(topics).topics, []);
  });

  it("never breaks what reads it", () => {
    fc.assert(fc.property(fc.string(), fc.string(), (workPackage, schema) => void read({ workPackage, schema })));
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(RESOURCE), "customField3"), fc.jsonValue(), (key, value) => {
        const found = read({
          workPackage: JSON.stringify({ ...RESOURCE, [key]: value }),
          schema: JSON.stringify(SCHEMA),
        });
        assert.ok("refused" in found || found.title !== undefined);
      }),
    );
  });
});

async function changesOf(text: string, given: WorkPackageSource): Promise<readonly KeyChange[]> {
  const world = createWorld();
  const found = await world.service.refreshFromWorkPackage(world.document(ARTICLE, text), given);
  assert.ok(found !== undefined && !("refused" in found), JSON.stringify(found));
  return found;
}

async function refreshed(text: string, given: WorkPackageSource): Promise<string> {
  const edits: readonly TextEdit[] = (await changesOf(text, given)).flatMap((change) => change.edits);
  return applyEdits(text, edits);
}

describe("An article that is refreshed from its work package", () => {
  it("stays as it is where nothing has changed", async () => {
    assert.deepEqual(await changesOf(CLEAN, source()), []);
    assert.deepEqual(await changesOf(CLEAN, source({ updatedAt: "2024-01-01T00:00:00Z" })), []);
    assert.deepEqual(await changesOf(CLEAN, source({}, "none")), []);
  });

  const LATER = "2024-01-02T03:04:05.678Z";
  const forms: readonly (readonly [name: string, form: (text: string) => string])[] = [
    ["LF", (text) => text],
    ["CRLF", (text) => text.replaceAll("\n", "\r\n")],
    ["BOM", (text) => `\ufeff${text}`],
  ];
  for (const [name, form] of forms) {
    it(`takes a new title and all that follows from it: ${name}`, async () => {
      const after = await refreshed(form(CLEAN), source({ subject: "A Steadier Beat", updatedAt: LATER }));
      const expected = CLEAN.replaceAll("A Steady Beat", "A Steadier Beat")
        .replaceAll("a-steady-beat", "a-steadier-beat")
        .replace("2021-03-05T09:00:00.000001Z", LATER);
      assert.equal(after, form(expected));
      assert.equal(await report(after), "");
    });
  }

  it("takes other topics, addresses and another picture, and keeps all else", async () => {
    const clean = changed("---\naliases", "---\n# By hand.\naliases");
    const after = await refreshed(
      clean,
      source({
        customField3: "https://other.example/a",
        customField4: "https://other.example/a",
        _links: { customField5: [{ title: "Medigy: Telehealth" }] },
        _embedded: {
          attachments: { _embedded: { elements: [{ id: 13, fileName: "new.png", contentType: "image/png" }] } },
        },
      }),
    );
    const expected = clean
      .replaceAll(LINK, "https://other.example/a")
      .replace("brand: heart-news.example", "brand: other.example")
      .replace("slug: heart-news-", "slug: other-")
      .replace("- 'Gartner: Data Management (DM)'\n", "")
      .replace(',"Gartner: Data Management (DM)"', "")
      .replace("fileName: beat.png", "fileName: new.png")
      .replace("attachments/12/", "attachments/13/");
    assert.equal(after, expected);
    assert.equal(await report(after), "");
  });

  it("keeps what was written otherwise than it follows, and what the work package does not say", async () => {
    const own = changed("alt: A Steady Beat", "alt: Patches on a chest");
    assert.match(await refreshed(own, source({ subject: "Other" })), /^ {2}alt: Patches on a chest$/m);
    const bare = { _links: { customField5: undefined }, customField3: null, customField4: "", _embedded: {} };
    assert.deepEqual(await changesOf(CLEAN, source(bare)), []);
  });

  it("gets what it lacks", async () => {
    const lacking = changed("    link: /api/v3/attachments/12/content\n", "", changed("\nid: 77", "\nid:"));
    const names = (await changesOf(lacking, source())).map((change) => change.name);
    assert.deepEqual(names.slice(0, 2), ["id", "featuredImage.wpAttachment.link"]);
    assert.equal(await refreshed(lacking, source()), CLEAN);
  });

  it("is not that of another work package", async () => {
    const world = createWorld();
    const found = await world.service.refreshFromWorkPackage(world.document(ARTICLE, CLEAN), source({ id: 78 }));
    assert.ok(found !== undefined && "refused" in found);
    assert.match(found.refused, /77.*78/);
    assert.equal(
      await world.service.refreshFromWorkPackage(world.document("README.md", "# Read me\n"), source()),
      undefined,
    );
  });

  it("gets edits that do not touch each other, whatever it lacks", async () => {
    const lines = CLEAN.split("\n");
    const kept = fc.subarray([...lines.keys()], { minLength: lines.length - 12 });
    await fc.assert(
      fc.asyncProperty(kept, fc.constantFrom("\n", "\r\n"), async (indices, eol) => {
        const text = ["---", ...indices.filter((index) => index > 0).map((index) => lines[index])].join(eol);
        const world = createWorld();
        const given = source({ subject: "Other", customField3: "https://other.example/a", _embedded: {} });
        const found = await world.service.refreshFromWorkPackage(world.document(ARTICLE, text), given);
        if (found === undefined || "refused" in found) return;
        const edits = found.flatMap((change) => change.edits).toSorted((a, b) => a.start - b.start || a.end - b.end);
        for (const [index, edit] of edits.entries()) assert.ok((edits[index - 1]?.end ?? 0) <= edit.start);
      }),
      { numRuns: 40 },
    );
  });

  it("says the same as its work package afterwards, whatever that says", async () => {
    const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }).map((text) => `x${text}`);
    await fc.assert(
      fc.asyncProperty(
        words,
        fc.subarray(["Medigy: Telehealth", "Gartner: Big Data", "A: B"], { minLength: 1 }),
        async (subject, topics) => {
          const given = source({ subject, _links: { customField5: topics.map((title) => ({ title })) } });
          const after = await refreshed(CLEAN, given);
          assert.deepEqual(await changesOf(after, given), []);
        },
      ),
      { numRuns: 30 },
    );
  });
});
