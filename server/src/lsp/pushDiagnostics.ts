import {
  CancellationToken,
  type Connection,
  type Diagnostic,
  ResponseError,
  type TextDocuments,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Answering } from "./answering.ts";
import type { Checks } from "./checks.ts";

/** A check that takes longer waits for the author to pause, lest checks pile up. */
const QUICK_MS = 10;
const LONGEST_PAUSE_MS = 200;

/**
 * `textDocument/publishDiagnostics`, for clients that cannot ask: at once, after every change.
 *
 * @returns what checks all open documents again
 */
export function pushDiagnostics(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  { checks, answering }: { readonly checks: Checks; readonly answering: Answering },
): () => void {
  const latest = new Map<string, { readonly costMs: number }>();
  const check = answering<{ readonly textDocument: { readonly uri: string } }, Diagnostic[]>(
    "textDocument/publishDiagnostics",
    [],
    (document, _, settings) => checks.check(document, settings),
  );

  const publish = async (uri: string): Promise<void> => {
    const started = performance.now();
    const run = { costMs: 0 };
    latest.set(uri, run);
    const version = documents.get(uri)?.version;
    const diagnostics = await check({ textDocument: { uri } }, CancellationToken.None);
    // A newer check is under way, or the document was closed: this one is stale.
    if (latest.get(uri) !== run || version === undefined || diagnostics instanceof ResponseError) return;
    latest.set(uri, { costMs: performance.now() - started });
    await connection.sendDiagnostics({ uri, version, diagnostics });
  };
  const schedule = (uri: string): void => {
    const pause = Math.min(latest.get(uri)?.costMs ?? 0, LONGEST_PAUSE_MS);
    if (pause < QUICK_MS) void publish(uri);
    else pauseBefore(uri, pause);
  };
  const pauseBefore = (uri: string, pause: number): void => {
    const run = { costMs: pause };
    latest.set(uri, run);
    setTimeout(() => {
      if (latest.get(uri) === run) void publish(uri);
    }, pause);
  };

  documents.onDidChangeContent(({ document }) => schedule(document.uri));
  documents.onDidClose(({ document }) => {
    latest.delete(document.uri);
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });
  return () => {
    for (const uri of documents.keys()) schedule(uri);
  };
}
