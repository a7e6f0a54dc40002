import assert from "node:assert/strict";
import type { ProgressToken } from "vscode-languageserver-protocol";
import { endSessions, RICH, type Session, SOUND, startSession, textOf, until } from "./session.ts";

const FOLDER = "memfs:/site/content/communities/cardiology/curated-news";

describe("The progress of indexing over LSP", () => {
  afterEach(endSessions);

  /** A site of files that take their time, as on a slow network. */
  async function openSlowSite(files: number, capabilities = { ...RICH, window: { workDoneProgress: true } }) {
    const session = await startSession({
      folders: ["memfs:/site"],
      initializationOptions: { readsFiles: true },
      capabilities,
    });
    const { connection } = session;
    const names = Array.from({ length: files }, (_, number) => `${number}.md`);
    const steps = "content/communities/cardiology/curated-news".split("/");
    const text = Buffer.from("---\ntitle: One\n---\n");
    const folders: { [uri: string]: readonly string[] } = Object.fromEntries(
      steps.map((step, depth) => [["memfs:/site", ...steps.slice(0, depth)].join("/"), [step]]),
    );
    connection.onRequest("curatedContent/readFile", () => null);
    connection.onRequest("curatedContent/fileExists", () => false);
    connection.onRequest("curatedContent/readFolders", ({ uri }) => folders[uri] ?? []);
    connection.onRequest("curatedContent/readFiles", ({ uri }) => (uri === FOLDER ? names : []));
    connection.onRequest("curatedContent/readHead", async () => {
      await new Promise((done) => setTimeout(done, 30));
      return { base64: text.toString("base64"), size: text.length };
    });
    const created: ProgressToken[] = [];
    connection.onRequest("window/workDoneProgress/create", ({ token }) => {
      created.push(token);
      return null;
    });
    const told: { readonly kind: string; readonly cancellable?: boolean; readonly percentage?: number }[] = [];
    connection.onNotification("$/progress", ({ value }) => void told.push(value));
    await session.open(`${FOLDER}/0.md`, textOf(SOUND));
    await session.diagnose(`${FOLDER}/0.md`);
    return { ...session, created, told };
  }

  const line = ({ logged }: Pick<Session, "logged">, pattern: RegExp) =>
    logged.find(({ message }) => pattern.test(message))?.message;

  it("is shown for a site that takes long, and can be cancelled", async () => {
    const session = await openSlowSite(1000);
    const token = await until("the progress begins", () => (session.told.length > 0 ? session.created[0] : undefined));
    assert.equal(session.told[0]?.kind, "begin");
    assert.equal(session.told[0]?.cancellable, true);
    await session.connection.sendNotification("window/workDoneProgress/cancel", { token });
    await until("the progress ends", () => session.told.find(({ kind }) => kind === "end"));
    assert.match(line(session, /stopped/) ?? "", /stopped after \d+ of 1000 pages/);
    assert.equal(session.refreshes(), 0);
    assert.equal(session.created.length, 1);
  });

  it("is not shown for a site that does not", async () => {
    const session = await openSlowSite(8);
    await until("the site is indexed", () => line(session, /indexed 8 pages/));
    assert.deepEqual(session.created, []);
  });
});
