import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import {
  type CheckedSiteFile,
  type IndexProgress,
  type LanguageService,
  type Log,
  type ProblemCounts,
  placeIn,
  type Signal,
} from "../service/languageService.ts";
import { mostImportant } from "./checks.ts";
import { toDiagnostic } from "./convert.ts";
import { normalise } from "./folders.ts";
import { describeError } from "./log.ts";
import type { SettingsStore } from "./settings.ts";

/** What was found in a file that was checked. */
export interface FileResult {
  /** Another one whenever something else is found. */
  readonly id: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly counts: ProblemCounts;
}

/** What is known of the files of all sites: of those that were checked, what was found last. */
export interface SiteChecks {
  /** By URIs as `normalise` writes them. */
  readonly results: ReadonlyMap<string, FileResult>;
  /** Checks these sites from now on, and no others: all of their files, and later those that change. */
  watch(roots: readonly string[]): void;
  /** Checks all files of sites now, one site after the other, and from now on those that change. */
  checkAll(roots: readonly string[], options: CheckAllOptions): Promise<void>;
  /** Says what was found in an open document that the client asked about. */
  note(uri: string, diagnostics: readonly Diagnostic[]): void;
  /** Whether the client asks about a document itself. */
  isAsked(uri: string): boolean;
  /** Says that a document is closed, or shown no more, so that the client does not ask about it. */
  didHide(uri: string): void;
  /** Says that files may have to be checked again; `all` when what is expected of them may have changed. */
  invalidate(uris: Iterable<string> | "all"): void;
  isBusy(): boolean;
  /** Resolves when all that has to be checked is. */
  settled(): Promise<void>;
  /** @returns ends the calls */
  onDidChange(listener: () => void): () => void;
}

export interface CheckAllOptions {
  readonly signal: Signal;
  /** The progress of the site at a place in the list. */
  progressOf(index: number): IndexProgress | undefined;
}

interface SiteChecksOptions {
  readonly service: LanguageService;
  readonly settings: SettingsStore;
  readonly log: Log;
}

/** Changes come in swarms: of a file that is saved the editor tells, the watcher and the index. */
const PAUSE_MS = 200;

