import assert from "node:assert/strict";
import fc from "fast-check";
import { fitOf } from "../server/src/service/model/text/typedLetters.ts";
import { ARTICLE, CLEAN, changed } from "./fixture.ts";
import { createWorld, SITE, type World } from "./world.ts";

const FOLDER = "content/communities/cardiology/curated-news";
const PAGES = {
  ...SITE,
  [ARTICLE]: CLEAN,
  "content/communities/cardiology/_index.md": "---\ntitle: All about hearts\n---\n",
  [`${FOLDER}/other.md`]: "---\narchetype: news\ntitle: Bad Beat\nid: 4711\nslug: bad\nmdName: x\n---\n",
  [`${FOLDER}/untitled.md`]: "---\narchetype: news\n---\n",
};

/** What is found, each as `name (kind) container file`. */
async function search(query: string, world: World = createWorld(PAGES)): Promise<readonly string[]> {
  const found = await world.service.workspaceSymbols(query);
  return found.map(
    ({ name, kind, container, uri }) => `${name} (${kind}) ${container ?? "-"} ${uri.slice(uri.lastIndexOf("/") + 1)}`,
  );
}

describe("the search over all pages", () => {
  const own = ARTICLE.slice(ARTICLE.lastIndexOf("/") + 1);

  it("finds articles by title, those first that begin so", async () => {
    assert.deepEqual(await search("beat"), [
      "Bad Beat (article) Cardiology other.md",
      `A Steady Beat (article) Cardiology ${own}`,
      "All about hearts (page) /communities/cardiology/ _index.md",
    ]);
    assert.deepEqual(await search("bad b"), ["Bad Beat (article) Cardiology other.md"]);
    assert.deepEqual((await search("stdybt"))[0], `A Steady Beat (article) Cardiology ${own}`);
  });

  it("finds articles by id, file id and slug, and shows what it found", async () => {
    assert.deepEqual(await search("4711"), ["Bad Beat (4711) (article) Cardiology other.md"]);
    assert.deepEqual(await search("3f2b1c4d"), [
      `A Steady Beat (3f2b1c4d-0000-5000-8000-000000000001) (article) Cardiology ${own}`,
    ]);
    assert.deepEqual(await search("heart-news-a"), [
      `A Steady Beat (heart-news-a-steady-beat) (article) Cardiology ${own}`,
    ]);
    assert.deepEqual(await search("untitled.md"), [
      `content/communities/cardiology/curated-news/untitled.md (article) Cardiology untitled.md`,
    ]);
  });

  it("finds sections, communities and topics, these by their other names, too", async () => {
    assert.deepEqual(await search("all about"), ["All about hearts (page) /communities/cardiology/ _index.md"]);
    assert.deepEqual(await search("oncology & hope"), ["Oncology & Hope (community) - communities.yaml"]);
    assert.deepEqual(await search("virtual"), ["Medigy: Telehealth (Virtual Care) (topic) Medigy topics.yaml"]);
  });

  it("finds everything where nothing is typed, and nothing that nobody has", async () => {
    assert.equal((await search("")).length, 3 + 4 + 7);
    assert.deepEqual(await search("zzz"), []);
  });

  it("gives no more than anybody reads, the best of all first", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 900 }, (_, index) => [`${FOLDER}/${index}.md`, `---\ntitle: About beats ${index}\n---\n`]),
    );
    const found = await search("bad", createWorld({ ...PAGES, ...many }));
    assert.ok(found.length <= 300);
    assert.equal(found[0], "Bad Beat (article) Cardiology other.md");
  });

  it("knows what is typed and not saved", async () => {
    const world = createWorld(PAGES);
    await world.service.diagnose(world.open(ARTICLE, changed("title: A Steady", "title: Zigzag")));
    assert.deepEqual(await search("zigzag", world), [`Zigzag Beat (article) Cardiology ${own}`]);
  });

  it("leaves sites out that are switched off", async () => {
    assert.deepEqual(await createWorld(PAGES).service.workspaceSymbols("beat", async () => false), []);
  });

  it("knows the place of each in its file", async () => {
    const world = createWorld(PAGES);
    const lastLine = SITE["data/topics.yaml"]?.trimEnd().split("\n").length;
    const placeOf = async (query: string) => {
      const [symbol] = await world.service.workspaceSymbols(query);
      assert.ok(symbol);
      const place = await world.service.placeOfSymbol(symbol);
      const { text = "", start = 0, end = 0 } = place ?? {};
      return `${text.slice(0, start).split("\n").length} ${text.slice(start, end)}`;
    };
    assert.equal(await placeOf("4711"), "3 Bad Beat");
    assert.equal(await placeOf("Gartner: Interop"), `${lastLine} Interoperability`);
    assert.equal(await placeOf("Oncology & Hope"), "5 oncology");
    assert.equal(await placeOf("All about hearts"), "1 ");
  });
});

describe("typed letters", () => {
  it("fit the better the nearer they stand to how a text begins", () => {
    const fits = ["beat it", "a beat", "heartbeat", "bad elephants attack", "bat"].map((text) => fitOf("beat", text));
    assert.deepEqual(fits, [0, 1, 2, 3, undefined]);
    assert.equal(fitOf("é b", "Café Bar"), 2);
    assert.equal(fitOf("", "anything"), 0);
  });

  it("fit every text that they were left of", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ unit: "grapheme", maxLength: 3 }), fc.boolean())), (parts) => {
        const text = parts.map(([part]) => part).join("");
        const lower = text.toLowerCase();
        const left = [...lower].filter((_, index) => parts[index]?.[1] !== false).join("");
        assert.notEqual(fitOf(left, text), undefined);
      }),
    );
  });
});
