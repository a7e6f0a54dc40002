import assert from "node:assert/strict";
import { CLEAN, changed, check, diagnose, fixed, quickFixes, report } from "./fixture.ts";
import { IMAGE, SITE } from "./world.ts";

// What an author meant who wrote another key, or none.

describe("a key that articles have, if only empty", () => {
  it("is a warning where its value is known, and information where it is not", async () => {
    const severities = async (text: string) => (await diagnose(text)).map(({ severity }) => severity);
    assert.deepEqual(await severities(changed("status: ''\n", "")), ["warning"]);
    assert.deepEqual(await severities(changed(/ {2}wpAttachment:\n(?: {4}.*\n)+/, "")), ["information"]);
  });

  it("can be added with what belongs into it, where that is not known", async () => {
    const [fix] = await quickFixes(changed(/ {2}wpAttachment:\n(?: {4}.*\n)+/, "").replace("featured", "featured$0"));
    assert.equal(fix?.title, "Add `wpAttachment`");
    assert.match(fix?.text ?? "", /\n {2}wpAttachment:\n {4}fileName: ''\n {4}link: ''\n/);
  });

  it("is not missing where it has only slipped out of its mapping", async () => {
    const text = changed(
      "  wpAttachment:\n    fileName: beat.png\n    link:",
      "wpAttachment:\n  fileName: beat.png\n  link:",
    );
    assert.equal(await report(text), "36 unknown-key «wpAttachment»");
    assert.equal(await fixed(text), CLEAN);
  });
});

describe("an unknown key with the value of a missing one", () => {
  it("is not it where another unknown key has that value, too", async () => {
    const address = "https://www.heart-news.example/2021/steady-beat";
    const text = changed("  href: https", "  url: https").replace("  original:", `  page: ${address}\n  original:`);
    assert.doesNotMatch(await report(text), /misspelled-key/);
  });

  it("is not it where it has another value", async () => {
    const text = changed("sub: brief", "kind: long");
    assert.doesNotMatch(await report(text), /misspelled-key/);
  });
});

describe("a key without its colon", () => {
  it("is known where its value holds another", async () => {
    const title = "Beats: A Steady One";
    const clean = CLEAN.replaceAll("A Steady Beat", `'${title}'`)
      .replace("/news/a-steady-beat", "/news/beats-a-steady-one")
      .replace("-a-steady-beat", "-beats-a-steady-one");
    assert.equal(await report(clean), "");
    for (const written of [`title ${title}`, `title:${title}`]) {
      const text = changed(`title: '${title}'`, written, clean);
      assert.match(await report(text), /^61 misspelled-key «title.Beats»$/);
      assert.equal(await fixed(text), clean);
    }
  });
});

describe("an item that stands deeper than its list", () => {
  it("is text of the item above only where that line is long enough to be folded", async () => {
    const long = "A clinic that watches over hearts from afar, and from near";
    const text = (name: string) => changed("author:\n- Dana", `author:\n- ${name}\n  - Dana`);
    assert.equal(await report(text(long)), "");
    assert.equal(await report(text("A clinic")), "6 yaml-syntax «- Dana @care-desk.example»");
  });
});

describe("a list whose length is fixed", () => {
  // Without the file nobody knows its size.
  const site = { ...SITE, [IMAGE]: undefined };
  const problemsOf = async (text: string) =>
    (await report(text, { site })).split("\n").filter((line) => !line.includes("image-missing"));

  it("has one problem where all its items have the same", async () => {
    const zeros = changed("  - 640\n  - 320", "  - 0\n  - 0");
    const quoted = changed("  - 640\n  - 320", "  - '640'\n  - '320'");
    assert.deepEqual(await problemsOf(zeros), ["32 invalid-value «0»"]);
    assert.deepEqual(await problemsOf(quoted), ["32 wrong-type «'640'»"]);
    assert.equal(await fixed(quoted, { site }), CLEAN);
  });

  it("has two where its items have different ones", async () => {
    const text = changed("  - 640\n  - 320", "  - 0\n  - '320'");
    assert.deepEqual(await problemsOf(text), ["32 invalid-value «0»", "33 wrong-type «'320'»"]);
  });
});

describe("the name of an article's file", () => {
  const folder = "content/communities/cardiology/curated-news";

  it("is said to differ where it is no UUID", () => {
    const fixture = CLEAN.replace(/(mdName: )(.*)\n/, "$1$2\n#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ file-name\n");
    return check(fixture, { path: `${folder}/steady-beat.md` });
  });

  it("may end in a language, be that of a folder's page, or stand elsewhere", async () => {
    for (const path of [
      `${folder}/3f2b1c4d-0000-5000-8000-000000000001.de.md`,
      `${folder}/3f2b1c4d-0000-5000-8000-000000000001/index.md`,
      "content/communities/cardiology/drafts/steady-beat.md",
    ])
      assert.doesNotMatch(await report(CLEAN, { path }), /file-name/, path);
  });
});

describe("the name of a rule", () => {
  it("is called so where it is wrong", async () => {
    const text = "rules:\n  derived-vaule: off\n  astrology: off\n";
    const found = await diagnose(text, { path: "curated-content.yaml" });
    assert.deepEqual(
      found.map(({ severity, message }) => `${severity}: ${message}`),
      [
        "warning: There is no rule `derived-vaule`. Is `derived-value` meant?",
        "warning: There is no rule `astrology`.",
      ],
    );
  });
});
