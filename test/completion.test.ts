import assert from "node:assert/strict";
import { parseFrontMatter } from "../server/src/service/document/frontMatter.ts";
import { applyEdits } from "../server/src/service/document/span.ts";
import { ARTICLE, accept, CLEAN, changed, complete } from "./fixture.ts";
import { createWorld } from "./world.ts";

const NEW_ARTICLE = "---\narchetype: news\n$0\n---\n\n<p>Body.</p>\n";
const GARTNER = /- 'Gartner: .*\n/;
const TOPICS = /communityTopics:\n(?:- .*\n)+/;

describe("completion of keys", () => {
  it("offers the required ones first, then the others, then Hugo's own", async () => {
    const details = (await complete(NEW_ARTICLE)).map(({ detail }) => detail);
    assert.deepEqual([...new Set(details)], ["required", "optional", "Hugo"]);
    assert.deepEqual(
      details,
      details.toSorted((a, b) => order(a) - order(b)),
    );
  });

  it("leaves out those that stand there, in any letter case", async () => {
    const labels = await labelsAt("---\narchetype: news\nTitle: A\n$0\n---\n");
    assert.equal(labels.includes("archetype"), false);
    assert.equal(labels.includes("title"), false);
    assert.equal(labels.includes("slug"), true);
  });

  it("offers nested ones at their indentation", async () => {
    assert.deepEqual(await labelsAt(changed("  valid: true\n", "  $0\n")), ["valid"]);
    assert.deepEqual(await labelsAt(changed("  valid: true\n", "  va$0\n")), ["valid"]);
    assert.deepEqual(await labelsAt(changed("    fileName: beat.png\n", "    $0\n")), ["fileName"]);
    assert.deepEqual(await labelsAt("---\narchetype: news\nlink:\n  $0\n---\n"), ["brand", "href", "original"]);
  });

  it("renames a key and keeps its value", async () => {
    assert.equal(await accept(changed("searchCategory: News", "sear$0chCategry: News"), "searchCategory"), CLEAN);
    assert.equal(await accept(changed("  format: PNG", "  fo$0: PNG"), "format"), CLEAN);
    assert.equal(await accept(changed("tags:\n- news", "ta$0\n- news"), "tags"), CLEAN);
    assert.equal(await accept(changed("featuredImage:\n", "feat$0\n"), "featuredImage"), CLEAN);
  });

  describe("writes the shape of the value", () => {
    for (const [key, snippet] of [
      ["owlType", "owlType: Medigy Communities"],
      ["basePath", "basePath: /communities/cardiology/curated-news/"],
      ["title", `title: ${hole(1, "Title")}`],
      ["date", `date: '${hole(1, "Date")}'`],
      ["id", `id: ${hole(1, "4127")}`],
      ["author", `author:\n- ${hole(1, "Author")}`],
      ["communityTopics", "communityTopics:\n- $0"],
      ["draft", "draft: $0"],
      [
        "link",
        `link:\n  brand: ${hole(1, "Brand")}\n  href: ${hole(2, "Clean address")}\n  original: ${hole(3, "Original address")}`,
      ],
      ["build", "build:\n  $0"],
    ] as const) {
      it(key, async () => {
        const item = (await complete(NEW_ARTICLE)).find(({ label }) => label === key);
        assert.equal(item?.snippet, snippet);
        assert.equal(item.suggestsNext, snippet.includes("$0") ? true : undefined);
      });
    }

    it("with the line breaks of the text", async () => {
      const item = (await complete(NEW_ARTICLE.replaceAll("\n", "\r\n"))).find(({ label }) => label === "author");
      assert.equal(item?.snippet, `author:\r\n- ${hole(1, "Author")}`);
    });
  });

  it("works while front matter is not closed", async () => {
    assert.ok((await labelsAt("---\narchetype: news\nti$0\n")).includes("title"));
    assert.ok((await labelsAt("---\n$0\n\n<p>Body</p>\n")).includes("archetype"));
  });
});

