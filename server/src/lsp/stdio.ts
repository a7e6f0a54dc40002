import { Console } from "node:console";
import {
  AbstractMessageWriter,
  type Connection,
  createConnection,
  type Message,
  StreamMessageReader,
} from "vscode-languageserver/node";

/** LSP over standard input and output. Ends the process with the input: without a client there is nothing to do. */
export function connectStdio(): Connection {
  let isShutDown = false;
  const end = () => process.exit(isShutDown ? 0 : 1);
  process.stdin.on("end", end).on("close", end);
  // The output is the client's: a word of anything else, as a package may say it, would end the conversation.
  globalThis.console = new Console(process.stderr);
  const connection = createConnection(new StreamMessageReader(process.stdin), new StdoutWriter());
  connection.onShutdown(() => {
    isShutDown = true;
  });
  return connection;
}

/**
 * Writes each message at once. `StreamMessageWriter` writes the header, waits and writes the content, so that every answer
 * costs twice what it must, on both ends of the pipe.
 */
class StdoutWriter extends AbstractMessageWriter {
  constructor() {
    super();
    process.stdout.on("error", (error) => this.fireError(error));
    process.stdout.on("close", () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    const content = JSON.stringify(message);
    const header = `Content-Length: ${Buffer.byteLength(content)}\r\n\r\n`;
    return new Promise((resolve, reject) => {
      process.stdout.write(header + content, (error) => (error ? reject(error) : resolve()));
    });
  }

  end(): void {
    process.stdout.end();
  }
}
