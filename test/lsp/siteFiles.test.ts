import assert from "node:assert/strict";
import type { CompletionItem, Hover } from "vscode-languageserver-protocol";
import { BROKEN, endSessions, positionOf, siteUri, startSession } from "./session.ts";

const CONFIG = siteUri("broken", "curated-content.yaml");

describe("A site's own files over LSP", () => {
  afterEach(endSessions);

  it("are checked as they stand in the editor, and completed and explained", async () => {
    const { connection, open, change, diagnostics } = await startSession();
    const document = await open(CONFIG, "rules:\n  unknwon-key: off\n");
    const [found, ...others] = await diagnostics(CONFIG);
    assert.deepEqual([found?.code, found?.range.start, others], ["misspelled-key", { line: 1, character: 2 }, []]);
    const changed = await change(document, "content: contents\nrules:\n  unknown-key: \n");
    assert.deepEqual(
      (await diagnostics(CONFIG)).map(({ code, range }) => [code, range.start]),
      [
        ["site-configuration", { line: 0, character: 9 }],
        ["invalid-value", { line: 2, character: 2 }],
      ],
    );
    const textDocument = { uri: CONFIG };
    const position = positionOf(changed, "unknown-key: ", 13);
    const items = await connection.sendRequest<CompletionItem[]>("textDocument/completion", { textDocument, position });
    assert.deepEqual(
      items.map(({ label }) => label),
      ["off", "hint", "information", "warning", "error"],
    );
    const onKey = { textDocument, position: positionOf(changed, "unknown-key") };
    const hover = await connection.sendRequest<Hover | null>("textDocument/hover", onKey);
    assert.match(JSON.stringify(hover?.contents), /unknown-key/);
  });

  it("change what is said of articles when they are saved, not before", async () => {
    const { open, diagnostics } = await startSession();
    await open(BROKEN);
    const before = await diagnostics(BROKEN);
    await open(CONFIG, "rules:\n  misspelled-key: off\n");
    assert.deepEqual(await diagnostics(CONFIG), []);
    assert.deepEqual(await diagnostics(BROKEN), before);
  });

  it("are none of the other YAML files", async () => {
    const { connection, open, diagnostics } = await startSession();
    for (const name of ["hugo.yaml", "data/menu.yaml"]) {
      const uri = siteUri("medigy", name);
      await open(uri, "contnt: [\n");
      assert.deepEqual(await diagnostics(uri), []);
      const params = { textDocument: { uri }, position: { line: 0, character: 3 } };
      assert.deepEqual(await connection.sendRequest("textDocument/completion", params), []);
      assert.equal(await connection.sendRequest("textDocument/hover", params), null);
    }
  });
});
