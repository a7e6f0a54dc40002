// What an author waits for: a request in the moment after a change, which the server has not yet looked at.
import { endOfLineOf, explainedKey, fault, newKey, newTopic, offsetBehind, positionAt } from "../sample.mjs";

/**
 * @typedef {object} Request
 * @property {string} measure
 * @property {(document: import("../openDocument.mjs").OpenDocument) => Change} change the change before the request
 * @property {(document: import("../openDocument.mjs").OpenDocument, change: Change) => Promise<any>} ask
 * @property {(answer: any) => boolean} isRight
 * @property {boolean} [pullsFirst] whether the diagnostics are asked for, too, before the request, as VS Code does
 */

/** @typedef {{ readonly at: number, readonly typed: string }} Change */

/** @type {Request} */
const keyCompletion = {
  measure: "keyCompletion",
  change: ({ text }) => ({ at: endOfLineOf(text, newKey.anchor), typed: newKey.typed }),
  ask: completeBehind,
  isRight: (answer) => offers(answer, newKey.expected),
};

/** @type {Request} */
const topicCompletion = {
  measure: "topicCompletion",
  change: ({ text }) => ({ at: endOfLineOf(text, newTopic.anchor), typed: newTopic.typed }),
  ask: completeBehind,
  isRight: (answer) => offers(answer, newTopic.expected),
};

/** @type {Request} */
const hover = {
  measure: "hover",
  change: faultyChange,
  ask: (document) => document.requestAt("textDocument/hover", offsetBehind(document.text, explainedKey.anchor)),
  isRight: (answer) => JSON.stringify(answer?.contents ?? "").length > 20,
};

/** @type {readonly Request[]} */
const requests = [
  keyCompletion,
  { ...keyCompletion, measure: "keyCompletionBehindPull", pullsFirst: true },
  topicCompletion,
  hover,
];

/**
 * @param {import("../openDocument.mjs").OpenDocument} document
 * @param {import("../amount.mjs").Amount["requests"]} amount
 * @param {import("../amount.mjs").Recorder} record
 */
export async function measureRequests(document, { warmUps, rounds }, record) {
  for (const request of [...requests, await prepareCodeAction(document)]) {
    if (request.pullsFirst && !document.client.pulls) continue;
    for (let round = 0; round < warmUps; round++) await askAfterChange(document, request);
    for (let round = 0; round < rounds; round++) {
      record(request.measure, await askAfterChange(document, request));
    }
  }
}

/**
 * @param {import("../openDocument.mjs").OpenDocument} document
 * @param {Request} request
 */
async function askAfterChange(document, request) {
  const change = request.change(document);
  const sentAt = document.edit(change.at, change.at, change.typed);
  if (request.pullsFirst) document.startPull();
  const answer = await request.ask(document, change);
  const ms = performance.now() - sentAt;
  const { contestant } = document.client;
  if (!contestant.knowsNothing && !request.isRight(answer)) {
    throw new Error(`${contestant.name}: ${request.measure} is wrong: ${JSON.stringify(answer)?.slice(0, 500)}`);
  }
  document.edit(change.at, change.at + change.typed.length, "");
  return ms;
}

/**
 * Code actions are asked for with the diagnostics they are for, so these are fetched beforehand.
 * @param {import("../openDocument.mjs").OpenDocument} document
 * @returns {Promise<Request>}
 */
async function prepareCodeAction(document) {
  const { at, typed } = faultyChange(document);
  const { line, character } = positionAt(document.text, at);
  const isOnLine = (/** @type {{ range: { start: { line: number } } }} */ { range }) => range.start.line === line;
  document.edit(at, at, typed);
  const diagnostics = (await document.diagnosticsWhen((all) => all.some(isOnLine))).filter(isOnLine);
  document.edit(at, at + typed.length, "");
  return {
    measure: "codeAction",
    change: faultyChange,
    ask: () =>
      document.client.request("textDocument/codeAction", {
        textDocument: { uri: document.uri },
        range: { start: { line, character }, end: { line, character } },
        context: { diagnostics, triggerKind: 2 },
      }),
    isRight: (answer) => answer?.length > 0,
  };
}

/** @param {import("../openDocument.mjs").OpenDocument} document */
function faultyChange({ text }) {
  return { at: offsetBehind(text, fault.anchor), typed: fault.typed };
}

/**
 * @param {import("../openDocument.mjs").OpenDocument} document
 * @param {Change} change
 */
function completeBehind(document, { at, typed }) {
  return document.requestAt("textDocument/completion", at + typed.length);
}

/**
 * @param {any} answer
 * @param {string} label
 */
function offers(answer, label) {
  const items = answer?.items ?? answer ?? [];
  return items.some((/** @type {any} */ item) => item.label.includes(label));
}
