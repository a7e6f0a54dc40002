import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { removeFolder, temporaryFolder } from "../temporaryFolder.ts";
import { endSessions, RICH, startSession, until } from "./session.ts";

describe("A site's own schema over LSP", () => {
  let folder: string;
  beforeEach(() => {
    folder = temporaryFolder();
    mkdirSync(join(folder, "content"));
    const config = "archetypes:\n  note:\n    files: content/*.md\n    schema: note.json\n";
    writeFileSync(join(folder, "curated-content.yaml"), config);
    const title = { type: "string", title: "Headline" };
    writeFileSync(join(folder, "note.json"), JSON.stringify({ properties: { title } }));
  });
  afterEach(async () => {
    await endSessions();
    removeFolder(folder);
  });

  const startIn = (isTrusted: boolean | undefined) =>
    startSession({
      capabilities: RICH,
      folders: [pathToFileURL(folder).href],
      ...(isTrusted === undefined ? {} : { initializationOptions: { isTrusted } }),
    });
  const article = () => pathToFileURL(join(folder, "content/a.md")).href;

  it("checks nothing before the folder is trusted, but explains; then it checks", async () => {
    const { connection, diagnostics, logged, open, refreshes } = await startIn(false);
    await open(article(), "---\ntitle: [a]\n---\n\nText.\n");
    assert.deepEqual(await diagnostics(article()), []);
    assert.ok(logged.some(({ message }) => message.includes("before you trust this folder")));
    const hover = await connection.sendRequest<{ contents: { value: string } }>("textDocument/hover", {
      textDocument: { uri: article() },
      position: { line: 1, character: 2 },
    });
    assert.match(hover.contents.value, /Headline/);

    await connection.sendNotification("curatedContent/trustGranted");
    await until("the client is asked to ask again", () => (refreshes() > 0 ? true : undefined));
    assert.deepEqual(
      (await diagnostics(article())).map(({ code }) => code),
      ["wrong-type"],
    );
  });

  it("checks at once where an editor says nothing of trust", async () => {
    const { diagnostics, open } = await startIn(undefined);
    await open(article(), "---\ntitle: [a]\n---\n\nText.\n");
    assert.equal((await diagnostics(article())).length, 1);
  });
});
