import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Fetched, type FetchFailure, guardedFetch, type Network, PUBLIC_NETWORK } from "./guardedFetch.ts";
import { readSourceFacts, type SourceFacts } from "./sourceFacts.ts";

/** Reads pages of the web for new articles. */
export interface SourceReader {
  readPage(
    url: string,
    signal: AbortSignal,
  ): Promise<{ readonly kind: "read"; readonly facts: SourceFacts } | FetchFailure>;
  /** Puts a picture of the web into a file of this machine, which is deleted with the reader; gives its URI. */
  readImage(url: string, signal: AbortSignal): Promise<{ readonly kind: "read"; readonly uri: string } | FetchFailure>;
  dispose(): Promise<void>;
}

/** Metadata stand at the start of a page. In bytes. */
const PAGE_LIMIT = 2_000_000;
const IMAGE_LIMIT = 15_000_000;

/** The media types of pictures that browsers show, with their usual extensions. One in SVG may hold scripts, which the site would serve. */
const PICTURES: ReadonlyMap<string, string> = new Map([
  ["image/png", "png"],
  ["image/jpeg", "jpg"],
  ["image/gif", "gif"],
  ["image/webp", "webp"],
  ["image/avif", "avif"],
]);

export function createSourceReader(network: Network = PUBLIC_NETWORK): SourceReader {
  const folders: string[] = [];
  return {
    async readPage(url, signal) {
      const found = await guardedFetch(
        url,
        {
          accept: "text/html,application/xhtml+xml",
          isWanted: (type) => type === "text/html" || type === "application/xhtml+xml",
          limit: PAGE_LIMIT,
          beyond: "cut",
          signal,
        },
        network,
      );
      return found.kind === "failed" ? found : { kind: "read", facts: readSourceFacts(textOf(found), found.url) };
    },
    async readImage(url, signal) {
      const found = await guardedFetch(
        url,
        {
          accept: [...PICTURES.keys()].join(", "),
          isWanted: (type) => PICTURES.has(type),
          limit: IMAGE_LIMIT,
          beyond: "refuse",
          signal,
        },
        network,
      );
      if (found.kind === "failed") return found;
      const folder = await mkdtemp(join(tmpdir(), "curated-content-"));
      folders.push(folder);
      const file = join(folder, nameOf(found));
      await writeFile(file, found.bytes, { flag: "wx" });
      return { kind: "read", uri: pathToFileURL(file).href };
    },
    async dispose() {
      await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
    },
  };
}

/** The text of a page, in the charset that its server, its byte order mark or its first lines name (HTML Standard, 13.2.3). */
function textOf({ bytes, charset }: Fetched): string {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  const [, declared] = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(start) ?? [];
  for (const label of [markOf(bytes), charset, declared]) {
    const decoder = label === undefined ? undefined : decoderFor(label);
    if (decoder !== undefined) return decoder.decode(bytes);
  }
  return new TextDecoder().decode(bytes);
}

function markOf([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return first === 0xff && second === 0xfe ? "utf-16le" : undefined;
}

function decoderFor(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label);
  } catch {
    // A name that nobody knows.
    return undefined;
  }
}

/** The name of a picture's file, from its address as far as any file system takes it. */
function nameOf({ url, mediaType }: Fetched): string {
  const last = new URL(url).pathname.split("/").at(-1) ?? "";
  const stem = last
    .replace(/%[0-9a-f]{2}/gi, "-")
    .replace(/\.\w{1,5}$/, "")
    .replace(/[^\w.-]+/g, "-")
    .replace(/^[.-]+|[.-]+$/g, "");
  return `${stem.slice(0, LONGEST_NAME) || "picture"}.${PICTURES.get(mediaType)}`;
}

const LONGEST_NAME = 60;
