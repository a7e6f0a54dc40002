/** Reading a source page in the extension host, whose way to the network VS Code has changed for its own ends. */
import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import * as vscode from "vscode";
import type * as sourceReader from "../../../client/src/sourcePage/sourceReader.ts";

describe("A source page in VS Code", () => {
  let server: Server;
  let port: number;
  let asked: number;

  before(async () => {
    asked = 0;
    server = createServer((_, response) => {
      asked++;
      response.writeHead(200, { "content-type": "text/html" }).end("<title>Keys</title>");
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const address = server.address();
    assert.ok(typeof address === "object" && address !== null);
    port = address.port;
  });

  after(() => {
    server.closeAllConnections();
    server.close();
  });

  /** The script of the packaged extension. */
  function load(): typeof sourceReader {
    const extension = vscode.extensions.getExtension("curated-content.curated-content");
    assert.ok(extension);
    return createRequire(`${extension.extensionPath}/dist/`)("./sourceReader.js");
  }

  it("is read at the address that was looked at", async () => {
    const reader = load().createSourceReader({
      isAllowed: (address) => address === "127.0.0.1",
      lookUp: async () => [{ address: "127.0.0.1", family: 4 }],
      timeout: 10_000,
    });
    const found = await reader.readPage(`http://keys.example:${port}/`, new AbortController().signal);
    assert.deepEqual(found, { kind: "read", facts: { title: "Keys", authors: [] } });
    assert.equal(asked, 1);
  });

  it("is not read from this machine", async () => {
    const reader = load().createSourceReader();
    for (const host of ["127.0.0.1", "localhost", "[::1]"]) {
      const found = await reader.readPage(`http://${host}:${port}/`, new AbortController().signal);
      assert.ok(found.kind === "failed" && found.reason === "notPublic", JSON.stringify(found));
    }
    assert.equal(asked, 1);
  });
});
