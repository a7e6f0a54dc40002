import assert from "node:assert/strict";
import fc from "fast-check";
import { applyEdits } from "../server/src/service/document/span.ts";
import type { Settings } from "../server/src/service/languageService.ts";
import { LINE_BREAKS } from "./faults.ts";
import { ARTICLE, CLEAN, changed, fixed, report } from "./fixture.ts";
import { GATHERINGS } from "./gatherings.ts";
import { createWorld, SITE } from "./world.ts";

const UPDATE = "Update what follows from the title";
const KEEPING = `${UPDATE}, and keep the old address as an alias`;
const OLD_ADDRESS = "/communities/cardiology/curated-news/heart-news-a-steady-beat/";

interface Offer {
  readonly text: string;
  /** The rules whose problems it ends. */
  readonly ends: readonly string[];
}

/** What is offered where a part of a text stands, by its title. */
async function offers(
  text: string,
  part: string,
  { path = ARTICLE, site = SITE, ...settings }: Partial<Settings> & { path?: string; site?: typeof SITE } = {},
): Promise<{ readonly [title: string]: Offer }> {
  const world = createWorld(site);
  const start = text.indexOf(part);
  assert.notEqual(start, -1, `no ${part} in the text`);
  const found = await world.service.refactorings(
    world.document(path, text),
    { start, end: start },
    { enable: true, rules: {}, ...settings },
  );
  return Object.fromEntries(
    found.map(({ title, edits, diagnostics }) => [
      title,
      { text: applyEdits(text, edits), ends: diagnostics.map(({ ruleId }) => ruleId) },
    ]),
  );
}

/** The clean article with another title throughout. */
const retitled = (text: string) =>
  text.replaceAll("A Steady Beat", "One Uneven Pulse").replaceAll("a-steady-beat", "one-uneven-pulse");
const TITLED = changed("title: A Steady Beat", "title: One Uneven Pulse");

describe("what follows from a title that was changed", () => {
  it("is updated as one, on the title", async () => {
    const found = await offers(TITLED, "title: One");
    assert.deepEqual(Object.keys(found), [UPDATE, KEEPING]);
    assert.deepEqual(found[UPDATE], { text: retitled(CLEAN), ends: [] });
  });

  it("is updated with an alias for the old address", async () => {
    const found = await offers(TITLED, "title: One");
    const aliases = `aliases:\n- /news/one-uneven-pulse\n- ${OLD_ADDRESS}\n`;
    assert.equal(found[KEEPING]?.text, retitled(CLEAN).replace(/aliases: .*\n/, aliases));
    assert.equal(await report(found[KEEPING]?.text ?? ""), "");
  });

  for (const [addAlias, titles] of [
    ["always", [KEEPING]],
    ["never", [UPDATE]],
  ] as const) {
    it(`has an alias ${addAlias} where the settings say so`, async () => {
      assert.deepEqual(Object.keys(await offers(TITLED, "title: One", { addAlias })), titles);
    });
  }

  for (const [part, rule] of [
    ["heart-news-a", "derived-value"],
    ["/news/a-steady", "derived-value"],
    ["A Steady Beat\ncategories", "breadcrumb-labels"],
  ] as const) {
    it(`is updated where ${part.split("\n")[0]} stands`, async () => {
      assert.deepEqual((await offers(TITLED, part))[UPDATE], { text: retitled(CLEAN), ends: [rule] });
    });
  }

  for (const [name, write] of [
    ["CRLF", (text: string) => text.replaceAll("\n", "\r\n")],
    ["a byte order mark", (text: string) => `\uFEFF${text}`],
  ] as const) {
    it(`keeps ${name}`, async () => {
      assert.equal((await offers(write(TITLED), "title: One"))[UPDATE]?.text, write(retitled(CLEAN)));
    });
  }

  it("leaves alone what its author wrote otherwise", async () => {
    const own = (text: string) =>
      changed("slug: heart-news", "slug: hearts", changed("  alt: A Steady Beat", "  alt: A patch on a chest", text));
    const expected = retitled(own(CLEAN)).replace("hearts-one-uneven-pulse", "hearts-a-steady-beat");
    assert.equal((await offers(own(TITLED), "title: One"))[UPDATE]?.text, expected);
  });

  it("leaves alone what is up to date", async () => {
    const half = changed("slug: heart-news-a-steady-beat", "slug: heart-news-one-uneven-pulse", TITLED);
    assert.equal((await offers(half, "title: One"))[UPDATE]?.text, retitled(CLEAN));
  });

  it("is what disagrees where nothing repeats the title", async () => {
    const bare = (text: string) => changed(/breadcrumbs:\n(?:- .*\n)+/, "", changed(/ {2}alt: .*\n/, "", text));
    assert.equal((await offers(bare(TITLED), "title: One"))[UPDATE]?.text, bare(retitled(CLEAN)));
  });

  it("is offered nowhere else", async () => {
    assert.deepEqual(await offers(TITLED, "sub: brief"), {});
    assert.deepEqual(await offers(CLEAN, "title: A"), {});
    const slip = changed("slug: heart", "slug: hart");
    assert.deepEqual(await offers(slip, "title: A"), {});
    assert.deepEqual(await offers(slip, "slug: hart"), {});
  });

  it("is not offered while the title is half typed, or said twice", async () => {
    assert.deepEqual(await offers(changed("title: A Steady Beat", 'title: "One'), 'title: "One'), {});
    assert.deepEqual(await offers(`${changed("title: A", "title: B\ntitle: A")}`, "title: B"), {});
  });
});

