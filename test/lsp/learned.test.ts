import assert from "node:assert/strict";
import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { removeFolder, temporaryFolder } from "../temporaryFolder.ts";
import { endSessions, RICH, type Session, SOUND, siteUri, startSession, textOf, until } from "./session.ts";

const NEW = textOf(SOUND).replaceAll("Medigy: ", "Arts: ");

describe("What a site does not list, over LSP", () => {
  let folder = "";
  let article = "";
  beforeEach(() => {
    folder = temporaryFolder("curated learned ");
    cpSync(new URL(siteUri("medigy")), folder, { recursive: true });
    rmSync(join(folder, "data/topics.yaml"));
    article = pathToFileURL(join(folder, SOUND.slice(siteUri("medigy").length + 1))).href;
  });
  afterEach(async () => {
    await endSessions();
    removeFolder(folder);
  });

  const start = (options: Parameters<typeof startSession>[0] = {}) =>
    startSession({ folders: [pathToFileURL(folder).href], ...options });
  const rulesOf = async (session: Session) => (await session.diagnostics(article)).map(({ code }) => code);
  const indexed = (session: Session) =>
    until("it was indexed", () => session.logged.find(({ message }) => message.includes("indexed ")));

  it("is learned in the background, once; then the client is asked to ask again", async () => {
    const session = await start();
    await session.open(article, NEW);
    assert.deepEqual(await rulesOf(session), []);
    await until("the client is asked to ask again", () => (session.refreshes() >= 1 ? true : undefined));
    const found = await until("the topic is known to be new", async () => {
      const diagnostics = await session.diagnostics(article);
      return diagnostics.length > 0 ? diagnostics : undefined;
    });
    assert.deepEqual(new Set(found.map(({ code, severity }) => `${code} ${severity}`)), new Set(["unknown-topic 3"]));
    assert.match((await indexed(session)).message, /: indexed \d+ pages in \d+ ms\.$/);
    assert.equal(session.logged.filter(({ message }) => message.includes("indexed ")).length, 1);
  });

  it("is published anew to clients that cannot ask", async () => {
    const { diagnostic: _, ...textDocument } = RICH.textDocument ?? {};
    const session = await start({ capabilities: { ...RICH, textDocument } });
    await session.open(article, NEW);
    const latest = () => session.published.at(-1)?.diagnostics.map(({ code }) => code);
    await until("the new topic is published", () => (latest()?.includes("unknown-topic") ? true : undefined));
    assert.deepEqual(session.published[0]?.diagnostics, []);
  });

  it("changes with the articles", async () => {
    const session = await start();
    await session.open(article, NEW);
    await session.diagnostics(article);
    await until("the client is asked to ask again", () => (session.refreshes() >= 1 ? true : undefined));
    assert.ok(session.registered.includes("workspace/didChangeWatchedFiles"));
    const other = new URL("other.md", article);
    writeFileSync(fileURLToPath(other), NEW);
    const changes = [{ uri: other.href, type: 1 }];
    await session.connection.sendNotification("workspace/didChangeWatchedFiles", { changes });
    await until("the topic is known", async () =>
      (await rulesOf(session)).includes("unknown-topic") ? undefined : true,
    );
    assert.ok(session.refreshes() >= 2);
  });
});