describe("completion of values", () => {
  it("offers the allowed ones", async () => {
    const formats = ["PNG", "JPEG", "GIF", "WEBP", "SVG", "AVIF"];
    for (const typed of [" $0", " P$0", " 'P$0'", "$0"]) {
      assert.deepEqual(await labelsAt(changed("format: PNG", `format:${typed}`)), formats, typed);
    }
    assert.deepEqual(await labelsAt(changed("valid: true", "valid: $0")), ["true", "false"]);
    assert.deepEqual(await labelsAt(changed("searchCategory: News", "searchCategory: $0")), ["News"]);
  });

  it("adds the space that a colon or a dash needs", async () => {
    assert.equal(await accept(changed("format: PNG", "format:$0"), "PNG"), CLEAN);
    assert.equal(await accept(changed("- Home\n", "-$0\n"), "Home"), CLEAN);
  });

  it("offers the derived one first", async () => {
    for (const [key, value] of [
      ["slug", "heart-news-a-steady-beat"],
      ["aliases", "/news/a-steady-beat"],
      ["identifier", "Cardiology"],
      ["mastHead", "Cardiology CoP"],
      ["type", "communities/medigy-cardiology"],
    ] as const) {
      const fixture = changed(new RegExp(`^${key}: .*`, "m"), `${key}: $0`);
      assert.equal((await labelsAt(fixture))[0], value);
      assert.equal(await accept(fixture, value), CLEAN);
    }
  });

  it("offers the breadcrumb of its place first, and a whole list where none is", async () => {
    assert.equal((await labelsAt(changed("- Cardiology\n", "- $0\n")))[0], "Cardiology");
    assert.equal((await labelsAt(changed("- A Steady Beat\n", "- $0\n")))[0], "A Steady Beat");
    assert.equal(await accept(changed("- '#'\n", "- $0\n"), "#"), CLEAN);
    const [whole] = await labelsAt(changed(/breadcrumbs:\n(?:- .*\n)+/, "breadcrumbs: $0\n"));
    assert.equal(await accept(changed(/breadcrumbs:\n(?:- .*\n)+/, "breadcrumbs: $0\n"), whole ?? ""), CLEAN);
  });

  it("works while another line is broken", async () => {
    const other = changed("- '#'\n", "- '#\n");
    assert.equal((await labelsAt(changed("format: PNG", "format: $0", other))).length, 6);
    assert.equal((await labelsAt(changed("- Cardiology\n", "- $0\n", other)))[0], "Cardiology");
  });
});

