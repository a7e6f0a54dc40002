import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import { relative, resolve } from "node:path";
import { promisify } from "node:util";

/** A list of a hundred thousand pages has some tens of megabytes. */
const LONGEST_LIST = 256 * 1024 * 1024;
const LONGEST_TIME_MS = 120_000;

/**
 * Where Hugo itself says that readers will find a page; `undefined` where it makes no page of the file. Rejects where it
 * cannot say, as for a site that it cannot build.
 */
export async function permalinkOf(program: string, root: string, file: string): Promise<string | undefined> {
  const args = ["list", "all", "--source", root, "--environment", "development"];
  const options = { cwd: tmpdir(), maxBuffer: LONGEST_LIST, timeout: LONGEST_TIME_MS, windowsHide: true };
  const { stdout } = await promisify(execFile)(program, args, options);
  return permalinkIn(stdout, (path) => relative(resolve(root, path), file) === "");
}

/**
 * The address of a page on the server, which keeps the path of the site's address and nothing else of it.
 *
 * @param home the address of the home page on the server
 */
export function onServer(permalink: string, home: string): string {
  return new URL(new URL(permalink, home).pathname, home).href;
}

/** Finds the permalink of a page in what `hugo list all` prints, which is CSV with a line of names on top. */
export function permalinkIn(csv: string, isPage: (path: string) => boolean): string | undefined {
  const [names = [], ...rows] = rowsOf(csv);
  const [path, permalink] = [names.indexOf("path"), names.indexOf("permalink")];
  return rows.find((row) => isPage(row[path] ?? ""))?.[permalink];
}

/** CSV as RFC 4180 has it: a field may be in quotes, and then hold commas, line breaks and, doubled, quotes. */
function* rowsOf(csv: string): Generator<readonly string[]> {
  let row: string[] = [];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end === ",") continue;
    yield row;
    row = [];
  }
}
