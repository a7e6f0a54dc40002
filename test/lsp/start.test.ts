import assert from "node:assert/strict";
import { fork, type SpawnSyncReturns, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { endSessions, SERVER, startSession, until } from "./session.ts";

const { version } = JSON.parse(readFileSync("package.json", "utf8"));

describe("The server's start", () => {
  afterEach(endSessions);

  it("says what it can do", async () => {
    const { result, registered } = await startSession();
    const { capabilities } = result;
    assert.deepEqual(result.serverInfo, { name: "curated-content", version });
    assert.equal(capabilities.positionEncoding, "utf-16");
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2 });
    assert.deepEqual(capabilities.diagnosticProvider, {
      identifier: "curated-content",
      interFileDependencies: true,
      workspaceDiagnostics: true,
    });
    assert.deepEqual(capabilities.codeActionProvider, {
      codeActionKinds: ["quickfix", "refactor.rewrite", "source.fixAll.curatedContent"],
    });
    assert.ok(capabilities.completionProvider?.triggerCharacters?.includes("a"));
    await until("it is told about changes", () => (registered.length === 2 ? true : undefined));
    assert.deepEqual(registered.toSorted(), ["workspace/didChangeConfiguration", "workspace/didChangeWatchedFiles"]);
  });

  it("asks nothing of a client that can do little", async () => {
    const { result, registered } = await startSession({ capabilities: {} });
    assert.equal(result.capabilities.diagnosticProvider, undefined);
    assert.deepEqual(registered, []);
  });

  it("says in one line how it wants to be started", () => {
    const { status, stdout, stderr } = run();
    assert.equal(status, 2);
    assert.equal(stdout, "");
    assert.match(stderr, /^.*--stdio.*\n$/);
  });

  it("prints its version and its usage", () => {
    assert.equal(run("--version").stdout, `${version}\n`);
    assert.match(run("--help").stdout, /--node-ipc/);
  });

  it("ends with its client", () => {
    const { status, signal } = run("--stdio");
    assert.deepEqual({ status, signal }, { status: 1, signal: null });
  });

  it("ends with the channel to its parent, also where that lives on", async () => {
    const server = fork(SERVER, ["--node-ipc"], { execArgv: [] });
    const exited = once(server, "exit");
    const answered = once(server, "message");
    const params = { processId: process.pid, rootUri: null, capabilities: {} };
    server.send({ jsonrpc: "2.0", id: 1, method: "initialize", params });
    await answered;
    server.disconnect();
    const timer = setTimeout(() => server.kill(), 10_000);
    assert.deepEqual(await exited, [1, null]);
    clearTimeout(timer);
  });
});

/** Runs the server with nothing on its standard input. */
function run(...args: string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [SERVER, ...args], { encoding: "utf8", input: "", timeout: 10_000 });
}
