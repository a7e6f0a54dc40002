// What a process has used, from Linux' /proc. Elsewhere `NaN`, which the report prints as n/a.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const isLinux = process.platform === "linux";
const msPerTick = isLinux ? 1000 / Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" })) : Number.NaN;

/**
 * The CPU time of all threads so far, user and system, in ms.
 * @param {number} pid
 */
export function cpuMs(pid) {
  if (!isLinux) return Number.NaN;
  const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
  // The name before the `)` may hold spaces. After it come the fields from the third on; utime is the 14th.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * msPerTick;
}

/**
 * @param {number} pid
 * @returns {{ readonly now: number, readonly peak: number }} the resident memory in MiB
 */
export function residentMiB(pid) {
  if (!isLinux) return { now: Number.NaN, peak: Number.NaN };
  const status = readFileSync(`/proc/${pid}/status`, "latin1");
  const field = (/** @type {string} */ name) => Number(new RegExp(`^${name}:\\s*(\\d+) kB`, "m").exec(status)?.[1]);
  return { now: field("VmRSS") / 1024, peak: field("VmHWM") / 1024 };
}
