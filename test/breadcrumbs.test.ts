import assert from "node:assert/strict";
import { ARTICLE, CLEAN, changed, check, diagnose, fixed, quickFixes, report } from "./fixture.ts";
import { SITE } from "./world.ts";

/** Where nothing but the article itself says which community it belongs to. */
const ELSEWHERE = { path: "content/drafts/3f2b1c4d-0000-5000-8000-000000000001.md" };

describe("breadcrumbs", () => {
  describe("against the community and the title", () => {
    it("mark a wrong label or link on its item", async () => {
      await check(changed("- Cardiology\n", "- Oncology\n# ^^^^^^^^ breadcrumb-labels\n"));
      await check(changed("- A Steady Beat\n", "- A Steady Heart\n# ^^^^^^^^^^^^^^ breadcrumb-labels\n"));
      await check(changed("- /communities/\n", "- /community/\n# ^^^^^^^^^^^ breadcrumb-links\n"));
      await check(changed("- '#'\n", "- '/news'\n# ^^^^^^^ breadcrumb-links\n"));
    });

    it("report one item too few once, on the key", async () => {
      await check(changed("breadcrumbs:\n- Home\n", "breadcrumbs:\n^^^^^^^^^^^ breadcrumb-labels\n"));
      await check(changed("breadcrumbLinks:\n- /\n", "breadcrumbLinks:\n^^^^^^^^^^^^^^^ breadcrumb-links\n"));
      await check(
        changed(
          "- Home\n- Communities\n- Cardiology\n",
          "",
          changed("breadcrumbs:\n", "breadcrumbs:\n^^^^^^^^^^^ breadcrumb-labels\n"),
        ),
      );
    });

    it("report another order once, and put it right by moving the items as they are written", async () => {
      const text = changed("- Home\n- Communities\n- Cardiology\n", '- Communities\n- "Cardiology"\n- Home # start\n');
      assert.equal(await report(text), '14 breadcrumb-labels «Communities\n- "Cardiology"\n- Home»');
      assert.equal(
        await fixed(text),
        changed("- Home\n- Communities\n- Cardiology\n", '- Home\n- Communities\n- "Cardiology" # start\n'),
      );
    });

    it("report one item too many once, on the item", () =>
      check(changed("- Home\n", "- Home\n- Start\n# ^^^^^ breadcrumb-labels\n")));

    for (const [fault, text] of [
      ["a wrong item", changed("- Cardiology\n", "- Heart\n")],
      ["a missing first item", changed("- Home\n", "")],
      ["a missing last item", changed("- A Steady Beat\n", "")],
      ["several missing items", changed("- Communities\n- Cardiology\n", "")],
      ["an item too many", changed("- /communities/\n", "- /communities/\n- /communities/all/\n")],
      ["an item twice", changed("- /communities/\n", "- /communities/\n- /communities/\n")],
      ["two items in each other's place", changed("- Home\n- Communities\n", "- Communities\n- Home\n")],
      ["an empty item", changed("- Curated News\n", "-\n")],
      ["an item that is no text", changed("- Curated News\n", "- Curated: News\n")],
      ["an unquoted `#`", changed("- '#'\n", "- #\n")],
      [
        "links of another community",
        changed(/\/cardiology/g, "/oncology").replace(/basePath.*/, "basePath: /communities/cardiology/curated-news/"),
      ],
      ["no items", changed(/breadcrumbs:\n(?:- .*\n)+/, "breadcrumbs: []\n")],
      ["nothing", changed(/breadcrumbs:\n(?:- .*\n)+/, "breadcrumbs:\n")],
      ["text in place of the list", changed(/breadcrumbs:\n(?:- .*\n)+/, "breadcrumbs: Home\n")],
      ["faults in both lists", changed("- Home\n", "", changed("- '#'\n", "- '#top'\n"))],
    ] as const) {
      it(`repair ${fault}`, async () => assert.equal(await fixed(text), CLEAN));
    }

    it("mark an unquoted `#`, which starts a comment", async () => {
      await check(changed("- '#'\n", "- #\n# ^ breadcrumb-links\n"));
      const [found] = await diagnose(changed("- '#'\n", "- #\n"));
      assert.equal(found?.messageId, "comment");
    });

    it("follow the style of the list", async () => {
      for (const list of [
        "[Home, Communities, Cardiology, Curated News, A Steady Beat]",
        "\n  - Home\n  - Communities\n  - Cardiology\n  - Curated News\n  - A Steady Beat",
        "\n- \"Home\"\n- 'Communities'\n- Cardiology # the community\n\n- Curated News\n- A Steady Beat",
      ]) {
        const clean = changed(/breadcrumbs:\n(?:- .*\n)+/, `breadcrumbs: ${list}\n`.replace(": \n", ":\n"));
        await check(clean);
        assert.equal(await fixed(changed("Communities", "Community", clean)), clean);
        assert.equal(await fixed(changed("A Steady Beat", "A Beat", clean)), clean);
      }
    });

    it("accept a slash behind the last link but one, and letters and spaces that look the same", async () => {
      await check(changed("- /communities/cardiology/curated-news\n", "- /communities/cardiology/curated-news/\n"));
      await check(changed("title: A Steady Beat", "title: A\u00A0Steady Beat"));
      await check(
        changed(/A Steady Beat/g, "Zoe\u0308 and the Beat")
          .replace(/a-steady-beat/g, "zoë-and-the-beat")
          .replace("- Zoe\u0308", "- Zoë"),
      );
      await check(changed("title: A Steady Beat", "title: |-\n  A Steady Beat"));
    });

    it("take the name of the community from the list of communities", async () => {
      const place = {
        path: ARTICLE,
        site: { ...SITE, "data/communities.yaml": "- slug: cardiology\n  name: \"Women's & Men's Hearts\"\n" },
      };
      assert.match(await report(CLEAN, place), /breadcrumb-labels «Cardiology»/);
      assert.match(await fixed(CLEAN, place), /^- Women's & Men's Hearts$/m);
    });

    it("keep quiet while a line that they follow from is half typed", () =>
      check(changed("title: A Steady Beat", "title: 'A Steady\n#      ^ yaml-syntax")));

    it("offer the repair where the cursor is", async () => {
      const fixes = await quickFixes(changed("- Cardiology\n", "- Card$0io\n"));
      assert.deepEqual(
        fixes.map(({ text, isPreferred }) => [text === CLEAN, isPreferred]),
        [[true, true]],
      );
    });
  });

  describe("where the community is not known", () => {
    const bare = CLEAN.replace(/^(?:basePath|contentCategories|identifier|mastHead|type): .*\n/gm, "")
      .replace("- /communities/cardiology/\n- /communities/cardiology/curated-news\n", "- /news/\n- /news/heart/\n")
      .replace("- /communities/\n", "")
      .replace("- Communities\n- Cardiology\n", "- News\n");
    const found = async (text: string) =>
      (await report(text, ELSEWHERE))
        .split("\n")
        .filter((line) => !line.includes("missing-key"))
        .join("\n");

    it("are content with lists that fit together", async () => assert.equal(await found(bare), ""));

    it("want as many links as labels", async () => {
      assert.equal(await found(changed("- News\n", "", bare)), "11 breadcrumb-structure «breadcrumbs»");
      assert.equal(await found(changed("- /news/\n", "", bare)), "6 breadcrumb-structure «breadcrumbLinks»");
    });

    it("report one break in the chain of links once", async () => {
      assert.equal(
        await found(
          changed(
            "- /news/\n",
            "- /nwes/\n",
            changed("- /\n", "- /\n- /news/\n", changed("- Home\n", "- Home\n- All\n", bare)),
          ),
        ),
        "9 breadcrumb-structure «/news/»",
      );
    });

    it("want `#` as last link and the title as last label", async () => {
      const text = changed("- '#'\n", "- /here\n", changed("- A Steady Beat\n", "- A Beat\n", bare));
      assert.equal(await found(text), "10 breadcrumb-structure «/here»\n15 breadcrumb-structure «A Beat»");
      assert.equal(
        (await fixed(text, ELSEWHERE)).includes(
          "- '#'\nbreadcrumbs:\n- Home\n- News\n- Curated News\n- A Steady Beat\n",
        ),
        true,
      );
    });
  });
});
