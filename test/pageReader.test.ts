import assert from "node:assert/strict";
import fc from "fast-check";
import type { PageReader, ReadPage } from "../server/src/service/languageService.ts";
import { runs } from "./runs.ts";
import { createWorld, SITE, type World } from "./world.ts";

const FOLDER = "content/communities/cardiology/curated-news";
const COUNT = 1000;

/** An article that says little. */
const article = (title: string) => `---\narchetype: news\ntitle: ${title}\n---\n`;

const pathOf = (number: number) => `${FOLDER}/${number}.md`;

const FILES = {
  ...SITE,
  ...Object.fromEntries(Array.from({ length: COUNT }, (_, number) => [pathOf(number), article(`Title ${number}`)])),
};

describe("a site whose pages are read elsewhere", () => {
  /** What happens to one of the pages that are read elsewhere. */
  const event = fc.record({
    number: fc.nat(COUNT - 1),
    what: fc.constantFrom("changes before it is read", "changes after it is read", "goes", "is not given"),
  });
  const reading = fc.record({
    events: fc.uniqueArray(event, { selector: ({ number }) => number, maxLength: 8 }),
    size: fc.integer({ min: 1, max: COUNT }),
    isBackwards: fc.boolean(),
  });

  it("is indexed as if they were read here, whatever happens meanwhile", async () => {
    await fc.assert(
      fc.asyncProperty(reading, async ({ events, size, isBackwards }) => {
        const that = (what: string) => events.filter((each) => each.what === what).map(({ number }) => pathOf(number));
        const elsewhere = createWorld(FILES);
        const pageReader: PageReader = {
          async read(site, paths, take) {
            for (const path of that("changes before it is read")) {
              elsewhere.write(path, article("Changed"));
              world.write(path, article("Changed"));
            }
            const read = (await elsewhere.service.readPages(site, paths)) ?? [];
            for (const path of that("changes after it is read")) world.write(path, article("Changed"));
            for (const path of that("goes")) world.write(path, undefined);
            const withheld = new Set(that("is not given"));
            const given = read.filter(({ path }) => !withheld.has(path));
            if (isBackwards) given.reverse();
            for (let start = 0; start < given.length; start += size) {
              take(copied(given.slice(start, start + size)));
              await Promise.resolve();
            }
          },
        };
        const world = createWorld(FILES, { pageReader });
        const expected = new Map(Array.from({ length: COUNT }, (_, number) => [pathOf(number), `Title ${number}`]));
        for (const what of ["changes before it is read", "changes after it is read"])
          for (const path of that(what)) expected.set(path, "Changed");
        for (const path of that("goes")) expected.delete(path);
        assert.deepEqual(await titlesIn(world), expected);
      }),
      { numRuns: runs(8) },
    );
  });

  it("does not keep the pages of a folder that went, or was moved, after they were read", async () => {
    const away = "content/communities/oncology/curated-news";
    const elsewhere = createWorld(FILES);
    const pageReader: PageReader = {
      async read(site, paths, take) {
        const pages = copied((await elsewhere.service.readPages(site, paths)) ?? []);
        take(pages.slice(0, 300));
        world.remove(FOLDER);
        world.add(away, { "moved.md": article("Moved") });
        take(pages.slice(300));
      },
    };
    const world = createWorld(FILES, { pageReader });
    assert.equal((await titlesIn(world)).size, 0);
    assert.deepEqual(await titlesIn(world, "oncology"), new Map([[`${away}/moved.md`, "Moved"]]));
  });

  it("is read where it is known to the reader otherwise, or the reader gives nothing", async () => {
    const other = createWorld({ ...FILES, "curated-content.yaml": "hugo: '0.147'\n" });
    const given: (readonly ReadPage[] | undefined)[] = [];
    const pageReader: PageReader = {
      read: async (site, paths) => void given.push(await other.service.readPages(site, paths)),
    };
    const world = createWorld(FILES, { pageReader });
    assert.equal((await titlesIn(world)).size, COUNT);
    assert.deepEqual(given, [undefined]);
  });

  it("is read on from where somebody stopped it", async () => {
    const signal = { aborted: false };
    const asked: number[] = [];
    const elsewhere = createWorld(FILES);
    const pageReader: PageReader = {
      async read(site, paths, take, isStopped) {
        asked.push(paths.length);
        const pages = copied((await elsewhere.service.readPages(site, paths)) ?? []);
        if (asked.length === 1) take(pages.slice(0, 300));
        signal.aborted = asked.length === 1;
        assert.equal(isStopped(), signal.aborted);
        take(pages.slice(300, 400));
      },
    };
    const world = createWorld(FILES, { pageReader });
    assert.equal(await world.service.indexSite(`file:///site/${pathOf(0)}`, undefined, signal), false);
    assert.equal((await titlesIn(world)).size, COUNT);
    // What is left is too little to be read elsewhere.
    assert.deepEqual(asked, [COUNT]);
  });

  /** As they come from another thread. */
  function copied(pages: readonly ReadPage[]): readonly ReadPage[] {
    return JSON.parse(JSON.stringify(pages)) as readonly ReadPage[];
  }

  /** The titles of all articles of a community that the index knows, by their paths. */
  async function titlesIn({ service }: World, community = "cardiology"): Promise<ReadonlyMap<string, string>> {
    await service.indexSite(`file:///site/${pathOf(0)}`);
    const steps = ["file:///site", "communities", community, "news"];
    const { nodes } = await service.siteTree("file:///site", steps, () => undefined);
    return new Map(nodes.map(({ uri = "", label }) => [uri.slice("file:///site/".length), label]));
  }
});
