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

  it("looks whether the file of a document is still there when that is closed", async () => {
    const world = createWorld(pages);
    await load(world);
    const document = world.open(OTHER, pages[OTHER].replace("id: 78", "id: 79"));
    await world.service.diagnose(document);
    world.vanish(OTHER);
    const lines = await told(world, () => world.service.didClose(document.uri));
    assert.deepEqual(lines, ["other.md > ", "other.md > "]);
  });

  it("counts a document no more once its file has gone, though an editor still holds it, until that is back", async () => {
    const world = createWorld({ ...pages, [ARTICLE]: CLEAN });
    await load(world);
    const articles = async () => {
      const { nodes } = await world.service.siteTree("file:///site", ["file:///site"], () => undefined);
      return nodes[0]?.articles;
    };
    assert.equal(await articles(), 2);
    for (const id of ["id: 79", "id: 77"]) {
      await world.service.diagnose(world.open(OTHER, pages[OTHER].replace("id: 78", id)));
      assert.equal(await articles(), id === "id: 79" ? 2 : 1);
      world.write(OTHER, undefined);
      await load(world);
      assert.equal(await articles(), 1);
    }
    assert.deepEqual((await world.service.diagnose(world.document(ARTICLE, CLEAN))).length, 0);
    world.write(OTHER, pages[OTHER]);
    await load(world);
    assert.equal(await articles(), 2);
    const found = (await world.service.diagnose(world.document(ARTICLE, CLEAN))).map(({ ruleId }) => ruleId);
    assert.ok(found.includes("duplicate-id"), "the document has the other's id, its file has not");
  });

  it("takes a document for closed that is typed in and closed while it is read", async () => {
    const world = createWorld(pages);
    await load(world);
    const document = { ...world.open(ARTICLE, changed("id: 77", "id: 78")) };
    const lines = await told(world, async () => {
      const diagnosed = world.service.diagnose(document);
      Object.assign(document, { version: document.version + 1 });
      world.service.didClose(document.uri);
      await diagnosed;
    });
    assert.deepEqual(lines, []);
  });

  it("takes a document for closed that is closed while it is read", async () => {
    const world = createWorld(pages);
    await load(world);
    const document = world.open(ARTICLE, changed("id: 77", "id: 78"));
    const lines = await told(world, async () => {
      const diagnosed = world.service.diagnose(document);
      world.service.didClose(document.uri);
      await diagnosed;
    });
    assert.deepEqual(lines, []);
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
    assert.deepEqual(lines, [`${own} > other.md`, `other.md > ${own}`, `other.md,${own} > `]);
  });

  it("looks into folders that come while others are looked into, or while all is read for the first time", async () => {
    const world = createWorld(pages);
    const folderOf = (community: string) => `content/communities/${community}/curated-news`;
    const bring = (community: string) => world.add(folderOf(community), { "new.md": CLEAN });
    const reading = load(world);
    bring("oncology");
    await reading;
    const lines = await told(world, () => {
      bring("nephrology");
      bring("neurology");
    });
    assert.equal(lines.length, 2);
    const document = world.document(ARTICLE, CLEAN);
    const found = (await world.service.diagnose(document)).find(({ ruleId }) => ruleId === "duplicate-id");
    assert.deepEqual(found?.related.map((place) => place.document?.uri.split("/").at(-3)).toSorted(), [
      "nephrology",
      "neurology",
      "oncology",
    ]);
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

  it("follows a folder that comes at once, whatever its name", async () => {
    const world = createWorld({ ...pages, "content/communities/v1.2/curated-news/a.md": CLEAN });
    await load(world);
    const lines = await told(world, () => world.remove("content/communities/v1.2"));
    assert.deepEqual(lines, ["a.md > other.md"]);
    world.add("content/communities/v1.3", { "curated-news/b.md": pages[OTHER] ?? "" });
    assert.deepEqual(await told(world, () => undefined), ["b.md > other.md"]);
  });

  it("forgets the images of a folder that is gone", async () => {
    const world = createWorld({ ...SITE, [ARTICLE]: CLEAN });
    const document = world.open(ARTICLE, CLEAN);
    const rules = async () => (await world.service.diagnose(document)).map(({ ruleId }) => ruleId);
    assert.deepEqual(await rules(), []);
    world.remove("static");
    assert.deepEqual(await rules(), ["image-missing"]);
  });

  it("reads again at once what thousands of changes name", async () => {
    const names = Array.from({ length: 5000 }, (_, number) => `${FOLDER}/${number}.md`);
    const world = createWorld({ ...pages, ...Object.fromEntries(names.map((name) => [name, CLEAN])) });
    await load(world);
    const changed = Object.fromEntries(names.map((name) => [name, pages[OTHER] ?? ""]));
    const lines = await told(world, () => world.writeAll(changed));
    assert.equal(lines.length, 1);
  });

  it("says which listed files cannot be read, in one line, and is whole without them", async () => {
    const broken = Array.from({ length: 7 }, (_, number) => `${FOLDER}/link-${number}.md`);
    const world = createWorld(
      { ...pages, ...Object.fromEntries(broken.map((path) => [path, CLEAN])) },
      { unreadable: broken },
    );
    assert.deepEqual(await told(world, () => load(world)), [" > all"]);
    assert.equal(world.logged.length, 1);
    assert.match(world.logged[0] ?? "", /cannot read .*link-0\.md, .*link-4\.md and 2 more\.$/);
  });

  it("stops when nobody wants it any more, is not whole then, and goes on when asked again", async () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, number) => [`${FOLDER}/${number}.md`, CLEAN]));
    const world = createWorld({ ...pages, ...many });
    const signal = { aborted: false };
    const stop = (done: number) => {
      if (done >= 64) signal.aborted = true;
    };
    const lines: string[] = [];
    world.service.onDidChangeIndex(() => void lines.push("whole"));
    await world.service.indexSite(`file:///site/${ARTICLE}`, stop, signal);
    lines.push("stopped");
    await load(world);
    assert.deepEqual(lines, ["stopped", "whole"]);
  });

  it("leaves what was stopped in the background for later", async () => {
    const world = createWorld(pages);
    let readings = 0;
    world.service.onDidStartIndexing((reading) => {
      if (readings++ === 0) reading.stop();
    });
    const document = world.open(ARTICLE, CLEAN);
    const lines: string[] = [];
    world.service.onDidChangeIndex(() => void lines.push("whole"));
    for (let time = 0; time < 3; time++) {
      await world.service.diagnose(document);
      await new Promise((done) => setImmediate(done));
    }
    assert.deepEqual([readings, ...lines], [1]);
    await load(world);
    assert.deepEqual([readings, ...lines], [2, "whole"]);
  });

  it("takes an article that vanishes later for none, without a word", async () => {
    const world = createWorld(pages);
    await load(world);
    assert.deepEqual(await told(world, () => world.write(OTHER, undefined)), ["other.md > "]);
    assert.deepEqual(world.logged, []);
  });
});
