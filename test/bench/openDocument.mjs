// A document that is open in a server, as the client sees it: its text, its changes, its diagnostics.
import { pathToFileURL } from "node:url";
import { withPatience } from "./lspClient.mjs";
import { positionAt } from "./sample.mjs";

/** @typedef {readonly { range: { start: { line: number } } }[]} Diagnostics */

const requestCancelled = -32800;
const serverCancelled = -32802;

/** An open document of a server. */
export class OpenDocument {
  #version = 1;
  /** @type {{ id: string, items: Diagnostics } | undefined} */
  #lastPull;
  /** @type {number | undefined} */
  #pendingPull;

  /**
   * @param {import("./lspClient.mjs").LspClient} client
   * @param {string} text
   */
  constructor(client, text) {
    this.client = client;
    this.text = text;
    this.uri = pathToFileURL(client.contestant.documentPath).href;
    const { languageId } = client.contestant;
    client.notify("textDocument/didOpen", {
      textDocument: { uri: this.uri, languageId, version: this.#version, text },
    });
  }

  /**
   * Replaces text and returns the moment before the change was sent.
   * @param {number} start
   * @param {number} end
   * @param {string} newText
   */
  edit(start, end, newText) {
    const range = { start: positionAt(this.text, start), end: positionAt(this.text, end) };
    this.text = this.text.slice(0, start) + newText + this.text.slice(end);
    const textDocument = { uri: this.uri, version: ++this.#version };
    const sentAt = performance.now();
    this.client.notify("textDocument/didChange", { textDocument, contentChanges: [{ range, text: newText }] });
    return sentAt;
  }

  /**
   * Asks for something at an offset.
   * @param {string} method
   * @param {number} offset
   */
  requestAt(method, offset) {
    return this.client.request(method, {
      textDocument: { uri: this.uri },
      position: positionAt(this.text, offset),
    });
  }

  /**
   * Waits until the diagnostics of the present text are the right ones: asks for them, and again when the server says
   * that they changed, or listens where the server tells them of its own accord.
   * @param {(diagnostics: Diagnostics) => boolean} isRight
   * @returns {Promise<Diagnostics>}
   */
  diagnosticsWhen(isRight) {
    const { client } = this;
    const found = client.pulls ? this.#pullUntil(isRight) : this.#listenUntil(isRight);
    return withPatience(found, () => `${client.contestant.name} did not come to the right diagnostics`);
  }

  /** Asks for the diagnostics without waiting for them. */
  startPull() {
    if (!this.client.pulls) return;
    this.#pull().catch((error) => {
      if (error.code !== requestCancelled && error.code !== serverCancelled) throw error;
    });
  }

  /** @param {(diagnostics: Diagnostics) => boolean} isRight */
  async #pullUntil(isRight) {
    for (;;) {
      const refreshed = new Promise((resolve) => {
        this.client.onRefresh = () => resolve(undefined);
      });
      const diagnostics = await this.#pull();
      if (this.client.contestant.knowsNothing || isRight(diagnostics)) return diagnostics;
      await Promise.race([refreshed, new Promise((resolve) => setTimeout(resolve, 20))]);
    }
  }

  /**
   * A former request that has no answer yet is called back, as editors do.
   * @returns {Promise<Diagnostics>}
   */
  async #pull() {
    if (this.#pendingPull !== undefined) this.client.notify("$/cancelRequest", { id: this.#pendingPull });
    const { id, result } = this.client.startRequest("textDocument/diagnostic", {
      textDocument: { uri: this.uri },
      ...(this.#lastPull === undefined ? {} : { previousResultId: this.#lastPull.id }),
    });
    this.#pendingPull = id;
    const report = await result.finally(() => {
      if (this.#pendingPull === id) this.#pendingPull = undefined;
    });
    if (report.kind === "unchanged") return this.#lastPull?.items ?? [];
    this.#lastPull = report.resultId === undefined ? undefined : { id: report.resultId, items: report.items };
    return report.items;
  }

  /**
   * @param {(diagnostics: Diagnostics) => boolean} isRight
   * @returns {Promise<Diagnostics>}
   */
  #listenUntil(isRight) {
    return new Promise((resolve) => {
      this.client.onPublish = ({ uri, version, diagnostics }) => {
        if (uri !== this.uri || (version ?? this.#version) !== this.#version || !isRight(diagnostics)) return;
        this.client.onPublish = undefined;
        resolve(diagnostics);
      };
    });
  }
}
