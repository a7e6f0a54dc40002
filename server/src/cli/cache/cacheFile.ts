import { readFileSync, statSync } from "node:fs";
import { hashOf } from "../../disk/hash.ts";
import { writeWholeFile } from "../wholeFile.ts";
import type { CacheEntry } from "./cacheEntry.ts";

/** What is kept from one check to the next. */
export interface CacheContent {
  /** When the check began that wrote it, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly looked: number;
  /** By their paths. */
  readonly entries: ReadonlyMap<string, CacheEntry>;
}

/** What a cache starts with: one line, then a line for each entry. */
interface Head {
  /** The program that wrote it. Another one may find something else. */
  readonly program: string;
  readonly looked: number;
  /** Of the lines below. */
  readonly hash: string;
}

const EMPTY: CacheContent = { looked: 0, entries: new Map() };

/**
 * Reads a cache. One that is damaged, or that another program wrote, is as good as none.
 *
 * @param path of its file, which need not be there
 * @param program the file of this program
 */
export function readCache(path: string, program: string): CacheContent {
  try {
    const text = readFileSync(path, "utf8");
    const end = text.indexOf("\n");
    const head = JSON.parse(text.slice(0, end)) as Head;
    const body = text.slice(end + 1);
    if (head.program !== identityOf(program) || head.hash !== hashOf(body)) return EMPTY;
    const entries = body === "" ? [] : (JSON.parse(`[${body}]`) as readonly CacheEntry[]);
    return { looked: head.looked, entries: new Map(entries.map((entry) => [entry.path, entry])) };
  } catch {
    // Whatever it is, it is no cache. It will be one after this check.
    return EMPTY;
  }
}

/** Writes a cache in one step: who reads it meanwhile reads the one before. Throws where the system does. */
export function writeCache(path: string, program: string, { looked, entries }: CacheContent): void {
  const body = [...entries.values()].map((entry) => JSON.stringify(entry)).join(",\n");
  const head: Head = { program: identityOf(program), looked, hash: hashOf(body) };
  writeWholeFile(path, `${JSON.stringify(head)}\n${body}`);
}

/** The version would not do while the program is worked on. */
function identityOf(program: string): string {
  const { size, mtimeMs } = statSync(program);
  return `${program} ${size} ${mtimeMs} ${process.version}`;
}
