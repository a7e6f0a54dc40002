import type {
  Connection,
  OptionalVersionedTextDocumentIdentifier,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import {
  type CheckSitesResult,
  checkSites as checkSitesRequest,
  type FixSitesResult,
  fixSites as fixSitesRequest,
} from "../protocol/requests.ts";
import { type LanguageService, type Log, placeIn } from "../service/languageService.ts";
import type { Client } from "./client.ts";
import { toTextEdits } from "./convert.ts";
import type { SettingsStore } from "./settings.ts";
import type { SiteChecks } from "./siteChecks.ts";
import { createSiteTasks, type SiteTask } from "./siteTask.ts";
import type { WorkspaceDiagnostics } from "./workspaceDiagnostics.ts";

interface WholeSitesOptions {
  readonly service: LanguageService;
  readonly client: Client;
  readonly settings: SettingsStore;
  readonly siteChecks: SiteChecks;
  readonly diagnostics: WorkspaceDiagnostics;
  readonly log: Log;
  /** The version of a document that is open; `null` where it is not. */
  versionOf(uri: string): number | null;
}

/** `curatedContent/checkSites` and `curatedContent/fixSites` */
export function wholeSites(connection: Connection, options: WholeSitesOptions): void {
  const answering = createSiteTasks({ connection, ...options });
  const checking = { method: checkSitesRequest.method, title: "Checking articles" };
  const fixing = { method: fixSitesRequest.method, title: "Working out what is right" };
  connection.onRequest(
    checkSitesRequest,
    answering(checking, (task) => checkSites(task, options)),
  );
  connection.onRequest(
    fixSitesRequest,
    answering(fixing, (task) => fixSites(task, options)),
  );
}

async function checkSites(
  { roots, ...task }: SiteTask,
  { siteChecks, diagnostics }: WholeSitesOptions,
): Promise<CheckSitesResult> {
  const checking = siteChecks.checkAll(roots, task);
  await diagnostics.followAll();
  await checking;
  const results = [...siteChecks.results.values()];
  const sum = (kind: "errors" | "warnings" | "others") =>
    results.reduce((total, { counts }) => total + counts[kind], 0);
  return {
    files: results.length,
    faulty: results.filter(({ diagnostics: found }) => found.length > 0).length,
    problems: { errors: sum("errors"), warnings: sum("warnings"), others: sum("others") },
  };
}

async function fixSites({ roots, signal, progressOf }: SiteTask, options: WholeSitesOptions): Promise<FixSitesResult> {
  const { service, settings, client, versionOf } = options;
  const changes: FileChange[] = [];
  const siteProblems: string[] = [];
  for (const [index, root] of roots.entries()) {
    if (signal.aborted) break;
    const own = await settings.of(root);
    const { errors } = await service.fixSite(
      placeIn(root),
      ({ uri, text, edits }) => {
        const document = TextDocument.create(uri, "markdown", 0, text);
        changes.push({ textDocument: { uri, version: versionOf(uri) }, edits: toTextEdits(document, edits) });
      },
      { settings: own, signal, progress: progressOf(index) },
    );
    siteProblems.push(
      ...errors.map(({ uri, line, message }) => `${uri.slice(uri.lastIndexOf("/") + 1)}, line ${line}: ${message}`),
    );
  }
  return { edit: changes.length === 0 ? null : toEdit(changes, client), files: changes.length, siteProblems };
}

interface FileChange {
  readonly textDocument: OptionalVersionedTextDocumentIdentifier;
  readonly edits: TextEdit[];
}

const ANNOTATION = "fix";

/** One change that is undone as one; where the client can, the user is asked before it is made. */
function toEdit(changes: readonly FileChange[], client: Client): WorkspaceEdit {
  if (!client.takesVersionedEdits) {
    return { changes: Object.fromEntries(changes.map(({ textDocument, edits }) => [textDocument.uri, edits])) };
  }
  if (!client.takesAnnotations) return { documentChanges: [...changes] };
  const annotated = changes.map(({ textDocument, edits }) => ({
    textDocument,
    edits: edits.map((edit) => ({ ...edit, annotationId: ANNOTATION })),
  }));
  const label = "All that has one right answer";
  return { documentChanges: annotated, changeAnnotations: { [ANNOTATION]: { label, needsConfirmation: true } } };
}
