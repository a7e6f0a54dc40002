import assert from "node:assert/strict";
import fc from "fast-check";
import type { PageFacts } from "../server/src/service/model/facts.ts";
import { createFactStore, type FactKind, keysOf } from "../server/src/service/model/siteIndex.ts";
import { ARTICLE, CLEAN, changed } from "./fixture.ts";
import { createWorld, SITE, type World } from "./world.ts";

const FOLDER = "content/communities/cardiology/curated-news";
const OTHER = `${FOLDER}/other.md`;

describe("the index of a site", () => {
  const values = fc.constantFrom("/a/", "/b/", "/c/");
  const texts = fc.uniqueArray(values, { maxLength: 3 });
  const facts = fc.record({ permalink: values, aliases: texts, topics: texts, id: values, source: values });
  const steps = fc.array(fc.tuple(fc.constantFrom("1.md", "2.md", "3.md"), fc.option(facts)));
  const kinds: readonly FactKind[] = ["alias", "permalink", "topic", "id", "source"];

  it("finds after any changes what is found in a new one", () => {
    fc.assert(
      fc.property(steps, (changes) => {
        const store = createFactStore();
        const pages = new Map<string, PageFacts>();
        for (const [path, said] of changes) {
          const page = said === null ? undefined : pageOf(path, said);
          store.set(path, page);
          if (page === undefined) pages.delete(path);
          else pages.set(path, page);
        }
        assert.equal(store.size, pages.size);
        for (const kind of kinds) {
          const expected = new Map<string, string[]>();
          for (const page of pages.values())
            for (const [of, value] of keysOf(page))
              if (of === kind) expected.set(value, [...(expected.get(value) ?? []), page.path].toSorted());
          const found = [...store.values(kind)].map(([value, of]) => [value, of.map(({ path }) => path).toSorted()]);
          assert.deepEqual(new Map(found as [string, string[]][]), expected);
        }
      }),
    );
  });

  function pageOf(
    path: string,
    said: { permalink: string; aliases: string[]; topics: string[]; id: string; source: string },
  ) {
    const { permalink, aliases, topics, id, source } = said;
    const article = { archetype: "news", topics, ids: { id }, source, tags: [], authors: [], images: [] };
    return { path, permalink, aliases, article };
  }
});

describe("the index while files change", () => {
  const load = (world: World) => world.service.indexSite(`file:///site/${ARTICLE}`);
  const pages = { ...SITE, [OTHER]: changed("id: 77", "id: 78", changed(/^slug: .*$/m, "slug: other")) };

  /** What is told of changes while steps are taken: the pages that changed, and those that are concerned. */
  async function told(world: World, ...steps: readonly (() => unknown)[]): Promise<readonly string[]> {
    const lines: string[] = [];
    const name = (uri: string) => uri.slice(uri.lastIndexOf("/") + 1);
    world.service.onDidChangeIndex(({ changed, concerned }) => {
      const others = concerned === "all" ? ["all"] : [...concerned].map(name);
      lines.push(`${[...changed].map(name)} > ${others}`);
    });
    for (const step of steps) {
      await step();
      await load(world);
    }
    return lines;
  }

  it("tells once that it is whole", async () => {
    const world = createWorld(pages);
    assert.deepEqual(await told(world, () => load(world)), [" > all"]);
  });

  it("follows what is typed, saved or not, and forgets it when the document is closed", async () => {
    const world = createWorld(pages);
    await load(world);
    const twin = changed("id: 77", "id: 78");
    const document = world.open(ARTICLE, twin);
    const lines = await told(
      world,
      () => world.service.diagnose(document),
      () => world.service.diagnose(document),
      () => world.service.didClose(document.uri),
    );
    const own = ARTICLE.slice(ARTICLE.lastIndexOf("/") + 1);
    assert.deepEqual(lines, [`${own} > other.md`, `${own} > other.md`]);
  });

  it("follows files that come, change and go, one by one and by the folder", async () => {
    const world = createWorld(pages);
    await load(world);
    const lines = await told(
      world,
      () => world.write(ARTICLE, CLEAN),
      () => world.write(OTHER, CLEAN),
      () => world.remove(FOLDER),
    );
    const own = ARTICLE.slice(ARTICLE.lastIndexOf("/") + 1);
    assert.deepEqual(lines, [`${own} > other.md`, `other.md > ${own}`, `other.md,${own} > ${own}`]);
  });

  it("says nothing where a file says the same", async () => {
    const world = createWorld(pages);
    await load(world);
    assert.deepEqual(
      await told(
        world,
        () => world.write(OTHER, `${pages[OTHER]}\nMore.\n`),
        () => world.write("README.md", CLEAN),
      ),
      [],
    );
  });

  it("takes an article that vanished while it was read for none", async () => {
    const world = createWorld({ ...pages, [`${FOLDER}/gone.md`]: undefined });
    await load(world);
    assert.deepEqual(world.logged, []);
  });
});
