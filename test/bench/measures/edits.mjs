// One character typed, one taken back, and so on: each time until the diagnostics are right for the text.
import { cpuMs } from "../processUse.mjs";
import { fault, offsetBehind, positionAt } from "../sample.mjs";

/**
 * @param {import("../openDocument.mjs").OpenDocument} document
 * @param {import("../amount.mjs").Amount["edits"]} amount
 * @param {import("../amount.mjs").Recorder} record
 */
export async function measureEdits(document, { warmUps, rounds }, record) {
  for (let round = 0; round < warmUps; round++) await typeOrTakeBack(document, round);
  const cpuBefore = cpuMs(document.client.pid);
  for (let round = 0; round < rounds; round++) record("edit", await typeOrTakeBack(document, round));
  record("editCpu", (cpuMs(document.client.pid) - cpuBefore) / rounds);
}

/**
 * @param {import("../openDocument.mjs").OpenDocument} document
 * @param {number} round
 */
async function typeOrTakeBack(document, round) {
  const at = offsetBehind(document.text, fault.anchor);
  const { line } = positionAt(document.text, at);
  const isTyping = round % 2 === 0;
  const sentAt = isTyping ? document.edit(at, at, fault.typed) : document.edit(at, at + fault.typed.length, "");
  await document.diagnosticsWhen(
    (diagnostics) => diagnostics.some(({ range }) => range.start.line === line) === isTyping,
  );
  return performance.now() - sentAt;
}
