import { Console } from "node:console";
import { type Connection, createConnection } from "vscode-languageserver/node";
import { StdinReader } from "./stdinReader.ts";
import { StdoutWriter } from "./stdoutWriter.ts";

/** LSP over standard input and output. Ends the process with the input: without a client there is nothing to do. */
export function connectStdio(): Connection {
  let isShutDown = false;
  const end = () => process.exit(isShutDown ? 0 : 1);
  process.stdin.on("end", end).on("close", end);
  // The output is the client's: a word of anything else, as a package may say it, would end the conversation.
  globalThis.console = new Console(process.stderr);
  const connection = createConnection(new StdinReader(), new StdoutWriter());
  connection.onShutdown(() => {
    isShutDown = true;
  });
  return connection;
}
