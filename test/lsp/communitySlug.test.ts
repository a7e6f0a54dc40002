import assert from "node:assert/strict";
import type {
  AnnotatedTextEdit,
  ClientCapabilities,
  PrepareRenameResult,
  RenameFile,
  TextDocumentEdit,
  WorkspaceEdit,
} from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { endSessions, positionOf, RICH, type Session, SOUND, siteUri, startSession, textOf } from "./session.ts";

const LIST = siteUri("medigy", "data/communities.yaml");
const FOLDER = siteUri("medigy", "content/communities/chronic-care-management");
const NEW_FOLDER = siteUri("medigy", "content/communities/long-term-care");

const FULL: ClientCapabilities = {
  ...RICH,
  workspace: {
    ...RICH.workspace,
    workspaceEdit: { documentChanges: true, resourceOperations: ["rename"], changeAnnotationSupport: {} },
  },
};

describe("A community's slug over LSP", () => {
  afterEach(endSessions);

  const places = (document: TextDocument) => ({
    textDocument: { uri: document.uri },
    position: positionOf(document, "slug: chronic-care-management", 8),
  });
  const rename = async (session: Session, newName = "long-term-care") => {
    const document = await session.open(LIST);
    const params = { ...places(document), newName };
    const edit = await session.connection.sendRequest<WorkspaceEdit>("textDocument/rename", params);
    const changes = edit.documentChanges ?? [];
    const texts = changes.filter((change): change is TextDocumentEdit => "edits" in change);
    const moves = changes.filter((change): change is RenameFile => "kind" in change && change.kind === "rename");
    return { document, edit, texts, moves, changes };
  };
  const willRename = (session: Session, from = FOLDER, to = NEW_FOLDER) =>
    session.connection.sendRequest<WorkspaceEdit | null>("workspace/willRenameFiles", {
      files: [{ oldUri: from, newUri: to }],
    });
  const make = async (session: Session, { textDocument: { uri }, edits }: TextDocumentEdit) => {
    const document = await session.open(uri);
    await session.change(document, TextDocument.applyEdits(document, edits as AnnotatedTextEdit[]));
  };

  it("is changed in one edit: the texts where they are, then the folder", async () => {
    const session = await startSession({ capabilities: FULL });
    const { texts, moves, changes, edit } = await rename(session);
    assert.deepEqual(
      moves.map(({ oldUri, newUri }) => [oldUri, newUri]),
      [[FOLDER, NEW_FOLDER]],
    );
    assert.equal(changes.at(-1), moves[0]);
    assert.deepEqual(texts[0]?.textDocument, { uri: LIST, version: 1 });
    assert.ok(
      texts.slice(1).length > 3 && texts.slice(1).every(({ textDocument }) => textDocument.uri.startsWith(FOLDER)),
    );
    const own = texts.find(({ textDocument }) => textDocument.uri === SOUND)?.edits as AnnotatedTextEdit[];
    const article = TextDocument.create(SOUND, "markdown", 1, textOf(SOUND));
    assert.match(TextDocument.applyEdits(article, own), /^basePath: \/communities\/long-term-care\/curated-news\/$/m);
    assert.equal(edit.changeAnnotations?.address?.needsConfirmation, true);
    assert.equal(edit.changeAnnotations?.place?.needsConfirmation, false);
  });

  it("is not changed twice by a client that asks what follows from the folder's new name", async () => {
    const session = await startSession({ capabilities: FULL });
    const { texts } = await rename(session);
    const article = texts.find(({ textDocument }) => textDocument.uri === SOUND);
    assert.ok(article !== undefined);
    await make(session, article);
    assert.equal(await willRename(session), null);
    assert.notEqual(await willRename(session), null);
  });

  it("leaves the folder to the user who discards the change and renames it by hand", async () => {
    const session = await startSession({ capabilities: FULL });
    await rename(session);
    assert.ok(((await willRename(session))?.documentChanges?.length ?? 0) > 3);
  });

  it("leaves other folders alone, whose moves come in between", async () => {
    const session = await startSession({ capabilities: FULL });
    const { texts } = await rename(session);
    for (const change of texts.slice(1, 2)) await make(session, change);
    const other = siteUri("medigy", "content/communities/privacy-security");
    assert.notEqual(await willRename(session, other, `${other}-2`), null);
    assert.equal(await willRename(session), null);
  });

  it("takes no annotations to clients that know none, and no aliases unless they are always wanted", async () => {
    const workspaceEdit = { documentChanges: true, resourceOperations: ["rename" as const] };
    const capabilities = { ...RICH, workspace: { ...RICH.workspace, workspaceEdit } };
    for (const addAlias of ["ask", "always"]) {
      const session = await startSession({ capabilities, settings: () => ({ moves: { addAlias } }) });
      const { edit, moves } = await rename(session);
      assert.equal(edit.changeAnnotations, undefined);
      assert.deepEqual(moves, [{ kind: "rename", oldUri: FOLDER, newUri: NEW_FOLDER }]);
      assert.equal(
        /chronic-care-management\/curated-news\/./.test(
          JSON.stringify(edit.documentChanges?.map((one) => "edits" in one && one.edits)),
        ),
        addAlias === "always",
      );
    }
  });

  it("is offered to whom can rename folders, and to others the reason why not", async () => {
    const able = await startSession({ capabilities: FULL });
    const document = await able.open(LIST);
    const found = await able.connection.sendRequest<PrepareRenameResult>(
      "textDocument/prepareRename",
      places(document),
    );
    assert.ok("placeholder" in found && found.placeholder === "chronic-care-management");
    await assert.rejects(rename(able, "Long Term"), /is no slug/);
    const unable = await startSession();
    await unable.open(LIST);
    await assert.rejects(
      unable.connection.sendRequest("textDocument/prepareRename", places(document)),
      /name of its folder/,
    );
    await assert.rejects(rename(unable), /name of its folder/);
  });
});
