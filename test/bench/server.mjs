// Measures the language server beside a peer and beside a server that knows nothing, and prints a table. See README.md.
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { fullAmount, quickAmount } from "./amount.mjs";
import { nullServer, ourServer } from "./contestants.mjs";
import { withServer } from "./lspClient.mjs";
import { measureBursts } from "./measures/burst.mjs";
import { measureColdStart } from "./measures/coldStart.mjs";
import { measureEdits } from "./measures/edits.mjs";
import { measureRequests } from "./measures/requests.mjs";
import { OpenDocument } from "./openDocument.mjs";
import { fetchPeer } from "./peer.mjs";
import { residentMiB } from "./processUse.mjs";
import { formatReport } from "./report.mjs";
import { projectRoot } from "./sample.mjs";

/** @typedef {import("./amount.mjs").Amount} Amount */
/** @typedef {import("./contestants.mjs").Contestant} Contestant */

/**
 * @typedef {object} Run
 * @property {Amount} amount
 * @property {ReadonlyMap<string, Map<string, number[]>>} results server → measure → values
 * @property {Set<Contestant>} failed
 */

const { values: options } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    "no-peer": { type: "boolean", default: false },
    json: { type: "string" },
    server: { type: "string" },
    profile: { type: "string" },
  },
});

await main();

async function main() {
  const amount = options.quick ? quickAmount : fullAmount;
  const serverPath = options.server ?? `${projectRoot}dist/server.js`;
  const ours = ourServer({ serverPath, profileFolder: options.profile });
  const floor = nullServer();
  const peer = options["no-peer"] ? undefined : await fetchPeerIfPossible();
  const isBuilt = existsSync(serverPath);
  if (!isBuilt) console.error(`There is no ${serverPath} (\`npm run build\` makes it). The others are measured alone.`);
  const contestants = [isBuilt ? ours : undefined, peer, floor].filter((one) => one !== undefined);

  const machine = {
    date: new Date().toISOString(),
    node: process.version,
    processors: `${cpus().length} × ${cpus()[0]?.model.trim()}`,
    loadAtStart: loadavg(),
  };
  console.log(`${machine.processors}, Node ${machine.node}, load ${formatLoad(machine.loadAtStart)} at the start`);
  if ((machine.loadAtStart[0] ?? 0) > 0.7) console.log("The machine is not quiet: do not rely on these numbers.");

  /** @type {Run} */
  const run = { amount, results: new Map(contestants.map(({ name }) => [name, new Map()])), failed: new Set() };
  for (let repetition = 0; repetition < amount.repetitions; repetition++) {
    await measureAll(rotate(contestants, repetition), run);
    console.error(`repetition ${repetition + 1} of ${amount.repetitions} done, load ${formatLoad(loadavg())}`);
  }

  console.log(`\n${formatReport(run.results, { ours: ours.name, peer: peer?.name, floor: floor.name })}`);
  if (options.json !== undefined) await writeFile(options.json, toJson({ ...machine, ...run }));
  if (run.failed.size > 0) process.exitCode = 1;
}

async function fetchPeerIfPossible() {
  try {
    return await fetchPeer();
  } catch (error) {
    console.error(`The peer is left out: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}

/**
 * @param {readonly Contestant[]} contestants
 * @param {Run} run
 */
async function measureAll(contestants, run) {
  for (let start = 0; start < run.amount.coldStarts; start++) {
    for (const contestant of contestants) {
      await unlessFailed(contestant, run, (record) => measureColdStart(contestant, record));
    }
  }
  for (const contestant of contestants) {
    await unlessFailed(contestant, run, (record) => measureSession(contestant, run.amount, record));
  }
}

/**
 * @param {Contestant} contestant
 * @param {Amount} amount
 * @param {import("./amount.mjs").Recorder} record
 */
function measureSession(contestant, amount, record) {
  return withServer(contestant, async (client) => {
    const document = new OpenDocument(client, contestant.text);
    await document.diagnosticsWhen((diagnostics) => diagnostics.length === 0);
    await measureEdits(document, amount.edits, record);
    await measureRequests(document, amount.requests, record);
    await measureBursts(document, amount.bursts, record);
    record("peakMemory", residentMiB(client.pid).peak);
  });
}

/**
 * No time makes the bench fail, but a wrong answer does, or none. It ends the part of that server; what was measured
 * before stays in the table.
 * @param {Contestant} contestant
 * @param {Run} run
 * @param {(record: import("./amount.mjs").Recorder) => Promise<void>} measure
 */
async function unlessFailed(contestant, { results, failed }, measure) {
  if (failed.has(contestant)) return;
  const values = results.get(contestant.name);
  try {
    await measure((id, value) => values?.set(id, [...(values.get(id) ?? []), value]));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    failed.add(contestant);
  }
}

/**
 * @template T
 * @param {readonly T[]} items
 * @param {number} by
 */
function rotate(items, by) {
  return items.map((_, index) => /** @type {T} */ (items[(index + by) % items.length]));
}

/** @param {readonly number[]} load */
function formatLoad(load) {
  return load.map((value) => value.toFixed(2)).join(" ");
}

/** @param {Run & Record<string, unknown>} run */
function toJson({ results, failed, ...machine }) {
  const plain = Object.fromEntries([...results].map(([name, values]) => [name, Object.fromEntries(values)]));
  return `${JSON.stringify({ ...machine, failed: [...failed].map(({ name }) => name), results: plain }, undefined, 2)}\n`;
}
