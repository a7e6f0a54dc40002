import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  type Disposable,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  type ResponseError,
  type ResultProgressReporter,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import type { LanguageService, Log } from "../service/languageService.ts";
import type { Client } from "./client.ts";
import { type Folders, normalise } from "./folders.ts";
import { describeError } from "./log.ts";
import { cancelled } from "./responses.ts";
import type { SettingsStore } from "./settings.ts";
import type { SiteChecks } from "./siteChecks.ts";

/** Problems of files that are not open, where the user wants them. */
export interface WorkspaceDiagnostics {
  /** Looks again at which sites are to be checked as a whole. */
  update(): Promise<void>;
  /** Has all sites checked as a whole until the session ends, whatever the settings say. */
  followAll(): Promise<void>;
}

interface WorkspaceDiagnosticsOptions {
  readonly service: LanguageService;
  readonly client: Client;
  readonly folders: Folders;
  readonly settings: SettingsStore;
  readonly siteChecks: SiteChecks;
  readonly log: Log;
}

/** Time for a few results, which go in one message. */
const PAUSE_MS = 100;

/** So many reports go in one message. */
const MOST_REPORTS = 100;

/**
 * What VS Code registers for: no document at all. Its own problems it asks for itself; two answers for one document would be
 * shown side by side.
 */
const NO_DOCUMENT = [{ scheme: "curated-content-none" }];

/**
 * `workspace/diagnostic`: a request is answered bit by bit for as long as the client keeps it open, else once there is
 * something new. Documents that the client asks about by themselves are left out.
 */
export function workspaceDiagnostics(
  connection: Connection,
  { service, client, folders, settings, siteChecks, log }: WorkspaceDiagnosticsOptions,
): WorkspaceDiagnostics {
  let endLast: (() => void) | undefined;
  let isAsked = false;
  let registration: Promise<Disposable> | undefined;
  let updating = Promise.resolve();

  connection.languages.diagnostics.onWorkspace(({ previousResultIds }, token, _, partial) => {
    // A client that asks anew has no use for the answer it waited for.
    endLast?.();
    const told = new Map(previousResultIds.map(({ uri, value }) => [normalise(uri), value]));
    const { answer, end } = answerFrom(siteChecks, { told, partial, token });
    endLast = end;
    return answer;
  });

  const wantedRoots = async (): Promise<readonly string[]> => {
    // Most want open files only, and whoever does need not wait for a look around for sites.
    const ofFolders = await Promise.all(folders.all().map(settings.of));
    if (!isAsked && !ofFolders.some(({ checkWorkspace }) => checkWorkspace === "workspace")) return [];
    const roots = await service.sites();
    const wanted = await Promise.all(
      roots.map(async (root) => isAsked || (await settings.of(root)).checkWorkspace === "workspace"),
    );
    return roots.filter((_, index) => wanted[index]);
  };
  const apply = async (): Promise<void> => {
    const roots = await wantedRoots();
    siteChecks.watch(roots);
    if (!client.registers.diagnostics) return;
    if (roots.length > 0 && registration === undefined) {
      registration = connection.client.register(DocumentDiagnosticRequest.type, {
        documentSelector: NO_DOCUMENT,
        identifier: "curated-content-site",
        interFileDependencies: true,
        workspaceDiagnostics: true,
      });
      await registration;
    } else if (roots.length === 0 && registration !== undefined) {
      const old = registration;
      registration = undefined;
      (await old).dispose();
    }
  };
  /** One after the other: a registration that comes and goes at once confuses clients. */
  const update = (): Promise<void> => {
    updating = updating
      .then(apply)
      .catch((error) => log.error(`Closed files are not checked: ${describeError(error)}`));
    return updating;
  };
  return {
    update,
    followAll() {
      isAsked = true;
      return update();
    },
  };
}

interface Conversation {
  /** What the client knows of each file: the id of the result. */
  readonly told: Map<string, string>;
  readonly partial: ResultProgressReporter<{ readonly items: WorkspaceDocumentDiagnosticReport[] }> | undefined;
  readonly token: CancellationToken;
}

type Answer = WorkspaceDiagnosticReport | ResponseError<never>;

function answerFrom(siteChecks: SiteChecks, conversation: Conversation) {
  const { told, partial, token } = conversation;
  let end = (): void => undefined;
  const answer = new Promise<Answer>((resolve) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const finish = (result: Answer): void => {
      clearTimeout(timer);
      stopListening();
      resolve(result);
    };
    const report = (items: readonly WorkspaceDocumentDiagnosticReport[]): void => {
      for (let start = 0; start < items.length; start += MOST_REPORTS) {
        partial?.report({ items: items.slice(start, start + MOST_REPORTS) });
      }
    };
    /** Who gets no parts gets all at once, and nothing while there is nothing new: it would ask again at once. */
    const tellAll = async (): Promise<void> => {
      await siteChecks.settled();
      const unchanged = unchangedReports(siteChecks, told);
      const news = newReports(siteChecks, told);
      if (news.length > 0) finish({ items: [...unchanged, ...news] });
    };
    const tell = (): void => {
      if (partial === undefined) void tellAll();
      else report(newReports(siteChecks, told));
    };
    const tellSoon = (): void => {
      timer ??= setTimeout(() => {
        timer = undefined;
        tell();
      }, PAUSE_MS);
    };
    const stopListening = siteChecks.onDidChange(tellSoon);
    token.onCancellationRequested(() => finish(cancelled()));
    end = () => finish({ items: [] });
    report(unchangedReports(siteChecks, told));
    tell();
  });
  return { answer, end: () => end() };
}

function unchangedReports(
  { results }: SiteChecks,
  told: ReadonlyMap<string, string>,
): readonly WorkspaceDocumentDiagnosticReport[] {
  return [...told].flatMap(([uri, resultId]): WorkspaceDocumentDiagnosticReport[] =>
    results.get(uri)?.id === resultId
      ? [{ kind: DocumentDiagnosticReportKind.Unchanged, uri, version: null, resultId }]
      : [],
  );
}

/** What the client does not know yet, and is taken to know from now on. Nobody needs to hear of files without problems. */
function newReports(siteChecks: SiteChecks, told: Map<string, string>): readonly WorkspaceDocumentDiagnosticReport[] {
  const reports: WorkspaceDocumentDiagnosticReport[] = [];
  const report = (uri: string, resultId: string | undefined, items: readonly Diagnostic[]): void => {
    reports.push({
      kind: DocumentDiagnosticReportKind.Full,
      uri,
      version: null,
      ...(resultId !== undefined && { resultId }),
      items: [...items],
    });
  };
  for (const uri of told.keys()) {
    const result = siteChecks.results.get(uri);
    if (result !== undefined && result.diagnostics.length > 0 && !siteChecks.isAsked(uri)) continue;
    // While a site is checked for the first time, what was found before is nearer to the truth than nothing.
    if (result === undefined && siteChecks.isBusy()) continue;
    told.delete(uri);
    report(uri, undefined, []);
  }
  for (const [uri, { id, diagnostics }] of siteChecks.results) {
    if (diagnostics.length === 0 || told.get(uri) === id || siteChecks.isAsked(uri)) continue;
    told.set(uri, id);
    report(uri, id, diagnostics);
  }
  return reports;
}
