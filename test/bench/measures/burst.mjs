// A line typed fast, key by key. Work on a text that is stale by the next key is what this brings to light.
import { setTimeout as delay } from "node:timers/promises";
import { cpuMs } from "../processUse.mjs";
import { offsetBehind, typedLine } from "../sample.mjs";

/**
 * @param {import("../openDocument.mjs").OpenDocument} document
 * @param {number} bursts
 * @param {import("../amount.mjs").Recorder} record
 */
export async function measureBursts(document, bursts, record) {
  const first = await typeLine(document);
  record("firstBurstCpu", first.cpu);
  let cpu = 0;
  for (let burst = 0; burst < bursts; burst++) {
    const typed = await typeLine(document);
    record("burstLast", typed.lastKey);
    cpu += typed.cpu;
  }
  record("burstCpu", cpu / bursts);
}

/** @param {import("../openDocument.mjs").OpenDocument} document */
async function typeLine(document) {
  const { text, keyEveryMs } = typedLine;
  const end = offsetBehind(document.text, text);
  const start = end - text.length;
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
  return { lastKey: performance.now() - sentAt, cpu: cpuMs(document.client.pid) - cpuBefore };
}
