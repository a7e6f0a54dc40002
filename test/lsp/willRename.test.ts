import assert from "node:assert/strict";
import type { AnnotatedTextEdit, ClientCapabilities, WorkspaceEdit } from "vscode-languageserver-protocol/node";
import { endSessions, RICH, SOUND, siteUri, startSession } from "./session.ts";

const COMMUNITIES = "content/communities";
const MOVED = SOUND.replace("/chronic-care-management/", "/remote-patient-monitoring/");

const FULL: ClientCapabilities = {
  ...RICH,
  workspace: {
    ...RICH.workspace,
    workspaceEdit: { documentChanges: true, resourceOperations: ["rename"], changeAnnotationSupport: {} },
  },
};

describe("moving files", () => {
  afterEach(endSessions);

  const rename = async (
    moves: readonly (readonly [oldUri: string, newUri: string])[],
    options: Parameters<typeof startSession>[0] = { capabilities: FULL },
  ) => {
    const { connection } = await startSession(options);
    const files = moves.map(([oldUri, newUri]) => ({ oldUri, newUri }));
    return connection.sendRequest<WorkspaceEdit | null>("workspace/willRenameFiles", { files });
  };

  it("is asked about for articles, their images and folders", async () => {
    const { result } = await startSession({ capabilities: FULL });
    const filters = result.capabilities.workspace?.fileOperations?.willRename?.filters ?? [];
    assert.deepEqual(
      filters.map(({ pattern }) => pattern.matches),
      ["file", "folder"],
    );
  });

  it("edits the article where it is, takes its image along, and asks about an alias", async () => {
    const edit = await rename([[SOUND, MOVED]]);
    const [text, image] = edit?.documentChanges ?? [];
    assert.ok(text && "textDocument" in text && image && "kind" in image && image.kind === "rename");
    assert.deepEqual(text.textDocument, { uri: SOUND, version: null });
    const written = text.edits.map((one) => ("newText" in one ? one.newText : "")).join("\n");
    assert.match(written, /remote-patient-monitoring/);
    assert.ok(image.newUri.startsWith(MOVED.replace(/\.md$/, "-featuredImage.")));
    const asked = text.edits.filter((one) => (one as AnnotatedTextEdit).annotationId === "address");
    assert.equal(asked.length, 1);
    assert.equal(edit?.changeAnnotations?.address?.needsConfirmation, true);
    assert.equal(edit?.changeAnnotations?.place?.needsConfirmation, false);
  });

  it("ties the edits of an open article to its version", async () => {
    const session = await startSession({ capabilities: FULL });
    await session.open(SOUND);
    const edit = await session.connection.sendRequest<WorkspaceEdit | null>("workspace/willRenameFiles", {
      files: [{ oldUri: SOUND, newUri: MOVED }],
    });
    const [text] = edit?.documentChanges ?? [];
    assert.ok(text && "textDocument" in text);
    assert.equal(text.textDocument.version, 1);
  });

  it("of a community takes all of its articles, each in its file", async () => {
    const edit = await rename([
      [
        siteUri("medigy", `${COMMUNITIES}/chronic-care-management`),
        siteUri("medigy", `${COMMUNITIES}/remote-patient-monitoring-2`),
      ],
    ]);
    const changes = edit?.documentChanges ?? [];
    assert.ok(changes.length > 3);
    assert.ok(changes.every((one) => "textDocument" in one));
  });

  it("shows what changes in many files before it is changed, whatever the settings say of aliases", async () => {
    const slugs = ["chronic-care-management", "privacy-security", "remote-patient-monitoring"];
    const folders = slugs.map((slug) => siteUri("medigy", `${COMMUNITIES}/${slug}`));
    const asked = async (addAlias: string) => {
      const settings = () => ({ moves: { addAlias } });
      const moves = folders.map((folder) => [folder, `${folder}-2`] as const);
      const annotations = (await rename(moves, { capabilities: FULL, settings }))?.changeAnnotations;
      return [annotations?.place?.needsConfirmation, annotations?.address?.needsConfirmation];
    };
    assert.deepEqual(await asked("ask"), [false, true]);
    assert.deepEqual(await asked("never"), [true, undefined]);
  });

  it("adds an alias as the settings say", async () => {
    const annotated = async (addAlias: string) => {
      const edit = await rename([[SOUND, MOVED]], { capabilities: FULL, settings: () => ({ moves: { addAlias } }) });
      return edit?.changeAnnotations?.address?.needsConfirmation;
    };
    assert.equal(await annotated("always"), false);
    assert.equal(await annotated("never"), undefined);
  });

  it("adds none, and leaves images alone, where the client can neither ask nor rename", async () => {
    const edit = await rename([[SOUND, MOVED]], { capabilities: {} });
    assert.deepEqual(Object.keys(edit?.changes ?? {}), [SOUND]);
    const edits = edit?.changes?.[SOUND] ?? [];
    assert.ok(
      edits.length > 4 && edits.every((one) => !one.newText.includes("curated-news/c") && !("annotationId" in one)),
    );
  });

  it("of what is no article, or where all is switched off, changes nothing", async () => {
    assert.equal(await rename([[siteUri("medigy", "README.md"), siteUri("medigy", "content/README.md")]]), null);
    assert.equal(await rename([[siteUri("medigy", "nothing"), siteUri("medigy", "something")]]), null);
    assert.equal(await rename([[SOUND, MOVED]], { capabilities: FULL, settings: () => ({ enable: false }) }), null);
  });
});
