import { AbstractMessageReader, type DataCallback, type Disposable, type Message } from "vscode-languageserver/node";

/** What ends the header of a message (LSP, Base Protocol). */
const HEADER_END = "\r\n\r\n";

/**
 * Reads messages where they lie in what the pipe brought, nearly always one or two whole ones. `StreamMessageReader` takes
 * four times as long for that: it looks at each byte of a header, copies, and starts a task for each message.
 */
export class StdinReader extends AbstractMessageReader {
  /** What has come of a message that is not whole yet. */
  #chunks: Buffer[] = [];
  #size = 0;
  /** So many bytes are needed before it is worth looking again. */
  #needed = 0;

  listen(callback: DataCallback): Disposable {
    const take = (chunk: Buffer): void => {
      this.#chunks.push(chunk);
      this.#size += chunk.length;
      if (this.#size >= this.#needed) this.#read(callback);
    };
    const fail = (error: Error): void => this.fireError(error);
    const close = (): void => this.fireClose();
    process.stdin.on("data", take).on("error", fail).on("close", close);
    return {
      dispose: () => void process.stdin.off("data", take).off("error", fail).off("close", close),
    };
  }

  #read(callback: DataCallback): void {
    const data =
      this.#chunks.length === 1 && this.#chunks[0] !== undefined ? this.#chunks[0] : Buffer.concat(this.#chunks);
    let at = 0;
    this.#needed = 0;
    for (;;) {
      const headerEnd = data.indexOf(HEADER_END, at, "latin1");
      if (headerEnd === -1) break;
      const start = headerEnd + HEADER_END.length;
      const header = data.toString("latin1", at, headerEnd);
      const length = Number(/^content-length:[ \t]*(\d+)[ \t]*$/im.exec(header)?.[1]);
      if (Number.isNaN(length)) {
        // Nobody can tell where the next message starts; it is looked for behind this header.
        this.fireError(new Error(`A message says no Content-Length in its header: ${JSON.stringify(header)}`));
        at = start;
        continue;
      }
      if (data.length < start + length) {
        this.#needed = start + length - at;
        break;
      }
      at = start + length;
      this.#deliver(data.toString("utf8", start, at), callback);
    }
    const rest = data.subarray(at);
    this.#chunks = rest.length > 0 ? [rest] : [];
    this.#size = rest.length;
  }

  #deliver(content: string, callback: DataCallback): void {
    let message: Message;
    try {
      message = JSON.parse(content) as Message;
    } catch (error) {
      this.fireError(error);
      return;
    }
    callback(message);
  }
}
