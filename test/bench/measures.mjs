// What is measured, in the order of the report.

/**
 * @typedef {object} Target
 * @property {50 | 95} percentile
 * @property {number} limit
 * @property {number} [stretch]
 * @property {boolean} [isShareOfPeer] whether the limit is a share of what the peer takes, and not an amount
 */

/**
 * @typedef {object} Measure
 * @property {string} id
 * @property {string} label
 * @property {"ms" | "MiB"} unit
 * @property {Target} [target]
 */

/** @type {readonly Measure[]} */
export const measures = [
  { id: "initialize", label: "spawn → initialize", unit: "ms" },
  {
    id: "firstDiagnostics",
    label: "spawn → first right diagnostics",
    unit: "ms",
    target: { percentile: 50, limit: 0.5, isShareOfPeer: true },
  },
  { id: "firstDiagnosticsCpu", label: "  CPU until then", unit: "ms" },
  { id: "edit", label: "edit → right diagnostics", unit: "ms", target: { percentile: 95, limit: 10, stretch: 3 } },
  { id: "editCpu", label: "  CPU per edit", unit: "ms", target: { percentile: 50, limit: 2, stretch: 1 } },
  {
    id: "keyCompletion",
    label: "edit → completion of a key",
    unit: "ms",
    target: { percentile: 95, limit: 5, stretch: 2 },
  },
  { id: "keyCompletionBehindPull", label: "  behind a pull, as in VS Code", unit: "ms" },
  {
    id: "topicCompletion",
    label: "edit → completion of a topic",
    unit: "ms",
    target: { percentile: 95, limit: 5, stretch: 2 },
  },
  { id: "hover", label: "edit → hover", unit: "ms", target: { percentile: 95, limit: 3, stretch: 1.5 } },
  { id: "codeAction", label: "edit → code action", unit: "ms" },
  {
    id: "burstLast",
    label: "31 keys at 33 ms: last key → right",
    unit: "ms",
    target: { percentile: 50, limit: 10, stretch: 3 },
  },
  { id: "burstCpu", label: "  CPU of all keys", unit: "ms", target: { percentile: 50, limit: 60, stretch: 40 } },
  { id: "firstBurstCpu", label: "  CPU of the first such line", unit: "ms" },
  { id: "openMemory", label: "memory after opening", unit: "MiB" },
  { id: "peakMemory", label: "memory, peak", unit: "MiB", target: { percentile: 50, limit: 110, stretch: 85 } },
];
