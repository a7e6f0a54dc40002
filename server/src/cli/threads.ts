import { availableParallelism } from "node:os";
import { setTimeout } from "node:timers/promises";
import { type MessagePort, Worker } from "node:worker_threads";
import { type Checker, createChecker, type Portion, takePart, type Work } from "./portions.ts";
import { programFile } from "./programFile.ts";

/** Fewer files are checked before another thread has started. */
const FEWEST_FILES = 200;

/** More threads wait for the disk and for memory rather than for the processor. */
const MOST_THREADS = 8;

/** Is told what comes out of work. */
export interface Receiver {
  pass(portion: Portion): void;
  /** What the language services do. */
  trace(line: string): void;
}

/**
 * Does work, with other threads beside this one where there is much of it.
 *
 * @param checker this thread's
 */
export async function workInThreads(work: Work, checker: Checker, receiver: Receiver): Promise<void> {
  const workers = Array.from({ length: threadsFor(work) - 1 }, () => new Worker(programFile(), { workerData: work }));
  try {
    // As JSON nothing of it holds the text of a file, which a part of that text would for V8.
    const pass = (portion: Portion) => receiver.pass(JSON.parse(JSON.stringify(portion)) as Portion);
    await Promise.all([...workers.map((worker) => endOf(worker, receiver)), takePart(work, checker, pass)]);
  } catch (error) {
    for (const worker of workers) void worker.terminate();
    throw error;
  }
}

/** What a worker tells the thread that started it. A portion is JSON, which passes several times as fast as objects do. */
type Message = { readonly portion: string } | { readonly trace: string } | { readonly isDone: true };

/**
 * V8 compiles beside a thread what has become hot in it, and Node 20 may abort the whole process where it still does when
 * the thread ends. So a thread rests before, while what it has found is put together; in milliseconds.
 */
const REST_MS = 100;

/** What the program does when it is started as a worker. */
export async function runWorker(work: Work, port: MessagePort): Promise<void> {
  const send = (message: Message) => port.postMessage(message);
  const checker = createChecker(work, (trace) => send({ trace }));
  await takePart(work, checker, (portion) => send({ portion: JSON.stringify(portion) }));
  send({ isDone: true });
  await setTimeout(REST_MS);
}

/** Resolves when a thread has nothing left to do, and rejects where it fails. */
function endOf(worker: Worker, { pass, trace }: Receiver): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.on("message", (message: Message) => {
      if ("trace" in message) trace(message.trace);
      else if ("isDone" in message) resolve();
      else pass(JSON.parse(message.portion) as Portion);
    });
    worker.on("error", reject);
    worker.on("exit", () => resolve());
  });
}

function threadsFor({ paths }: Work): number {
  return paths.length >= FEWEST_FILES ? Math.min(availableParallelism(), MOST_THREADS) : 1;
}
