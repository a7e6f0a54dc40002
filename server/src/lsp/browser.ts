/**
 * The server in a web worker, for VS Code in a browser. Every file comes from the client. The server in Node takes from the
 * same bundle what both share (scripts/sharedCore.mjs), and nothing starts there.
 */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { startServer } from "./server.ts";
import { version } from "./version.ts";

/** The worker itself. Its type is that of a browser, which the rest of the server must not see. */
const worker = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0] & { close(): void };

if ("importScripts" in worker) {
  const connection = createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));
  // A worker lives until it is told not to; Node's process ends by itself.
  connection.onExit(() => worker.close());
  startServer(connection, { version, openFiles: (clientFiles) => clientFiles });
}
