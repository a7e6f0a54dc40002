// The table that the bench prints.
import { measures } from "./measures.mjs";
import { percentile } from "./statistics.mjs";

/** @typedef {ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>} Results server → measure → values */

/**
 * @param {Results} results
 * @param {{ ours: string, peer: string | undefined, floor: string }} names
 */
export function formatReport(results, { ours, peer, floor }) {
  const columns = [ours, peer, floor].filter((name) => name !== undefined);
  const header = ["", ...columns, "ours / peer", "target", ""];
  const statistics = ["p50 / p95 / p99", ...columns.map(() => ""), "p50", "", ""];
  const rows = measures.map((measure) => {
    const valuesOf = (/** @type {string | undefined} */ name) => results.get(name ?? "")?.get(measure.id) ?? [];
    const ratio = percentile(valuesOf(ours), 50) / percentile(valuesOf(peer), 50);
    return [
      `${measure.label}, ${measure.unit}`,
      ...columns.map((name) => formatValues(valuesOf(name))),
      formatNumber(ratio),
      measure.target === undefined ? "" : formatTarget(measure.target),
      measure.target === undefined ? "" : judge(measure.target, valuesOf(ours), valuesOf(peer)),
    ];
  });
  return formatTable([header, statistics, ...rows]);
}

/** @param {readonly number[]} values */
function formatValues(values) {
  const percents = values.length < 20 ? [50] : values.length < 200 ? [50, 95] : [50, 95, 99];
  return percents.map((percent) => formatNumber(percentile(values, percent))).join(" / ");
}

/** @param {number} value */
function formatNumber(value) {
  if (Number.isNaN(value)) return "n/a";
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}

/** @param {import("./measures.mjs").Target} target */
function formatTarget({ percentile: percent, limit, stretch, isShareOfPeer }) {
  if (isShareOfPeer) return `p${percent} ≤ ${limit} × peer`;
  return `p${percent} < ${limit}${stretch === undefined ? "" : ` (${stretch})`}`;
}

/**
 * @param {import("./measures.mjs").Target} target
 * @param {readonly number[]} ours
 * @param {readonly number[]} peers
 */
function judge({ percentile: percent, limit, stretch, isShareOfPeer }, ours, peers) {
  const value = percentile(ours, percent) / (isShareOfPeer ? percentile(peers, percent) : 1);
  if (Number.isNaN(value)) return "n/a";
  if (stretch !== undefined && value < stretch) return "ok (stretch)";
  return value < limit ? "ok" : "over";
}

/** @param {readonly (readonly string[])[]} rows */
export function formatTable(rows) {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("   ")
      .trimEnd(),
  );
  return lines.join("\n");
}
