import assert from "node:assert/strict";
import type { Diagnostic } from "../server/src/service/languageService.ts";
import { CLEAN, changed, check, diagnose, fixed, type Place, quickFixes, report } from "./fixture.ts";
import { IMAGE, SITE } from "./world.ts";

/** An image without a file and an extension from which its format would follow. */
const WITHOUT_FILE = changed(/ {2}href: 3f.*/, "  href: heart");
const NO_FILE = { site: { ...SITE, [IMAGE]: undefined } };

describe("schema rules", () => {
  it("say nothing about an article in order", () => check(CLEAN));

  describe("on missing keys", () => {
    it("mark the opening delimiter", () => check(changed("---\n", "---\n^^^ missing-key\n", without("id"))));

    it("mark the key that the missing one belongs to", async () => {
      await check(
        changed(
          "  alt: A Steady Beat\n",
          "",
          changed("featuredImage:\n", "featuredImage:\n^^^^^^^^^^^^^ missing-key\n"),
        ),
      );
      assert.equal(await report(changed("    fileName: beat.png\n", "")), "36 missing-key «wpAttachment»");
    });

    it("name the key and what it is in", async () => {
      assert.match(await message(without("id")), /`id`/);
      assert.match(await message(changed("  valid: true\n", "")), /`valid`.*`featuredImage`/);
    });

    it("leave optional keys to the author", async () => {
      const withoutSize = changed(/ {2}size:\n(?: {2}- .*\n)+/, "");
      assert.doesNotMatch(await report(withoutSize, { site: { ...SITE, [IMAGE]: undefined } }), /missing-key/);
    });

    it("add a key whose value is known at its sorted place", async () => {
      for (const key of ["archetype", "slug", "aliases", "type", "owlType", "basePath"]) {
        assert.equal(await fixed(without(key)), CLEAN, key);
      }
      assert.equal(await fixed(changed("  brand: heart-news.example\n", "")), CLEAN);
      assert.equal(await fixed(changed("tags:\n- news\n", "")), CLEAN);
    });

    it("offer a start where the value is the author's", async () => {
      assert.deepEqual(await titles(changed("---\n", "-$0--\n", without("title"))), ["Add `title`"]);
      const [image, ...formats] = await titles(
        changed("featuredImage:", "feat$0uredImage:", changed("  format: PNG\n", "", WITHOUT_FILE)),
        NO_FILE,
      );
      assert.equal(image, "Add `format: PNG`");
      assert.equal(formats.length, 5);
    });
  });

  describe("on keys that are not known", () => {
    it("say which key was meant, by letter case or by a slip", async () => {
      await check(changed("mastHead: Cardiology CoP", "masthead: Cardiology CoP\n^^^^^^^^ misspelled-key"));
      await check(changed("searchCategory: News", "searchCategry: News\n^^^^^^^^^^^^^ misspelled-key"));
      await check(changed("    fileName: beat.png", "    fileNmae: beat.png\n#   ^^^^^^^^ misspelled-key"));
      assert.equal(await messageId(changed("mastHead:", "masthead:")), "miscased");
      assert.match(await message(changed("searchCategory:", "searchCategry:")), /`searchCategory`/);
    });

    it("rename a misspelt key and keep its value", async () => {
      assert.equal(await fixed(changed("searchCategory:", "searchCategry:")), CLEAN);
      assert.equal(await fixed(changed("featuredImage:", "featuredimage:")), CLEAN);
      assert.equal(await fixed(changed("    fileName:", "    FileName:")), CLEAN);
    });

    it("mark one that nobody knows, in a mapping too", async () => {
      await check(changed("id: 77", "colour: red\n^^^^^^ unknown-key\nid: 77"));
      await check(changed("  valid: true", "  colour: red\n# ^^^^^^ unknown-key\n  valid: true"));
      assert.match(
        await message(changed("  valid: true", "  colour: red\n  valid: true")),
        /`colour`.*`featuredImage`/,
      );
    });

    it("move one that is only not indented into the mapping that lacks it", async () => {
      for (const line of ["  format: PNG", "  valid: true", "  alt: A Steady Beat", "  brand: heart-news.example"]) {
        assert.equal(await fixed(changed(line, line.trim())), CLEAN, line);
      }
      assert.equal(await messageId(changed("  sourceUrl:", "sourceUrl:")), "misplaced");
    });

    it("leave one where another key stands between it and the mapping: there it cannot be indented", async () => {
      const away = changed(
        / {2}original: (.*)\n(mastHead: .*\n)/,
        "mastHead: Cardiology CoP\noriginal: https://x.example/a\n",
      );
      const found = (await diagnose(away)).filter(({ ruleId }) => ruleId === "unknown-key");
      assert.deepEqual(
        found.map(({ messageId, fix }) => [messageId, fix]),
        [["unknown", undefined]],
      );
    });

    it("take Hugo's own keys and what an author adds under `params`", async () => {
      await check(changed("id: 77", "draft: false\nid: 77\nweight: 10\nkeywords: [heart]\nparams:\n  own: 1"));
    });
  });

  describe("on keys that stand twice", () => {
    it("keep the one whose anchor is needed elsewhere", async () => {
      const text = changed("sub: brief\n", "sub: &s brief\nsub: short\nowner: *s\n");
      const titles = (await quickFixes(text.replace("sub: short", "sub$0: short"))).map(({ title }) => title);
      assert.deepEqual(titles, ["Remove this `sub`"]);
    });

    it("take none out of braces, where others stand on its line", async () => {
      const text = changed(
        /title: (.*)\ntype: (.*)\n/,
        "title: A Steady Beat\n{type: communities/medigy-cardiology, title: A Steady Beat}\n",
      );
      const found = (await diagnose(text)).filter(({ ruleId }) => ruleId === "duplicate-key");
      assert.deepEqual(
        found.map(({ fix }) => fix),
        [undefined],
      );
    });

    it("mark the second and point to the first", async () => {
      const text = changed("sub: brief\n", "sub: brief\nsub: brief\n");
      await check(changed("sub: brief\nsub: brief", "sub: brief\nsub: brief\n^^^ duplicate-key", text));
      const [{ related } = { related: [] }] = await diagnose(text);
      assert.deepEqual(
        related.map(({ start, end }) => text.slice(start, end)),
        ["sub"],
      );
      assert.equal(await fixed(text), CLEAN);
    });

    it("remove the one that is wrong, where the right value is known", async () => {
      assert.equal(await fixed(changed("sub: brief\n", "sub: brief\nsub: long\n")), CLEAN);
      assert.equal(await fixed(changed("sub: brief\n", "sub: long\nsub: brief\n")), CLEAN);
      assert.equal(await fixed(changed("  valid: true\n", "  valid: true\n  valid: true\n")), CLEAN);
    });

    it("leave the choice to the author where it is not, and draw no conclusions from either value", async () => {
      const text = changed("title: A Steady Beat\n", "title: A Steady Beat\ntitle: Another\n");
      assert.equal(await report(text), "62 duplicate-key «title»");
      assert.equal(await fixed(text), text);
      const fixes = await quickFixes(changed("title: Another", "ti$0tle: Another", text));
      assert.deepEqual(
        fixes.map(({ title }) => title),
        ["Remove the first `title`", "Remove this `title`"],
      );
    });

    it("count another letter case as the same key, as Hugo does", async () => {
      const text = changed("mastHead: Cardiology CoP\n", "masthead: Cardiology CoP\nmastHead: Cardiology CoP\n");
      assert.equal(await report(text), "47 duplicate-key «mastHead»");
      assert.equal(await fixed(text), CLEAN);
    });

    it("see them in braces", () =>
      check(
        changed(
          "id: 77",
          "id: 77\nsitemap: {priority: 0.5, priority: 1}\n#                        ^^^^^^^^ duplicate-key",
        ),
      ));
  });

  describe("on values of another type", () => {
    it("mark the value, or the key where the value is no one-line text", async () => {
      await check(changed("id: 77", "id: '77'\n#   ^^^^ wrong-type"));
      await check(changed(/tags:\n- news/, "tags: news\n#     ^^^^ wrong-type"));
      await check(changed("title: A Steady Beat", "title:\n^^^^^ wrong-type\n- A Steady Beat"));
      await check(changed("- Dana @care-desk.example", "- 7\n# ^ wrong-type"));
    });

    it("say what it is and what it should be", async () => {
      assert.match(await message(changed("id: 77", "id: 7.5")), /`id`.*whole number.*fraction/);
      assert.match(await message(changed("- Dana @care-desk.example", "- 7")), /Item 1 of `author`.*text.*number/);
      assert.equal(await messageId(changed("status: ''", "status:")), "empty");
    });

    it("mark an empty item on its dash", () =>
      check(changed("- 'Gartner: Data Management (DM)'\n", "-\n^ wrong-type\n")));

    it("convert where it takes only quotes or a dash", async () => {
      assert.equal(await fixed(changed("id: 77", "id: '77'")), CLEAN);
      assert.equal(await fixed(changed("valid: true", "valid: 'true'")), CLEAN);
      assert.equal(await fixed(changed("  - 320", '  - "320"')), CLEAN);
      assert.equal(await fixed(changed(/tags:\n- news/, "tags: news")), CLEAN);
      assert.equal(await fixed(changed(/author:\n- .*/, "author: Dana @care-desk.example")), CLEAN);
    });

    it("fill in what is empty and has a neutral value", async () => {
      assert.equal(await fixed(changed("status: ''", "status:")), CLEAN);
      assert.equal(await fixed(changed("categories: []", "categories:")), CLEAN);
      assert.equal(await fixed(changed("tags:\n- news", "tags:")), CLEAN);
    });

    it("leave alone what only the author can convert", async () => {
      for (const text of [
        changed(/author:\n- .*/, "author:\n  name: Dana"),
        changed("title: A Steady Beat", "title:"),
      ]) {
        assert.equal(await fixed(text), text);
      }
    });

    it("read values as Hugo does", async () => {
      await check(changed("valid: true", "valid: yes"));
      await check(changed(/date: .*/, "date: 2021-03-04T09:00:00Z"));
      await check(changed("  - 640", "  - 0x280"));
    });
  });

  describe("on values that are not allowed", () => {
    it("replace the only allowed one, or the one that was surely meant", async () => {
      await check(changed("searchCategory: News", "searchCategory: Blog\n#               ^^^^ invalid-value"));
      assert.equal(await fixed(changed("searchCategory: News", "searchCategory: Blog")), CLEAN);
      assert.equal(await fixed(changed("format: PNG", "format: png")), CLEAN);
      assert.equal(await fixed(changed("archetype: news", "archetype: News")), CLEAN);
    });

    it("offer the allowed ones, the likeliest first", async () => {
      const text = changed("format: PNG", "format: P$0G", WITHOUT_FILE);
      const fixes = await quickFixes(text, NO_FILE);
      assert.deepEqual(fixes.map(({ title }) => title).slice(0, 2), ["Replace by `PNG`", "Replace by `JPEG`"]);
      assert.deepEqual(
        fixes.map(({ isPreferred }) => isPreferred),
        [true, false, false, false, false, false],
      );
    });

    it("offer only what is like it where that is clear", async () => {
      const fixes = await quickFixes(changed("format: PNG", "format: JP$0G", WITHOUT_FILE), NO_FILE);
      assert.deepEqual(
        fixes.map(({ title }) => title),
        ["Replace by `JPEG`"],
      );
    });

    it("mark a number, an address or a name that does not fit", async () => {
      await check(changed("id: 77", "id: 0\n#   ^ invalid-value"));
      await check(changed(/author:\n- .*/, "author: []\n#       ^^ invalid-value"));
      const text = CLEAN.replace(/(href|cleanUrl): https:\/\/www/g, "$1: www");
      assert.equal(
        await report(text),
        "44 invalid-value «www.heart-news.example/2021/steady-beat»\n49 invalid-value «www.heart-news.example/2021/steady-beat»",
      );
      const [found] = await diagnose(text);
      assert.match(found?.message ?? "", /a web address such as `https:\/\//);
    });

    it("find the item that was meant to be the one that a list must hold", async () => {
      await check(changed("- news\n", "- News\n# ^^^^ invalid-value\n"));
      assert.equal(await fixed(changed("- news\n", "- News\n")), CLEAN);
      const other = changed("- news\n", "- heart\n");
      assert.equal(await fixed(other), changed("- news\n", "- heart\n- news\n"));
    });
  });
});

function without(key: string): string {
  return changed(new RegExp(`^${key}:.*\\n(?:[ -].*\\n)*`, "m"), "");
}

async function only(text: string): Promise<Diagnostic> {
  const [found, ...others] = await diagnose(text);
  assert.ok(found);
  assert.deepEqual(others, []);
  return found;
}

async function message(text: string): Promise<string> {
  return (await only(text)).message;
}

async function messageId(text: string): Promise<string> {
  return (await only(text)).messageId;
}

async function titles(fixture: string, place?: Place): Promise<readonly string[]> {
  return (await quickFixes(fixture, place)).map(({ title }) => title);
}