describe("any title that is changed", () => {
  const words = fc.array(
    fc.constantFrom("Heart", "beat's", "Öl & Öl", "“Now”", "#1", "a: b", "- c", "x/y", "50 %", "{{ y }}", "true"),
    {
      minLength: 1,
      maxLength: 6,
    },
  );
  const titles = fc.oneof(
    words.map((parts) => parts.join(" ")),
    fc.string({ unit: "binary", maxLength: 90 }),
  );

  it("is followed by all that followed from it, with no other problems than before", async () => {
    await fc.assert(
      fc.asyncProperty(titles, fc.constantFrom(...LINE_BREAKS), async (title, [, write]) => {
        const text = write(changed("title: A Steady Beat", `title: ${JSON.stringify(title)}`));
        const { text: after } = (await offers(text, "title:", { addAlias: "never" }))[UPDATE] ?? { text };
        const rules = async (one: string) => (await report(one)).split("\n").map((line) => line.split(" ")[1]);
        const [was, is] = [await rules(text), await rules(after)];
        assert.deepEqual(
          is.filter((rule) => rule !== undefined && !was.includes(rule)),
          [],
        );
        if (after !== text) assert.deepEqual(await offers(after, "title:"), {});
      }),
      { numRuns: 60 },
    );
  });
});

describe("what follows from an address that was changed", () => {
  const address = "https://www.heart-news.example/2021/steady-beat";
  const other = "https://pulse-post.example/a";

  it("is its copy, the brand and, by way of that, the slug", async () => {
    const text = changed(`  href: ${address}`, `  href: ${other}`);
    const found = await offers(text, `href: ${other}`);
    const expected = text
      .replace(`cleanUrl: ${address}`, `cleanUrl: ${other}`)
      .replace("brand: heart-news.example", "brand: pulse-post.example")
      .replace("slug: heart-news-", "slug: pulse-post-");
    assert.equal(found["Update what follows from `link.href`"]?.text, expected);
    assert.equal(await fixed(expected), expected);
  });
});

describe("what follows from a key of a configured archetype", () => {
  const path = "content/chapters/old-town/events/2025-03-22-brakes.md";
  const text = GATHERINGS[path] ?? "";

  it("is updated as one, in lists of mappings, too", async () => {
    const titled = changed("title: What Squeaks? Brakes in an Hour", "title: Brakes!", text);
    const found = await offers(titled, "title: Brakes", { path, site: GATHERINGS, addAlias: "never" });
    const expected = text
      .replaceAll("What Squeaks? Brakes in an Hour", "Brakes!")
      .replaceAll("what-squeaks-brakes-in-an-hour", "brakes");
    assert.deepEqual(found, { [UPDATE]: { text: expected, ends: [] } });
  });
});
