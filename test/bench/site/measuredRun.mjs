// Runs a program to its end and says what it took.
import { spawn } from "node:child_process";
import { cpuMs, residentMiB } from "../processUse.mjs";

/**
 * @typedef {object} MeasuredRun
 * @property {number} seconds
 * @property {number} cpuSeconds of all its threads, as read last before it ended; NaN where the system does not say
 * @property {number} peakMiB the same of its memory
 * @property {string} stdout
 * @property {string} stderr
 */

/**
 * @param {readonly string[]} nodeArguments
 * @param {{ readonly cwd: string, readonly codes: readonly number[] }} options the exit codes that are expected
 * @returns {Promise<MeasuredRun>}
 */
export function measuredRun(nodeArguments, { cwd, codes }) {
  const started = performance.now();
  const child = spawn(process.execPath, [...nodeArguments], { cwd, stdio: ["ignore", "pipe", "pipe"] });
  let [stdout, stderr, cpu, peak] = ["", "", Number.NaN, Number.NaN];
  const look = setInterval(() => {
    try {
      [cpu, peak] = [cpuMs(child.pid ?? 0), residentMiB(child.pid ?? 0).peak || peak];
    } catch {
      // It has just ended.
    }
  }, 20);
  child.stdout.on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      clearInterval(look);
      const seconds = (performance.now() - started) / 1000;
      if (codes.includes(code ?? -1)) resolve({ seconds, cpuSeconds: cpu / 1000, peakMiB: peak, stdout, stderr });
      else reject(new Error(`${nodeArguments.join(" ")} ended with ${code}: ${stderr.slice(0, 500)}`));
    });
  });
}
