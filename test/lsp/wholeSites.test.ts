import assert from "node:assert/strict";
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import {
  CancellationTokenSource,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
  type WorkspaceEdit,
} from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import { removeFolder, temporaryFolder } from "../temporaryFolder.ts";
import { endSessions, RICH, type SessionOptions, startSession, textOf, until } from "./session.ts";

const NEWS = "content/communities/chronic-care-management/curated-news";

describe("Whole sites over LSP", () => {
  let site: string;
  let articles: readonly string[];

  beforeEach(() => {
    site = temporaryFolder();
    cpSync(resolve("test/sites/medigy"), site, { recursive: true });
    articles = readdirSync(join(site, NEWS))
      .filter((name) => /^[\da-f-]+\.md$/.test(name))
      .toSorted();
  });
  afterEach(async () => {
    await endSessions();
    removeFolder(site);
  });

  const uriOf = (path: string) => pathToFileURL(join(site, path)).href;
  const articleAt = (index: number) => uriOf(`${NEWS}/${articles[index]}`);
  const write = (uri: string, text: string) => writeFileSync(new URL(uri), text);
  const spoil = (uri: string) => write(uri, textOf(uri).replace("mastHead:", "masthead:"));
  const start = (options: SessionOptions = {}) =>
    startSession({
      folders: [uriOf("").replace(/\/$/, "")],
      settings: () => ({ checkWorkspace: "workspace" }),
      ...options,
    });

  type Session = Awaited<ReturnType<typeof start>>;

  /** Asks as VS Code does, with parts; what is reported is in a list that grows. */
  function ask({ connection }: Session, previousResultIds: readonly { uri: string; value: string }[] = []) {
    const token = `parts-${Math.random()}`;
    const reports: WorkspaceDocumentDiagnosticReport[] = [];
    connection.onNotification(
      "$/progress",
      ({ token: of, value }) => void (of === token && reports.push(...value.items.filter(isArticle))),
    );
    const source = new CancellationTokenSource();
    const answer: Promise<WorkspaceDiagnosticReport | { code: number }> = connection
      .sendRequest<WorkspaceDiagnosticReport>(
        "workspace/diagnostic",
        { previousResultIds, partialResultToken: token },
        source.token,
      )
      .catch((error) => ({ code: error.code }));
    return { reports, answer, cancel: () => source.cancel() };
  }
  const full = (reports: readonly WorkspaceDocumentDiagnosticReport[], uri: string) =>
    reports.flatMap((report) => (report.uri === uri && report.kind === "full" ? [report] : [])).at(-1);

  it("tells the problems of closed files bit by bit, and follows what changes", async () => {
    spoil(articleAt(0));
    const session = await start();
    const { reports } = ask(session);
    const first = await until("the fault is told", () => full(reports, articleAt(0)));
    assert.ok(first.items.length > 0 && first.resultId !== undefined);
    assert.deepEqual(
      reports.map(({ uri }) => uri),
      [articleAt(0)],
    );

    spoil(articleAt(1));
    write(articleAt(0), textOf(articleAt(0)).replace("masthead:", "mastHead:"));
    await session.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [0, 1].map((index) => ({ uri: articleAt(index), type: 2 })),
    });
    await until("the repair is told", () => (full(reports, articleAt(0))?.items.length === 0 ? true : undefined));
    await until("the new fault is told", () => full(reports, articleAt(1)));
    rmSync(join(site, NEWS), { recursive: true });
    await session.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: uriOf(NEWS), type: 3 }],
    });
    await until("what is gone has no problems", () =>
      full(reports, articleAt(1))?.items.length === 0 ? true : undefined,
    );
  });

  it("leaves documents to the client that it asks about itself, until they are closed", async () => {
    spoil(articleAt(0));
    const session = await start();
    const { reports } = ask(session);
    await until("the fault is told", () => full(reports, articleAt(0)));
    await session.open(articleAt(0));
    await session.diagnose(articleAt(0));
    await until("it is taken back", () => (full(reports, articleAt(0))?.items.length === 0 ? true : undefined));
    const isTold = () => ((full(reports, articleAt(0))?.items.length ?? 0) > 0 ? true : undefined);
    await session.connection.sendNotification("curatedContent/didHideDocument", { uri: articleAt(0) });
    await until("it is told again where the editor shows it no more", isTold);
    await session.diagnose(articleAt(0));
    await until("it is taken back", () => (isTold() ? undefined : true));
    await session.connection.sendNotification("textDocument/didClose", { textDocument: { uri: articleAt(0) } });
    await until("it is told again", isTold);
  });

  it("says what is unchanged to a client that asks again, ends its last request, and heeds a cancellation", async () => {
    spoil(articleAt(0));
    const session = await start();
    const first = ask(session);
    const { resultId = "" } = await until("the fault is told", () => full(first.reports, articleAt(0)));
    const second = ask(session, [
      { uri: articleAt(0), value: resultId },
      { uri: uriOf("gone.md"), value: "site.99" },
    ]);
    assert.deepEqual(await first.answer, { items: [] });
    await until("it is unchanged", () =>
      second.reports.find(({ uri, kind }) => uri === articleAt(0) && kind === "unchanged"),
    );
    await until("what is gone is taken back", () => full(second.reports, uriOf("gone.md")));
    assert.equal(full(second.reports, articleAt(0)), undefined);
    second.cancel();
    assert.deepEqual(await second.answer, { code: -32800 });
  });

  it("answers a client that takes no parts at once with all, and then when something has changed", async () => {
    spoil(articleAt(0));
    spoil(articleAt(1));
    const { connection } = await start();
    const first = await connection.sendRequest<WorkspaceDiagnosticReport>("workspace/diagnostic", {
      previousResultIds: [],
    });
    const faulty = first.items.filter(isArticle).map(({ uri }) => uri);
    assert.deepEqual(faulty.toSorted(), [articleAt(0), articleAt(1)].toSorted());
    const previousResultIds = first.items.map(({ uri, resultId }) => ({ uri, value: resultId ?? "" }));
    let isAnswered = false;
    const second = connection.sendRequest<WorkspaceDiagnosticReport>("workspace/diagnostic", { previousResultIds });
    void second.then(() => {
      isAnswered = true;
    });
    await new Promise((done) => setTimeout(done, 500));
    assert.equal(isAnswered, false);
    spoil(articleAt(2));
    await connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: articleAt(2), type: 2 }],
    });
    const kinds = (await second).items.filter(isArticle).map(({ uri, kind }) => [uri, kind]);
    assert.deepEqual(
      new Map(kinds as [string, string][]),
      new Map([
        [articleAt(0), "unchanged"],
        [articleAt(1), "unchanged"],
        [articleAt(2), "full"],
      ]),
    );
  });

  it("says nothing of closed files where nobody wants it, and registers for them only where somebody does", async () => {
    spoil(articleAt(0));
    let settings: object = {};
    const capabilities = { ...RICH, textDocument: { ...RICH.textDocument, diagnostic: { dynamicRegistration: true } } };
    const session = await start({ settings: () => settings, capabilities });
    assert.equal(session.result.capabilities.diagnosticProvider?.workspaceDiagnostics, false);
    const { reports } = ask(session);
    await session.open(articleAt(1));
    await session.diagnose(articleAt(1));
    assert.ok(!session.registered.includes("textDocument/diagnostic"));
    settings = { checkWorkspace: "workspace" };
    await session.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await until("the fault is told", () => full(reports, articleAt(0)));
    await until("it is registered", () => (session.registered.includes("textDocument/diagnostic") ? true : undefined));
    settings = {};
    await session.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await until("it is taken back", () => (full(reports, articleAt(0))?.items.length === 0 ? true : undefined));
  });

  it("checks all articles when asked, with progress and totals, and goes on to tell their problems", async () => {
    spoil(articleAt(0));
    const session = await start({ settings: () => ({}) });
    const told: { readonly kind: string; readonly percentage?: number }[] = [];
    session.connection.onNotification("$/progress", ({ token, value }) => void (token === "check" && told.push(value)));
    const result = await session.connection.sendRequest<{ files: number; faulty: number; problems: object }>(
      "curatedContent/checkSites",
      { workDoneToken: "check" },
    );
    // The article, and the list of topics, which has some that no article uses.
    assert.equal(result.faulty, 2);
    assert.ok(result.files >= 18);
    const { reports } = ask(session);
    await until("the fault is told", () => full(reports, articleAt(0)));
    assert.deepEqual([told[0]?.kind, told.at(-1)?.kind], ["begin", "end"]);
    assert.ok(told.some(({ percentage = 0 }) => percentage > 0));
  });

  it("works out a repair of all articles as one edit, that the user is asked about", async () => {
    spoil(articleAt(0));
    spoil(articleAt(1));
    const capabilities = {
      ...RICH,
      workspace: { ...RICH.workspace, workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
    };
    const session = await start({ capabilities });
    const open = await session.open(articleAt(1));
    const { edit, files } = await session.connection.sendRequest<{ edit: WorkspaceEdit; files: number }>(
      "curatedContent/fixSites",
      {},
    );
    assert.equal(files, 2);
    const [annotation] = Object.values(edit.changeAnnotations ?? {});
    assert.equal(annotation?.needsConfirmation, true);
    for (const change of edit.documentChanges ?? []) {
      assert.ok("textDocument" in change);
      const { uri, version } = change.textDocument;
      assert.equal(version, uri === articleAt(1) ? open.version : null);
      const repaired = TextDocument.applyEdits(
        TextDocument.create(uri, "markdown", 0, textOf(uri)),
        change.edits as never,
      );
      assert.equal(
        repaired,
        readFileSync(join(resolve("test/sites/medigy"), NEWS, uri.slice(uri.lastIndexOf("/") + 1)), "utf8"),
      );
    }
  });

  it("shows the tree of the site with what is known, and says when it is another", async () => {
    spoil(articleAt(0));
    const { connection } = await start();
    let changes = 0;
    connection.onNotification("curatedContent/didChangeSiteTree", () => void changes++);
    const nodes = (steps?: readonly string[]) =>
      connection.sendRequest<{
        nodes: { label: string; steps: string[]; unchecked: number; problems: { errors: number; warnings: number } }[];
        state: string;
      }>("curatedContent/siteTree", { steps });
    await nodes();
    await until("it is another", () => (changes > 0 ? true : undefined));
    await connection.sendRequest("curatedContent/checkSites", {});
    const top = await nodes();
    assert.equal(top.state, "read");
    assert.deepEqual(
      top.nodes.map(({ label }) => label),
      ["Communities", "Topics"],
    );
    assert.ok(top.nodes.every(({ unchecked }) => unchecked === 0));
    const communities = await nodes(top.nodes[0]?.steps);
    const counts = communities.nodes.map(({ problems }) => problems.errors + problems.warnings);
    assert.equal(counts.filter((count) => count > 0).length, 1);
    assert.deepEqual(
      await connection.sendRequest("curatedContent/siteTree", { steps: ["file:///nowhere", "topics"] }),
      { nodes: [], state: "reading", problems: { errors: 0, warnings: 0, others: 0 } },
    );
  });
});

/** The site's own files are told of, too. */
function isArticle({ uri }: { readonly uri: string }): boolean {
  return uri.endsWith(".md");
}
