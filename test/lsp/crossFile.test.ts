import assert from "node:assert/strict";
import type { Diagnostic } from "vscode-languageserver-protocol/node";
import { endSessions, RICH, type Session, SOUND, siteUri, startSession, textOf, until } from "./session.ts";

// Two articles open in an editor, of which one is not saved yet.

const OTHER = SOUND.replace(/[^/]+$/, "0a0a0a0a-0000-5000-8000-000000000001.md");
const ID = /^id: \d+$/m;
const SHARED = textOf(SOUND).match(ID)?.[0] ?? "";
const DISTINCT = textOf(SOUND).replace(ID, "id: 987654321");

function shared(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.flatMap(({ code, relatedInformation }) =>
    code === "duplicate-id" ? (relatedInformation ?? []).map(({ location }) => location.uri) : [],
  );
}

describe("What open articles share, over LSP", () => {
  afterEach(endSessions);

  /** Opens the sound article and the other one, once the site is read. */
  async function openBoth(session: Session) {
    await session.open(SOUND);
    if (session.result.capabilities.diagnosticProvider !== undefined) await session.diagnostics(SOUND);
    await until("the site is indexed", () => session.logged.find(({ message }) => message.includes("indexed ")));
    return session.open(OTHER, DISTINCT);
  }

  it("is told in both as soon as it is typed in one, and no longer than it stands there", async () => {
    const session = await startSession({ folders: [siteUri("medigy")] });
    const other = await openBoth(session);
    await session.diagnostics(OTHER);
    assert.deepEqual(shared(await session.diagnostics(SOUND)), []);

    const asked = session.refreshes();
    const twin = await session.change(other, DISTINCT.replace(ID, SHARED));
    assert.deepEqual(shared(await session.diagnostics(OTHER)), [SOUND]);
    await until("the client is asked to ask again", () => (session.refreshes() > asked ? true : undefined));
    assert.deepEqual(shared(await session.diagnostics(SOUND)), [OTHER]);

    await session.change(twin, DISTINCT);
    assert.deepEqual(shared(await session.diagnostics(OTHER)), []);
    assert.deepEqual(shared(await session.diagnostics(SOUND)), []);
  });

  it("is published for both to clients that cannot ask", async () => {
    const { diagnostic: _, ...textDocument } = RICH.textDocument ?? {};
    const session = await startSession({
      folders: [siteUri("medigy")],
      capabilities: { ...RICH, textDocument },
    });
    const latest = (uri: string) => session.published.findLast((published) => published.uri === uri);
    const sharedIn = (uri: string) => shared(latest(uri)?.diagnostics ?? []);
    const other = await openBoth(session);
    await until("the other is checked", () => latest(OTHER));

    const twin = await session.change(other, DISTINCT.replace(ID, SHARED));
    await until("both have it", () =>
      sharedIn(SOUND).length === 1 && sharedIn(OTHER).length === 1 ? true : undefined,
    );
    const apart = await session.change(twin, DISTINCT);
    await until("none has it", () => (sharedIn(SOUND).length === 0 && sharedIn(OTHER).length === 0 ? true : undefined));
    await session.change(apart, DISTINCT.replace(ID, SHARED));
    await until("both have it again", () => (sharedIn(SOUND).length === 1 ? true : undefined));
    await session.connection.sendNotification("textDocument/didClose", { textDocument: { uri: OTHER } });
    await until("the closed one counts no more", () => (sharedIn(SOUND).length === 0 ? true : undefined));
  });
});
