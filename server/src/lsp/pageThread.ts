import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { MessagePort } from "node:worker_threads";
import { compileSchema } from "../../../schemas/compileSchema.ts";
import { builtIns } from "../../../schemas/index.ts";
import { fileStartNow } from "../disk/filesNow.ts";
import { createLanguageService, type Log, type SiteKey, type Workspace } from "../service/languageService.ts";
import type { Files } from "./clientWorkspace.ts";
import { reasonOf } from "./log.ts";
import { createNodeFiles, isMissing } from "./nodeWorkspace.ts";

/** Pages to be read. Threads share it: each takes a portion, and then the next one that nobody has taken. */
export interface PageWork {
  readonly site: SiteKey;
  /** Of their files below the site's root. */
  readonly paths: readonly string[];
  /** How many portions are taken. */
  readonly taken: Int32Array;
  readonly isTrusted: boolean;
}

/** What a thread tells the one that started it. Pages are JSON, which passes several times as fast as objects do. */
export type ThreadMessage = { readonly pages: string } | { readonly warning: string } | { readonly isDone: true };

/** So few that nobody waits for them to be entered into the index. */
const SIZE = 32;

/**
 * V8 compiles beside a thread what has become hot in it, and Node 20 aborts the whole process where it still does when the
 * thread ends. So a thread rests before; in milliseconds.
 */
const REST_MS = 1000;

/** A thread's part of the work, until nothing is left of it. */
export async function runPageThread(work: PageWork, port: MessagePort): Promise<void> {
  const send = (message: ThreadMessage): void => port.postMessage(message);
  await readPages(work, send);
  send({ isDone: true });
  await setTimeout(REST_MS);
}

async function readPages(
  { site, paths, taken, isTrusted }: PageWork,
  send: (message: ThreadMessage) => void,
): Promise<void> {
  const service = createLanguageService({
    workspace: workspaceIn(site.root, (warning) => send({ warning })),
    builtIns,
    compileSchema: async (schema) => (isTrusted ? compileSchema(schema) : { notCompiled: "untrusted" }),
    log: SILENT,
    now: Date.now,
  });
  for (;;) {
    const index = Atomics.add(taken, 0, 1);
    const own = paths.slice(index * SIZE, (index + 1) * SIZE);
    const pages = own.length === 0 ? undefined : await service.readPages(site, own);
    if (pages === undefined) return;
    send({ pages: JSON.stringify(pages) });
  }
}

/** The other thread has told what there is to say of the site itself. */
const SILENT: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** The disk, for a thread that has nothing else to do while a page is read. */
function workspaceIn(root: string, warn: (warning: string) => void): Workspace {
  return {
    ...createNodeFiles(NOWHERE, SILENT),
    folders: () => [root],
    openDocument: () => undefined,
    openDocuments: () => [],
    pause: async () => undefined,
    async readStart(uri, length) {
      try {
        return fileStartNow(fileURLToPath(uri), length);
      } catch (error) {
        if (!isMissing(error)) warn(`${uri} could not be read: ${reasonOf(error)}`);
        return undefined;
      }
    },
  };
}

/** Nothing of a site on this machine lies elsewhere. */
const NOWHERE: Files = {
  readFile: async () => undefined,
  exists: async () => false,
  readFolders: async () => [],
  readFiles: async () => undefined,
  readHead: async () => undefined,
  readStart: async () => undefined,
};
