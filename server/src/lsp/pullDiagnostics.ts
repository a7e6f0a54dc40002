import {
  type Connection,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from "vscode-languageserver";
import type { Log } from "../service/languageService.ts";
import type { Answering } from "./answering.ts";
import type { Checks } from "./checks.ts";
import type { Client } from "./client.ts";
import { describeError } from "./log.ts";

interface PullOptions {
  readonly checks: Checks;
  readonly answering: Answering;
  readonly client: Client;
  readonly log: Log;
}

/**
 * `textDocument/diagnostic`, for clients that ask.
 *
 * @returns what makes the client ask again
 */
export function pullDiagnostics(connection: Connection, { checks, answering, client, log }: PullOptions): () => void {
  const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
  connection.languages.diagnostics.on(
    answering<DocumentDiagnosticParams, DocumentDiagnosticReport>(
      "textDocument/diagnostic",
      nothing,
      async (document, { previousResultId }, settings) => {
        const resultId = checks.resultIdOf(document);
        if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
        return { kind: DocumentDiagnosticReportKind.Full, resultId, items: await checks.check(document, settings) };
      },
    ),
  );
  return () => {
    if (!client.refreshesDiagnostics) return;
    connection.languages.diagnostics
      .refresh()
      .catch((error) => log.warn(`The client does not ask for diagnostics again: ${describeError(error)}`));
  };
}
