import assert from "node:assert/strict";
import { readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { compileSchema } from "../../schemas/compileSchema.ts";
import { builtIns } from "../../schemas/index.ts";
import type { Files } from "../../server/src/lsp/clientWorkspace.ts";
import { createNodeFiles } from "../../server/src/lsp/nodeWorkspace.ts";
import { createPageReader } from "../../server/src/lsp/pageThreads.ts";
import {
  createLanguageService,
  type LanguageService,
  type PageReader,
  type ReadPage,
  type SiteKey,
} from "../../server/src/service/languageService.ts";
import { removeFolder, temporaryFolder } from "../temporaryFolder.ts";
import { endSessions, RICH, SERVER, startSession, until } from "./session.ts";

const benchSite = new URL("../../../test/bench/site/writeSite.mjs", import.meta.url).href;

/** Enough for other threads. */
const COUNT = 1200;

describe("Pages that other threads read", () => {
  let folder = "";
  let article = "";
  let warnings: string[] = [];
  before(async () => {
    folder = temporaryFolder();
    const { writeSite, writtenArticle } = await import(benchSite);
    writeSite(folder, COUNT);
    // Long enough ago for a file's time to tell whether it has changed.
    const written = new Date("2026-01-01T00:00:00Z");
    for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" }))
      utimesSync(join(folder, path), written, written);
    article = pathToFileURL(writtenArticle(folder)).href;
  });
  beforeEach(() => {
    warnings = [];
  });
  afterEach(endSessions);
  after(() => removeFolder(folder));

  const warn = (message: string) => void warnings.push(message);
  const log = { debug: () => undefined, info: () => undefined, warn, error: warn };
  const threads = (program = SERVER): PageReader => createPageReader(program, () => true, log);
  /** A service that reads pages so. */
  const serviceWith = (pageReader: PageReader): LanguageService =>
    createLanguageService({
      workspace: {
        ...createNodeFiles({} as Files, log),
        folders: () => [pathToFileURL(folder).href],
        openDocument: () => undefined,
        openDocuments: () => [],
        pause: async () => undefined,
      },
      builtIns,
      compileSchema,
      log,
      now: Date.now,
      pageReader,
    });
  /** What a service asks a reader for. */
  const asked = async (): Promise<{ site: SiteKey; paths: readonly string[]; service: LanguageService }> => {
    let question: { site: SiteKey; paths: readonly string[] } | undefined;
    const service = serviceWith({
      async read(site, paths) {
        question = { site, paths };
      },
    });
    assert.ok(await service.indexSite(article));
    assert.ok(question);
    return { ...question, service };
  };

  it("are those that this thread would have read, each once", async () => {
    const { site, paths, service } = await asked();
    assert.ok(paths.length > COUNT);
    const pages: ReadPage[] = [];
    await threads().read(
      site,
      paths,
      (some) => pages.push(...some),
      () => false,
    );
    const here = JSON.parse(JSON.stringify(await service.readPages(site, paths))) as readonly ReadPage[];
    assert.deepEqual(pages.toSorted(byPath), here.toSorted(byPath));
    assert.deepEqual(warnings, []);
  });

  it("are none where the threads know the site otherwise, and of a site that is not on this machine", async () => {
    const { site, paths } = await asked();
    const fail = () => assert.fail("a page was given");
    await threads().read({ ...site, fingerprint: "another" }, paths, fail, () => false);
    await threads().read({ ...site, root: "vscode-vfs://github/example/site" }, paths, fail, () => false);
    assert.deepEqual(warnings, []);
  });

  it("are no more once nobody wants them", async () => {
    const { site, paths } = await asked();
    const pages: ReadPage[] = [];
    await threads().read(
      site,
      paths,
      (some) => pages.push(...some),
      () => pages.length > 0,
    );
    assert.ok(pages.length > 0 && pages.length < paths.length);
  });

  it("are read in this thread where there can be no other", async () => {
    const service = serviceWith(threads(`${folder}/none.js`));
    assert.ok(await service.indexSite(article));
    assert.match(warnings.join("\n"), /read without another thread: .*none\.js/);
  });

  it("are in the index of the server, also where a file of the site is changed and not saved", async () => {
    const config = pathToFileURL(`${folder}/curated-content.yaml`).href;
    for (const text of [undefined, "hugo: '0.147'\n"]) {
      const session = await startSession({
        folders: [pathToFileURL(folder).href],
        capabilities: RICH,
        initializationOptions: { cacheFolder: false },
      });
      if (text !== undefined) await session.open(config, text);
      await session.diagnose((await session.open(article)).uri);
      const line = await until("it is indexed", () =>
        session.logged.find(({ message }) => message.includes(": indexed ")),
      );
      assert.match(line.message, new RegExp(`indexed ${(await asked()).paths.length} pages in `));
      await endSessions();
    }
  });

  it("leave the server's output to its client, whatever a thread prints", async () => {
    const talk = join(folder, "talk.cjs");
    const threads = 'require("node:worker_threads")';
    writeFileSync(talk, `if (!${threads}.isMainThread) console.log("A thread says this.");\n`);
    const session = await startSession({
      program: ["--require", talk, SERVER, "--stdio"],
      folders: [pathToFileURL(folder).href],
    });
    const errors: unknown[] = [];
    session.connection.onError((error) => void errors.push(error));
    await session.diagnose((await session.open(article)).uri);
    await until("it is indexed", () => session.logged.find(({ message }) => message.includes(": indexed ")));
    assert.deepEqual(errors, []);
  });

  function byPath(a: ReadPage, b: ReadPage): number {
    return a.path < b.path ? -1 : 1;
  }
});
