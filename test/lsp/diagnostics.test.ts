import assert from "node:assert/strict";
import type { Diagnostic } from "vscode-languageserver-protocol";
import { BROKEN, endSessions, linesOf, README, SOUND, startSession, textOf, until } from "./session.ts";

const FAULTY_LINES = [12, 16, 21, 22, 24, 48, 57, 58];

describe("Diagnostics over LSP", () => {
  afterEach(endSessions);

  it("name their rule, its page and their source", async () => {
    const { open, diagnostics } = await startSession();
    await open(BROKEN);
    const found = await diagnostics(BROKEN);
    assert.deepEqual(linesOf(found), FAULTY_LINES);
    for (const { source, code, codeDescription, data, severity } of found) {
      assert.equal(source, "curated-content");
      assert.match(String(code), /^[a-z]+(-[a-z]+)*$/);
      assert.match(codeDescription?.href ?? "", /^https:/);
      assert.ok(typeof data.messageId === "string");
      assert.ok(severity !== undefined);
    }
  });

  it("are none for a sound article, and none for what is no article", async () => {
    const { open, diagnostics } = await startSession();
    await open(SOUND);
    await open(README);
    assert.deepEqual(await diagnostics(SOUND), []);
    assert.deepEqual(await diagnostics(README), []);
    assert.deepEqual(await diagnostics("file:///never/opened.md"), []);
  });

  it("follow the text, and are not sent again when nothing has changed", async () => {
    const { open, change, diagnose } = await startSession();
    const document = await open(SOUND);
    const first = await diagnose(SOUND);
    const again = await diagnose(SOUND, first.resultId);
    assert.deepEqual(again, { kind: "unchanged", resultId: first.resultId });

    await change(document, document.getText().replace("mastHead:", "masthead:"));
    const changed = await diagnose(SOUND, first.resultId);
    assert.equal(changed.kind, "full");
    assert.notDeepEqual(changed.kind === "full" && changed.items, []);
  });

  it("are the same with CRLF, and with a byte order mark", async () => {
    const { open, change, diagnostics } = await startSession();
    const text = textOf(BROKEN);
    const variants = { lf: text, crlf: text.replaceAll("\n", "\r\n"), bom: `\uFEFF${text}` };
    const found: { [name: string]: string[] } = {};
    let document = await open(BROKEN, "");
    for (const [name, variant] of Object.entries(variants)) {
      document = await change(document, variant);
      found[name] = (await diagnostics(BROKEN)).map(describeDiagnostic);
    }
    assert.ok((found.lf ?? []).length >= FAULTY_LINES.length);
    assert.deepEqual(found.crlf, found.lf);
    assert.deepEqual(found.bom, found.lf);
  });

  it("are pushed to clients that cannot ask, and taken back when the document closes", async () => {
    const { connection, open, change, published } = await startSession({ capabilities: {} });
    let document = await open(BROKEN);
    const first = await until("diagnostics come", () => published.at(-1));
    assert.equal(first.version, 1);
    assert.deepEqual(linesOf(first.diagnostics), FAULTY_LINES);

    const parts = ["searchCa", "searchCat", "searchCate", "searchCategory"];
    for (const key of parts) document = await change(document, textOf(BROKEN).replace("searchCategry", key));
    const last = await until("the last version is checked", () =>
      published.find(({ version }) => version === parts.length + 1),
    );
    assert.ok(!linesOf(last.diagnostics).includes(57));
    const versions = published.map(({ version }) => version ?? 0);
    assert.deepEqual(
      versions,
      versions.toSorted((a, b) => a - b),
    );

    await connection.sendNotification("textDocument/didClose", { textDocument: { uri: BROKEN } });
    const closed = await until("they are taken back", () => published.find(({ version }) => version === undefined));
    assert.deepEqual(closed.diagnostics, []);
  });
});

function describeDiagnostic({ code, range, message }: Diagnostic): string {
  return `${range.start.line}:${range.start.character}-${range.end.line}:${range.end.character} ${code}: ${message}`;
}
