import assert from "node:assert/strict";
import { mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createNodeFiles } from "../../server/src/lsp/nodeWorkspace.ts";
import { removeFolder, temporaryFolder } from "../temporaryFolder.ts";
import { BROKEN, endSessions, RICH, SOUND, siteUri, startSession, textOf, until } from "./session.ts";

describe("The workspace over LSP", () => {
  afterEach(endSessions);

  it("has settings for each document, and asks for them again when they change", async () => {
    let settings: { enable?: unknown; rules?: { [id: string]: unknown } } = {};
    const { connection, open, diagnostics, refreshes } = await startSession({ settings: () => settings });
    await open(BROKEN);
    const all = await diagnostics(BROKEN);
    const [first] = all;
    assert.ok(first);
    await until("the site is indexed", () => (refreshes() >= 1 ? true : undefined));
    const change = (): Promise<void> =>
      connection.sendNotification("workspace/didChangeConfiguration", { settings: null });

    settings = { rules: { [String(first.code)]: "off", nonsense: 7 } };
    await change();
    const without = await diagnostics(BROKEN);
    assert.deepEqual(
      without,
      all.filter(({ code }) => code !== first.code),
    );

    settings = { rules: { [String(first.code)]: "information" } };
    await change();
    const softer = await diagnostics(BROKEN);
    assert.deepEqual(
      new Set(softer.filter(({ code }) => code === first.code).map(({ severity }) => severity)),
      new Set([3]),
    );

    settings = { enable: false };
    await change();
    assert.deepEqual(await diagnostics(BROKEN), []);
    await until("the client is asked to ask again", () => (refreshes() >= 4 ? true : undefined));
  });

  it("takes settings from clients that cannot be asked", async () => {
    const { workspace: _, ...capabilities } = RICH;
    const initializationOptions = { settings: { enable: false } };
    const { connection, open, diagnostics } = await startSession({ capabilities, initializationOptions });
    await open(BROKEN);
    assert.deepEqual(await diagnostics(BROKEN), []);
    await connection.sendNotification("workspace/didChangeConfiguration", {
      settings: { curatedContent: { enable: true } },
    });
    assert.notDeepEqual(await diagnostics(BROKEN), []);
  });

  it("reads what it cannot reach through the client, and again when it changes", async () => {
    const files = new Map(
      ["curated-content.yaml", "data/communities.yaml", "data/topics.yaml"].flatMap((path) => {
        const text = readIfThere(siteUri("medigy", path));
        return text === undefined ? [] : [[`memfs:/site/${path}`, text]];
      }),
    );
    const { connection, open, diagnostics, refreshes } = await startSession({
      folders: ["memfs:/site"],
      initializationOptions: { readsFiles: true },
    });
    connection.onRequest("curatedContent/readFile", ({ uri }) => files.get(uri) ?? null);
    connection.onRequest("curatedContent/fileExists", ({ uri }) => files.has(uri));
    connection.onRequest("curatedContent/readFolders", () => []);

    const uri = SOUND.replace(siteUri("medigy"), "memfs:/site");
    await open(uri, textOf(SOUND));
    assert.deepEqual(await diagnostics(uri), []);

    files.set("memfs:/site/data/topics.yaml", "schemes:\n- label: Other\n  topics:\n  - label: One\n");
    await connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: "memfs:/site/data/topics.yaml", type: 2 }],
    });
    assert.notDeepEqual(await diagnostics(uri), []);
    await until("the client is asked to ask again", () => (refreshes() >= 1 ? true : undefined));

    const asked = refreshes();
    await connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: "memfs:/elsewhere/docker-compose.yaml", type: 2 }],
    });
    assert.notDeepEqual(await diagnostics(uri), []);
    assert.equal(refreshes(), asked);
  });

  it("looks at images through the client, and again when they change", async () => {
    const { connection, open, diagnostics, refreshes } = await startSession({
      folders: ["memfs:/site"],
      initializationOptions: { readsFiles: true },
    });
    const uri = SOUND.replace(siteUri("medigy"), "memfs:/site");
    const name = SOUND.slice(SOUND.lastIndexOf("/") + 1).replace(".md", "-featuredImage.png");
    const image = readFileSync(new URL(name, SOUND));
    let names: string[] = [];
    connection.onRequest("curatedContent/readFile", () => null);
    connection.onRequest("curatedContent/fileExists", () => false);
    connection.onRequest("curatedContent/readFolders", () => []);
    connection.onRequest("curatedContent/readFiles", ({ uri: folder }) => (uri.startsWith(`${folder}/`) ? names : []));
    connection.onRequest("curatedContent/readHead", ({ length }) => ({
      base64: image.subarray(0, length).toString("base64"),
      size: image.length,
    }));
    const rules = async () => (await diagnostics(uri)).map(({ code }) => code);

    await open(uri, textOf(SOUND).replace("  - 600\n", "  - 60\n"));
    assert.deepEqual(await rules(), ["image-missing"]);
    await until("the site is indexed", () => (refreshes() >= 1 ? true : undefined));
    names = [name];
    await connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: new URL(name, uri).href, type: 1 }],
    });
    assert.deepEqual(await rules(), ["derived-value"]);
    await until("the client is asked to ask again", () => (refreshes() >= 2 ? true : undefined));
  });

  it("reads no file above 16 MB, nothing that is no file, and says so", async () => {
    const folder = temporaryFolder();
    const problems: string[] = [];
    const log = { debug: ignore, info: ignore, warn: ignore, error: (message: string) => void problems.push(message) };
    const files = createNodeFiles(NO_FILES, log);
    try {
      writeFileSync(join(folder, "topics.yaml"), "schemes: []\n");
      writeFileSync(join(folder, "huge.yaml"), "");
      truncateSync(join(folder, "huge.yaml"), 17 * 1024 * 1024);
      mkdirSync(join(folder, "data"));
      const uri = pathToFileURL(folder).href;
      assert.equal(await files.readFile(`${uri}/topics.yaml`), "schemes: []\n");
      assert.equal(await files.readFile(`${uri}/huge.yaml`), undefined);
      assert.equal(problems.length, 1);
      assert.equal(await files.readFile(`${uri}/data`), undefined);
      assert.equal(await files.readFile(`${uri}/missing.yaml`), undefined);
      assert.equal(await files.exists(`${uri}/data`), false);
      assert.deepEqual(await files.readFolders(uri), ["data"]);
      assert.deepEqual(await files.readFolders(`${uri}/missing`), []);
      assert.deepEqual((await files.readFiles(uri))?.toSorted(), ["huge.yaml", "topics.yaml"]);
      assert.deepEqual(await files.readFiles(`${uri}/missing`), []);
      assert.deepEqual(await files.readHead(`${uri}/topics.yaml`, 3, uri), {
        bytes: new Uint8Array([115, 99, 104]),
        size: 12,
      });
      assert.equal((await files.readHead(`${uri}/huge.yaml`, 64, uri))?.bytes.length, 64);
      assert.equal(await files.readHead(`${uri}/data`, 64, uri), undefined);
      assert.equal(await files.readHead(`${uri}/missing.png`, 64, uri), undefined);
    } finally {
      removeFolder(folder);
    }
  });

  it("looks into no file outside of a folder, whatever link leads there", async () => {
    const folder = temporaryFolder();
    const files = createNodeFiles(NO_FILES, { debug: ignore, info: ignore, warn: ignore, error: ignore });
    const headOf = async (path: string) => {
      const site = pathToFileURL(join(folder, "site")).href;
      return (await files.readHead(`${site}/${path}`, 3, site))?.bytes.length;
    };
    try {
      for (const name of ["site", "site/inner", "site-beside"]) mkdirSync(join(folder, name));
      for (const name of ["site/inner/a.png", "site-beside/b.png"]) writeFileSync(join(folder, name), "PNG");
      symlinkSync(join(folder, "site/inner/a.png"), join(folder, "site/link.png"));
      symlinkSync(join(folder, "site-beside/b.png"), join(folder, "site/out.png"));
      symlinkSync(join(folder, "site-beside"), join(folder, "site/static"));
      symlinkSync(join(folder, "nothing"), join(folder, "site/dangling.png"));
      assert.equal(await headOf("inner/a.png"), 3);
      assert.equal(await headOf("link.png"), 3);
      for (const path of ["out.png", "static/b.png", "dangling.png"]) assert.equal(await headOf(path), undefined, path);
    } finally {
      removeFolder(folder);
    }
  });

  it("tells what it takes a document for", async () => {
    const { connection, open } = await startSession();
    await open(SOUND);
    const status = await connection.sendRequest("curatedContent/documentStatus", { textDocument: { uri: SOUND } });
    assert.deepEqual(status, {
      archetype: "news",
      community: "Chronic Care Management (CCM)",
      siteProblems: [],
    });
  });
});

function readIfThere(uri: string): string | undefined {
  try {
    return textOf(uri);
  } catch {
    return undefined;
  }
}

function ignore(): void {
  // The test looks at errors only.
}

/** Files of a client that has none. */
const NO_FILES = {
  readFile: async () => undefined,
  exists: async () => false,
  readFolders: async () => [],
  readFiles: async () => [],
  readHead: async () => undefined,
  readStart: async () => undefined,
};
