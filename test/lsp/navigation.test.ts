import assert from "node:assert/strict";
import type { DocumentSymbol, FoldingRange, SelectionRange, SymbolInformation } from "vscode-languageserver-protocol";
import { endSessions, positionOf, README, RICH, SOUND, startSession } from "./session.ts";

describe("Navigation over LSP", () => {
  afterEach(endSessions);

  it("outlines front matter, nested where the client takes it and flat else", async () => {
    const outlineFor = async (documentSymbol: object) => {
      const capabilities = { ...RICH, textDocument: { ...RICH.textDocument, documentSymbol } };
      const { connection, open } = await startSession({ capabilities });
      await open(SOUND);
      return connection.sendRequest("textDocument/documentSymbol", { textDocument: { uri: SOUND } });
    };
    const nested = (await outlineFor({ hierarchicalDocumentSymbolSupport: true })) as DocumentSymbol[];
    const image = nested.find(({ name }) => name === "featuredImage");
    assert.ok(image);
    assert.ok(image.children?.some(({ name, detail }) => name === "format" && detail === "PNG"));
    assert.equal(image.selectionRange.end.character, "featuredImage".length);
    const flat = (await outlineFor({})) as SymbolInformation[];
    assert.ok(flat.some(({ name, containerName }) => name === "format" && containerName === "featuredImage"));
  });

  it("folds as many ranges as the client takes, by lines", async () => {
    const foldingRange = { rangeLimit: 3 };
    const { connection, open } = await startSession({
      capabilities: { ...RICH, textDocument: { ...RICH.textDocument, foldingRange } },
    });
    const document = await open(SOUND);
    const found: FoldingRange[] = await connection.sendRequest("textDocument/foldingRange", {
      textDocument: { uri: SOUND },
    });
    assert.equal(found.length, 3);
    assert.deepEqual(found[0], { startLine: 0, endLine: positionOf(document, "\n---\n", 1).line, kind: "region" });
  });

  it("answers each position with what may be selected there", async () => {
    const { connection, open } = await startSession();
    const document = await open(SOUND);
    const [title, body] = [positionOf(document, "\ntitle: ", 9), document.positionAt(document.getText().length)];
    const [inTitle, inBody]: SelectionRange[] = await connection.sendRequest("textDocument/selectionRange", {
      textDocument: { uri: SOUND },
      positions: [title, body],
    });
    assert.equal(document.getText(inTitle?.parent?.range).split(":")[0], "title");
    assert.deepEqual(inBody, { range: { start: body, end: body } });
  });

  it("leaves files that are none of ours to the editor", async () => {
    const { connection, open } = await startSession();
    await open(README);
    const textDocument = { uri: README };
    const positions = [{ line: 0, character: 0 }];
    for (const method of ["documentSymbol", "foldingRange", "selectionRange"])
      assert.equal(await connection.sendRequest(`textDocument/${method}`, { textDocument, positions }), null);
  });
});
