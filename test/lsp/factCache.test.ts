import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { createFactCache } from "../../server/src/lsp/factCacheFile.ts";
import type { KeptPage } from "../../server/src/service/languageService.ts";
import { runs } from "../runs.ts";
import { removeFolder, temporaryFolder } from "../temporaryFolder.ts";
import { endSessions, RICH, startSession, until } from "./session.ts";

const siteWriter = new URL("../../../test/bench/site/writeSite.mjs", import.meta.url).href;

/** Long enough ago for a file's time to tell whether it has changed. */
const LONG_AGO = new Date("2026-01-01T00:00:00Z");

describe("Facts kept from one session to the next", () => {
  let folder = "";
  let warnings: string[] = [];
  beforeEach(() => {
    folder = temporaryFolder();
    warnings = [];
  });
  afterEach(async () => {
    await endSessions();
    removeFolder(folder);
  });

  const cacheIn = (path: string) => {
    const warn = (message: string) => void warnings.push(message);
    return createFactCache(path, { program: "dist", log: { debug: warn, info: warn, warn, error: warn } });
  };
  const siteOf = (fingerprint = "as it is") => ({ root: pathToFileURL(folder).href, fingerprint });
  const write = (name: string, text: string): KeptPage => {
    writeFileSync(join(folder, name), text);
    utimesSync(join(folder, name), LONG_AGO, LONG_AGO);
    const stamp = `${Buffer.byteLength(text)} ${LONG_AGO.getTime()}`;
    return { facts: { path: name, aliases: [], title: `${name} é\u2028` }, stamp };
  };
  const only = (path: string): string => {
    const [name = "", ...others] = readdirSync(path);
    assert.deepEqual(others, []);
    return join(path, name);
  };

  it("are those of files that have not changed", async () => {
    const pages = Array.from({ length: 450 }, (_, number) => write(`${number} é.md`, "x"));
    const path = join(folder, "not/there");
    await cacheIn(path).keep(siteOf(), pages);
    assert.deepEqual(await cacheIn(path).recall(siteOf()), pages);

    write("1 é.md", "xy");
    utimesSync(join(folder, "2 é.md"), LONG_AGO, new Date());
    rmSync(join(folder, "3 é.md"));
    const expected = pages.filter((_, number) => ![1, 2, 3].includes(number));
    assert.deepEqual(await cacheIn(path).recall(siteOf()), expected);
    assert.deepEqual(await cacheIn(path).recall(siteOf("another")), []);
    assert.deepEqual(await cacheIn(path).recall({ ...siteOf(), root: "file:///elsewhere" }), []);
    assert.deepEqual(warnings, []);
  });

  it("are none where they are damaged in any way", async () => {
    const cache = cacheIn(join(folder, "cache"));
    await cache.keep(siteOf(), [write("a.md", "x"), write("b.md", "y")]);
    const path = only(join(folder, "cache"));
    const whole = readFileSync(path, "utf8");
    const damage = fc.record({
      at: fc.nat(whole.length - 1),
      remove: fc.nat(9),
      insert: fc.constantFrom("", "x", "\n"),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ at, remove, insert }) => {
        const text = whole.slice(0, at) + insert + whole.slice(at + remove);
        fc.pre(text !== whole);
        writeFileSync(path, text);
        assert.deepEqual(await cache.recall(siteOf()), []);
      }),
      { numRuns: runs(200) },
    );
  });

  it("are told of where they cannot be kept, and nothing else happens", async () => {
    writeFileSync(join(folder, "file"), "");
    const cache = cacheIn(join(folder, "file"));
    await cache.keep(siteOf(), []);
    assert.deepEqual(await cache.recall(siteOf()), []);
    assert.match(warnings.join("\n"), /cannot be kept: .*EEXIST.*\n.*cannot be read: .*ENOTDIR/);
  });

  it("let the server know a large site at once, but for what has changed", async () => {
    const { writeSite } = await import(siteWriter);
    const [site, kept] = [join(folder, "site"), join(folder, "kept")];
    writeSite(site, 600);
    mkdirSync(kept);
    const news = join(
      site,
      "content/communities",
      readdirSync(join(site, "content/communities"))[0] ?? "",
      "curated-news",
    );
    const names = readdirSync(news).filter((name) => name.endsWith(".md"));
    for (const name of ["../_index.md", ...names]) utimesSync(join(news, name), LONG_AGO, LONG_AGO);
    const [first = "", second = ""] = names;

    const indexed = async (cacheFolder: string | false): Promise<string> => {
      const session = await startSession({
        folders: [pathToFileURL(site).href],
        capabilities: RICH,
        initializationOptions: { cacheFolder },
      });
      const { uri } = await session.open(pathToFileURL(join(news, first)).href);
      await session.diagnose(uri);
      const line = await until("it is indexed", () =>
        session.logged.find(({ message }) => message.includes(": indexed ")),
      );
      return line.message.replace(/^.*: | in \d+ ms\.$/g, "");
    };
    assert.equal(await indexed(kept), "indexed 601 pages");
    await until("the facts are kept", () => readdirSync(kept).find((name) => name.endsWith(".jsonl")));
    await endSessions();

    assert.equal(await indexed(false), "indexed 601 pages");
    assert.equal(await indexed(kept), "indexed 601 pages (601 were known)");
    rmSync(join(news, second));
    writeFileSync(join(news, "copy.md"), readFileSync(join(news, first)));
    // What has just changed may change again unnoticed: it is not kept.
    utimesSync(join(news, "copy.md"), new Date(), new Date(Date.now() + 3_600_000));
    assert.equal(await indexed(kept), "indexed 601 pages (600 were known)");
    writeFileSync(only(kept), `${readFileSync(only(kept), "utf8")}x`);
    assert.equal(await indexed(kept), "indexed 601 pages");
  });
});
