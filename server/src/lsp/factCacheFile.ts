import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { mkdir, open, readFile, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { stampOf } from "../disk/files.ts";
import { hashOf } from "../disk/hash.ts";
import { type FactCache, type KeptPage, type Log, type SiteKey, uriIn } from "../service/languageService.ts";
import { reasonOf } from "./log.ts";

/** So many pages are looked at, read or written before whatever else waits goes first. */
const AT_ONCE = 200;

/**
 * Keeps facts in a folder, in a file for each site: a line that says what they are good for, one for each page, and the hash
 * of all that. What is damaged, or was kept by another program or for another configuration, is as good as nothing.
 *
 * @param folder need not be there
 * @param program the folder of this program's scripts: a version would not do while it is worked on
 */
export function createFactCache(folder: string, { program, log }: { program: string; log: Log }): FactCache {
  // Not at the start of the server, which small sites wait for, too.
  let writer: string | undefined;
  const pathOf = ({ root }: SiteKey) => join(folder, `${hashOf(root)}.jsonl`);
  const headOf = ({ root, fingerprint }: SiteKey) => {
    writer ??= identityOf(program);
    return JSON.stringify([writer, root, hashOf(fingerprint)]);
  };
  // One after the other: they would write to the same file.
  let writing = Promise.resolve();

  return {
    async recall(site) {
      try {
        return await unchanged(site.root, await pagesIn(await readFile(pathOf(site), "utf8"), headOf(site)));
      } catch (error) {
        if (!isMissing(error)) log.warn(`What was known of ${site.root} cannot be read: ${reasonOf(error)}`);
        return [];
      }
    },
    keep(site, pages) {
      writing = writing.then(async () => {
        try {
          await mkdir(folder, { recursive: true });
          await write(pathOf(site), headOf(site), pages);
        } catch (error) {
          log.warn(`What is known of ${site.root} cannot be kept: ${reasonOf(error)}`);
        }
      });
      return writing;
    },
  };
}

async function pagesIn(text: string, head: string): Promise<readonly KeptPage[]> {
  if (!text.startsWith(`${head}\n`)) return [];
  const end = text.lastIndexOf("\n") + 1;
  const hash = createHash("sha256");
  const pages: KeptPage[] = [];
  for (let start = 0, next = 0; start < end; start = next) {
    const lines: string[] = [];
    for (next = start; next < end && lines.length < AT_ONCE; ) {
      const lineBreak = text.indexOf("\n", next);
      lines.push(text.slice(next, lineBreak));
      next = lineBreak + 1;
    }
    hash.update(text.slice(start, next));
    for (const line of start === 0 ? lines.slice(1) : lines) pages.push(JSON.parse(line) as KeptPage);
    await setImmediate();
  }
  // Before the hash is known to be right, nothing of it is told.
  return hash.digest("base64url") === text.slice(end) ? pages : [];
}

async function unchanged(root: string, pages: readonly KeptPage[]): Promise<readonly KeptPage[]> {
  const found: KeptPage[] = [];
  for (let start = 0; start < pages.length; start += AT_ONCE) {
    const some = await Promise.all(
      pages.slice(start, start + AT_ONCE).map(async (page) => {
        const now = await stat(fileURLToPath(uriIn(root, page.facts.path))).catch(() => undefined);
        return now?.isFile() === true && stampOf(now) === page.stamp ? [page] : [];
      }),
    );
    found.push(...some.flat());
  }
  return found;
}

async function write(path: string, head: string, pages: Iterable<KeptPage>): Promise<void> {
  const unfinished = `${path}.unfinished`;
  const file = await open(unfinished, "w");
  try {
    const hash = createHash("sha256");
    let lines = [head];
    const flush = async (): Promise<void> => {
      const text = lines.map((line) => `${line}\n`).join("");
      lines = [];
      hash.update(text);
      await file.write(text);
    };
    for (const page of pages) {
      if (lines.push(JSON.stringify(page)) >= AT_ONCE) await flush();
    }
    await flush();
    await file.write(hash.digest("base64url"));
  } finally {
    await file.close();
  }
  // Who reads it meanwhile reads the one before. Torn by a power cut, it has another hash.
  await rename(unfinished, path);
}

function identityOf(program: string): string {
  const scripts = readdirSync(program).filter((name) => name.endsWith(".js"));
  const looks = scripts.map((name) => `${name} ${stampOf(statSync(join(program, name)))}`);
  return hashOf([process.version, ...looks.toSorted()].join("\n"));
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
