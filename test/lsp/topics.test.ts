import assert from "node:assert/strict";
import type { CodeAction, CodeLens, Location, TextEdit, WorkspaceEdit } from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import { changeTopic, topicChoices } from "../../server/src/protocol/requests.ts";
import { endSessions, positionOf, RICH, type Session, SOUND, siteUri, startSession, textOf } from "./session.ts";

const TOPICS = siteUri("medigy", "data/topics.yaml");

describe("Topics over LSP", () => {
  afterEach(endSessions);

  const ask = <Result>(session: Session, method: string, document: TextDocument, before: string, more: object = {}) =>
    session.connection.sendRequest<Result>(`textDocument/${method}`, {
      textDocument: { uri: document.uri },
      position: positionOf(document, before, before.length),
      ...more,
    });

  it("go to where they are listed, and find who uses them", async () => {
    const session = await startSession();
    const document = await session.open(SOUND);
    const topic = /^- '(.*?: .*)'$/m.exec(document.getText())?.[1] ?? "";
    const [place] = await ask<Location[]>(session, "definition", document, `- '${topic}`);
    assert.equal(place?.uri, TOPICS);
    const places = await ask<Location[]>(session, "references", document, `- '${topic}`, {
      context: { includeDeclaration: true },
    });
    assert.deepEqual(places[0], place);
    assert.ok(places.some(({ uri }) => uri === SOUND));
  });

  it("are renamed as one, with a preview where many files change", async () => {
    const session = await startSession({
      capabilities: {
        ...RICH,
        workspace: { ...RICH.workspace, workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
      },
    });
    const document = await session.open(TOPICS);
    const edit = await ask<WorkspaceEdit>(session, "rename", document, "label: Digital Hea", { newName: "E-Care" });
    const files = edit.documentChanges ?? [];
    const [first] = files;
    assert.ok(first !== undefined && "edits" in first);
    assert.deepEqual(first.textDocument, { uri: TOPICS, version: 1 });
    const isAsked = Object.values(edit.changeAnnotations ?? {}).some(({ needsConfirmation }) => needsConfirmation);
    assert.equal(isAsked, files.length > 5);
    assert.equal("annotationId" in (first.edits[0] ?? {}), isAsked);
  });

  it("are found and renamed in what was typed a moment ago, checked or not", async () => {
    const session = await startSession();
    const text = textOf(SOUND);
    const typed = text.replace("contentCategories:", "- 'Medigy: Digital Health'\n$&");
    const vocabulary = await session.open(TOPICS);
    const article = await session.open(SOUND, typed);
    const topic = "label: Digital Hea";
    const edit = await ask<WorkspaceEdit>(session, "rename", vocabulary, topic, { newName: "E-Care" });
    const change = edit.documentChanges?.find((one) => "edits" in one && one.textDocument.uri === SOUND);
    assert.ok(change !== undefined && "edits" in change && change.textDocument.version === 1);
    assert.match(TextDocument.applyEdits(article, change.edits as TextEdit[]), /^- 'Medigy: E-Care'$/m);
    await session.change(article, text);
    const context = { includeDeclaration: false };
    const places = await ask<Location[]>(session, "references", vocabulary, topic, { context });
    assert.ok(places.length > 0 && places.every(({ uri }) => uri !== SOUND));
  });

  it("are added to the vocabulary by a quick fix", async () => {
    const session = await startSession();
    const before = await session.open(SOUND);
    const text = before.getText().replace("contentCategories:", "- 'Medigy: Astrology'\n$&");
    const document = await session.change(before, text);
    const place = positionOf(document, "Medigy: Astrology");
    const actions = await session.connection.sendRequest<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri: SOUND },
      range: { start: place, end: place },
      context: { diagnostics: [], only: ["quickfix"] },
    });
    const [change] = actions.find(({ title }) => title.startsWith("Add "))?.edit?.documentChanges ?? [];
    assert.ok(change !== undefined && "edits" in change);
    assert.deepEqual(change.textDocument, { uri: TOPICS, version: null });
    assert.match(change.edits.map((edit) => ("newText" in edit ? edit.newText : "")).join(""), /- label: Astrology/);
  });

  it("are merged for clients that ask which is used instead", async () => {
    const session = await startSession({ initializationOptions: { changeTopicCommand: "change!" } });
    const document = await session.open(TOPICS);
    const position = positionOf(document, "label: Telehealth", 9);
    const actions = await session.connection.sendRequest<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri: TOPICS },
      range: { start: position, end: position },
      context: { diagnostics: [], only: ["refactor"] },
    });
    assert.deepEqual(
      actions.map(({ title, command }) => [title, command?.command, command?.arguments]),
      [
        ["Merge `Medigy: Telehealth` into…", "change!", ["merge", TOPICS, position]],
        ["Deprecate `Medigy: Telehealth` in favour of…", "change!", ["deprecate", TOPICS, position]],
      ],
    );
    const params = { textDocument: { uri: TOPICS }, position };
    const choices = await session.connection.sendRequest(topicChoices, params);
    const replacement = choices?.replacements[0] ?? "";
    const edit = await session.connection.sendRequest(changeTopic, { ...params, change: "merge", replacement });
    assert.ok((edit?.documentChanges?.length ?? 0) > 1);
    await assert.rejects(
      session.connection.sendRequest(changeTopic, { ...params, change: "merge", replacement: "Medigy: Telehealth" }),
      /cannot take its own place/,
    );
  });

  it("have a lens each that says how many use them, and leads there where the client can", async () => {
    for (const [initializationOptions, command] of [
      [{ showReferencesCommand: "show!" }, "show!"],
      [{}, ""],
    ] as const) {
      const session = await startSession({ initializationOptions });
      const document = await session.open(TOPICS);
      const lenses = await session.connection.sendRequest<CodeLens[]>("textDocument/codeLens", {
        textDocument: { uri: TOPICS },
      });
      const line = positionOf(document, "label: Telehealth").line;
      const lens = lenses.find(({ range }) => range.start.line === line);
      const resolved = await session.connection.sendRequest<CodeLens>("codeLens/resolve", lens);
      assert.match(resolved.command?.title ?? "", /^\d+ articles?$/);
      assert.equal(resolved.command?.command, command);
    }
  });

  it("have no lens where that is switched off", async () => {
    const session = await startSession({ settings: () => ({ codeLens: { enable: false } }) });
    await session.open(TOPICS);
    const params = { textDocument: { uri: TOPICS } };
    assert.deepEqual(await session.connection.sendRequest("textDocument/codeLens", params), []);
  });

  it("keep their names where a new one is taken, and the author is told why", async () => {
    const session = await startSession();
    const document = await session.open(TOPICS);
    await assert.rejects(
      ask(session, "rename", document, "label: Digital Hea", { newName: "Telehealth" }),
      /`Medigy: Telehealth` exists already/,
    );
  });
});
