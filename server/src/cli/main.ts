import { setFlagsFromString } from "node:v8";
import { LINEAR_AFTER_BACKTRACKING } from "../disk/regularExpressions.ts";
import { ioReason } from "./ioReason.ts";
import { oneLine } from "./printable.ts";
import { run } from "./run.ts";
import { createTerminal } from "./terminal.ts";

// The process: its streams, its arguments and its exit code. `process.exit` is never called: it would cut off output
// that a pipe has not taken yet. What goes wrong without being expected ends here, as one line for people.

async function main(args: readonly string[]): Promise<void> {
  setFlagsFromString(LINEAR_AFTER_BACKTRACKING);
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

void main(process.argv.slice(2));
