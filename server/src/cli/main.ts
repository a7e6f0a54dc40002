import { setFlagsFromString } from "node:v8";
import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { LINEAR_AFTER_BACKTRACKING } from "../disk/regularExpressions.ts";
import { ioReason } from "./ioReason.ts";
import { oneLine } from "./printable.ts";
import { run } from "./run.ts";
import { createTerminal } from "./terminal.ts";
import { runWorker } from "./threads.ts";

// The process: its streams, its arguments and its exit code. `process.exit` is never called: it would cut off output
// that a pipe has not taken yet. What goes wrong without being expected ends here, as one line for people.

/**
 * A check is over before V8 has made the most of the code: with less of it put into other functions, what it compiles costs
 * an eighth less in all for ten thousand files. A language server lives longer, and has flags of its own.
 */
const V8_FLAGS = ["--max-inlined-bytecode-size-cumulative=100", LINEAR_AFTER_BACKTRACKING];

async function main(args: readonly string[]): Promise<void> {
  if (args[0] !== "lsp") for (const flag of V8_FLAGS) setFlagsFromString(flag);
  process.on("uncaughtException", (error) => fail(describe(error, args)));
  watch(process.stdout);
  watch(process.stderr);
  const code = await run(args, createTerminal(process));
  process.exitCode = Math.max(code, Number(process.exitCode ?? 0));
}

/** A reader that left (`| head`) is no fault: what was checked stays checked. Any other fault of the output is one. */
function watch(stream: NodeJS.WriteStream): void {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") fail(`cannot write the output: ${ioReason(error) ?? error.message}`);
  });
}

function fail(line: string): void {
  process.exitCode = 2;
  process.stderr.write(`curated-content: ${line}\n`);
}

function describe(error: unknown, args: readonly string[]): string {
  if (!(error instanceof Error)) return `internal error: ${oneLine(String(error))}`;
  if (args.includes("--debug")) return `internal error: ${error.stack ?? error.message}`;
  return `internal error: ${oneLine(error.message)} (a fault of the program; --debug shows where)`;
}

if (isMainThread) void main(process.argv.slice(2));
else if (parentPort !== null) void runWorker(workerData, parentPort);
