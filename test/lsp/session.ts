import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type LogMessageParams,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Registration,
  type RegistrationParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
} from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";

// What an editor does, with the bundled server in a process of its own. Tests run from the root of the checkout.

export const SERVER = resolve("dist/server.js");

const NEWS = "content/communities/chronic-care-management/curated-news";
/** The demo article of test/sites/broken/FAULTS.md. */
export const BROKEN = siteUri("broken", `${NEWS}/ea15bcd2-9e0c-565c-8cec-7e0b4bb38723.md`);
export const SOUND = siteUri("medigy", `${NEWS}/cbdea52f-dbb9-50a9-87ee-64b87b2ac951.md`);
export const README = siteUri("medigy", "README.md");

export function siteUri(site: string, path = ""): string {
  return pathToFileURL(resolve("test/sites", site, path)).href;
}

/** A file of the sample sites, as an editor gives it. */
export function textOf(uri: string): string {
  return readFileSync(new URL(uri), "utf8");
}

/** The full set of what VS Code can do, as far as it matters here. */
export const RICH: ClientCapabilities = {
  textDocument: {
    diagnostic: {},
    completion: {
      completionItem: {
        snippetSupport: true,
        documentationFormat: ["markdown"],
        insertTextModeSupport: { valueSet: [1, 2] },
      },
    },
    hover: { contentFormat: ["markdown"] },
  },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true },
    diagnostics: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    didChangeConfiguration: { dynamicRegistration: true },
  },
};

export interface SessionOptions {
  /** What Node runs; the server by itself where nothing is said. */
  readonly program?: readonly string[];
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: object;
  readonly folders?: readonly string[];
  /** Section `curatedContent` for a document, as it is now. */
  readonly settings?: (uri: string) => unknown;
}

export interface Session {
  readonly connection: ProtocolConnection;
  readonly result: InitializeResult;
  readonly logged: readonly LogMessageParams[];
  readonly registered: readonly string[];
  /** The same, with what they ask for. */
  readonly registrations: readonly Registration[];
  readonly published: readonly PublishDiagnosticsParams[];
  /** Opens a document; the text is that of the file where none is given. */
  open(uri: string, text?: string): Promise<TextDocument>;
  change(document: TextDocument, text: string): Promise<TextDocument>;
  diagnose(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport>;
  diagnostics(uri: string): Promise<Diagnostic[]>;
  /** How often the server asked for diagnostics to be asked for again. */
  refreshes(): number;
}

const sessions = new Set<() => Promise<void>>();

/** Ends what `startSession` started. Call it after each test. */
export async function endSessions(): Promise<void> {
  await Promise.all([...sessions].map((end) => end()));
  sessions.clear();
}

export async function startSession(options: SessionOptions = {}): Promise<Session> {
  assert.ok(existsSync(SERVER), "There is no dist/server.js: run `npm run build` first.");
  const { capabilities = RICH, folders = [siteUri("medigy"), siteUri("broken")] } = options;
  const program = options.program ?? [SERVER, "--stdio"];
  const server = spawn(process.execPath, [...program], { stdio: ["pipe", "pipe", "inherit"] });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const exited = new Promise<void>((done) => server.once("exit", () => done()));
  sessions.add(async () => {
    await connection.sendRequest("shutdown");
    await connection.sendNotification("exit");
    await exited;
    connection.dispose();
  });

  const logged: LogMessageParams[] = [];
  const registered: string[] = [];
  const registrations: Registration[] = [];
  const published: PublishDiagnosticsParams[] = [];
  let refreshes = 0;
  connection.onNotification("window/logMessage", (message: LogMessageParams) => {
    logged.push(message);
  });
  connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
    published.push(params);
  });
  connection.onRequest("client/registerCapability", (params: RegistrationParams) => {
    registrations.push(...params.registrations);
    registered.push(...params.registrations.map(({ method }) => method));
    return null;
  });
  connection.onRequest("workspace/configuration", ({ items }) =>
    items.map(({ scopeUri }: { scopeUri: string }) => options.settings?.(scopeUri) ?? null),
  );
  connection.onRequest("workspace/diagnostic/refresh", () => {
    refreshes++;
    return null;
  });
  connection.listen();

  const result = await connection.sendRequest<InitializeResult>("initialize", {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: folders.map((uri) => ({ uri, name: uri })),
    capabilities,
    // What one test has the server keep is not for others, and not for the user.
    initializationOptions: { cacheFolder: false, ...options.initializationOptions },
  });
  await connection.sendNotification("initialized", {});

  const diagnose: Session["diagnose"] = (uri, previousResultId) =>
    connection.sendRequest("textDocument/diagnostic", { textDocument: { uri }, previousResultId });
  return {
    connection,
    result,
    logged,
    registered,
    registrations,
    published,
    async open(uri, text = textOf(uri)) {
      const document = TextDocument.create(uri, "markdown", 1, text);
      await connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri, languageId: "markdown", version: 1, text },
      });
      return document;
    },
    async change(document, text) {
      const { uri, version } = document;
      const range = { start: { line: 0, character: 0 }, end: document.positionAt(document.getText().length) };
      await connection.sendNotification("textDocument/didChange", {
        textDocument: { uri, version: version + 1 },
        contentChanges: [{ range, text }],
      });
      return TextDocument.create(uri, "markdown", version + 1, text);
    },
    diagnose,
    async diagnostics(uri) {
      const report = await diagnose(uri);
      assert.equal(report.kind, "full");
      return report.kind === "full" ? report.items : [];
    },
    refreshes: () => refreshes,
  };
}

/** Where a text stands, or an offset in it. */
export function positionOf(document: TextDocument, text: string, offset = 0): Position {
  const start = document.getText().indexOf(text);
  assert.ok(start >= 0, `${text} is missing.`);
  return document.positionAt(start + offset);
}

export function apply(document: TextDocument, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(document, [...edits]);
}

/** Counted from 1, as people count. */
export function linesOf(diagnostics: readonly Diagnostic[]): number[] {
  return [...new Set(diagnostics.map(({ range }) => range.start.line + 1))].toSorted((a, b) => a - b);
}

/** Polls: some things a server does in its own time. */
export async function until<T>(what: string, probe: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const end = Date.now() + 30_000;
  for (;;) {
    const value = await probe();
    if (value !== undefined) return value;
    assert.ok(Date.now() < end, `Timed out: ${what}.`);
    await new Promise((done) => setTimeout(done, 5));
  }
}
