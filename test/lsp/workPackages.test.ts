import assert from "node:assert/strict";
import { TextDocument } from "vscode-languageserver-textdocument";
import { readWorkPackage, refreshFromWorkPackage } from "../../server/src/protocol/workPackage.ts";
import { endSessions, siteUri, startSession, textOf } from "./session.ts";

const ARTICLE = "content/communities/chronic-care-management/curated-news/ea15bcd2-9e0c-565c-8cec-7e0b4bb38723.md";

describe("Work packages over LSP", () => {
  afterEach(endSessions);

  it("answer what is asked, or are refused in words", async () => {
    const { connection } = await startSession();
    const workPackage = JSON.stringify({ _type: "WorkPackage", id: 7, subject: "Locks" });
    const found = await connection.sendRequest(readWorkPackage, { workPackage });
    assert.deepEqual([found.title, found.values], ["Locks", { id: 7 }]);
    await assert.rejects(connection.sendRequest(readWorkPackage, { workPackage: "<html>" }), /no JSON/);
  });

  it("give their articles what is new", async () => {
    const { connection, open } = await startSession();
    const uri = siteUri("medigy", ARTICLE);
    const text = textOf(uri);
    await open(uri, text);
    const id = Number(/^id: (\d+)/m.exec(text)?.[1]);
    const [, title = ""] = /^title: (.*)/m.exec(text) ?? [];
    const given = (resource: object) => ({
      textDocument: { uri },
      workPackage: JSON.stringify({ _type: "WorkPackage", id, subject: title, ...resource }),
    });
    assert.deepEqual(await connection.sendRequest(refreshFromWorkPackage, given({})), []);
    const changes = await connection.sendRequest(refreshFromWorkPackage, given({ subject: `${title} Today` }));
    assert.ok(changes !== null);
    const [first] = changes;
    assert.deepEqual([first?.name, first?.before, first?.after], ["title", title, `${title} Today`]);
    const document = TextDocument.create(uri, "markdown", 0, text);
    const after = TextDocument.applyEdits(document, [...changes.flatMap(({ edits }) => edits)]);
    assert.match(after, /^slug: \S+-today$/m);
    await assert.rejects(
      connection.sendRequest(refreshFromWorkPackage, given({ id: id + 1 })),
      /is made of work package/,
    );
    const readme = { ...given({}), textDocument: { uri: siteUri("medigy", "README.md") } };
    assert.equal(await connection.sendRequest(refreshFromWorkPackage, readme), null);
  });
});
