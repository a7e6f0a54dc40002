import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Log, PageReader, ReadPage } from "../service/languageService.ts";
import { describeError } from "./log.ts";
import type { PageWork, ThreadMessage } from "./pageThread.ts";

/** One thread is left to the author. More than two wait for the disk and take the editor's memory. */
const MOST_THREADS = 2;

/** What a page leaves behind dies young, and V8 collects the rest the earlier the less it may hold. */
const LIMITS = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 256 };

/**
 * Reads the pages of sites on this machine in threads of their own, which end soon after that is done.
 *
 * @param program this program's script, which runs a thread's part in a thread
 * @param isTrusted whether code may be made of a site's schemas
 */
export function createPageReader(program: string, isTrusted: () => boolean, log: Log): PageReader {
  return {
    async read(site, paths, take, isStopped) {
      if (!site.root.startsWith("file:")) return;
      const taken = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
      const work: PageWork = { site, paths, taken, isTrusted: isTrusted() };
      const count = Math.max(1, Math.min(availableParallelism() - 1, MOST_THREADS));
      await Promise.all(
        Array.from({ length: count }, async () => {
          try {
            const worker = new Worker(program, { workerData: work, resourceLimits: LIMITS, stdout: true });
            await workIn(worker, work, { take, isStopped, log });
          } catch (error) {
            log.warn(`The pages of ${site.root} are read without another thread: ${describeError(error)}`);
          }
        }),
      );
    },
  };
}

interface Receiver {
  take(pages: readonly ReadPage[]): void;
  isStopped(): boolean;
  readonly log: Log;
}

/** Resolves when a thread has nothing left to do, and rejects where it fails. */
function workIn(worker: Worker, { paths, taken }: PageWork, { take, isStopped, log }: Receiver): Promise<void> {
  // A server whose client is gone does not wait for it.
  worker.unref();
  // The output is the client's (`connectStdio`), whatever a package says in a thread.
  worker.stdout.pipe(process.stderr);
  return new Promise((resolve, reject) => {
    worker.on("message", (message: ThreadMessage) => {
      if ("warning" in message) log.warn(message.warning);
      else if ("isDone" in message) resolve();
      // It ends by itself, since to end it in the midst of something may abort the process (`runPageThread`).
      else if (isStopped()) Atomics.store(taken, 0, paths.length);
      else take(JSON.parse(message.pages) as readonly ReadPage[]);
    });
    worker.on("error", reject);
    worker.on("exit", () => resolve());
  });
}