export function createSiteChecks({ service, settings, log }: SiteChecksOptions): SiteChecks {
  const results = new Map<string, FileResult>();
  const asked = new Set<string>();
  const watched = new Set<string>();
  const dueSites = new Set<string>();
  const dueFiles = new Set<string>();
  const listeners = new Set<() => void>();
  let newest = 0;
  let running: Promise<void> | undefined;

  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const forget = (uri: string): void => {
    if (results.delete(uri)) changed();
  };
  const enter = (uri: string, diagnostics: readonly Diagnostic[]): void => {
    const before = results.get(uri);
    if (before !== undefined && JSON.stringify(before.diagnostics) === JSON.stringify(diagnostics)) return;
    results.set(uri, { id: `site.${++newest}`, diagnostics, counts: countsOf(diagnostics) });
    changed();
  };
  const take = ({ uri, text, diagnostics }: CheckedSiteFile): void => {
    const document = TextDocument.create(uri, "markdown", 0, text);
    const found = mostImportant(diagnostics).map((diagnostic) => toDiagnostic(document, diagnostic));
    enter(normalise(uri), found);
  };
  const checkSite = async (root: string, signal: Signal, progress?: IndexProgress): Promise<void> => {
    const place = placeIn(root);
    // A check that nobody wants any more does not stop the index, which others want.
    const isIndexed = await unlessAborted(service.indexSite(place), signal);
    // It was stopped by somebody who does not want to wait for it.
    if (!isIndexed) return;
    // What was said before this is heeded now, above all that the index is whole.
    dueSites.delete(root);
    const own = await settings.of(root);
    const roots = await service.sites();
    const seen = new Set<string>();
    const onFile = (file: CheckedSiteFile) => {
      seen.add(normalise(file.uri));
      take(file);
    };
    await service.checkSite(place, onFile, { settings: own, progress, signal });
    if (signal.aborted) return;
    for (const uri of results.keys()) if (!seen.has(uri) && rootOf(uri, roots) === root) forget(uri);
  };
  const checkFile = async (uri: string): Promise<void> => {
    const file = await service.checkFile(uri, await settings.of(rootOf(uri, [...watched]) ?? uri));
    if (file === undefined) forget(uri);
    else take(file);
  };
  const work = async (): Promise<void> => {
    await new Promise((done) => setTimeout(done, PAUSE_MS));
    for (const root of dueSites) {
      dueSites.delete(root);
      const signal = {
        // Begun anew where something changed that matters to all, and left where nobody wants it any more.
        get aborted() {
          return dueSites.has(root) || !watched.has(root);
        },
      };
      await checkSite(root, signal);
    }
    for (const uri of dueFiles) {
      dueFiles.delete(uri);
      await checkFile(uri);
      if (dueSites.size > 0) return;
    }
  };
  const run = (): void => {
    if (running !== undefined || (dueSites.size === 0 && dueFiles.size === 0)) return;
    running = work()
      .catch((error) => log.error(`A site could not be checked: ${describeError(error)}`))
      .finally(() => {
        running = undefined;
        run();
        changed();
      });
  };

  return {
    results,
    watch(roots) {
      const before = [...watched];
      const left = before.filter((root) => !roots.includes(root));
      for (const root of left) watched.delete(root);
      for (const uri of left.length > 0 ? results.keys() : []) {
        if (!asked.has(uri) && left.includes(rootOf(uri, before) ?? "")) forget(uri);
      }
      for (const root of roots) {
        if (watched.has(root)) continue;
        watched.add(root);
        dueSites.add(root);
      }
      run();
    },
    async checkAll(roots, { signal, progressOf }) {
      for (const root of roots) watched.add(root);
      for (const [index, root] of roots.entries()) {
        if (!signal.aborted) await checkSite(root, signal, progressOf(index));
      }
    },
    note(uri, diagnostics) {
      const own = normalise(uri);
      const before = asked.has(own) ? results.get(own)?.counts : undefined;
      const counts = countsOf(diagnostics);
      results.set(own, { id: `site.${++newest}`, diagnostics, counts });
      asked.add(own);
      // The client has the rest already, and this is done at each key.
      if (before === undefined || !isEqual(before, counts)) changed();
    },
    isAsked: (uri) => asked.has(uri),
    didHide(uri) {
      const own = normalise(uri);
      // What its file says may be something else.
      if (asked.delete(own)) dueFiles.add(own);
      run();
    },
    invalidate(uris) {
      const all = uris === "all";
      if (all) for (const root of watched) dueSites.add(root);
      for (const uri of all ? results.keys() : uris) {
        const isWatched = rootOf(uri, [...watched]) !== undefined;
        // The client asks again itself about what it asked about.
        if (!asked.has(uri) && (all ? !isWatched : isWatched || results.has(uri))) dueFiles.add(uri);
      }
      run();
    },
    isBusy: () => running !== undefined,
    async settled() {
      while (running !== undefined) await running;
    },
    onDidChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** What a promise resolves with, or `false` soon after a signal is aborted. */
async function unlessAborted(promise: Promise<boolean>, signal: Signal): Promise<boolean> {
  let timer: ReturnType<typeof setInterval> | undefined;
  const aborted = new Promise<boolean>((resolve) => {
    timer = setInterval(() => {
      if (signal.aborted) resolve(false);
    }, PAUSE_MS);
  });
  return Promise.race([promise, aborted]).finally(() => clearInterval(timer));
}

/** The root of the site that a file is in, of several the innermost. */
function rootOf(uri: string, roots: readonly string[]): string | undefined {
  return roots.filter((root) => uri.startsWith(`${root}/`)).toSorted((a, b) => b.length - a.length)[0];
}

function countsOf(diagnostics: readonly Diagnostic[]): ProblemCounts {
  const count = (wanted: DiagnosticSeverity) => diagnostics.filter(({ severity }) => severity === wanted).length;
  const [errors, warnings] = [count(DiagnosticSeverity.Error), count(DiagnosticSeverity.Warning)];
  return { errors, warnings, others: diagnostics.length - errors - warnings };
}

function isEqual(a: ProblemCounts, b: ProblemCounts): boolean {
  return a.errors === b.errors && a.warnings === b.warnings && a.others === b.others;
}
