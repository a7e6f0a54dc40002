import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { copyFileSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { resolve } from "node:path";
import {
  createProtocolConnection,
  SocketMessageReader,
  SocketMessageWriter,
} from "vscode-languageserver-protocol/node";
import { BROKEN, endSessions, linesOf, SERVER, startSession } from "../lsp/session.ts";
import { failure, run, useFolder } from "./cli.ts";

const CLI = resolve("dist/cli.js");

describe("cli lsp", () => {
  const folder = useFolder();
  afterEach(endSessions);

  for (const options of [[], ["--stdio"], ["--stdio", `--clientProcessId=${process.pid}`]]) {
    it(`is the language server: lsp ${options.join(" ").replace(/\d+/, "PID")}`, async () => {
      const [own, server] = await Promise.all([
        startSession({ program: [CLI, "lsp", ...options] }),
        startSession({ program: [SERVER, "--stdio"] }),
      ]);
      assert.deepEqual(own.result, server.result);
      await Promise.all([own.open(BROKEN), server.open(BROKEN)]);
      const lines = linesOf(await own.diagnostics(BROKEN));
      assert.ok(lines.length > 0);
      assert.deepEqual(lines, linesOf(await server.diagnostics(BROKEN)));
    });
  }

  for (const transport of ["socket", "pipe"] as const) {
    it(`talks over a ${transport}`, async () => {
      const listener = createServer();
      listener.listen(transport === "pipe" ? folder.at("pipe") : { port: 0, host: "127.0.0.1" });
      await once(listener, "listening");
      const address = listener.address();
      const where = typeof address === "object" ? String(address?.port) : String(address);
      const child = spawn(process.execPath, [CLI, "lsp", `--${transport}`, where], { stdio: "inherit" });
      const exited = once(child, "exit");
      const [socket] = (await once(listener, "connection")) as [Socket];
      const connection = createProtocolConnection(new SocketMessageReader(socket), new SocketMessageWriter(socket));
      connection.listen();
      const { serverInfo } = await connection.sendRequest<{ serverInfo: { name: string } }>("initialize", {
        processId: null,
        rootUri: null,
        capabilities: {},
      });
      assert.equal(serverInfo.name, "curated-content");
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      assert.deepEqual(await exited, [0, null]);
      connection.dispose();
      listener.close();
    });
  }

  it("ends with its client", () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, "lsp"], { encoding: "utf8", input: "" });
    assert.deepEqual({ status, stdout, stderr }, { status: 1, stdout: "", stderr: "" });
  });

  it("answers wrong use with one line", () => {
    assert.match(failure(run(folder.path, "lsp", "--stdio", "--socket", "6010")), /cannot be used with option/);
    assert.match(failure(run(folder.path, "lsp", "--socket", "a")), /It must be a port/);
    assert.match(failure(run(folder.path, "lsp", "--socket", "70000")), /It must be a port/);
    assert.match(failure(run(folder.path, "lsp", "file.md")), /too many arguments/);
  });

  it("says where the server is missing", () => {
    copyFileSync(CLI, folder.at("cli.js"));
    const { status, stderr } = spawnSync(process.execPath, [folder.at("cli.js"), "lsp"], { encoding: "utf8" });
    assert.equal(status, 2);
    assert.equal(
      stderr,
      `curated-content: the language server is not installed: ${folder.at("server.js")} is missing\n`,
    );
  });
});
