import { setImmediate } from "node:timers/promises";
import { type Checking, checkFiles, type Findings } from "./checkFiles.ts";
import { createComplaints } from "./complaints.ts";
import { openSites, type SitesOptions } from "./sites.ts";

/** Files to be checked. Threads share it: each takes a portion, and then the next one that nobody has taken. */
export interface Work extends Pick<SitesOptions, "cwd" | "config" | "rules" | "patches"> {
  /** Absolute, sorted. */
  readonly paths: readonly string[];
  readonly isKept: Checking["isKept"];
  /** How many portions are taken. */
  readonly taken: Int32Array;
}

/** What came out of some of the files. */
export interface Portion extends Findings {
  /** Which of the portions, counted from 0. */
  readonly index: number;
  /** How many files it has, and the last of them. */
  readonly size: number;
  readonly last: string;
  /** What the thread had not complained of before. */
  readonly complaints: readonly string[];
  /** Whether all files of the sites that the thread has seen could be read. */
  readonly isReadable: boolean;
}

/** A thread's way to check: its language service, and what it has to complain of. */
export interface Checker {
  readonly checking: Checking;
  /** What was complained of since this was asked last. */
  complaints(): readonly string[];
}

/** So many files that taking them costs nothing, and so few that at the end no thread waits long for another. */
const SIZE = 32;

export function createWork(work: Omit<Work, "taken">): Work {
  return { ...work, taken: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) };
}

/** Leaves what is left of work undone. */
export function endWork({ paths, taken }: Work): void {
  Atomics.store(taken, 0, paths.length);
}

/** @param trace is told what the language service does */
export function createChecker(
  { paths, isKept, cwd, config, rules, patches }: Work,
  trace: SitesOptions["trace"],
): Checker {
  let lines: string[] = [];
  const complaints = createComplaints({ complain: (line) => lines.push(line) });
  const sites = openSites({ cwd, config, rules, patches, trace }, complaints);
  const listed = new Set(paths);
  return {
    checking: { isKept, sites, complaints, cwd, patches, isListed: (path) => listed.has(path) },
    complaints() {
      const news = lines;
      lines = [];
      return news;
    },
  };
}

/** Takes part in work until nothing is left of it, and passes on what comes out. */
export async function takePart(
  { paths, taken }: Work,
  { checking, complaints }: Checker,
  pass: (portion: Portion) => void,
): Promise<void> {
  for (;;) {
    const index = Atomics.add(taken, 0, 1);
    const own = paths.slice(index * SIZE, (index + 1) * SIZE);
    const last = own.at(-1);
    if (last === undefined) return;
    const findings = await checkFiles(own, checking);
    pass({
      ...findings,
      index,
      size: own.length,
      last,
      complaints: complaints(),
      isReadable: checking.sites.isReadable(),
    });
    // What the other threads have found comes in meanwhile.
    await setImmediate();
  }
}
