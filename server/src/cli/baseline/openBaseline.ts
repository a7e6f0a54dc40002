import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { CheckedFile } from "../checkedFile.ts";
import { attempt, type Complaints } from "../complaints.ts";
import { displayPath } from "../printable.ts";
import type { Terminal } from "../terminal.ts";
import { type Baseline, createBaseline } from "./baseline.ts";
import { readBaseline, writeBaseline } from "./baselineFile.ts";
import type { IsJudged } from "./judged.ts";

/** The baseline in the folder that the program runs in, which is used when it is there. */
export const BASELINE_FILE = "curated-content-baseline.json";

/** What is to be done with a baseline. */
export interface BaselineRequest {
  /** Its file, as typed, where one is named. */
  readonly file: string | undefined;
  /** What it knows is not reported; all that is found is written to it; it is left alone. */
  readonly mode: "use" | "update" | "ignore";
}

/** A baseline, and where it is. */
export interface OpenBaseline extends Baseline {
  /** Absolute. */
  readonly path: string;
  readonly folder: string;
  /** As people know it. */
  readonly name: string;
  readonly mode: "use" | "update";
}

/** A way to tell of files early, where it is known early what is new of them. */
export function earlyNews(
  baseline: OpenBaseline | undefined,
  tell: (file: CheckedFile) => void,
): (file: CheckedFile) => void {
  if (baseline === undefined) return tell;
  return baseline.mode === "update" ? () => undefined : (file) => tell(baseline.newsIn(file));
}

/** Gives nothing where there is none to be used; complains of one that cannot be. */
export function openBaseline(
  { file, mode }: BaselineRequest,
  cwd: string,
  complaints: Complaints,
): OpenBaseline | undefined {
  if (mode === "ignore") return undefined;
  const path = resolve(cwd, file ?? BASELINE_FILE);
  const name = displayPath(path, cwd);
  const isThere = existsSync(path);
  // One that is named is missed where it is not there, unless it is to be written.
  if (!isThere && mode === "use" && file === undefined) return undefined;
  const known = isThere || mode === "use" ? attempt(name, complaints, () => readBaseline(path)) : new Map();
  if (typeof known === "string") complaints.add(`${name}: ${known}`);
  if (known === undefined || typeof known === "string") return undefined;
  const folder = dirname(path);
  return { ...createBaseline(known, folder), path, folder, name, mode };
}

interface Update {
  readonly files: readonly CheckedFile[];
  /** The same files, with what was not known. */
  readonly news: readonly CheckedFile[];
  readonly isJudged: IsJudged;
  readonly terminal: Pick<Terminal, "complain">;
  readonly complaints: Complaints;
}

/** Has a baseline know what was found, and says what that changes. Where not all could be checked it stays as it is. */
export function updateBaseline(
  { path, name, updatedBy, goneFrom }: OpenBaseline,
  { files, news, isJudged, terminal, complaints }: Update,
): boolean {
  if (complaints.any()) {
    complaints.add(`${name}: not written, because not all could be checked`);
    return false;
  }
  const known = updatedBy(files, isJudged);
  const isWritten = attempt(name, complaints, () => {
    writeBaseline(path, known);
    return true;
  });
  if (isWritten === undefined) return false;
  const all = [...known.values()].reduce((sum, { length }) => sum + length, 0);
  const added = news.reduce((sum, { problems }) => sum + problems.length, 0);
  const gone = goneFrom(files, isJudged).length;
  terminal.complain(
    `curated-content: ${name} knows ${all} ${all === 1 ? "problem" : "problems"}: ${added} new, ${gone} gone`,
  );
  return true;
}
