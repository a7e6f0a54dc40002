import assert from "node:assert/strict";
import { applyEdits } from "../server/src/service/document/span.ts";
import { ARTICLE, CLEAN, changed, check, diagnose, fixed, report } from "./fixture.ts";
import { createWorld, SITE } from "./world.ts";

const NAME = "3f2b1c4d-0000-5000-8000-000000000001";

describe("derived values", () => {
  for (const [key, wrong] of [
    ["aliases", "aliases: /news/a-beat"],
    ["basePath", "basePath: /communities/oncology/curated-news/"],
    ["brand", "  brand: www.heart-news.example"],
    ["contentCategories", "contentCategories: medigy-cardiolgy-curated-news"],
    ["identifier", "identifier: Cardiologie"],
    ["mastHead", "mastHead: Cardiology"],
    ["mdName", "mdName: 3f2b1c4d-0000-5000-8000-000000000002"],
    ["slug", "slug: a-steady-beat"],
    ["type", "type: communities/medigy-oncology"],
    ["workPackage", "  workPackage: 78"],
  ] as const) {
    it(`mark ${key} where it differs, and put it right`, async () => {
      const text = changed(new RegExp(`^ *${key}: .*`, "m"), wrong);
      assert.match(await report(text), new RegExp(`^\\d+ derived-value «${wrong.replace(/^.*: /, "")}»$`));
      assert.equal(await fixed(text), CLEAN);
    });
  }

  it("name the lines that they follow from", async () => {
    const text = changed("slug: heart-news-a-steady-beat", "slug: beat");
    const [found] = await diagnose(text);
    assert.deepEqual(
      found?.related.map(({ start, end }) => text.slice(start, end).split("\n")[0]),
      ["brand: heart-news.example", "href: https://www.heart-news.example/2021/steady-beat", "title: A Steady Beat"],
    );
  });

  it("are marked on the key where they are empty or no text", async () => {
    await check(changed("slug: heart-news-a-steady-beat", "slug:\n^^^^ derived-value"));
    await check(changed("identifier: Cardiology", "identifier:\n^^^^^^^^^^ derived-value\n- Cardiology"));
    assert.equal(await fixed(changed("identifier: Cardiology", "identifier:\n- Cardiology")), CLEAN);
  });

  it("may be mappings where they should be text", () =>
    check(changed("  brand: heart-news.example", "  brand:\n# ^^^^^ derived-value\n    a: 1")));

  it("keep quotes and comments of the author", async () => {
    const text = changed("slug: heart-news-a-steady-beat", 'slug: "heart-news-a-steady-beat" # short');
    await check(text);
    assert.equal(await fixed(changed(/slug: .*/, 'slug: "beat" # short')), text);
    assert.equal(
      await fixed(changed(/slug: .*/, "slug: # short")),
      changed(/slug: .*/, "slug: heart-news-a-steady-beat # short"),
    );
  });

  it("follow a new title", async () => {
    const text = changed("title: A Steady Beat", "title: 'What''s New: A & B'");
    assert.equal(
      await fixed(text),
      text
        .replace("aliases: /news/a-steady-beat", "aliases: /news/whats-new-a-b")
        .replace("- A Steady Beat", "- 'What''s New: A & B'")
        .replace("heart-news-a-steady-beat", "heart-news-whats-new-a-b"),
    );
  });

  it("follow the folder where keys name another community", async () => {
    const path = ARTICLE.replace("cardiology", "oncology");
    const text = await fixed(CLEAN, { path });
    assert.equal(text.match(/oncology/g)?.length, 5);
    assert.match(text, /^identifier: Oncology & Hope\nlastMod/m);
    assert.match(text, /^mastHead: Oncology Circle$/m);
    assert.equal(await report(text, { path }), "");
  });

  it("follow what most keys say where the folder says nothing", async () => {
    const path = `content/drafts/${NAME}.md`;
    await check(CLEAN, { path });
    for (const [part, by] of [
      ["basePath: /communities/cardiology/", "basePath: /communities/cardiolgy/"],
      ["type: communities/medigy-cardiology", "type: communities/medigy-oncology"],
      ["contentCategories: medigy-cardiology", "contentCategories: medigy-heart"],
      ["- /communities/cardiology/\n", "- /communities/cardiolgy/\n"],
    ] as const) {
      const text = changed(part, by);
      assert.equal((await diagnose(text, { path })).length, 1, by);
      assert.equal(await fixed(text, { path }), CLEAN, by);
    }
  });

  describe("in a community that is not listed", () => {
    const path = ARTICLE.replace("cardiology", "nephrology");
    const clean = CLEAN.replaceAll("cardiology", "nephrology").replaceAll("Cardiology", "Nephrology");

    it("are not doubted beyond that", async () => {
      assert.equal(await report(clean, { path }), "6 unknown-community «/communities/nephrology/curated-news/»");
      assert.equal(await fixed(clean, { path }), clean);
    });

    it("are still compared with each other", async () => {
      assert.equal(await fixed(changed("identifier: Nephrology", "identifier: Nephro", clean), { path }), clean);
      assert.equal(await fixed(changed("- /communities/nephrology/\n", "- /communities/\n", clean), { path }), clean);
    });

    it("are left alone where each key has another name", async () => {
      const text = clean.replace("identifier: Nephrology", "identifier: A").replace("- Nephrology\n", "- B\n");
      assert.equal(await fixed(text, { path }), text);
    });

    it("say which community may be meant", async () => {
      const [found] = await diagnose(CLEAN.replaceAll("cardiology", "cardiolgy"), {
        path: ARTICLE.replace("cardiology", "cardiolgy"),
      });
      assert.match(found?.message ?? "", /`cardiology`/);
    });

    it("are all right where the site lists no communities", () =>
      check(clean, { path, site: { "data/topics.yaml": SITE["data/topics.yaml"] ?? "" } }));
  });

  describe("of aliases", () => {
    it("may stand among others, in a list or in a text", async () => {
      await check(aliases("\n- /old/path/\n- /news/a-steady-beat"));
      await check(aliases(" [/news/a-steady-beat, /old]"));
      await check(aliases(" /news/a-steady-beat/"));
      await check(aliases(" /old /news/a-steady-beat"));
    });

    it("replace the one that was meant, or come to the others", async () => {
      assert.equal(await report(aliases("\n- /old\n- /news/a-stedy-beat")), "4 derived-value «/news/a-stedy-beat»");
      assert.equal(await fixed(aliases("\n- /old\n- /news/a-stedy-beat")), aliases("\n- /old\n- /news/a-steady-beat"));
      assert.equal(await fixed(aliases("\n- /old\n- /x")), aliases("\n- /old\n- /x\n- /news/a-steady-beat"));
      assert.equal(await fixed(aliases(" /old /news/a-stedy-beat")), aliases(" /old /news/a-steady-beat"));
      assert.equal(await fixed(aliases("\n-")), aliases("\n- /news/a-steady-beat"));
      assert.equal(await fixed(aliases(" []")), aliases("\n- /news/a-steady-beat"));
    });
  });

  it("wait for what they follow from", async () => {
    await check(changed("title: A Steady Beat", "title:\n^^^^^ wrong-type"));
    await check(changed("id: 77", "id: 0\n#   ^ invalid-value"));
  });

  it("are right after two faults and more at once", async () => {
    const text = CLEAN.replace("aliases: /news/a-steady-beat", "aliases: /x")
      .replace("  brand: heart-news.example\n", "")
      .replace("- Cardiology\n", "")
      .replace("mastHead: Cardiology CoP", "masthead: Cardiology")
      .replace(/slug: .*\n/, "")
      .replace("'Medigy: Telehealth'", "Medigy: Telemedicine");
    assert.equal((await diagnose(text)).length, 7);
    assert.equal(await fixed(text), CLEAN);
  });

  it("take names with quotes, colons and ampersands", async () => {
    for (const name of ["Women's & Children's Health", "Care: At Home", "Yes", "#1 Care", 'Ärzte "für" Zoë']) {
      const site = { ...SITE, "data/communities.yaml": `- slug: cardiology\n  name: ${JSON.stringify(name)}\n` };
      const world = createWorld(site);
      const text = applyEdits(CLEAN, await world.service.fixAll(world.document(ARTICLE, CLEAN)));
      assert.equal(await report(text, { path: ARTICLE, site }), "");
      const inspection = await world.service.inspect(world.document(ARTICLE, text));
      assert.equal(inspection?.values.identifier, name);
    }
  });
});

function aliases(value: string): string {
  return changed("aliases: /news/a-steady-beat", `aliases:${value}`);
}
