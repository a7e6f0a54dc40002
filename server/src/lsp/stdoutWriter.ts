import { AbstractMessageWriter, type Message } from "vscode-languageserver/node";

/**
 * Writes each message at once. `StreamMessageWriter` writes the header, waits and writes the content, so that every answer
 * costs twice what it must, on both ends of the pipe.
 */
export class StdoutWriter extends AbstractMessageWriter {
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
