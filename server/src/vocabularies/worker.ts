/** A worker, in Node and in a browser, that reads one vocabulary after the other, so that nobody else waits meanwhile. */
import { readVocabulary, type VocabularyText } from "./readVocabulary.ts";

/** The other end of the line. */
interface Port {
  postMessage(message: unknown): void;
}

const scope = globalThis as unknown as Port & { onmessage?: (event: { readonly data: VocabularyText }) => void };

if (typeof process === "object" && process.versions?.node !== undefined) {
  const { parentPort } = require("node:worker_threads") as typeof import("node:worker_threads");
  parentPort?.on("message", (wanted: VocabularyText) => void answer(wanted, parentPort));
} else {
  scope.onmessage = ({ data }) => void answer(data, scope);
}

async function answer(wanted: VocabularyText, port: Port): Promise<void> {
  port.postMessage(await readVocabulary(wanted));
}
