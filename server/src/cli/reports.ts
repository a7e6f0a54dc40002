import { closeSync, openSync, realpathSync, writeSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { CheckedFile } from "./checkedFile.ts";
import { attempt, type Complaints } from "./complaints.ts";
import { makeFolder } from "./makeFolder.ts";
import { plain } from "./palette.ts";
import { displayPath } from "./printable.ts";
import { programVersion } from "./programVersion.ts";
import { type FormatName, formats } from "./reporters/formats.ts";
import type { Reporter } from "./reporters/reporter.ts";
import { repositoryRoot } from "./repositoryRoot.ts";
import type { Terminal } from "./terminal.ts";

/** A report that was asked for. */
export interface ReportRequest {
  readonly format: FormatName;
  /** The file that it goes to, as typed; without one it goes to the standard output. */
  readonly file?: string;
}

export interface ReportsOptions {
  /** At least one. */
  readonly reports: readonly ReportRequest[];
  /** Which problems they tell. */
  readonly reported: "all" | "errors";
}

/** All reports of a check: each is told what all are told. */
export interface Reports {
  early(file: CheckedFile): void;
  end(files: readonly CheckedFile[]): void;
  /** Whether somebody reads one of them, or may do so later. */
  areWanted(): boolean;
}

/** A report that was begun. */
interface Opened {
  readonly reporter: Reporter;
  write(text: string): void;
  close(): void;
}

/**
 * Begins reports, so that one that cannot be written is known before the work; complains of it, and gives nothing.
 *
 * @param checked the files that are to be checked: no report takes the place of one
 */
export async function openReports(
  { reports: requests, reported }: ReportsOptions,
  checked: readonly string[],
  terminal: Terminal,
  complaints: Complaints,
): Promise<Reports | undefined> {
  for (const mistake of mistakesIn(requests, checked, terminal.cwd)) complaints.add(mistake);
  if (complaints.any()) return undefined;
  const opened: Opened[] = [];
  for (const request of requests) {
    const report = await open(request, terminal, complaints);
    if (report !== undefined) opened.push(report);
  }
  if (opened.length < requests.length) {
    for (const { close } of opened) close();
    return undefined;
  }
  const told = reported === "all" ? (file: CheckedFile) => file : onlyErrors;
  return {
    early(file) {
      for (const { reporter, write } of opened) write(reporter.early?.(told(file)) ?? "");
    },
    end(files) {
      const toldFiles = files.map(told);
      for (const { reporter, write, close } of opened) {
        write(reporter.end(toldFiles, complaints.all()));
        close();
      }
    },
    areWanted: () => !terminal.isClosed() || requests.some(({ file }) => file !== undefined),
  };
}

function onlyErrors({ path, problems }: CheckedFile): CheckedFile {
  return { path, problems: problems.filter(({ severity }) => severity === "error") };
}

async function open(
  { format, file }: ReportRequest,
  { cwd, palette, print }: Terminal,
  complaints: Complaints,
): Promise<Opened | undefined> {
  const createReporter = await formats[format].load();
  const context = { cwd, root: repositoryRoot(cwd, process.env), version: programVersion() };
  if (file === undefined) {
    const write = (text: string) => {
      if (text !== "") print(text);
    };
    return { reporter: createReporter({ ...context, palette }), write, close: () => undefined };
  }
  const path = resolve(cwd, file);
  const name = displayPath(path, cwd);
  const folder = dirname(path);
  const isThere = attempt(displayPath(folder, cwd), complaints, () => {
    makeFolder(folder);
    return true;
  });
  const descriptor = isThere ? attempt(name, complaints, () => openSync(path, "w")) : undefined;
  if (descriptor === undefined) return undefined;
  return {
    reporter: createReporter({ ...context, palette: plain }),
    write: (text) => attempt(name, complaints, () => writeAll(descriptor, text)),
    close: () => attempt(name, complaints, () => closeSync(descriptor)),
  };
}

/** The system may take less than it is given. */
function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
}

function* mistakesIn(requests: readonly ReportRequest[], checked: readonly string[], cwd: string): Generator<string> {
  const taken = new Set<string | undefined>();
  for (const { format, file } of requests) {
    const path = file === undefined ? undefined : realPath(resolve(cwd, file));
    if (path !== undefined && checked.includes(path)) {
      yield `${displayPath(path, cwd)}: to be checked, so no report is written to it`;
    } else if (taken.has(path)) {
      const place = path === undefined ? "the standard output" : displayPath(path, cwd);
      yield `curated-content: two reports for ${place}; give one a file of its own, as --format ${format}:report.txt`;
    }
    taken.add(path);
  }
}

/** Where a path leads, if anywhere. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
