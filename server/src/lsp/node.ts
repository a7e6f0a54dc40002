/** The server in Node, for VS Code on a desktop or a remote machine and for any other editor. */
import { isAbsolute, join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { createConnection } from "vscode-languageserver/node";
import { LINEAR_AFTER_BACKTRACKING } from "../disk/regularExpressions.ts";
import { userCache } from "../disk/userCache.ts";
import type { InitializationOptions } from "../protocol/requests.ts";
import type { FactCache, Log } from "../service/languageService.ts";
import { createFactCache } from "./factCacheFile.ts";
import { describeError } from "./log.ts";
import { createNodeFiles } from "./nodeWorkspace.ts";
import { runPageThread } from "./pageThread.ts";
import { createPageReader } from "./pageThreads.ts";
import { startServer } from "./server.ts";
import { connectStdio } from "./stdio.ts";
import { version } from "./version.ts";

const USAGE = `The language server of Curated Content, for editors.

Usage: node server.js --stdio | --node-ipc | --socket=PORT | --pipe=NAME

  --stdio        talk over standard input and output
  --node-ipc     talk over the channel of a Node parent process
  --socket=PORT  connect to a port of this machine
  --pipe=NAME    connect to a named pipe
  --help         print this
  --version      print the version
`;

/**
 * A server that waits for the next key has other needs than a program that computes. What a key leaves behind dies young:
 * room for more of it would be held and never used. And while an author types, V8 spends more on optimising functions
 * than the faster ones give back, so a function must be hotter than usual (15 times) before it does. From Node 22 on V8
 * counts otherwise and no longer knows the flag, at which it would complain to the author.
 */
const V8_FLAGS = [
  "--semi-space-growth-factor=1",
  LINEAR_AFTER_BACKTRACKING,
  ...(Number.parseInt(process.versions.v8, 10) < 12 ? ["--interrupt-budget=2000000"] : []),
];

if (isMainThread) main(process.argv.slice(2));
else if (parentPort !== null) void runPageThread(workerData, parentPort);

function main(args: readonly string[]): void {
  if (args.includes("--help") || args.includes("-h")) process.stdout.write(USAGE);
  else if (args.includes("--version")) process.stdout.write(`${version}\n`);
  else if (args.some(isTransport)) serve();
  else {
    process.stderr.write("curated-content server: say how to talk, for example with --stdio (see --help).\n");
    process.exitCode = 2;
  }
}

function isTransport(arg: string): boolean {
  return /^--(?:stdio|node-ipc|socket|pipe)(?:=|$)/.test(arg);
}

function openFactCache(folder: InitializationOptions["cacheFolder"], log: Log): FactCache | undefined {
  if (folder === false) return undefined;
  // A client may send anything.
  const path = typeof folder === "string" && isAbsolute(folder) ? folder : join(userCache(process.env), "facts");
  return createFactCache(path, { program: __dirname, log });
}

function serve(): void {
  for (const flag of V8_FLAGS) setFlagsFromString(flag);
  const connection = process.argv.includes("--stdio") ? connectStdio() : createConnection();
  // The channel may go while the process of the client, which is watched, lives on.
  if (process.argv.includes("--node-ipc")) process.once("disconnect", () => process.exit(1));
  // An error that nobody waited for must not end the session of an author. Without a client there is no session.
  const report = (error: unknown): void => {
    try {
      connection.console.error(describeError(error));
    } catch {
      process.exit(1);
    }
  };
  process.on("uncaughtException", report);
  process.on("unhandledRejection", report);
  const openPageReader = (isTrusted: () => boolean, log: Log) => createPageReader(__filename, isTrusted, log);
  startServer(connection, { version, openFiles: createNodeFiles, openFactCache, openPageReader });
}
