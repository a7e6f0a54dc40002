// The language server in a large site: how long it reads, and whether an author notices.
import { readFileSync } from "node:fs";
import { withServer } from "../lspClient.mjs";
import { measureEdits } from "../measures/edits.mjs";
import { measureRequests } from "../measures/requests.mjs";
import { OpenDocument } from "../openDocument.mjs";
import { residentMiB } from "../processUse.mjs";
import { percentile } from "../statistics.mjs";
import { writtenArticle } from "./writeSite.mjs";

/** @typedef {Map<string, number[]>} Values by measure */

const MEASURES = /** @type {const} */ ([
  ["edit", "edit → right diagnostics, ms"],
  ["keyCompletion", "edit → completion of a key, ms"],
  ["topicCompletion", "edit → completion of a topic, ms"],
]);

/**
 * @param {string} server its file
 * @param {string} site
 * @param {import("../amount.mjs").Amount} amount
 * @returns {Promise<readonly (readonly string[])[]>} the rows of a table
 */
export async function measureSession(server, site, amount) {
  const documentPath = writtenArticle(site);
  const text = readFileSync(documentPath, "utf8");
  const contestant = {
    name: "curated-content",
    nodeArguments: [server, "--stdio"],
    folder: site,
    documentPath,
    languageId: "markdown",
    text,
    settings: {},
    knowsNothing: false,
    initializationOptions: { cacheFolder: `${site}-facts` },
  };
  /** @type {(readonly string[])[]} */
  const rows = [["the language server", "p50", "p95"]];
  await withServer(contestant, async (client) => {
    const indexedAt = indexingOf(client);
    const document = new OpenDocument(client, text);
    await document.diagnosticsWhen(() => true);
    const isIndexing = () => Number.isNaN(indexedAt());

    /** @type {Values} */
    const during = new Map();
    for (const ends = performance.now() + PATIENCE; isIndexing() && performance.now() < ends; ) {
      await measureEdits(document, { warmUps: 0, rounds: 2 }, recorderOf(during));
      if (isIndexing()) await measureRequests(document, { warmUps: 0, rounds: 1 }, recorderOf(during));
    }
    if (isIndexing()) throw new Error("the server never said that it had indexed the site");
    rows.push(["start → index ready, s", ((indexedAt() - client.spawnedAt) / 1000).toFixed(2), ""]);
    rows.push(...rowsOf(during, "while indexing: "));

    /** @type {Values} */
    const after = new Map();
    await measureEdits(document, amount.edits, recorderOf(after));
    await measureRequests(document, amount.requests, recorderOf(after));
    rows.push(...rowsOf(after, "then: "));
    const { now, peak } = residentMiB(client.pid);
    rows.push(["memory, MiB", now.toFixed(0), ""], ["  at its peak", peak.toFixed(0), ""]);
  });
  await withServer(contestant, async (client) => {
    const indexedAt = indexingOf(client);
    await new OpenDocument(client, text).diagnosticsWhen(() => true);
    for (const ends = performance.now() + PATIENCE; Number.isNaN(indexedAt()) && performance.now() < ends; )
      await new Promise((resolve) => setTimeout(resolve, 5));
    rows.push(["the next start → index ready, s", ((indexedAt() - client.spawnedAt) / 1000).toFixed(2), ""]);
  });
  return rows;
}

/**
 * @param {import("../lspClient.mjs").LspClient} client
 * @returns when the server said that the site is indexed; not a number until then
 */
function indexingOf(client) {
  let indexedAt = Number.NaN;
  client.onLog = (line) => {
    if (/: indexed \d+ pages/.test(line)) indexedAt = performance.now();
  };
  return () => indexedAt;
}

/** In ms. */
const PATIENCE = 120_000;

/**
 * @param {Values} values
 * @returns {import("../amount.mjs").Recorder}
 */
function recorderOf(values) {
  return (measure, value) => values.set(measure, [...(values.get(measure) ?? []), value]);
}

/**
 * @param {Values} values
 * @param {string} when
 */
function rowsOf(values, when) {
  return MEASURES.map(([measure, label]) => {
    const own = values.get(measure) ?? [];
    return [when + label, percentile(own, 50).toFixed(1), percentile(own, 95).toFixed(1)];
  });
}
