import assert from "node:assert/strict";
import type {
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  InlayHint,
  SelectionRange,
  SymbolInformation,
  WorkspaceSymbol,
} from "vscode-languageserver-protocol";
import {
  apply,
  BROKEN,
  endSessions,
  positionOf,
  README,
  RICH,
  SOUND,
  siteUri,
  startSession,
  textOf,
  until,
} from "./session.ts";

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

  it("links values to the web and to files, with words where the client shows them", async () => {
    const linksFor = async (documentLink: object): Promise<DocumentLink[]> => {
      const capabilities = { ...RICH, textDocument: { ...RICH.textDocument, documentLink } };
      const { connection, open } = await startSession({ capabilities });
      await open(SOUND);
      return connection.sendRequest("textDocument/documentLink", { textDocument: { uri: SOUND } });
    };
    const withWords = await linksFor({ tooltipSupport: true });
    const targets = withWords.map(({ target }) => target ?? "");
    assert.ok(targets.includes(siteUri("medigy", "content/communities/_index.md")));
    assert.ok(targets.some((target) => target.startsWith("https://")));
    assert.ok(targets.some((target) => target.endsWith("-featuredImage.png") || target.endsWith("-featuredImage.jpg")));
    for (const { tooltip } of withWords) assert.match(tooltip ?? "", /^Open /);
    for (const { tooltip } of await linksFor({})) assert.equal(tooltip, undefined);
  });

  it("hints at what a value should be, as settings say, and has the client ask again when they change", async () => {
    let settings: object = {};
    let refreshes = 0;
    const capabilities = { ...RICH, workspace: { ...RICH.workspace, inlayHint: { refreshSupport: true } } };
    const { connection, open, change } = await startSession({ capabilities, settings: () => settings });
    connection.onRequest("workspace/inlayHint/refresh", () => {
      refreshes++;
      return null;
    });
    const before = await open(SOUND);
    const document = await change(before, before.getText().replace(/^slug: .*$/m, "slug: other"));
    const range = { start: { line: 0, character: 0 }, end: document.positionAt(document.getText().length) };
    const hints = (): Promise<InlayHint[]> =>
      connection.sendRequest("textDocument/inlayHint", { textDocument: { uri: SOUND }, range });
    const [hint, ...others] = await hints();
    assert.deepEqual(others, []);
    assert.deepEqual(hint?.position, positionOf(document, "slug: other", "slug: other".length));
    assert.equal(apply(document, hint?.textEdits ?? []), before.getText());
    settings = { inlayHints: { derivedValues: "off" } };
    const known = refreshes;
    await connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await until("the client is asked to ask again", () => (refreshes > known ? true : undefined));
    assert.deepEqual(await hints(), []);
  });

  it("highlights what says the same", async () => {
    const { connection, open } = await startSession();
    const document = await open(SOUND);
    const found: DocumentHighlight[] = await connection.sendRequest("textDocument/documentHighlight", {
      textDocument: { uri: SOUND },
      position: positionOf(document, "\ntitle: ", 9),
    });
    assert.ok(found.length > 1);
    assert.equal(new Set(found.map(({ range }) => document.getText(range))).size, 1);
  });

  it("finds pages of all sites, and their places when somebody goes there", async () => {
    const symbolsFor = async (symbol: object) => {
      const session = await startSession({ capabilities: { ...RICH, workspace: { ...RICH.workspace, symbol } } });
      const found: WorkspaceSymbol[] = await session.connection.sendRequest("workspace/symbol", {
        query: "one medication list",
      });
      return { session, found };
    };
    const { session, found } = await symbolsFor({ resolveSupport: { properties: ["location.range"] } });
    const [symbol] = found.filter(({ location }) => location.uri === BROKEN);
    assert.deepEqual(symbol?.location, { uri: BROKEN });
    const resolved: WorkspaceSymbol = await session.connection.sendRequest("workspaceSymbol/resolve", symbol);
    const title = /^title: /m.exec(textOf(BROKEN));
    const line = textOf(BROKEN).slice(0, title?.index).split("\n").length - 1;
    assert.deepEqual("range" in resolved.location && resolved.location.range.start, { line, character: 7 });
    const start = { line: 0, character: 0 };
    const { found: plain } = await symbolsFor({});
    const [atStart] = plain.filter(({ location }) => location.uri === BROKEN);
    assert.deepEqual(atStart?.location, { uri: BROKEN, range: { start, end: start } });
  });

  it("finds no page of a folder that is switched off", async () => {
    const { connection } = await startSession({ settings: () => ({ enable: false }) });
    assert.deepEqual(await connection.sendRequest("workspace/symbol", { query: "" }), []);
  });

  it("leaves files that are none of ours to the editor", async () => {
    const { connection, open } = await startSession();
    await open(README);
    const textDocument = { uri: README };
    const position = { line: 0, character: 0 };
    const positions = [position];
    for (const method of ["documentHighlight", "documentLink", "documentSymbol", "foldingRange", "selectionRange"])
      assert.equal(await connection.sendRequest(`textDocument/${method}`, { textDocument, position, positions }), null);
  });
});
