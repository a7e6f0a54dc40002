import assert from "node:assert/strict";
import type {
  CodeAction,
  CompletionItem,
  Hover,
  Position,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver-protocol";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { apply, BROKEN, endSessions, positionOf, README, RICH, type Session, SOUND, startSession } from "./session.ts";

describe("Editing over LSP", () => {
  afterEach(endSessions);

  it("completes with snippets where the client takes them, and asks for values at once where it can", async () => {
    const session = await startSession({ initializationOptions: { triggerSuggestCommand: "suggest!" } });
    const { document, position } = await openWithoutLine(session, "type");
    const item = await completionOf(session, document, position, "type");
    assert.equal(item.insertTextFormat, 2);
    assert.deepEqual(item.textEdit, { range: { start: position, end: position }, newText: item.textEdit?.newText });
    const items = await completionsAt(session, document, position);
    for (const { command } of items) assert.ok(command === undefined || command.command === "suggest!");
  });

  it("completes with plain text where the client takes no snippets", async () => {
    const session = await startSession({ capabilities: { textDocument: { diagnostic: {} } } });
    const { document, position } = await openWithoutLine(session, "type");
    const items = await completionsAt(session, document, position);
    assert.ok(items.length > 0);
    for (const { insertTextFormat, textEdit, command } of items) {
      assert.equal(insertTextFormat ?? 1, 1);
      assert.doesNotMatch(textEdit?.newText ?? "", /\$\{|\$0/);
      assert.equal(command, undefined);
    }
  });

  it("completes topics inside the quotes that are there", async () => {
    const session = await startSession();
    const before = await session.open(SOUND);
    const document = await session.change(before, before.getText().replace("contentCategories:", "- 'Tele'\n$&"));
    const position = positionOf(document, "- 'Tele'", "- 'Tele".length);
    const { textEdit } = await completionOf(session, document, position, "Medigy: Telehealth");
    const result = apply(document, [textEdit as TextEdit]);
    assert.match(result, /^- 'Medigy: Telehealth'$/m);
  });

  it("offers and explains nothing in prose and in a README", async () => {
    const session = await startSession();
    const article = await session.open(SOUND);
    const readme = await session.open(README);
    const prose = article.positionAt(article.getText().length);
    for (const [document, position] of [[article, prose] as const, [readme, { line: 0, character: 2 }] as const]) {
      assert.deepEqual(await completionsAt(session, document, position), []);
      assert.equal(await hoverAt(session, document, position), null);
      assert.deepEqual(await actionsAt(session, document, position), []);
    }
  });

  it("explains a key", async () => {
    const session = await startSession();
    const document = await session.open(BROKEN);
    const hover = await hoverAt(session, document, positionOf(document, "\nslug:", 2));
    assert.ok(hover !== null && typeof hover.contents === "object" && "kind" in hover.contents);
    assert.equal(hover.contents.kind, "markdown");
    assert.match(hover.contents.value, /healthwire-shared-ledgers-give-chronic-care-teams-one-medication-list/);
    assert.deepEqual(hover.range?.start, positionOf(document, "slug:"));
  });

  it("repairs one fault by quick fix, for the version of the document that was asked about", async () => {
    const session = await startSession();
    const document = await session.open(BROKEN);
    const actions = await actionsAt(session, document, positionOf(document, "searchCategry"), ["quickfix"]);
    const preferred = actions.filter(({ isPreferred }) => isPreferred);
    assert.equal(preferred.length, 1);
    const [fix] = preferred;
    assert.equal(fix?.kind, "quickfix");
    const own = (await session.diagnostics(BROKEN)).filter(({ range }) => range.start.line === 56);
    assert.deepEqual(fix?.diagnostics, own);
    assert.deepEqual(Object.keys(fix?.edit ?? {}), ["documentChanges"]);
    const repaired = apply(document, editsOf(fix?.edit, document));
    assert.equal(repaired, document.getText().replace("searchCategry", "searchCategory"));
  });

  for (const [name, lineEnd] of [["LF", "\n"] as const, ["CRLF", "\r\n"] as const]) {
    it(`repairs all that has one right answer, with ${name}`, async () => {
      const { workspace: _, ...capabilities } = RICH;
      const session = await startSession({ capabilities });
      const opened = await session.open(BROKEN);
      const document = await session.change(opened, opened.getText().replaceAll("\n", lineEnd));
      const actions = await actionsAt(session, document, { line: 0, character: 0 }, ["source.fixAll"]);
      assert.deepEqual(
        actions.map(({ kind }) => kind),
        ["source.fixAll.curatedContent"],
      );
      assert.deepEqual(Object.keys(actions[0]?.edit ?? {}), ["changes"]);
      const repaired = apply(document, editsOf(actions[0]?.edit, document));
      assert.match(repaired, /^slug: healthwire-shared-ledgers-give-chronic-care-teams-one-medication-list\r?$/m);
      assert.equal(repaired.replaceAll(lineEnd, "").search(/[\r\n]/), -1);

      const after = await session.change(document, repaired);
      assert.deepEqual(await actionsAt(session, after, { line: 0, character: 0 }, ["source.fixAll"]), []);
    });
  }
});

/** Opens the sound article with an empty line in the place of a key. */
async function openWithoutLine(session: Session, key: string): Promise<{ document: TextDocument; position: Position }> {
  const opened = await session.open(SOUND);
  const position = positionOf(opened, `\n${key}: `, 1);
  const document = await session.change(opened, opened.getText().replace(new RegExp(`^${key}: .*$`, "m"), ""));
  return { document, position };
}

async function completionsAt(session: Session, { uri }: TextDocument, position: Position): Promise<CompletionItem[]> {
  return session.connection.sendRequest("textDocument/completion", { textDocument: { uri }, position });
}

async function completionOf(session: Session, document: TextDocument, position: Position, label: string) {
  const items = await completionsAt(session, document, position);
  const item = items.find((one) => one.label === label);
  assert.ok(item, `${label} is not among ${items.map((one) => one.label).join(", ")}`);
  assert.ok(item.textEdit !== undefined && "range" in item.textEdit);
  return item;
}

async function hoverAt(session: Session, { uri }: TextDocument, position: Position): Promise<Hover | null> {
  return session.connection.sendRequest("textDocument/hover", { textDocument: { uri }, position });
}

async function actionsAt(
  session: Session,
  { uri }: TextDocument,
  position: Position,
  only?: string[],
): Promise<CodeAction[]> {
  return session.connection.sendRequest("textDocument/codeAction", {
    textDocument: { uri },
    range: { start: position, end: position },
    context: { diagnostics: [], ...(only && { only }) },
  });
}

function editsOf(edit: WorkspaceEdit | undefined, { uri, version }: TextDocument): readonly TextEdit[] {
  const [change] = edit?.documentChanges ?? [];
  if (change === undefined) return edit?.changes?.[uri] ?? [];
  assert.ok("edits" in change);
  assert.deepEqual(change.textDocument, { uri, version });
  return change.edits as TextEdit[];
}
