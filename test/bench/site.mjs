// Measures `check` on whole sites beside other ways to check their front matter, and prints a table. See README.md.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { fullAmount, quickAmount } from "./amount.mjs";
import { formatTable } from "./report.mjs";
import { projectRoot } from "./sample.mjs";
import { ourCheck, ourWarmCheck, peers } from "./site/contestants.mjs";
import { measuredRun } from "./site/measuredRun.mjs";
import { measureSession } from "./site/session.mjs";
import { writeSite } from "./site/writeSite.mjs";
import { percentile } from "./statistics.mjs";

const { values: options } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    sizes: { type: "string" },
    rounds: { type: "string" },
    cli: { type: "string" },
    json: { type: "string" },
  },
});

/** @typedef {import("./site/contestants.mjs").Contestant} Contestant */
/** @typedef {import("./site/measuredRun.mjs").MeasuredRun} MeasuredRun */
/** @typedef {Map<number, Map<string, MeasuredRun[]>>} Results by size and contestant */

/** Nobody opens a larger site in an editor and expects what the targets say. */
const LARGEST_SESSION = 10_000;

const sizes = options.sizes?.split(",").map(Number) ?? (options.quick ? [1000] : [1000, 10_000, 100_000]);
const folder = mkdtempSync(join(tmpdir(), "curated-content-bench-"));
try {
  await main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function main() {
  const cli = options.cli ?? `${projectRoot}dist/cli.js`;
  if (!existsSync(cli)) throw new Error(`There is no ${cli}; \`npm run build\` makes it.`);
  const server = `${projectRoot}dist/server.js`;
  const amount = options.quick ? quickAmount : fullAmount;
  const load = loadavg()[0] ?? 0;
  console.log(
    `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}, load ${load.toFixed(2)} at the start`,
  );
  if (load > 0.7) console.log("The machine is not quiet: rely on the ratios at most.");

  const ours = ourCheck(cli);
  const contestants = [ours, ourWarmCheck(cli, folder), ...(await peers(folder))];
  /** @type {Results} */
  const results = new Map();
  for (const size of sizes) {
    const site = join(folder, String(size));
    writeSite(site, size);
    results.set(size, await measureSite(site, size, contestants));
    console.log(`\n${size} articles\n\n${formatTable(rowsOf(results.get(size) ?? new Map(), size, ours.name))}`);
    if (size <= LARGEST_SESSION) console.log(`\n${formatTable(await measureSession(server, site, amount))}`);
    rmSync(site, { recursive: true, force: true });
  }
  console.log(`\n${growth(results, ours.name)}`);
  if (options.json !== undefined) writeFileSync(options.json, toJson(results));
}

/**
 * Every contestant in turn, several times: what else the machine does hits all of them.
 * @param {string} site
 * @param {number} size
 * @param {readonly Contestant[]} contestants
 */
async function measureSite(site, size, contestants) {
  /** @type {Map<string, MeasuredRun[]>} */
  const runs = new Map();
  const rounds = Number(options.rounds ?? (size > 10_000 ? 3 : 5));
  for (let round = 0; round < rounds; round++) {
    for (const contestant of contestants) {
      // The slow ones are slow enough for one run to tell.
      if (round === 0 && contestant.isPrepared) await runOnce(contestant, site);
      if (size > contestant.mostArticles || (round > 0 && contestant.mostArticles < Number.POSITIVE_INFINITY)) continue;
      const run = await runOnce(contestant, site);
      if (!contestant.isRight(run, size)) throw new Error(`${contestant.name} did not find the faults:\n${run.stderr}`);
      runs.set(contestant.name, [...(runs.get(contestant.name) ?? []), run]);
    }
  }
  return runs;
}

/**
 * @param {Contestant} contestant
 * @param {string} site
 */
function runOnce({ nodeArguments, codes }, site) {
  return measuredRun(nodeArguments(site), { cwd: site, codes });
}

/**
 * @param {ReadonlyMap<string, readonly MeasuredRun[]>} runs
 * @param {number} size
 * @param {string} ours
 */
function rowsOf(runs, size, ours) {
  const own = median(runs.get(ours), "seconds");
  const rows = [...runs].map(([name, values]) => {
    const seconds = median(values, "seconds");
    return [
      name,
      seconds.toFixed(2),
      median(values, "cpuSeconds").toFixed(2),
      Math.round(size / seconds).toLocaleString("en"),
      median(values, "peakMiB").toFixed(0),
      (own / seconds).toFixed(2),
    ];
  });
  return [["", "s", "CPU s", "files/s", "peak MiB", "ours / this"], ...rows];
}

/**
 * How much longer a larger site takes than the next smaller one.
 * @param {Results} results
 * @param {string} ours
 */
function growth(results, ours) {
  const seconds = [...results].map(([size, runs]) => /** @type {const} */ ([size, median(runs.get(ours), "seconds")]));
  const steps = seconds.slice(1).map(([size, larger], index) => {
    const [before = 0, smaller = Number.NaN] = seconds[index] ?? [];
    return `${size} articles take ${(larger / smaller).toFixed(1)} times as long as ${before}.`;
  });
  return steps.join("\n");
}

/**
 * @param {readonly MeasuredRun[] | undefined} runs
 * @param {"seconds" | "cpuSeconds" | "peakMiB"} measure
 */
function median(runs = [], measure) {
  return percentile(
    runs.map((run) => run[measure]),
    50,
  );
}

/** @param {Results} results */
function toJson(results) {
  const plain = [...results].map(([size, runs]) => [
    size,
    Object.fromEntries([...runs].map(([name, all]) => [name, all.map(numbersOf)])),
  ]);
  return `${JSON.stringify(Object.fromEntries(plain), undefined, 2)}\n`;
}

function numbersOf(/** @type {MeasuredRun} */ { seconds, cpuSeconds, peakMiB }) {
  return { seconds, cpuSeconds, peakMiB };
}
