// A line typed fast, key by key. Work on a text that is stale by the next key is what this brings to light.
import { setTimeout as delay } from "node:timers/promises";
import { cpuMs } from "../processUse.mjs";
import { offsetBehind, typedLine } from "../sample.mjs";

/**
 * @param {import("../openDocument.mjs").OpenDocument} document
 * @param {import("../amount.mjs").Amount} amount
 * @param {import("../amount.mjs").Recorder} record
 */
export async function measureBursts(document, amount, record) {
  const { text, keyEveryMs } = typedLine;
  const end = offsetBehind(document.text, text);
  const start = end - text.length;
  let cpuOfBursts = 0;
  for (let burst = 0; burst < amount.bursts; burst++) {
    document.edit(start, end, "");
    await document.diagnosticsWhen((diagnostics) => diagnostics.length > 0);
    const cpuBefore = cpuMs(document.client.pid);
    const startedAt = performance.now();
    let sentAt = startedAt;
    for (let key = 0; key < text.length; key++) {
      await delay(Math.max(0, startedAt + key * keyEveryMs - performance.now()));
      sentAt = document.edit(start + key, start + key, text.charAt(key));
      if (key < text.length - 1) document.startPull();
    }
    await document.diagnosticsWhen((diagnostics) => diagnostics.length === 0);
    record("burstLast", performance.now() - sentAt);
    cpuOfBursts += cpuMs(document.client.pid) - cpuBefore;
  }
  record("burstCpu", cpuOfBursts / amount.bursts);
}