describe("completion of topics", () => {
  for (const typed of [
    "-",
    "- ",
    "- Da",
    "- Gartner: D",
    "- '",
    "- ''",
    "- 'Gart",
    "- 'Gartner: D'",
    '- "',
    '- "Gartner: D"',
  ]) {
    it(`takes what is typed: ${typed}`, async () => {
      const cursor =
        /["']["']$|[^"']["']$/.test(typed) && typed.length > 3 ? typed.replace(/["']$/, "$0$&") : `${typed}$0`;
      const text = await accept(changed(GARTNER, `${cursor}\n`), "Gartner: Data Management (DM)");
      const written = typed.includes('"') ? changed(GARTNER, '- "Gartner: Data Management (DM)"\n') : CLEAN;
      assert.equal(text, written);
      assert.equal(
        await accept(changed(GARTNER, `${cursor}\n`).replaceAll("\n", "\r\n"), "Gartner: Data Management (DM)"),
        written.replaceAll("\n", "\r\n"),
      );
    });
  }

  it("groups them by scheme, and says what they mean", async () => {
    const items = await complete(changed(TOPICS, "communityTopics:\n- $0\n"));
    assert.deepEqual(
      items.map(({ label, detail }) => [detail, label]),
      [
        ["Medigy", "Medigy: Telehealth"],
        ["Medigy", "Medigy: Interoperability"],
        ["Healthcare IT News", "Healthcare IT News: Blockchain"],
        ["Gartner", "Gartner: Data Management (DM)"],
        ["Gartner", "Gartner: Interoperability"],
      ],
    );
    assert.match(items[0]?.documentation ?? "", /Care given at a distance/);
    assert.match(items[0]?.filterText ?? "", /Telemedicine/);
  });

  it("leaves out those that are listed, deprecated or replaced", async () => {
    const labels = await labelsAt(changed(GARTNER, "- $0\n"));
    for (const topic of ["Medigy: Telehealth", "Medigy: Telecare", "Medigy: Teletext"])
      assert.equal(labels.includes(topic), false);
    assert.ok(
      (await labelsAt(changed("'Medigy: Telehealth'", "'Medigy: Tele$0health'"))).includes("Medigy: Telehealth"),
    );
  });

  for (const [list, accepted] of [
    [" [$0]", " ['Gartner: Interoperability']"],
    [" ['Medigy: Telehealth', $0]", " ['Medigy: Telehealth', 'Gartner: Interoperability']"],
    [" ['Medigy: Telehealth', 'Ga$0]", " ['Medigy: Telehealth', 'Gartner: Interoperability']"],
    [" [Ga$0, 'Medigy: Telehealth']", " ['Gartner: Interoperability', 'Medigy: Telehealth']"],
    [' ["Medigy: Telehealth", "Ga$0"]', ' ["Medigy: Telehealth", "Gartner: Interoperability"]'],
    [" ['Medigy: Telehealth', Ga$0", " ['Medigy: Telehealth', 'Gartner: Interoperability'"],
    [
      " [\n  'Medigy: Telehealth', # first\n  $0\n]",
      " [\n  'Medigy: Telehealth', # first\n  'Gartner: Interoperability'\n]",
    ],
    ["\n  - 'Medigy: Telehealth'\n  - $0", "\n  - 'Medigy: Telehealth'\n  - 'Gartner: Interoperability'"],
    [" $0", "\n- 'Gartner: Interoperability'"],
  ] as const) {
    it(`writes them into a list as it is: ${JSON.stringify(list)}`, async () => {
      const fixture = changed(TOPICS, `communityTopics:${list}\n`);
      assert.equal(
        await accept(fixture, "Gartner: Interoperability"),
        changed(TOPICS, `communityTopics:${accepted}\n`),
      );
      assert.equal((await labelsAt(fixture)).includes("Medigy: Telehealth"), !list.includes("Telehealth"));
    });
  }
});

describe("completion", () => {
  it("keeps quiet where nothing is to be completed", async () => {
    for (const fixture of [
      changed("<p>A heart", "<p>ti$0"),
      changed("id: 77", "# ti$0\nid: 77"),
      changed("id: 77", "id: 77 # $0"),
      changed(/description: [\s\S]*?found\.\n/, "description: |\n  ti$0\n"),
      changed("calls when", "ca$0lls when"),
      changed("title: A Steady", "title: A$0 Steady"),
      changed("- Home\n", "$0- Home\n"),
      changed("- Communities\n", "$0\n- Communities\n"),
      changed("  format: PNG\n", "$0\n  format: PNG\n"),
      changed("featuredImage:\n", "featuredImage: $0\n"),
      changed("\n---\n\n<p>", "\n$0---\n\n<p>"),
      "---$0\ntitle: A\n---\n",
      '+++\nti$0 = "A"\n+++\n',
    ]) {
      assert.deepEqual(await labelsAt(fixture), [], fixture);
    }
    assert.deepEqual(await labelsAt("---\nti$0\n---\n", { path: "README.md" }), []);
  });

  it("never spoils an article, whatever is accepted at a line's start or end, or beside a value", async () => {
    for (const text of [CLEAN, CLEAN.replaceAll("\n", "\r\n")]) {
      const world = createWorld();
      const document = world.document(ARTICLE, text);
      const places = [...text.matchAll(/^|$|(?<=[:-] ?)(?= ?\S)/gm)].map(({ index }) => index);
      for (const offset of new Set(places)) {
        for (const { edit, snippet, label } of await world.service.complete(document, offset)) {
          assert.ok(edit.start <= offset && offset <= edit.end, label);
          for (const newText of [edit.newText, filled(snippet ?? edit.newText)]) {
            const after = applyEdits(text, [{ ...edit, newText }]);
            assert.deepEqual(parseFrontMatter(after)?.problems, [], `${label} at ${offset}\n${after}`);
          }
        }
      }
    }
  });
});

async function labelsAt(...args: Parameters<typeof complete>): Promise<readonly string[]> {
  return (await complete(...args)).map(({ label }) => label);
}

/** A place to fill in a snippet. */
function hole(place: number, name: string): string {
  return `\${${place}:${name}}`;
}

/** A snippet with its places filled by their names. */
function filled(snippet: string): string {
  return snippet.replace(/\$\{\d:?([^}]*)\}|\$\d/g, "$1").replace(/\\([$}\\])/g, "$1");
}

function order(detail: string | undefined): number {
  return ["required", "optional", "Hugo"].indexOf(detail ?? "");
}
