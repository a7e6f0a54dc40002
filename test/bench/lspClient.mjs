// A language server process and a client that talks to it as an editor does.
import { spawn } from "node:child_process";
import { pathToFileURL } from "node:url";
import { encodeMessage, readMessages } from "./framing.mjs";

const patienceMs = 30_000;

const capabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    applyEdit: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    diagnostics: { refreshSupport: true },
  },
  textDocument: {
    synchronization: { dynamicRegistration: true },
    diagnostic: { dynamicRegistration: true, relatedDocumentSupport: false },
    publishDiagnostics: { relatedInformation: true, versionSupport: true, dataSupport: true },
    completion: {
      contextSupport: true,
      completionItem: { snippetSupport: true, documentationFormat: ["markdown", "plaintext"], deprecatedSupport: true },
    },
    hover: { contentFormat: ["markdown", "plaintext"] },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "source", "source.fixAll"] } },
      dataSupport: true,
      isPreferredSupport: true,
      resolveSupport: { properties: ["edit"] },
    },
  },
};

/**
 * Starts a server, uses it, ends it.
 * @param {import("./contestants.mjs").Contestant} contestant
 * @param {(client: LspClient) => Promise<void>} use
 */
export async function withServer(contestant, use) {
  const client = new LspClient(contestant);
  try {
    await client.initialize();
    await use(client);
    await client.shutDown();
  } finally {
    await client.end();
  }
}

/** A process that is started and ended, and its conversation. */
export class LspClient {
  /** Whether the server wants its diagnostics to be asked for. */
  pulls = false;
  /** @type {((params: any) => void) | undefined} */
  onPublish;
  /** @type {(() => void) | undefined} */
  onRefresh;
  /** @type {((line: string) => void) | undefined} */
  onLog;

  #lastId = 0;
  #errorOutput = "";
  /** @type {Map<number, { resolve: (result: any) => void, reject: (error: Error) => void }>} */
  #waiting = new Map();

  /** @param {import("./contestants.mjs").Contestant} contestant */
  constructor(contestant) {
    this.contestant = contestant;
    this.spawnedAt = performance.now();
    this.initializedAt = Number.NaN;
    this.process = spawn(process.execPath, [...contestant.nodeArguments], { stdio: "pipe" });
    this.process.stderr.on("data", (chunk) => {
      this.#errorOutput += chunk;
    });
    this.process.stdin.on("error", () => this.#fail("closed its input"));
    this.exited = new Promise((resolve) => this.process.once("exit", resolve));
    this.process.once("exit", (code) => this.#fail(`ended with ${code}`));
    readMessages(this.process.stdout, (message) => this.#receive(message));
  }

  get pid() {
    if (this.process.pid === undefined) throw new Error(`${this.contestant.name} could not be started`);
    return this.process.pid;
  }

  async initialize() {
    const folder = { uri: pathToFileURL(this.contestant.folder).href, name: "bench" };
    const answer = await this.request("initialize", {
      processId: process.pid,
      rootUri: folder.uri,
      workspaceFolders: [folder],
      initializationOptions: this.contestant.initializationOptions ?? {},
      capabilities,
    });
    this.initializedAt = performance.now();
    this.pulls = answer.capabilities.diagnosticProvider !== undefined;
    if ((answer.capabilities.textDocumentSync?.change ?? answer.capabilities.textDocumentSync) !== 2) {
      throw new Error(`${this.contestant.name} takes no incremental changes`);
    }
    this.notify("initialized", {});
  }

  /**
   * @param {string} method
   * @param {any} [params]
   * @returns {Promise<any>}
   */
  request(method, params) {
    return this.startRequest(method, params).result;
  }

  /**
   * @param {string} method
   * @param {any} [params]
   * @returns {{ readonly id: number, readonly result: Promise<any> }}
   */
  startRequest(method, params) {
    const id = ++this.#lastId;
    const result = new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
    });
    this.#send({ id, method, params });
    return { id, result: withPatience(result, () => `${this.#describe("did not answer")} ${method}`) };
  }

  /**
   * @param {string} method
   * @param {any} [params]
   */
  notify(method, params) {
    this.#send({ method, params });
  }

  async shutDown() {
    await this.request("shutdown");
    this.notify("exit");
    const timer = setTimeout(() => this.process.kill("SIGKILL"), 2000);
    await this.exited;
    clearTimeout(timer);
  }

  /** Ends the process if it still runs. */
  async end() {
    this.process.kill("SIGKILL");
    await this.exited;
  }

  /** @param {import("./framing.mjs").Message} message */
  #send(message) {
    this.process.stdin.write(encodeMessage(message));
  }

  /** @param {import("./framing.mjs").Message} message */
  #receive(message) {
    if (message.method === undefined) return this.#settle(message);
    if (message.id !== undefined) this.#send({ id: message.id, result: this.#answer(message) });
    if (message.method === "textDocument/publishDiagnostics") this.onPublish?.(message.params);
    if (message.method === "workspace/diagnostic/refresh") this.onRefresh?.();
    if (message.method === "window/logMessage") this.onLog?.(message.params.message);
  }

  /** @param {import("./framing.mjs").Message} message */
  #settle({ id, result, error }) {
    const waiting = this.#waiting.get(Number(id));
    this.#waiting.delete(Number(id));
    if (error === undefined) waiting?.resolve(result);
    else waiting?.reject(Object.assign(new Error(this.#describe(`answered: ${error.message}`)), { code: error.code }));
  }

  /** @param {import("./framing.mjs").Message} message */
  #answer({ method, params }) {
    if (method === "workspace/configuration") {
      return params.items.map((/** @type {any} */ item) => this.contestant.settings[item.section] ?? null);
    }
    if (method === "workspace/workspaceFolders") {
      return [{ uri: pathToFileURL(this.contestant.folder).href, name: "bench" }];
    }
    if (method === "client/registerCapability") {
      this.pulls ||= params.registrations.some((/** @type {any} */ one) => one.method === "textDocument/diagnostic");
    }
    return null;
  }

  /** @param {string} what */
  #fail(what) {
    for (const { reject } of this.#waiting.values()) reject(new Error(this.#describe(what)));
    this.#waiting.clear();
  }

  /** @param {string} what */
  #describe(what) {
    return `${this.contestant.name} ${what}\n${this.#errorOutput.slice(-2000)}`.trimEnd();
  }
}

/**
 * @template T
 * @param {Promise<T>} promise
 * @param {() => string} describe
 * @returns {Promise<T>}
 */
export function withPatience(promise, describe) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(describe())), patienceMs);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
