// The wire of LSP: JSON behind a `Content-Length` header. Shared by the client and the null server, so that neither
// pays for a library.

/**
 * @typedef {object} Message
 * @property {number | string} [id]
 * @property {string} [method]
 * @property {any} [params]
 * @property {any} [result]
 * @property {{ code: number, message: string }} [error]
 */

/** @param {Message} message */
export function encodeMessage(message) {
  const body = JSON.stringify({ jsonrpc: "2.0", ...message });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/**
 * Calls back for each message that arrives on a stream.
 * @param {NodeJS.ReadableStream} stream
 * @param {(message: Message) => void} onMessage
 */
export function readMessages(stream, onMessage) {
  /** @type {Buffer} */
  let pending = Buffer.alloc(0);
  stream.on("data", (/** @type {Buffer} */ chunk) => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    for (;;) {
      const bodyStart = pending.indexOf("\r\n\r\n") + 4;
      if (bodyStart < 4) return;
      const bodyLength = Number(/content-length: *(\d+)/i.exec(pending.toString("latin1", 0, bodyStart))?.[1]);
      if (Number.isNaN(bodyLength)) throw new Error(`no length in: ${pending.toString("latin1", 0, bodyStart)}`);
      if (pending.length < bodyStart + bodyLength) return;
      const body = pending.toString("utf8", bodyStart, bodyStart + bodyLength);
      pending = pending.subarray(bodyStart + bodyLength);
      onMessage(JSON.parse(body));
    }
  });
}
