import assert from "node:assert/strict";
import { applyEdits } from "../server/src/service/document/span.ts";
import type { Settings } from "../server/src/service/languageService.ts";
import { ARTICLE, CLEAN, changed } from "./fixture.ts";
import { createWorld, SITE } from "./world.ts";

const ON: Settings = { enable: true, rules: {} };

interface HintOptions {
  readonly settings?: Settings;
  readonly path?: string;
}

/** The text with each hint in its place, between ⟨ and ⟩; only the lines that have one. */
async function hints(text: string, options: HintOptions = {}): Promise<readonly string[]> {
  const found = await hintsIn(text, options);
  const edits = found.map(({ offset, label }) => ({ start: offset, end: offset, newText: `⟨${label}⟩` }));
  return applyEdits(text, edits)
    .split(/\r?\n/)
    .filter((line) => line.includes("⟨"));
}

async function hintsIn(text: string, { settings = ON, path = ARTICLE }: HintOptions = {}) {
  const { service, document } = createWorld();
  return service.inlayHints(document(path, text), { start: 0, end: text.length }, settings);
}

describe("hints in the text", () => {
  const wrong = changed("slug: heart-news-a-steady-beat", "slug: 'beat' # mine");

  it("are none in an article that is as it should be", async () => {
    assert.deepEqual(await hints(CLEAN), []);
  });

  it("say what a value should be where it differs", async () => {
    const expected = ["slug: 'beat'⟨→ heart-news-a-steady-beat⟩ # mine"];
    assert.deepEqual(await hints(wrong), expected);
    assert.deepEqual(await hints(`\uFEFF${wrong.replaceAll("\n", "\r\n")}`), expected);
    assert.deepEqual(await hints(changed("- Cardiology\n", "- Heart\n")), ["- Heart⟨→ Cardiology⟩"]);
    assert.deepEqual(await hints(changed("  - 320", "  - 321")), ["  - 321⟨→ [640, 320]⟩"]);
  });

  it("say how it follows, and write it when they are accepted", async () => {
    const [hint] = await hintsIn(wrong);
    assert.match(hint?.tooltip ?? "", /^The brand without its top-level domain.*Double-click to accept it\.$/s);
    assert.equal(
      applyEdits(wrong, hint?.edits ?? []),
      changed("slug: heart-news-a-steady-beat", "slug: 'heart-news-a-steady-beat' # mine"),
    );
  });

  it("are short", async () => {
    const title = "A Steady Beat ".repeat(10).trim();
    for (const line of await hints(changed("title: A Steady Beat\n", `title: ${title}\n`)))
      assert.ok(line.length - line.indexOf("⟨") <= 64, line);
  });

  it("are silent about lines that cannot be read, and about what a comment or a setting suppresses", async () => {
    assert.deepEqual(await hints(changed("slug: heart-news-a-steady-beat", 'slug: "beat')), []);
    assert.deepEqual(await hints(wrong.replace("# mine", "# curated-content-disable-line derived-value")), []);
    assert.deepEqual(await hints(wrong, { settings: { ...ON, rules: { "derived-value": "off" } } }), []);
    assert.deepEqual(await hints(wrong, { settings: { ...ON, inlayHints: { derivedValues: "off" } } }), []);
    assert.deepEqual(await hints(wrong, { settings: { ...ON, enable: false } }), []);
  });

  it("name the community once, where its slug does not", async () => {
    const path = ARTICLE.replace("cardiology", "oncology");
    const text = CLEAN.replaceAll("cardiology", "oncology");
    const label = "basePath: /communities/oncology/curated-news/⟨Oncology & Hope⟩";
    const settings = { ...ON, inlayHints: { derivedValues: "off" } } as const;
    assert.deepEqual(await hints(text, { path, settings }), [label]);
    const off = { ...ON, inlayHints: { derivedValues: "off", communityLabel: "off" } } as const;
    assert.deepEqual(await hints(text, { path, settings: off }), []);
    const abbreviated = CLEAN.replaceAll("cardiology", "chronic-care-management");
    assert.deepEqual(
      await hints(abbreviated, { path: ARTICLE.replace("cardiology", "chronic-care-management"), settings }),
      [],
    );
  });

  it("are only those of the stretch that an editor shows", async () => {
    const { service, document } = createWorld();
    const at = wrong.indexOf("slug:");
    const inSpan = (start: number, end: number) => service.inlayHints(document(ARTICLE, wrong), { start, end }, ON);
    assert.equal((await inSpan(at, wrong.length)).length, 1);
    assert.deepEqual(await inSpan(0, at), []);
  });
});

/** The lines of the places that say the same as the one at the cursor, with what they say. */
async function same(fixture: string, path = ARTICLE): Promise<readonly string[]> {
  const offset = fixture.indexOf("$0");
  const text = fixture.replace("$0", "");
  const { service, document } = createWorld();
  const spans = await service.documentHighlights(document(path, text), offset);
  return spans.map(({ start, end }) => `${text.slice(0, start).split(/\r?\n/).length} ${text.slice(start, end)}`);
}

describe("what says the same", () => {
  it("is a topic in its list and in the text that repeats it", async () => {
    const expected = ["21 Medigy: Telehealth", "50 Medigy: Telehealth"];
    assert.deepEqual(await same(changed("- 'Medigy: Tele", "- 'Medigy: Te$0le")), expected);
    assert.deepEqual(await same(changed('["Medigy: Tele', '["Medigy: Te$0le').replaceAll("\n", "\r\n")), expected);
  });

  it("is a title, its breadcrumb and the text of its image", async () => {
    assert.deepEqual(await same(changed("title: A Steady", "title: A St$0eady")), [
      "18 A Steady Beat",
      "28 A Steady Beat",
      "61 A Steady Beat",
    ]);
  });

  it("is nothing where no other place does, or where it means nothing", async () => {
    assert.deepEqual(await same(changed("sub: brief", "sub: br$0ief")), []);
    assert.deepEqual(await same(changed("status: ''", "status: '$0'")), []);
    assert.deepEqual(await same(changed("  - 640", "  - 64$00")), []);
    assert.deepEqual(await same(`${CLEAN}A Steady$0 Beat`), []);
    assert.deepEqual(
      await same(SITE["data/topics.yaml"]?.replace("Interop", "Inte$0rop") ?? "", "data/topics.yaml"),
      [],
    );
  });
});
